"""When a feed is due again: a function of what the poll found, what the server asks and how it went before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.feed import Failure, FailureClass
from services.fetcher import rhythm as rhythms
from services.fetcher.rhythm import Rhythm
from services.fetcher.wishes import Wishes, asked, outside_skipped

_ON_TIME = 0.2
"""A poll teaches only when it happened within this share of the planned wait (the guard of Media Cloud's
rss-fetcher): otherwise a backlog, or a night the machine was off, would teach wrong rhythms."""

_JITTER = 0.1
"""Share of a wait by which polls are spread, always to the later side: never earlier than asked."""

_BACK_OFF: dict[FailureClass, float] = {"hard": 2.0, "soft": 1.5, "temporary": 1.5}
_FIRST: dict[FailureClass, float] = {"hard": 1.0, "soft": 1.0, "temporary": 0.5}
_LONGEST_BACK_OFF: dict[FailureClass, timedelta] = {
    "hard": timedelta(days=7),
    "soft": timedelta(days=1),
    "temporary": timedelta(hours=6),
}
"""A feed that is dead comes back more often than one thinks: it is tried again for ever, slowly."""

_GONE = timedelta(days=1)
"""How long after a first 410 it is asked whether it is meant."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the time between two polls; `default` is for one article an hour."""

    default: timedelta
    shortest: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class Past:
    """What is known from before: when this poll was due and the last one was made, and what was learnt."""

    planned: datetime | None = None
    polled: datetime | None = None
    rhythm: Rhythm | None = None

    def was_on_time(self, now: datetime) -> bool:
        """Whether a poll now teaches anything."""
        if self.planned is None or self.polled is None:
            return False
        return abs(now - self.planned) <= (self.planned - self.polled) * _ON_TIME


@dataclass(frozen=True, slots=True)
class Plan:
    """`interval` is the wait that was learnt, `at` the next poll, jitter and wishes included, `why` for people."""

    rhythm: Rhythm | None
    interval: timedelta
    at: datetime
    why: str


def after_success(
    now: datetime, past: Past, fresh: Sequence[datetime | None], wishes: Wishes, limits: Limits, jitter: float
) -> Plan:
    """The next poll after one that succeeded with the new articles `fresh`, by their dates; `jitter` in 0..1."""
    rhythm = _learnt(now, past, fresh)
    wait = rhythms.wait(rhythm or rhythms.UNKNOWN, now, limits.default, limits.shortest, limits.longest)
    wish = asked(wishes, now, rhythm.mean if rhythm else None)
    longer, why = (wish.wait, wish.why) if wish.wait > wait else (wait, _told(rhythm))
    at = outside_skipped(now + longer * (1 + _JITTER * jitter), wishes.hints, jitter)
    return Plan(rhythm, wait, at, why)


def after_failure(
    now: datetime, interval: timedelta | None, failure: Failure, wishes: Wishes, limits: Limits, jitter: float
) -> Plan:
    """The next poll after failures: later with each, slower the graver; never before the server's Retry-After."""
    learnt = interval or limits.default
    # A network that is away comes back soon; but a host with thousands of feeds gets no more requests than before.
    base = max(learnt * _FIRST[failure.kind], limits.shortest)
    most = max(_LONGEST_BACK_OFF[failure.kind], learnt)
    wait = base * min(_BACK_OFF[failure.kind] ** min(failure.count - 1, 30), max(most / base, 1.0))
    if failure.reason == "gone":
        wait = max(wait, _GONE)
    # Feeds of one host fail together; spread over half the wait they do not come back together.
    wait *= 0.75 + 0.5 * jitter if failure.reason != "gone" else 1 + _JITTER * jitter
    wish = asked(wishes, now)
    times = "once" if failure.count == 1 else f"{failure.count} times in a row"
    why = f"failed {times} ({failure.reason})"
    if wish.wait > wait:
        wait, why = wish.wait * (1 + _JITTER * jitter), wish.why
    return Plan(None, learnt, outside_skipped(now + wait, wishes.hints, jitter), why)


def _learnt(now: datetime, past: Past, fresh: Sequence[datetime | None]) -> Rhythm | None:
    if past.polled is None:
        return rhythms.told([moment for moment in fresh if moment is not None], now)
    if not past.was_on_time(now):
        return past.rhythm
    return rhythms.learnt(past.rhythm or rhythms.UNKNOWN, past.polled, now, fresh)


def _told(rhythm: Rhythm | None) -> str:
    if rhythm is None:
        return "nothing known of it yet"
    day = rhythm.mean * 24
    return f"as often as it publishes ({day:.1f} articles a day)"
