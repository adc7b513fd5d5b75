"""Arithmetic of days and periods: what "the week", "late March" or "two months earlier" come to."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from schemas.negotiation import Granularity
from services.extractor.dates.expression import Days

_DAY = timedelta(days=1)
_SEASONS: Mapping[int, tuple[tuple[int, int], tuple[int, int]]] = {
    1: ((3, 21), (6, 20)),
    2: ((6, 21), (9, 22)),
    3: ((9, 23), (12, 21)),
    4: ((12, 22), (3, 20)),
}
"""Spring to winter as astronomers count them, northern hemisphere: (month, day) of the first and last day."""


def one_day(day: date) -> Days:
    """A day as a span."""
    return Days(day, day, "day")


def month(year: int, number: int) -> Days:
    """A calendar month."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def months(year: int, first: int, count: int, granularity: Granularity) -> Days:
    """`count` calendar months on end: a quarter, a half, a year."""
    return Days(date(year, first, 1), month(year, first + count - 1).end, granularity)


def year(number: int) -> Days:
    """A calendar year."""
    return months(number, 1, 12, "year")


def quarter(of: int, number: int) -> Days:
    """Quarter 1-4 of a year."""
    return months(of, number * 3 - 2, 3, "quarter")


def half(of: int, number: int) -> Days:
    """Half 1-2 of a year; its granularity is that of the period named, the year."""
    return months(of, number * 6 - 5, 6, "year")


def season(of: int, number: int) -> Days:
    """A season of a year; winter is the one that begins in it."""
    first, last = _SEASONS[number]
    return Days(date(of, *first), date(of + (number == 4), *last), "quarter")


def add_months(day: date, count: int) -> date:
    """The same day of another month, or that month's last."""
    index = day.year * 12 + day.month - 1 + count
    of, number = divmod(index, 12)
    return date(of, number + 1, min(day.day, monthrange(of, number + 1)[1]))


def week(day: date) -> Days:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6), "week")


def weekend(day: date) -> Days:
    """Saturday and Sunday of the week of a day."""
    last = week(day).end
    return Days(last - _DAY, last, "day")


_PERIODS: Mapping[str, Callable[[date], Days]] = {
    "day": one_day,
    "week": week,
    "weekend": weekend,
    "month": lambda day: month(day.year, day.month),
    "quarter": lambda day: quarter(day.year, (day.month + 2) // 3),
    "half": lambda day: half(day.year, (day.month + 5) // 6),
    "year": lambda day: year(day.year),
}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def moved(day: date, unit: str, count: int) -> date:
    """A day `count` units on (or back); hours count as days from the twelfth on.

    Raises OverflowError or ValueError where the calendar ends.
    """
    if unit == "hour":
        return day + timedelta(days=(abs(count) + 12) // 24) * (1 if count > 0 else -1)
    if unit in _MONTHS:
        return add_months(day, count * _MONTHS[unit])
    return day + timedelta(days=count * _DAYS[unit])


def period(day: date, unit: str, shift: int = 0) -> Days:
    """The day, week, month ... that a day lies in, or one `shift` of them further."""
    return _PERIODS[unit](moved(day, unit, shift))


def third(days: Days, which: int) -> Days:
    """The first (0), second (1) or last (2) third of a span, of the same granularity."""
    if _length(days) < 3:
        return days
    start, end = _thirds(days)[which]
    return Days(start, end, days.granularity)


def _length(days: Days) -> int:
    return (days.end - days.start).days + 1


def _thirds(days: Days) -> tuple[tuple[date, date], ...]:
    if days == week(days.start):
        return _of_week(days.start)
    step, rest = divmod(_months(days), 3)
    if step and not rest:
        second, last = add_months(days.start, step), add_months(days.start, 2 * step)
    else:
        # Of a month: 1-10, 11-20, 21 to its end, however long it is.
        length = 30 if _months(days) == 1 else _length(days)
        second, last = (days.start + timedelta(days=length * part // 3) for part in (1, 2))
    return (days.start, second - _DAY), (second, last - _DAY), (last, days.end)


def _months(days: Days) -> int:
    """How many whole months a span is; 0 if it is none."""
    if days.start.day != 1 or days.end != month(days.end.year, days.end.month).end:
        return 0
    return (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1


def _of_week(monday: date) -> tuple[tuple[date, date], ...]:
    days = [monday + timedelta(days=ahead) for ahead in range(7)]
    return (days[0], days[2]), (days[2], days[3]), (days[3], days[6])


def share(days: Days, unit: str, number: int) -> Days:
    """The n-th week, quarter or half of a span; -1 is the last. A week counts seven days from the first."""
    if unit == "week":
        start = days.start + timedelta(days=7 * (number - 1)) if number > 0 else days.end - timedelta(days=6)
        return Days(start, start + timedelta(days=6), "week")
    parts = {"half": 2, "quarter": 4}[unit]
    number = min(number if number > 0 else parts, parts)
    if days == year(days.start.year):
        return quarter(days.start.year, number) if unit == "quarter" else half(days.start.year, number)
    if _length(days) < parts:
        return days
    start, end = (days.start + timedelta(days=_length(days) * part // parts) for part in (number - 1, number))
    return Days(start, end - _DAY, days.granularity)
