"""The time expressions of a text as TIMEX3 says them, and the days they mean by the tense around them.

TIMEX3 is the notation of ISO-TimeML (ISO 24617-1:2012): each expression has a type (DATE, TIME, DURATION, SET) and a
normalised value. It marks the ends of a span each by itself, and no prepositions.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.extractor.acts.lexicon import Lexicon, lexicon
from services.extractor.acts.verbs import Verb, verbs
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
        for one in leaves:
            kind, value, days = _meaning(one, published, tense, context)
            context = days.start if days is not None else context
            yield Timex(one.start, one.end, one.text, kind, value, whole or days)


def _meaning(one: DateExpression, published: date, tense: TenseOfDate, context: date) -> tuple[str, str, Days | None]:
    """Type and value of an expression, and its days."""
    if one.kind in ("duration", "within", "vague", "apart"):
        return "DURATION", _length(one.said), None
    if one.kind == "recurrent":
        return "SET", _length({"count": 1} | dict(one.said)), None
    if one.kind == "reference":
        return "TIME", one.said["moment"], None
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
