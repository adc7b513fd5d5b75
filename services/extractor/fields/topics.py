"""What the act is about, from words of its evidence and items (`data/<language>/topics.yaml`)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from schemas.negotiation import Topic
from services.extractor.grammar import table
from services.extractor.text.words import fold, fold_text

_MOST = 3
_WHOLE = "."
"""Ends an entry that is a whole word, in the singular or plural."""
_FIRST = 2
"""Letters by which entries are found; none is shorter."""
_WORD, _REST, _PLURAL = re.compile(r"\w+"), re.compile(r"\w*"), re.compile(r"s?(?!\w)")


class _Entry(NamedTuple):
    topic: str
    begins: str
    """With what a passage begins that names the topic."""
    whole: bool


@cache
def _entries(language: str) -> Mapping[str, Sequence[_Entry]]:
    """First letters → the entries that begin so, those of a topic in the order of the table."""
    found: dict[str, list[_Entry]] = {}
    for topic, stems in table(language, "topics").items():
        for stem in map(fold, stems):
            entry = _Entry(topic, stem.removesuffix(_WHOLE), stem.endswith(_WHOLE))
            found.setdefault(stem[:_FIRST], []).append(entry)
    return found


def _passages(folded: str, language: str) -> Iterator[tuple[_Entry, int, int]]:
    """What names a topic, with its words' start and end; passages of a topic do not overlap."""
    index, ends = _entries(language), dict[str, int]()
    for start in (word.start() for word in _WORD.finditer(folded)):
        for entry in index.get(folded[start : start + _FIRST], ()):
            if folded.startswith(entry.begins, start) and start >= ends.get(entry.topic, 0):
                rest = (_PLURAL if entry.whole else _REST).match(folded, start + len(entry.begins))
                if rest is not None:
                    ends[entry.topic] = rest.end()
                    yield entry, start, rest.end()


def _folded(passage: str) -> str:
    return fold_text(passage).replace("’", "'")


def topics(passage: str, language: str) -> tuple[Topic, ...]:
    """Up to three topics, most words first; empty where none is named."""
    named = {(entry.topic, entry.begins) for entry, *_ in _passages(_folded(passage), language)}
    counts = Counter(topic for topic, _ in named)
    ranked = sorted((topic for topic in table(language, "topics") if counts[topic]), key=lambda topic: -counts[topic])
    return tuple(ranked[:_MOST])


def words_of(topic: str, passage: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the words stand that name a topic in a passage: whole words from the stem on."""
    return ((start, end) for entry, start, end in _passages(_folded(passage), language) if entry.topic == topic)
