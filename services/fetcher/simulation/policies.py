"""Rules for the next poll: ours, a fixed interval, and those of two other programs as their sources describe them."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from schemas.feed import Failure
from services.fetcher.rhythm import Rhythm
from services.fetcher.schedule import Limits, Past, after_failure, after_success
from services.fetcher.wishes import Wishes

_START = datetime(2026, 3, 2, tzinfo=UTC)
"""A Monday."""

_MINUTE, _HOUR, _WEEK = 60.0, 3600.0, 7 * 86_400.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What a poll shows, in seconds: when it was meant to be and is, the entries shown and those that are new."""

    planned: float
    now: float
    shown: Sequence[float]
    fresh: Sequence[float]


class Poller(Protocol):
    """The rule at work on one feed."""

    def answered(self, seen: Seen) -> float:
        """Seconds until the next poll."""
        ...

    def failed(self, now: float) -> float:
        """Seconds until the next poll after one without an answer."""
        ...


Policy = Callable[[Callable[[], float]], Poller]
"""Makes a poller from a source of random numbers in 0..1."""


@dataclass(slots=True)
class Fixed:
    """The same interval for every feed, come what may."""

    interval: float

    def answered(self, seen: Seen) -> float:
        """See `Poller`."""
        return self.interval

    def failed(self, now: float) -> float:
        """See `Poller`."""
        return self.interval


@dataclass(slots=True)
class RssFetcher:
    """Media Cloud's rss-fetcher: starts at 6 hours; ten minutes longer where two thirds of a feed are known, an hour
    shorter where less than a third is; only after two successes in a row and within 20 minutes of the plan. Failures
    make the wait longer in proportion, a day at most."""

    interval: float = 6 * _HOUR
    successes: int = 0
    failures: int = 0

    def answered(self, seen: Seen) -> float:
        """See `Poller`."""
        self.failures, self.successes = 0, self.successes + 1
        if self.successes >= 2 and abs(seen.now - seen.planned) <= 20 * _MINUTE:
            known = 1 - len(seen.fresh) / len(seen.shown) if seen.shown else 1.0
            if known >= 0.67:
                self.interval = min(self.interval + 10 * _MINUTE, 24 * _HOUR)
            elif known < 0.33:
                self.interval = max(min(self.interval, 7 * _HOUR) - _HOUR, 10 * _MINUTE)
        return self.interval

    def failed(self, now: float) -> float:
        """See `Poller`."""
        self.failures, self.successes = self.failures + 1, 0
        return min(self.interval * self.failures, 24 * _HOUR)


@dataclass(slots=True)
class Miniflux:
    """Miniflux's `entry_frequency`: a week through the entries of the last week, 5 minutes to a day. Polling goes on
    after failures; a feed is only given up when it cannot be parsed."""

    _moments: list[float] | None = None
    _interval: float = 24 * _HOUR

    def answered(self, seen: Seen) -> float:
        """See `Poller`."""
        moments = self._moments = sorted([*(self._moments or []), *seen.fresh])
        del moments[: bisect_left(moments, seen.now - _WEEK)]
        self._interval = min(max(_WEEK / len(moments) if moments else 24 * _HOUR, 5 * _MINUTE), 24 * _HOUR)
        return self._interval

    def failed(self, now: float) -> float:
        """See `Poller`."""
        return self._interval


@dataclass(slots=True)
class Ours:
    """`schedule.py`, as it runs."""

    limits: Limits
    random: Callable[[], float]
    _polled: datetime | None = None
    _rhythm: Rhythm | None = None
    _interval: timedelta | None = None
    _failure: Failure | None = None

    def answered(self, seen: Seen) -> float:
        """See `Poller`."""
        now = _moment(seen.now)
        planned = _moment(seen.planned) if self._failure is None else None
        fresh = [_moment(one) for one in seen.fresh]
        plan = after_success(
            now, Past(planned, self._polled, self._rhythm), fresh, Wishes(), self.limits, self.random()
        )
        self._polled, self._rhythm, self._interval, self._failure = now, plan.rhythm, plan.interval, None
        return (plan.at - now).total_seconds()

    def failed(self, now: float) -> float:
        """See `Poller`."""
        moment = _moment(now)
        before = self._failure
        count = before.count + 1 if before else 1
        self._failure = Failure(kind="temporary", reason="unreachable", since=moment, count=count)
        plan = after_failure(moment, self._interval, self._failure, Wishes(), self.limits, self.random())
        return (plan.at - moment).total_seconds()


def ours(limits: Limits, pace: float = 1.0) -> Policy:
    """Our rule; a `pace` of 2 polls half as often."""
    scaled = replace(limits, default=limits.default * pace)
    return lambda random: Ours(scaled, random)


def _moment(seconds: float) -> datetime:
    return _START + timedelta(seconds=seconds)
