"""What a server and its feed ask of those who poll: pure functions of headers and elements to the earliest moment.

RFC 9111 (Cache-Control, Expires, Age), RFC 9110 section 10.2.3 (Retry-After), RSS 2.0 (ttl, skipHours, skipDays) and
the syndication module of RSS 1.0 (updatePeriod, updateFrequency).
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_LONGEST_CACHE = timedelta(days=1)
"""What a cache header or a feed may ask for at most: larger ones are mistakes more often than wishes."""

_LONGEST_RETRY = timedelta(days=7)
"""What Retry-After may ask for at most: it is said on purpose."""

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[\s,])no-(?:cache|store)\b", re.IGNORECASE)
_BELIED = 4.0
"""Articles in a stated period above which the statement is none: blog software states "hourly" whatever happens."""

_WEEK = 7 * 24
_SPREAD = timedelta(minutes=10)
"""After hours that are skipped, feeds do not begin all at once."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a feed says of itself: minutes it may be kept, how often it is renewed, UTC hours and days (Monday is 0)
    in which nobody needs to ask."""

    ttl: int | None = None
    period: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Wishes:
    """Headers as the server wrote them, and the feed's own hints."""

    cache_control: str | None = None
    expires: str | None = None
    retry_after: str | None = None
    date: str | None = None
    age: str | None = None
    hints: Hints = Hints()


@dataclass(frozen=True, slots=True)
class Asked:
    """How long to stay away, and whose wish it is, in words for people."""

    wait: timedelta
    why: str


def asked(wishes: Wishes, now: datetime, rate: float | None = None) -> Asked:
    """The longest of the wishes, within reason. `rate` is how many articles an hour the feed really has."""
    hints = wishes.hints
    period = hints.period or timedelta(0)
    if rate is not None and rate * (period / timedelta(hours=1)) > _BELIED:
        period = timedelta(0)
    found = (
        Asked(rest(wishes.retry_after, now), "the server asks to wait (Retry-After)"),
        Asked(min(_fresh(wishes, now), _LONGEST_CACHE), "the server says how long the answer holds (Cache-Control)"),
        Asked(min(timedelta(minutes=hints.ttl or 0), _LONGEST_CACHE), "the feed says how long it holds (ttl)"),
        Asked(min(period, _LONGEST_CACHE), "the feed says how often it is renewed (updatePeriod)"),
    )
    return max(found, key=lambda one: one.wait)


def rest(retry_after: str | None, now: datetime) -> timedelta:
    """How long a server asks to be left alone (RFC 9110, section 10.2.3; RFC 6585, section 4), a week at most; nothing
    where it does not."""
    return min(_until(retry_after, now), _LONGEST_RETRY)


def outside_skipped(moment: datetime, hints: Hints, jitter: float) -> datetime:
    """The moment, or the first one after it that the feed does not ask to skip. All hours skipped are none."""
    if not _is_skipped(moment, hints):
        return moment
    start = moment.replace(minute=0, second=0, microsecond=0)
    for hours in range(1, _WEEK + 1):
        later = start + timedelta(hours=hours)
        if not _is_skipped(later, hints):
            return later + _SPREAD * jitter
    return moment


def _is_skipped(moment: datetime, hints: Hints) -> bool:
    return moment.hour in hints.skip_hours or moment.weekday() in hints.skip_days


def _fresh(wishes: Wishes, now: datetime) -> timedelta:
    """How long the answer stays fresh: max-age before Expires, and Expires by the server's own clock."""
    if _NOT_KEPT.search(wishes.cache_control or ""):
        return timedelta(0)
    if age := _MAX_AGE.search(wishes.cache_control or ""):
        old = _whole(wishes.age)
        return max(timedelta(seconds=int(age.group(1))) - timedelta(seconds=old), timedelta(0))
    return _until(wishes.expires, _moment(wishes.date) or now)


def _until(value: str | None, now: datetime) -> timedelta:
    """How long until a header's moment: seconds or an HTTP date; nothing where it is neither or past."""
    text = (value or "").strip()
    if text.isdecimal():
        return timedelta(seconds=_whole(text))
    moment = _moment(text)
    return max(moment - now, timedelta(0)) if moment else timedelta(0)


def _whole(text: str | None) -> int:
    value = (text or "").strip()
    return int(value[:9]) if value.isdecimal() else 0


def _moment(text: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text or "")
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
