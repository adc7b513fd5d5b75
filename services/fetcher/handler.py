"""A poll: what is due → articles on the bus → the feed's new state, once they are stored."""

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.feed import Failure, Feed, FeedState
from services.fetcher.book import Book
from services.fetcher.feed import NotAFeedError, ParsedFeed, parse
from services.fetcher.http import Client, Failed, Fetched, Headers, NotModified, Result
from services.fetcher.pages import Fate, Pages
from services.fetcher.schedule import Limits, Plan, Wishes, after_failure, after_success
from services.fetcher.settings import FetcherSettings
from services.telemetry import Metrics

_FORGET_AFTER = timedelta(days=30)
_MOST_SEEN = 10_000
"""Entries of a feed that are remembered; far more than are looked at in one poll."""


@dataclass(frozen=True, slots=True)
class Report:
    """How a poll went, for people: `outcome` is a word for counting, `detail` says more where something failed.

    `new` is how many articles it brought to the store.
    """

    feed: Feed
    outcome: str
    new: int
    next_poll_at: datetime
    detail: str = ""

    @property
    def failed(self) -> bool:
        """Whether the feed could not be read."""
        return self.outcome not in ("new", "nothing-new", "not-modified")


@dataclass(slots=True)
class Poller:
    """Polls one feed at a time for its callers; several may poll side by side."""

    settings: FetcherSettings
    client: Client
    book: Book
    pages: Pages
    metrics: Metrics
    now: Callable[[], datetime]
    random: Callable[[], float]

    async def poll(self, feed: Feed) -> Report:
        """Fetch a feed and its new articles; save its state when they are stored."""
        old = await self.book.state(feed.url)
        result = await self.client.get(feed.url, "feed", old.etag if old else None, old.last_modified if old else None)
        parsed, result = await self._parsed(result)
        if isinstance(result, Failed):
            state, report = self._after_failure(feed, old, result)
        elif parsed is None:
            state, report = self._after_success(feed, old, result, {}, None)
        else:
            seen = old.seen if old else {}
            met = await self.pages.take(feed, parsed, [entry for entry in parsed.entries if entry.key not in seen])
            state, report = self._after_success(feed, old, result, met, parsed)
        await self.book.save(state)
        self.metrics.count("polls_total", outcome=report.outcome)
        return report

    async def _parsed(self, result: Result) -> tuple[ParsedFeed | None, Result]:
        if not isinstance(result, Fetched):
            return None, result
        arguments = (result.body, result.url, result.headers.content_type, self.settings.items, self.now())
        try:
            # Off the event loop: a large feed takes seconds.
            return await asyncio.to_thread(parse, *arguments), result
        except NotAFeedError as error:
            return None, Failed("hard", error.reason, str(error), result.headers)

    def _after_success(
        self, feed: Feed, old: FeedState | None, result: Result, met: dict[str, Fate], parsed: ParsedFeed | None
    ) -> tuple[FeedState, Report]:
        now = self.now()
        assert isinstance(result, Fetched | NotModified)
        new = sum(fate == "stored" for fate in met.values())
        complete = "later" not in met.values()
        wishes = _wishes(result.headers, parsed.ttl if parsed else None)
        learnt = timedelta(seconds=old.interval_seconds) if old and old.succeeded_at else None
        plan = after_success(
            now, old.next_poll_at if old else None, learnt, bool(met), wishes, self._limits(), self.random()
        )
        validators = result.headers if complete and isinstance(result, Fetched) else None
        state = self._state(feed, old, plan, now).model_copy(
            update={
                # With a page still to fetch the feed must be given whole at the next poll.
                "etag": validators.etag if validators else (old.etag if old and complete else None),
                "last_modified": validators.last_modified
                if validators
                else (old.last_modified if old and complete else None),
                "body_digest": hashlib.sha256(result.body).hexdigest() if isinstance(result, Fetched) else None,
                "succeeded_at": now,
                "changed_at": now if met else (old.changed_at if old else None),
                "failure": None,
                "seen": _seen(old, parsed, met, now),
            }
        )
        word = "new" if new else "not-modified" if isinstance(result, NotModified) else "nothing-new"
        return state, Report(feed, word, new, plan.at)

    def _after_failure(self, feed: Feed, old: FeedState | None, failed: Failed) -> tuple[FeedState, Report]:
        now = self.now()
        before = old.failure if old else None
        failure = Failure(
            kind=failed.kind,
            reason=failed.reason,
            since=before.since if before else now,
            count=before.count + 1 if before else 1,
        )
        learnt = timedelta(seconds=old.interval_seconds) if old else None
        plan = after_failure(now, learnt, failure, _wishes(failed.headers, None), self._limits(), self.random())
        state = self._state(feed, old, plan, now).model_copy(update={"failure": failure})
        return state, Report(feed, failed.reason, 0, plan.at, failed.detail)

    def _state(self, feed: Feed, old: FeedState | None, plan: Plan, now: datetime) -> FeedState:
        fresh = {"interval_seconds": plan.interval.total_seconds(), "polled_at": now, "next_poll_at": plan.at}
        return old.model_copy(update=fresh) if old else FeedState.model_validate({"url": feed.url, **fresh})

    def _limits(self) -> Limits:
        return Limits(self.settings.default_interval, self.settings.shortest_interval, self.settings.longest_interval)


def _wishes(headers: Headers, ttl: int | None) -> Wishes:
    return Wishes(headers.cache_control, headers.expires, headers.retry_after, ttl)


def _seen(old: FeedState | None, parsed: ParsedFeed | None, met: dict[str, Fate], now: datetime) -> dict[str, datetime]:
    """Keys of entries that are dealt with; one that left the feed long ago is forgotten.

    A poll that shows no entries tells of none that it left: a feed may stand unchanged for months.
    """
    seen = dict(old.seen) if old else {}
    if parsed is None:
        return seen
    for entry in parsed.entries:
        if entry.key in seen or met.get(entry.key, "later") != "later":
            seen[entry.key] = now
    kept = {key: moment for key, moment in seen.items() if now - moment < _FORGET_AFTER}
    return dict(sorted(kept.items(), key=lambda item: item[1])[-_MOST_SEEN:])


def by_due(due: dict[str, datetime | None], busy: Sequence[str], now: datetime) -> tuple[list[str], float]:
    """Addresses that are due, longest overdue first, and the seconds until the next one is."""
    waiting = [(moment, url) for url, moment in due.items() if url not in busy]
    ready = sorted(
        (moment.timestamp() if moment else 0.0, url) for moment, url in waiting if not moment or moment <= now
    )
    later = [(moment - now).total_seconds() for moment, _ in waiting if moment and moment > now]
    return [url for _, url in ready], min(later, default=60.0)
