"""Sentence → words, and the folding all tables are compared by."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple


def _compounds() -> list[str]:
    lines = (resources.files("services.extractor") / "data" / "compounds.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


# An elided French article or pronoun ("l'", "qu'") is a word of its own, as are the English possessive "'s"
# and short forms of verbs, "'ll", "'ve".
# Numbers keep their inner marks ("1,5", "2022-01-21"); a hyphen is a mark of its own, since names stand on both
# sides of it ("Poutine-Biden", "russo-américain"), but in the few words of `compounds.txt`.
_WORD = re.compile(
    r"aujourd'hui"
    rf"|(?:{'|'.join(_compounds())})s?\b"
    r"|(?:\w\.){2,}"
    r"|\d+(?:[.,:/-]\d+)*"
    r"|(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'(?=\w)"
    r"|'(?:s|ll|ve|re|m)\b"
    r"|\w+(?:'t\b)?"
    # A rule of dots, dashes or stars is one mark.
    r"|([^\w\s])\1{3,}"
    r"|[^\w\s]",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, one code point for one (so that offsets hold): "Élysée" → "elysee".

    A character whose folding is longer than one code point stays as it is in lower case.
    """
    return text.lower() if text.isascii() else "".join(map(_fold_character, text))


def fold_text(text: str) -> str:
    """A whole text folded by words, so that the folding of each is made once."""
    return text.lower() if text.isascii() else " ".join(map(fold, text.split(" ")))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character.lower())
    base = "".join(c for c in decomposed if not unicodedata.combining(c))
    return base if len(base) == 1 else character


class Word(NamedTuple):
    """A word or a mark of the sentence; positions in the normalised text."""

    text: str
    lower: str
    folded: str
    start: int
    end: int
    is_capitalised: bool

    def spelt(self, text: str) -> "Word":
        """The word as if its text wrote it otherwise."""
        return self._replace(text=text, lower=text.lower(), is_capitalised=text[:1].isupper())


class Words(list[Word]):
    """The words of a sentence in order."""

    @cached_property
    def lower(self) -> list[str]:
        """In lower case, made once: a dozen steps ask for them."""
        return [word.lower for word in self]

    @cached_property
    def starts(self) -> list[int]:
        """Where each begins in the text."""
        return [word.start for word in self]


def starts_of(sentence: Sequence[Word]) -> list[int]:
    """Where each word begins in the text."""
    return sentence.starts if isinstance(sentence, Words) else [word.start for word in sentence]


def inside(sentence: Sequence[Word], start: int, end: int) -> range:
    """The words that begin in a span of the text."""
    starts = starts_of(sentence)
    first = bisect_left(starts, start)
    return range(first, bisect_left(starts, end, first))


_SHORTEST, _STEM = 4, 5
"""Letters that a word of content has at least, and by how many first ones its forms are known as one."""


def stems(found: Iterable[Word]) -> frozenset[str]:
    """The words of content, each cut to its first letters: "libération", "libérer" → "liber"."""
    return frozenset([word.folded[:_STEM] for word in found if len(word.folded) >= _SHORTEST])


def words(text: str, start: int = 0) -> Words:
    """The words and marks of a text; `start` is where it stands in the whole."""
    found = Words()
    for match in _WORD.finditer(text):
        first, end = match.span()
        lower, folded, is_capitalised = _spellings(word := match[0])
        found.append(Word(word, lower, folded, start + first, start + end, is_capitalised))
    return found


@lru_cache(maxsize=65536)
def _spellings(word: str) -> tuple[str, str, bool]:
    """In lower case, folded, and whether it begins with a capital: texts repeat their words."""
    return word.lower(), fold(word), word[0].isupper()


def is_year(text: str) -> bool:
    """Whether a word is the figures of a year of the last century or of this: "1999"."""
    return _YEAR.fullmatch(text) is not None


_YEAR = re.compile(r"(?:19|20)\d\d")


def written(run: Sequence[Word]) -> str:
    """Words in a row as their text writes them, with one space where it leaves any: "Rowers' Guild", "Nord-Sud"."""
    spaced = (("" if before.end == word.start else " ") + word.text for before, word in pairwise(run))
    return "".join((*(word.text for word in run[:1]), *spaced))
