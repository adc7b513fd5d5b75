"""Every article and event accounted for: what is on the topics and in the store against what should be."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

from schemas.codec import decode
from schemas.feed import FeedState
from schemas.topics import ARTICLES, FEED_STATES, NEGOTIATION_EVENTS
from services.indexer.opensearch_store import OpenSearchStore
from services.indexer.query import Query
from services.kafka.contents import history, latest
from services.kafka.dead_letters import KafkaDeadLetters
from services.kafka.journal import TRANSACTION_TIME
from services.kafka.settings import KafkaSettings
from services.kafka.whereabouts import positions
from tests.faults.line import Line
from tests.faults.plant import Articles, Plant

_SHOWN = TRANSACTION_TIME / 1000 + 10.0
"""Seconds after which every partition shows what was committed."""


@dataclass(frozen=True, slots=True)
class Account:
    """What was found. `repeated` counts records that are on their topic more than once, which is allowed."""

    articles: int
    events: int
    letters: int
    repeated_articles: int
    repeated_events: int
    faults: tuple[str, ...] = field(default=())


async def stored(line: Line) -> set[str]:
    """The ids in the store, each document counted: an id twice is an error."""
    async with OpenSearchStore(line.stored) as store:
        await store.refresh()
        found: list[str] = []
        while True:
            page = await store.search(Query(limit=1000, offset=len(found)))
            found += [event.id for event in page.events]
            if not page.events or len(found) >= page.total:
                break
    doubled = [identity for identity, count in Counter(found).items() if count > 1]
    if doubled:
        raise AssertionError(f"{len(doubled)} events are in the store more than once: {doubled[:3]}")
    return set(found)


async def count(line: Line) -> int:
    """How many events can be found."""
    async with OpenSearchStore(line.stored) as store:
        await store.refresh()
        return await store.count()


async def seen(settings: KafkaSettings) -> dict[str, set[str]]:
    """Feed → keys of the entries its saved state calls dealt with."""
    states = [decode(one.value, FeedState) for one in await latest(settings, FEED_STATES.name)]
    return {state.url: set(state.seen) for state in states}


async def ahead(articles: Articles, settings: KafkaSettings, shown: float = _SHOWN) -> set[str]:
    """Articles that a saved state calls dealt with but that are not on their topic: there should be none, ever.

    `shown` is how many seconds they may take to appear.
    A transaction is decided at once, but shown by each partition on its own: when its mark is written there (KIP-98),
    and when whatever was open before it on that partition has ended, a killed writer's after its time is over.
    """
    # The states first: an article that comes in between cannot hide one that is missing.
    keys = await seen(settings)
    wanted = {articles[feed].get(key) for feed, known in keys.items() for key in known}
    until = time.monotonic() + shown
    while True:
        there = {one.key async for one in history(settings, ARTICLES.name)}
        early = {identity for identity in wanted - there if identity is not None}
        if not early or time.monotonic() > until:
            return early
        await asyncio.sleep(0.5)


async def account(plant: Plant, line: Line, expected: set[str] | None) -> Account:
    """Count everything once all is quiet. `expected` are the events there should be; None takes them as they are."""
    articles = Counter([one.key async for one in history(line.kafka, ARTICLES.name)])
    events = Counter([one.key async for one in history(line.kafka, NEGOTIATION_EVENTS.name)])
    letters = await KafkaDeadLetters(line.kafka).find()
    documents = await stored(line)
    faults = []
    for what, wanted, found in (
        ("articles", plant.ids, set(articles)),
        ("events", documents if expected is None else expected, documents),
        ("entries", *_entries(plant, await seen(line.kafka))),
    ):
        if missing := wanted - found:
            faults.append(f"{len(missing)} {what} lost")
        if strange := found - wanted:
            faults.append(f"{len(strange)} {what} that should not be")
    if letters:
        faults.append(f"{len(letters)} dead letters: {dict(Counter(letter.reason for letter in letters))}")
    if early := await ahead(plant.articles, line.kafka):
        faults.append(f"feed state ahead of {len(early)} articles")
    return Account(
        len(articles),
        len(documents),
        len(letters),
        articles.total() - len(articles),
        events.total() - len(events),
        tuple(faults),
    )


def _entries(plant: Plant, keys: dict[str, set[str]]) -> tuple[set[str], set[str]]:
    """Entries that lead to articles, and those of them that are dealt with."""
    wanted = {f"{feed} {key}" for feed, one in plant.articles.items() for key in one}
    return wanted, {f"{feed} {key}" for feed, one in keys.items() for key in one} & wanted


async def quiet(plant: Plant, line: Line, expected: set[str] | None, limit: float = 900.0) -> float:
    """Wait until all is done; the seconds it took. Raises `TimeoutError`."""
    began = time.monotonic()

    async def enough(found: int) -> bool:
        # Without knowing how many to expect: once every message has been read. Silence would not do on a busy machine.
        return await _read_through(line.kafka) if expected is None else found >= len(expected)

    async with asyncio.timeout(limit):
        while True:
            # Whoever could not begin, or was stuck, is started again.
            line.start()
            wanted, found = _entries(plant, await seen(line.kafka))
            if found >= wanted and await enough(before := await count(line)):
                await asyncio.sleep(1.0)
                if await count(line) == before:
                    return time.monotonic() - began
            await asyncio.sleep(0.5)


async def _read_through(settings: KafkaSettings) -> bool:
    """Whether the services have dealt with every message there is; the extractor first, which makes the indexer's."""
    for service, topic in (("extractor", ARTICLES), ("indexer", NEGOTIATION_EVENTS)):
        done = await positions(settings, service, topic)
        async for one in history(settings, topic.name):
            if one.offset >= done.get(one.partition, 0):
                return False
    return True
