"""Idioms of negotiating in English press and whom they name. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

IDIOMS = [
    ("Norway gave Peru an ultimatum on Monday.", "demand occurred NOR > PER"),
    ("Norway set Peru a deadline of Friday to reply.", "demand occurred NOR > PER"),
    ("Norway made it clear that Peru must withdraw.", "demand occurred NOR > PER"),
    ("Norway and Peru patched things up on Monday.", "agree occurred NOR PER"),
    ("Norway and Peru resolved their row on Monday.", "agree occurred NOR PER"),
    ("Norway rebuffed Peru on Monday.", "reject occurred NOR > PER"),
    ("Norway said no to Peru on Monday.", "reject occurred NOR > PER"),
    ("Norway gave the thumbs down to the offer of Peru.", "reject occurred NOR > PER"),
    ("Norway described Peru's proposal as a non-starter.", "reject occurred NOR > PER"),
    ("Norway dismissed the offer of Peru as a ploy.", "reject occurred NOR > PER"),
    ("Norway called Peru's demands absurd.", "reject occurred NOR > PER"),
    ("Norway vowed to take countermeasures against Peru.", "threaten occurred NOR > PER"),
    ("Norway pledged to retaliate against Peru.", "threaten occurred NOR > PER"),
    ("Norway and Peru shook hands on a deal on Monday.", "agree occurred NOR PER"),
    ("Norway eased its sanctions on Peru on Monday.", "concede occurred NOR > PER"),
    ("Norway dropped its demand that Peru pay damages.", "concede occurred NOR > PER"),
    ("Norway pulled its troops out of Peru on Monday.", "concede occurred NOR > PER"),
    ("Talks between Norway and Peru ended in stalemate on Monday.", "suspend occurred NOR PER"),
    ("Norway reneged on its deal with Peru on Monday.", "suspend occurred NOR > PER"),
    ("Oman brought Norway and Peru to the table on Monday.", "mediate occurred NOR PER"),
    ("Norway and Peru went head to head on Monday.", "talks occurred NOR PER"),
    ("The foreign minister of Norway was closeted with Peru's president.", "talks occurred NOR PER"),
    ("Norway went into conciliation with Peru on Monday.", "talks occurred NOR PER"),
    ("Norway heard out a delegation of Peru on Monday.", "talks occurred NOR PER"),
    ("Norway and Peru came to an arrangement over fishing on Monday.", "agree occurred NOR PER"),
    ("Norway and Peru broke the deadlock on Monday.", "agree occurred NOR PER"),
    ("Norway and Peru reached common ground on fishing on Monday.", "agree occurred NOR PER"),
    ("Norway passed the fishing treaty with Peru on Monday.", "agree occurred NOR PER"),
    ("Norway waved the treaty with Peru through on Monday.", "agree occurred NOR PER"),
    ("Norway and Peru affixed their signatures to a border pact.", "sign occurred NOR PER"),
    ("Norway made an offer for the fleet of Peru.", "propose occurred NOR > PER"),
    ("Norway came back with 4 percent in its row with Peru.", "propose occurred NOR"),
    ("Norway is asking 400 dollars a ton from Peru.", "demand occurred NOR > PER"),
    ("Norway presented a memorandum to Peru on Monday.", "demand occurred NOR > PER"),
    ("Norway gave the offer of Peru short shrift.", "reject occurred NOR > PER"),
    ("Norway would have none of the plan of Peru.", "reject occurred NOR > PER"),
    ("Norway said the offer of Peru was not up for discussion.", "reject occurred NOR"),
    ("Norway handed in its rifles to Peru on Monday.", "concede occurred NOR > PER"),
    ("Norway opened its airspace to Peru on Monday.", "concede occurred NOR > PER"),
    ("Norway reversed the toll hike for Peru on Monday.", "concede occurred NOR > PER"),
    ("Norway put the talks with Peru on ice on Monday.", "suspend occurred NOR > PER"),
    ("Norway called the latest round of talks with Peru off on Monday.", "suspend occurred NOR > PER"),
    ("Norway downgraded its ties with Peru on Monday.", "suspend occurred NOR > PER"),
    ("Oman stepped in between Norway and Peru on Monday.", "mediate occurred NOR PER"),
    ("Oman is acting as go-between for Norway and Peru.", "mediate ongoing NOR PER"),
]


@pytest.mark.parametrize(("sentence", "event"), IDIOMS)
def test_an_idiom_tells_its_act(sentence: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(sentence, "en")]


def test_words_with_no_between_are_no_refusal() -> None:
    assert not any(act == "reject" for act, *_ in told("Norway said there were no plans to write to Peru.", "en"))


def test_who_praises_an_offer_rejects_none() -> None:
    assert not any(act == "reject" for act, *_ in told("Norway described Peru's proposal as generous.", "en"))


def test_hands_are_shaken_on_steps_without_a_deal() -> None:
    assert not any(act == "agree" for act, *_ in told("Norway shook hands with Peru on the steps.", "en"))


def test_who_will_not_be_named_demands_nothing() -> None:
    assert told("The official, asking not to be named, said Norway would host the summit.", "en") == []


ANSWERED = [
    "Norway and Peru drew up a treaty. Norway ratified it on Monday.",
    "A treaty with Peru is ready. Norway was the first to ratify it.",
]


@pytest.mark.parametrize("text", ANSWERED)
def test_a_pronoun_stands_for_the_treaty_told_of_before(text: str) -> None:
    assert any(act == "sign" for act, *_ in told(text, "en"))


def test_a_pronoun_stands_for_no_treaty_where_none_is_told_of() -> None:
    assert not any(act == "sign" for act, *_ in told("Norway sent Peru a ship. Norway ratified it on Monday.", "en"))


DESCRIBED = [
    "Norway and Peru met on Monday. The treaty, signed in Vienna in May, covers fishing.",
    "The accord between Norway and Peru, initialled on Monday, covers fishing.",
]


@pytest.mark.parametrize("text", DESCRIBED)
def test_a_participle_between_commas_says_what_became_of_the_treaty(text: str) -> None:
    events = told(text, "en")
    assert any(act == "sign" and {"NOR", "PER"} <= set(parties.split()) for act, _, parties in events)


def test_talks_on_a_day_are_no_verb() -> None:
    assert "suspend occurred NOR" in [
        " ".join(one) for one in told("Norway stormed out of the United Nations talks on 9 May.", "en")
    ]


NO_ACTS = [
    ("The choir of Norway cleared the road of snow in Peru.", "concede"),
    ("Norway ended the rise of prices in Peru.", "concede"),
    ("Norway handed in its homework to Peru.", "concede"),
    ("Norway put the kettle of Peru on ice.", "suspend"),
]


@pytest.mark.parametrize(("sentence", "act"), NO_ACTS)
def test_what_else_is_cleared_handed_in_or_put_on_ice_is_no_act(sentence: str, act: str) -> None:
    assert not any(one == act for one, *_ in told(sentence, "en"))


FIRSTS = [
    ("Norway was the first to sign the treaty with Peru.", "sign"),
    ("Norway became the third Nordic state to ratify the treaty with Peru.", "sign"),
    ("Norway is the latest country to drop its sanctions on Peru.", "concede"),
    ("Norway was the last to accept the offer of Peru.", "agree"),
]


@pytest.mark.parametrize(("sentence", "act"), FIRSTS)
def test_the_first_to_do_it_did_it(sentence: str, act: str) -> None:
    assert any(one == act and status == "occurred" for one, status, _ in told(sentence, "en"))


NOT_YET = [
    "Norway will be the first to sign the treaty with Peru.",
    "It was the last chance to sign a treaty between Norway and Peru.",
]


@pytest.mark.parametrize("sentence", NOT_YET)
def test_who_will_be_the_first_has_not_done_it(sentence: str) -> None:
    assert not any(act == "sign" and status == "occurred" for act, status, _ in told(sentence, "en"))


def test_le_premier_a_signer_a_signe() -> None:
    events = told("La Norvège est devenue le troisième pays à ratifier le traité avec le Pérou.", "fr")
    assert ("sign", "occurred", "NOR PER") in events
