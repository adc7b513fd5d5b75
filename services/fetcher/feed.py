"""Bytes → the entries of a feed, in one shape, whatever format and faults it has."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

import feedparser

_FUTURE = timedelta(days=2)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Feeds dated before the web come from clocks that were never set."""

_LONGEST_URL = 2048
_DOCTYPE = re.compile(rb"<!ENTITY", re.IGNORECASE)


class NotAFeedError(ValueError):
    """The bytes are no feed; `reason` is one word for counting."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as a feed announces it. `key` tells it from the feed's others."""

    key: str
    url: str
    title: str | None
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed's entries, newest rules of its own (`ttl` in minutes), title and language."""

    title: str | None
    language: str | None
    ttl: int | None
    entries: tuple[Entry, ...]


def parse(body: bytes, url: str, content_type: str, most: int, now: datetime) -> ParsedFeed:
    """The feed in a body that came from `url`; the first `most` entries. Raises `NotAFeedError`."""
    if not body.strip():
        raise NotAFeedError("empty", "the feed is empty")
    if _DOCTYPE.search(body[:65536]):
        raise NotAFeedError("entities", "the feed declares entities, as attacks do")
    # Bytes, never text: the parser would fetch a text that looks like an address.
    found = feedparser.parse(
        body, response_headers={"content-type": content_type, "content-location": url}, sanitize_html=False
    )
    if not found.version and not found.entries:
        looks_like_html = b"<html" in body[:2048].lower()
        raise NotAFeedError("html" if looks_like_html else "not-a-feed", "the answer is no feed")
    head = found.feed
    return ParsedFeed(
        title=_text(head.get("title")),
        language=_language(head.get("language")),
        ttl=_whole(head.get("ttl")),
        entries=tuple(_entries(found.entries[:most], url, now)),
    )


def _entries(raw: list[Any], base: str, now: datetime) -> list[Entry]:
    """Entries with a link, one a key; where several share a GUID the link tells them apart."""
    entries: dict[str, Entry] = {}
    for one in raw:
        link = _text(one.get("link"))
        if link is None:
            continue
        url = urljoin(base, link)
        if not url.startswith(("http://", "https://")) or len(url) > _LONGEST_URL:
            continue
        guid = _text(one.get("id"))
        key = guid or url
        if key in entries and entries[key].url != url:
            key = f"{key}|{url}"
        entries.setdefault(key, Entry(key, url, _text(one.get("title")), _moment(one, now)))
    return list(entries.values())


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _language(value: object) -> str | None:
    match = re.match(r"([a-z]{2})(?:[-_]|$)", value.strip().lower()) if isinstance(value, str) else None
    return match.group(1) if match else None


def _whole(value: object) -> int | None:
    return int(value) if isinstance(value, str) and value.strip().isdecimal() and len(value) < 8 else None


def _moment(one: Any, now: datetime) -> datetime | None:
    """When the entry was published; a date no clock can be right about is none."""
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        # Asked as a plain mapping: the parser's own would guess one date from another, with a warning.
        parsed = dict.get(one, name)
        if parsed is None:
            continue
        try:
            moment = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
        except (ValueError, OverflowError, OSError, TypeError):
            continue
        if _EARLIEST <= moment <= now + _FUTURE:
            return moment
    return None
