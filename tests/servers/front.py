"""A small HTTP server before a store: it passes requests on, and disturbs bulk requests as it is told to."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Container
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

Forward = Callable[[bytes], Awaitable[dict[str, Any]]]
Disturb = Callable[[bytes, Forward], Awaitable[web.StreamResponse]]


class Front:
    """Those of `disturb` answer bulk requests in turn; when none is left all pass. `bulks` are those that came."""

    def __init__(self, target: str) -> None:
        self._target = target
        self.url = ""
        self.disturb: list[Disturb] = []
        self.bulks: list[bytes] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Pass a request on, or disturb it."""
        body = await request.read()
        query = request.rel_url.query_string

        async def forward(part: bytes, path: str = request.path) -> tuple[int, bytes]:
            headers = {"content-type": request.headers.get("content-type", "application/json")}
            async with (
                aiohttp.ClientSession() as session,
                session.request(request.method, f"{self._target}{path}?{query}", data=part, headers=headers) as answer,
            ):
                return answer.status, await answer.read()

        async def forward_bulk(part: bytes) -> dict[str, Any]:
            found: dict[str, Any] = json.loads((await forward(part))[1])
            return found

        if request.path.endswith("/_bulk"):
            self.bulks.append(body)
            if self.disturb:
                return await self.disturb.pop(0)(body, forward_bulk)
        status, raw = await forward(body)
        return web.Response(status=status, body=raw, content_type="application/json")


@asynccontextmanager
async def front(target: str) -> AsyncIterator[Front]:
    """A running server before `target`."""
    one = Front(target)
    app = web.Application(client_max_size=2**30)
    app.router.add_route("*", "/{path:.*}", one.answer)
    runner = web.AppRunner(app, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    one.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield one
    finally:
        await runner.cleanup()


def says(status: int) -> Disturb:
    """The request is refused whole."""

    async def disturb(body: bytes, forward: Forward) -> web.StreamResponse:
        return web.json_response(
            {"error": {"type": "told_by_front", "reason": "whole"}, "status": status}, status=status
        )

    return disturb


def says_of(ids: Container[str], status: int, kind: str) -> Disturb:
    """Of these events the answer is an error, and they do not reach the store; the others do."""

    async def disturb(body: bytes, forward: Forward) -> web.StreamResponse:
        lines = body.splitlines(keepends=True)
        pairs = [(json.loads(lines[at])["index"]["_id"], lines[at] + lines[at + 1]) for at in range(0, len(lines), 2)]
        passed = b"".join(raw for identity, raw in pairs if identity not in ids)
        items = iter((await forward(passed))["items"] if passed else ())
        error = {"index": {"status": status, "error": {"type": kind, "reason": "told by the front"}}}
        told = [error if identity in ids else next(items) for identity, _ in pairs]
        return web.json_response({"items": told})

    return disturb


async def loses_the_answer(body: bytes, forward: Forward) -> web.StreamResponse:
    """The store does what is asked, and nobody hears of it."""
    await forward(body)
    return web.json_response({}, status=504)


def takes_at_most(size: int) -> Disturb:
    """A longer request is refused whole, as too large."""

    async def disturb(body: bytes, forward: Forward) -> web.StreamResponse:
        if len(body) > size:
            return await says(413)(body, forward)
        return web.json_response(await forward(body))

    return disturb
