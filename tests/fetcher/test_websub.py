"""WebSub: a feed whose hub tells of its news is hardly polled, and its news is here at once. With a hub over HTTP."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from schemas.feed import Feed, FeedState, Subscription
from services.database import Database, open_database
from services.fetcher.app import TABLES
from services.fetcher.door import Door
from services.fetcher.entry import ParsedFeed
from services.fetcher.hubs import Hubs, terms
from services.fetcher.settings import FetcherSettings
from services.fetcher.websub import Offer, is_signed, offered
from services.fetcher.wishes import Hints
from tests.fetcher.hub import CHALLENGE, Hub, hub
from tests.fetcher.server import Server, rss, serving
from tests.fetcher.test_manners import client
from tests.fetcher.test_poll import World, living
from tests.kafka.processes import until
from tests.servers.java import free_ports

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as one:
        yield one


@pytest.fixture
async def hubs() -> AsyncIterator[Hub]:
    async with hub() as one:
        yield one


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "p.sqlite", TABLES) as one:
        yield one


def reachable(**settings: object) -> dict[str, Any]:
    (port,) = free_ports(1)
    return {"websub_address": f"http://127.0.0.1:{port}/hooks", "websub_port": port} | settings


@pytest.fixture
async def world(server: Server, database: Database) -> AsyncIterator[World]:
    async with living(server, database, **reachable()) as one:
        yield one


def feed(server: Server, hubs: Hub | None, *names: str) -> str:
    """Serve a feed that names the hub, and its pages."""
    links = f"<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='{hubs.url}'/>" if hubs else ""
    links += f"<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='{server.url('/feed')}'/>"
    for name in names:
        server.says(f"/{name}", f"<p>{name}")
    body = rss(*((name, f"/{name}", "") for name in names), extra=links)
    server.says("/feed", body, Content_Type="application/rss+xml")
    return server.url("/feed")


async def state_of(world: World, url: str) -> FeedState:
    state = await world.book.state(url)
    assert state is not None
    return state


async def subscribed(world: World, hubs: Hub) -> str:
    """A feed whose hub has agreed, and the poll after that."""
    url = feed(world.server, hubs, "a")
    await world.poll(url)
    assert await hubs.verify() == (200, CHALLENGE)
    await world.poll(url, after=MINUTE)
    return url


async def test_a_hub_is_asked_and_asks_back(world: World, hubs: Hub) -> None:
    url = await subscribed(world, hubs)
    (asked,) = hubs.asked
    assert (asked["hub.mode"], asked["hub.topic"], asked["hub.lease_seconds"]) == ("subscribe", url, "864000")
    assert asked["hub.callback"].startswith(f"{world.settings.websub_address}/")
    assert len(asked["hub.callback"].rpartition("/")[2]) >= 40
    assert 40 <= len(asked["hub.secret"]) < 200
    state = await state_of(world, url)
    assert state.subscription is not None
    assert state.subscription.lease_until == world.now - MINUTE + 10 * DAY
    # From now on the feed is polled rarely.
    assert state.next_poll_at == world.now + 6 * HOUR
    assert state.why == "its hub tells of news (WebSub)"
    assert world.metrics.counted("websub_total", outcome="confirmed") == 1


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"topic": "https://example.org/another"}, 404),
        ({"topic": None}, 404),
        ({"challenge": None}, 404),
        ({"challenge": "x" * 5000}, 404),
        ({"mode": "unsubscribe"}, 404),
        ({"mode": None}, 404),
        ({"mode": "denied", "reason": "no"}, 200),
    ],
)
async def test_what_was_not_asked_for_is_not_agreed_to(
    world: World, hubs: Hub, changes: dict[str, str | None], status: int
) -> None:
    url = feed(world.server, hubs, "a")
    await world.poll(url)
    found, text = await hubs.verify(**changes)
    assert (found, text) == (status, "")
    await world.poll(url)
    state = await state_of(world, url)
    assert state.subscription is not None
    assert state.subscription.lease_until is None
    assert state.next_poll_at < world.now + 2 * HOUR


async def test_a_stranger_learns_nothing(world: World, hubs: Hub) -> None:
    await subscribed(world, hubs)
    address = f"{world.settings.websub_address}/guessed"
    query = {"hub.mode": "subscribe", "hub.topic": world.server.url("/feed"), "hub.challenge": "x"}
    async with hubs.session.get(address, params=query) as answer:
        assert (answer.status, await answer.text()) == (404, "")
    async with hubs.session.post(address, data=b"x") as answer:
        assert answer.status == 410


async def test_a_lease_is_renewed_before_it_ends(world: World, hubs: Hub) -> None:
    url = await subscribed(world, hubs)
    for _ in range(8):
        await world.poll(url, after=DAY)
    assert len(hubs.asked) == 1
    await world.poll(url, after=DAY)
    assert len(hubs.asked) == 2
    # The same again is a renewal.
    assert hubs.asked[0] == hubs.asked[1]
    assert (await state_of(world, url)).subscription.lease_until > world.now  # type: ignore[union-attr,operator]
    assert await hubs.verify(lease_seconds="864000") == (200, CHALLENGE)
    await world.poll(url, after=MINUTE)
    assert (await state_of(world, url)).subscription.lease_until == world.now - MINUTE + 10 * DAY  # type: ignore[union-attr]


async def test_a_lease_that_lapses_leaves_the_feed_to_be_polled_as_before(world: World, hubs: Hub) -> None:
    url = await subscribed(world, hubs)
    state = await state_of(world, url)
    assert state.subscription is not None
    end = state.subscription.lease_until
    assert end is not None
    hubs.status = 500
    await world.poll(url, after=end - world.now - 5 * HOUR)
    # Not later than the lease ends.
    assert (await state_of(world, url)).next_poll_at == end
    await world.poll(url, after=DAY)
    state = await state_of(world, url)
    assert state.next_poll_at < world.now + 2 * HOUR
    assert state.why != "its hub tells of news (WebSub)"
    # It is asked again, and as seldom as hubs that refuse are.
    asked = len(hubs.asked)
    for _ in range(48):
        await world.poll(url, after=HOUR)
    assert 1 < len(hubs.asked) - asked < 8
    assert world.metrics.counted("websub_total", outcome="subscribe-failed") == len(hubs.asked) - 1


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
async def test_news_that_is_signed_leads_to_a_poll(world: World, hubs: Hub, method: str) -> None:
    url = await subscribed(world, hubs)
    feed(world.server, hubs, "a", "b")
    assert await hubs.tell(method=method) == 202
    await world.poll(url, after=MINUTE)
    assert world.published == ["a", "b"]


@pytest.mark.parametrize(("method", "secret"), [("sha256", "guessed"), ("md5", None), ("", None)])
async def test_news_that_is_not_signed_is_passed_over(world: World, hubs: Hub, method: str, secret: str | None) -> None:
    url = await subscribed(world, hubs)
    feed(world.server, hubs, "a", "b")
    polled = world.server.count("/feed")
    assert await hubs.tell(method=method, secret=secret) == 202
    await world.poll(url, after=MINUTE)
    assert (world.server.count("/feed"), world.published) == (polled, ["a"])
    assert world.metrics.counted("websub_total", outcome="bad-signature") == 1


async def test_an_article_is_here_as_soon_as_its_hub_tells(server: Server, database: Database, hubs: Hub) -> None:
    url = feed(server, hubs, "a")
    arrived, stop = asyncio.Event(), asyncio.Event()
    async with living(server, database, **reachable(websub_pause=timedelta(0))) as world:
        await world.book.add([Feed(url=url)])

        async def asked() -> bool:
            return bool(hubs.asked)

        async def agreed() -> bool:
            return (await state_of(world, url)).why == "its hub tells of news (WebSub)"

        running = asyncio.create_task(world.fetcher.run(stop))
        async with asyncio.timeout(20):
            await until(asked)
            assert await hubs.verify() == (200, CHALLENGE)
            await until(agreed)
            feed(server, hubs, "a", "b")

            async def settle(_: object) -> None:
                arrived.set()

            world.settle = settle
            assert await hubs.tell() == 202
            # The clock of this world stands still: nothing else makes the feed due.
            await arrived.wait()
        assert world.published == ["a", "b"]
        stop.set()
        await running


async def test_a_hub_that_tells_without_end_makes_a_poll_a_minute(world: World, hubs: Hub) -> None:
    url = await subscribed(world, hubs)
    polled = world.server.count("/feed")
    for _ in range(30):
        await hubs.tell()
        await world.poll(url, after=timedelta(seconds=10))
    assert world.server.count("/feed") - polled == 5


async def test_deliveries_are_bounded_in_bytes_and_time(server: Server, database: Database, hubs: Hub) -> None:
    async with living(server, database, **reachable(feed_bytes=10_000, request_time=1)) as world:
        await subscribed(world, hubs)
        assert await hubs.tell(b"x" * 9_000) == 202
        assert await hubs.tell(b"x" * 20_000) == 413

        async def drip() -> AsyncIterator[bytes]:
            for _ in range(100):
                yield b"x"
                await asyncio.sleep(0.05)

        async with hubs.session.post(hubs.asked[-1]["hub.callback"], data=drip()) as answer:
            assert answer.status == 408
        assert [world.metrics.counted("websub_total", outcome=word) for word in ("news", "too-large", "timeout")] == [
            1, 1, 1,
        ]  # fmt: skip


BEGINNINGS = (
    ("", ""),
    ("GET {path} HTTP/1.1\r\nHost: x\r\nX: ", "y"),
    ("GET {path} HTTP/1.1\r\nHost: x\r\n", "X: y\r\n"),
    ("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n", "y"),
    ("POST {path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\ny\r\n"),
    ("POST /unknown HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n", "y"),
    ("PUT {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n", "y"),
)
"""What somebody says who means to hold a connection, and what again and again."""


async def test_who_holds_connections_holds_them_for_a_while_and_keeps_nobody_out(
    server: Server, database: Database, hubs: Hub
) -> None:
    async with living(server, database, **reachable(request_time=2, websub_connections=21)) as world:
        await subscribed(world, hubs)
        path, clock = hubs.asked[-1]["hub.callback"].partition("/hooks")[2], asyncio.get_running_loop().time
        words = ("timeout", "crowded-out", "news")
        before = {word: world.metrics.counted("websub_total", outcome=word) for word in words}

        async def hold(begin: str, again: str, held: asyncio.Event) -> float:
            """How long one could hold on."""
            began = clock()
            reader, writer = await asyncio.open_connection("127.0.0.1", world.settings.websub_port)
            with contextlib.suppress(ConnectionError):
                writer.write(begin.format(path=path).encode())
                held.set()
                while not reader.at_eof():
                    writer.write(again.encode())
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(reader.read(1000), 0.1)
            writer.close()
            return clock() - began

        holding = []
        for number in range(70):
            held = asyncio.Event()
            holding.append(asyncio.create_task(hold(*BEGINNINGS[number % len(BEGINNINGS)], held)))
            await held.wait()
        # All who knock are let in, and news passes between them.
        began = clock()
        assert await hubs.tell() == 202
        assert clock() - began < 2
        async with asyncio.timeout(30):
            times = await asyncio.gather(*holding)
        told = {word: world.metrics.counted("websub_total", outcome=word) - before[word] for word in words}
        assert told["crowded-out"] == 70 - 21 + 1
        # The rest ended by the time for headers or bodies, and each was counted.
        assert told["timeout"] >= 15
        assert told["news"] == 1
        # Headers and a body: twice the time of a request. Then, nothing is left of them.
        assert max(times) < 2 * 2 + 2
        assert await hubs.tell() == 202
        _, still = await asyncio.open_connection("127.0.0.1", world.settings.websub_port)
        began = clock()
    # Nor does one hold up the end.
    assert clock() - began < 3
    still.close()


async def test_who_reads_no_answer_is_not_waited_for() -> None:
    ended, told = asyncio.Event(), list[str]()

    class Says(asyncio.Protocol):
        """Says more than anybody reads."""

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            assert isinstance(transport, asyncio.Transport)
            transport.write(b"x" * 50_000_000)
            transport.close()

        def connection_lost(self, exc: Exception | None) -> None:
            ended.set()

    loop = asyncio.get_running_loop()
    async with await loop.create_server(Door(Says, 10, 0.2, told.append), "127.0.0.1", 0) as listening:
        _, writer = await asyncio.open_connection(*listening.sockets[0].getsockname())
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        async with asyncio.timeout(10):
            await ended.wait()
        assert told == ["timeout"]
        writer.close()


async def test_a_hub_that_goes_away_in_a_delivery_is_no_trouble(
    world: World, hubs: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    url = await subscribed(world, hubs)
    path = hubs.asked[-1]["hub.callback"].partition("/hooks")[2]
    for body in (b"Content-Length: 100\r\n\r\n<rss", b"Transfer-Encoding: chunked\r\n\r\n5\r\n<rss"):
        _, writer = await asyncio.open_connection("127.0.0.1", world.settings.websub_port)
        writer.write(f"POST {path} HTTP/1.1\r\nHost: x\r\n".encode() + body)
        await writer.drain()
        writer.close()

    async def counted() -> bool:
        return world.metrics.counted("websub_total", outcome="broken") == 2

    async with asyncio.timeout(20):
        await until(counted)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
    await world.poll(url, after=HOUR)
    assert (await state_of(world, url)).why == "its hub tells of news (WebSub)"


async def test_a_hub_that_keeps_news_to_itself_is_not_relied_on(world: World, hubs: Hub) -> None:
    url = await subscribed(world, hubs)
    feed(world.server, hubs, "a", "b")
    await world.poll(url, after=7 * HOUR)
    assert (await state_of(world, url)).next_poll_at < world.now + 3 * HOUR
    feed(world.server, hubs, "a", "b", "c")
    await hubs.tell()
    await world.poll(url, after=MINUTE)
    assert (await state_of(world, url)).next_poll_at == world.now + 6 * HOUR


async def test_a_feed_that_does_not_show_yet_what_its_hub_told_is_looked_at_again(world: World, hubs: Hub) -> None:
    url = await subscribed(world, hubs)
    await hubs.tell()
    await world.poll(url, after=MINUTE)
    assert (await state_of(world, url)).next_poll_at < world.now + 3 * HOUR


async def test_the_hub_of_a_feed_that_is_removed_is_left(world: World, hubs: Hub) -> None:
    url = await subscribed(world, hubs)
    callback = hubs.asked[-1]["hub.callback"]
    assert await world.book.remove(url)
    one = world.fetcher.poller.hubs
    assert one is not None
    await one.leave()
    await one.leave()
    assert [asked["hub.mode"] for asked in hubs.asked] == ["subscribe", "unsubscribe"]
    assert hubs.asked[-1]["hub.callback"] == callback
    assert (await hubs.verify(topic="https://example.org/another"))[0] == 404
    assert await hubs.verify() == (200, CHALLENGE)
    assert await world.book.left() == []
    # From now on it is nobody's address.
    assert await hubs.tell(secret="x") == 410


async def test_a_hub_that_moves_is_asked_anew(world: World, hubs: Hub) -> None:
    url = await subscribed(world, hubs)
    async with hub() as other:
        feed(world.server, other, "a", "b")
        await world.poll(url, after=DAY)
        assert other.asked[0]["hub.topic"] == url
        assert other.asked[0]["hub.callback"] != hubs.asked[0]["hub.callback"]
        assert other.asked[0]["hub.secret"] != hubs.asked[0]["hub.secret"]


async def test_a_hub_at_a_private_address_is_not_spoken_to(hubs: Hub) -> None:
    async with client() as one:
        answer = await one.submit(hubs.url, {"hub.mode": "subscribe"})
        assert getattr(answer, "reason", "") == "forbidden-address"
        answer = await one.submit("file:///etc/passwd", {})
        assert getattr(answer, "reason", "") == "forbidden-address"
    assert hubs.asked == []


async def test_without_an_address_of_ours_no_hub_is_asked(server: Server, database: Database, hubs: Hub) -> None:
    async with living(server, database) as world:
        await world.poll(feed(server, hubs, "a"))
    assert hubs.asked == []


async def test_a_secret_is_told_to_nobody_else(world: World, hubs: Hub) -> None:
    hubs.status = 500
    url = feed(world.server, hubs, "a")
    with capture_logs() as logs:
        await world.poll(url)
    state = await state_of(world, url)
    known = state.subscription
    assert known is not None
    assert "hub refuses" in [line["event"] for line in logs]
    for secret in (known.secret, known.token):
        assert secret not in repr(logs) + repr(state)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('<https://hub.example/>; rel="hub", <https://e.org/f>; rel="self"', ("https://hub.example/", "https://e.org/f")),
        ("<https://hub.example/>; title=x; rel=hub", ("https://hub.example/", "https://e.org/feed")),
        ('</both>; rel="self hub"', ("https://e.org/both", "https://e.org/both")),
        ('<https://a.example/>; rel="HUB", <https://b.example/>; rel=hub', ("https://a.example/", "https://e.org/feed")),
        ("<ftp://hub.example/>; rel=hub", None),
        ("<http://[::bad>; rel=hub", None),
        ("<" * 10_000, None),
        ("<x>;rel=" + "<,;" * 5_000, None),
        ("", None),
    ],
)  # fmt: skip
def test_a_link_header_names_the_hub(header: str, expected: tuple[str, str] | None) -> None:
    assert offered(header, None, "https://e.org/feed") == (Offer(*expected) if expected else None)


def test_the_header_counts_before_the_feed() -> None:
    parsed = ParsedFeed(None, None, Hints(), (), hub="https://feed.example/", topic="https://e.org/topic")
    assert offered("<https://header.example/>; rel=hub", parsed, "https://e.org/feed") == Offer(
        "https://header.example/", "https://e.org/topic"
    )


def test_signatures_that_are_none() -> None:
    for signature in (None, "", "sha256", "sha256=", "=", "md5=x", "sha256=é", "sha1=" + "0" * 40):
        assert not is_signed(b"body", signature, "secret")


async def test_another_address_of_ours_is_another_subscription(world: World, hubs: Hub) -> None:
    # As when a feed has moved to another replica.
    url = await subscribed(world, hubs)
    state = await state_of(world, url)
    settings = FetcherSettings(websub_address="https://hooks.example.org/fetcher-1")
    wanted = terms(settings)
    assert wanted is not None
    async with client() as one:
        there = Hubs(settings, wanted, one, world.book, world.metrics, lambda: world.now)
        later = state.model_copy(update={"polled_at": world.now + 2 * HOUR})
        _, asked = there.after(state, later, None, there.heard(url, state), False)
    assert isinstance(asked, Subscription)
    assert (asked.callback, asked.hub) == ("https://hooks.example.org/fetcher-1/", hubs.url)
    assert state.subscription is not None
    assert asked.token != state.subscription.token


async def test_what_hubs_say_is_not_held_against_other_feeds(world: World, hubs: Hub) -> None:
    await subscribed(world, hubs)
    answers = []
    for query in ("?hub.mode=subscribe", "?" + "&".join(f"x{number}=y" for number in range(500)), "?%ff%fe"):
        async with hubs.session.get(f"{world.settings.websub_address}/{query}") as answer:
            answers.append(answer.status)
    assert answers == [404, 404, 404]
    with pytest.raises(aiohttp.ClientError):
        async with hubs.session.get(f"{world.settings.websub_address}/x", headers={"X": "y" * 20_000}) as answer:
            answer.raise_for_status()
    assert datetime.now(UTC).year >= 2026
