"""The dead letters on Kafka: what their topics hold, put back where it came from, or forgotten."""

from collections.abc import Sequence

from schemas.codec import CodecError, decode
from schemas.dead_letter import DeadLetter
from schemas.topics import TOPICS
from services.dead_letters import Filter
from services.kafka.contents import latest
from services.kafka.journal import Journal
from services.kafka.settings import KafkaSettings
from services.transport import Message, Outgoing

DEAD_LETTER_TOPICS = tuple(topic for topic in TOPICS if topic.record is DeadLetter)
_ANY = Filter()
_AT_ONCE = 50
"""Letters in one transaction: records may be large."""


class KafkaDeadLetters:
    """Letters by id. Raises `TopicsMissingError`, `KafkaError`."""

    def __init__(self, settings: KafkaSettings) -> None:
        self._settings = settings

    async def find(self, which: Filter = _ANY) -> list[DeadLetter]:
        """Letters, oldest first."""
        return [letter for letter, _ in await self._found(which)]

    async def replay(self, which: Filter) -> int:
        """Put the records back on their topics and forget the letters, both or neither; how many."""
        return await self._forgotten(which, replayed=True)

    async def purge(self, which: Filter) -> int:
        """Forget letters for good; how many."""
        return await self._forgotten(which, replayed=False)

    async def _forgotten(self, which: Filter, replayed: bool) -> int:
        found = await self._found(which)
        if not found:
            return 0
        journal = Journal(self._settings.group("dead-letters"), self._settings)
        await journal.open()
        try:
            for start in range(0, len(found), _AT_ONCE):
                part = found[start : start + _AT_ONCE]
                await journal.write(
                    [record for letter, message in part for record in _records(letter, message, replayed)]
                )
        finally:
            await journal.close()
        return len(found)

    async def _found(self, which: Filter) -> list[tuple[DeadLetter, Message]]:
        found = []
        for topic in DEAD_LETTER_TOPICS:
            for message in await latest(self._settings, topic.name):
                try:
                    letter = decode(message.value, DeadLetter)
                except CodecError:
                    continue
                if which.holds(letter):
                    found.append((letter, message))
        return sorted(found, key=lambda pair: (pair[0].produced_at, pair[0].id))


def _records(letter: DeadLetter, message: Message, replayed: bool) -> Sequence[Outgoing]:
    forgotten = Outgoing(message.topic, message.key, b"")
    if not replayed:
        return [forgotten]
    headers = tuple((name, value) for name, value in message.headers if name == "traceparent")
    return [Outgoing(letter.topic, letter.key, letter.raw, headers), forgotten]
