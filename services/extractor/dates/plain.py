"""What a plain date means: a day of a month, a weekday, "next week", "two days earlier"."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from services.extractor.dates import calendar
from services.extractor.dates.expression import Days, TenseOfDate

_WEEK = timedelta(days=7)
_MIDYEAR = 6

Said = Mapping[str, Any]
"""Values of an expression by name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a relative date is relative to."""

    published: date | None
    tense: TenseOfDate
    context: date | None


def _date(said: Said, setting: Setting) -> Days | None:
    if "month" not in said:
        return _day_alone(said, setting)
    first, *rest = _day_numbers(said)
    year = _year(said)
    if year is not None:
        return _month_day(said, year, first, rest)
    return _pick(said, setting, lambda year: _month_day(said, year, first, rest))


def _day_numbers(said: Said) -> tuple[int, ...]:
    days: tuple[int, ...] = said.get("days") or (said["day"],)
    return days


def _year(said: Said) -> int | None:
    if "short" in said:
        return 1900 + int(said["short"])
    found = said.get("year")
    return None if found is None else int(found)


def _month_day(said: Said, year: int, first: int, rest: list[int]) -> Days:
    month, day = said["month"], first
    end = date(year, month, rest[-1] if rest else day)
    start = date(year, month, day) if day <= end.day else calendar.add_months(end, -1).replace(day=day)
    return Days(start, end, "day")


def _candidates(published: date, make: Callable[[int], Days]) -> Iterator[Days]:
    for year in range(published.year - 5, published.year + 6):
        with suppress(ValueError):
            yield make(year)


def _pick(said: Said, setting: Setting, make: Callable[[int], Days]) -> Days | None:
    """The year that makes a date nearest, by its weekday if it has one, else by "next", "last" and tense."""
    if setting.published is None:
        return None
    candidates = list(_candidates(setting.published, make))
    weekday = said.get("weekday")
    agreeing = [
        days for days in candidates if days.start.weekday() == weekday and _distance(days, setting.published) < 500
    ]
    if agreeing:
        return _nearest(agreeing, setting.published)
    return _by_tense(candidates, setting, said.get("shift"))


def _by_tense(candidates: list[Days], setting: Setting, shift: int | None) -> Days | None:
    """`shift` of "next" and "last" rules out the day of publication."""
    published = setting.published
    assert published is not None
    if shift is not None:
        ruled = [d for d in candidates if (d.start > published if shift > 0 else d.end < published)]
    elif setting.tense == "past":
        ruled = [d for d in candidates if d.start <= published]
    elif setting.tense == "future":
        ruled = [d for d in candidates if d.end >= published]
    else:
        ruled = candidates
    return _nearest(ruled, published)


def _nearest(candidates: list[Days], published: date) -> Days | None:
    return min(candidates, key=lambda days: _distance(days, published), default=None)


def _distance(days: Days, published: date) -> int:
    if days.start <= published <= days.end:
        return 0
    return min(abs((days.start - published).days), abs((days.end - published).days))


def _day_alone(said: Said, setting: Setting) -> Days | None:
    """A day without a month: the nearest that fits. "mardi 12" that fits no month near is a Tuesday."""
    published = setting.published
    if published is None:
        return None
    candidates = []
    for ahead in range(-2, 3):
        month = calendar.add_months(published.replace(day=1), ahead)
        with suppress(ValueError):
            candidates.append(calendar.one_day(month.replace(day=_day_numbers(said)[0])))
    if "weekday" not in said:
        return _by_tense(candidates, setting, said.get("shift"))
    agreeing = [
        days for days in candidates if days.start.weekday() == said["weekday"] and _distance(days, published) <= 31
    ]
    return _nearest(agreeing, published) or _weekday(said, setting)


def _year_alone(said: Said, setting: Setting) -> Days:
    return calendar.year(_year(said) or 1)


def _new_year(said: Said, setting: Setting) -> Days | None:
    """The year that has just begun, or from summer on the next."""
    published = setting.published
    return None if published is None else calendar.year(published.year + (published.month > _MIDYEAR))


def _month(said: Said, setting: Setting) -> Days | None:
    year = _year(said)
    if year is not None:
        return calendar.month(year, said["month"])
    return _pick(said, setting, lambda year: calendar.month(year, said["month"]))


def _in_year(said: Said, setting: Setting) -> Days | None:
    """A month, or days of it, of "last", "this" or "next" year."""
    if setting.published is None:
        return None
    year = setting.published.year + said["shift"]
    if "days" not in said:
        return calendar.month(year, said["month"])
    first, *rest = _day_numbers(said)
    return _month_day(said, year, first, rest)


def _season(said: Said, setting: Setting) -> Days | None:
    year = _year(said)
    if year is not None:
        return calendar.season(year, said["season"])
    return _pick(said, setting, lambda year: calendar.season(year, said["season"]))


def _weekday_of_month(said: Said, setting: Setting) -> Days | None:
    year = _year(said)
    if year is not None:
        return _nth_weekday(said, year)
    return _pick({}, setting, lambda year: _nth_weekday(said, year))


def _nth_weekday(said: Said, year: int) -> Days:
    month, number = calendar.month(year, said["month"]), said["ordinal"]
    days = [month.start + timedelta(days=ahead) for ahead in range((month.end - month.start).days + 1)]
    fitting = [day for day in days if day.weekday() == said["weekday"]]
    return calendar.one_day(fitting[number - 1 if number > 0 else number])


def _part_of_year(unit: str) -> Callable[[Said, Setting], Days | None]:
    def rule(said: Said, setting: Setting) -> Days | None:
        number, year = said.get("ordinal", said.get("quarter")), _year(said)
        if year is not None:
            return calendar.share(calendar.year(year), unit, number)
        return _pick(said, setting, lambda year: calendar.share(calendar.year(year), unit, number))

    return rule


def _weekday(said: Said, setting: Setting) -> Days | None:
    if "further" in said:
        return _weekday_from(setting.context, said["weekday"], said["further"])
    published = setting.published
    if published is None:
        return None
    before = published - timedelta(days=(published.weekday() - said["weekday"]) % 7)
    candidates = [calendar.one_day(before + _WEEK * ahead) for ahead in (-1, 0, 1)]
    if before == published and "shift" not in said:
        return candidates[1]
    if setting.tense == "unknown" and "shift" not in said and "this" not in said:
        return candidates[1]
    days = _by_tense(candidates, setting, said.get("shift"))
    return days and calendar.one_day(days.start + _WEEK * said.get("weeks", 0))


def _day_of_week(said: Said, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    week = calendar.period(setting.published, "week", said["shift"])
    return calendar.one_day(week.start + timedelta(days=said["weekday"]))


def _weekday_from(context: date | None, weekday: int, shift: int) -> Days | None:
    if context is None:
        return None
    ahead = (weekday - context.weekday() - 1) % 7 + 1
    behind = (context.weekday() - weekday - 1) % 7 + 1
    return calendar.one_day(context + timedelta(days=ahead if shift > 0 else -behind))


def _relative(said: Said, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    unit, shift = said.get("unit", said.get("period")), said["shift"]
    days = calendar.period(setting.published, unit, shift)
    # Told on a Tuesday, "this weekend" is the one that was.
    if unit == "weekend" and not shift and setting.tense == "past" and days.start > setting.published:
        return calendar.period(setting.published, unit, -1)
    # What will be done "this week" is done in the next where this one ends with the day.
    if unit == "week" and not shift and setting.tense == "future" and days.end == setting.published:
        return calendar.period(setting.published, unit, 1)
    return days


def _ending(said: Said, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    return calendar.third(calendar.period(setting.published, said["period"]), 2)


def _anaphoric(said: Said, setting: Setting) -> Days | None:
    base = setting.context
    if base is None:
        return None
    # What happened "la veille" of nothing that lies ahead happened on the eve of today.
    if setting.tense == "past" and setting.published is not None:
        base = min(base, setting.published)
    unit = said.get("unit", said.get("period"))
    shift = said.get("shift", said.get("further"))
    if shift is None:
        return _counted(base, unit, said["count"] * said["later"])
    return calendar.period(base, unit, shift)


def _counted(day: date, unit: str, count: int) -> Days:
    """So many days or weeks give a day; so many months or years a month or a year."""
    other = calendar.moved(day, unit, count)
    return calendar.period(other, unit if unit in ("month", "year", "quarter") else "day")


def _apart(said: Said, setting: Setting) -> Days | None:
    """The day of what stands behind "two days after", counted from that of what stands before."""
    return None if setting.context is None else _counted(setting.context, said["unit"], said["count"] * said["apart"])


def _offset(said: Said, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    return _counted(setting.published, said["unit"], said["count"] * said["sign"])


def _within(said: Said, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    other = calendar.moved(setting.published, said["unit"], said["count"] * said["sign"])
    return Days(min(setting.published, other), max(setting.published, other), "day")


RULES: Mapping[str, Callable[[Said, Setting], Days | None]] = {
    "date": _date,
    "year": _year_alone,
    "new-year": _new_year,
    "month": _month,
    "in-year": _in_year,
    "season": _season,
    "quarter": _part_of_year("quarter"),
    "half": _part_of_year("half"),
    "weekday": _weekday,
    "day-of-week": _day_of_week,
    "weekday-of-month": _weekday_of_month,
    "ending": _ending,
    "relative": _relative,
    "anaphoric": _anaphoric,
    "apart": _apart,
    "offset": _offset,
    "within": _within,
}
"""Kind of expression → its rule, which raises ValueError or OverflowError where there is no such day."""
