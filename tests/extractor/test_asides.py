"""What is said aside, between commas, parts no clause. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told

ASIDES = [
    ("en", "Peru has called upon Norway, which holds the chair, not to block the text.", "demand occurred PER > NOR"),
    ("en", "Peru urged Norway, which chairs the council, to lift the ban.", "demand occurred PER > NOR"),
    ("en", "Peru asked Norway, the council's chair, to lift the ban.", "demand occurred PER > NOR"),
    ("en", "Norway has asked Peru, where two ships are held, to free the crew.", "demand occurred NOR > PER"),
    ("fr", "Lima a appelé la Norvège, qui préside le conseil, à ne pas bloquer le texte.", "demand occurred PER > NOR"),
    ("fr", "Le Pérou a exhorté la Norvège, dont des navires bloquent le port, à partir.", "demand occurred PER > NOR"),
    ("en", "A meeting between Norway, the chair of the council, and Peru ended late.", "talks occurred NOR PER"),
    ("en", "Negotiations between Norway, backed by Chile, and Peru resumed.", "talks occurred NOR PER"),
    ("fr", "La réunion entre la Norvège, qui préside le conseil, et le Pérou a duré.", "talks occurred NOR PER"),
]


@pytest.mark.parametrize(("language", "text", "event"), ASIDES)
def test_a_clause_goes_on_behind_an_aside(language: Language, text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, language)]


def test_nobody_refuses_what_he_is_asked_behind_an_aside() -> None:
    found = told("Peru has called upon Norway, which holds the chair, not to block the text.", "en")
    assert [act for act, *_ in found] == ["demand"]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "Peru urged Norway, which rejected the offer of Chile, to lift the ban.", "reject occurred NOR > CHL"),
        ("fr", "Lima a appelé la Norvège, qui a rejeté l'offre du Chili, à partir.", "reject occurred NOR > CHL"),
    ],
)
def test_what_an_aside_tells_is_told_too(language: Language, text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, language)]


def test_a_list_is_no_aside() -> None:
    assert ("talks", "occurred", "CHL NOR PER") in told("Talks between Norway, Peru, and Chile ended late.", "en")


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", 'Norway is making what it calls a "final offer" to Peru.', ("propose", "occurred", "NOR > PER")),
        ("en", "Norway and Peru held what both sides called constructive talks.", ("talks", "occurred", "NOR PER")),
        ("en", "Norway broke off what it called pointless talks with Peru.", ("suspend", "occurred", "NOR > PER")),
        ("fr", "La Norvège et le Pérou ont signé ce qu'ils qualifient de traité.", ("sign", "occurred", "NOR PER")),
        ("fr", "La Norvège et le Pérou ont conclu ce que Lima appelle un accord.", ("agree", "occurred", "NOR PER")),
    ],
)
def test_what_somebody_calls_a_thing_stands_aside(language: Language, text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, language)


def test_a_mark_alone_is_nothing_offered() -> None:
    events = read('Norway made Peru a "big offer".', "en")
    assert [item.text for event in events for item in event.items] == []


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        (
            "Une délégation norvégienne, conduite par une avocate, et une délégation péruvienne se sont vues à Rome.",
            [("talks", "occurred", "NOR PER")],
        ),
        ("La Norvège, qui préside le conseil, et le Pérou ont signé un accord.", [("sign", "occurred", "NOR PER")]),
    ],
)
def test_an_aside_between_two_subjects_parts_them_not(sentence: str, events: list[tuple[str, str, str]]) -> None:
    assert told(sentence, "fr") == events
