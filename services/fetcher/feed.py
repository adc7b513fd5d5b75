"""Bytes → the entries of a feed, in one shape, whatever format and faults it has."""

import calendar
import codecs
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import feedparser

from services.fetcher.charsets import in_type, known
from services.fetcher.entry import (
    NotAFeedError,
    ParsedFeed,
    Told,
    keyed,
    language,
    link,
    plausible,
    text,
    title,
    whole,
)
from services.fetcher.jsonfeed import parse_json_feed
from services.fetcher.sitemap import parse_sitemap
from services.fetcher.wishes import Hints

_LIMITS = (
    (re.compile(rb"<"), 50_000),
    (re.compile(rb"&"), 500_000),
    (re.compile(rb"<[^!<>](?:[^<>=]*=){200}"), 0),
)
"""Tags, references, and tags of 200 attributes: what costs the parser time, and how many of it are read.

Measured: 20 µs and 700 bytes a tag, 1 to 5 µs a reference, and the square of a tag's attributes. 500 rich entries stay
far below; a body of 10 MB made of nothing else would take minutes.
"""

_TAG = re.compile(rb"<")
_MOST_TAGS_OF_SITEMAP = 1_000_000
"""Of a sitemap more is read, for it is longer than a feed: some 100 MB at worst, where 10 MB of tags would take 300."""

_ROOT = re.compile(rb"<((?:\w+:)?(?:rss|rdf|feed|channel|urlset|sitemapindex))[\s>/]", re.IGNORECASE)
_PROLOG_START = re.compile(
    rb"<\?xml[\s?]|<!DOCTYPE\s+(?:rss|rdf|feed)|<(?:\w+:)?(?:rss|rdf|feed|channel)[\s>/]", re.IGNORECASE
)
_SITEMAPS = frozenset({b"urlset", b"sitemapindex"})
_LARGEST = 10 * 1024 * 1024
"""Bytes that a packed feed may have unpacked."""

_KINDS = {
    "rss090": "RSS 0.90", "rss091n": "RSS 0.91", "rss091u": "RSS 0.91", "rss092": "RSS 0.92", "rss093": "RSS 0.93",
    "rss094": "RSS 0.94", "rss10": "RSS 1.0", "rss20": "RSS 2.0", "rss": "RSS", "atom01": "Atom 0.1",
    "atom02": "Atom 0.2", "atom03": "Atom 0.3", "atom10": "Atom 1.0", "atom": "Atom", "cdf": "CDF",
}  # fmt: skip
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_HALF = re.compile(
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));",
    re.IGNORECASE,
)
"""References to halves of a character, as broken writers of emoji make them: the parser fails on them."""

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"), (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)  # fmt: skip
"""How bodies of several bytes a character begin."""

_ENCODING = re.compile(rb"""(\s*<\?xml[^>]{0,100}?)\sencoding\s*=\s*["']([^"'>]{0,100})["']""")
_AMPERSAND = re.compile(rb"&(?!#?\w{1,31};)")

_PROLOG = 65536
"""Where the root element of a feed begins at the latest."""


def parse(body: bytes, url: str, content_type: str, most: int, now: datetime) -> ParsedFeed:
    """The feed in a body that came from `url`: RSS, Atom, JSON Feed or sitemap, whatever its type says; the first, or
    newest, `most` entries. Raises `NotAFeedError`."""
    body, content_type = _in_utf8(_unpacked(body), content_type)
    if _is_json(body):
        return parse_json_feed(body, url, most, now)
    root = _root(body)
    if root.lower().rpartition(b":")[2] in _SITEMAPS:
        return parse_sitemap(body[: _place(_TAG, body, _MOST_TAGS_OF_SITEMAP)], url, most, now)
    body = _escaped(_HALF.sub(b"", _cut(_from_root(body), root, most)))
    headers = {"content-type": content_type, "content-location": url}
    try:
        # Bytes, never text: the parser would fetch a text that looks like an address.
        found = feedparser.parse(body, response_headers=headers, sanitize_html=False)
    except Exception as error:  # the parser of whatever is out there may fail in any way; the feed is what is broken
        raise NotAFeedError("broken", f"the feed cannot be read: {type(error).__name__}") from error
    if not found.version and not found.entries:
        raise NotAFeedError("not-a-feed", "the answer is no feed")
    head = found.feed
    links = {one.get("rel"): link(one.get("href"), url) for one in head.get("links", []) if isinstance(one, dict)}
    return ParsedFeed(
        title=title(head.get("title")),
        language=language(head.get("language")),
        hints=_hints(head, body),
        entries=keyed(_told(found.entries[:most], url, now)),
        kind=_KINDS.get(found.version, "feed"),
        hub=links.get("hub"),
        topic=links.get("self"),
    )


