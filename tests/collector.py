"""A collector of traces on loopback, which speaks OTLP over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web


class Collector:
    """A server that answers as it is told, and keeps what it was sent."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.requests: list[tuple[dict[str, str], Any]] = []
        self.may_answer = asyncio.Event()
        """Cleared: requests are taken and their answers wait."""
        self.may_answer.set()
        self.address = ""

    async def take(self, request: web.Request) -> web.Response:
        status = self.answers.pop(0) if self.answers else 200
        self.requests.append((dict(request.headers), await request.json()))
        await self.may_answer.wait()
        return web.json_response({}, status=status)

    def spans(self) -> list[dict[str, Any]]:
        resources = [one for _, body in self.requests for one in body["resourceSpans"]]
        return [span for resource in resources for scope in resource["scopeSpans"] for span in scope["spans"]]


@asynccontextmanager
async def collecting() -> AsyncIterator[Collector]:
    """One at work; its address has no path."""
    one = Collector()
    app = web.Application()
    app.router.add_post("/v1/traces", one.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    one.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield one
    await runner.cleanup()
