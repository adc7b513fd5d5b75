"""When a feed is due again: a function of what the poll found, what the server asks and how it went before."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from schemas.feed import Failure, FailureClass

_ON_TIME = 0.2
"""A poll teaches an interval only when it happened within this share of the planned one (rss-fetcher's guard)."""

_LONGEST_WISH = timedelta(days=1)
"""What a server may ask for at most; a larger wish is taken as this."""

_BACK_OFF: dict[FailureClass, float] = {"hard": 2.0, "soft": 1.5, "temporary": 1.2}
_LONGEST_BACK_OFF: dict[FailureClass, timedelta] = {
    "hard": timedelta(days=7),
    "soft": timedelta(days=1),
    "temporary": timedelta(hours=6),
}
"""A feed that is dead comes back more often than one thinks: it is tried again for ever, slowly."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the interval between two polls."""

    default: timedelta
    shortest: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the server asks: headers as it wrote them, and the feed's own `ttl` in minutes."""

    cache_control: str | None = None
    expires: str | None = None
    retry_after: str | None = None
    ttl: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """`interval` is what was learnt; `at` is the next poll, jitter and wishes included; `why` is for people."""

    interval: timedelta
    at: datetime
    why: str


def after_success(
    now: datetime,
    planned: datetime | None,
    interval: timedelta | None,
    changed: bool,
    wishes: Wishes,
    limits: Limits,
    jitter: float,
) -> Plan:
    """The next poll after one that succeeded; `changed` tells whether it had anything new.

    `planned` is when this poll was due, `interval` what was learnt before (None: nothing yet); `jitter` in 0..1.
    """
    learnt = _learnt(now, planned, interval, changed, limits)
    asked = _asked(wishes, now)
    wait, why = (asked, "the server asks for it") if asked > learnt else (learnt, "as often as it changes")
    return Plan(learnt, now + wait * (1 + 0.1 * jitter), why)


def after_failure(
    now: datetime, interval: timedelta | None, failure: Failure, wishes: Wishes, limits: Limits, jitter: float
) -> Plan:
    """The next poll after failures: later with each, slower the graver; never before the server's Retry-After."""
    # A network that is away comes back soon; a server that refuses has its reasons.
    base = limits.shortest if failure.kind == "temporary" else interval or limits.default
    most = _LONGEST_BACK_OFF[failure.kind]
    factor = _BACK_OFF[failure.kind] ** min(failure.count - 1, 30)
    wait = min(max(base * min(factor, most / base), limits.shortest), max(most, base))
    # Feeds of one host fail together; spread over half the wait they do not come back together.
    wait *= 0.75 + 0.5 * jitter
    asked = _asked(wishes, now)
    if asked > wait:
        return Plan(interval or limits.default, now + asked * (1 + 0.1 * jitter), "the server asks for it")
    return Plan(interval or limits.default, now + wait, f"failed {failure.count} times in a row ({failure.reason})")


def _learnt(
    now: datetime, planned: datetime | None, interval: timedelta | None, changed: bool, limits: Limits
) -> timedelta:
    if interval is None or planned is None:
        return limits.default
    if abs(now - planned) > interval * _ON_TIME:
        return interval
    factor = 0.7 if changed else 1.25
    return min(max(interval * factor, limits.shortest), limits.longest)


def _asked(wishes: Wishes, now: datetime) -> timedelta:
    """The longest of the server's wishes, within reason."""
    asked = [timedelta(minutes=wishes.ttl or 0)]
    age = re.search(r"max-age\s*=\s*(\d{1,9})", wishes.cache_control or "", re.IGNORECASE)
    if age and "no-cache" not in (wishes.cache_control or "").lower():
        asked.append(timedelta(seconds=int(age.group(1))))
    asked.append(_until(wishes.expires, now))
    asked.append(_until(wishes.retry_after, now))
    return min(max(asked), _LONGEST_WISH)


def _until(value: str | None, now: datetime) -> timedelta:
    """How long until a header's moment: seconds or an HTTP date; nothing where it is neither or past."""
    text = (value or "").strip()
    if text.isdecimal():
        return timedelta(seconds=min(int(text[:9]), 10**9))
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return timedelta(0)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(aware - now, timedelta(0))
