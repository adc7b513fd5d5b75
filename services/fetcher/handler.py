"""A poll: what is due → articles on the bus → the feed's new state, once they are stored."""

import asyncio
import hashlib
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from charset_normalizer import from_bytes

from schemas.article import Article
from schemas.feed import Failure, Feed, FeedState
from services.fetcher.feed import Entry, NotAFeedError, ParsedFeed, parse
from services.fetcher.http import Client, Failed, Fetched, Headers, NotModified, Result
from services.fetcher.schedule import Limits, Plan, Wishes, after_failure, after_success
from services.fetcher.settings import FetcherSettings
from services.fetcher.state import FeedBook
from services.fetcher.urls import article_id, canonical
from services.telemetry import Metrics

Publish = Callable[[Article], Awaitable[Awaitable[None]]]
"""Awaited, the article is on the bus; what that gives, awaited, it and all it led to are stored."""

_REMEMBERED = 20_000
_FORGET_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Report:
    """How a poll went, for people: `outcome` is a word for counting, `detail` says more where something failed."""

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
    book: FeedBook
    publish: Publish
    metrics: Metrics
    now: Callable[[], datetime]
    random: Callable[[], float]
    _tries: Counter[str] = field(default_factory=Counter)
    _settled: OrderedDict[str, asyncio.Future[bool]] = field(default_factory=OrderedDict)
    """Article id → its way to the store, so that an article of two feeds is fetched once."""

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
            met = await self._articles(feed, parsed, old)
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

    async def _articles(self, feed: Feed, parsed: ParsedFeed, old: FeedState | None) -> dict[str, bool]:
        """Entry key → whether it is dealt with; returns when all that were published are stored."""
        seen = old.seen if old else {}
        fresh = [entry for entry in parsed.entries if entry.key not in seen]
        done = await asyncio.gather(*(self._article(feed, parsed, entry) for entry in fresh))
        return dict(zip((entry.key for entry in fresh), done, strict=True))

    async def _article(self, feed: Feed, parsed: ParsedFeed, entry: Entry) -> bool:
        try:
            identity = article_id(entry.url)
        except ValueError:
            return self._page("forbidden-address")
        known = self._settled.get(identity)
        if known is not None:
            self._page("duplicate")
            return await asyncio.shield(known)
        way: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._settled[identity] = way
        dealt_with = False
        try:
            dealt_with = await self._fetch(feed, parsed, entry, identity)
        finally:
            way.set_result(dealt_with)
            if not dealt_with:
                del self._settled[identity]
            self._forget()
        return dealt_with

    async def _fetch(self, feed: Feed, parsed: ParsedFeed, entry: Entry, identity: str) -> bool:
        result = await self.client.get(entry.url, "page")
        if not isinstance(result, Fetched):
            return self._gave_up(entry, result)
        text = await asyncio.to_thread(decoded, result)
        settled = await self.publish(
            Article(
                id=identity,
                url=canonical(entry.url),
                feed=feed.url,
                publisher=feed.title or parsed.title,
                title=entry.title,
                language=feed.language or parsed.language,
                published_at=entry.published_at,
                produced_at=self.now(),
                html=text,
            )
        )
        await settled
        return self._page("fetched")

    def _gave_up(self, entry: Entry, result: Result) -> bool:
        """A page that fails for good is dealt with; one that fails for now is tried at later polls, a few times."""
        if not isinstance(result, Failed):
            return self._page("not-modified")
        self._tries[entry.url] += 1
        if result.kind == "temporary" and self._tries[entry.url] < self.settings.page_tries:
            self._page(result.reason)
            return False
        del self._tries[entry.url]
        return self._page(result.reason)

    def _page(self, outcome: str) -> bool:
        self.metrics.count("pages_total", outcome=outcome)
        return True

    def _forget(self) -> None:
        while len(self._settled) > _REMEMBERED and next(iter(self._settled.values())).done():
            self._settled.popitem(last=False)

    def _after_success(
        self, feed: Feed, old: FeedState | None, result: Result, met: dict[str, bool], parsed: ParsedFeed | None
    ) -> tuple[FeedState, Report]:
        now = self.now()
        assert isinstance(result, Fetched | NotModified)
        new = sum(met.values())
        complete = all(met.values())
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


def _seen(old: FeedState | None, parsed: ParsedFeed | None, met: dict[str, bool], now: datetime) -> dict[str, datetime]:
    """Keys of entries that are dealt with; one that left the feed long ago is forgotten."""
    seen = dict(old.seen) if old else {}
    for entry in parsed.entries if parsed else ():
        if met.get(entry.key, entry.key in seen):
            seen[entry.key] = now
    return {key: moment for key, moment in seen.items() if now - moment < _FORGET_AFTER}


def decoded(result: Fetched) -> str:
    """A page as text: by the declared charset where it fits, else by what the bytes look like."""
    declared = result.headers.content_type.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    for charset in filter(None, (declared, "utf-8")):
        try:
            return result.body.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    best = from_bytes(result.body[:200_000]).best()
    return result.body.decode(best.encoding if best else "utf-8", errors="replace")


def by_due(due: dict[str, datetime | None], busy: Sequence[str], now: datetime) -> tuple[list[str], float]:
    """Addresses that are due, longest overdue first, and the seconds until the next one is."""
    waiting = [(moment, url) for url, moment in due.items() if url not in busy]
    ready = sorted(
        (moment.timestamp() if moment else 0.0, url) for moment, url in waiting if not moment or moment <= now
    )
    later = [(moment - now).total_seconds() for moment, _ in waiting if moment and moment > now]
    return [url for _, url in ready], min(later, default=60.0)
