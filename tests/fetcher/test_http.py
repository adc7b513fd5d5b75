"""GET against servers that mean no good: each ends in a value, in bounds."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from services.fetcher.http import Client, Failed, Fetched, NotModified, Result
from services.fetcher.politeness import Politeness
from services.fetcher.settings import FetcherSettings
from tests.fetcher.server import Server, serving


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as one:
        yield one


async def get(
    url: str, what: Any = "page", etag: str | None = None, since: str | None = None, **settings: Any
) -> Result:
    options = FetcherSettings(**({"allow_private_addresses": True, "host_delay": 0, "request_time": 5} | settings))
    politeness = Politeness(options.per_host, options.host_delay, asyncio.get_running_loop().time, asyncio.sleep)
    async with Client(options, politeness) as client:
        return await client.get(url, what, etag, since)


def reason(result: Result) -> str:
    assert isinstance(result, Failed), result
    return result.reason


async def test_a_page_and_its_headers(server: Server) -> None:
    server.says("/a", "<p>Bonjour", ETag='W/"a b"', Last_Modified="yesterday, roughly", Cache_Control="max-age=60")
    result = await get(server.url("/a"))
    assert isinstance(result, Fetched)
    assert result.body == b"<p>Bonjour"
    assert (result.headers.etag, result.headers.last_modified) == ('W/"a b"', "yesterday, roughly")


async def test_validators_go_back_as_they_came(server: Server) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=304, headers={"ETag": request.headers["If-None-Match"]})

    server.answers["/f"] = answer
    result = await get(server.url("/f"), "feed", 'W/"a b"', "yesterday, roughly")
    assert isinstance(result, NotModified)
    assert server.requests[0].headers["If-None-Match"] == 'W/"a b"'
    assert server.requests[0].headers["If-Modified-Since"] == "yesterday, roughly"


async def test_who_asks_is_told_and_no_cookie_is_kept(server: Server) -> None:
    server.says("/a", "one", Set_Cookie="id=1")
    options = FetcherSettings(allow_private_addresses=True, host_delay=0, contact="https://example.org/about")
    politeness = Politeness(2, 0, asyncio.get_running_loop().time, asyncio.sleep)
    async with Client(options, politeness) as client:
        await client.get(server.url("/a"), "page")
        await client.get(server.url("/a"), "page")
    assert server.requests[1].headers["User-Agent"] == "pourparler (+https://example.org/about)"
    assert "Cookie" not in server.requests[1].headers


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_bomb_is_dropped_when_it_unfolds(server: Server, encoding: str) -> None:
    import zlib

    zeros = b"\0" * 50_000_000
    packed = gzip.compress(zeros) if encoding == "gzip" else zlib.compress(zeros)
    server.says("/bomb", packed, Content_Encoding=encoding)
    assert reason(await get(server.url("/bomb"), page_bytes=100_000)) == "too-large"


async def test_an_endless_body_ends_at_the_cap(server: Server) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        while True:
            await response.write(b"x" * 65536)

    server.answers["/endless"] = endless
    assert reason(await get(server.url("/endless"), page_bytes=1_000_000)) == "too-large"


async def test_a_server_that_drips_is_given_up(server: Server) -> None:
    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        while True:
            await response.write(b"x")
            await asyncio.sleep(0.02)

    server.answers["/drip"] = drip
    result = await get(server.url("/drip"), request_time=0.3)
    assert isinstance(result, Failed)
    assert (result.kind, result.reason) == ("temporary", "timeout")


@pytest.mark.parametrize(
    ("status", "kind", "word"),
    [
        (404, "hard", "not-found"),
        (410, "hard", "not-found"),
        (403, "soft", "refused"),
        (429, "soft", "too-many-requests"),
        (500, "temporary", "server-error"),
        (503, "temporary", "server-error"),
    ],
)
async def test_refusals_are_graded(server: Server, status: int, kind: str, word: str) -> None:
    server.says("/a", "no", status, Retry_After="120")
    result = await get(server.url("/a"))
    assert isinstance(result, Failed)
    assert (result.kind, result.reason, result.headers.retry_after) == (kind, word, "120")


async def test_a_redirect_loop_and_too_long_a_way(server: Server) -> None:
    server.says("/a", "", 302, Location="/b")
    server.says("/b", "", 302, Location="/a")
    assert reason(await get(server.url("/a"))) == "redirect-loop"
    for number in range(9):
        server.says(f"/{number}", "", 301, Location=f"/{number + 1}")
    assert reason(await get(server.url("/0"), redirects=5)) == "redirect-loop"
    server.says("/9", "there")
    assert isinstance(await get(server.url("/5"), redirects=5), Fetched)


async def test_a_document_is_no_page(server: Server) -> None:
    server.says("/a.pdf", b"%PDF-1.4", Content_Type="application/pdf")
    assert reason(await get(server.url("/a.pdf"))) == "wrong-type"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://127.1:{port}/", "http://2130706433:{port}/",
        "http://0x7f.0.0.1:{port}/", "http://[::1]:{port}/", "http://[::ffff:127.0.0.1]:{port}/", "http://0.0.0.0:{port}/",
        "http://169.254.169.254/latest/meta-data", "http://10.0.0.1/", "http://192.168.1.1/", "http://[fd00::1]/",
        "file:///etc/passwd", "ftp://example.org/",
    ],
)  # fmt: skip
async def test_private_places_are_not_visited(server: Server, url: str) -> None:
    port = server.address.rpartition(":")[2]
    result = await get(url.format(port=port), allow_private_addresses=False)
    assert reason(result) == "forbidden-address"
    assert server.requests == []


async def test_nobody_there(server: Server) -> None:
    port = server.address.rpartition(":")[2]
    url = f"http://127.0.0.1:{port}/"
    async with serving() as gone:
        url = gone.url("/")
    result = await get(url)
    assert isinstance(result, Failed)
    assert (result.kind, result.reason) == ("temporary", "unreachable")


async def test_a_broken_answer_is_an_outcome() -> None:
    async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(b"HTTP/9.9 banana\r\n\r\n\x00\x00")
        await writer.drain()
        writer.close()

    broken = await asyncio.start_server(nonsense, "127.0.0.1", 0)
    port = broken.sockets[0].getsockname()[1]
    async with broken:
        result = await get(f"http://127.0.0.1:{port}/")
    assert isinstance(result, Failed)
