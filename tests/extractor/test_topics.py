# ruff: noqa: E501 — sentences under test stay on one line.
"""What acts are about, and their codes: words that name a topic, and words that only begin alike. Sentences are invented."""

import pytest

from services.extractor.document import Language
from services.extractor.fields.topics import topics, words_of
from tests.extractor.test_extract import read


@pytest.mark.parametrize(
    ("language", "passage", "expected"),
    [
        ("en", "The European Union and Norway agreed on important limits to the damage.", set()),
        ("en", "Workers went on strike over wages.", {"labour"}),
        ("en", "Norway denounced the missile strikes on the port.", {"arms-control"}),
        ("en", "A trade deal on oil, gas and fish quotas.", {"trade", "energy"}),
        (
            "en",
            "The release of prisoners and a ceasefire along the border.",
            {"prisoners-hostages", "ceasefire", "territory"},
        ),
        ("en", "Talks on a coalition government.", {"government-formation"}),
        ("fr", "La Gazette, visant la bande de Gaza, salue les gardiens de la paix.", set()),
        ("fr", "Un accord sur le gaz et les visas.", {"energy", "migration"}),
        ("fr", "« L’enrichissement d’uranium » et les sanctions.", {"nuclear", "sanctions"}),
        ("fr", "La transition écologique et les émissions de carbone.", {"climate"}),
        ("fr", "Le règlement du conflit et le retrait des troupes.", {"peace-settlement", "territory"}),
        ("fr", "Les syndicats réclament une hausse des salaires et un nouveau préavis de grève.", {"labour"}),
    ],
)
def test_words_that_name_a_topic(language: Language, passage: str, expected: set[str]) -> None:
    assert set(topics(passage, language)) == expected


def test_the_words_of_a_topic_stand_where_they_are_said_to() -> None:
    passage = "Grève : les salaires et la retraite."
    assert [passage[start:end] for start, end in words_of("labour", passage, "fr")] == ["Grève", "salaires"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norway met Peru on Monday.", "040"),
        ("The Norwegian president phoned the Peruvian president.", "041"),
        ("Norway's prime minister will visit Lima next week.", "042"),
        ("Norway met Peru in Vienna.", "044"),
        ("Norway met Peru in Lima.", "040"),
        ("Norway and Peru held a fourth round of talks in Vienna.", "046"),
    ],
)
def test_codes_of_talks(text: str, code: str) -> None:
    assert {event.codes.cameo for event in read(text) if event.act == "talks"} == {code}
