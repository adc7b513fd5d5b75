"""The day an article was published: what the feed says, the page, a dateline in the text, the address."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from services.extractor.dates.resolution import resolve
from services.extractor.dates.spotting import find
from services.extractor.text.sentences import Sentence

_EARLIEST = date(1900, 1, 1)
_ZERO = date(1969, 12, 31), date(1970, 1, 31)
"""Around the zero of computers' clocks: what a program writes that does not know the day."""

_ZONES = timedelta(days=1)
"""A page may be a day ahead of the fetcher, by time zone."""

_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>19[89]\d|20\d\d)(?P<mark>[/_-]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
_LONGEST_LINE = 60
"""Code points of a line that may be nothing but a date ("21 January 2022, 18:40")."""

_HEAD, _TAIL = 12, 3
"""Sentences at the beginning and at the end of a text where a date of publication may stand."""


def publication(candidates: Iterable[date | None], fetched: datetime) -> date | None:
    """The first credible day: one a person may have written, and not after the article was fetched."""
    latest = fetched.date() + _ZONES
    days = (day for day in candidates if day is not None and _EARLIEST <= day <= latest)
    return next((day for day in days if not _ZERO[0] <= day <= _ZERO[1]), None)


def from_datelines(sentences: list[Sentence], language: str) -> Iterator[date]:
    """Full dates (with their year) in the lines that say when and where a text was written."""
    for sentence in _ends(sentences):
        for expression in find(sentence.text, language) if _may_date(sentence) else ():
            days = resolve(expression, None, "past")
            covers = expression.end - expression.start
            if days and days.granularity == "day" and (_is_dateline(sentence) or covers * 2 > len(sentence.text)):
                yield days.start


def from_address(url: str | None) -> Iterator[date]:
    """Days in an address: /2022/01/21/, /20220121/, 2022-01-21."""
    for found in _IN_ADDRESS.finditer(url or ""):
        try:
            yield date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue


def addresses(sentences: list[Sentence]) -> Iterator[str]:
    """The addresses in the datelines of a text: a text saved from a page often carries its own."""
    for sentence in _ends(sentences):
        if _is_dateline(sentence):
            yield from _ADDRESS.findall(sentence.text)


def _ends(sentences: list[Sentence]) -> list[Sentence]:
    return sentences[:_HEAD] + sentences[max(_HEAD, len(sentences) - _TAIL) :]


def _is_dateline(sentence: Sentence) -> bool:
    return sentence.kind == "dateline"


def _may_date(sentence: Sentence) -> bool:
    return _is_dateline(sentence) or (sentence.kind == "heading" and len(sentence.text) <= _LONGEST_LINE)
