"""Feeds that move, and feeds that are gone: believed when a server says so repeatedly."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from schemas.feed import Failure, FeedState, Moving

_OFTEN = 3
_LONG = timedelta(days=1)
"""A permanent redirect is believed after so many polls in a row over so long: some are slips of an afternoon."""

_MISLED = 3
"""Grave failures in a row at its new address after which a feed is looked for at the old one."""


def address(feed: str, state: FeedState | None) -> str:
    """Where to poll a feed."""
    return state.address if state and state.address else feed


def after_answer(
    state: FeedState | None, polled: str, to: str | None, now: datetime
) -> tuple[str | None, Moving | None]:
    """The address and the move under way, after the feed answered at `polled`, with permanent redirects to `to`."""
    known = state.address if state else None
    if to is None or to == polled or _is_less_safe(polled, to):
        return known, None
    before = state.moving if state else None
    moving = Moving(to=to, since=now, count=1)
    if before and before.to == to:
        moving = Moving(to=to, since=before.since, count=before.count + 1)
    if moving.count >= _OFTEN and now - moving.since >= _LONG:
        return to, None
    return known, moving


def after_failure(state: FeedState | None, failure: Failure) -> str | None:
    """The address after a failure: a new one that does not work was a mistake."""
    known = state.address if state else None
    return None if failure.kind == "hard" and failure.count >= _MISLED else known


def is_gone(before: Failure | None, failure: Failure) -> bool:
    """Whether a server has said 410 twice in a row."""
    return failure.reason == "gone" and before is not None and before.reason == "gone"


def _is_less_safe(polled: str, to: str) -> bool:
    return urlsplit(polled).scheme == "https" and urlsplit(to).scheme != "https"
