"""Confidence means what it says on the open benchmark, which no weight was fitted on and nobody tuned for."""

from pathlib import Path

import pytest
from sklearn.metrics import roc_auc_score

from benchmarks.calibration.labels import gold
from benchmarks.calibration.report import WHOLLY, Judged, bins, error, judged, taken

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "gold"


@pytest.fixture(scope="module")
def measured() -> dict[str, list[Judged]]:
    """What is said of events in both languages, and whether it is right."""
    return judged([one for language in ("en", "fr") for one in gold(BENCHMARK / f"{language}.jsonl")])


@pytest.fixture
def rows(measured: dict[str, list[Judged]]) -> list[Judged]:
    """The same of whole events: whether they are told, with most of their parties."""
    return measured["overall"]


def test_confidence_promises_no_more_than_is_kept(rows: list[Judged]) -> None:
    promised = sum(count * max(0.0, said - kept) for count, said, kept in bins(rows)) / len(rows)
    assert promised <= 0.03


def test_confidence_is_as_near_the_truth_as_it_was(rows: list[Judged]) -> None:
    """A figure reached, like the floors: all of it is modesty, events right more often than said.

    What is said is drawn from real articles, which are harder than these.
    """
    assert error(rows) <= 0.17


def test_events_with_nothing_wrong_are_said_to_be_surer(measured: dict[str, list[Judged]]) -> None:
    """A figure reached, .696 then; .614 before the weights told whole events from half right ones."""
    said, whole = zip(*measured[WHOLLY], strict=True)
    assert roc_auc_score(whole, said) >= 0.68


def test_who_takes_only_sure_events_gets_right_ones_and_not_few(rows: list[Judged]) -> None:
    """Wrong hardly more than half as often as all are: the fewer are wrong, the less there is to be better by."""
    count, precision = taken(rows)
    wrong = sum(not good for _, good in rows) / len(rows)
    assert 1 - precision <= 0.6 * wrong
    assert precision >= 0.9
    assert count >= len(rows) / 20
