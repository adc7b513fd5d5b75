"""Where an article is, as the brokers tell."""

from collections.abc import Sequence

from aiokafka.admin import AIOKafkaAdminClient

from schemas.article import Article
from schemas.codec import CodecError, decode
from schemas.dead_letter import DeadLetter
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS, Topic
from services.kafka.contents import ends, history
from services.kafka.dead_letters import KafkaDeadLetters
from services.kafka.partition import partition_of
from services.kafka.settings import KafkaSettings
from services.transport import Message
from services.whereabouts import Sighting, concerns


async def sightings(settings: KafkaSettings, article: str) -> list[Sighting]:
    """Every time the article stands on its topic, oldest first. Raises `TopicsMissingError`, `KafkaError`."""
    partition = partition_of(ARTICLES, article, len(await ends(settings, ARTICLES.name)))
    return [_sighting(one) async for one in history(settings, ARTICLES.name, [partition]) if one.key == article]


def _sighting(message: Message) -> Sighting:
    try:
        read = decode(message.value, Article)
    except CodecError as error:
        raise ValueError(f"the article at {message.partition}/{message.offset} cannot be read: {error}") from error
    return Sighting(
        message.topic, message.partition, message.offset, read.revision, read.produced_at, read.url, read.feed
    )


async def letters(settings: KafkaSettings, article: str) -> list[DeadLetter]:
    """The dead letters that hold the article or an event of it."""
    return [letter for letter in await KafkaDeadLetters(settings).find() if concerns(letter, article)]


async def behind(settings: KafkaSettings, seen: Sequence[Sighting]) -> dict[str, int]:
    """Service → records it has yet to read before the article, seen there, is through; done ones are left out.

    Of the indexer these are all events there are now: which are the article's only reading them would tell.
    """
    read = await positions(settings, "extractor", ARTICLES)
    found = {"extractor": max([one.offset + 1 - read.get(one.partition, 0) for one in seen], default=0)}
    written = await positions(settings, "indexer", NEGOTIATION_EVENTS)
    found["indexer"] = sum(
        end - max(first, written.get(partition, 0))
        for partition, (first, end) in (await ends(settings, NEGOTIATION_EVENTS.name)).items()
    )
    return {service: count for service, count in found.items() if count > 0}


async def positions(settings: KafkaSettings, service: str, topic: Topic) -> dict[int, int]:
    """Partition → the offset before which a service has read, and dealt with what it read."""
    admin = AIOKafkaAdminClient(**settings.connection())
    try:
        await admin.start()
        committed = await admin.list_consumer_group_offsets(settings.group(service))
    finally:
        await admin.close()
    name = settings.on_brokers(topic.name)
    return {at.partition: found.offset for at, found in committed.items() if at.topic == name}
