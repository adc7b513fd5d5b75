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
    ("Norway backed down in its row with Peru.", "concede occurred NOR > PER"),
    ("Norway dropped its demand that Peru pay damages.", "concede occurred NOR > PER"),
    ("Norway pulled its troops out of Peru on Monday.", "concede occurred NOR > PER"),
    ("Talks between Norway and Peru ended in stalemate on Monday.", "suspend occurred NOR PER"),
    ("Norway reneged on its deal with Peru on Monday.", "suspend occurred NOR > PER"),
    ("Oman brought Norway and Peru to the table on Monday.", "mediate occurred NOR PER"),
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
