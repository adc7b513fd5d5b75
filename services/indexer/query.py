"""What a user may ask the store."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from schemas.negotiation import Act, Level, NegotiationEvent, Status, Topic

MOST = 10_000
"""Events in one page."""

_FARTHEST = 2**31 - 1

Order = Literal["best", "latest", "earliest"]


class QueryError(ValueError):
    """A question the store cannot answer; the message says which words there are."""


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that an event must all meet; within one field any of its values will do.

    `parties` are ids ("country:RUS") or names of parties and persons in any case ("russia", "Lavrov"). `start` and
    `end` bound the time of the event, or where it has none the day of its article. What has no day stands last. In
    the order `best` the best match for the text is first, without a text the latest. Raises `QueryError`.
    """

    text: str = ""
    acts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    place: str | None = None
    language: str | None = None
    publisher: str | None = None
    start: date | None = None
    end: date | None = None
    confidence: float = 0.0
    order: Order = "best"
    limit: int = 20
    offset: int = 0

    def __post_init__(self) -> None:
        for name, values, known in (
            ("act", self.acts, get_args(Act)),
            ("status", self.statuses, get_args(Status)),
            ("topic", self.topics, get_args(Topic)),
            ("level", self.levels, get_args(Level)),
            ("order", (self.order,), get_args(Order)),
        ):
            for value in values:
                if value not in known:
                    raise QueryError(f"there is no {name} {value!r}; there are: {', '.join(known)}")
        if self.start and self.end and self.end < self.start:
            raise QueryError(f"the period ends ({self.end}) before it starts ({self.start})")
        if not 0 <= self.confidence <= 1:
            raise QueryError("the confidence asked for lies between 0 and 1")
        if not 1 <= self.limit <= MOST or not 0 <= self.offset <= _FARTHEST:
            raise QueryError(f"the limit lies between 1 and {MOST}, the offset between 0 and {_FARTHEST}")


@dataclass(frozen=True, slots=True)
class Page:
    """Part of an answer; `total` counts all that meet the query."""

    events: tuple[NegotiationEvent, ...]
    total: int
