"""What the act is about, from words of its evidence and items (`data/<language>/topics.yaml`)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from schemas.negotiation import Topic
from services.extractor.grammar import table
from services.extractor.text.words import fold, fold_text

_MOST = 3
_WHOLE = "."
"""Ends an entry that is a whole word, in the singular or plural."""
_WORD, _REST, _PLURAL = re.compile(r"\w+"), re.compile(r"\w*"), re.compile(r"s?(?!\w)")


class _Entry(NamedTuple):
    topic: str
    begins: str
    """With what a passage begins that names the topic."""
    whole: bool


@cache
def _entries(language: str) -> Sequence[tuple[str, _Entry]]:
    """The entries, those of a topic in the order of the table, each behind the word or stem that it begins with."""
    found: list[tuple[str, _Entry]] = []
    for topic, stems in table(language, "topics").items():
        for stem in map(fold, stems):
            entry = _Entry(topic, stem.removesuffix(_WHOLE), stem.endswith(_WHOLE))
            found += ((first, entry) for first in _WORD.findall(entry.begins)[:1])
    return found


@lru_cache(maxsize=65536)
def _beginning_with(word: str, language: str) -> Sequence[_Entry]:
    """The entries that may begin with a folded word: of most words none, and texts repeat their words."""
    return [entry for first, entry in _entries(language) if word.startswith(first)]


def _passages(folded: str, language: str) -> Iterator[tuple[_Entry, int, int]]:
    """What names a topic, with its words' start and end; passages of a topic do not overlap."""
    ends = dict[str, int]()
    for word in _WORD.finditer(folded):
        start = word.start()
        for entry in _beginning_with(word[0], language):
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
