"""The pages of a feed's new entries → articles on the bus, each fetched once, and what became of each."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from schemas.article import Article
from schemas.codec import encode
from schemas.feed import Edition, Feed
from schemas.topics import ARTICLES
from services.fetcher.book import MovedError, Publish
from services.fetcher.charsets import decoded
from services.fetcher.entry import Entry, ParsedFeed
from services.fetcher.http import Client, Failed, Fetched, Result
from services.fetcher.near import NearDuplicates
from services.fetcher.page import PageFacts, facts
from services.fetcher.selection import foreign, too_old
from services.fetcher.settings import FetcherSettings
from services.fetcher.sites import server_of
from services.fetcher.urls import article_id, canonical, host
from services.telemetry import Metrics, without_credentials

Fate = Literal["stored", "known", "lost", "later"]
"""What became of an entry: its article is stored; it was before; it cannot be had; it is tried at a later poll."""

_MOST_REVISIONS = 20
"""Revisions of an article that are fetched: some pages change with every look."""

_REMEMBERED = 20_000
_MOST_TRIES = 100_000
_LONGEST_ESCAPE = 6
"""Bytes that a character takes in JSON at most."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The new entries of one poll. `slots` bounds how many pages are held in memory at once."""

    feed: Feed
    parsed: ParsedFeed
    slots: asyncio.Semaphore
    until: float
    """Moment of the event loop's clock after which pages are left to the next poll."""
    foreign: frozenset[str]
    """Keys of entries that lead to somebody else's site."""
    overtaxed: set[str] = field(default_factory=set)
    """Sites that asked for fewer requests during this poll."""
    editions: dict[str, Edition] = field(default_factory=dict)
    """Of entries dealt with in this poll, as the book keeps them."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a poll has taken from a feed: fates of the entries that were new, editions to be kept, how many articles
    came as a new revision, and whether one of these is left for later."""

    fates: dict[str, Fate]
    editions: dict[str, Edition]
    revised: int
    unfinished: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text, and what it says of itself."""

    text: str
    facts: PageFacts


@dataclass(slots=True)
class Pages:
    """Fetches and publishes; remembers what this process has done, so that an article of two feeds is fetched once."""

    settings: FetcherSettings
    client: Client
    publish: Publish
    metrics: Metrics
    now: Callable[[], datetime]
    keep: Callable[[Fetched, datetime], Awaitable[None]] | None = None
    """Writes pages to an archive, where there is one."""
    _tries: Counter[str] = field(default_factory=Counter)
    _settled: OrderedDict[str, asyncio.Future[bool]] = field(default_factory=OrderedDict)
    """Article id, and revision from the second on → whether it is dealt with, once that is known."""
    _near: NearDuplicates = field(default_factory=NearDuplicates)

    async def take(
        self, feed: Feed, parsed: ParsedFeed, seen: Collection[str], editions: Mapping[str, Edition]
    ) -> Taken:
        """What became of the entries not `seen` yet, and of those edited since; all that are published are stored.

        `editions` are those that the book keeps, by the key of their entry.
        """
        until = asyncio.get_running_loop().time() + self.settings.poll_time
        away = frozenset() if self.settings.foreign_links else foreign(parsed.entries)
        batch = Batch(feed, parsed, asyncio.Semaphore(self.settings.pages_at_once), until, away)
        fresh = [entry for entry in parsed.entries if entry.key not in seen]
        edited = [entry for entry in parsed.entries if entry.key in seen and self._is_edited(batch, entry, editions)]
        try:
            async with asyncio.TaskGroup() as group:
                tasks = {entry.key: group.create_task(self._one(batch, entry, None)) for entry in fresh}
                again = {entry.key: group.create_task(self._one(batch, entry, editions[entry.key])) for entry in edited}
        except ExceptionGroup as errors:
            # However many pages were under way, the poll ends for one reason.
            if errors.subgroup(MovedError) is not None:
                raise MovedError(feed.url) from errors
            raise
        fates = {key: task.result() for key, task in tasks.items()}
        revised = sum(task.result() == "stored" for task in again.values())
        return Taken(fates, batch.editions, revised, "later" in (task.result() for task in again.values()))

    def _is_edited(self, batch: Batch, entry: Entry, editions: Mapping[str, Edition]) -> bool:
        """Whether the feed tells of an entry otherwise than when its article was published."""
        known = editions.get(entry.key)
        if known is None:
            # Published before its looks were kept: from now on they are.
            batch.editions[entry.key] = Edition(mark=f"{entry.mark}.", revision=1)
            return False
        if known.mark.partition(".")[0] == entry.mark or known.revision >= _MOST_REVISIONS:
            return False
        return not too_old(entry, self.settings.oldest, self.now())

    async def _one(self, batch: Batch, entry: Entry, before: Edition | None) -> Fate:
        try:
            identity = article_id(entry.url)
        except ValueError:
            return self._counted("bad-address", "lost")
        if entry.key in batch.foreign:
            return self._counted("foreign-host", "lost")
        if too_old(entry, self.settings.oldest, self.now()):
            return self._counted("too-old", "lost")
        name = identity if before is None else f"{identity}/{before.revision + 1}/{entry.mark}"
        other = self._settled.get(name)
        if other is not None:
            # No slot is held while waiting for another poll, which may wait for one of ours.
            return self._counted("duplicate", "known" if await asyncio.shield(other) else "later")
        own = self._settled[name] = asyncio.get_running_loop().create_future()
        fate: Fate = "later"
        try:
            fate = await self._stored(batch, entry, before)
        finally:
            own.set_result(fate != "later")
            if fate == "later":
                del self._settled[name]
            self._forget()
        if fate != "later" and entry.key not in batch.editions:
            batch.editions[entry.key] = Edition(mark=f"{entry.mark}.", revision=before.revision if before else 1)
        return fate

    async def _stored(self, batch: Batch, entry: Entry, before: Edition | None) -> Fate:
        async with batch.slots:
            late = asyncio.get_running_loop().time() > batch.until
            if late or server_of(host(entry.url)) in batch.overtaxed or self.client.is_resting(entry.url):
                return self._counted("put-off", "later")
            result = await self.client.get(entry.url, "page")
            if not isinstance(result, Fetched):
                return self._without(batch, entry, result)
            if self.keep is not None:
                await self.keep(result, self.now())
            page = await asyncio.to_thread(_read, result, entry.url)
            sent = await self._sent(batch, entry, page, before)
        if isinstance(sent, str):
            return sent
        # The page is on the bus; nothing here holds it any more while it makes its way.
        outcome, settled = sent
        del result, page
        await settled
        self._tries.pop(article_id(entry.url), None)
        return self._counted(outcome, "stored")

    async def _sent(
        self, batch: Batch, entry: Entry, page: Page, before: Edition | None
    ) -> tuple[str, Awaitable[None]] | Fate:
        """Put a page on its way: the word for it and what to wait for; or what became of it otherwise."""
        if page.facts.kind in ("login", "consent"):
            return self._counted(page.facts.kind, "lost")
        edition = Edition(mark=f"{entry.mark}.{page.facts.digest}", revision=before.revision + 1 if before else 1)
        if before is not None and before.mark.partition(".")[2] == page.facts.digest:
            batch.editions[entry.key] = Edition(mark=edition.mark, revision=before.revision)
            return self._counted("not-edited", "known")
        url = page.facts.canonical or entry.url
        identity = article_id(url)
        if before is None and identity != article_id(entry.url) and (other := self._settled.get(identity)) is not None:
            # Waiting for another poll here, with a slot held, could be for ever.
            return self._counted("duplicate", "known" if other.done() and other.result() else "later")
        article = self._article(batch, entry, page, url, edition.revision)
        if len(page.text) * _LONGEST_ESCAPE > ARTICLES.max_bytes and len(encode(article)) > ARTICLES.max_bytes:
            return self._counted("too-large", "lost")
        settled = await self.publish(batch.feed, entry.key, article)
        self._known_by(identity, entry)
        if article.duplicate_of is None and self.settings.near_duplicates:
            self._near.remember(article.id, page.facts.words)
        batch.editions[entry.key] = edition
        if article.duplicate_of is not None:
            return "near-duplicate", settled
        return "revised" if before else "fetched" if page.facts.kind == "article" else page.facts.kind, settled

    def _article(self, batch: Batch, entry: Entry, page: Page, url: str, revision: int) -> Article:
        identity = article_id(url)
        return Article(
            id=identity,
            revision=revision,
            url=canonical(url),
            feed=without_credentials(batch.feed.url),
            publisher=batch.feed.title or batch.parsed.title,
            title=entry.title,
            language=batch.feed.language or batch.parsed.language,
            published_at=entry.published_at,
            duplicate_of=self._near.of(identity, page.facts.words) if self.settings.near_duplicates else None,
            produced_at=self.now(),
            html=page.text,
        )

    def _known_by(self, identity: str, entry: Entry) -> None:
        """An article is known by the address its page gives itself as well."""
        if identity != article_id(entry.url) and identity not in self._settled:
            done = self._settled[identity] = asyncio.get_running_loop().create_future()
            done.set_result(True)

    def _without(self, batch: Batch, entry: Entry, result: Result) -> Fate:
        """A page that fails for good is lost; one that fails for now is tried at later polls, a few times."""
        if not isinstance(result, Failed):
            return self._counted("not-modified", "lost")
        if result.reason == "too-many-requests":
            batch.overtaxed.add(server_of(host(entry.url)))
        if _may_pass(result) and self._tried(entry.url) < self.settings.page_tries:
            return self._counted(result.reason, "later")
        self._tries.pop(article_id(entry.url), None)
        return self._counted(result.reason, "lost")

    def _tried(self, url: str) -> int:
        if len(self._tries) >= _MOST_TRIES:
            self._tries.clear()
        identity = article_id(url)
        self._tries[identity] += 1
        return self._tries[identity]

    def _counted(self, outcome: str, fate: Fate) -> Fate:
        self.metrics.count("pages_total", outcome=outcome)
        return fate

    def _forget(self) -> None:
        while len(self._settled) > _REMEMBERED and next(iter(self._settled.values())).done():
            self._settled.popitem(last=False)


def _may_pass(failed: Failed) -> bool:
    """Whether the page may be there another time. A wall stands until one pays."""
    return failed.kind != "hard" and failed.reason != "refused"


def _read(result: Fetched, asked: str) -> Page:
    text = decoded(result.body, result.headers.content_type)
    return Page(text, facts(text, result.url, asked))
