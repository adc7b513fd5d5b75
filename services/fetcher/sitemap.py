"""Sitemaps as feeds: those of Google News, plain ones with dates, and indexes of them (sitemaps.org 0.9)."""

import heapq
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from lxml import etree

from services.fetcher.entry import FeedPart, NotAFeedError, ParsedFeed, Told, iso, keyed, language, link, text, title
from services.fetcher.wishes import Hints

_MOST_PARTS = 10_000
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def parse_sitemap(body: bytes, url: str, most: int, now: datetime) -> ParsedFeed:
    """The sitemap in a body, its newest `most` pages; or the parts of an index. Raises `NotAFeedError`."""
    try:
        pages, parts = _read(body)
    except etree.XMLSyntaxError as error:
        raise NotAFeedError("broken", f"the sitemap cannot be read: {type(error).__name__}") from None
    told = list(_told(pages, url, now))
    # Sitemaps are in any order: the newest count, and where none is dated the first.
    newest = heapq.nlargest(most, told, key=lambda one: one.published_at or one.updated_at or _LONG_AGO)
    names = Counter(page["name"] for page in pages if page.get("name"))
    languages = Counter(page["language"] for page in pages if page.get("language"))
    return ParsedFeed(
        title=title(names.most_common(1)[0][0]) if names else None,
        language=language(languages.most_common(1)[0][0]) if languages else None,
        hints=Hints(),
        entries=keyed(newest),
        kind="sitemap index" if parts else "news sitemap" if names else "sitemap",
        parts=tuple(
            FeedPart(address, text(part.get("lastmod")))
            for part in parts[:_MOST_PARTS]
            if (address := link(part.get("loc"), url))
        ),
    )


def _read(body: bytes) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Pages and parts, each as its elements' names and texts. One element is held in memory at a time."""
    pages: list[dict[str, str]] = []
    parts: list[dict[str, str]] = []
    events = etree.iterparse(
        BytesIO(body), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, recover=True
    )
    for _, element in events:
        kind = _local(element)
        if kind in ("url", "sitemap"):
            (pages if kind == "url" else parts).append(_texts(element))
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return pages, parts


def _texts(element: Any) -> dict[str, str]:
    """Names of the elements within and their texts; the first of a name counts, so that of an image does not."""
    found: dict[str, str] = {}
    for inner in element.iter():
        if inner.text and isinstance(inner.tag, str):
            found.setdefault(_local(inner), inner.text)
    return found


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _told(pages: list[dict[str, str]], base: str, now: datetime) -> Iterator[Told]:
    for page in pages:
        if address := link(page.get("loc"), base):
            published = iso(page.get("publication_date"), now)
            changed = iso(page.get("lastmod"), now)
            yield Told(None, address, title(page.get("title")) if published else None, published, changed)
