"""The open benchmark: well-formed, true to its articles, described as it is, and known to no code of the extraction."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from benchmarks.gold import agreement, counts
from benchmarks.gold.score import load
from schemas.negotiation import Act, Form, Granularity, Level, Role, Status

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "benchmarks" / "gold"
README = (GOLD / "README.md").read_text(encoding="utf-8")

_PARTY = re.compile(r"country:[A-Z]{3}|(?:org|group|person):[a-z0-9]+(?:-[a-z0-9]+)*")
_PERSON = re.compile(r"person:[a-z0-9]+(?:-[a-z0-9]+)*")
_VOCABULARY = {"act": Act, "status": Status, "level": Level, "form": Form}
_MAY_BE_NULL = {"level", "form"}

languages = pytest.mark.parametrize("language", counts.LANGUAGES)


def readings(language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(text of the article, event) of the gold and of both readers."""
    texts = {article["id"]: article["text"] for article in counts.articles(language)}
    for name in (f"{language}.jsonl", f"readers/{language}-1.jsonl", f"readers/{language}-2.jsonl"):
        for article, events in load(GOLD / name).items():
            yield from ((texts[article], dict(event)) for event in events)


def passages(event: dict[str, Any]) -> list[str]:
    return [event["evidence"], *(event.get("items") or ()), *filter(None, [event.get("condition")])]


@languages
def test_articles_are_whole(language: str) -> None:
    articles = counts.articles(language)
    assert len(articles) >= 40
    assert [article["id"] for article in articles] == [f"{language}-{n:03}" for n in range(1, len(articles) + 1)]
    for article in articles:
        assert article["language"] == language
        assert article["text"].startswith(article["title"])
        assert date.fromisoformat(article["published"])
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", article["genre"])


@languages
def test_readers_read_the_same_articles(language: str) -> None:
    ids = [article["id"] for article in counts.articles(language)]
    assert [list(load(GOLD / "readers" / f"{language}-{reader}.jsonl")) for reader in (1, 2)] == [ids, ids]


@languages
def test_every_passage_stands_in_its_article(language: str) -> None:
    assert [one for text, event in readings(language) for one in passages(event) if not one or one not in text] == []


@languages
def test_the_vocabulary_is_that_of_the_contract(language: str) -> None:
    for _, event in readings(language):
        for name, values in _VOCABULARY.items():
            value = event.get(name)
            assert value in get_args(values) or (value is None and name in _MAY_BE_NULL)
        for name in ("time", "due"):
            period = event.get(name)
            if period:
                assert date.fromisoformat(period["start"]) <= date.fromisoformat(period["end"])
                assert period["granularity"] in get_args(Granularity)
                assert period.get("basis") in ({"stated", "document"} if name == "time" else {None})


@languages
def test_ids_are_well_formed(language: str) -> None:
    for _, event in readings(language):
        assert event["parties"]
        for party in event["parties"]:
            assert _PARTY.fullmatch(party["id"])
            assert party["role"] in get_args(Role)
            assert all(_PERSON.fullmatch(person) for person in party.get("representatives") or ())
        if event.get("place"):
            assert event["place"]["name"]
            assert re.fullmatch("[A-Z]{3}", event["place"]["country"])


def test_the_page_tells_the_agreement_and_the_counts_as_they_are() -> None:
    assert "\n".join(agreement.table()) in README, "print it anew: python -m benchmarks.gold.agreement"
    assert "\n".join(counts.tables()) in README, "print it anew: python -m benchmarks.gold.counts"


def test_no_extraction_and_no_calibration_knows_the_benchmark() -> None:
    known = re.compile(r"benchmarks[./]gold")
    files = [*(ROOT / "services").rglob("*"), *(ROOT / "benchmarks" / "calibration").rglob("*")]
    texts = [path for path in files if path.suffix in {".py", ".yaml", ".tsv", ".txt"}]
    assert texts
    assert [path for path in texts if known.search(path.read_text(encoding="utf-8"))] == []
