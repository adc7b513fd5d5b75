# ruff: noqa: E501 — labels stay on one line.
"""Confidence: its table, its laws, and the fit that makes the table."""

import math
import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.calibration import fit, labels, report
from services.extractor.confidence import Setting, evidence, kept, probability, weights
from services.extractor.extract import candidate_events, extract
from services.extractor.page.read import read
from services.extractor.text.normalise import normalise

LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_sixty_labelled_articles_and_more(language: str) -> None:
    found = labels.articles(language)
    assert len(found) >= 60
    assert all(len(str(one.article.text).split()) >= 20 for one in found)
    assert 5 <= sum(not one.events for one in found) < 30


def test_a_line_that_is_no_label_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="talks yesterday"):
        labels.label("talks yesterday")


@pytest.mark.parametrize(
    ("line", "parties"),
    [
        ("talks occurred NOR+PER", {("country:NOR", "participant"), ("country:PER", "participant")}),
        ("demand occurred NOR>org:eu", {("country:NOR", "initiator"), ("org:eu", "counterpart")}),
        ("deny occurred NOR", {("country:NOR", "initiator")}),
        ("mediate occurred PRT|NOR+PER", {("country:PRT", "mediator"), ("country:NOR", "participant"), ("country:PER", "participant")}),
    ],
)  # fmt: skip
def test_a_label_says_who_does_what_to_whom(line: str, parties: set[tuple[str, str]]) -> None:
    assert labels.label(line).parties == parties


def test_the_table_has_a_row_a_field_of_evidence_that_the_code_knows() -> None:
    document = read(labels.articles("en")[0].article)
    found = candidate_events(document, normalise(document.text))
    kinds = set(evidence(found[0], Setting.of(found)))
    for field, row in weights().items():
        assert field in fit.FIELDS
        assert math.isfinite(row["bias"])
        for name in row.keys() - {"bias"}:
            assert name in kinds or name.startswith(("act ", "status ", "told by ", "parties of the kind ")), name
    assert set(weights()) == set(fit.FIELDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_has_a_confidence_and_each_field_that_it_has(language: str) -> None:
    for one in labels.articles(language)[:20]:
        for event in extract(read(one.article), one.article.produced_at):
            assert 0 < event.confidence.overall < 1
            assert (event.confidence.time is None) == (event.time is None)
            assert (event.confidence.place is None) == (event.place is None)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(0, 1)), st.floats(-500, 500))
def test_nothing_is_quite_sure(seen: dict[str, float], weight: float) -> None:
    row = {"bias": weight, "a": weight, "b": -weight, "c": 2 * weight}
    assert 0 < probability(seen, row) < 1


@given(st.floats(0, 0.98), st.floats(0, 0.98))
def test_what_is_promised_more_is_said_more(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert kept(low) <= kept(high) + 0.001  # said to three places


def test_what_may_be_half_right_is_said_to_be_told_all_the_same() -> None:
    assert kept(0.2) > 0.4
    assert kept(0.75) == 0.8
    assert kept(0.98) < 0.98


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("talks occurred NOR+PER", True),
        ("talks ongoing NOR+PER", True),
        ("talks scheduled NOR+PER", False),
        ("talks occurred NOR+PER+GHA", True),
        ("talks occurred NOR+GHA", False),
        ("talks occurred NOR", False),
    ],
)
def test_an_event_is_wholly_right_where_status_and_parties_are(line: str, right: bool) -> None:
    text = "The foreign ministers of Norway and Peru met in Lima on Tuesday to discuss fishing quotas."
    event = extract(read(labels.article(text, "en", "one", labels.PUBLISHED)), datetime(2026, 3, 6, tzinfo=UTC))[0]
    assert labels.is_wholly_right(labels.label(line), event) is right
    assert not labels.is_wholly_right(None, event)


def test_evidence_for_raises_and_evidence_against_lowers() -> None:
    row = {"bias": 0.0, "for": 1.0, "against": -1.0}
    assert probability({"against": 1.0}, row) < probability({}, row) < probability({"for": 1.0}, row)


def test_the_regression_finds_what_made_the_data() -> None:
    chance, rows = random.Random(3), []
    for _ in range(20_000):
        facts = {"good": chance.random(), "noise": chance.random()}
        truth = 1 / (1 + math.exp(1 - 3 * facts["good"]))
        rows.append((facts, chance.random() < truth))
    found = fit.regression(rows)
    assert found["bias"] == pytest.approx(-1, abs=0.4)
    assert found["good"] == pytest.approx(3, abs=0.5)
    assert found["noise"] == pytest.approx(0, abs=0.3)
    assert found == fit.regression(rows)


def test_a_fit_is_written_the_same_each_time_and_read_back() -> None:
    seen = list(fit.samples(labels.articles("en")))
    assert fit.written(fit.fitted(seen)) == fit.written(fit.fitted(seen))
    assert "overall:\n  bias: " in fit.written(fit.fitted(seen))


def test_the_error_is_the_distance_of_said_and_right() -> None:
    rows = [(0.75, True)] * 3 + [(0.75, False)] + [(0.95, False)] * 4
    assert report.error(rows) == pytest.approx(0.475)
    assert report.taken(rows) == (4, 0.0)
    assert "".join(report.plot(rows)).count("#") > 0
    assert report.svg(rows).count("<circle") == 2
