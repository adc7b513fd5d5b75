"""From the address of a home page to its feeds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml import html as markup

from services.fetcher.charsets import decoded
from services.fetcher.entry import NotAFeedError, ParsedFeed
from services.fetcher.feed import parse
from services.fetcher.http import Client, Failed, Fetched, NotModified
from services.fetcher.settings import FetcherSettings

_TYPES = frozenset(
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/json", "text/xml", "application/xml",
    }
)  # fmt: skip
_HINTS = ("rss", "feed", "atom", ".rdf")
_USUAL = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/news-sitemap.xml")
"""Where feeds are that no page tells of."""

_MOST = 12
"""Addresses that are tried for one home page."""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that was fetched and read."""

    url: str
    feed: ParsedFeed


async def discover(client: Client, settings: FetcherSettings, url: str, now: datetime) -> list[FoundFeed] | Failed:
    """The feeds of a page, each tried; or the page's own, where it is one. `Failed` where it cannot be fetched."""
    result = await client.get(url, "feed")
    if isinstance(result, Failed | NotModified):
        return result if isinstance(result, Failed) else Failed("soft", "refused", "the server sent nothing")
    if (own := read(result, settings, now)) is not None:
        return [own]
    page = decoded(result.body, result.headers.content_type)
    named = list(dict.fromkeys(linked(page, result.url)))
    found = [one for address in named[:_MOST] if (one := await _tried(client, settings, address, now))]
    if found:
        return found
    for address in usual(result.url):
        if (one := await _tried(client, settings, address, now)) is not None:
            return [one]
    return []


def linked(page: str, base: str) -> Iterator[str]:
    """Addresses of feeds that a page names: those it declares, then links that look like one."""
    try:
        root = markup.document_fromstring(page.encode("utf-8", "replace"), parser=markup.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    base = urljoin(base, next(iter(root.xpath("//base/@href")), ""))
    for one in root.iter("link"):
        kinds = (one.get("rel") or "").lower().split()
        if "alternate" in kinds and (one.get("type") or "").split(";")[0].strip().lower() in _TYPES:
            yield from _address(base, one.get("href"))
    for one in root.iter("a"):
        href = one.get("href") or ""
        if any(hint in urlsplit_path(href) for hint in _HINTS):
            yield from _address(base, href)


def usual(url: str) -> list[str]:
    """Where a site's feeds mostly are."""
    return [urljoin(url, path) for path in _USUAL]


def urlsplit_path(href: str) -> str:
    """The path of a link as it is written, small."""
    try:
        return urlsplit(href).path.lower()
    except ValueError:
        return ""


def _address(base: str, href: str | None) -> Iterator[str]:
    try:
        url = urljoin(base, (href or "").strip())
    except ValueError:
        return
    if href and url.startswith(("http://", "https://")):
        yield url


async def _tried(client: Client, settings: FetcherSettings, url: str, now: datetime) -> FoundFeed | None:
    result = await client.get(url, "feed")
    return read(result, settings, now) if isinstance(result, Fetched) else None


def read(result: Fetched, settings: FetcherSettings, now: datetime) -> FoundFeed | None:
    """The feed in an answer, if it is one."""
    try:
        parsed = parse(result.body, result.url, result.headers.content_type, settings.items, now)
    except NotAFeedError:
        return None
    return FoundFeed(result.url, parsed)
