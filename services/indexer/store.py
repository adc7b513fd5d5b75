"""What a store of events must do; every store passes the same tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from schemas.negotiation import NegotiationEvent
from services.indexer.query import Page, Query

Written = Literal["created", "updated", "unchanged"]


class StoreError(Exception):
    """The store cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The store will never take this event; `reason` is one word, `error` is for people."""

    reason: str
    error: str


LARGEST_REVISION = 2**63 - 1
"""Of an event that can be stored; both stores count in 64 bits."""


def unfit(event: NegotiationEvent) -> Refused | None:
    """Why no store can take this event; None where it can."""
    if event.revision > LARGEST_REVISION:
        return Refused("revision-too-large", f"revision {event.revision} is beyond {LARGEST_REVISION}")
    return None


class Store(Protocol):
    """Events by id. Of one id the highest revision counts; a repeat or an older one changes nothing.

    A retracted event is kept, so that an older revision cannot bring it back, and is never found.
    """

    async def upsert(self, events: Sequence[NegotiationEvent]) -> Sequence[Written | Refused]:
        """Write events; what became of each, in order.

        Raises `TransientError` where nothing is known to be written and all may be later. What was written all the
        same is then `unchanged` the next time.
        """
        ...

    async def search(self, query: Query) -> Page:
        """The events that meet a query, in the order it asks for. Raises `StoreError`, `DatabaseError`."""
        ...

    async def get(self, identity: str) -> NegotiationEvent | None:
        """The event of this id, retracted or not."""
        ...

    async def several(self, ids: Sequence[str]) -> Mapping[str, NegotiationEvent]:
        """Those of these ids that are there, retracted or not, as they were written last. Raises `TransientError`."""
        ...

    async def of_articles(self, articles: Sequence[str]) -> Sequence[NegotiationEvent]:
        """The events of these articles that are not retracted, with all that is written. Raises `TransientError`."""
        ...

    async def count(self) -> int:
        """How many events can be found."""
        ...

    async def reachable(self) -> str | None:
        """What is missing before events can be written; None where nothing is."""
        ...
