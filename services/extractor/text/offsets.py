"""Edits of a text that remember where everything came from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""Start and end, in code points."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces `start:end` of a text; `start == end` inserts."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """The edited passages as they lie on one side of an edit: their starts and ends, both ascending."""

    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after edits, and the way between the two."""

    text: str
    before: Side
    after: Side

    def back(self, span: Span) -> Span:
        """Where a span of the edited text stood before; one that cuts into an edit takes all of it."""
        return _carry(span, self.after, self.before)

    def forth(self, span: Span) -> Span:
        """Where a span of the text before stands in the edited text."""
        return _carry(span, self.before, self.after)


def edit(text: str, edits: Iterable[Edit]) -> Edited:
    """Apply edits, given in order and not overlapping."""
    pieces: list[str] = []
    before, after = Side([], []), Side([], [])
    at = length = 0
    for change in edits:
        pieces += (text[at : change.start], change.text)
        length += change.start - at
        _note(before, change.start, change.end)
        _note(after, length, length + len(change.text))
        at, length = change.end, length + len(change.text)
    pieces.append(text[at:])
    return Edited("".join(pieces), before, after)


def _note(side: Side, start: int, end: int) -> None:
    assert isinstance(side.starts, list) and isinstance(side.ends, list)
    side.starts.append(start)
    side.ends.append(end)


def _carry(span: Span, here: Side, there: Side) -> Span:
    start = _carry_start(span[0], here, there)
    if span[0] == span[1]:
        return start, start
    return start, max(start, _carry_end(span[1], here, there))


def _carry_start(position: int, here: Side, there: Side) -> int:
    # The last edit that begins at or before the position: what it took away before the position is left out.
    last = bisect_right(here.starts, position) - 1
    if last < 0:
        return position
    if position < here.ends[last]:
        return there.starts[last]
    return there.ends[last] + position - here.ends[last]


def _carry_end(position: int, here: Side, there: Side) -> int:
    # The last edit that begins truly before the position: what was taken away behind it is left out.
    last = bisect_left(here.starts, position) - 1
    if last < 0:
        return position
    if position < here.ends[last]:
        return there.ends[last]
    return there.ends[last] + position - here.ends[last]