def _unpacked(body: bytes) -> bytes:
    """A body that is packed by itself, as sitemaps often are, within bounds."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(body, _LARGEST)
    except zlib.error as error:
        raise NotAFeedError("broken", "the packed feed cannot be unpacked") from error
    if unpacker.unconsumed_tail:
        raise NotAFeedError("too-large", f"more than {_LARGEST} bytes unpacked")
    return plain


def _in_utf8(body: bytes, content_type: str) -> tuple[bytes, str]:
    """A body and its type: one of two or four bytes a character in UTF-8, so that all that follows can read it, and
    none with a charset that is none, which the parser would fail on."""
    wide = next((charset for start, charset in _WIDE if body.startswith(start)), None)
    if wide is not None:
        plain = body.decode(wide, "replace").encode()
        declared = _ENCODING.match(plain)
        return _without(declared, plain), f"{content_type.partition(';')[0] or 'application/xml'}; charset=utf-8"
    if (declared := _ENCODING.match(body)) and known(declared.group(2).decode("ascii", "replace")) is None:
        body = _without(declared, body)
    charset = in_type(content_type)
    return body, content_type.partition(";")[0] if charset and known(charset) is None else content_type


def _without(declared: re.Match[bytes] | None, body: bytes) -> bytes:
    return declared.group(1) + body[declared.end() :] if declared else body


def _escaped(body: bytes) -> bytes:
    """The body with the ampersands escaped that nobody escaped; in sections of characters they need not be."""
    parts, end = [], 0
    while (start := body.find(b"<![CDATA[", end)) >= 0:
        parts.append(_AMPERSAND.sub(b"&amp;", body[end:start]))
        close = body.find(b"]]>", start)
        end = close if close >= 0 else len(body)
        parts.append(body[start:end])
    parts.append(_AMPERSAND.sub(b"&amp;", body[end:]))
    return b"".join(parts)


def _is_json(body: bytes) -> bool:
    return body[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"["))


def _from_root(body: bytes) -> bytes:
    """The feed without what a broken server wrote before it: warnings of its database, blank lines, a lost mark."""
    start = _PROLOG_START.search(body, 0, _PROLOG)
    return body[start.start() :] if start else body


def _root(body: bytes) -> bytes:
    """The name of the feed's root element. What cannot be a feed is told before it costs a parser's time."""
    if not body.strip():
        raise NotAFeedError("empty", "the feed is empty")
    root = _ROOT.search(body, 0, _PROLOG)
    if root is None:
        looks_like_html = b"<html" in body[:2048].lower()
        raise NotAFeedError("html" if looks_like_html else "not-a-feed", "the answer is no feed")
    # Anywhere: a comment may hide where the declarations end.
    if _ENTITY.search(body):
        raise NotAFeedError("entities", "the feed declares entities, as attacks do")
    return root.group(1)


def _cut(body: bytes, root: bytes, most: int) -> bytes:
    """The body with no more than the items asked for, so that 20,000 of them cost no more than these."""
    beyond = _place(_ITEM, body, most)
    if beyond is not None:
        close = b"</channel>" if root.lower() == b"rss" else b""
        body = body[:beyond] + close + b"</" + root + b">"
    for costly, bearable in _LIMITS:
        body = body[: _place(costly, body, bearable)]
    return body


def _place(pattern: re.Pattern[bytes], body: bytes, after: int) -> int | None:
    """Where the first match after so many begins."""
    match = next(islice(pattern.finditer(body), after, None), None)
    return match.start() if match else None


def _told(raw: list[Any], base: str, now: datetime) -> Iterator[Told]:
    """Entries with a usable link, in order."""
    for one in raw:
        if address := link(one.get("link"), base):
            published = _moment(one, now, "published_parsed") or _moment(one, now, "created_parsed")
            updated = _moment(one, now, "updated_parsed")
            yield Told(text(one.get("id")), address, title(one.get("title")), published or updated, updated)


_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(days=7),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_SKIPPED = re.compile(rb"<(skipHours|skipDays)\s*>(.{0,2000}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_ONE_SKIPPED = re.compile(rb"<(?:hour|day)\s*>\s*(\w{1,9})\s*</", re.IGNORECASE)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _hints(head: Any, body: bytes) -> Hints:
    """What the channel says of when to ask. The feed parser keeps one skipped hour of many: they are read here."""
    hours, days = set(), set()
    for block in _SKIPPED.finditer(body, 0, _PROLOG):
        for word in _ONE_SKIPPED.findall(block.group(2)):
            name = word.decode().lower()
            if name.isdecimal() and int(name) <= 24:
                # Older versions of RSS count from 1 to 24.
                hours.add(int(name) % 24)
            elif name in _DAYS:
                days.add(_DAYS.index(name))
    return Hints(whole(head.get("ttl")), _period(head), frozenset(hours), frozenset(days))


def _period(head: Any) -> timedelta | None:
    """How often the feed is renewed, as its syndication module says; daily and once where a part of it is missing."""
    unit, often = text(head.get("sy_updateperiod")), text(head.get("sy_updatefrequency"))
    if unit is None and often is None:
        return None
    period = _PERIODS.get((unit or "daily").lower())
    try:
        frequency = float(often or 1)
    except ValueError:
        return None
    return period / frequency if period and 0.01 <= frequency <= 1000 else None


def _moment(one: Any, now: datetime, name: str) -> datetime | None:
    """A date of an entry; one that no clock can be right about is none."""
    # Asked as a plain mapping: the parser's own would guess one date from another, with a warning.
    parsed = dict.get(one, name)
    try:
        return plausible(datetime.fromtimestamp(calendar.timegm(parsed), UTC), now) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None
