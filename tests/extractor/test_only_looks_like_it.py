"""Words and clauses that look like an act of negotiation and are none, each beside one that is. All are invented."""

import pytest

from tests.extractor.test_extract import told

PAIRS = [
    # "Meet" takes people; targets, demands and payments are met without talking.
    ("Norway met Peru in Quito.", ["talks occurred NOR PER"], "Norway met the targets in Quito with Peru absent.", []),
    ("Norway met face to face with Peru in Quito.", ["talks occurred NOR PER"], "Norway met Peru demands.", []),
    # "Speak" takes somebody to speak to.
    (
        "Norway spoke with Peru on Monday.",
        ["talks occurred NOR PER"],
        "Peru was silent and Norway spoke on Monday.",
        [],
    ),
    # A plural before "of" is no verb: "acts" parts nobody from what he did behind it.
    (
        "Norway condemned Chile, rejected the offer of Peru and called for a truce.",
        ["accuse occurred NOR > CHL", "reject occurred NOR > PER", "demand occurred NOR"],
        "Norway condemned Chile and its appalling acts of piracy, rejected the offer of Peru and called for a truce.",
        ["accuse occurred NOR > CHL", "reject occurred NOR > PER", "demand occurred NOR"],
    ),
    # What it would be good or bad to do is done by nobody.
    (
        "Norway submitted a draft to Peru.",
        ["propose occurred NOR > PER"],
        "It is bad for Norway to submit a draft to Peru.",
        [],
    ),
    # What one is about is not done.
    (
        "Norway has reached a deal with Peru.",
        ["agree occurred NOR PER"],
        "Norway is thinking about reaching a deal with Peru.",
        [],
    ),
    # Nor is what there is only hope or doubt of, nor what came near, has yet to be, or would have been.
    (
        "Norway said that Peru rejected the offer of Chile.",
        ["reject occurred PER > CHL"],
        "Norway saw no sign that Peru rejected the offer of Chile.",
        [],
    ),
    (
        "Norway and Peru came to a deal on fish.",
        ["agree occurred NOR PER"],
        "Norway and Peru came nearer to a deal on fish.",
        [],
    ),
    (
        "Norway has agreed to the offer of Peru.",
        ["agree occurred NOR > PER"],
        "Norway has yet to agree to the offer of Peru.",
        ["agree denied NOR > PER"],
    ),
    (
        "Norway rejected the offer of Chile.",
        ["reject occurred NOR > CHL"],
        "Norway would have rejected the offer of Chile.",
        [],
    ),
    # Of the things that a verb may take the nearest says what it is.
    (
        "Norway called off the talks with Peru on tariffs.",
        ["suspend occurred NOR > PER"],
        "Norway called off the tariffs on goods of Peru and the talks on fish.",
        ["concede occurred NOR"],
    ),
    # Who stays away from a meeting says nothing of whether it is held; a meeting may only say when something was.
    (
        "Norway refused to hold talks with Peru.",
        ["reject occurred NOR > PER", "talks denied NOR PER"],
        "Norway and Chile refused to attend the talks in Quito.",
        ["reject occurred CHL NOR"],
    ),
    (
        "The Security Council held a meeting on Monday.",
        ["talks occurred un-security-council"],
        "Norway wept during the Security Council meeting on Monday.",
        [],
    ),
    # To offer to meet is talks, as yet proposed, and no offer beside them.
    (
        "Norway proposed a treaty to Peru.",
        ["propose occurred NOR > PER"],
        "Norway proposed talks with Peru.",
        ["talks proposed NOR PER"],
    ),
    # A club of countries mediates nothing between its members.
    (
        "Oman brought together Norway and Peru.",
        ["mediate occurred NOR PER"],
        "BRICS brought together Brazil and Russia.",
        [],
    ),
    # To give way is told where it is done.
    (
        "Norway lifted the ban on fish from Peru.",
        ["concede occurred NOR"],
        "Norway is ready to lift the ban on fish from Peru.",
        [],
    ),
]


@pytest.mark.parametrize(("real", "events", "seeming", "left"), PAIRS)
def test_what_only_looks_like_an_act_tells_none(real: str, events: list[str], seeming: str, left: list[str]) -> None:
    assert [" ".join(one) for one in told(real)] == events
    assert [" ".join(one) for one in told(seeming)] == left
