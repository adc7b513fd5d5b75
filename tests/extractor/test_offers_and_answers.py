# ruff: noqa: E501 — sentences under test stay on one line.
"""Offers and answers told by readiness, judgement, noun and passive; meetings of one side. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Ouganda s'est dit prêt à partager les données.", ("propose", "occurred", "UGA")),
        ("L'Ouganda est disposé à partager les données.", ("propose", "occurred", "UGA")),
        ("L'Ouganda juge l'offre dérisoire.", ("reject", "occurred", "UGA")),
        ("Le Kenya a posé trois conditions à l'Ouganda.", ("demand", "occurred", "KEN > UGA")),
        ("Le Kenya attend de l'Ouganda des excuses.", ("demand", "occurred", "KEN > UGA")),
        ("Le Kenya et l'Ouganda ont négocié en janvier. La proposition de l'Ouganda a été refusée.", ("reject", "occurred", "KEN > UGA")),
        # One side of a meeting is enough where others of whom nothing is known are met.
        ("La Norvège a rencontré les verriers du fjord.", ("talks", "occurred", "NOR")),
        ("Fin de non-recevoir de l'Ouganda.", ("reject", "occurred", "UGA")),
    ],
)  # fmt: skip
def test_offers_and_answers_by_noun_and_passive(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Machinists were offered a raise of 9 percent by Karvel Airways.", ("propose", "occurred", "karvel-airways > machinists")),
        ("Kenya was offered a peace deal by Uganda on Monday.", ("propose", "occurred", "UGA > KEN")),
        ("Kenya was handed a new proposal by Uganda.", ("propose", "occurred", "UGA > KEN")),
        ("Kenya has been offered help by Uganda.", ("propose", "occurred", "UGA > KEN")),
        # Who offers it is the other of those who are talking.
        ("Kenya and Uganda met in Lima. Kenya was offered a loan of 40 million dollars.", ("propose", "occurred", "UGA > KEN")),
        ("Kenya said it cannot support the proposal of Uganda.", ("reject", "occurred", "KEN > UGA")),
        ("Kenya could not support the plan of Uganda, its premier said.", ("reject", "occurred", "KEN > UGA")),
        ("Kenya is not prepared to foot the bill, its premier said.", ("reject", "occurred", "KEN")),
        ("Kenya said it was not willing to share the water.", ("reject", "occurred", "KEN")),
    ],
)  # fmt: skip
def test_who_is_offered_something_and_who_is_not_prepared(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text)[-1] == expected


@pytest.mark.parametrize("text", ["Pilots were offered a raise on Monday.", "Kenya was not ready for the match."])
def test_an_offer_by_nobody_and_unreadiness_for_a_thing_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Norway lifted its blockade of Peru.", ("concede", "occurred", "NOR > PER")),
        ("en", "Norway has withdrawn its ban on Peru.", ("concede", "occurred", "NOR > PER")),
        ("en", "Norway gave in to pressure from Peru.", ("concede", "occurred", "NOR > PER")),
        ("fr", "La Norvège a levé son blocus du Pérou.", ("concede", "occurred", "NOR > PER")),
        ("fr", "La Norvège a rejeté l'offre faite par le Pérou.", ("reject", "occurred", "NOR > PER")),
        ("en", "Norway and Peru extended the truce for five years.", ("agree", "occurred", "NOR PER")),
        (
            "en",
            "Karvel Steel said it received revised offers from Peru.",
            ("propose", "occurred", "PER > karvel-steel"),
        ),
        # A word with hyphens is one: no fire ceases.
        ("en", "Norway and Peru signed a cease-fire.", ("sign", "occurred", "NOR PER")),
        ("fr", "La Norvège et le Pérou ont signé un cessez-le-feu.", ("sign", "occurred", "NOR PER")),
        ("fr", "La Norvège a suspendu le cessez-le-feu.", ("suspend", "occurred", "NOR")),
        ("fr", "La Norvège et le Pérou ont conclu un échange de prisonniers.", ("agree", "occurred", "NOR PER")),
    ],
)
def test_whom_it_is_done_for_and_what_is_made(language: Language, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text, language)
