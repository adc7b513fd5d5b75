"""Articles from other places than feeds: WARC files, sitemaps, lists of addresses. They are what a poll would make of
the same pages: the same ids, so that what is there already stays as it is."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from schemas.article import Article
from schemas.codec import encode
from schemas.topics import ARTICLES
from services.fetcher.archive import answers
from services.fetcher.charsets import decoded
from services.fetcher.discovery import read as as_feed
from services.fetcher.http import Client, Failed, Fetched
from services.fetcher.page import facts
from services.fetcher.settings import FetcherSettings
from services.fetcher.urls import article_id, canonical


@dataclass(frozen=True, slots=True)
class Page:
    """A page, when it was fetched, and what is known of its article besides."""

    fetched: Fetched
    at: datetime
    asked: str
    title: str | None = None
    published_at: datetime | None = None


@dataclass(slots=True)
class Backfill:
    """Publishes articles no faster than `rate` a second, so that what is live goes before. `tell` hears a word for each
    page: what became of it."""

    publish: Callable[[Article], Awaitable[None]]
    rate: float
    tell: Callable[[str], None]
    _ids: set[str] = field(default_factory=set)

    async def run(self, pages: AsyncIterator[Page | Failed]) -> None:
        """Publish all of them, each article once."""
        async for page in pages:
            self.tell(page.reason if isinstance(page, Failed) else await self._one(page))

    async def _one(self, page: Page) -> str:
        text = await asyncio.to_thread(decoded, page.fetched.body, page.fetched.headers.content_type)
        said = await asyncio.to_thread(facts, text, page.fetched.url, page.asked)
        if said.kind in ("login", "consent"):
            return said.kind
        url = said.canonical or page.fetched.url
        try:
            article = Article(
                id=article_id(url),
                url=canonical(url),
                title=page.title,
                published_at=page.published_at,
                produced_at=page.at,
                html=text,
            )
        except ValueError:
            return "bad-address"
        if article.id in self._ids:
            return "duplicate"
        if len(encode(article)) > ARTICLES.max_bytes:
            return "too-large"
        self._ids.add(article.id)
        await self.publish(article)
        await asyncio.sleep(1 / self.rate)
        return "published"


async def from_archive(path: Path, settings: FetcherSettings) -> AsyncIterator[Page | Failed]:
    """The pages of a WARC file. Raises `ArchiveError`, `OSError`."""
    with path.open("rb") as file:
        for fetched, at in answers(file, str(path), settings.page_bytes):
            if "html" in fetched.headers.content_type.lower():
                yield Page(fetched, at, fetched.url)
            else:
                yield Failed("hard", "no-page", fetched.headers.content_type)


async def from_addresses(
    addresses: Iterable[str], client: Client, now: Callable[[], datetime]
) -> AsyncIterator[Page | Failed]:
    """The pages at these addresses, fetched one after the other as politely as any."""
    for address in addresses:
        result = await client.get(address, "page")
        yield Page(result, now(), address) if isinstance(result, Fetched) else _failed(result)


async def from_sitemap(
    url: str, client: Client, settings: FetcherSettings, now: Callable[[], datetime]
) -> AsyncIterator[Page | Failed]:
    """The pages that a sitemap lists, or all sitemaps of an index."""
    waiting, known = [url], {url}
    while waiting:
        result = await client.get(waiting.pop(), "feed")
        if not isinstance(result, Fetched):
            yield _failed(result)
            continue
        found = await asyncio.to_thread(as_feed, result, settings, now())
        if found is None:
            yield Failed("hard", "not-a-feed", "the answer is no sitemap")
            continue
        for part in reversed(found.feed.parts):
            if part.url not in known:
                known.add(part.url)
                waiting.append(part.url)
        for entry in found.feed.entries:
            page = await client.get(entry.url, "page")
            if isinstance(page, Fetched):
                yield Page(page, now(), entry.url, entry.title, entry.published_at)
            else:
                yield _failed(page)


def _failed(result: object) -> Failed:
    return result if isinstance(result, Failed) else Failed("soft", "refused", "the server sent nothing")
