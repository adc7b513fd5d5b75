"""Confidence means what it says on the development gold, which no weight was fitted on."""

import pytest

from benchmarks.calibration.labels import gold
from benchmarks.calibration.report import SETS, Judged, bins, error, judged, taken
from tests.quality.measure import GOLD

pytestmark = pytest.mark.skipif(
    not GOLD.exists(), reason="the development gold is not beside the checkout: quality is not measured here"
)


@pytest.fixture(scope="module")
def rows() -> list[Judged]:
    """What is said of whole events on all development sets, and whether it is right."""
    return judged([one for name in SETS for one in gold(GOLD / f"{name}.jsonl")])["overall"]


def test_confidence_promises_no_more_than_is_kept(rows: list[Judged]) -> None:
    promised = sum(count * max(0.0, said - kept) for count, said, kept in bins(rows)) / len(rows)
    assert promised <= 0.03


def test_confidence_is_as_near_the_truth_as_it_was(rows: list[Judged]) -> None:
    """A figure reached, like the floors: less is said than holds, the labelled articles being harder than the gold."""
    assert error(rows) <= 0.13


def test_who_takes_only_sure_events_gets_right_ones_and_not_few(rows: list[Judged]) -> None:
    count, precision = taken(rows)
    everything = sum(good for _, good in rows) / len(rows)
    assert precision >= everything + 0.02
    assert precision >= 0.85
    assert count >= len(rows) / 3
