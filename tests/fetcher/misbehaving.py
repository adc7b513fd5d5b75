"""A server that misbehaves: raw answers, byte by byte, one a path."""

import asyncio
import contextlib
import gzip
import socket
import ssl
import struct
import sys
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import brotli  # type: ignore[import-untyped]

from tests.fetcher.server import rss

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Write = Callable[[bytes], Awaitable[None]]
Talk = Callable[[Write], Awaitable[None]]

RSS = b"application/rss+xml"
FEED = rss(("a", "/page", "")).encode()
PAGE = b"<p>" + b"They met in Geneva on Monday. " * 20
ZEROS = 200_000_000
"""Bytes that a bomb unfolds to; they are never made."""

_PIECE = 65536


def answer(
    body: bytes = FEED, *headers: bytes, status: bytes = b"200 OK", kind: bytes = b"application/rss+xml"
) -> Talk:
    """A whole answer; further headers as they are."""
    lines = (b"HTTP/1.1 " + status, b"Content-Type: " + kind, b"Content-Length: %d" % len(body), *headers)

    async def talk(write: Write) -> None:
        await write(b"\r\n".join(lines) + b"\r\n\r\n")
        await write(body)

    return talk


def raw(*parts: bytes) -> Talk:
    """Bytes as they are, then the connection ends."""

    async def talk(write: Write) -> None:
        for part in parts:
            await write(part)

    return talk


class ResetError(Exception):
    """The connection is to end at once, by RST and not by FIN."""


def reset(*parts: bytes) -> Talk:
    """Bytes as they are, then the connection is reset."""

    async def talk(write: Write) -> None:
        for part in parts:
            await write(part)
        raise ResetError

    return talk


def again(part: bytes, times: int = 10**9, before: bytes = b"", pause: float = 0.0) -> Talk:
    """Something, over and over."""

    async def talk(write: Write) -> None:
        await write(before)
        for _ in range(times):
            await write(part)
            if pause:
                await asyncio.sleep(pause)

    return talk


def _zeros(pack: Callable[[bytes], bytes], finish: Callable[[], bytes]) -> bytes:
    block = b"\0" * 1_000_000
    return b"".join([*(pack(block) for _ in range(ZEROS // len(block))), finish()])


def bombs() -> dict[bytes, bytes]:
    """Content coding → few bytes that unfold to very many."""
    gz = zlib.compressobj(9, wbits=31)
    deflate = zlib.compressobj(9)
    bare = zlib.compressobj(9, wbits=-15)
    br = brotli.Compressor(quality=5)
    zs = zstd.ZstdCompressor(level=3)
    return {
        b"gzip": _zeros(gz.compress, gz.flush),
        b"deflate": _zeros(deflate.compress, deflate.flush),
        b"Deflate": _zeros(bare.compress, bare.flush),
        b"br": _zeros(br.process, br.finish),
        b"zstd": _zeros(zs.compress, zs.flush),
    }


def packed(body: bytes, coding: bytes) -> bytes:
    """A body in a content coding."""
    return bytes({b"gzip": gzip.compress, b"br": brotli.compress, b"zstd": zstd.compress}[coding](body))


@dataclass
class Misbehaving:
    """`talks` maps paths to what is said there; all others are 404."""

    address: str = ""
    talks: dict[str, Talk] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    first: Talk | None = None
    """What is said before anything was asked, instead of all else."""

    def url(self, path: str) -> str:
        return self.address + path

    async def _asked_for(self, reader: asyncio.StreamReader) -> Talk:
        path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
        self.asked.append(path)
        return self.talks.get(path, answer(b"", status=b"404 Not Found"))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def write(data: bytes) -> None:
            # In pieces: what waits to be sent would count as memory of the fetcher, which shares this process.
            for start in range(0, len(data), _PIECE):
                writer.write(data[start : start + _PIECE])
                await writer.drain()

        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            try:
                await (self.first or await self._asked_for(reader))(write)
            except ResetError:
                # Without lingering, closing is a reset.
                plug = writer.get_extra_info("socket")
                plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                writer.transport.abort()
        writer.close()


@asynccontextmanager
async def misbehaving(context: ssl.SSLContext | None = None) -> AsyncIterator[Misbehaving]:
    """A server on a free port of the loopback address."""
    one = Misbehaving()
    server = await asyncio.start_server(one.serve, "127.0.0.1", 0, limit=1_000_000, ssl=context)
    one.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield one
    finally:
        server.close()
