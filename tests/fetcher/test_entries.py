"""What becomes of entries: one article once, whatever its address; edits, walls, adverts, the old; the archive."""

import os
import resource
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from schemas.article import Article
from services.database import Database, open_database
from services.extractor.handler import outcome
from services.fetcher.app import TABLES
from services.fetcher.archive import Archive, ArchiveError, answers
from services.fetcher.entry import Entry
from services.fetcher.http import Fetched, Headers
from services.fetcher.near import NearDuplicates
from services.fetcher.page import facts
from services.fetcher.selection import foreign
from services.fetcher.urls import article_id
from services.outcome import Nothing
from tests.fetcher.server import Server, rss, serving
from tests.fetcher.test_poll import START, World, living

TEXT = (
    "The two delegations met in Geneva on Monday to discuss the passage of ships through the strait. "
    "Neither side would say how long the talks might last, though a member of the host's staff spoke of days. "
    "On the agenda are tolls, pilots, and the fate of the three vessels held since the spring. "
    "A first draft of a common statement was handed round in the evening and sent back with many marks. "
    "The mediators will see both parties apart today before all of them sit down again tomorrow at noon."
)


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


# --- one article, many addresses


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/news/talks", "https://m.example.org/news/talks", "https://amp.example.org/news/talks/",
        "https://mobile.example.org/news/talks", "https://example.org/amp/news/talks", "https://example.org/news/talks/amp",
        "https://example.org/news/talks/amp/", "https://www.example.org/news/talks?outputType=amp",
        "https://example.org/news/talks?amp=1&utm_source=rss", "https://example.org/news/talks#top",
        "https://www.example.org/news/talks?fbclid=x",
    ],
)  # fmt: skip
def test_one_article_under_many_addresses(other: str) -> None:
    assert article_id(other) == article_id("https://www.example.org/news/talks")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/talks-2", "https://example.org/", "https://example.net/news/talks",
        "https://example.org/news/camp", "https://news.example.org/news/talks", "https://example.org/news/talks?id=7",
        "https://example.org/amplify/news/talks",
    ],
)  # fmt: skip
def test_other_articles_are_others(other: str) -> None:
    assert article_id(other) != article_id("https://www.example.org/news/talks")


def test_a_site_called_m_keeps_its_name() -> None:
    assert article_id("https://m.org/a") != article_id("https://org/a")
    assert article_id("https://amp.dev/a") != article_id("https://mobile.dev/a")


async def test_the_address_a_page_gives_itself_counts(world: World) -> None:
    page = "<link rel='canonical' href='/2026/talks'><p>text"
    url = world.feed("a")
    world.server.says("/a", page)
    world.feed("b", path="/other")
    world.server.says("/b", page)
    await world.poll(url)
    await world.poll(world.server.url("/other"))
    assert [article.url for article in world.articles] == [world.server.url("/2026/talks")]
    assert world.articles[0].id == article_id(world.server.url("/2026/talks"))
    assert world.pages("duplicate") == 1


@pytest.mark.parametrize(
    "href", ["/", "https://other.example/a", "javascript:x", "http://[bad", "", "ftp://e.org/a", "//"]
)
def test_an_address_that_cannot_be_the_pages_own_is_passed_over(href: str) -> None:
    assert facts(f"<link rel=canonical href='{href}'><p>x", "https://e.org/a", "https://e.org/a").canonical in (
        None, "https://e.org/a",
    )  # fmt: skip


# --- nearly the same


def page(text: str) -> str:
    return f"<html><body><p>{text}</p></body></html>"


async def test_a_dispatch_in_two_newspapers_is_read_once(world: World) -> None:
    urls = [world.feed("a"), world.feed("b", path="/other"), world.feed("c", path="/third")]
    world.server.says("/a", page(TEXT))
    world.server.says("/b", page(TEXT + " Our own correspondent added this line."))
    world.server.says("/c", page(" ".join(reversed(TEXT.split()))))
    for url in urls:
        await world.poll(url)
    first, again, other = world.articles
    assert (first.duplicate_of, again.duplicate_of, other.duplicate_of) == (None, first.id, None)
    assert (world.pages("near-duplicate"), world.pages("fetched")) == (1, 2)
    # It travels, and is counted where events would be read.
    assert outcome(again) == Nothing("near-duplicate")


async def test_who_wants_all_of_them_gets_them(server: Server, database: Database) -> None:
    async with living(server, database, near_duplicates=False) as world:
        url = world.feed("a", "b")
        server.says("/a", page(TEXT))
        server.says("/b", page(TEXT))
        await world.poll(url)
        assert [article.duplicate_of for article in world.articles] == [None, None]


