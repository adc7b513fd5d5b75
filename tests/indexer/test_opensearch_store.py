"""OpenSearch behind trouble: what it cannot take, what it takes later, and what it takes without saying so."""

import asyncio
import json
import logging
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from opensearchpy import AsyncOpenSearch

from services.indexer.opensearch_store import OpenSearchStore
from services.indexer.query import Query
from services.indexer.settings import StoreSettings
from services.indexer.store import Refused, StoreError
from services.stage import TransientError
from tests.events import event, span
from tests.indexer.stores import on_opensearch, opensearch
from tests.servers.front import Front, front, loses_the_answer, says, says_of, takes_at_most


class Pauses(list[float]):
    """Takes no time to sleep, and remembers how long it should have."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
async def before(opensearch_url: str) -> AsyncIterator[Front]:
    async with front(opensearch_url) as one:
        yield one


@asynccontextmanager
async def behind(one: Front, pauses: Pauses | None = None, **changes: Any) -> AsyncIterator[OpenSearchStore]:
    settings = opensearch(one.url, **changes)
    async with on_opensearch(settings, sleep=Pauses() if pauses is None else pauses, jitter=lambda: 1.0) as store:
        yield store


def ids_in(bulk: bytes) -> list[str]:
    return [json.loads(line)["index"]["_id"][-2:] for line in bulk.splitlines()[::2]]


@pytest.mark.parametrize("status", [429, 503, 500])
async def test_only_the_busy_items_are_sent_again_and_later_each_time(before: Front, status: int) -> None:
    pauses, retried = Pauses(), []
    busy = [event(2).id, event(4).id]
    before.disturb = [says_of(busy, status, "rejected_execution_exception")] * 2 + [says_of(busy[1:], status, "x")]
    settings = opensearch(before.url)
    async with on_opensearch(settings, sleep=pauses, jitter=lambda: 1.0, retried=lambda: retried.append(1)) as store:
        assert await store.upsert([event(number) for number in range(1, 6)]) == ["created"] * 5
    assert [ids_in(bulk) for bulk in before.bulks] == [
        ["01", "02", "03", "04", "05"],
        ["02", "04"],
        ["02", "04"],
        ["04"],
    ]
    assert list(pauses) == [0.1, 0.2, 0.4]
    assert len(retried) == 3


async def test_a_store_too_busy_for_any_is_transient(before: Front) -> None:
    before.disturb = [says_of([event(1).id, event(2).id], 429, "rejected_execution_exception")]
    async with behind(before) as store:
        with pytest.raises(TransientError, match="429 rejected_execution_exception"):
            await store.upsert([event(1), event(2)])
        assert await store.upsert([event(1), event(2)]) == ["created", "created"]


@pytest.mark.parametrize("status", [401, 403, 429, 502, 503])
async def test_a_store_that_refuses_to_talk_is_transient(before: Front, status: int) -> None:
    before.disturb = [says(status)]
    async with behind(before) as store:
        with pytest.raises(TransientError, match=str(status)):
            await store.upsert([event(1)])
        assert await store.upsert([event(1)]) == ["created"]


async def test_what_was_written_without_an_answer_is_not_written_twice(before: Front) -> None:
    before.disturb = [loses_the_answer]
    async with behind(before) as store:
        with pytest.raises(TransientError):
            await store.upsert([event(1), event(2)])
        assert await store.upsert([event(1), event(2), event(3)]) == ["unchanged", "unchanged", "created"]
        await store.refresh()
        assert await store.count() == 3


async def test_once_some_are_written_the_others_are_not_given_up(before: Front) -> None:
    before.disturb = [says_of([event(2).id], 429, "busy"), says(503), loses_the_answer]
    pauses = Pauses()
    async with behind(before, pauses) as store:
        told = await store.upsert([event(1), event(2)])
        assert told[0] == "created"
        assert await store.get(event(2).id) == event(2)
    assert len(pauses) == 3


async def test_a_request_holds_no_more_bytes_than_it_may(before: Front) -> None:
    async with behind(before, bulk_bytes=5_000) as store:
        many = [event(number) for number in range(1, 21)]
        large = event(21, evidence=[span("mot " * 5_000)])
        assert await store.upsert([*many, large, event(22)]) == ["created"] * 22
    assert all(len(bulk) <= 5_000 or ids_in(bulk) == ["15"] for bulk in before.bulks)
    assert len(before.bulks) > 4


async def test_a_request_too_large_for_the_store_is_split_until_it_fits(before: Front) -> None:
    before.disturb = [takes_at_most(9_000)] * 100
    async with behind(before) as store:
        events = [event(number) for number in range(1, 17)]
        told = await store.upsert([*events, event(17, evidence=[span("mot " * 5_000)]), event(18)])
    assert told[:16] == ["created"] * 16
    assert told[17] == "created"
    assert isinstance(told[16], Refused)
    assert told[16].reason == "too-large"


async def test_one_event_that_spoils_the_request_is_found_and_refused_alone(before: Front) -> None:
    async def gate(body: bytes, forward: Any) -> web.StreamResponse:
        # As a gateway does that dislikes a word.
        if b"forbidden word" in body:
            return await says(400)(body, forward)
        return web.json_response(await forward(body))

    before.disturb = [gate] * 100
    async with behind(before) as store:
        events = [event(number) for number in range(1, 8)]
        told = await store.upsert([*events, event(8, evidence=[span("forbidden word")])])
    assert told[:7] == ["created"] * 7
    assert isinstance(told[7], Refused)


async def test_an_event_that_does_not_fit_the_mapping_is_refused_with_the_stores_reason(opensearch_url: str) -> None:
    async with on_opensearch(opensearch(opensearch_url)) as store:
        told = await store.upsert([event(1), event(2, place={"name": "Nowhere", "geonames_id": 2**70}), event(3)])
    assert [told[0], told[2]] == ["created", "created"]
    assert isinstance(told[1], Refused)
    assert told[1].reason == "refused-by-store"
    assert "place.geonames_id" in told[1].error


async def test_a_store_that_is_not_set_up_keeps_events_waiting_and_makes_no_index(opensearch_url: str) -> None:
    settings = opensearch(opensearch_url)
    async with OpenSearchStore(settings) as store:
        with pytest.raises(TransientError, match="index_not_found"):
            await store.upsert([event(1)])
        with pytest.raises(StoreError, match="pourparler store init"):
            await store.search(Query())
        with pytest.raises(StoreError, match="pourparler store init"):
            await store.get(event(1).id)
        assert "pourparler store init" in str(await store.reachable())
        assert (await store.standing()).indices == {}


async def test_a_store_that_takes_no_writes_is_waited_for(opensearch_url: str) -> None:
    settings = opensearch(opensearch_url)
    async with on_opensearch(settings) as store, AsyncOpenSearch(hosts=[opensearch_url]) as client:
        # As OpenSearch does by itself when its disk is nearly full.
        block = "index.blocks.read_only_allow_delete"
        await client.indices.put_settings(index=f"{settings.index}-v1", body={block: True})
        with pytest.raises(TransientError, match="cluster_block"):
            await store.upsert([event(1)])
        await client.indices.put_settings(index=f"{settings.index}-v1", body={block: None})
        assert await store.upsert([event(1)]) == ["created"]


async def test_a_request_that_takes_too_long_is_transient(before: Front) -> None:
    async def hang(body: bytes, forward: Any) -> web.StreamResponse:
        await asyncio.sleep(30)
        raise AssertionError("the client has left")

    before.disturb = [hang]
    # Not set up: that may take longer than this store waits, and what hangs is asked for nothing.
    async with OpenSearchStore(opensearch(before.url, request_time=0.3)) as store:
        with pytest.raises(TransientError, match="no answer"):
            await store.upsert([event(1)])


async def test_credentials_are_sent_and_never_logged(before: Front, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    seen = []

    async def look(request: web.Request) -> web.StreamResponse:
        seen.append(request.headers.get("authorization", ""))
        return web.json_response({}, status=401)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", look)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    told = []
    for settings in (
        StoreSettings(kind="opensearch", url=f"http://127.0.0.1:{port}", username="walter", password="s3cret!"),
        StoreSettings(kind="opensearch", url=f"http://walter:s3cret%21@127.0.0.1:{port}"),
    ):
        async with OpenSearchStore(settings) as store:
            with pytest.raises(TransientError) as error:
                await store.upsert([event(1)])
            with pytest.raises(StoreError) as other:
                await store.search(Query())
        told += [repr(settings), str(error.value), str(other.value)]
    await runner.cleanup()
    assert len({one for one in seen if one.startswith("Basic ")}) == 1
    assert "s3cret" not in caplog.text + "".join(told)


def make_certificate(key: Path, certificate: Path) -> None:
    made = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made.split(), *files], check=True, capture_output=True)


async def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    await asyncio.to_thread(make_certificate, key, certificate)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)

    async def count(request: web.Request) -> web.StreamResponse:
        return web.json_response({"count": 5})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", count)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    url = f"https://127.0.0.1:{runner.addresses[0][1]}"
    async with OpenSearchStore(StoreSettings(kind="opensearch", url=url)) as store:
        with pytest.raises(StoreError, match="see POURPARLER_STORE_CA_FILE"):
            await store.count()
    async with OpenSearchStore(StoreSettings(kind="opensearch", url=url, ca_file=certificate)) as store:
        assert await store.count() == 5
    await runner.cleanup()
