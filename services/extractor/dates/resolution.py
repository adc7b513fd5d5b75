"""Date expression → the days it means, by publication date, tense and the last date of the text."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Literal

from services.extractor.dates import calendar, plain
from services.extractor.dates.expression import DateExpression, Days, TenseOfDate
from services.extractor.dates.plain import Said, Setting
from services.extractor.dates.surroundings import core

_DAY = timedelta(days=1)
_TENSES: tuple[TenseOfDate, TenseOfDate] = ("past", "future")


def resolve(
    expression: DateExpression, published: date | None, tense: TenseOfDate, context: date | None = None
) -> Days | None:
    """The days an expression means; None where the text does not tell.

    `context` is the last resolved day of the text: what "the next day" follows. Without `published` only
    absolute dates and those that follow the context resolve.
    """
    days = _resolve(expression, Setting(published, tense, context))
    # What will be "this summer", told in July, will be in what is left of it.
    left = expression.kind == "season" and tense == "future"
    if left and days and published and days.start < published <= days.end:
        return Days(published, days.end, days.granularity)
    return days


_FAR, _NEAR = 270, 95
"""Days. News gives the year of what is farther back or ahead than nine months, if the same day comes within three."""


def direction(expression: DateExpression, published: date) -> Literal["past", "future"] | None:
    """Where an expression points by itself, whatever the tense: "demain", "next week", "il y a trois jours".

    None where the tense decides ("mardi", "en mars"), for the day of publication, and for what counts from another
    date ("two days later"). A day or month of the year is taken to lie on the side where it is near if it is far on
    the other: in June "early July" is not that of a year ago.
    """
    if is_anaphoric(expression):
        return None
    behind, ahead = (resolve(expression, published, tense, published) for tense in _TENSES)
    if behind is None or ahead is None:
        return None
    if behind == ahead:
        return _side(behind, published)
    if core(expression) not in ("date", "month") or expression.kind == "since":
        return None
    back, forth = (published - behind.end).days, (ahead.start - published).days
    if back > _FAR and forth < _NEAR:
        return "future"
    return "past" if forth > _FAR and back < _NEAR else None


def _side(days: Days, published: date) -> Literal["past", "future"] | None:
    if days.start >= published and days.end > published:
        return "future"
    return "past" if days.end <= published and days.start < published else None


def is_anaphoric(expression: DateExpression) -> bool:
    """Whether an expression counts from the last date of the text: "le lendemain", "two days earlier"."""
    return core(expression) in ("anaphoric", "apart") or "further" in expression.said


def _resolve(expression: DateExpression, setting: Setting) -> Days | None:
    rule = _RULES.get(expression.kind)
    if rule is None:
        return None
    # Days that are none ("30 février") and days beyond the calendar are no dates.
    with suppress(ValueError, OverflowError):
        return rule(expression.said, setting)
    return None


def _third(which: int) -> Callable[[Said, Setting], Days | None]:
    def rule(said: Said, setting: Setting) -> Days | None:
        days = _resolve(said["of"], setting)
        return days and calendar.third(days, which)

    return rule


def _share(said: Said, setting: Setting) -> Days | None:
    days = _resolve(said["of"], setting)
    return days and calendar.share(days, said["unit"], said["number"])


def _containing(said: Said, setting: Setting) -> Days | None:
    days = _resolve(said["of"], setting)
    return days and calendar.period(days.start, said["unit"])


def _towards(said: Said, setting: Setting) -> Days | None:
    """From publication to the end: "by", "until", "later this month"; all of it where it is over."""
    days = _resolve(said["of"], setting)
    if days is None or setting.published is None or days.end < setting.published:
        return days
    return Days(setting.published, days.end, days.granularity)


def _ahead_of(said: Said, setting: Setting) -> Days | None:
    """Before a day: to its eve; before the end of something: to that end."""
    days = _resolve(said["of"], setting)
    if days is None or setting.published is None or said["of"].kind in ("early", "mid", "late"):
        return _towards(said, setting)
    eve = days.start - _DAY
    return Days(setting.published, eve, days.granularity) if eve >= setting.published else None


def _away_from(said: Said, setting: Setting) -> Days | None:
    """From the beginning to publication: "since", "earlier this week"; all of it where it lies ahead."""
    days = _resolve(said["of"], Setting(setting.published, "past", setting.context))
    if days is None or setting.published is None or days.start > setting.published:
        return days
    return Days(days.start, setting.published, days.granularity)


def _span(said: Said, setting: Setting) -> Days | None:
    first, last = said["of"], said["until"]
    end = _resolve(last, Setting(None, setting.tense, None))
    if end is not None:
        start = _resolve(first, Setting(end.start, "past", setting.context))
    else:
        start = _resolve(first, setting)
        if start is not None:
            end = _resolve(last, _after(last, start, setting))
    if start is None or end is None:
        return start or end
    return Days(start.start, max(start.end, end.end), start.granularity)


def _after(last: DateExpression, start: Days, setting: Setting) -> Setting:
    # "from Monday to Wednesday": the Wednesday that follows that Monday, whatever the tense.
    if core(last) in ("date", "weekday", "month", "season", "quarter"):
        return Setting(start.start, "future", start.start)
    return Setting(setting.published, setting.tense, start.start)


_RULES: Mapping[str, Callable[[Said, Setting], Days | None]] = dict(plain.RULES) | {
    "early": _third(0),
    "mid": _third(1),
    "late": _third(2),
    "share": _share,
    "containing": _containing,
    "by": _towards,
    "until": _towards,
    "later": _towards,
    "before": _ahead_of,
    "since": _away_from,
    "earlier": _away_from,
    "span": _span,
}
