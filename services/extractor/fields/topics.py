"""What the act is about, from words of its evidence and items (`data/<language>/topics.yaml`)."""

import re
from collections.abc import Iterator
from functools import cache

from schemas.negotiation import Topic
from services.extractor.grammar import table
from services.extractor.text.words import fold

_MOST = 3


@cache
def _stems(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    content = table(language, "topics")
    return tuple((topic, tuple(fold(stem) for stem in stems)) for topic, stems in content.items())


def topics(passage: str, language: str) -> tuple[Topic, ...]:
    """Up to three topics, most words first; empty where none is named."""
    folded = " " + fold(passage)
    counts = {topic: sum(_is_named(stem, folded) for stem in stems) for topic, stems in _stems(language)}
    ranked = sorted((topic for topic, count in counts.items() if count), key=lambda topic: -counts[topic])
    return tuple(ranked[:_MOST])  # type: ignore[arg-type]


def _is_named(stem: str, folded: str) -> bool:
    return f" {stem}" in folded or f"'{stem}" in folded


def words_of(topic: str, passage: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the words stand that name a topic in a passage: whole words from the stem on."""
    stems = dict(_stems(language)).get(topic, ())
    if stems:
        beginnings = "|".join(re.escape(stem) for stem in stems)
        for found in re.finditer(rf"(?<=[ '])(?:{beginnings})\w*", " " + fold(passage)):
            yield found.start() - 1, found.end() - 1
