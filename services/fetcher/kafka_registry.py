"""Which feeds there are, on Kafka: what the command writes and every fetcher hears."""

from collections.abc import Sequence

from schemas.codec import CodecError, decode
from schemas.feed import Feed, FeedState
from schemas.topics import FEED_STATES, FEEDS
from services.kafka.contents import latest
from services.kafka.producer import Producer
from services.kafka.settings import KafkaSettings
from services.stage import addressed
from services.transport import Outgoing


class KafkaRegistry:
    """The feeds on `feeds.v1`. Each answer reads the topic to its end. Raises `TopicsMissingError`, `KafkaError`."""

    def __init__(self, settings: KafkaSettings) -> None:
        self._settings = settings

    async def add(self, feeds: Sequence[Feed]) -> int:
        """Add feeds, or describe those that are there anew; how many are new."""
        known = await self._urls()
        await self._send([addressed(feed) for feed in feeds])
        return len({feed.url for feed in feeds} - known)

    async def remove(self, url: str) -> bool:
        """Forget a feed and its state; whether it was there."""
        if url not in await self._urls():
            return False
        # An empty record deletes its key.
        await self._send([Outgoing(topic.name, url, b"") for topic in (FEEDS, FEED_STATES)])
        return True

    async def feeds(self) -> list[Feed]:
        """All feeds that this version can read, by address."""
        found = []
        for message in await latest(self._settings, FEEDS.name):
            try:
                found.append(decode(message.value, Feed))
            except CodecError:
                # The fetcher that owns it makes it a dead letter.
                continue
        return sorted(found, key=lambda feed: feed.url)

    async def states(self) -> dict[str, FeedState]:
        """Address → state, of those that this version can read."""
        found = {}
        for message in await latest(self._settings, FEED_STATES.name):
            try:
                state = decode(message.value, FeedState)
            except CodecError:
                continue
            found[state.url] = state
        return found

    async def _urls(self) -> set[str | None]:
        return {message.key for message in await latest(self._settings, FEEDS.name)}

    async def _send(self, records: Sequence[Outgoing]) -> None:
        async with Producer(self._settings) as producer:
            await producer.send(records)
