"""Feeds in, events out, searchable: the whole pipeline against a real local server and a real file."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from schemas.article import Article
from schemas.codec import encode
from schemas.feed import Feed
from schemas.negotiation import NegotiationEvent
from services.database import open_database
from services.dead_letters import DeadLetters, Filter
from services.extractor.settings import ExtractorSettings
from services.fetcher.handler import Report
from services.fetcher.settings import FetcherSettings
from services.indexer.query import Query
from services.indexer.settings import IndexerSettings
from services.indexer.sqlite_store import SqliteStore
from services.outcome import Rejected
from services.pipeline import TABLES, Observers, Pipeline, Settings, pipeline
from services.stage import dead_letter
from services.transport import Message
from tests.events import MOMENT
from tests.fetcher.server import Server, rss, serving

DAY = "Tue, 10 Mar 2026 08:00:00 GMT"
STORY = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>The foreign ministers of Norway and Peru met in Geneva on {day} for talks on fishing rights.</p>
<p>Norway rejected the proposal on quotas. Peru demanded that Norway release its trawlers, which have been held in
Tromso since the beginning of the year, and called on Oslo to return to the table before the season begins.</p>
</article></body></html>"""


class Run:
    """One run of the pipeline over what is due, and what its observers were told."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reports: dict[str, Report] = {}
        self.events: list[NegotiationEvent] = []
        self.stored_one = asyncio.Event()

    async def once(self, feeds: list[str] | None = None, **settings: object) -> "Run":
        observers = Observers(self._report, self._event)
        async with pipeline(self.path, self._settings(settings), observers) as running:
            await self._due(running, feeds or [])
            await running.once()
            self.metrics = running.metrics
        return self

    async def _due(self, running: Pipeline, feeds: list[str]) -> None:
        """Make all feeds due, as time would."""
        await running.book.add([Feed(url=url) for url in feeds])
        for state in (await running.book.states()).values():
            await running.book.save(state.model_copy(update={"next_poll_at": MOMENT}))

    def _settings(self, fetcher: dict[str, object]) -> Settings:
        options = {"allow_private_addresses": True, "host_delay": 0, "request_time": 5, "oldest": None} | fetcher
        return Settings(FetcherSettings(**options), ExtractorSettings(workers=1), IndexerSettings())  # type: ignore[arg-type]

    def _report(self, report: Report) -> None:
        self.reports[report.feed.url.rpartition("/")[2]] = report

    def _event(self, event: NegotiationEvent) -> None:
        self.events.append(event)
        self.stored_one.set()

    def outcome(self, feed: str) -> str:
        return self.reports[feed].outcome


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as one:
        yield one


def publish(server: Server, *names: str, feed: str = "/feed") -> str:
    for number, name in enumerate(names):
        server.says(
            f"/{name}", STORY.format(title=f"Norway and Peru talk about fish ({name})", day=f"{number + 2} March")
        )
    server.says(feed, rss(*((name, f"/{name}", DAY) for name in names)), Content_Type="application/rss+xml", ETag='"1"')
    return server.url(feed)


async def stored(path: Path) -> list[NegotiationEvent]:
    with open_database(path, TABLES) as database:
        return list((await SqliteStore(database).search(Query(limit=1000))).events)


async def test_an_article_becomes_searchable_events(server: Server, tmp_path: Path) -> None:
    run = await Run(tmp_path / "p.sqlite").once([publish(server, "fish")])
    assert run.outcome("feed") == "new"
    events = await stored(run.path)
    assert {event.id for event in events} == {event.id for event in run.events}
    talks = next(event for event in events if (event.act, event.status) == ("talks", "occurred"))
    assert {party.id for party in talks.parties} == {"country:NOR", "country:PER"}
    assert talks.place is not None
    assert talks.place.name == "Geneva"
    assert talks.time is not None
    assert talks.time.start.isoformat() == "2026-03-02"
    assert {"talks", "reject", "demand"} <= {event.act for event in events}


async def test_what_an_edited_article_no_longer_tells_is_not_found_any_more(server: Server, tmp_path: Path) -> None:
    def says(title: str, story: str) -> None:
        server.says("/fish", story.format(title="Norway and Peru talk about fish", day="2 March"))
        feed = rss(("fish", "/fish", DAY)).replace("<title>T</title>", f"<title>{title}</title>")
        server.says("/feed", feed, Content_Type="application/rss+xml")

    path = tmp_path / "p.sqlite"
    says("Talks", STORY)
    await Run(path).once([server.url("/feed")])
    before = await stored(path)
    assert "reject" in {event.act for event in before}
    says("Talks (corrected)", STORY.replace("Norway rejected the proposal on quotas.", ""))
    run = await Run(path).once()
    assert run.outcome("feed") == "revised"
    after = await stored(path)
    assert "reject" not in {event.act for event in after}
    assert {event.revision for event in after} == {2}
    assert {event.act for event in after} == {event.act for event in before} - {"reject"}


async def test_a_second_run_goes_on_where_the_first_was(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    url = publish(server, "one", "two")
    await Run(path).once([url])
    again = await Run(path).once()
    assert (again.outcome("feed"), again.events) == ("unchanged", [])
    assert server.count("/one") == 1
    publish(server, "one", "two", "three")
    third = await Run(path).once()
    assert (third.reports["feed"].new, server.count("/one"), server.count("/three")) == (1, 1, 1)


async def test_an_unchanged_feed_costs_no_body(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    await Run(path).once([publish(server, "one")])

    async def unchanged(request: web.Request) -> web.Response:
        assert request.headers["If-None-Match"] == '"1"'
        return web.Response(status=304)

    server.answers["/feed"] = unchanged
    assert (await Run(path).once()).outcome("feed") == "not-modified"


async def test_bad_feeds_are_told_and_harm_no_other(server: Server, tmp_path: Path) -> None:
    server.says("/html", "<html><body>Welcome</body></html>")
    server.says("/empty", "", Content_Type="application/rss+xml")
    server.says("/large", rss(extra=" " * 300_000), Content_Type="application/rss+xml")
    server.says("/gone", "", 410)
    feeds = [server.url(path) for path in ("/html", "/empty", "/large", "/gone")]
    run = await Run(tmp_path / "p.sqlite").once([*feeds, publish(server, "fish")], feed_bytes=200_000)
    assert {name: run.outcome(name) for name in ("html", "empty", "large", "gone", "feed")} == {
        "html": "html", "empty": "empty", "large": "too-large", "gone": "gone", "feed": "new",
    }  # fmt: skip
    assert run.metrics.counted("polls_total") == 5
    assert run.events


async def test_bad_pages_are_counted_and_harm_no_other(server: Server, tmp_path: Path) -> None:
    url = publish(server, "pdf", "login", "loop", "missing", "fish")
    server.says("/pdf", b"%PDF-1.4", Content_Type="application/pdf")
    server.says(
        "/login", "<html><body><form><input type='password' name='p'></form>Please sign in to read.</body></html>"
    )
    server.says("/loop", "", 302, Location="/loop")
    server.says("/missing", "", 404)
    run = await Run(tmp_path / "p.sqlite").once([url])
    # The page with a form is read all the same, and found to be no article.
    assert run.reports["feed"].new == 2
    counted = {
        reason: run.metrics.counted("pages_total", outcome=reason)
        for reason in ("wrong-type", "redirect-loop", "not-found", "login-form", "fetched")
    }
    assert counted == {"wrong-type": 1, "redirect-loop": 1, "not-found": 1, "login-form": 1, "fetched": 1}
    assert run.metrics.counted("records_total", stage="extractor") == 2
    again = await Run(run.path).once()
    assert again.outcome("feed") == "unchanged"


async def test_a_page_that_fails_for_now_is_fetched_later(server: Server, tmp_path: Path) -> None:
    url = publish(server, "fish", "slow")
    server.says("/slow", "busy", 503)
    path = tmp_path / "p.sqlite"
    await Run(path).once([url])
    publish(server, "fish", "slow")
    again = await Run(path).once()
    assert server.count("/slow") == 2
    assert server.count("/fish") == 1
    assert {event.article.url for event in again.events} == {server.url("/slow")}


async def test_an_article_of_two_feeds_is_fetched_once(server: Server, tmp_path: Path) -> None:
    first, second = publish(server, "fish"), publish(server, "fish", feed="/other")
    run = await Run(tmp_path / "p.sqlite").once([first, second])
    assert server.count("/fish") == 1
    assert len({event.id for event in run.events}) == len(run.events)


def forget(connection: sqlite3.Connection) -> None:
    for table in ("events", "event_text", "event_words"):
        connection.execute(f"DELETE FROM {table}")


async def test_a_dead_letter_is_replayed_by_the_next_run(server: Server, tmp_path: Path) -> None:
    run = await Run(tmp_path / "p.sqlite").once([publish(server, "fish")])
    article = next(event.article for event in run.events)
    with open_database(run.path, TABLES) as database:
        await database.run(forget)
        letters = DeadLetters(database)
        text = "Norway and Peru met in Geneva on Monday. Norway rejected the proposal."
        lost = Article(id=article.id, produced_at=MOMENT, published_at=MOMENT, language="en", text=text)
        message = Message("articles.v1", 0, article.id, encode(lost))
        await letters([dead_letter("extractor", message, Rejected("worker-died", "gone"), MOMENT)])
        (letter,) = await letters.find()
        assert await letters.replay(Filter(ids=(letter.id,))) == 1
    again = await Run(run.path).once()
    assert {event.act for event in again.events} >= {"talks", "reject"}
    with open_database(run.path, TABLES) as database:
        assert await DeadLetters(database).find() == []


async def test_stopping_in_the_middle_loses_nothing(server: Server, tmp_path: Path) -> None:
    names = [f"story-{number}" for number in range(12)]
    url = publish(server, *names)
    path, hold = tmp_path / "p.sqlite", asyncio.Event()
    page = server.answers["/story-11"]

    async def held(request: web.Request) -> web.StreamResponse:
        await hold.wait()
        return await page(request)

    server.answers["/story-11"] = held
    first = Run(path)
    task = asyncio.create_task(first.once([url]))
    await asyncio.wait_for(first.stored_one.wait(), 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    hold.set()
    second = await Run(path).once()
    assert second.reports["feed"].new == 12
    addresses = {event.article.url for event in await stored(path)}
    assert {re.sub(".*/", "", url or "") for url in addresses} == set(names)
