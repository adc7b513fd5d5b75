# ruff: noqa: E501 — sentences under test stay on one line.
"""How agencies report: who only relays, deals called by a town, "the ministers" behind whose they are, what nobody signed.
All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told


def test_what_was_not_accepted_is_no_refusal_of_who_tells_it() -> None:
    found = told("Norway tabled a plan. The plan was not accepted by the Peruvian side, Chile's envoy said.", "en")
    assert [one for one in found if one[0] == "reject"] == [("reject", "occurred", "PER > NOR")]


def test_the_agent_of_one_participle_is_not_that_of_a_verb_before() -> None:
    text = 'Norway made an offer. "Your offer is unacceptable," Peru said in a statement read by Chile on Monday, a daily reported.'
    assert ("reject", "occurred", "PER > NOR") in told(text, "en")


def test_both_sides_are_two_others_named_before() -> None:
    text = "Norway met Sweden on Monday. Norway's minister spoke of Peru and Chile. Norway urged both sides to show restraint."
    assert ("demand", "occurred", "NOR > CHL PER") in told(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The 2015 Minsk agreement was brokered by France between Ukraine and Russia.",
        "The Minsk ceasefire accord was rejected by Ukraine.",
        "The Minsk protocol was signed by Ukraine and Russia.",
    ],
)
def test_a_deal_called_by_a_capital_is_not_of_its_government(text: str) -> None:
    assert not any("BLR" in parties for _, _, parties in told(text, "en"))


def test_two_capitals_before_talks_are_those_who_talk_and_no_place() -> None:
    (talks,) = read("The Oslo-Lima talks resumed on Monday.", "en")
    assert (talks.place, {party.id for party in talks.parties}) == (None, {"country:NOR", "country:PER"})


@pytest.mark.parametrize(
    ("language", "text", "item"),
    [
        ("en", "Norway demanded that Peru accept the plan and commit to its terms.", "and commit to its terms"),
        ("fr", "Oslo a exigé que Lima accepte le plan et s'engage à le suivre.", "et s'engage à le suivre"),
    ],
)
def test_a_demand_goes_on_with_a_verb_in_the_tense_of_what_is_demanded(
    language: Language, text: str, item: str
) -> None:
    (demand,) = read(text, language)
    assert demand.act == "demand"
    assert demand.items[0].text.endswith(item)


def test_what_the_one_who_demanded_did_besides_is_none_of_the_demand() -> None:
    acts = [act for act, *_ in told("Norway demanded that Peru accept the plan and rejected the offer of Chile.", "en")]
    assert sorted(acts) == ["demand", "reject"]


def test_talks_by_both_sides_have_no_mediators() -> None:
    found = read("Norway met Peru. Chile's plan is to be followed by negotiations by delegations of both sides.", "en")
    assert not any(party.role == "mediator" for event in found for party in event.parties)


def test_letters_that_reported_are_a_medium() -> None:
    found = read('Norway met Peru. "The talks with Norway were useful," it said, KLN reported.', "en")
    assert not any(party.id == "org:kln" for event in found for party in event.parties)


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "Arab foreign ministers rejected the talks of Israel and Turkey. The ministers demanded a truce.", "demand occurred arab-countries"),
        ("en", "EU ministers rejected the talks of Peru and Chile. The ministers demanded a truce.", "demand occurred eu"),
        ("fr", "Les ministres de l'UE ont rejeté la demande du Pérou et du Chili. Les ministres ont exigé une trêve.", "demand occurred eu"),
        ("fr", "Les dirigeants africains ont vu le Pérou et le Chili. Les dirigeants ont exhorté le Pérou à cesser le feu.", "demand occurred african-leaders > PER"),
    ],
)  # fmt: skip
def test_the_ministers_are_those_who_were_last_called_so(language: Language, text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, language)]


def test_two_ministers_are_the_two_who_met() -> None:
    text = "EU ministers met. Norway's minister met his Peruvian counterpart. The two ministers agreed on quotas."
    assert ("agree", "occurred", "NOR PER") in told(text, "en")


def test_who_speaks_to_reporters_meets_nobody() -> None:
    found = told("Norway's minister met his Peruvian counterpart. He will speak to reporters on Friday.", "en")
    assert found == [("talks", "occurred", "NOR PER")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Despite five days of talks between Norway and Peru, no deal was signed."),
        ("fr", "Malgré cinq jours de discussions entre la Norvège et le Pérou, aucun accord n'a été signé."),
    ],
)
def test_talks_after_which_nothing_was_signed_are_told(language: Language, text: str) -> None:
    assert told(text, language) == [("talks", "occurred", "NOR PER"), ("sign", "denied", "NOR PER")]


@pytest.mark.parametrize("noun", ["protocole", "protocole d'accord", "avenant"])
def test_a_protocol_that_one_presents_to_the_other_is_an_offer(noun: str) -> None:
    assert ("propose", "occurred", "NOR > PER") in told(f"La Norvège a présenté au Pérou un {noun}.", "fr")
