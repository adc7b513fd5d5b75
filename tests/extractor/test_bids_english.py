"""Bids for companies: who makes them for whom, and who turns them down. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Karvel Steel rejected a $5bn offer from Norlund Bank.", "reject occurred karvel-steel > norlund-bank"),
        ("Karvel Steel rejected a $5bn (£4bn) offer from Norlund Bank.", "reject occurred karvel-steel > norlund-bank"),
        (
            "Karvel Steel rejected an improved takeover bid from Norlund Bank.",
            "reject occurred karvel-steel > norlund-bank",
        ),
        ("Karvel Steel accepted a $5bn takeover bid from Norlund Bank.", "agree occurred karvel-steel > norlund-bank"),
        ("Norlund Bank made a $5bn offer for Karvel Steel.", "propose occurred norlund-bank > karvel-steel"),
        ("Norlund Bank sweetened its bid for Karvel Steel.", "propose occurred norlund-bank > karvel-steel"),
        ("Norlund Bank offered $5bn for Karvel Steel.", "propose occurred norlund-bank > karvel-steel"),
        ("Karvel Steel received a takeover offer from Norlund Bank.", "propose occurred norlund-bank > karvel-steel"),
        (
            "Karvel Steel received a takeover approach from Norlund Bank.",
            "propose occurred norlund-bank > karvel-steel",
        ),
    ],
)
def test_a_bid_is_told_with_who_makes_it_and_for_whom(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    ["Norway held talks with neighbours Peru and Chile.", "Norway held talks with rivals Peru and Chile."],
)
def test_what_they_are_to_others_parts_nobody_from_talks_with_them(text: str) -> None:
    assert [(act, sorted(who.split())) for act, _, who in told(text)] == [("talks", ["CHL", "NOR", "PER"])]


@pytest.mark.parametrize("text", ["Norway has a careful approach to Peru.", "The guests bid Norway and Peru farewell."])
def test_what_only_sounds_like_a_bid_is_none(text: str) -> None:
    assert told(text) == []
