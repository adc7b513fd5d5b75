"""The bus of this process: one bounded log per topic, an offset per stage, nothing outside."""

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from schemas.topics import TOPICS, Topic
from services.transport import Message, Outgoing, Position, TransportClosedError


@dataclass(slots=True)
class _Log:
    first: int = 0
    messages: deque[Message] = field(default_factory=deque)
    read: dict[str, int] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    """Group → offset before which everything is done."""

    @property
    def end(self) -> int:
        return self.first + len(self.messages)


class Bus:
    """The transport within a process; a topic has one partition.

    A message stays until every group that reads its topic has committed past it. `publish` waits while the slowest
    group is `capacity` messages behind. `groups` says who reads a topic, `leads_to` what each group publishes to;
    together they tell when a message and all it led to is done.
    """

    def __init__(
        self, groups: Mapping[str, Sequence[str]], leads_to: Mapping[str, Sequence[str]], capacity: int = 256
    ) -> None:
        self._groups = groups
        self._leads_to = leads_to
        self._capacity = capacity
        self._logs = {topic.name: _Log() for topic in TOPICS}
        for topic, readers in groups.items():
            log = self._logs[topic]
            log.read = dict.fromkeys(readers, 0)
            log.done = dict.fromkeys(readers, 0)
        self._changed = asyncio.Condition()
        self._closed = False

    async def publish(self, records: Sequence[Outgoing]) -> list[Position]:
        """Append records; waits while their topic is full."""
        return [Position(record.topic, 0, await self._append(record)) for record in records]

    async def _append(self, record: Outgoing) -> int:
        log = self._logs[record.topic]
        async with self._changed:
            await self._until(lambda: len(log.messages) < self._capacity)
            offset = log.end
            if log.done:
                message = Message(record.topic, offset, record.key, record.value, headers=record.headers)
                log.messages.append(message)
            else:
                # Nobody reads this topic: there is nothing to keep it for.
                log.first = offset + 1
            self._changed.notify_all()
            return offset

    async def read(self, topic: str, group: str, most: int = 1) -> list[Message]:
        """The next messages of a group, at least one; waits for it."""
        log = self._logs[topic]
        async with self._changed:
            await self._until(lambda: log.read[group] < log.end)
            start = log.read[group]
            log.read[group] = min(start + most, log.end)
            return [log.messages[offset - log.first] for offset in range(start, log.read[group])]

    async def commit(self, group: str, messages: Sequence[Message]) -> None:
        """Say that these messages, and all before them, are done."""
        async with self._changed:
            for message in messages:
                log = self._logs[message.topic]
                log.done[group] = max(log.done[group], message.offset + 1)
                while log.messages and log.messages[0].offset < min(log.done.values()):
                    log.messages.popleft()
                    log.first += 1
            self._changed.notify_all()

    async def settled(self, topic: str, offset: int) -> None:
        """Wait until a message and everything it led to in the topics behind is done."""
        for group in self._groups.get(topic, ()):
            await self.settled_by(group, topic, offset)
            for behind in self._leads_to.get(group, ()):
                await self.settled(behind, self._logs[behind].end - 1)

    async def settled_by(self, group: str, topic: str, offset: int) -> None:
        """Wait until one group is done with a message."""
        log = self._logs[topic]
        async with self._changed:
            await self._until(lambda: log.done[group] > offset)

    def waiting(self, topic: str) -> int:
        """How many messages of a topic are not done by its slowest group."""
        return len(self._logs[topic].messages)

    async def close(self) -> None:
        """Wake everybody who waits with `TransportClosedError`."""
        async with self._changed:
            self._closed = True
            self._changed.notify_all()

    async def _until(self, predicate) -> None:  # type: ignore[no-untyped-def]
        await self._changed.wait_for(lambda: self._closed or predicate())
        if self._closed:
            raise TransportClosedError


def topology(topics: Sequence[Topic], sink: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Who reads which topic and what each publishes to, from the topics table; `sink` reads all dead letters."""
    groups: dict[str, list[str]] = {}
    leads_to: dict[str, list[str]] = {}
    for topic in topics:
        readers = list(topic.consumers) or [sink]
        groups[topic.name] = readers
        for service in readers:
            produced = [other.name for other in topics if other.producer == service and other.name != topic.name]
            leads_to[service] = [name for name in produced if not name.startswith("feed")]
    return groups, leads_to
