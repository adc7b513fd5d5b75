"""A WebSub hub on this machine, as its specification has it, and as a test says."""

import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import aiohttp
from aiohttp import web

from tests.fetcher.server import Server, serving

CHALLENGE = "a-challenge-of-the-hub"


@dataclass
class Hub:
    """`asked` are the forms that were sent to it, in order; it asks and tells back when it is told to."""

    server: Server
    session: aiohttp.ClientSession
    status: int = 202
    asked: list[dict[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.server.url("/hub")

    async def take(self, request: web.Request) -> web.Response:
        form = parse_qs(await request.text())
        self.asked.append({name: values[0] for name, values in form.items()})
        return web.Response(status=self.status)

    async def verify(self, **changes: str | None) -> tuple[int, str]:
        """Ask back what was asked last; some of it otherwise, None leaves it out."""
        last = self.asked[-1]
        told: dict[str, str | None] = {
            "mode": last["hub.mode"],
            "topic": last["hub.topic"],
            "challenge": CHALLENGE,
            "lease_seconds": last.get("hub.lease_seconds"),
        }
        query = {f"hub.{name}": value for name, value in (told | changes).items() if value is not None}
        async with self.session.get(last["hub.callback"], params=query) as answer:
            return answer.status, await answer.text()

    async def tell(self, body: bytes = b"<rss/>", method: str = "sha256", secret: str | None = None) -> int:
        """Deliver news, signed; without a signature where the method is empty."""
        last = self.asked[-1]
        key = last["hub.secret"] if secret is None else secret
        signed = {}
        if method:
            digest = hmac.new(key.encode(), body, getattr(hashlib, method)).hexdigest()
            signed = {"X-Hub-Signature": f"{method}={digest}"}
        async with self.session.post(last["hub.callback"], data=body, headers=signed) as answer:
            return answer.status


@asynccontextmanager
async def hub() -> AsyncIterator[Hub]:
    """A hub on a free port of the loopback address."""
    async with serving() as server, aiohttp.ClientSession() as session:
        one = Hub(server, session)
        server.answers["/hub"] = one.take
        yield one
