"""The date grammar of a language, compiled from `data/<language>/dates.yaml`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from services.extractor.grammar import table

Values = tuple[tuple[str, Any], ...]
"""What a date expression says: (name, value) pairs."""

_FIGURES = {
    "day": r"(?:3[01]|[12]\d|0?[1-9]){nth}(?!\d)",
    "days": r"(?:(?:3[01]|[12]\d|0?[1-9]){nth}(?!\d){and})*(?:3[01]|[12]\d|0?[1-9]){nth}(?!\d)",
    "year": r"(?:1[89]|20)\d\d(?!\d)",
    "short": r"[5-9]\d(?!\d)",
    "quarter": "[1-4]",
    "isoyear": r"(?:19|20)\d\d",
    "isomonth": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "isoday": r"(?:3[01]|[12]\d|0[1-9])(?!\d)",
    "clock": r"(?:2[0-3]|[01]?\d)"
    r"(?::[0-5]\d| ?[hH](?![a-zé])(?: ?[0-5]\d(?!\d))?| heures?(?: [0-5]\d)?| ?[ap]\.?m\b\.?)",
}
"""Pieces of patterns that are figures in every language; `nth` and `and` are a language's own."""

_CLOCK = frozenset({"h", "heure", "heures", "a", "p", "m", "am", "pm"})
"""The words of times of day."""


_MEANS = {
    "full": "month",
    "brief": "weekday",
    "isoyear": "year",
    "isomonth": "month",
    "isoday": "day",
    "nth": "day",
}
"""Other ways to write a value, by their names in the patterns."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One alternative of the grammar: its kind, its fixed values and the names of its groups."""

    expression: re.Pattern[str]
    kind: str
    fixed: Values
    weak: bool
    groups: tuple[tuple[str, str], ...]
    """(name of the group in the expression, name of the value)."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All a language has to say when."""

    expression: re.Pattern[str]
    """All patterns, a group each and none inside: groups make a pattern slow, and most places hold no date."""
    patterns: Sequence[Pattern]
    """The alternatives in their order; what one says its own expression tells."""
    words: Mapping[str, Mapping[str, object]]
    anchors: frozenset[str]
    """Words one of which stands in every date: where none is near, no pattern need be tried."""
    vocabulary: frozenset[str]
    """All words of the patterns: a date begins with one of them or a figure."""
    before: Mapping[str, tuple[tuple[str, Values], ...]]
    """Words before a date → what each of their readings does to it."""
    between: frozenset[str]
    enumerators: frozenset[str]
    shy: frozenset[int]
    numbered: re.Pattern[str]
    superlative: re.Pattern[str]
    editions: re.Pattern[str]
    """A noun that a year without a preposition belongs to."""
    ages: re.Pattern[str]
    aged: re.Pattern[str]
    lengths: frozenset[str]
    """What stands before years that are an age; and behind which nouns they are none."""
    capitals: bool
    """Whether names of days and months begin with a capital: "12 may attend" is no date."""

    def opens_span(self, text: str) -> bool:
        """Whether a date begins with "from" or "between"."""
        openers = [phrase for phrase, readings in self.before.items() if ("range", ()) in readings]
        return text.lower().startswith(tuple(openers))

    def value(self, name: str, text: str) -> tuple[str, object]:
        """What a word or a figure of a pattern stands for, under the name the rules know."""
        return _MEANS.get(name, name), self._meaning(name, text.lower())

    def _meaning(self, name: str, lowered: str) -> object:
        if name == "count":
            return self.words["number"][lowered] if not lowered.isdigit() else int(lowered)
        if name == "days":
            return tuple(int(day) for day in re.findall(r"\d+", lowered))
        if name in self.words:
            return self.words[name][lowered]
        return int(re.findall(r"\d+", lowered)[0]) if name != "clock" else lowered


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _pieces(content: Mapping[str, Any]) -> dict[str, str]:
    # A word that ends in a letter must not go on; one that ends in a dot or apostrophe may.
    pieces = {name: rf"(?:{_alternatives(map(str, words))})(?!\w)" for name, words in content["words"].items()}
    pieces["count"] = rf"(?:\d{{1,3}}(?![\d.,])|{pieces['number']})"
    figures = {
        name: figure.replace("{nth}", content["nth"]).replace("{and}", content["and"])
        for name, figure in _FIGURES.items()
    }
    return pieces | figures


