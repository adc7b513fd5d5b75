"""Bytes → the entries of a feed, in one shape, whatever format and faults it has."""

import calendar
import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urljoin

import feedparser

from services.fetcher.wishes import Hints

_FUTURE = timedelta(days=2)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Feeds dated before the web come from clocks that were never set."""

_LONGEST_URL = 2048
_LONGEST_TITLE = 500
_LONGEST_KEY = 200
_LIMITS = (
    (re.compile(rb"<"), 50_000),
    (re.compile(rb"&"), 500_000),
    (re.compile(rb"<[^!<>](?:[^<>=]*=){200}"), 0),
)
"""Tags, references, and tags of 200 attributes: what costs the parser time, and how many of it are read.

Measured: 20 µs and 700 bytes a tag, 1 to 5 µs a reference, and the square of a tag's attributes. 500 rich entries stay
far below; a body of 10 MB made of nothing else would take minutes.
"""

_ROOT = re.compile(rb"<((?:\w+:)?(?:rss|rdf|feed|channel))[\s>/]", re.IGNORECASE)
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_HALF = re.compile(
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));",
    re.IGNORECASE,
)
"""References to halves of a character, as broken writers of emoji make them: the parser fails on them."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PROLOG = 65536
"""Where the root element of a feed begins at the latest."""


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
    """A feed's entries, title and language, and what it says of when to ask again."""

    title: str | None
    language: str | None
    hints: Hints
    entries: tuple[Entry, ...]


def parse(body: bytes, url: str, content_type: str, most: int, now: datetime) -> ParsedFeed:
    """The feed in a body that came from `url`; the first `most` entries. Raises `NotAFeedError`."""
    body = _HALF.sub(b"", _cut(body, _root(body), most))
    headers = {"content-type": content_type, "content-location": url}
    try:
        # Bytes, never text: the parser would fetch a text that looks like an address.
        found = feedparser.parse(body, response_headers=headers, sanitize_html=False)
    except Exception as error:  # the parser of whatever is out there may fail in any way; the feed is what is broken
        raise NotAFeedError("broken", f"the feed cannot be read: {type(error).__name__}") from error
    if not found.version and not found.entries:
        raise NotAFeedError("not-a-feed", "the answer is no feed")
    head = found.feed
    return ParsedFeed(
        title=_title(head.get("title")),
        language=_language(head.get("language")),
        hints=_hints(head, body),
        entries=tuple(_entries(found.entries[:most], url, now)),
    )


def _root(body: bytes) -> bytes:
    """The name of the feed's root element. What cannot be a feed is told before it costs a parser's time."""
    if not body.strip():
        raise NotAFeedError("empty", "the feed is empty")
    # Two-byte encodings differ from the others by zeros only, as far as names of tags go.
    plain = body.replace(b"\0", b"")
    root = _ROOT.search(plain, 0, _PROLOG)
    if root is None:
        looks_like_html = b"<html" in plain[:2048].lower()
        raise NotAFeedError("html" if looks_like_html else "not-a-feed", "the answer is no feed")
    # Anywhere: a comment may hide where the declarations end.
    if _ENTITY.search(plain):
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


def _entries(raw: list[Any], base: str, now: datetime) -> list[Entry]:
    """Entries with a usable link, in order, each once."""
    linked = [(url, one) for one in raw if (url := _link(one, base))]
    # Where several articles share a GUID, it tells none of them from the others.
    urls = {(_text(one.get("id")), url) for url, one in linked}
    shared = Counter(guid for guid, _ in urls)
    entries: dict[str, Entry] = {}
    for url, one in linked:
        guid = _text(one.get("id"))
        key = _short(url if guid is None else guid if shared[guid] == 1 else f"{guid}|{url}")
        entries.setdefault(key, Entry(key, url, _title(one.get("title")), _moment(one, now)))
    return list(entries.values())


def _link(one: Any, base: str) -> str | None:
    """Where the article is, or None where the entry does not say or says nothing usable."""
    link = _text(one.get("link"))
    try:
        url = urljoin(base, link) if link else ""
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) and len(url) <= _LONGEST_URL else None


def _short(key: str) -> str:
    return key if len(key) <= _LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()


def _title(value: object) -> str | None:
    text = _text(value)
    return text[:_LONGEST_TITLE] if text else None


def _text(value: object) -> str | None:
    """What a feed says, in characters that can be written down again: no half ones, no controls."""
    return _UNWRITABLE.sub("", value).strip() or None if isinstance(value, str) else None


def _language(value: object) -> str | None:
    match = re.match(r"([a-z]{2})(?:[-_]|$)", value.strip().lower()) if isinstance(value, str) else None
    return match.group(1) if match else None


def _whole(value: object) -> int | None:
    return int(value) if isinstance(value, str) and value.strip().isdecimal() and len(value) < 8 else None


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
    return Hints(_whole(head.get("ttl")), _period(head), frozenset(hours), frozenset(days))


def _period(head: Any) -> timedelta | None:
    """How often the feed is renewed, as its syndication module says; daily and once where a part of it is missing."""
    unit, often = _text(head.get("sy_updateperiod")), _text(head.get("sy_updatefrequency"))
    if unit is None and often is None:
        return None
    period = _PERIODS.get((unit or "daily").lower())
    try:
        frequency = float(often or 1)
    except ValueError:
        return None
    return period / frequency if period and 0.01 <= frequency <= 1000 else None


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