def test_short_texts_are_not_compared_and_old_ones_forgotten() -> None:
    near = NearDuplicates()
    short = ("they", "met")
    near.remember("a", short)
    assert near.of("b", short) is None
    words = tuple(f"word{number % 150}" for number in range(300))
    near.remember("a", words)
    assert (near.of("b", words), near.of("a", words)) == ("a", None)
    for number in range(20_000):
        near.remember(str(number), tuple(f"{number}-{word}" for word in range(80)))
    assert near.of("b", words) is None


# --- edited


def atom(world: World, *entries: tuple[str, str, str]) -> str:
    """A feed of (name, title, updated)."""
    listed = "".join(
        f"<entry><id>{name}</id><title>{title}</title><link href='/{name}'/><updated>{day}</updated></entry>"
        for name, title, day in entries
    )
    body = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title>{listed}</feed>"
    world.server.says("/feed", body, Content_Type="application/atom+xml")
    return world.server.url("/feed")


DAYS = [(START + timedelta(days=number)).isoformat() for number in range(1, 12)]


async def test_an_edited_article_comes_again_as_a_new_revision(world: World) -> None:
    url = atom(world, ("a", "Talks", DAYS[0]))
    world.server.says("/a", page(TEXT))
    await world.poll(url, after=timedelta(days=1))
    atom(world, ("a", "Talks fail", DAYS[1]))
    world.server.says("/a", page(TEXT + " The talks have failed."))
    report = await world.poll(url, after=timedelta(days=1))
    assert (report.outcome, report.new) == ("revised", 1)
    first, second = world.articles
    assert (first.id, first.revision, second.revision) == (second.id, 1, 2)
    assert "failed" in (second.html or "")
    assert second.duplicate_of is None
    # The same again is nothing new.
    await world.poll(url, after=timedelta(days=1))
    assert len(world.articles) == 2


async def test_a_feed_that_only_says_so_makes_no_revision(world: World) -> None:
    url = atom(world, ("a", "Talks", DAYS[0]))
    world.server.says("/a", page(TEXT))
    await world.poll(url, after=timedelta(days=1))
    for number in range(1, 4):
        atom(world, ("a", "Talks", DAYS[number]))
        await world.poll(url, after=timedelta(days=1))
    assert (len(world.articles), world.server.count("/a"), world.pages("not-edited")) == (1, 4, 3)
    await world.poll(url, after=timedelta(days=1))
    assert world.server.count("/a") == 4


async def test_an_edit_that_cannot_be_had_for_now_is_had_later(world: World) -> None:
    url = atom(world, ("a", "Talks", DAYS[0]))
    world.server.says("/a", page(TEXT))
    await world.poll(url, after=timedelta(days=1))
    atom(world, ("a", "Talks", DAYS[1]))
    world.server.says("/a", "", 503)
    await world.poll(url, after=timedelta(days=1))
    world.server.says("/a", page(TEXT + " More."))
    await world.poll(url, after=timedelta(days=1))
    assert [article.revision for article in world.articles] == [1, 2]


async def test_a_page_that_changes_with_every_look_is_not_fetched_for_ever(world: World) -> None:
    for number in range(40):
        url = atom(world, ("a", f"Title {number}", (START + timedelta(days=number)).isoformat()))
        world.server.says("/a", page(f"{TEXT} {number}"))
        await world.poll(url, after=timedelta(days=1))
    assert [article.revision for article in world.articles] == list(range(1, 21))


# --- what is not wanted


async def test_what_is_old_is_passed_over_and_not_looked_at_again(world: World) -> None:
    ages = {"new": 1, "old": 60}
    listed = [(name, f"/{name}", format_datetime(START - timedelta(days=days))) for name, days in ages.items()]
    world.server.says("/feed", rss(*listed), Content_Type="text/xml")
    world.server.says("/new", "<p>new")
    url = world.server.url("/feed")
    assert (await world.poll(url, after=timedelta(days=1))).new == 1
    assert (world.server.count("/old"), world.pages("too-old")) == (0, 1)
    state = await world.book.state(url)
    assert state is not None
    assert set(state.seen) == {"new", "old"}


def entries(*urls: str) -> list[Entry]:
    return [Entry(url, url, None, None) for url in urls]


HOME = [f"https://www.gazette.example/{number}" for number in range(9)]


def test_adverts_that_lead_elsewhere_are_recognised() -> None:
    advert = "https://shop.example/buy"
    assert foreign(entries(*HOME, advert)) == {advert}
    assert foreign(entries(*HOME, "https://sport.gazette.example/a", "https://gazette.org/a")) == set()


