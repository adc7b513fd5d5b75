"""Talks and deals that a report tells of which somebody says that it is not true. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway dismissed reports that it had begun talks with Peru."),
        ("en", "Norway dismissed as untrue reports that it had met Peru's envoy."),
        ("en", "Norway denied reports of talks with Peru."),
        ("en", "Norway called reports of talks with Peru false."),
        ("en", "Peru said reports that it had begun talks with Norway were false."),
        ("en", "There is no truth in reports that Norway is holding talks with Peru."),
        ("en", "Norway contradicted a statement by Peru, which said that it had begun talks with Peru."),
        ("fr", "La Norvège a démenti les informations selon lesquelles elle avait rencontré le Pérou."),
    ],
)
def test_talks_of_which_a_denied_report_tells_are_denied(language: Language, text: str) -> None:
    assert [status for act, status, _ in told(text, language) if act == "talks"] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway confirmed reports that it had begun talks with Peru.",
        "Norway did not deny reports that it had begun talks with Peru.",
        "Norway dismissed reports of a rift, saying it had met Peru's minister on Monday.",
        "Norway welcomed a report of talks with Peru.",
    ],
)
def test_talks_beside_a_report_that_is_not_denied_were_held(text: str) -> None:
    assert [status for act, status, _ in told(text) if act == "talks"] == ["occurred"]
