"""A poll: what is due → articles on the bus → the feed's new state, once they are stored."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from schemas.feed import Feed, FeedState
from services.fetcher import aftermath, indexes, moves, websub
from services.fetcher.aftermath import Found, Moment
from services.fetcher.book import Book
from services.fetcher.entry import NotAFeedError, ParsedFeed
from services.fetcher.feed import parse
from services.fetcher.http import Client, Failed, Fetched, NotModified, Result
from services.fetcher.hubs import Hubs
from services.fetcher.pages import Pages
from services.fetcher.schedule import Limits
from services.fetcher.settings import FetcherSettings
from services.telemetry import Metrics, without_credentials

_Read = tuple[Fetched | NotModified, ParsedFeed | None]


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
        return self.outcome not in ("new", "revised", "nothing-new", "not-modified", "unchanged")


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
    hubs: Hubs | None = None
    """Those that tell of news, where they can reach us."""

    async def poll(self, feed: Feed) -> Report:
        """Fetch a feed and its new articles; save its state when they are stored."""
        old = await self.book.state(feed.url)
        address, hubs, wanted = moves.address(feed.url, old), self.hubs, None
        heard = hubs.heard(feed.url, old) if hubs else websub.Heard()
        result = await self.client.get(address, "feed", *aftermath.validators(old, self.now()))
        read = await self._read(result, old.body_digest if old and not old.parts else None)
        if isinstance(read, Failed):
            state = aftermath.failed(feed.url, old, read, self._moment())
            state = state.model_copy(update={"subscription": websub.agreed(state.subscription, heard)})
            report = Report(feed, "gone" if state.gone_at else read.reason, 0, state.next_poll_at, read.detail)
        else:
            found, word, new = await self._found(feed, old, *read)
            state = aftermath.succeeded(feed.url, old, address, found, self._moment())
            if hubs is not None:
                offer = websub.offered(found.result.headers.link, found.parsed, address)
                state, wanted = hubs.after(old, state, offer, heard, bool(found.fresh))
            report = Report(feed, word, new, state.next_poll_at)
        await self.book.save(state)
        if hubs is not None and wanted is not None:
            # Behind the state: the hub asks back while it answers, and is to find what we asked it for.
            await hubs.ask(feed.url, wanted)
        self.metrics.count("polls_total", outcome=report.outcome)
        if self.settings.feed_metrics:
            self._tell_freshness(state)
        return report

    def _tell_freshness(self, state: FeedState) -> None:
        """How fresh a feed is, as moments: an alert compares them with the clock."""
        feed = without_credentials(state.url)
        if state.succeeded_at:
            self.metrics.gauge("feed_succeeded_timestamp_seconds", state.succeeded_at.timestamp(), feed=feed)
        if state.changed_at:
            self.metrics.gauge("feed_changed_timestamp_seconds", state.changed_at.timestamp(), feed=feed)

    async def _read(self, result: Result, known: str | None) -> _Read | Failed:
        """The feed in an answer; no feed where it is as it was before, by the digest that is known of it."""
        if isinstance(result, Failed):
            return result
        if isinstance(result, NotModified) or known == aftermath.digest(result.body):
            return result, None
        if self.pages.keep is not None:
            await self.pages.keep(result, self.now())
        arguments = (result.body, result.url, result.headers.content_type, self.settings.items, self.now())
        try:
            # Off the event loop: a large feed takes seconds.
            return result, await asyncio.to_thread(parse, *arguments)
        except NotAFeedError as error:
            return Failed("hard", error.reason, str(error), result.headers)

    async def _found(
        self, feed: Feed, old: FeedState | None, result: Fetched | NotModified, parsed: ParsedFeed | None
    ) -> tuple[Found, str, int]:
        """What the poll found, the word for it, and how many articles it brought; they are stored by then."""
        if parsed is None:
            return Found(result), "not-modified" if isinstance(result, NotModified) else "unchanged", 0
        parsed, parts, whole = await self._with_parts(parsed, old)
        editions = old.editions if old else {}
        taken = await self.pages.take(feed, parsed, old.seen if old else (), editions)
        new = sum(fate == "stored" for fate in taken.fates.values())
        dealt_with = frozenset(key for key, fate in taken.fates.items() if fate != "later")
        fresh = tuple(entry.published_at for entry in parsed.entries if entry.key in dealt_with)
        complete = whole and "later" not in taken.fates.values() and not taken.unfinished
        found = Found(result, parsed, dealt_with, fresh, complete, taken.editions, parts)
        return found, "new" if new else "revised" if taken.revised else "nothing-new", new + taken.revised

    async def _with_parts(self, parsed: ParsedFeed, old: FeedState | None) -> tuple[ParsedFeed, dict[str, str], bool]:
        """The feed with the entries of the parts of it that are read this time, how each part was when it was read, and
        whether all could be had."""
        known = old.parts if old else {}
        marks = {part.url: known[part.url] for part in parsed.parts if part.url in known}
        whole = True
        for part in indexes.chosen(parsed.parts, known, self.now()):
            read = await self._read(await self.client.get(part.url, "feed"), None)
            if isinstance(read, Failed) or (one := read[1]) is None:
                whole = False
                continue
            parsed = indexes.joined(parsed, one, self.settings.items)
            marks[part.url] = indexes.mark(part, one.entries, self.now())
        return parsed, marks, whole

    def _moment(self) -> Moment:
        settings = self.settings
        limits = Limits(settings.default_interval, settings.shortest_interval, settings.longest_interval)
        return Moment(self.now(), limits, self.random())
