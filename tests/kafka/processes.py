"""The services as processes on topics of a test's own, something for them to do, and what they have done."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager

from aiokafka import AIOKafkaProducer

from schemas.article import Article
from schemas.topics import NEGOTIATION_EVENTS
from services.kafka.contents import history
from services.kafka.producer import Producer, options, send
from services.kafka.settings import KafkaSettings
from services.stage import addressed
from services.transport import Outgoing
from tests.events import MOMENT

TEXT = "The foreign ministers of Norway and Peru met in Geneva on 2 March 2026 for talks on fishing rights."


def environment(settings: KafkaSettings) -> dict[str, str]:
    """The settings as a process is told them."""
    return {
        "KAFKA_BOOTSTRAP_SERVERS": settings.bootstrap_servers,
        "POURPARLER_KAFKA_TOPIC_PREFIX": settings.topic_prefix,
        "POURPARLER_KAFKA_GROUP_PREFIX": settings.group_prefix,
        "POURPARLER_KAFKA_SESSION_TIME": "6",
    }


@contextmanager
def running(settings: KafkaSettings, *command: str, **more: str) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [sys.executable, "-m", *command], env=os.environ | environment(settings) | more, stderr=subprocess.PIPE
    ) as process:
        try:
            yield process
        finally:
            process.kill()


async def until(holds: Callable[[], Awaitable[bool]], limit: float = 60.0) -> None:
    async with asyncio.timeout(limit):
        while True:
            if await holds():
                return
            await asyncio.sleep(0.05)


async def ended(process: "subprocess.Popen[bytes]") -> int:
    process.send_signal(signal.SIGTERM)
    return await asyncio.to_thread(process.wait, 30)


async def coded(settings: KafkaSettings) -> list[str]:
    """The articles of the events there are, an article once for each."""
    return [json.loads(one.value)["article"]["id"] async for one in history(settings, NEGOTIATION_EVENTS.name)]


async def publish(settings: KafkaSettings, *titles: str) -> None:
    async with Producer(settings) as producer:
        await producer.send(_articles(titles))


async def publish_one_by_one(settings: KafkaSettings, *titles: str) -> None:
    """Each in a transaction of its own."""
    client = AIOKafkaProducer(**options(settings), transactional_id=f"{settings.group_prefix}-articles")
    async with client:
        for one in _articles(titles):
            async with client.transaction():
                await send(client, settings, one)


def _articles(titles: Sequence[str]) -> list[Outgoing]:
    made = [Article(id=title, title=title, text=TEXT, language="en", produced_at=MOMENT) for title in titles]
    return [addressed(one) for one in made]
