"""How long talks take: as beside their noun, "two days of talks", behind their verb, "will meet for two days", or by
the days on which they are told to have opened and ended."""

from collections.abc import Sequence
from datetime import date, timedelta

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import SYMMETRIC, Candidate
from services.extractor.dates.expression import Days
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.when.dated import Dated

_BETWEEN = 4
"""Words between a length and the noun that it measures, or between a noun and its length."""

LONGEST = timedelta(days=92)
"""Longer is no meeting but a process, of which no day is told."""


_NIGHT = timedelta(days=1)
"""From the first day of "the night of Saturday to Sunday" to the last."""


def lasting(trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> timedelta | None:
    """From the first day of the talks of a noun to the last; nothing for hours; None where no length is said."""
    noun = _noun(trigger, scene)
    lengths = [one for one in dates if one.expression.kind == "duration"] if noun is not None else []
    return next((_length(one) for one in lengths if _measures(one, noun or 0, scene)), None)


def _noun(trigger: Trigger, scene: Scene) -> int | None:
    before = trigger.first - 1 if trigger.inflections else trigger.head  # "Talks facilitated by Oslo"
    told = (trigger.head, *range(trigger.first, trigger.last + 1), max(before, 0))
    return next((at for at in told if scene.lexicon.is_talks(scene.lowered[at])), None)


def rests(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether what is told is that talks rest: the day up to which they do is not theirs."""
    if candidate.act == "suspend" or candidate.status == "cancelled":
        return True
    verb = governing(trigger, scene)
    return candidate.act in SYMMETRIC and verb is not None and verb.is_of("pausing", scene.grammar)


def to_last(trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> timedelta | None:
    """How long those will meet of whose meeting a verb tells: "will convene on Monday for three days"."""
    for one in dates if trigger.inflections else ():
        between = range(trigger.last + 1, one.first)
        marked = bool(between) and scene.grammar.has("length-openers", scene.lowered[one.first - 1])
        if one.expression.kind == "duration" and marked and not any(_parts(at, scene) for at in between):
            return _length(one)
    return None


def course(trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> tuple[Dated | None, Dated | None]:
    """The days on which the talks of a noun opened and ended, as far as told: "ended on Monday a round opened on"."""
    if _noun(trigger, scene) is None:
        return None, None
    opened, ended = (
        next((one for one in dates if (verb := _verb_of(one, scene)) and scene.grammar.has(name, verb.lemma)), None)
        for name in ("beginnings", "closings")
    )
    return opened, ended


def _verb_of(one: Dated, scene: Scene) -> Verb | None:
    """The verb beside which a date stands: the one before it in its clause, else the one behind."""
    before = scene.clauses.any_verb_before(one.first)
    if before is not None and not scene.clauses.crossed(before.head + 1, one.first):
        return before
    return scene.clauses.verb_after(one.last)


def is_first_day(trigger: Trigger, scene: Scene) -> bool:
    """Whether the day that is told of talks is that of their beginning: "began two days of talks on Monday"."""
    verb = governing(trigger, scene)
    return verb is not None and scene.grammar.has("beginnings", verb.lemma)


def extended(days: Days, length: timedelta, ahead: bool) -> Days:
    """Talks of a length whose last day is known, or the night before it, or if `ahead` their first."""
    if days.granularity != "day" or days.end - days.start > _NIGHT:
        return days
    return Days(days.start, days.end + length, "day") if ahead else Days(days.end - length, days.end, "day")


def _measures(one: Dated, noun: int, scene: Scene) -> bool:
    """Whether only adjectives stand between a length and the noun, and what makes it its own: "of", "de", a hyphen."""
    before = one.first < noun
    between = range(one.last + 1, noun) if before else range(noun + 1, one.first)
    if not 0 <= len(between) <= _BETWEEN or any(_parts(at, scene) for at in between):
        return False
    if before and "-" in one.expression.text:
        return True
    linked = between[:2] if before else between[-1:]
    return any(scene.grammar.has("length-markers", scene.lowered[at]) for at in linked)


def _parts(at: int, scene: Scene) -> bool:
    """Whether a word ends the phrase of a noun: a mark, a verb that is no participle, the beginning of a clause."""
    verb = scene.clauses.verb_at(at)
    return scene.lowered[at] in ",.;:()" or at in scene.clauses.opens or (verb is not None and verb.finite)


def _length(one: Dated) -> timedelta | None:
    """Two days lie a day apart, as does each that comes to them; weeks are told from day to day."""
    said = one.expression.said
    unit, count = said.get("unit"), said.get("count")
    if unit in ("hour", "minute"):
        return timedelta(0)
    if not isinstance(count, int) or unit not in ("day", "week"):
        return None
    length = timedelta(days=count - 1) if unit == "day" else timedelta(weeks=count)
    return length if timedelta(0) <= length <= LONGEST else None


def is_night(one: Dated, scene: Scene) -> bool:
    """Whether a span is the night between two days: "dans la nuit de lundi à mardi" ends what was done in it."""
    words = scene.lowered[one.first : one.last + 1]
    return one.expression.kind == "span" and scene.grammar.holds("nights", words)


def still_ahead(days: Days, published: date) -> Days:
    """What is left of a period for what is yet to be: "will meet this month" tells nothing of the days before.

    A week is told whole, as it is wherever one is named.
    """
    begun = days.granularity not in ("day", "week") and days.start < published <= days.end
    return Days(published, days.end, days.granularity) if begun else days
