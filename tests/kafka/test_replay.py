"""`pourparler topics replay`: what a topic keeps is read again, and nothing is set back under a service that runs."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from services.kafka.settings import KafkaSettings
from tests.kafka.processes import coded, ended, publish, running, until
from tests.kafka.test_commands import pourparler
from tests.kafka.world import kafka_world, settings_of_its_own

ARTICLES = ("one", "two", "three")


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers) as settings:
        yield settings


async def extracted(world: KafkaSettings, times: int) -> None:
    """Let an extractor work until every article was extracted so often; meanwhile nothing can be set back."""

    async def is_done() -> bool:
        return Counter(await coded(world)) == Counter(ARTICLES * times)

    with running(world, "services", "extractor", "--jobs", "1") as process:
        await until(is_done)
        refused = await asyncio.to_thread(pourparler, world, "topics", "replay", "extractor")
        assert (refused.returncode, "end all replicas" in refused.stderr) == (1, True), refused.stderr
        assert await ended(process) == 0


@pytest.mark.timeout(180)
async def test_articles_are_extracted_again_when_asked_for(world: KafkaSettings) -> None:
    await publish(world, *ARTICLES)
    await extracted(world, 1)

    looked = pourparler(world, "topics", "replay", "extractor", "--dry-run")
    assert "3 messages would be read" in looked.stdout
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d")
    assert (
        "0 messages would be read"
        in pourparler(world, "topics", "replay", "extractor", "--dry-run", "--since", tomorrow).stdout
    )
    told = pourparler(world, "topics", "replay", "extractor", "--since", "2026-01-01")
    assert told.returncode == 0, told.stderr
    assert "3 messages will be read" in told.stdout
    await extracted(world, 2)


def test_without_topics_it_says_what_to_do(kafka_servers: str) -> None:
    told = pourparler(settings_of_its_own(kafka_servers), "topics", "replay", "indexer")
    assert (told.returncode, "pourparler topics create" in told.stderr) == (2, True)
