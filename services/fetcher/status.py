"""A feed's state in plain words. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from schemas.feed import Feed, FeedState
from services.telemetry import without_credentials

Verdict = Literal["healthy", "quiet", "failing", "blocked", "moved", "gone", "new"]
"""quiet: nothing new for much longer than usual; blocked: the server is there and refuses; moved: polled at another
address; new: not polled yet."""

_REFUSALS = frozenset({"refused", "challenge", "too-many-requests", "forbidden-address"})
_QUIET = timedelta(days=14)
_GAPS = 20
"""Usual times between two articles after which a feed counts as quiet, and never before two weeks."""


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """What there is to know of a feed. `told` says it in a sentence; `failures` are those in a row."""

    url: str
    title: str | None
    verdict: Verdict
    told: str
    tags: tuple[str, ...] = ()
    address: str | None = None
    polled_at: datetime | None = None
    succeeded_at: datetime | None = None
    changed_at: datetime | None = None
    next_poll_at: datetime | None = None
    why: str | None = None
    failing_since: datetime | None = None
    failures: int = 0
    reason: str | None = None
    articles_a_day: float | None = None


def status(feed: Feed, state: FeedState | None, now: datetime) -> FeedStatus:
    """The status of a feed."""
    url = without_credentials(feed.url)
    if state is None:
        return FeedStatus(url, feed.title, "new", "not polled yet", feed.tags)
    verdict, told = _verdict(state, now)
    return FeedStatus(
        url=url,
        title=feed.title,
        verdict=verdict,
        told=told,
        tags=feed.tags,
        address=without_credentials(state.address) if state.address else None,
        polled_at=state.polled_at,
        succeeded_at=state.succeeded_at,
        changed_at=state.changed_at,
        next_poll_at=None if state.gone_at else state.next_poll_at,
        why=state.why,
        failing_since=state.failure.since if state.failure else None,
        failures=state.failure.count if state.failure else 0,
        reason=state.failure.reason if state.failure else None,
        articles_a_day=round(sum(state.rhythm.rates), 2) if state.rhythm else None,
    )


def _verdict(state: FeedState, now: datetime) -> tuple[Verdict, str]:
    failure = state.failure
    if state.gone_at:
        return "gone", f"gone since {_day(state.gone_at)}: the server said so twice; not polled any more"
    if failure and failure.reason in _REFUSALS:
        return "blocked", f"refused since {_day(failure.since)} ({failure.reason})"
    if failure:
        return "failing", f"failing since {_day(failure.since)} ({failure.reason})"
    if state.address:
        return "moved", f"moved for good; polled at {without_credentials(state.address)}"
    if _is_quiet(state, now):
        since = f"since {_day(state.changed_at)}" if state.changed_at else "since it is polled"
        return "quiet", f"answers, with nothing new {since}"
    return "healthy", "answers, with news as often as usual"


def _is_quiet(state: FeedState, now: datetime) -> bool:
    last = state.changed_at or state.succeeded_at
    rate = sum(state.rhythm.rates) if state.rhythm else 0.0
    usual = timedelta(days=_GAPS / rate) if rate > 1e-3 else _QUIET
    return last is not None and now - last > max(usual, _QUIET)


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
