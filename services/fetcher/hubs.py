"""Hubs that tell of news (WebSub): asking them, hearing them, leaving them. What is decided is in `websub.py`, who may
come in and for how long in `door.py`.

What a hub delivers is not read: it leads to a poll of the feed, with all the care of any other.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from aiohttp import web

from schemas.feed import FeedState, Subscription
from services.fetcher import websub
from services.fetcher.book import Book
from services.fetcher.door import Door
from services.fetcher.http import Client, Failed
from services.fetcher.settings import FetcherSettings
from services.fetcher.websub import Heard, Offer, Terms
from services.telemetry import Metrics, without_credentials

_log = structlog.get_logger()
_LEAVING_EVERY = 10.0
"""Seconds between two looks for feeds that were removed."""

_LEFT_AGAIN = timedelta(hours=1)
_LONGEST_CHALLENGE = 4096
_TEXT = {"X-Content-Type-Options": "nosniff"}


def terms(settings: FetcherSettings) -> Terms | None:
    """How we want to be told; None where nobody can reach us."""
    if settings.websub_address is None:
        return None
    callback = settings.websub_address.rstrip("/") + "/"
    return Terms(callback, settings.websub_lease, settings.websub_fallback)


@dataclass(slots=True)
class Hubs:
    """`soon` is told of a feed that is to be polled, and when."""

    settings: FetcherSettings
    terms: Terms
    client: Client
    book: Book
    metrics: Metrics
    now: Callable[[], datetime]
    soon: Callable[[str, datetime], None] = lambda url, moment: None
    _heard: dict[str, tuple[str, Heard]] = field(default_factory=dict)
    """Address of a feed → the token that was used, and what was heard since its last poll."""
    _leaving: dict[str, datetime] = field(default_factory=dict)

    def heard(self, url: str, state: FeedState | None) -> Heard:
        """What hubs have told of a feed since this was asked last."""
        token, heard = self._heard.pop(url, ("", Heard()))
        known = state.subscription if state else None
        return heard if known is not None and known.token == token else Heard()

    def after(
        self, before: FeedState | None, state: FeedState, offer: Offer | None, heard: Heard, fresh: bool
    ) -> tuple[FeedState, Subscription | None]:
        """The state after a poll, and what to ask the hub for once it is saved."""
        known = websub.agreed(before.subscription if before else None, heard)
        state = websub.after_poll(state, before, known, heard, fresh, self.terms)
        if (wanted := websub.asking(state.subscription, offer, self.terms, state.polled_at)) is None:
            return state, None
        return state.model_copy(update={"subscription": wanted}), wanted

    async def ask(self, url: str, wanted: Subscription) -> None:
        """Ask a hub to tell; whether it will, it says by asking us back."""
        await self._say(url, wanted, "subscribe")

    async def _say(self, url: str, one: Subscription, mode: str) -> bool:
        answer = await self.client.submit(one.hub, websub.request(one, mode, self.terms))
        if isinstance(answer, Failed):
            self._count(f"{mode}-failed")
            _log.info("hub refuses", feed=without_credentials(url), mode=mode, reason=answer.reason)
            return False
        self._count(mode)
        return True

    async def leave(self) -> None:
        """Tell the hubs of feeds that were removed; those that do not answer are asked again, until the lease ends."""
        for one in await self.book.left():
            now = self.now()
            if one.lease_until is None or one.lease_until <= now:
                await self.book.forget_left(one.token)
            elif now - self._leaving.get(one.token, datetime.min.replace(tzinfo=now.tzinfo)) >= _LEFT_AGAIN:
                self._leaving[one.token] = now
                await self._say(one.topic, one, "unsubscribe")

    async def answer(self, asked: web.Request) -> web.Response:
        """A hub that asks whether we mean it (section 5.3), or tells that it will not (5.2)."""
        token, told = _token(asked), asked.query
        mode, topic, challenge = told.get("hub.mode"), told.get("hub.topic"), told.get("hub.challenge", "")
        state = await self.book.subscriber(token)
        known = state.subscription if state else None
        if state is None or known is None or known.topic != topic:
            return await self._farewell(token, mode, topic, challenge)
        if mode == "denied":
            self._note(state, Heard(denied=True))
            return self._said("denied", 200)
        if mode != "subscribe" or not 0 < len(challenge) <= _LONGEST_CHALLENGE:
            return self._said("unknown", 404)
        until = self.now() + websub.lease(told.get("hub.lease_seconds"), self.terms)
        self._note(state, Heard(lease_until=until))
        # Between the last poll and now there may have been news; and the lease is kept with the state of a poll.
        self._poll(state)
        return self._said("confirmed", 200, challenge)

    async def _farewell(self, token: str, mode: str | None, topic: str | None, challenge: str) -> web.Response:
        left = next((one for one in await self.book.left() if one.token == token), None)
        if mode != "unsubscribe" or left is None or left.topic != topic or len(challenge) > _LONGEST_CHALLENGE:
            return self._said("unknown", 404)
        await self.book.forget_left(token)
        self._leaving.pop(token, None)
        return self._said("unsubscribed", 200, challenge)

    async def take(self, delivery: web.Request) -> web.Response:
        """News (section 7): a poll, where it is signed. What is not is answered as if it were, and passed over."""
        state = await self.book.subscriber(_token(delivery))
        known = state.subscription if state else None
        if state is None or known is None:
            return self._said("unknown", 410)
        try:
            async with asyncio.timeout(self.settings.request_time):
                body = await delivery.read()
        except TimeoutError:
            return self._said("timeout", 408)
        except (ConnectionError, web.RequestPayloadError):
            return self._said("broken", 400)
        except web.HTTPRequestEntityTooLarge:
            return self._said("too-large", 413)
        if not websub.is_signed(body, delivery.headers.get("X-Hub-Signature"), known.secret):
            return self._said("bad-signature", 202)
        self._note(state, Heard(news=True))
        self._poll(state)
        return self._said("news", 202)

    def _note(self, state: FeedState, heard: Heard) -> None:
        assert state.subscription is not None
        token, before = self._heard.get(state.url, ("", Heard()))
        if token == state.subscription.token:
            denied = heard.denied or (before.denied and heard.lease_until is None)
            until = None if heard.denied else heard.lease_until or before.lease_until
            heard = Heard(until, denied, before.news or heard.news)
        self._heard[state.url] = (state.subscription.token, heard)

    def _poll(self, state: FeedState) -> None:
        self.soon(state.url, max(self.now(), state.polled_at + self.settings.websub_pause))

    def _said(self, word: str, status: int, text: str = "") -> web.Response:
        self._count(word)
        answer = web.Response(text=text, status=status, headers=_TEXT)
        # A request a connection: so that the end of its time meets none that is under way.
        answer.force_close()
        return answer

    def _count(self, word: str) -> None:
        self.metrics.count("websub_total", outcome=word)

    async def _leave_for_ever(self) -> None:
        while True:
            try:
                await self.leave()
            except Exception as error:  # a file that is locked for a while must not end it
                _log.warning("hubs not left yet", error=type(error).__name__)
            await asyncio.sleep(_LEAVING_EVERY)


def _token(request: web.Request) -> str:
    """The last part of the path: what stands before it, a proxy may have put there or taken away."""
    return request.path.rpartition("/")[2]


@asynccontextmanager
async def listening(hubs: Hubs) -> AsyncIterator[None]:
    """Hear hubs, and leave them, until the context ends. Raises `OSError` where the port is taken."""
    settings = hubs.settings
    application = web.Application(client_max_size=settings.feed_bytes)
    application.add_routes([web.get("/{path:.*}", hubs.answer), web.post("/{path:.*}", hubs.take)])
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    assert runner.server is not None
    # A request's headers and its body each have the time of a request.
    door = Door(runner.server, settings.websub_connections, 2 * settings.request_time, hubs._count)
    leaving: asyncio.Task[None] | None = None
    listener: asyncio.Server | None = None
    try:
        loop = asyncio.get_running_loop()
        listener = await loop.create_server(door, settings.websub_host, settings.websub_port)
        leaving = asyncio.create_task(hubs._leave_for_ever())
        yield
    finally:
        if leaving is not None:
            leaving.cancel()
            await asyncio.gather(leaving, return_exceptions=True)
        if listener is not None:
            # Not waited for: from Python 3.12 that would last as long as somebody holds a connection.
            listener.close()
        await runner.cleanup()
