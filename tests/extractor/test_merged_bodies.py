# ruff: noqa: E501 — sentences under test stay on one line.
"""Bodies that later became one, and alliances of two firms: before the merger one deals with the other. All sentences are
invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Arcelor rejected an offer from Mittal Steel on Monday.", "reject occurred arcelor > mittal-steel"),
        ("Tata Steel made an offer to Corus on Monday.", "propose occurred tata-steel > corus"),
        (
            "Charter Communications met Time Warner Cable on Monday.",
            "talks occurred charter-communications time-warner-cable",
        ),
        ("AFTRA made an offer to SAG-AFTRA on Monday.", "propose occurred aftra > sag-aftra"),
    ],
)
def test_bodies_that_merged_later_deal_with_each_other(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


def test_an_alliance_of_two_firms_acts_for_both() -> None:
    text = "Renault-Nissan made an offer to General Motors on Monday."
    assert "propose occurred nissan renault > general-motors" in [" ".join(one) for one in told(text)]
