"""Everything around the services: real brokers, a real store, and newspapers of which is known what they hold."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from services.demo.press import shipped
from services.demo.server import serving
from services.fetcher.feed import parse
from services.fetcher.urls import article_id
from tests.servers import java
from tests.servers.front import Front, front
from tests.servers.kafka import Kafka
from tests.servers.opensearch import OpenSearch
from tests.servers.proxy import Proxy

_HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3")
"""Hosts of the newspapers: more than one, so that several fetchers have work."""

Articles = Mapping[str, Mapping[str, str]]
"""For each feed the key of an entry → its article's id, for entries that lead to one."""


@dataclass(frozen=True, slots=True)
class Plant:
    """Servers, and the articles there are."""

    kafka: Kafka
    opensearch: OpenSearch
    network: Proxy
    """Between the services and the brokers."""
    front: Front
    """Between the indexer and the store, where the store is to be in a bad mood."""
    feeds: tuple[str, ...]
    articles: Articles

    @property
    def bootstrap_servers(self) -> str:
        """The brokers, through the network that can be cut."""
        return f"127.0.0.1:{self.network.port}"

    @property
    def ids(self) -> set[str]:
        """The articles there are."""
        return {identity for one in self.articles.values() for identity in one.values()}


@asynccontextmanager
async def plant(folder: Path, articles: int) -> AsyncIterator[Plant]:
    """Brokers, store and newspapers until the block is left."""
    async with AsyncExitStack() as stack:
        (port,) = java.free_ports(1)
        kafka = Kafka(folder / "kafka", advertised=f"127.0.0.1:{port}")
        opensearch = OpenSearch(folder / "opensearch")
        stack.callback(kafka.wipe)
        stack.callback(opensearch.wipe)
        await asyncio.gather(asyncio.to_thread(kafka.start), asyncio.to_thread(opensearch.start))
        network = Proxy("127.0.0.1", int(kafka.bootstrap_servers.rpartition(":")[2]))
        await network.start(port)
        stack.push_async_callback(network.stop)
        served = await stack.enter_async_context(serving(shipped(articles), hosts=_HOSTS))
        held = {feed: await _entries(feed) for feed in served.feeds}
        before = await stack.enter_async_context(front(opensearch.url))
        yield Plant(kafka, opensearch, network, before, served.feeds, held)


async def _entries(feed: str) -> dict[str, str]:
    async with aiohttp.ClientSession() as session:
        async with session.get(feed) as answer:
            parsed = parse(await answer.read(), feed, answer.headers.get("content-type", ""), 10_000, datetime.now(UTC))
        found = {}
        for entry in parsed.entries:
            with suppress(aiohttp.TooManyRedirects):
                async with session.get(entry.url) as answer:
                    led_away = answer.url.path.startswith("/login")
                    if answer.status == 200 and answer.content_type == "text/html" and not led_away:
                        found[entry.key] = article_id(entry.url)
        return found
