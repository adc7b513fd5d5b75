"""Which entries of a feed are worth a request: not what is old, and not what somebody else has put between. Pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from services.fetcher.entry import Entry
from services.fetcher.sites import is_same_publisher, publisher_of
from services.fetcher.urls import host

_FEWEST = 5
_MOST_FOREIGN = 0.2
"""In a feed with so many entries, so small a share that leads to another publisher is advertising; more of it is an
aggregator, which leads to others on purpose."""


def too_old(entry: Entry, oldest: timedelta | None, now: datetime) -> bool:
    """Whether an entry is older than is wanted; one without a date is not."""
    moment = entry.updated_at or entry.published_at
    return oldest is not None and moment is not None and now - moment > oldest


def foreign(entries: Sequence[Entry]) -> frozenset[str]:
    """Keys of the entries that lead to another publisher than the feed's others do."""
    if len(entries) < _FEWEST:
        return frozenset()
    sites = Counter(publisher_of(host(entry.url)) for entry in entries)
    home = f"https://{sites.most_common(1)[0][0]}/"
    away = [entry.key for entry in entries if not is_same_publisher(entry.url, home)]
    return frozenset(away) if len(away) <= _MOST_FOREIGN * len(entries) else frozenset()