def _compiled(form: str, content: Mapping[str, Any], pieces: Mapping[str, str]) -> str:
    for name, macro in content["macros"].items():
        form = form.replace(f"<{name}>", macro)

    # A value may be said at several places of one form; group names are unique.
    places = count()

    def group(match: re.Match[str]) -> str:
        return f"(?P<v{next(places)}_{match.group(1)}>{pieces[match.group(1)]})"

    return re.sub(r"\{([a-z]+)\}", group, form)


def _patterns(content: Mapping[str, Any]) -> tuple[re.Pattern[str], list[Pattern]]:
    pieces, sources, patterns = _pieces(content), [], []
    for entry in content["patterns"]:
        for form in entry["forms"]:
            source = f"(?{'-i' if entry.get('case') else 'i'}:{_compiled(form, content, pieces)})"
            sources.append(f"({_GROUP.sub('(?:', source)})")
            groups = tuple((found, found.split("_")[1]) for found in _GROUP.findall(source))
            fixed = tuple(entry.get("with", {}).items())
            patterns.append(Pattern(_whole(source), entry["kind"], fixed, entry.get("weak", False), groups))
    return _whole("|".join(sources)), patterns


_GROUP = re.compile(r"\(\?P<(\w+)>")


def _whole(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{source})(?!\w)")


def _anchors(content: Mapping[str, Any]) -> frozenset[str]:
    names = ("month", "weekday", "weekdays", "brief", "unit", "period", "season", "moment")
    listed = [str(word) for name in names for word in content["words"].get(name, ())]
    plural = [f"{word}s" for word in content["words"]["moment"]]
    # The last part of "après-midi" and the first of "janv." are words of their own.
    parts = {part.lower() for word in listed + plural for part in re.findall(r"\w+", word)}
    return frozenset(parts | set(content["anchors"]))


def _vocabulary(content: Mapping[str, Any]) -> frozenset[str]:
    forms = [*content["macros"].values(), *(form for entry in content["patterns"] for form in entry["forms"])]
    listed = [str(word) for words in content["words"].values() for word in words]
    literal = [re.sub(r"\\.|\{\w+\}", " ", form) for form in (*forms, content["and"])]
    found = {word.lower() for text in literal + listed for word in re.findall(r"\w+", text)}
    return frozenset(found | _anchors(content) | _CLOCK)


def _before(content: Mapping[str, Any]) -> dict[str, tuple[tuple[str, Values], ...]]:
    readings: dict[str, list[tuple[str, Values]]] = {}
    for operation, phrases in content["before"].items():
        for phrase in phrases:
            readings.setdefault(phrase, []).append((operation, ()))
    for unit, phrases in content["containing"].items():
        for phrase in phrases:
            readings.setdefault(phrase, []).append(("containing", (("unit", unit),)))
    for unit, phrases in content["shares"].items():
        for phrase in phrases:
            for word, number in content["words"]["ordinal"].items():
                found = ("share", (("unit", unit), ("number", number)))
                readings.setdefault(phrase.format(ordinal=word), []).append(found)
    return {phrase: tuple(found) for phrase, found in readings.items()}


@cache
def date_grammar(language: str) -> Grammar:
    """The date grammar of `fr` or `en`."""
    content = table(language, "dates")
    expression, patterns = _patterns(content)
    words = {
        name: {str(word).lower(): value for word, value in found.items()} for name, found in content["words"].items()
    }
    numbered = re.compile(rf"(?:{_alternatives(content['numbered'])})s? $", re.IGNORECASE)
    return Grammar(
        expression,
        patterns,
        words,
        _anchors(content),
        _vocabulary(content),
        _before(content),
        frozenset(content["between"]),
        frozenset(content["enumerators"]),
        frozenset(content["shy"]),
        numbered,
        re.compile(content["superlative"], re.IGNORECASE),
        re.compile(rf"\b(?:{_alternatives(content['editions'])})(?: (?:du|de la|des|de) \w+)? $", re.IGNORECASE),
        re.compile(content["ages"], re.IGNORECASE),
        re.compile(content["aged"], re.IGNORECASE),
        frozenset(content["lengths"]),
        content["capitals"],
    )
