"""What people are told of feeds: verdicts, what is known of each, one feed explained; freshness and its alarms."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from schemas.feed import Failure, Feed, FeedRhythm, FeedState
from services.database import Database, open_database
from services.fetcher.app import TABLES
from services.fetcher.check import explain
from services.fetcher.settings import FetcherSettings
from services.fetcher.status import status
from tests.commands.stored import pourparler
from tests.fetcher.server import Server, rss, serving
from tests.fetcher.test_manners import client
from tests.fetcher.test_poll import World, living

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
URL = "https://user:hunter2@e.org/feed"
DAY = timedelta(days=1)


def state(**fields: Any) -> FeedState:
    usual = {
        "interval_seconds": 3600,
        "polled_at": NOW,
        "next_poll_at": NOW + DAY,
        "succeeded_at": NOW,
        "changed_at": NOW,
    }
    return FeedState(url=URL, **(usual | fields))


def failure(reason: str, kind: Any = "hard") -> Failure:
    return Failure(kind=kind, reason=reason, since=NOW - 3 * DAY, count=7)


RARE = FeedRhythm(rates=(1 / 480,) * 24, watched_hours=72)
"""An article in twenty days."""


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        (None, "new"),
        (state(), "healthy"),
        (state(changed_at=NOW - 13 * DAY), "healthy"),
        (state(changed_at=NOW - 15 * DAY), "quiet"),
        (state(changed_at=NOW - 60 * DAY, rhythm=RARE), "healthy"),
        (state(changed_at=None, succeeded_at=NOW - 40 * DAY), "quiet"),
        (state(failure=failure("not-found")), "failing"),
        (state(failure=failure("timeout", "temporary")), "failing"),
        (state(failure=failure("refused", "soft")), "blocked"),
        (state(failure=failure("challenge", "soft")), "blocked"),
        (state(address="https://e.org/new"), "moved"),
        (state(failure=failure("gone"), gone_at=NOW), "gone"),
    ],
)
def test_the_verdict(known: FeedState | None, verdict: str) -> None:
    told = status(Feed(url=URL), known, NOW)
    assert told.verdict == verdict
    assert "hunter2" not in repr(told)
    if known is not None and known.failure is not None and known.gone_at is None:
        assert "since 2026-03-07" in told.told
        assert (told.failures, told.reason) == (7, known.failure.reason)


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


async def test_how_feeds_are_is_listed_the_worst_first(world: World, tmp_path: Path) -> None:
    good, bad = world.feed("a"), world.server.url("/missing")
    await world.poll(good, bad)
    await world.book.add([Feed(url="https://e.org/later", title="Later\x1b[31m")])
    listed = await asyncio.to_thread(pourparler, tmp_path / "p.sqlite", "feeds", "status")
    verdicts = re.findall(r"^(failing|healthy|new|quiet) ", listed.output, re.MULTILINE)
    assert verdicts == ["failing", "quiet", "new"]  # in the world's time, half a year ago
    assert "\x1b[31m" not in listed.output
    assert "next poll" in listed.output
    words = ("feeds", "status", "--json", "--verdict", "failing")
    output = (await asyncio.to_thread(pourparler, tmp_path / "p.sqlite", *words)).output
    told = [json.loads(line) for line in output.splitlines()]
    assert [(one["url"], one["reason"], one["failures"]) for one in told] == [(bad, "not-found", 1)]


async def test_a_feed_is_explained(server: Server) -> None:
    hints = "<ttl>90</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
    server.says("/feed", rss(("1", "/a", "Mon, 09 Mar 2026 08:00:00 GMT"), extra=hints), Content_Type="text/xml",
                ETag='"1"', Cache_Control="max-age=60")  # fmt: skip
    found = await explained(server.url("/feed"))
    text = "\n".join(found)
    assert text.splitlines()[0].startswith("RSS 2.0: F; entries: 1;")
    for words in (
        "2026-03-09 08:00", "offers ETag", "max-age=60", "ttl in minutes: 90", "skipHours (UTC): 3",
        "skipDays: Sunday", "in 90 minutes: the feed says how long it holds",
    ):  # fmt: skip
        assert words in text


async def test_the_hub_that_a_header_names_is_told_before_that_of_the_feed(server: Server) -> None:
    inside = "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='https://in.example/'/>"
    body = rss(("1", "/a", ""), extra=inside)
    link = '<https://hub.example/>; rel="hub", </feed>; rel="self"'
    server.says("/both", body, Content_Type="text/xml", Link=link)
    server.says("/header", rss(("1", "/a", "")), Content_Type="text/xml", Link=link)
    server.says("/inside", body, Content_Type="text/xml", Link="</feed>; rel=self")
    server.says("/none", rss(("1", "/a", "")), Content_Type="text/xml", Link="<https://e.org/>; rel=next")
    told = [
        [line for line in await explained(server.url(path)) if "hub" in line]
        for path in ("/both", "/header", "/inside", "/none")
    ]
    named = ["WebSub hub: https://hub.example/"]
    assert told == [named, named, ["WebSub hub: https://in.example/"], []]


async def explained(url: str) -> tuple[str, ...]:
    async with client(allow_private_addresses=True) as one:
        return (await explain(one, FetcherSettings(), url, NOW)).lines


async def test_what_is_no_feed_leads_to_some(server: Server, tmp_path: Path) -> None:
    server.says("/", "<link rel=alternate type='application/rss+xml' href='/feed'>")
    server.says("/feed", rss(("1", "/a", "")), Content_Type="text/xml")
    async with client(allow_private_addresses=True) as one:
        found = await explain(one, FetcherSettings(), server.url("/"), NOW)
        missing = await explain(one, FetcherSettings(), server.url("/missing"), NOW)
    assert (found.is_feed, found.others) == (False, (server.url("/feed"),))
    assert missing.lines == ("cannot be fetched: the server answers 404 (not-found)",)


async def test_freshness_is_told_of_each_feed(world: World) -> None:
    url = world.feed("a")
    await world.poll(url, world.server.url("/missing"))
    told = {
        (sample.name, sample.labels["feed"]): sample.value
        for metric in world.metrics.registry.collect() for sample in metric.samples if "feed" in sample.labels
    }  # fmt: skip
    moment = world.now.timestamp()
    assert told == {
        ("pourparler_feed_succeeded_timestamp_seconds", url): moment,
        ("pourparler_feed_changed_timestamp_seconds", url): moment,
    }
