"""The time expressions of a text as TIMEX3 says them, and the days they mean by the tense around them.

TIMEX3 is the notation of ISO-TimeML (ISO 24617-1:2012): each expression has a type (DATE, TIME, DURATION, SET) and a
normalised value. It marks the ends of a span each by itself, and no prepositions.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from services.extractor.acts.lexicon import Lexicon, lexicon
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.acts.verb_groups.verbs import verbs
from services.extractor.dates.expression import DateExpression, Days, TenseOfDate
from services.extractor.dates.resolution import direction, resolve
from services.extractor.dates.spotting import expressions
from services.extractor.dates.surroundings import innermost
from services.extractor.grammar import Grammar, grammar, lower
from services.extractor.text.words import Word, words

_LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "half": "M",
    "year": "Y",
}
_OF_DAY = ("second", "minute", "hour")
_MONTHS_OF_HALF = 6
_SEASONS = ("SP", "SU", "FA", "WI")
_FIGURE = re.compile(r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?(?!\d)")
_BEFORE_DAYS = re.compile(r"(?:du |le |les |de |l'|entre (?:le )?|between |from |the )?", re.IGNORECASE)
_OUTER = frozenset({"by", "before", "since", "until", "later", "earlier"})


def _leaves(one: DateExpression) -> Iterator[DateExpression]:
    """TIMEX3 marks the ends of a span each by itself, and no prepositions."""
    if one.kind == "span":
        yield from _leaves(one.said["of"])
        yield from _leaves(one.said["until"])
    elif one.kind in _OUTER:
        yield from _leaves(one.said["of"])
    else:
        yield one


_SIGNALS = re.compile(r"(?:(?:depuis|il y a|voici|voilà|pendant|durant) |à (?=l'))", re.IGNORECASE)


def _bare(one: DateExpression) -> DateExpression:
    """Without the word that relates it to the rest: ISO-TimeML marks "il y a" and "depuis" as signals, apart."""
    if one.kind == "apart" and "noun" in one.said:
        noun = re.search(one.said["noun"], one.text, re.IGNORECASE)
        assert noun is not None
        return replace(one, start=one.start + noun.start(), end=one.start + noun.end(), text=noun.group())
    signal = _SIGNALS.match(one.text)
    if signal is None or one.kind in ("offset", "clock"):
        return one
    return replace(one, start=one.start + signal.end(), text=one.text[signal.end() :])


def _day_by_day(one: DateExpression) -> Iterator[DateExpression]:
    """ "19 au 23 juillet" is two expressions, the first without its month."""
    days: tuple[int, ...] = one.said.get("days", ()) if one.kind == "date" else ()
    figures = [match for match in _FIGURE.finditer(one.text) if int(match.group(1)) in days]
    if len(days) < 2 or len(figures) < len(days):
        yield one
        return
    rest = tuple(pair for pair in one.values if pair[0] not in ("days", "weekday"))
    starts = [match.start() for match in figures[: len(days)]]
    if not _BEFORE_DAYS.fullmatch(one.text[: starts[0]]):
        starts[0] = 0  # "May 5 and 6", "lundi 5 et mardi 6".
    ends = [match.end() for match in figures[: len(days)]]
    ends[-1] = len(one.text)
    for day, start, end in zip(days, starts, ends, strict=True):
        yield DateExpression(one.start + start, one.start + end, one.text[start:end], "date", (*rest, ("days", (day,))))


def _length(said: Mapping[str, Any]) -> str:
    unit = said.get("unit", "day")
    count = said.get("count", "X") if "shifts" not in said else "X"
    if unit == "half" and isinstance(count, int):
        count *= _MONTHS_OF_HALF
    return f"P{'T' if unit in _OF_DAY else ''}{count}{_LETTERS[unit]}"


def _time(said: Mapping[str, Any]) -> str:
    if "clock" in said:
        hours, *minutes = [int(figures) for figures in _figures(said["clock"])]
        hours += 12 if "p" in said["clock"] and hours < 12 else 0
        return f"T{hours:02}:{(minutes or [0])[0]:02}"
    return f"T{said['moment']}" if "moment" in said else ""


def _decade(text: str) -> str:
    """ "The 1960s", "les années 60": the first three figures of their years."""
    figures = next(iter(_figures(text)), "")
    return f"{figures[:3]}X" if len(figures) > 2 else f"19{figures[:1]}X"


def _figures(text: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in text).split()


def _day_value(days: Days, one: DateExpression) -> str:
    start, said = days.start, one.said
    if one.kind == "season":
        return f"{start.year}-{_SEASONS[said['season'] - 1]}"
    if one.kind == "quarter":
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if said.get("unit", said.get("period")) == "weekend":
        return f"{start.isocalendar().year}-W{start.isocalendar().week:02}-WE"
    return {
        "day": f"{start}{_time(said)}",
        "week": f"{start.isocalendar().year}-W{start.isocalendar().week:02}",
        "month": f"{start:%Y-%m}",
        "quarter": f"{start.year}-Q{(start.month + 2) // 3}",
        "year": f"{start.year}",
    }[days.granularity]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression; `start` and `end` are code points of the text. `days` is None where it names no days."""

    start: int
    end: int
    text: str
    type: str
    value: str
    days: Days | None


