"""Polls against a real server and a real file: what is new, seen, tried again, lost; and what harms nobody."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver

from schemas.article import Article
from schemas.feed import Feed, FeedState
from services.database import Database, open_database
from services.fetcher.app import TABLES, Fetcher, fetcher
from services.fetcher.handler import Report
from services.fetcher.settings import FetcherSettings
from services.fetcher.state import FeedBook
from services.telemetry import Metrics
from tests.fetcher.server import Server, rss, serving

START = datetime(2026, 3, 10, 12, tzinfo=UTC)


class World:
    """A fetcher with a clock of its own over a server and a file, and all that came out of it."""

    def __init__(self, server: Server, database: Database, **settings: object) -> None:
        self.server, self.database, self.now = server, database, START
        options = {"allow_private_addresses": True, "host_delay": 0, "request_time": 5} | settings
        self.settings = FetcherSettings(**options)  # type: ignore[arg-type]
        self.book, self.metrics = FeedBook(database), Metrics()
        self.articles: list[Article] = []
        self.reports: list[Report] = []
        self.report: Callable[[Report], None] = self.reports.append
        self.settle: Callable[[Article], Awaitable[None]] = self._at_once
        self.room: Callable[[], Awaitable[None]] = self._plenty
        self.held = 0
        self.refuse: Exception | None = None
        self.fetcher: Fetcher

    async def _at_once(self, _: Article) -> None:
        return

    async def _plenty(self) -> None:
        return

    async def publish(self, article: Article) -> Awaitable[None]:
        if self.refuse:
            raise self.refuse
        await self.room()
        self.articles.append(article)
        return self.settle(article)

    async def poll(self, *feeds: str, after: timedelta = timedelta(days=8)) -> Report:
        """Poll once, so long after the last time; the last report."""
        await self.book.add([Feed(url=url) for url in feeds])
        self.now += after
        await self.fetcher.once()
        return self.reports[-1] if self.reports else Report(Feed(url="none"), "none", 0, self.now)

    def feed(self, *names: str, path: str = "/feed", etag: str = "") -> str:
        """Serve a feed of pages that are there."""
        for name in names:
            if f"/{name}" not in self.server.answers:
                self.server.says(f"/{name}", f"<p>{name}")
        self.server.says(
            path, rss(*((name, f"/{name}", "") for name in names)), Content_Type="application/rss+xml", ETag=etag
        )
        return self.server.url(path)

    def pages(self, outcome: str) -> float:
        return self.metrics.counted("pages_total", outcome=outcome)

    @property
    def published(self) -> list[str]:
        return [article.url.rpartition("/")[2] for article in self.articles if article.url]


@asynccontextmanager
async def living(
    server: Server, database: Database, resolver: AbstractResolver | None = None, **settings: object
) -> AsyncIterator[World]:
    world = World(server, database, **settings)

    async def publish(feed: Feed, entry: str, article: Article) -> Awaitable[None]:
        return await world.publish(article)

    def report(one: Report) -> None:
        world.report(one)

    async with fetcher(world.settings, world.book, publish, world.metrics, lambda: world.now, report, resolver) as one:
        world.fetcher = one
        yield world


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as one:
        yield one


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "p.sqlite", TABLES) as one:
        yield one


@pytest.fixture
async def world(server: Server, database: Database) -> AsyncIterator[World]:
    async with living(server, database) as one:
        yield one


async def test_the_state_is_saved_when_the_articles_are_stored_and_not_before(world: World) -> None:
    url = world.feed("a", "b", etag='"1"')
    happened: list[str] = []

    async def settle(_: Article) -> None:
        # Time enough for a poll that would not wait.
        saved = [await world.book.state(url) for _ in range(50)]
        assert saved == [None] * 50
        happened.append("stored")

    world.settle = settle
    world.report = lambda report: happened.append(report.outcome)
    await world.poll(url)
    state = (await world.book.states())[url]
    assert (happened, set(state.seen), state.etag) == (["stored", "stored", "new"], {"a", "b"}, '"1"')


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_page_that_fails_for_now_is_tried_so_often_and_then_lost(world: World, status: int) -> None:
    url = world.feed("a", "busy", etag='"1"')
    world.server.says("/busy", "", status)
    for _ in range(5):
        await world.poll(url, after=timedelta(days=2))
    assert (world.server.count("/busy"), world.server.count("/a")) == (3, 1)
    assert world.published == ["a"]
    asked = [request.headers.get("If-None-Match") for request in world.server.requests if request.path == "/feed"]
    assert asked == [None, None, None, '"1"', '"1"']


async def test_a_page_cut_short_is_tried_again(world: World) -> None:
    url = world.feed("a")
    page = world.server.answers["/a"]

    async def cut(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html", "Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"<p>")
        assert request.transport is not None
        request.transport.close()
        return response

    world.server.answers["/a"] = cut
    assert (await world.poll(url)).new == 0
    world.server.answers["/a"] = page
    assert (await world.poll(url)).new == 1


@pytest.mark.parametrize("status", [401, 402, 403, 404, 410])
async def test_a_page_that_cannot_be_had_is_lost_at_once(world: World, status: int) -> None:
    url = world.feed("wall", "a")
    world.server.says("/wall", "", status)
    assert (await world.poll(url)).new == 1
    assert (await world.poll(url)).outcome == "unchanged"
    assert world.server.count("/wall") == 1


async def test_a_host_that_asks_for_less_gets_no_more_in_this_poll(server: Server, database: Database) -> None:
    async with living(server, database, pages_at_once=1) as world:
        names = [f"p{number}" for number in range(10)]
        url = world.feed(*names)
        for name in names:
            server.says(f"/{name}", "", 429)
        await world.poll(url)
        assert sum(server.count(f"/{name}") for name in names) == 1
        assert (world.pages("too-many-requests"), world.pages("put-off")) == (1, 9)
        for name in names:
            server.says(f"/{name}", f"<p>{name}")
        assert (await world.poll(url)).new == 10


@pytest.mark.parametrize("status", [429, 503])
async def test_a_site_that_asks_to_wait_is_left_alone_so_long(world: World, status: int) -> None:
    """Polls go on meanwhile: its pages are neither fetched nor counted as tried."""
    url = world.feed("busy")
    world.server.says("/busy", "", status, Retry_After="3600")
    for _ in range(world.settings.page_tries + 1):
        await world.poll(url)
    assert world.server.count("/busy") == 1
    assert world.pages("put-off") == world.settings.page_tries


async def test_no_more_pages_than_allowed_are_held(server: Server, database: Database) -> None:
    """A bus that is full holds the pages back; they must not pile up here."""
    async with living(server, database, pages_at_once=3, per_host=50) as world:
        names = [f"p{number}" for number in range(30)]
        url = world.feed(*names)
        room, waiting = asyncio.Event(), asyncio.Event()

        async def full() -> None:
            world.held += 1
            if world.held == 3:
                waiting.set()
            await room.wait()

        world.room = full
        poll = asyncio.create_task(world.poll(url))
        await asyncio.wait_for(waiting.wait(), 10)
        assert sum(server.count(f"/{name}") for name in names) == 3
        room.set()
        assert (await poll).new == 30


async def test_two_feeds_with_the_same_articles_in_another_order(server: Server, database: Database) -> None:
    """Each poll waits for pages of the other; neither may hold what the other waits for."""
    async with living(server, database, pages_at_once=1) as world:
        names = [f"p{number}" for number in range(8)]
        first, second = world.feed(*names), world.feed(*reversed(names), path="/other")
        await asyncio.wait_for(world.poll(first, second), 20)
        assert sorted(world.published) == names
        assert sum(report.new for report in world.reports) == 8
        assert all(set(state.seen) == set(names) for state in (await world.book.states()).values())


async def test_what_stands_unchanged_for_months_is_not_new_again(world: World) -> None:
    url = world.feed("a", "b", etag='"1"')
    await world.poll(url)
    feed = world.server.answers["/feed"]

    async def unchanged(request: web.Request) -> web.StreamResponse:
        return web.Response(status=304) if "If-None-Match" in request.headers else await feed(request)

    world.server.answers["/feed"] = unchanged
    outcomes = [(await world.poll(url, after=timedelta(days=5))).outcome for _ in range(12)]
    assert set(outcomes) == {"not-modified", "unchanged"}
    assert set((await world.book.states())[url].seen) == {"a", "b"}
    world.feed("a", "b", "c")
    assert (await world.poll(url)).new == 1
    assert world.server.count("/a") == 1


async def test_a_server_that_always_says_not_modified_is_asked_for_the_whole_once_a_week(world: World) -> None:
    """Some do (bizpacreview.com was one): what they publish meanwhile is not lost."""
    url = world.feed("a", etag='"1"')
    await world.poll(url)
    world.feed("a", "b", etag='"1"')
    feed = world.server.answers["/feed"]

    async def stubborn(request: web.Request) -> web.StreamResponse:
        return web.Response(status=304) if "If-None-Match" in request.headers else await feed(request)

    world.server.answers["/feed"] = stubborn
    assert [(await world.poll(url, after=timedelta(days=3))).new for _ in range(3)] == [0, 0, 1]


async def test_not_modified_to_a_question_that_was_not_asked_is_a_failure(world: World) -> None:
    world.server.says("/feed", b"", 304)
    assert (await world.poll(world.server.url("/feed"))).outcome == "refused"


async def test_what_left_the_feed_long_ago_is_forgotten(world: World) -> None:
    await world.poll(url := world.feed("a", "b"))
    world.feed("b", "c")
    await world.poll(url, after=timedelta(days=20))
    world.feed("b", "c", "d")
    await world.poll(url, after=timedelta(days=20))
    state = await world.book.state(url)
    assert state is not None
    assert set(state.seen) == {"b", "c", "d"}


async def test_a_body_that_is_the_same_is_not_read_again(world: World) -> None:
    """Not even where the server keeps no validators."""
    url = world.feed("a")
    assert [(await world.poll(url)).outcome for _ in range(3)] == ["new", "unchanged", "unchanged"]
    world.server.says("/a", "", 500)
    world.feed("a", "b")
    world.server.says("/b", "", 500)
    # A page is still to come: then the feed is read, though it is the same.
    assert [(await world.poll(url)).outcome for _ in range(2)] == ["nothing-new", "nothing-new"]
    world.server.says("/b", "<p>b")
    assert [(await world.poll(url)).outcome for _ in range(2)] == ["new", "unchanged"]


async def test_what_a_feed_asks_holds_while_it_is_not_modified(world: World) -> None:
    url = world.server.url("/feed")
    hints = "<ttl>600</ttl>"
    world.server.says("/feed", rss(extra=hints), Content_Type="application/rss+xml", ETag='"1"')
    await world.poll(url)

    async def unchanged(_: web.Request) -> web.Response:
        return web.Response(status=304)

    world.server.answers["/feed"] = unchanged
    report = await world.poll(url, after=timedelta(days=1))
    assert report.outcome == "not-modified"
    assert report.next_poll_at - world.now >= timedelta(minutes=600)
    state = await world.book.state(url)
    assert state is not None
    assert "ttl" in (state.why or "")


@pytest.mark.parametrize("status", [301, 308])
async def test_a_permanent_redirect_is_believed_when_it_is_repeated(world: World, status: int) -> None:
    url = world.server.url("/old")
    new = world.feed("a", path="/new")
    world.server.says("/old", "", status, Location="/new")
    asked = []
    for _ in range(5):
        await world.poll(url, after=timedelta(days=1))
        asked.append(world.server.count("/old"))
    assert asked == [1, 2, 3, 3, 3]
    state = await world.book.state(url)
    assert state is not None
    assert state.address == new
    assert world.server.count("/a") == 1


async def test_a_temporary_redirect_moves_nothing_nor_one_behind_it(world: World) -> None:
    url = world.server.url("/old")
    world.feed("a", path="/new")
    world.server.says("/old", "", 302, Location="/there")
    world.server.says("/there", "", 301, Location="/new")
    for _ in range(5):
        await world.poll(url, after=timedelta(days=1))
    assert world.server.count("/old") == 5


async def test_many_polls_of_one_afternoon_do_not_move_a_feed(world: World) -> None:
    url = world.server.url("/old")
    world.feed("a", path="/new")
    world.server.says("/old", "", 301, Location="/new")
    for _ in range(5):
        await world.poll(url, after=timedelta(hours=3))
    assert world.server.count("/old") == 5


async def test_a_move_that_was_a_mistake_is_taken_back(world: World) -> None:
    url = world.feed("a", path="/old")
    feed = world.server.answers["/old"]
    world.feed("a", path="/new")
    world.server.says("/old", "", 301, Location="/new")
    for _ in range(4):
        await world.poll(url, after=timedelta(days=1))
    del world.server.answers["/new"]
    world.server.answers["/old"] = feed
    outcomes = [(await world.poll(url)).outcome for _ in range(4)]
    assert outcomes == ["not-found"] * 3 + ["unchanged"]


async def test_a_feed_that_is_gone_is_left_alone_until_somebody_asks_for_it(world: World) -> None:
    url = world.server.url("/feed")
    world.server.says("/feed", "", 410)
    first = await world.poll(url)
    assert first.next_poll_at - world.now >= timedelta(days=1)
    await world.poll(url)
    for _ in range(3):
        await world.poll(url, after=timedelta(days=100))
    assert world.server.count("/feed") == 2
    world.feed("a")
    await world.book.add([Feed(url=url, added_at=world.now)])
    await world.fetcher.once()
    assert world.published == ["a"]
    assert url in await world.book.due()


async def test_a_410_by_mistake_does_no_harm(world: World) -> None:
    url = world.server.url("/feed")
    world.server.says("/feed", "", 410)
    assert (await world.poll(url)).outcome == "gone"
    world.feed("a")
    assert (await world.poll(url)).new == 1
    world.server.says("/feed", "", 410)
    await world.poll(url)
    world.feed("a", "b")
    assert (await world.poll(url)).new == 1


async def test_a_poll_that_fails_for_a_reason_of_ours_is_put_off_and_harms_no_other(world: World) -> None:
    broken, quiet = world.feed("a"), world.feed(path="/quiet")
    world.refuse = RuntimeError("no")
    await world.poll(broken, quiet)
    assert {report.feed.url: report.outcome for report in world.reports} == {
        broken: "poll-failed", quiet: "nothing-new",
    }  # fmt: skip
    world.refuse = None
    await world.poll()
    assert world.published == ["a"]


async def test_a_failed_poll_is_not_repeated_at_once(world: World) -> None:
    world.refuse = RuntimeError("no")
    await world.poll(world.feed("a"))
    for _ in range(3):
        await world.poll(after=timedelta(0))
    assert world.server.count("/feed") == 1
    world.refuse = None
    await world.poll(after=timedelta(minutes=11))
    assert world.published == ["a"]


@pytest.mark.parametrize(
    "record",
    [
        b'{"schema": "feed-state/9.0", "next_poll_at": 7}',
        b"{broken",
        b"",
        b"\xff\xfe",
        b'{"next_poll_at": "2026-01-01"}',
    ],
)
async def test_a_state_of_another_version_is_no_hindrance(world: World, record: bytes) -> None:
    url = world.feed("a")
    await world.book.add([Feed(url=url)])
    await world.database.run(lambda file: file.execute("INSERT INTO feed_states VALUES (?, ?)", (url, record)).rowcount)
    assert await world.book.states() == {}
    assert (await world.poll()).new == 1
    assert isinstance((await world.book.states())[url], FeedState)


async def test_a_feed_of_another_version_harms_no_other(world: World) -> None:
    await world.database.run(lambda file: file.execute("INSERT INTO feeds VALUES ('x', x'7b7d')").rowcount)
    assert (await world.poll(world.feed("a"))).new == 1


async def test_credentials_stay_here(world: World) -> None:
    address = world.server.address.removeprefix("http://")
    world.feed("a")
    report = await world.poll(f"http://user:hunter2@{address}/feed")
    assert report.new == 1
    assert world.server.requests[0].headers["Authorization"].startswith("Basic ")
    assert "hunter2" not in world.articles[0].model_dump_json()


@pytest.mark.parametrize("name", ["token", "feed_token", "API_KEY", "access-token"])
async def test_a_token_in_an_address_is_sent_and_stays_here(world: World, name: str) -> None:
    world.feed("a")
    report = await world.poll(f"{world.server.address}/feed?lang=fr&{name}=hunter2&page=1")
    assert report.new == 1
    assert world.server.requests[0].query[name] == "hunter2"
    article = world.articles[0]
    assert "hunter2" not in article.model_dump_json()
    assert article.feed is not None
    assert article.feed.endswith(f"/feed?lang=fr&{name}=***&page=1")


async def test_run_polls_what_is_due_and_stops_when_told(world: World) -> None:
    urls = [world.feed(name, path=f"/feeds/{name}") for name in "abcdef"]
    await world.book.add([Feed(url=url) for url in urls])
    stop = asyncio.Event()
    polled: set[str] = set()

    def report(one: Report) -> None:
        polled.add(one.feed.url)
        if len(polled) == len(urls):
            stop.set()

    world.report = report
    await asyncio.wait_for(world.fetcher.run(stop), 20)
    assert polled == set(urls)
    assert sorted(world.published) == list("abcdef")


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("L’été".encode(), "text/html; charset=utf-8", "L’été"),
        ("L’été".encode("cp1252"), "text/html; charset=ISO-8859-1", "L’été"),
        ("L’été".encode(), 'text/html; charset="nonsense"', "L’été"),
        ("\ufeffL’été".encode(), "text/html", "L’été"),
        (b"+2AA- and more", "text/html; charset=utf-7", "+2AA- and more"),
        # As scripts write it whose variable was not set.
        ("L’été".encode(), "text/html; charset=undefined", "L’été"),
        ("\ufeffL’été".encode(), "text/html; charset=iso-8859-1", "L’été"),
        ("\ufeffL’été".encode("utf-16-le"), "text/html", "L’été"),
        (
            "<meta charset=iso-8859-1><p>x y z x y z déçu à l'Élysée".encode("cp1252"),
            "text/html",
            "<meta charset=iso-8859-1><p>x y z x y z déçu à l'Élysée",
        ),
        (
            "<meta charset=utf-16><p>L'été, même à Genève".encode("cp1252"),
            "text/html; charset=windows-1252",
            "<meta charset=utf-16><p>L'été, même à Genève",
        ),
        ("<meta charset='windows-1252'><p>L’été où l’on négocia".encode("cp1252"), "text/html", None),
    ],
)
async def test_pages_in_whatever_charset(world: World, body: bytes, content_type: str, text: str | None) -> None:
    url = world.feed("a")
    world.server.says("/a", body, Content_Type=content_type)
    await world.poll(url)
    expected = text or "<meta charset='windows-1252'><p>L’été où l’on négocia"
    assert world.articles[0].html == expected


async def test_a_clock_that_was_wrong_keeps_no_feed_away(world: World) -> None:
    url = world.feed("a")
    await world.poll(url, after=timedelta(days=400))
    assert world.reports[-1].outcome == "new"
    # What is planned by a wrong clock lies a year ahead once it is right.
    world.feed("a", "b")
    await world.poll(after=timedelta(days=-400))
    assert world.published == ["a", "b"]


async def test_the_longest_wait_of_the_settings_is_waited(server: Server, database: Database) -> None:
    year = timedelta(days=365)
    async with living(server, database, default_interval=year, longest_interval=year) as world:
        url = world.feed("a")
        await world.poll(url)
        await world.poll(after=timedelta(days=1))
        assert server.count("/feed") == 1
