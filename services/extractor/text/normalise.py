"""Repairs of a text as it comes from the web, and the way back to what was received.

Inside the extractor all marks are plain: ' and " and the space; letters are composed, a space follows each
full stop, an empty line each heading. What is published refers to the text as received.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from services.extractor.text.gaps import gaps
from services.extractor.text.offsets import Edit, Edited, Span, edit

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

# The spaces French sets inside its quotation marks go: a plain mark opens or closes by where it is attached.
_SUPERFLUOUS = re.compile(
    rf"[{_INVISIBLE}]+|\r(?=\n)|[\ufb00-\ufb06]|(?<=[«“])[{_SPACE}]{{1,3}}|[{_SPACE}]{{1,3}}(?=[»”])"
)
_TRADED = re.compile(
    r"(?<=\w)( ?(?:<[A-Z]{1,5}(?:\.[A-Z]{1,2})?>|\([A-Z]{1,5}\.[A-Z]{1,2}\)))|(<)[A-Z][^<>\n]{2,60}(>)(?=[\s.,;'])"
)
"""By what letters a company is traded, "Karvel <KRV.N>", "Karvel (KRV.N)", and the angles of agencies around a name of
one that is not: "a bid for <Karvel Ltd>"."""

_MOST_ROUNDS = 10
_DECOMPOSED = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def _ranges(*pairs: tuple[int, int]) -> Iterator[int]:
    for first, last in pairs:
        yield from range(first, last + 1)


_PLAIN = {
    **dict.fromkeys(_ranges((0, 8), (0x0E, 0x1B), (0x1F, 0x1F), (0x7F, 0x84), (0x86, 0x9F)), " "),
    **dict.fromkeys(map(ord, "\t\u00a0\u1680\u202f\u205f\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys(map(ord, "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n"),
    **dict.fromkeys(map(ord, "’‘‛ʼ′‹›"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‐‑−"), "-"),
}
"""Marks that are written one for one."""

_DASH = re.compile(r"(?<=\S )(--?)(?= \S)")
"""A hyphen between two spaces is a dash: "the two unions - A and B - refused"."""

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[`´](?=[^\W\d_])|(?<=\b[cdjlmnst])\?(?=[^\W\d_])|(?<=\bqu)\?(?=[^\W\d_])", re.I)
"""Accents that stand for an apostrophe, "l´ONU", and what a page that was copied badly has for it: "l?ONU"."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """The repaired text, and the steps that led to it."""

    text: str
    _steps: tuple[Edited, ...]

    def original(self, start: int, end: int) -> Span:
        """Where a span of the repaired text stands in the text as received."""
        span = start, end
        for step in reversed(self._steps):
            span = step.back(span)
        return span

    def repaired(self, start: int, end: int) -> Span:
        """Where a span of the text as received stands in the repaired one."""
        span = start, end
        for step in self._steps:
            span = step.forth(span)
        return span


@lru_cache(maxsize=1)
def normalise(text: str) -> Normalised:
    """Repair a text. Repairing twice changes nothing more.

    The last one is kept: a text is repaired where it is taken from its page and again where events are looked for.
    """
    bare = list(_without_letters(text))
    text = bare[-1].text if bare else text
    slim = edit(text, _slimming(text))
    composed = edit(slim.text, _composing(slim.text))
    plain = _APOSTROPHE.sub("'", composed.text.translate(_PLAIN))
    plain = _DASH.sub(lambda found: "–".ljust(len(found[0])), plain)
    spaced = list(_spacing(plain))
    steps = (*bare, slim, composed, *spaced)
    return Normalised(spaced[-1].text if spaced else plain, tuple(step for step in steps if step.before.starts))


def _without_letters(text: str) -> Iterator[Edited]:
    for _ in range(_MOST_ROUNDS):
        marks = (one.span(mark) for one in _TRADED.finditer(text) for mark in (1, 2, 3))
        if not (found := [Edit(*span, "") for span in marks if span[0] >= 0]):
            return
        yield (step := edit(text, found))
        text = step.text


def _spacing(text: str) -> Iterator[Edited]:
    """Each gap that is closed may show another, hardly ever more than one."""
    for _ in range(_MOST_ROUNDS):
        if not (found := gaps(text)):
            return
        yield (step := edit(text, found))
        text = step.text


def _slimming(text: str) -> Iterator[Edit]:
    for found in _SUPERFLUOUS.finditer(text):
        is_ligature = "\ufb00" <= found.group() <= "\ufb06"
        kept = unicodedata.normalize("NFKC", found.group()) if is_ligature else ""
        yield Edit(found.start(), found.end(), kept)


def _composing(text: str) -> Iterator[Edit]:
    for found in _DECOMPOSED.finditer(text):
        yield Edit(found.start(), found.end(), unicodedata.normalize("NFC", found.group()))
