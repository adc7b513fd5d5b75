"""What every kind of feed is read into, and the small rules that all of them share."""

import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin

from services.fetcher.wishes import Hints

_FUTURE = timedelta(days=2)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Feeds dated before the web come from clocks that were never set."""

_LONGEST_URL = 2048
_LONGEST_TITLE = 500
_LONGEST_KEY = 200
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


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
    updated_at: datetime | None = None

    @property
    def mark(self) -> str:
        """What changes when the feed says that the article was edited."""
        told = f"{self.title}|{self.updated_at.isoformat() if self.updated_at else ''}"
        return hashlib.sha256(told.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class FeedPart:
    """A sitemap that an index lists; `mark` is what the index says of its last change."""

    url: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed's entries, title and language, and what it says of when to ask again.

    `kind` is the format in a word. `parts` are what an index of sitemaps lists; it has no entries itself. `hub` and
    `topic` are where a WebSub hub tells of news, and what it calls the feed.
    """

    title: str | None
    language: str | None
    hints: Hints
    entries: tuple[Entry, ...]
    kind: str = ""
    parts: tuple[FeedPart, ...] = ()
    hub: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as its feed tells it, before it has a key. `guid` is what the feed calls it."""

    guid: str | None
    url: str
    title: str | None
    published_at: datetime | None
    updated_at: datetime | None


def keyed(told: Iterable[Told]) -> tuple[Entry, ...]:
    """Entries in order, each once, each with a key of its own."""
    listed = list(told)
    # Where several articles share a GUID, it tells none of them from the others.
    shared = Counter(guid for guid, _ in {(one.guid, one.url) for one in listed})
    entries: dict[str, Entry] = {}
    for one in listed:
        guid = one.guid
        key = _short(one.url if guid is None else guid if shared[guid] == 1 else f"{guid}|{one.url}")
        entries.setdefault(key, Entry(key, one.url, one.title, one.published_at, one.updated_at))
    return tuple(entries.values())


def link(written: object, base: str) -> str | None:
    """Where an article is, or None where that says nothing usable."""
    path = text(written)
    try:
        url = urljoin(base, path) if path else ""
    except ValueError:
        return None
    return url if url.lower().startswith(("http://", "https://")) and len(url) <= _LONGEST_URL else None


def title(value: object) -> str | None:
    """A title of bearable length."""
    # Many feeds escape twice.
    told = text(html.unescape(value)) if isinstance(value, str) else None
    return told[:_LONGEST_TITLE] if told else None


def text(value: object) -> str | None:
    """What a feed says, in characters that can be written down again: no half ones, no controls."""
    return _UNWRITABLE.sub("", value).strip() or None if isinstance(value, str) else None


def language(value: object) -> str | None:
    """ISO 639-1."""
    match = re.match(r"([a-z]{2})(?:[-_]|$)", value.strip().lower()) if isinstance(value, str) else None
    return match.group(1) if match else None


def whole(value: object) -> int | None:
    """A whole number, not too large."""
    return int(value) if isinstance(value, str) and value.strip().isdecimal() and len(value) < 8 else None


def plausible(moment: datetime | None, now: datetime) -> datetime | None:
    """A date that a clock can be right about; a feed that bears another bears none."""
    try:
        return moment if moment is not None and _EARLIEST <= moment <= now + _FUTURE else None
    except (TypeError, OverflowError):
        return None


def iso(written: object, now: datetime) -> datetime | None:
    """A date in the forms of W3C and RFC 3339; a day alone is its midnight, without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text(written) or "")
    except (ValueError, OverflowError):
        return None
    return plausible(moment if moment.tzinfo else moment.replace(tzinfo=UTC), now)


def _short(key: str) -> str:
    return key if len(key) <= _LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()
