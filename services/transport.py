"""What carries records between stages: every transport passes the same tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Headers = tuple[tuple[str, bytes], ...]
"""What is told about a record beside it, in order; names are lower case."""


class TransportClosedError(Exception):
    """The transport is closing; who waits on it ends."""


def _header(headers: Headers, name: str) -> str | None:
    return next((value.decode(errors="replace") for key, value in headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Message:
    """An encoded record as it was read."""

    topic: str
    offset: int
    key: str | None
    value: bytes
    partition: int = 0
    headers: Headers = ()

    def header(self, name: str) -> str | None:
        """The first header of that name, as text."""
        return _header(self.headers, name)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An encoded record on its way; an empty one deletes its key, where the topic keeps the newest of each."""

    topic: str
    key: str | None
    value: bytes
    headers: Headers = ()

    def header(self, name: str) -> str | None:
        """The first header of that name, as text."""
        return _header(self.headers, name)

    def __reduce__(self) -> tuple[type["Outgoing"], tuple[str, str | None, bytes, Headers]]:
        # The way of the standard library, field by field, takes three times as long; many come from other processes.
        return Outgoing, (self.topic, self.key, self.value, self.headers)

    def told(self, name: str, text: str) -> "Outgoing":
        """The same with a header, in place of one of that name."""
        others = tuple(header for header in self.headers if header[0] != name)
        return Outgoing(self.topic, self.key, self.value, (*others, (name, text.encode())))


@dataclass(frozen=True, slots=True)
class Position:
    """Where a record stands."""

    topic: str
    partition: int
    offset: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a partition is: before `done` all is done, `end` is where the next message will stand.

    `in_hand` says that something was read and is not done.
    """

    done: int
    end: int
    in_hand: bool

    @property
    def lag(self) -> int:
        """How many messages wait, at most: transactions leave marks between them."""
        return max(0, self.end - self.done)


class Transport(Protocol):
    """Logs of messages between stages.

    A group reads every message of a topic at least once, each key's in the order they were published. What was read and
    not committed is read again after a restart.
    """

    async def publish(self, records: Sequence[Outgoing]) -> list[Position]:
        """Append records; on return they are durable. Waits while the topic is full or the broker away."""
        ...

    async def read(self, topic: str, group: str, most: int = 1) -> list[Message]:
        """The next messages of a group, at least one; waits for it."""
        ...

    async def commit(self, group: str, messages: Sequence[Message]) -> None:
        """Say that these messages, and all before them that the group has read, are done."""
        ...

    async def close(self) -> None:
        """Wake everybody who waits with `TransportClosedError`, once what they hold is done."""
        ...
