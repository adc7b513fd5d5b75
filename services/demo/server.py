"""Serves the press of the demo over real HTTP on the loopback address."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle

from aiohttp import ETag, web

from services.demo.feeds import CONTENT_TYPES, feed_document
from services.demo.pages import article_page, login_page
from services.demo.press import Oddity, Outlet, Press, Story

HOST = "127.0.0.1"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

DOCUMENT = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0>>endobj\n%%EOF\n"


class PortTakenError(OSError):
    """The port cannot be served on; the message says why."""


@dataclass(frozen=True, slots=True)
class Served:
    """Where the press can be read. `feeds` are addresses, one an outlet."""

    address: str
    feeds: tuple[str, ...]


@asynccontextmanager
async def serving(press: Press, port: int = 0, hosts: Sequence[str] = (HOST,)) -> AsyncIterator[Served]:
    """Serve the press until the block is left; port 0 takes a free one.

    The outlets are spread over the `hosts`, each an address of loopback. Raises `PortTakenError`.
    """
    runner = web.AppRunner(_application(press), access_log=None)
    await runner.setup()
    try:
        for host in hosts:
            try:
                await web.TCPSite(runner, host, port).start()
            except OSError as error:
                raise PortTakenError(f"port {port} of {host} cannot be used: {error.strerror}") from error
            # With port 0 the system has chosen; only the runner knows what.
            port = runner.addresses[0][1]
        addresses = [f"http://{host}:{port}" for host in hosts]
        yield Served(
            addresses[0],
            tuple(address + outlet.feed_path for address, outlet in zip(cycle(addresses), press.outlets, strict=False)),
        )
    finally:
        await runner.cleanup()


def _application(press: Press) -> web.Application:
    app = web.Application()
    app.router.add_get("/robots.txt", _robots)
    for outlet in press.outlets:
        app.router.add_get(outlet.feed_path, _feed(press, outlet))
    for story in press.stories:
        app.router.add_get(story.path, _article(press, story))
    for oddity in press.oddities:
        _add_oddity(app, press, oddity)
    return app


async def _robots(_: web.Request) -> web.Response:
    return web.Response(text="User-agent: *\nAllow: /\n")


def _feed(press: Press, outlet: Outlet) -> Answer:
    async def answer(request: web.Request) -> web.Response:
        body = feed_document(press, outlet, f"{request.scheme}://{request.host}")
        etag = ETag(hashlib.sha256(body).hexdigest()[:16])
        known = etag in (request.if_none_match or ())
        response = web.Response(status=304) if known else web.Response(body=body)
        response.etag = etag
        response.content_type = CONTENT_TYPES[outlet.format]
        return response

    return answer


def _article(press: Press, story: Story) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=article_page(press, story), content_type="text/html")

    return answer


def _add_oddity(app: web.Application, press: Press, oddity: Oddity) -> None:
    """A missing page needs no route: it is missing."""
    if oddity.kind == "document":
        app.router.add_get(oddity.path, _document)
    elif oddity.kind == "loop":
        app.router.add_get(oddity.path, _loop)
    elif oddity.kind == "login":
        app.router.add_get(oddity.path, _login_wall)
        app.router.add_get(f"/login{oddity.path}", _login(press, oddity))


async def _document(_: web.Request) -> web.Response:
    return web.Response(body=DOCUMENT, content_type="application/pdf")


async def _loop(request: web.Request) -> web.Response:
    turn = "b" if request.query.get("turn") == "a" else "a"
    raise web.HTTPFound(f"{request.path}?turn={turn}")


async def _login_wall(request: web.Request) -> web.Response:
    raise web.HTTPFound(f"/login{request.path}")


def _login(press: Press, oddity: Oddity) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=login_page(press, oddity), content_type="text/html")

    return answer
