"""A local HTTP server whose pages behave as a test says."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Server:
    """`answers` maps paths to what they answer; `requests` are those that came."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[web.Request] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.address + path

    def says(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> None:
        """Answer a path with a body; header names are written with underscores."""
        raw = body.encode() if isinstance(body, str) else body
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        told.setdefault("Content-Type", "text/html; charset=utf-8")

        async def answer(_: web.Request) -> web.Response:
            return web.Response(body=raw, status=status, headers=told)

        self.answers[path] = answer

    def count(self, path: str) -> int:
        return sum(request.path == path for request in self.requests)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        answer = self.answers.get(request.path)
        return await answer(request) if answer else web.Response(status=404)


@asynccontextmanager
async def serving() -> AsyncIterator[Server]:
    """A server on a free port of the loopback address."""
    server = Server()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", server.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()


def rss(*items: tuple[str, str, str], extra: str = "") -> str:
    """An RSS feed of (guid, link, date) items."""
    body = "".join(
        f"<item><title>T</title><guid isPermaLink='false'>{guid}</guid>"
        f"<link>{link}</link><pubDate>{day}</pubDate></item>"
        for guid, link, day in items
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>F</title>{extra}{body}</channel></rss>"
