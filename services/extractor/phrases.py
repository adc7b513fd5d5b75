"""Phrases of several words, by the word that they begin with, and which of them stands in a text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from services.extractor.text.words import words


class Begun(NamedTuple):
    """The phrases that one word begins: a common word begins hundreds, of which most places hold none."""

    seconds: frozenset[str]
    """Their second words."""
    longer: tuple[tuple[int, Mapping[tuple[str, ...], str]], ...]
    """Of those of several words number of words, most first → all words → what they stand for."""
    alone: tuple[int, str] | None
    """What the word stands for by itself, with the number of its words."""


Phrases = Mapping[str, Begun]
"""First word → the phrases that it begins."""


def phrases(rows: Iterable[tuple[str, str]]) -> Phrases:
    """Index (phrase, meaning) rows by first word; phrases are split as texts are."""
    index: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for phrase, meaning in rows:
        for parts in spellings(phrase.lower()):
            index.setdefault(parts[0], {}).setdefault(len(parts), {}).setdefault(parts, meaning)
    return {first: _begun(sizes) for first, sizes in index.items()}


def _begun(sizes: Mapping[int, Mapping[tuple[str, ...], str]]) -> Begun:
    longer = tuple(sorted(((size, known) for size, known in sizes.items() if size > 1), reverse=True))
    seconds = frozenset(parts[1] for _, known in longer for parts in known)
    alone = next(((1, meaning) for meaning in sizes.get(1, {}).values()), None)
    return Begun(seconds, longer, alone)


def spellings(phrase: str) -> Iterable[tuple[str, ...]]:
    """The words of a phrase, also without the accents that many papers leave out of capitals: "états", "Etats"."""
    parts = _split(phrase)
    bare = tuple("e" + word[1:] if word.startswith("é") else word for word in parts)
    return (parts,) if bare == parts else (parts, bare)


def _split(phrase: str) -> tuple[str, ...]:
    # An elided word is one only before a letter: lend it one.
    if phrase.endswith("'"):
        return tuple(word.text for word in words(phrase + "x"))[:-1]
    return tuple(word.text for word in words(phrase))


def match(index: Phrases, lowered: Sequence[str], at: int) -> tuple[int, str] | None:
    """The longest phrase that begins at a word: (number of words, meaning)."""
    begun = index.get(lowered[at])
    if begun is None:
        return None
    if at + 1 < len(lowered) and lowered[at + 1] in begun.seconds:
        for size, known in begun.longer:
            meaning = known.get(tuple(lowered[at : at + size]))
            if meaning is not None:
                return size, meaning
    return begun.alone
