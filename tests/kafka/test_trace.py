"""`pourparler trace` tells where an article is at every stage of its way."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from schemas.article import Article
from services.fetcher.urls import article_id
from services.kafka.producer import Producer
from services.kafka.settings import KafkaSettings
from services.stage import addressed
from services.trace import trace_id
from tests.events import MOMENT
from tests.kafka.processes import TEXT, ended, environment, running, until
from tests.kafka.world import kafka_world

ADDRESS = "https://example.org/2026/03/talks"
ARTICLE = article_id(ADDRESS)


@pytest.fixture
async def world(kafka_servers: str) -> AsyncIterator[KafkaSettings]:
    async with kafka_world(kafka_servers) as settings:
        yield settings


def asked(settings: KafkaSettings, database: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "services", "trace", *words, "--transport", "kafka", "--store", "sqlite"]
    told = environment(settings) | {"POURPARLER_DATABASE": str(database)}
    return subprocess.run(command, env=os.environ | told, capture_output=True, text=True, check=False)


async def trace(settings: KafkaSettings, database: Path, article: str) -> dict[str, Any]:
    done = await asyncio.to_thread(asked, settings, database, article, "--json")
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == (1 if "never met" in found["verdict"] else 0)
    return found


async def test_an_article_is_followed_from_its_topic_to_the_store(world: KafkaSettings, tmp_path: Path) -> None:
    database = tmp_path / "events.sqlite"

    async def verdict() -> str:
        return str((await trace(world, database, ADDRESS))["verdict"])

    async def is_read() -> bool:
        return "extractor" not in await verdict()

    async def is_found() -> bool:
        return await verdict() == "1 events can be searched"

    with running(world, "services", "indexer", "--database", str(database)) as indexer:
        await until(lambda: asyncio.to_thread(database.exists))
        assert await ended(indexer) == 0
    assert await verdict() == "never met, or no longer kept"
    article = Article(
        id=ARTICLE, url=ADDRESS, feed="https://example.org/rss", text=TEXT, language="en", produced_at=MOMENT
    )
    async with Producer(world) as producer:
        await producer.send([addressed(article)])
    assert await verdict() == "the extractor has 1 records to read first"
    with running(world, "services", "extractor", "--jobs", "1") as extractor:
        await until(is_read)
        assert await ended(extractor) == 0
    assert await verdict() == "the indexer has 1 records to read first"
    with running(world, "services", "indexer", "--database", str(database)) as indexer:
        await until(is_found)
        assert await ended(indexer) == 0
    found = await trace(world, database, ADDRESS)
    assert (found["article"], found["trace"]) == (ARTICLE, trace_id(ARTICLE))
    assert [one["feed"] for one in found["sightings"]] == ["https://example.org/rss"]
    assert "Norway" in (await asyncio.to_thread(asked, world, database, ARTICLE)).stdout


async def test_an_article_that_was_rejected_tells_why(world: KafkaSettings, tmp_path: Path) -> None:
    database = tmp_path / "events.sqlite"
    with running(world, "services", "indexer", "--database", str(database)) as indexer:
        await until(lambda: asyncio.to_thread(database.exists))
        assert await ended(indexer) == 0

    async def is_rejected() -> bool:
        return bool((await trace(world, database, "crash"))["dead_letters"])

    article = Article(id="crash", title="crash", text=TEXT, language="en", produced_at=MOMENT)
    async with Producer(world) as producer:
        await producer.send([addressed(article)])
    with running(world, "tests.kafka.poisoned", "15.0") as extractor:
        await until(is_rejected)
        assert await ended(extractor) == 0
    assert (await trace(world, database, "crash"))["verdict"] == "rejected by the extractor: worker-died"
    assert "worker-died" in (await asyncio.to_thread(asked, world, database, "crash")).stdout
