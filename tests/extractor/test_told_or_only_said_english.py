# ruff: noqa: E501 — sentences under test stay on one line.
"""What is done no longer, short forms of verbs, one's own country, promises won, what is threatened on a condition, and
what only looks like an act in the English press. All sentences are invented."""

import pytest

from tests.extractor.test_extract import read, told


def _events(text: str) -> list[str]:
    return [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru will no longer accept the offer of Norway.", "reject occurred PER > NOR"),
        ("Peru said it could no longer accept the deal.", "reject occurred PER"),
        ("Peru will no longer take part in talks with Norway.", "reject occurred PER > NOR"),
        ("\"We're meeting Peru's envoys on Monday,\" said Norway's minister.", "talks scheduled NOR PER"),
        ("Peru's president said his country would pay.", "promise occurred PER"),
        ("Norway's envoy extracted a promise from Peru's president to lift the ban.", "promise occurred PER > NOR"),
        ("Norway's envoy won a promise from Peru's president to travel to Ghana.", "promise occurred PER > NOR"),
        ("Norway said it could no longer ensure the safety of ferries.", "threaten occurred NOR"),
        ("The Harbour Party said it would leave the government if the deal was approved.", "threaten occurred harbour-party"),
        ("Norway promised to pay and warned that it would leave if Peru did not.", "promise occurred NOR > PER"),
        ("Peru will trigger the clause, suspending the deal with Norway, on Monday.", "suspend scheduled PER > NOR"),
    ],
)  # fmt: skip
def test_what_is_told(text: str, event: str) -> None:
    assert event in _events(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway cannot commit to the deal.", "promise"),
        ("They spoke to Peru's press on condition of anonymity under ground rules set by Norway's government.", "demand"),
        ("Norway and Peru met in Oslo.\n\nA Peruvian official and Norway's envoy spoke on condition of anonymity.", "promise"),
        ("\"That was no bargain, and we'll give them time to think,\" said Norway's minister.", "promise"),
        ("Norway ended a boycott that charities had warned would ruin the port.", "threaten"),
        ("Norway and Peru signed a charter committing both to share the catch.", "promise"),
        ("A European country rejected Norway's offer on Monday.", "reject"),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_act(text: str, act: str) -> None:
    assert act not in [one for one, _, _ in told(text)]


def test_a_meeting_told_of_again_is_still_to_come() -> None:
    text = "Norway and Peru will sit down again on Friday. It'll be their third meeting this year."
    assert [(one[0], one[1]) for one in told(text)] == [("talks", "scheduled")]


def test_talks_agreed_on_were_not_held_on_that_day() -> None:
    text = "Norway and Peru met in Oslo.\n\nThe round in Lima was agreed upon by both in February."
    days = [event.time for event in read(text) if event.act == "talks"]
    assert days == [None]
