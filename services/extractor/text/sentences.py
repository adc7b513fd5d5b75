"""Text → sentences, each with what it is: headline, heading, body, question or dateline."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Literal

from services.extractor.text.blocks import blocks, datelines
from services.extractor.text.conventions import LANGUAGES, Conventions, conventions
from services.extractor.text.offsets import Span

Kind = Literal["headline", "heading", "body", "question", "dateline"]
"""`dateline` is what is said about the text and not in it: place and day of writing, addresses, links elsewhere."""

# A mark, what closes behind it, a space, what opens before the next word. Each run is looked at once.
_BOUNDARY = re.compile(r"""(?<![.?!…])([.?!…]++)(["')\]]*+)\s++(?=["'(\[–—•-]*+([^\W_]++'?+))""")
_BEFORE_STOP = re.compile(r"""[\w.°'-]+\Z""")
_UNFINISHED = re.compile(r"""[^.?!…:;,"')\]\s]["')\]]*\Z""")
_ASKS = re.compile(r"""\?["')\]\s]*\Z""")
_BULLETS = "-–—•*"

_LONGEST_TOKEN = 24
_LONGEST_HEADING = 110
_MOST_HEADING_WORDS = 15
_LONGEST_POINTER = 140
"""Code points of a link to another article; in a longer sentence the text itself goes on behind the title."""

_LEAST_OF_LIST = 8
"""Headings in a row that make a list; summaries at the head of an article have fewer."""

_LONGEST_SENTENCE = 2000
"""Code points; longer ones are cut at a space, so that no step behind meets an endless sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` is `start:end` of the normalised text, `paragraph` counts the text's blocks."""

    index: int
    start: int
    end: int
    text: str
    kind: Kind
    paragraph: int

    @property
    def is_heading(self) -> bool:
        """Whether it is the title or stands above a part of the text."""
        return self.kind in ("headline", "heading")


Piece = tuple[Span, Kind, int]
"""Where, what, in which paragraph."""


def sentences(text: str, language: str, headline: Span | None = None, until: int | None = None) -> list[Sentence]:
    """Split a normalised text. `headline` is where its title stands; a title is one sentence.

    What begins at `until` or behind it is not split: a text may be far longer than what is read of it.
    """
    rules = conventions(language) if language in LANGUAGES else conventions(*LANGUAGES)
    end = len(text) if until is None else until
    pieces = list(takewhile(lambda piece: piece[0][0] < end, _without_lists(_pieces(text, rules, headline))))
    if not any(kind in ("body", "question") for _, kind, _ in pieces):
        # A text of a single unfinished line is no heading of anything.
        pieces = [(span, "body" if kind == "heading" else kind, part) for span, kind, part in pieces]
    return [
        Sentence(index, start, end, text[start:end], kind, paragraph)
        for index, ((start, end), kind, paragraph) in enumerate(pieces)
    ]


def _without_lists(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Headings with no text between them are links elsewhere, choices of a menu or rows of a table."""
    for kind, group in groupby(pieces, key=lambda piece: piece[1]):
        if kind != "heading":
            yield from group
            continue
        run = list(group)
        told: Kind = "dateline" if len(run) >= _LEAST_OF_LIST else kind
        yield from ((span, told, paragraph) for span, _, paragraph in run)


def _pieces(text: str, rules: Conventions, headline: Span | None) -> Iterator[Piece]:
    for paragraph, (span, is_headline) in enumerate(_parts(text, headline)):
        if is_headline:
            yield span, "headline", paragraph
            continue
        marked, body = datelines(text, span, rules)
        yield from ((line, "dateline", paragraph) for line in marked if line[0] < body[0])
        yield from ((piece, kind, paragraph) for piece, kind in _split(text, body, rules))
        yield from ((line, "dateline", paragraph) for line in marked if line[0] >= body[0])


def _parts(text: str, headline: Span | None) -> Iterator[tuple[Span, bool]]:
    if headline is None:
        yield from ((span, False) for span in blocks(text, (0, len(text))))
        return
    yield from ((span, False) for span in blocks(text, (0, headline[0])))
    yield headline, True
    yield from ((span, False) for span in blocks(text, (headline[1], len(text))))


def _split(text: str, block: Span, rules: Conventions) -> Iterator[tuple[Span, Kind]]:
    for start, end in (part for span in _ranges(text, block, rules) for part in _bounded(text, span)):
        is_elsewhere = end - start <= _LONGEST_POINTER and rules.points_elsewhere(text[start:end])
        yield (start, end), "dateline" if is_elsewhere else _kind(text[start:end], is_last=end == block[1])


def _ranges(text: str, block: Span, rules: Conventions) -> Iterator[Span]:
    start, end = block
    for found in _BOUNDARY.finditer(text, start, end):
        if _is_boundary(text, start, found, rules):
            yield start, found.end(2)
            start = found.end()
    if start < end:
        yield start, end


def _is_boundary(text: str, start: int, found: re.Match[str], rules: Conventions) -> bool:
    mark, closing, following = found.groups()
    if following[0].islower():
        return False
    if mark != "." or '"' in closing:
        return True
    before = _BEFORE_STOP.search(text[max(start, found.start() - _LONGEST_TOKEN) : found.start()])
    token = before.group() if before else ""
    return not _is_abbreviated(token, start + len(token) == found.start(), following, rules)


def _is_abbreviated(token: str, is_first: bool, following: str, rules: Conventions) -> bool:
    """Whether the stop behind a token belongs to it. "12." at the head of a line counts a list."""
    last = re.split(r"[.'-]", token)[-1]
    if token in rules.titles or last in rules.titles:
        return True
    if token.isdigit():
        return is_first
    if following[0].isdigit() and token in rules.counters:
        return True
    is_initials = len(last) == 1 and last.isalpha() and (last.isupper() or "." in token)
    return (is_initials or token in rules.abbreviations) and not rules.opens(following)


def _bounded(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = space + 1 if space > 0 else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def _kind(text: str, is_last: bool) -> Kind:
    if _ASKS.search(text[-8:]):
        return "question"
    return "heading" if is_last and _is_heading(text) else "body"


def _is_heading(text: str) -> bool:
    """A short line without a final stop that is no item of a list."""
    return (
        len(text) <= _LONGEST_HEADING
        and text[0] not in _BULLETS
        and len(text.split()) <= _MOST_HEADING_WORDS
        and _UNFINISHED.search(text) is not None
    )
