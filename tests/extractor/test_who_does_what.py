"""Who does what to whom where the words stand far apart, or in another sentence. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told

ENGLISH = [
    # A verb behind "and" or "but" has the subject of the verb before.
    (
        "Norway met Chile in Quito but rejected the offer of Peru.",
        ["talks occurred CHL NOR", "reject occurred NOR > PER"],
    ),
    ("Norway praised Chile but, in a letter, urged Peru to withdraw its ships.", ["demand occurred NOR > PER"]),
    (
        "Norway condemned Chile, rejected the offer of Peru and called on Kenya to release the crew.",
        ["accuse occurred NOR > CHL", "reject occurred NOR > PER", "demand occurred NOR > KEN"],
    ),
    # Parentheses, appositions and relative clauses between subject and verb.
    (
        "Norway (a member of the bloc with Chile and Kenya) urged Peru to withdraw its ships.",
        ["demand occurred NOR > PER"],
    ),
    ("Norway, when asked about Chile, rejected the offer of Peru.", ["reject occurred NOR > PER"]),
    (
        "Norway, who, with the support of Chile, has rejected the offer of Peru, was absent.",
        ["reject occurred NOR > PER"],
    ),
    # A comma parts what a preposition governs from a new subject.
    ("In the Security Council, Norway and Chile rejected the proposal of Peru.", ["reject occurred CHL NOR > PER"]),
    (
        "Chile will lift the ban on beef from Kenya, and Norway rejected the offer of Peru.",
        ["promise occurred CHL", "reject occurred NOR > PER"],
    ),
    # Who mediates, who only has others at its table, and for whom.
    ("Norway and Peru met in Quito under the auspices of Oman.", ["talks occurred NOR PER"]),
    (
        "Norway and Peru will hold talks in Quito under Omani mediation.",
        ["talks scheduled NOR PER"],
    ),
    ("Norway signed a truce with Chile under the auspices of Oman.", ["sign occurred CHL NOR"]),
    ("Talks between Norway and Peru facilitated by Oman began in Quito.", ["talks occurred NOR PER"]),
    # What takes up something told before is aimed at who did that.
    (
        "Norway proposed a truce to Chile. Peru welcomed the proposal.",
        ["propose occurred NOR > CHL", "support occurred PER > NOR"],
    ),
    (
        "Norway urged Peru to withdraw its ships. Lima said no.",
        ["demand occurred NOR > PER", "reject occurred PER > NOR"],
    ),
]
FRENCH = [
    (
        "La Norvège a rencontré le Chili à Quito mais a rejeté l'offre du Pérou.",
        ["talks occurred CHL NOR", "reject occurred NOR > PER"],
    ),
    (
        "La Norvège a salué le Chili et, dans une lettre, a exhorté le Pérou à retirer ses navires.",
        ["support occurred NOR > CHL", "demand occurred NOR > PER"],
    ),
    (
        "La Norvège (membre du groupe avec le Chili et le Kenya) a exhorté le Pérou à retirer ses navires.",
        ["demand occurred NOR > PER"],
    ),
    ("À la FAO, la Norvège et le Chili ont rejeté la proposition du Pérou.", ["reject occurred CHL NOR > PER"]),
    ("Des émissaires de la Norvège ont rencontré mardi le président péruvien.", ["talks occurred NOR PER"]),
    ("La trêve est ce que réclame la Norvège au Pérou.", ["demand occurred NOR > PER"]),
    (
        "La Norvège a proposé une trêve au Chili. Le Pérou a salué cette proposition.",
        ["propose occurred NOR > CHL", "support occurred PER > NOR"],
    ),
    (
        "La Norvège a exhorté le Pérou à retirer ses navires. Lima a dit non.",
        ["demand occurred NOR > PER", "reject occurred PER > NOR"],
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [("en", *case) for case in ENGLISH] + [("fr", *case) for case in FRENCH],
)
def test_who_does_what_to_whom(language: Language, text: str, events: list[str]) -> None:
    assert [" ".join(event) for event in told(text, language)] == events


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        (
            "en",
            "Norway hosted talks between Peru and Chile in Oslo.",
            {"NOR": "host", "PER": "participant", "CHL": "participant"},
        ),
        (
            "fr",
            "La Norvège a accueilli à Oslo une rencontre entre le Pérou et le Chili.",
            {"NOR": "host", "PER": "participant", "CHL": "participant"},
        ),
        (
            "en",
            "Norway and Peru met in Quito under the auspices of Oman.",
            {"NOR": "participant", "PER": "participant", "OMN": "mediator"},
        ),
        (
            "fr",
            "Les pourparlers entre la Norvège et le Pérou se tiennent sous la médiation d'Oman.",
            {"NOR": "participant", "PER": "participant", "OMN": "mediator"},
        ),
    ],
)
def test_who_hosts_or_mediates_is_no_participant(language: Language, text: str, roles: dict[str, str]) -> None:
    events = read(text, language)
    assert roles in [{party.id[-3:]: party.role for party in event.parties} for event in events]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Peru met in Quito. Norway announced a deal on fishing."),
        ("fr", "La Norvège et le Pérou se sont rencontrés à Quito. La Norvège a annoncé un accord sur la pêche."),
    ],
)
def test_a_deal_that_one_side_announces_is_both_sides_deal(language: Language, text: str) -> None:
    deals = [event for event in read(text, language) if event.act == "agree"]
    assert [{(party.id, party.role) for party in deal.parties} for deal in deals] == [
        {("country:NOR", "participant"), ("country:PER", "participant")}
    ]


def test_who_stands_behind_the_verb_of_a_quotation_says_it() -> None:
    (event,) = read('"If Peru walks away, there will be consequences," warned Norwegian spokesman Arne Tarque.', "en")
    assert (event.act, [one.id for one in event.parties if one.role == "initiator"]) == ("threaten", ["country:NOR"])
    assert [one.text for one in event.items] == ["If Peru walks away, there will be consequences"]


def test_an_office_of_somebody_described() -> None:
    text = (
        "The Quarrymen's Union met Karvel Bank. The union's president, Luis Tarque, spoke. Tarque rejected the offer."
    )
    assert ("reject", "occurred", "quarrymens-union > karvel-bank") in told(text, "en")


def test_by_whom_a_noun_is() -> None:
    assert ("reject", "occurred", "NOR > PER") in told("Norway blocked a request by Peru to join the council.", "en")
    assert ("reject", "occurred", "NOR > PER") in told("A proposal by Peru was rebuffed by Norway.", "en")
    assert not any(act == "propose" for act, _, _ in told("Norway awaits any offer to be made by Peru.", "en"))


def test_a_deal_is_of_those_by_whom_it_was_reached() -> None:
    assert told("The agreement reached by Norway and Peru on Monday sets quotas.", "en") == [
        ("agree", "occurred", "NOR PER")
    ]


BESIDE = [
    ("Norway, caught in the middle, rejected the offer of Peru.", ("reject", "occurred", "NOR > PER")),
    ("Norway, long opposed to the plan, accepted the offer of Peru.", ("agree", "occurred", "NOR > PER")),
    ("Norway, worried about its fishermen, urged Peru to lift the ban.", ("demand", "occurred", "NOR > PER")),
    ("Norway, left with no choice, met Peru on Monday.", ("talks", "occurred", "NOR PER")),
]


@pytest.mark.parametrize(("text", "event"), BESIDE)
def test_a_participle_between_commas_parts_no_subject_from_its_verb(text: str, event: tuple[str, str, str]) -> None:
    assert told(text) == [event]


def test_of_verbs_in_a_row_each_is_one() -> None:
    events = told("Norway condemned Peru, called for a truce, and urged Chile to help.")
    assert [act for act, *_ in events][:2] == ["accuse", "demand"]


TAKEN_UP = [
    ("The union met managers in Lima, who rejected the demand.", []),
    ("The alliance has a wing in Ghana, who favour talks.", []),
    ("Norway met leaders of Ghana, who rejected the plan.", ["reject occurred GHA > NOR"]),
    ("Norway held talks with Ghana, who rejected the plan.", ["reject occurred GHA > NOR"]),
]


@pytest.mark.parametrize(("text", "answers"), TAKEN_UP)
def test_who_takes_up_people_and_no_land_in_which_they_are(text: str, answers: list[str]) -> None:
    assert [" ".join(one) for one in told(text) if one[0] != "talks"] == answers


def test_a_month_that_a_relative_takes_up_is_no_body() -> None:
    events = told("Norway held a summit in early April, which brought Peru and Ghana together.")
    assert not any("april" in parties for _, _, parties in events)


REPORTED = [
    ("Norway told Ghana on Monday that it had met Peru.", [("talks", "occurred", "NOR PER")]),
    ("Envoys left Oslo when Lima announced on Monday that it would meet Ghana.", [("talks", "scheduled", "GHA PER")]),
    # Who is told of talks takes no part in them, whoever tells him.
    ("Quispe told Ghana that talks with Peru had begun on Monday.", []),
    ('"Talks with Peru have begun," said Norway.', [("talks", "occurred", "NOR PER")]),
]


@pytest.mark.parametrize(("text", "events"), REPORTED)
def test_it_is_who_tells_and_not_who_is_told(text: str, events: list[tuple[str, str, str]]) -> None:
    assert told(text) == events


def test_talks_of_which_only_the_mediator_is_named_are_of_the_two_who_talk() -> None:
    text = "Norway and Peru met in Oslo on Monday. The UN-led talks will resume on Friday."
    event = next(event for event in read(text) if event.status == "scheduled")
    assert {party.id for party in event.parties if party.role == "participant"} == {"country:NOR", "country:PER"}
    assert [party.id for party in event.parties if party.role == "mediator"] == ["org:un"]


def test_who_brokers_a_deal_of_two_others_is_none_of_its_sides() -> None:
    text = "Norway and Peru held talks on Monday. Oman brokered an agreement on Tuesday."
    deal = next(event for event in read(text) if event.act == "agree")
    assert {party.id for party in deal.parties if party.role == "participant"} == {"country:NOR", "country:PER"}
    assert [party.id for party in deal.parties if party.role == "mediator"] == ["country:OMN"]


def test_two_who_broker_a_deal_between_themselves_make_it() -> None:
    text = "Norway and Peru held talks on Monday. They brokered a deal on Tuesday to share the cod."
    assert ("agree", "occurred", "NOR PER") in told(text)


def test_a_home_ministry_is_its_governments() -> None:
    text = "The rebels met Home Ministry officials in Lima on Monday. The government of Peru welcomed it."
    assert told(text) == [("talks", "occurred", "PER rebels")]
