"""What a poll leaves behind: the old state and what was found → the new state. Pure; every book keeps the same."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from schemas.feed import Edition, Failure, FeedHints, FeedRhythm, FeedState
from services.fetcher import moves
from services.fetcher.entry import ParsedFeed
from services.fetcher.http import Failed, Fetched, Headers, NotModified
from services.fetcher.rhythm import Rhythm
from services.fetcher.schedule import Limits, Past, Plan, after_failure, after_success
from services.fetcher.wishes import Hints, Wishes

_FORGET_AFTER = timedelta(days=30)
_MOST_SEEN = 10_000
"""Entries of a feed that are remembered; far more than are looked at in one poll."""

_WHOLE_AGAIN = timedelta(days=7)
"""How long a server may answer "not modified" before the feed is asked for whole: some always do."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a poll that succeeded has found. `parsed` is None where the feed is as it was before.

    `dealt_with` are keys of entries that need not be looked at again; `fresh` are those that are new, with the dates
    they bear; `complete` tells that nothing is left for a later poll.
    """

    result: Fetched | NotModified
    parsed: ParsedFeed | None = None
    dealt_with: frozenset[str] = frozenset()
    fresh: tuple[datetime | None, ...] = ()
    complete: bool = True
    editions: Mapping[str, Edition] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """The surroundings of a decision: now, the bounds of intervals, and a random number in 0..1."""

    now: datetime
    limits: Limits
    jitter: float


def validators(state: FeedState | None, now: datetime) -> tuple[str | None, str | None]:
    """ETag and Last-Modified to ask with; none where the feed should come whole once again."""
    # An index of sitemaps may stand unchanged while its parts do not.
    if state is None or state.parts or state.fetched_at is None or now - state.fetched_at > _WHOLE_AGAIN:
        return None, None
    return state.etag, state.last_modified


def digest(body: bytes) -> str:
    """What an unchanged body is known by."""
    return hashlib.sha256(body).hexdigest()


def succeeded(url: str, old: FeedState | None, polled: str, found: Found, at: Moment) -> FeedState:
    """The state after the feed of `url` answered at the address `polled`."""
    hints = found.parsed.hints if found.parsed else _hints(old)
    wishes = _wishes(found.result.headers, hints)
    plan = after_success(at.now, _past(old), found.fresh, wishes, at.limits, at.jitter)
    address, moving = moves.after_answer(old, polled, found.result.moved_to, at.now)
    fresh = {
        **_validators(old, found),
        "rhythm": _kept(plan.rhythm),
        "hints": _told(hints),
        "succeeded_at": at.now,
        "changed_at": at.now if found.fresh else (old.changed_at if old else None),
        "fetched_at": at.now if isinstance(found.result, Fetched) else (old.fetched_at if old else None),
        "failure": None,
        "gone_at": None,
        "address": address,
        "moving": moving,
        "seen": _seen(old, found, at.now),
        "editions": _editions(old, found),
        "parts": dict(found.parts) if found.parsed else (old.parts if old else {}),
    }
    return _state(url, old, plan, at.now).model_copy(update=fresh)


def failed(url: str, old: FeedState | None, failure: Failed, at: Moment) -> FeedState:
    """The state after the feed could not be read."""
    before = old.failure if old else None
    grown = Failure(
        kind=failure.kind,
        reason=failure.reason,
        since=before.since if before else at.now,
        count=before.count + 1 if before else 1,
    )
    learnt = timedelta(seconds=old.interval_seconds) if old else None
    plan = after_failure(at.now, learnt, grown, _wishes(failure.headers, _hints(old)), at.limits, at.jitter)
    gone = moves.is_gone(before, grown)
    fresh = {
        "failure": grown,
        "gone_at": at.now if gone else None,
        "why": "gone: the server said so twice (410)" if gone else plan.why,
        "address": moves.after_failure(old, grown),
    }
    return _state(url, old, plan, at.now).model_copy(update=fresh)


def _validators(old: FeedState | None, found: Found) -> dict[str, str | None]:
    """With a page still to fetch the feed must be given whole at the next poll, and be read."""
    if not found.complete:
        return {"etag": None, "last_modified": None, "body_digest": None}
    if isinstance(found.result, Fetched):
        headers = found.result.headers
        return {"etag": headers.etag, "last_modified": headers.last_modified, "body_digest": digest(found.result.body)}
    if old is None:
        return {}
    return {"etag": old.etag, "last_modified": old.last_modified, "body_digest": old.body_digest}


def _state(url: str, old: FeedState | None, plan: Plan, now: datetime) -> FeedState:
    fresh = {
        "interval_seconds": plan.interval.total_seconds(),
        "polled_at": now,
        "next_poll_at": plan.at,
        "why": plan.why,
    }
    return old.model_copy(update=fresh) if old else FeedState.model_validate({"url": url, **fresh})


def _past(old: FeedState | None) -> Past:
    if old is None or old.succeeded_at is None:
        return Past()
    rhythm = Rhythm(old.rhythm.rates, old.rhythm.watched_hours) if old.rhythm else None
    # After failures the time since the last look is long, and the poll was planned for other reasons.
    return Past(old.next_poll_at if old.failure is None else None, old.polled_at, rhythm)


def _kept(rhythm: Rhythm | None) -> FeedRhythm | None:
    if rhythm is None:
        return None
    return FeedRhythm(rates=tuple(round(rate, 5) for rate in rhythm.rates), watched_hours=round(rhythm.watched, 2))


def _hints(old: FeedState | None) -> Hints:
    """A feed that is not modified says what it said before."""
    if old is None or old.hints is None:
        return Hints()
    period = timedelta(seconds=old.hints.period_seconds) if old.hints.period_seconds else None
    return Hints(old.hints.ttl_minutes, period, frozenset(old.hints.skip_hours), frozenset(old.hints.skip_days))


def _told(hints: Hints) -> FeedHints | None:
    if hints == Hints():
        return None
    return FeedHints(
        ttl_minutes=hints.ttl,
        period_seconds=hints.period.total_seconds() if hints.period else None,
        skip_hours=tuple(sorted(hints.skip_hours)),
        skip_days=tuple(sorted(hints.skip_days)),
    )


def _wishes(headers: Headers, hints: Hints) -> Wishes:
    return Wishes(headers.cache_control, headers.expires, headers.retry_after, headers.date, headers.age, hints)


def _seen(old: FeedState | None, found: Found, now: datetime) -> dict[str, datetime]:
    """Keys of entries that are dealt with; one that left the feed long ago is forgotten.

    A poll that shows no entries tells of none that it left: a feed may stand unchanged for months.
    """
    seen = dict(old.seen) if old else {}
    if found.parsed is None:
        return seen
    for entry in found.parsed.entries:
        if entry.key in seen or entry.key in found.dealt_with:
            seen[entry.key] = now
    kept = {key: moment for key, moment in seen.items() if now - moment < _FORGET_AFTER}
    return dict(sorted(kept.items(), key=lambda item: item[1])[-_MOST_SEEN:])


def _editions(old: FeedState | None, found: Found) -> dict[str, Edition]:
    """How entries looked that are still in the feed."""
    known = (dict(old.editions) if old else {}) | dict(found.editions)
    if found.parsed is None:
        return known
    present = {entry.key for entry in found.parsed.entries}
    return {key: edition for key, edition in known.items() if key in present}
