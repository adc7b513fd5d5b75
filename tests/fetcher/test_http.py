"""GET against servers that mean no good: each ends in a value, in bounds."""

import asyncio
import contextlib
import gzip
import sys
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from aiohttp import web

from services.fetcher.http import Client, Failed, Fetched, NotModified, Result
from services.fetcher.politeness import Politeness
from services.fetcher.settings import FetcherSettings
from tests.fetcher.server import Server, serving

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as one:
        yield one


async def get(
    url: str, what: Any = "page", etag: str | None = None, since: str | None = None, **settings: Any
) -> Result:
    usual = {"allow_private_addresses": True, "host_delay": 0, "request_time": 5, "robots": False}
    options = FetcherSettings(**(usual | settings))
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


@pytest.mark.parametrize("raw", [b'"\xc3\xa9"', b'W/"  two  spaces "', b"no-quotes", b'"a,b"', b'"\xff"'])
async def test_validators_are_kept_byte_for_byte_or_not_at_all(raw: bytes) -> None:
    asked = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 1\r\nETag: %b\r\n\r\nx" % raw)
        await writer.drain()

    first = await answered_by(talk, what="feed")
    assert isinstance(first, Fetched)
    await answered_by(talk, what="feed", etag=first.headers.etag)
    sent = [line for line in asked[1].splitlines() if line.lower().startswith(b"if-none-match")]
    assert sent == ([] if raw == b'"\xff"' else [b"If-None-Match: " + raw])


async def test_who_asks_is_told_and_no_cookie_is_kept(server: Server) -> None:
    server.says("/a", "one", Set_Cookie="id=1")
    options = FetcherSettings(allow_private_addresses=True, host_delay=0, contact="https://example.org/about")
    politeness = Politeness(2, 0, asyncio.get_running_loop().time, asyncio.sleep)
    async with Client(options, politeness) as client:
        await client.get(server.url("/a"), "page")
        await client.get(server.url("/a"), "page")
    assert server.requests[1].headers["User-Agent"] == "pourparler (+https://example.org/about)"
    assert "Cookie" not in server.requests[1].headers


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", lambda zeros: brotli.compress(zeros, quality=1)),
        ("zstd", zstd.compress),
    ],
)
async def test_a_bomb_is_dropped_before_it_unfolds(
    server: Server, encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    server.says("/bomb", pack(b"\0" * 100_000_000), Content_Encoding=encoding)
    tracemalloc.start()
    try:
        assert reason(await get(server.url("/bomb"), page_bytes=100_000)) == "too-large"
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


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
        (410, "hard", "gone"),
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
        "http://１２７.0.0.1:{port}/", "http://127。0。0。1:{port}/", "http://[64:ff9b::7f00:1]:{port}/",
        "http://169.254.169.254/latest/meta-data", "http://10.0.0.1/", "http://192.168.1.1/", "http://[fd00::1]/",
        "file:///etc/passwd", "ftp://example.org/",
    ],
)  # fmt: skip
async def test_private_places_are_not_visited(server: Server, url: str) -> None:
    port = server.address.rpartition(":")[2]
    result = await get(url.format(port=port), allow_private_addresses=False)
    assert reason(result) in ("forbidden-address", "bad-address")
    assert server.requests == []


async def test_a_redirect_to_a_file_is_not_followed(server: Server) -> None:
    server.says("/a", "", 302, Location="file:///etc/passwd")
    assert reason(await get(server.url("/a"))) == "forbidden-address"


async def test_the_place_connected_to_is_what_is_checked(server: Server) -> None:
    """After a redirect it is checked anew."""
    port = int(server.address.rpartition(":")[2])
    server.says("/a", "", 302, Location=f"http://[::ffff:127.0.0.1]:{port}/secret")
    server.says("/secret", "secret")
    options = FetcherSettings(host_delay=0)
    politeness = Politeness(2, 0, asyncio.get_running_loop().time, asyncio.sleep)
    async with Client(options, politeness, lambda address: address == "127.0.0.1") as client:
        assert reason(await client.get(server.url("/a"), "page")) == "forbidden-address"
    assert (server.count("/a"), server.count("/secret")) == (1, 0)


async def test_waiting_for_a_turn_is_no_fault_of_the_server(server: Server) -> None:
    server.says("/a", "one")
    clock = asyncio.get_running_loop().time
    politeness = Politeness(2, 60, clock, lambda _: asyncio.sleep(1.1))
    options = FetcherSettings(allow_private_addresses=True, request_time=1)
    async with Client(options, politeness) as client:
        results = await asyncio.gather(*(client.get(server.url("/a"), "page") for _ in range(3)))
    assert all(isinstance(result, Fetched) for result in results)


async def test_headers_without_end_are_given_up() -> None:
    async def headers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            writer.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                writer.write(b"X: y\r\n")
                await writer.drain()
                await asyncio.sleep(0.02)

    assert reason(await answered_by(headers, request_time=0.5)) == "timeout"


async def test_a_flood_of_headers_is_given_up() -> None:
    async def headers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            writer.write(b"HTTP/1.1 200 OK\r\n")
            for number in range(100_000):
                writer.write(b"X-%d: y\r\n" % number)
                await writer.drain()

    assert reason(await answered_by(headers)) in ("broken-answer", "unreachable")


@pytest.mark.parametrize(
    "url",
    ["http://user:hunter2@[bad/", "http://user:hunter2@e.org:99999/", "http://user:hunter2@ex℀mple.org/", "http://"],
)
async def test_no_password_is_told(url: str) -> None:
    result = await get(url)
    assert isinstance(result, Failed)
    assert "hunter2" not in result.detail


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
        writer.write(b"HTTP/9.9 banana\r\n\r\n\x00\x00")
        await writer.drain()

    assert isinstance(await answered_by(nonsense), Failed)


async def test_an_answer_cut_short_may_be_whole_the_next_time() -> None:
    async def half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>Bon")
        await writer.drain()

    result = await answered_by(half)
    assert isinstance(result, Failed)
    assert (result.kind, result.reason) == ("temporary", "broken-answer")


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def answered_by(talk: Talk, **settings: Any) -> Result:
    """What a GET gives where a server talks like this once it has the request's first line."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readline()
            await talk(reader, writer)
        finally:
            writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        return await get(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", **settings)
