"""Whom one speaks to without a name: then the other side that the article has in mind is not meant. Invented."""

import pytest

from tests.extractor.test_extract import told

_DISPUTE = (
    "Norway and Peru held talks in Quito on Monday. Norway accused Peru of seizing its trawlers. Peru rejected the "
    "accusation. Norway and Peru have fished there for decades. Norway demanded on Tuesday that Peru free the crews. "
    "Norway wants quotas to fall."
)


@pytest.mark.parametrize(
    ("sentence", "act", "doer"),
    [
        ("Peru's president urged captains to remain patient.", "demand", "PER"),
        ("Peru asked its own parliament to approve the new quotas.", "demand", "PER"),
        ("Norway gave army commanders ten days to draw up a plan.", "demand", "NOR"),
        ("Norway's president told the Norwegian army to stay in its barracks.", "demand", "NOR"),
        ("Peru promised voters a new harbour.", "promise", "PER"),
        ("Peru accused smugglers of causing the dispute.", "accuse", "PER"),
    ],
)
def test_who_is_not_known_is_not_the_other_side(sentence: str, act: str, doer: str) -> None:
    assert (act, "occurred", doer) in told(f"{_DISPUTE} {sentence}", "en")


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Norway called on the international community to send observers.", "NOR > international-community"),
        ("Norway appealed to donors to pay for a new port.", "NOR > donors"),
        ("Peru ordered local officials to clear the harbour within a week.", "PER > local-officials-per"),
    ],
)
def test_people_of_whom_more_is_told_are_addressed_themselves(sentence: str, parties: str) -> None:
    assert ("demand", "occurred", parties) in told(f"{_DISPUTE} {sentence}", "en")


@pytest.mark.parametrize(
    ("sentence", "act", "whom"),
    [
        ("Norway demanded an apology within a week.", "demand", "NOR > PER"),
        ("Norway called for the boats to be released.", "demand", "NOR > PER"),
        ("Norway urged its neighbour to open the port.", "demand", "NOR > PER"),
        ("Peru pledged to lower the quotas by June.", "promise", "PER > NOR"),
    ],
)
def test_who_speaks_to_nobody_else_speaks_to_the_other_side(sentence: str, act: str, whom: str) -> None:
    assert (act, "occurred", whom) in told(f"{_DISPUTE} {sentence}", "en")
