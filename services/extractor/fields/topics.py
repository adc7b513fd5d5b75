"""What the act is about, from words of its evidence and items (`data/<language>/topics.yaml`)."""

import re
from collections.abc import Iterator
from functools import cache

from schemas.negotiation import Topic
from services.extractor.grammar import table
from services.extractor.text.words import fold

_MOST = 3
_WHOLE = "."
"""Ends an entry that is a whole word, in the singular or plural."""


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """Topic → what finds its words in a folded passage: the entry is group 1, the whole word the match."""
    content = table(language, "topics")
    return {topic: re.compile(rf"(?<!\w)({'|'.join(map(_entry, stems))})\w*") for topic, stems in content.items()}


def _entry(stem: str) -> str:
    folded = fold(stem)
    return re.escape(folded.removesuffix(_WHOLE)) + r"(?=s?(?!\w))" if folded.endswith(_WHOLE) else re.escape(folded)


def _folded(passage: str) -> str:
    return fold(passage).replace("’", "'")


def topics(passage: str, language: str) -> tuple[Topic, ...]:
    """Up to three topics, most words first; empty where none is named."""
    folded = _folded(passage)
    counts = {topic: len(set(pattern.findall(folded))) for topic, pattern in _patterns(language).items()}
    ranked = sorted((topic for topic, count in counts.items() if count), key=lambda topic: -counts[topic])
    return tuple(ranked[:_MOST])  # type: ignore[arg-type]


def words_of(topic: str, passage: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the words stand that name a topic in a passage: whole words from the stem on."""
    pattern = _patterns(language).get(topic)
    if pattern is not None:
        yield from (found.span() for found in pattern.finditer(_folded(passage)))
