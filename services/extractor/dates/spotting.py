"""Text → date expressions: patterns first, then what stands before and between them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from services.extractor.dates.expression import DateExpression
from services.extractor.dates.grammar import Grammar, Pattern, Values, date_grammar

NO_DAY = frozenset({"duration", "recurrent", "clock", "decade", "name", "reference"})
"""Kinds of time expressions that name no days."""

_PARTS = ("share", "containing", "early", "mid", "late")
_ENDS = ("later", "earlier", "by", "before", "since", "until")

_REACH = 40
"""So many characters before a date are looked at for words that belong to it."""

_FAR = 80
"""So many before "in five years", which the first thing in five years does not look forward to."""

_LEAD = 8
"""So many words may a date begin before its anchor: "il y a un peu moins de deux mois"."""

_FIGURE = re.compile(r"(\d+)[a-z]*", re.IGNORECASE)
_PLURAL = re.compile(r" [^\W\d_]+s\b")
_TOKEN = re.compile(r"\w+")
_YEAR_OR_HOUR = re.compile(r"(?:1[89]|20)\d\ds?|\d0s|\d\d?h\d*", re.IGNORECASE)
_WORD = re.compile(r"(?<!\w)\w")
_CAPITALISED = frozenset({"month", "weekday"})
_SORTS = {
    **dict.fromkeys(("date", "weekday", "relative", "anaphoric", "offset"), "day"),
    **{kind: kind for kind in ("month", "year", "season", "quarter")},
}
"""Kinds of dates that can be joined to a span, with those of their own sort."""

_CYCLES = {"weekday": 7, "month": 12}


def find(text: str, language: str) -> list[DateExpression]:
    """The expressions of a text that name days, in order, not overlapping; positions in `text`."""
    return [found for found in expressions(text, language) if found.kind not in NO_DAY]


def expressions(text: str, language: str) -> list[DateExpression]:
    """All time expressions: those of `find`, durations, recurring times and times of day."""
    grammar = date_grammar(language)
    found = _joined(list(_parted(text, grammar)), text, grammar)
    return [_opened(one, text, grammar) for one in found]


def _parted(text: str, grammar: Grammar) -> Iterator[DateExpression]:
    """The plain dates with the part of them that is meant: "late March", "the first half of next year"."""
    before = 0
    for match in _matches(text, grammar):
        pattern = grammar.patterns[match.lastgroup or ""]
        if (grammar.capitals and _is_small(match, pattern)) or _looks_back(match, pattern, grammar):
            continue
        one = _atom(match, pattern, grammar)
        part = one if one.kind in NO_DAY else _prefixed(one, text, grammar, _PARTS)
        joins = text[before : one.start].lower() in grammar.between
        if part is not one or joins or not _is_shy(one, pattern, grammar) or _is_introduced(one, text, grammar):
            before = one.end
            yield from _one_by_one(match, pattern, part, grammar)


def _matches(text: str, grammar: Grammar) -> Iterator[re.Match[str]]:
    """What the patterns match, tried where an anchor is near: trying everywhere costs eight times as much."""
    end = 0
    for start in _starts(text, grammar):
        match = grammar.expression.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _starts(text: str, grammar: Grammar) -> list[int]:
    starts, left = [], 0
    for word in reversed(list(_TOKEN.finditer(text))):
        lowered = word.group().lower()
        if lowered in grammar.anchors or _YEAR_OR_HOUR.fullmatch(lowered):
            left = _LEAD
        if left and (lowered in grammar.vocabulary or lowered[0].isdigit()):
            starts.append(word.start())
        left -= left > 0
    return starts[::-1]


def _is_small(match: re.Match[str], pattern: Pattern) -> bool:
    names = (match.group(group) for group, name in pattern.groups if name in _CAPITALISED)
    return any(name is not None and name[0].islower() for name in names)


def _looks_back(match: re.Match[str], pattern: Pattern, grammar: Grammar) -> bool:
    ahead = pattern.kind == "offset" and ("sign", 1) in pattern.fixed
    return ahead and bool(grammar.superlative.search(match.string, max(0, match.start() - _FAR), match.start()))


def _atom(match: re.Match[str], pattern: Pattern, grammar: Grammar) -> DateExpression:
    said = ((name, match.group(group)) for group, name in pattern.groups)
    values = tuple(grammar.value(name, text) for name, text in said if text is not None)
    return DateExpression(match.start(), match.end(), match.group(), pattern.kind, pattern.fixed + values)


def _one_by_one(
    match: re.Match[str], pattern: Pattern, one: DateExpression, grammar: Grammar
) -> Iterator[DateExpression]:
    """ "10, 12 and 13 May" is the 10th, and the 12th and 13th; "10 to 13 May" all from first to last."""
    named = next((group for group, name in pattern.groups if name == "days" and match.group(group)), None)
    runs = [] if named is None or grammar.opens_span(one.text) else _runs(match, named, grammar)
    if len(runs) < 2 or one.kind != "date":
        yield one
        return
    for at, run in enumerate(runs):
        start = run[0][0] if at else one.start
        end = run[-1][1] if at < len(runs) - 1 else one.end
        values = (*(pair for pair in one.values if pair[0] != "days"), ("days", tuple(day for *_, day in run)))
        yield DateExpression(start, end, match.string[start:end], "date", values)


def _runs(match: re.Match[str], group: str, grammar: Grammar) -> list[list[tuple[int, int, int]]]:
    """The days of a list, (start, end, number) each, those together that follow each other."""
    runs: list[list[tuple[int, int, int]]] = []
    for figure in _FIGURE.finditer(match.string, *match.span(group)):
        day = (figure.start(), figure.end(), int(figure.group(1)))
        between = match.string[runs[-1][-1][1] : day[0]].lower() if runs else ""
        if not runs or (between in grammar.enumerators and day[2] != runs[-1][-1][2] + 1):
            runs.append([])
        runs[-1].append(day)
    return runs


def _is_shy(one: DateExpression, pattern: Pattern, grammar: Grammar) -> bool:
    values = one.said
    return pattern.weak or (one.kind == "month" and len(values) == 1 and values["month"] in grammar.shy)


def _is_introduced(one: DateExpression, text: str, grammar: Grammar) -> bool:
    """Whether words before a weak date make it one: "en 2015", "since May"."""
    readings = {operation for _, operation, _ in _readings(one.start, text, grammar)}
    if one.kind == "year":
        if grammar.numbered.search(text, max(0, one.start - _REACH), one.start):
            return False
        # "de 2000 soldats" counts, "de 2015" dates.
        if _PLURAL.match(text, one.end) and not readings - {"of", "range"}:
            return False
        return bool(readings) or _stands_alone(one, text)
    return bool(readings - {"of", "at", "range"}) or (one.kind == "month" and bool(readings))


def _stands_alone(one: DateExpression, text: str) -> bool:
    return text[one.start - 1 : one.start] == "(" and text[one.end : one.end + 1] in (")", "-")


def _readings(start: int, text: str, grammar: Grammar) -> list[tuple[int, str, Values]]:
    """(where it starts, operation, values) of the longest phrase that ends at `start`."""
    floor = max(0, start - _REACH)
    window = text[floor:start].lower()
    for match in _WORD.finditer(window):
        found = grammar.before.get(window[match.start() :])
        if found:
            return [(floor + match.start(), operation, values) for operation, values in found]
    return []


def _prefixed(one: DateExpression, text: str, grammar: Grammar, operations: tuple[str, ...]) -> DateExpression:
    for start, operation, values in _readings(one.start, text, grammar):
        if operation in operations:
            wrapped = DateExpression(start, one.end, text[start : one.end], operation, (*values, ("of", one)))
            return _prefixed(wrapped, text, grammar, operations)
    return one


def _joined(found: list[DateExpression], text: str, grammar: Grammar) -> list[DateExpression]:
    joined: list[DateExpression] = []
    for one in found:
        if joined and _joins(joined[-1], one, text, grammar):
            first = joined.pop()
            values = (("of", first), ("until", one))
            one = DateExpression(first.start, one.end, text[first.start : one.end], "span", values)
        joined.append(one)
    return joined


def _joins(first: DateExpression, second: DateExpression, text: str, grammar: Grammar) -> bool:
    between = text[first.end : second.start].lower()
    if between not in grammar.between or first.kind == "span" or not _same_sort(first, second):
        return False
    if between not in grammar.enumerators or _is_next(innermost(first), innermost(second)):
        return True
    opening = {operation for _, operation, _ in _readings(first.start, text, grammar)}
    return "range" in opening or grammar.opens_span(first.text)


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


def _opened(one: DateExpression, text: str, grammar: Grammar) -> DateExpression:
    """With what stands before it: "since", "by", or the "from" of a span."""
    if one.kind in NO_DAY:
        return one
    if one.kind == "span":
        opening = [start for start, operation, _ in _readings(one.start, text, grammar) if operation == "range"]
        start = min(opening, default=one.start)
        return replace(one, start=start, text=text[start : one.end])
    return _prefixed(one, text, grammar, _ENDS)
