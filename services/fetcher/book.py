"""The book of feeds: which there are, what each looked like, and what a poll leaves behind."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import datetime
from typing import Protocol

from schemas.article import Article
from schemas.feed import Feed, FeedState, Subscription


class MovedError(Exception):
    """The feed is another replica's by now; nothing of this poll is kept."""


class Book(Protocol):
    """Kept by whoever polls; a feed's state is never ahead of its articles, whatever ends when."""

    changed: asyncio.Event
    """Set when feeds come or go; cleared by who looks."""

    async def feed(self, url: str) -> Feed | None:
        """A feed that is ours to poll; None where it is not, or is there no more."""
        ...

    async def due(self) -> dict[str, datetime | None]:
        """Address of each feed of ours that is not gone → when it is due; None for at once."""
        ...

    async def state(self, url: str) -> FeedState | None:
        """The state of a feed; None where it was never polled."""
        ...

    async def save(self, state: FeedState) -> None:
        """Keep a state, once its articles are stored; that of a feed removed meanwhile is dropped. Raises
        `MovedError`."""
        ...

    async def subscriber(self, token: str) -> FeedState | None:
        """The state of the feed of ours whose hub was given this token."""
        ...

    async def left(self) -> Sequence[Subscription]:
        """What hubs were asked for feeds that are removed since."""
        ...

    async def forget_left(self, token: str) -> None:
        """The hub knows, or the lease is over."""
        ...


class Publish(Protocol):
    """Puts an article of a poll on its way."""

    async def __call__(self, feed: Feed, entry: str, article: Article) -> Awaitable[None]:
        """Awaited, the article is taken; what that gives, awaited, it is safe. `entry` is the key of the feed's entry
        it comes from. Raises `MovedError`."""
        ...


def is_over(gone_at: datetime | None, added_at: datetime | None) -> bool:
    """Whether a feed is polled no more: it is gone, and nobody has asked for it since."""
    return gone_at is not None and (added_at is None or added_at <= gone_at)