def test_a_feed_that_leads_to_many_publishers_is_an_aggregator() -> None:
    many = [f"https://paper{number}.example/a" for number in range(10)]
    assert foreign(entries(*many)) == set()
    assert foreign(entries(*HOME[:6], *many[:3])) == set()
    assert foreign(entries(HOME[0], many[0])) == set()


async def test_an_advert_is_not_fetched(world: World) -> None:
    port = world.server.address.rpartition(":")[2]
    own = [(str(number), f"/{number}", "") for number in range(6)]
    for number in range(6):
        world.server.says(f"/{number}", "<p>x")
    world.server.says("/ad", "<p>buy")
    body = rss(*own, ("ad", f"http://localhost:{port}/ad", ""))
    world.server.says("/feed", body, Content_Type="text/xml")
    assert (await world.poll(world.server.url("/feed"))).new == 6
    assert (world.server.count("/ad"), world.pages("foreign-host")) == (0, 1)


@pytest.mark.parametrize(
    ("path", "word"), [("/consent?next=a", "consent"), ("/user/login", "login"), ("/signin/a", "login")]
)
async def test_a_wall_that_redirects_lead_to_is_no_article(world: World, path: str, word: str) -> None:
    url = world.feed("a", "b")
    world.server.says("/a", "", 302, Location=path)
    world.server.says(path.partition("?")[0], "<p>We value your privacy")
    assert (await world.poll(url)).new == 1
    assert world.pages(word) == 1


def test_an_article_about_logins_is_one() -> None:
    assert facts("<p>x", "https://e.org/login/a", "https://e.org/login/a").kind == "article"
    form = "<form><input type='password'></form>"
    assert facts(form + "<p>Please sign in.", "https://e.org/a", "https://e.org/a").kind == "login-form"
    assert facts(form + page(TEXT), "https://e.org/a", "https://e.org/a").kind == "article"


async def test_articles_for_subscribers_are_counted(world: World) -> None:
    url = world.feed("a")
    locked = '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'
    world.server.says("/a", locked + page(TEXT))
    assert (await world.poll(url)).new == 1
    assert world.pages("paywalled") == 1


# --- the archive


async def test_what_is_fetched_is_kept_and_can_be_read_again(
    server: Server, database: Database, tmp_path: Path
) -> None:
    async with living(server, database, archive=tmp_path / "archive") as world:
        url = world.feed("a", "b")
        server.says("/a", "<p>L’été".encode("cp1252"), Content_Type="text/html; charset=windows-1252")
        await world.poll(url)
    (file,) = (tmp_path / "archive").iterdir()
    with file.open("rb") as opened:
        kept = {answer.url: (answer, moment) for answer, moment in answers(opened, file.name, 10**6)}
    assert set(kept) == {server.url(path) for path in ("/feed", "/a", "/b")}
    answer, moment = kept[server.url("/a")]
    assert answer.body == "<p>L’été".encode("cp1252")
    assert answer.headers.content_type == "text/html; charset=windows-1252"
    assert moment == START + timedelta(days=8)


@pytest.mark.parametrize("content", [b"not warc", b"\x1f\x8bbroken"])
def test_what_is_no_archive_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(content)
    with (tmp_path / "a.warc").open("rb") as opened, pytest.raises(ArchiveError, match=r"a\.warc"):
        list(answers(opened, "a.warc", 10**6))


def test_a_duplicate_is_told_apart_from_what_tells_no_event() -> None:
    article = Article(id="1", duplicate_of="2", produced_at=datetime(2026, 3, 1, tzinfo=UTC), html="<p>x")
    assert outcome(article) == Nothing("near-duplicate")


@pytest.mark.parametrize("around", ["object", "button", "applet", "svg"])
def test_a_paragraph_in_another_is_read_once(around: str) -> None:
    page = f"<p>one <{around}>" * 100 + "word " * 1000
    assert len(facts(page, "https://e.org/a", "https://e.org/a").words) == 1100


async def test_an_archive_goes_on_behind_a_record_for_which_there_was_no_room(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    pages = [Fetched(f"https://e.org/{name}", name.encode() + os.urandom(5000), Headers()) for name in "abc"]
    try:
        await archive.keep(pages[0], START)
        resource.setrlimit(resource.RLIMIT_FSIZE, (7000, hard))
        with pytest.raises(ArchiveError, match="free some space"):
            await archive.keep(pages[1], START)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        await archive.keep(pages[2], START)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        archive.close()
    read = []
    for file in sorted((tmp_path / "archive").iterdir()):
        with file.open("rb") as opened:
            read += [(answer.url, answer.body) for answer, _ in answers(opened, file.name, 10**6)]
    assert read == [(page.url, page.body) for page in (pages[0], pages[2])]