def timexes(text: str, published: date, language: str) -> Iterator[Timex]:
    """The time expressions of a text in order, read by the publication day and the tense of the verbs around them."""
    context = published
    tenses = _Tenses(words(text), lexicon(language), grammar(language))
    for found in expressions(text, language):
        if found.kind == "name":
            continue
        tense = tenses.at(found, published)
        leaves = list(_leaves(found))
        # "Since 10 January" means the days since, though the notation marks "10 January" alone.
        whole = resolve(found, published, tense, context) if len(leaves) == 1 else None
        for one in [day for leaf in leaves for day in _day_by_day(_bare(leaf))]:
            kind, value, days = _meaning(one, published, tense, context)
            context = days.start if days is not None else context
            yield Timex(one.start, one.end, one.text, kind, value, whole or days)


def _meaning(one: DateExpression, published: date, tense: TenseOfDate, context: date) -> tuple[str, str, Days | None]:
    """Type and value of an expression, and its days."""
    if one.kind == "apart" and "noun" in one.said:
        return "DATE", str(context), Days(context, context, "day")
    if one.kind in ("duration", "within", "vague", "apart"):
        return "DURATION", _length(one.said), None
    if one.kind == "recurrent":
        return "SET", _length({"count": 1} | dict(one.said)), None
    if one.kind == "reference":
        return "TIME", one.said["moment"], None
    if one.kind == "century":
        return "DATE", f"{one.said['century']}XX", None
    if one.kind == "decade":
        return "DATE", _decade(one.text), None
    if one.kind == "clock":
        return "TIME", f"{context}{_time(one.said)}", None
    days = resolve(one, published, tense, context)
    if days is None:
        return "DATE", "XXXX-XX-XX", None
    inner = innermost(one)
    return "TIME" if _time(inner.said) else "DATE", _day_value(days, inner), days


class _Tenses:
    """The tense that a date goes with: that of the nearest verb of its sentence that the date does not contradict."""

    def __init__(self, text: Sequence[Word], lexicon: Lexicon, grammar: Grammar) -> None:
        self._words = text
        self._lowered = lower(text)
        self._grammar = grammar
        self._verbs = verbs(text, lexicon, grammar, frozenset())

    def at(self, one: DateExpression, published: date) -> TenseOfDate:
        """The tense around an expression; `unknown` where no verb tells."""
        first = next((at for at, word in enumerate(self._words) if word.start >= one.start), len(self._words))
        near = [verb for verb in self._verbs if self._tense(verb) != "unknown" and not self._parted(verb, first)]
        points = direction(one, published)
        fitting = [verb for verb in near if points in (None, self._tense(verb))]
        nearest = min(fitting, key=lambda verb: _distance(verb, first), default=None)
        return self._tense(nearest) if nearest is not None else "unknown"

    def _tense(self, verb: Verb) -> TenseOfDate:
        ahead = {"plan", "future", "possible", "offer", "wish", "call", "obligation", "commitment", "acceptance"}
        if verb.tense in ("future", "conditional") or ahead & set(verb.modals):
            return "future"
        return "past" if verb.tense in ("past", "participle") else "unknown"

    def _parted(self, verb: Verb, at: int) -> bool:
        between = self._lowered[min(verb.head, at) : max(verb.head, at)]
        return any(word in _ENDS for word in between)


_ENDS = frozenset(".;!?:")


def _distance(verb: Verb, at: int) -> float:
    # A date belongs to the verb before it more often than to the one behind.
    return at - verb.head if verb.head < at else (verb.first - at) * 1.5
