"""Text → date expressions: patterns first, then what stands before and between them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from services.extractor.dates.expression import DateExpression
from services.extractor.dates.grammar import Grammar, Pattern, date_grammar
from services.extractor.dates.surroundings import NO_DAY, Surroundings

_PARTS = ("share", "containing", "early", "mid", "late")

_FAR = 80
"""So many before "in five years", which the first thing in five years does not look forward to."""

_LEAD = 8
"""So many words may a date begin before its anchor: "il y a un peu moins de deux mois"."""

_REACH_OF_AGE = 40
_REACH_OF_YEAR = 60

_END = re.compile(r"[.;!?\n]")
_FIGURE = re.compile(r"(\d+)[a-z]*", re.IGNORECASE)
_PLURAL = re.compile(r" [^\W\d_]+s\b")
_TOKEN = re.compile(r"\w+")
_YEAR_OR_HOUR = re.compile(r"(?:1[89]|20)\d\ds?|\d0s|[5-9]\d|\d\d?h\d*", re.IGNORECASE)
_CAPITALISED = frozenset({"month", "weekday"})


def find(text: str, language: str) -> list[DateExpression]:
    """The expressions of a text that name days, in order, not overlapping; positions in `text`."""
    return [found for found in expressions(text, language) if found.kind not in NO_DAY]


def counted(text: str, language: str) -> list[DateExpression]:
    """Those of `find`, how far apart two things are ("two days after the sides met"), and how long something took."""
    return [found for found in expressions(text, language) if found.kind not in NO_DAY - {"apart", "duration"}]


def expressions(text: str, language: str) -> list[DateExpression]:
    """All time expressions: those of `find`, durations, recurring times and times of day."""
    around = Surroundings(text, date_grammar(language))
    found = around.joined(list(_dated_by_year(list(_parted(around)), text)))
    floors = [0, *(one.end for one in found)]
    return [around.opened(one, floor) for one, floor in zip(found, floors, strict=False)]


def _parted(around: Surroundings) -> Iterator[DateExpression]:
    """The plain dates with the part of them that is meant: "late March", "the first half of next year"."""
    grammar, floor = around.grammar, 0
    for pattern, match in _matches(around.text, grammar):
        if (grammar.capitals and _is_small(match, pattern)) or _looks_back(match, pattern, grammar):
            continue
        if pattern.kind == "duration" and _is_age(match, pattern, grammar):
            continue
        one = _atom(match, pattern, grammar)
        part = one if one.kind in NO_DAY else around.within(one, _PARTS, floor)
        if part is not one or not _is_shy(one, pattern, grammar) or _is_introduced(one, around, floor):
            floor = one.end
            yield from _one_by_one(match, pattern, part, grammar)


def _matches(text: str, grammar: Grammar) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """What the patterns match, tried where an anchor is near: trying everywhere costs eight times as much."""
    end = 0
    for start in _starts(text, grammar):
        found = grammar.expression.match(text, start) if start >= end else None
        pattern = grammar.patterns[found.lastindex - 1] if found is not None and found.lastindex else None
        match = pattern.expression.match(text, start) if pattern is not None else None
        if pattern is not None and match is not None:
            end = match.end()
            yield pattern, match


def _starts(text: str, grammar: Grammar) -> list[int]:
    if _FIGURE.search(text) is None and grammar.anchors.isdisjoint(_TOKEN.findall(text.lower())):
        return []  # Half of all sentences name no day.
    starts, left = [], 0
    for word in reversed(list(_TOKEN.finditer(text))):
        lowered = word[0].lower()
        if lowered in grammar.anchors or (lowered[0].isdigit() and _YEAR_OR_HOUR.fullmatch(lowered)):
            left = _LEAD
        if lowered in grammar.vocabulary or lowered[0].isdigit():
            if left:
                starts.append(word.start())
            left -= left > 0
        else:
            left = 0  # Only such words stand inside a date: none begins before this one that ends behind it.
    return starts[::-1]


def _is_small(match: re.Match[str], pattern: Pattern) -> bool:
    names = (match.group(group) for group, name in pattern.groups if name in _CAPITALISED)
    return any(name is not None and name[0].islower() for name in names)


def _looks_back(match: re.Match[str], pattern: Pattern, grammar: Grammar) -> bool:
    ahead = pattern.kind == "offset" and ("sign", 1) in pattern.fixed
    return ahead and bool(grammar.superlative.search(match.string, max(0, match.start() - _FAR), match.start()))


def _is_age(match: re.Match[str], pattern: Pattern, grammar: Grammar) -> bool:
    """ "Un chauffeur de 38 ans" has an age, "un accord de dix ans" lasts."""
    if not any(
        name == "unit" and grammar.value(name, match.group(group))[1] == "year"
        for group, name in pattern.groups
        if match.group(group)
    ):
        return False
    counts = (match.start(group) for group, name in pattern.groups if name == "count" and match.group(group))
    counted = next(counts, match.start())
    text, floor = match.string, max(0, counted - _REACH_OF_AGE)
    if grammar.ages.search(text, floor, counted):
        return True
    before = grammar.aged.search(text, floor, counted)
    return before is not None and not any(word.lower() in grammar.lengths for word in before.group().split())


def _dated_by_year(found: list[DateExpression], text: str) -> Iterator[DateExpression]:
    """ "In 2015 they met in March": a month or a day behind a year in the same sentence is of that year."""
    year: DateExpression | None = None
    for one in found:
        if one.kind in ("month", "date") and year is not None and _lacks_year(one):
            between = text[year.end : one.start]
            if len(between) <= _REACH_OF_YEAR and not _END.search(between):
                one = replace(one, values=(*one.values, *year.values))
        elif one.kind not in NO_DAY:
            year = one if one.kind == "year" else None
        yield one


def _lacks_year(one: DateExpression) -> bool:
    said = one.said
    return "month" in said and not {"year", "short", "shift", "weekday"} & said.keys()


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


def _is_introduced(one: DateExpression, around: Surroundings, floor: int) -> bool:
    """Whether words before a weak date make it one: "en 2015", "since May", "2015 and 2016"."""
    operations = around.operations(one.start, floor)
    if floor and around.text[floor : one.start].lower() in around.grammar.between:
        return True
    if one.kind == "year":
        return _is_year(one, around, operations)
    return bool(operations - {"of", "at", "range"}) or (one.kind == "month" and bool(operations))


def _is_year(one: DateExpression, around: Surroundings, operations: set[str]) -> bool:
    text, start = around.text, one.start
    if around.grammar.numbered.search(text, max(0, start - _FAR), start):
        return False
    # "de 2000 soldats" counts, "de 2015" dates.
    if _PLURAL.match(text, one.end) and not operations - {"of", "range"}:
        return False
    if around.grammar.editions.search(text, max(0, start - _FAR), start):
        return True
    stands_alone = text[start - 1 : start] == "(" and text[one.end : one.end + 1] in (")", "-")
    return stands_alone or bool(operations)
