"""How often a feed publishes, in each hour of the day, and how long to wait between looks at it.

What an article waits on average is least, for a given number of polls, where feeds are polled with the square root of
their rate (Sia, Cho & Cho, "Efficient Monitoring Algorithm for Fast News Alerts", IEEE TKDE 19(7), 2007): in proportion
to it the quiet ones starve, evenly the lively ones do. The rate of a newspaper changes with the hour more than with
anything else, so it is kept by the hour.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

HOURS = 24
_HOUR = timedelta(hours=1)
_MEMORY = 72.0
"""Hours of watching that count: what is older is outweighed by what is newer."""

_START = 6.0
"""Hours of watching that the first guess is worth."""

_POWER = 0.7
"""Above the square root: rates are estimates, and in the simulation the mean is the same while half of all articles are
found a third sooner and fewer polls are in vain."""

_RECENT = timedelta(days=14)
_UNEVEN = 2.0
"""Articles an hour of the day has to show before it is believed to differ from the others."""


class Rhythm(NamedTuple):
    """`rates` are articles an hour in each hour of the UTC day, `watched` the hours they were learnt in."""

    rates: tuple[float, ...]
    watched: float

    @property
    def mean(self) -> float:
        """Articles an hour over the whole day."""
        return sum(self.rates) / HOURS


UNKNOWN = Rhythm((1.0,) * HOURS, 0.0)
"""One article an hour: what the default interval is meant for."""


def told(moments: Sequence[datetime], now: datetime) -> Rhythm | None:
    """The rhythm that the dates in a feed tell at the first look; None where they tell too little."""
    recent = [moment for moment in moments if now - _RECENT < moment <= now]
    if len(recent) < 2:
        return None
    span = max((now - min(recent)) / _HOUR, 1.0)
    mean = len(recent) / span
    counts = [0] * HOURS
    for moment in recent:
        counts[moment.hour] += 1
    weight = len(recent) / HOURS + _UNEVEN
    return Rhythm(tuple(mean * (count + _UNEVEN) / weight for count in counts), min(span, _MEMORY))


def learnt(rhythm: Rhythm, since: datetime, until: datetime, fresh: Sequence[datetime | None]) -> Rhythm:
    """The rhythm after watching from `since` to `until`, which brought the articles `fresh`, by their own dates.

    What is undated, or dated outside, is spread over the time watched.
    """
    stays = list(_stays(since, until))
    hours = sum(length for _, length in stays)
    if not hours:
        return rhythm
    dated = [moment.hour for moment in fresh if moment is not None and since <= moment < until]
    spread = (len(fresh) - len(dated)) / hours
    met = dict.fromkeys((hour for hour, _ in stays), 0.0)
    watched = dict(met)
    for hour, length in stays:
        watched[hour] += length
        met[hour] += spread * length
    for hour in dated:
        met[hour] += 1
    # An hour of the day is watched once a day: it remembers a twenty-fourth of what the whole does.
    memory = (_START + min(rhythm.watched, _MEMORY)) / HOURS
    rates = list(rhythm.rates)
    for hour, length in watched.items():
        rates[hour] = (rates[hour] * memory + met[hour]) / (memory + length)
    return Rhythm(tuple(rates), min(rhythm.watched + hours, _MEMORY))


def wait(rhythm: Rhythm, now: datetime, default: timedelta, shortest: timedelta, longest: timedelta) -> timedelta:
    """How long to wait from `now`: `default` at one article an hour, within the bounds."""
    smooth = _smooth(rhythm.rates)
    floor = (default / longest) ** (1 / _POWER)
    ceiling = (default / shortest) ** (1 / _POWER)
    # Each hour uses up a part of the wait, the more the livelier it is; at 1 the next poll is due.
    used, moment = 0.0, now
    while moment - now < longest:
        rate = min(max(smooth[moment.hour], floor), ceiling)
        speed = rate**_POWER / (default / _HOUR)
        left = 1 - (moment.minute * 60 + moment.second) / 3600
        if used + speed * left >= 1:
            due = moment - now + timedelta(hours=(1 - used) / speed)
            return min(max(due, shortest), longest)
        used += speed * left
        moment += _HOUR * left
    return longest


def _smooth(rates: Sequence[float]) -> tuple[float, ...]:
    """Each hour with something of its neighbours: what comes at six o'clock comes at times before or after."""
    return tuple(0.5 * rate + 0.25 * (rates[hour - 1] + rates[(hour + 1) % HOURS]) for hour, rate in enumerate(rates))


def _stays(since: datetime, until: datetime) -> Iterator[tuple[int, float]]:
    """The hours of the day between two moments, and how long of each, in hours; the last day at most."""
    since = max(since, until - HOURS * _HOUR)
    for one, other in pairwise(_bounds(since, until)):
        if other > one:
            yield one.hour, (other - one) / _HOUR


def _bounds(since: datetime, until: datetime) -> Iterable[datetime]:
    moment = since
    while moment < until:
        yield moment
        moment = moment.replace(minute=0, second=0, microsecond=0) + _HOUR
    yield until
