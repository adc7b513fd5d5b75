"""What stands before a date and between two: "since", "late", "from ... to"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.extractor.dates.expression import DateExpression
from services.extractor.dates.grammar import Grammar, Values

NO_DAY = frozenset({"duration", "recurrent", "clock", "decade", "name", "reference", "apart", "century"})
"""Kinds of time expressions that name no days; `apart` tells how far two things are from each other."""

_ENDS = ("later", "earlier", "by", "before", "since", "until")

_REACH = 40
"""So many characters before a date are looked at for words that belong to it."""

_DEPTH = 3
"""So many words may change a date one after the other: "by the end of the first half of next year"."""

_WORD = re.compile(r"(?<!\w)\w")
_SORTS = {
    **dict.fromkeys(("date", "weekday", "relative", "anaphoric", "offset"), "day"),
    **{kind: kind for kind in ("month", "year", "season", "quarter")},
}
"""Kinds of dates that can be joined to a span, with those of their own sort."""

_CYCLES = {"weekday": 7, "month": 12}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text around dates.

    `floor` is where the date before ends: its words belong to it and no more to the one behind.
    """

    text: str
    grammar: Grammar

    def readings(self, start: int, floor: int = 0) -> list[tuple[int, str, Values]]:
        """(where it starts, operation, values) of the longest phrase that ends at `start`."""
        floor = max(floor, start - _REACH)
        window = self.text[floor:start]
        for match in _WORD.finditer(window):
            found = self.grammar.before.get(window[match.start() :].lower())
            if found:
                return [(floor + match.start(), operation, values) for operation, values in found]
        return []

    def operations(self, start: int, floor: int = 0) -> set[str]:
        """What the words before a date may do to it."""
        return {operation for _, operation, _ in self.readings(start, floor)}

    def within(self, one: DateExpression, operations: Sequence[str], floor: int) -> DateExpression:
        """A date inside the expressions that the words before it make of it."""
        for _ in range(_DEPTH):
            fitting = [reading for reading in self.readings(one.start, floor) if reading[1] in operations]
            if not fitting:
                break
            start, operation, values = fitting[0]
            text = self.text[start : one.end]
            one = DateExpression(start, one.end, text, operation, (*values, ("of", one)))
        return one

    def joined(self, found: Sequence[DateExpression]) -> list[DateExpression]:
        """With spans for dates that stand as "from Monday to Wednesday"."""
        joined: list[DateExpression] = []
        for one in found:
            if joined and self._joins(joined[-1], one):
                first = joined.pop()
                text = self.text[first.start : one.end]
                one = DateExpression(first.start, one.end, text, "span", (("of", first), ("until", one)))
            joined.append(one)
        return joined

    def _joins(self, first: DateExpression, second: DateExpression) -> bool:
        between = self.text[first.end : second.start].lower()
        if between not in self.grammar.between or first.kind == "span" or not _same_sort(first, second):
            return False
        if between not in self.grammar.enumerators or _is_next(innermost(first), innermost(second)):
            return True
        return "range" in self.operations(first.start) or self.grammar.opens_span(first.text)

    def opened(self, one: DateExpression, floor: int) -> DateExpression:
        """With what stands before it: "since", "by", or the "from" of a span."""
        if one.kind in NO_DAY:
            return one
        if one.kind == "span":
            opening = [start for start, operation, _ in self.readings(one.start, floor) if operation == "range"]
            start = min(opening, default=one.start)
            return replace(one, start=start, text=self.text[start : one.end])
        return self.within(one, _ENDS, floor)


def _is_next(first: DateExpression, second: DateExpression) -> bool:
    """Monday and Tuesday, March and April."""
    size = _CYCLES.get(first.kind)
    if size is None or first.kind != second.kind:
        return False
    return bool((second.said[first.kind] - first.said[first.kind]) % size == 1)


def _same_sort(first: DateExpression, second: DateExpression) -> bool:
    one, other = _SORTS.get(core(first)), _SORTS.get(core(second))
    return one is not None and one == other


def innermost(one: DateExpression) -> DateExpression:
    """The plain date inside "early", "since" and the like; the first of a span."""
    inner = one.said.get("of")
    return innermost(inner) if isinstance(inner, DateExpression) else one


def core(one: DateExpression) -> str:
    """The kind of the plain date."""
    return innermost(one).kind
