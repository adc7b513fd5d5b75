"""What becomes of a record: it ends in exactly one outcome, with the same words in metrics and logs."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.record import Record
from services.transport import Outgoing


@dataclass(frozen=True, slots=True)
class Emitted:
    """The record led to these records, in order; a handler that works in another process may hand them on encoded."""

    records: Sequence[Record | Outgoing]


@dataclass(frozen=True, slots=True)
class Nothing:
    """The record is dealt with and leads to nothing; `reason` is one word, such as `not-news` or `no-event`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """The record cannot be digested; it becomes a dead letter. `reason` is one word, `error` is for people."""

    reason: str
    error: str


Outcome = Emitted | Nothing | Rejected
