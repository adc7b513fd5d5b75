"""What the act is about, from words of its evidence and items (`data/<language>/topics.yaml`)."""

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
    counts = {
        topic: sum(f" {stem}" in folded or f"'{stem}" in folded for stem in stems) for topic, stems in _stems(language)
    }
    ranked = sorted((topic for topic, count in counts.items() if count), key=lambda topic: -counts[topic])
    return tuple(ranked[:_MOST])  # type: ignore[arg-type]
