"""Journeys of ministers and heads of state to another country, and what only looks like one. All are invented."""

import pytest

from tests.extractor.test_extract import told

_AROUND = "Bolivia and Paraguay opened talks on fishing in Vienna. "


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The prime minister of Norway is expected in Lima later this month.", ("talks", "scheduled", "NOR PER")),
        ("Norway's prime minister is due in Lima on Friday.", ("talks", "scheduled", "NOR PER")),
        ("The Norwegian foreign minister is this week in Peru.", ("talks", "occurred", "NOR PER")),
        ("The Norwegian foreign minister was in Lima on Tuesday.", ("talks", "occurred", "NOR PER")),
        ("The Norwegian minister arrived in Lima on Sunday to begin a tour.", ("talks", "occurred", "NOR PER")),
        ("The Norwegian foreign minister landed in Lima on Sunday.", ("talks", "occurred", "NOR PER")),
        ("The Norwegian foreign minister stopped in Lima on Sunday.", ("talks", "occurred", "NOR PER")),
        ("The Peruvian president is scheduled to fly to Norway this month.", ("talks", "scheduled", "NOR PER")),
        ("The Peruvian president flew to the EU summit in Lima.", ("talks", "occurred", "PER eu")),
        ("The Peruvian president went to Oslo last week.", ("talks", "occurred", "NOR PER")),
        ("The Peruvian president arrived in Oslo on Monday for a two-day visit.", ("talks", "occurred", "NOR PER")),
        ("The Peruvian president will travel to Oslo on Friday.", ("talks", "scheduled", "NOR PER")),
    ],
)
def test_who_in_office_goes_to_another_country_visits_it(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(_AROUND + text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister is in hospital in Lima.",
        "The foreign minister of Norway was born in Peru.",
        "The Norwegian minister was expected in court in Lima.",
        "Norway's president landed in trouble in Peru.",
        "Norway's trade minister is interested in Peru.",
        "The prime minister of Norway is in power.",
        "The Norwegian minister was in Lima when the storm broke.",
        "The Norwegian minister travelled to Lima for the annual bankers' meeting.",
    ],
)
def test_who_only_is_somewhere_visits_nobody(text: str) -> None:
    assert "NOR PER" not in [who for _, _, who in told(_AROUND + text)]


def test_his_envoys_are_of_who_tells_of_them() -> None:
    text = "The Norwegian minister told the Peruvian president that his envoy demanded the release of the crew."
    assert "NOR" in [who.partition(" ")[0] for act, _, who in told(_AROUND + text) if act == "demand"]
