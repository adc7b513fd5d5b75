"""What others may ask a service: is it alive, is it ready, how is it doing. `/healthz`, `/readyz`, `/metrics`."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from services.telemetry import Metrics

Check = Callable[[], Awaitable[str | None]]
"""What is missing, in a few words; None where nothing is."""


@asynccontextmanager
async def health(metrics: Metrics, ready: Mapping[str, Check], host: str, port: int) -> AsyncIterator[int]:
    """Answer on an address; gives the port (another one where `port` is 0). Raises `OSError` where it is taken.

    That an answer comes at all says that the event loop turns: `/healthz` is 200 whenever it can answer. `/readyz` is
    200 when no check misses anything, else 503 with a line for each that does.
    """

    async def alive(_: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def is_ready(_: web.Request) -> web.Response:
        missing = [f"{name}: {what}" for name, check in ready.items() if (what := await check()) is not None]
        return web.Response(text="\n".join(missing or ["ready"]) + "\n", status=503 if missing else 200)

    async def measured(_: web.Request) -> web.Response:
        return web.Response(body=generate_latest(metrics.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    application = web.Application()
    application.add_routes([web.get("/healthz", alive), web.get("/readyz", is_ready), web.get("/metrics", measured)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
