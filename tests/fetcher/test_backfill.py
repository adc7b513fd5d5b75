"""Articles from elsewhere: archives, sitemaps, lists of addresses; through the pipeline to the store."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest

from schemas.article import Article
from services.database import Database, open_database
from services.fetcher.app import TABLES
from services.fetcher.backfill import Backfill, from_addresses, from_archive, from_sitemap
from services.fetcher.settings import FetcherSettings
from services.fetcher.urls import article_id
from tests.commands.stored import pourparler
from tests.fetcher.server import Server, serving
from tests.fetcher.test_formats import ARTICLE, NEWS
from tests.fetcher.test_manners import client
from tests.fetcher.test_poll import START, living

MEETING = """<html><body><article><h1>Norway and Peru meet</h1>
<p>GENEVA, March 5, 2026 - The foreign ministers of Norway and Peru met in Geneva on Tuesday for talks on fishing rights
in the southern ocean, officials of both countries said after the meeting had ended late in the evening.</p>
<p>Norway demanded that Peru release the two trawlers held in the port of Callao before the end of the month, and said
that it would otherwise bring the matter before the court in Hamburg, where both countries have brought others.</p>
</article></body></html>"""
SETTINGS = FetcherSettings(allow_private_addresses=True)


def now() -> datetime:
    return datetime(2026, 3, 10, tzinfo=UTC)


class Sink:
    """What was published, and what became of each page."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.outcomes: Counter[str] = Counter()

    async def publish(self, article: Article) -> None:
        self.articles.append(article)

    def backfill(self, rate: float = 1000) -> Backfill:
        return Backfill(self.publish, rate, lambda word: self.outcomes.update([word]))


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as one:
        yield one


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "p.sqlite", TABLES) as one:
        yield one


async def archived(server: Server, database: Database, folder: Path, *names: str) -> Path:
    """The archive of a poll."""
    async with living(server, database, archive=folder) as world:
        await world.poll(world.feed(*names))
    (file,) = await asyncio.to_thread(lambda: list(folder.iterdir()))
    return file


async def test_an_archive_gives_the_same_articles_again(server: Server, database: Database, tmp_path: Path) -> None:
    file = await archived(server, database, tmp_path / "archive", "a", "b")
    sink = Sink()
    await sink.backfill().run(from_archive(file, SETTINGS))
    assert {article.id for article in sink.articles} == {article_id(server.url(path)) for path in ("/a", "/b")}
    assert all(article.produced_at == START + timedelta(days=8) for article in sink.articles)
    assert sink.outcomes == {"published": 2, "no-page": 1}


async def test_a_sitemap_and_all_its_parts(server: Server) -> None:
    for name in "abc":
        server.says(f"/{name}", f"<p>{name}")
    listed = "".join(f"<sitemap><loc>{server.url(path)}</loc></sitemap>" for path in ("/1.xml", "/2.xml", "/index.xml"))
    server.says("/index.xml", f"<sitemapindex>{listed}</sitemapindex>", Content_Type="text/xml")
    for path, names in (("/1.xml", "ab"), ("/2.xml", "bcd")):
        pages = "".join(ARTICLE.format(name, "2026-03-09") for name in names).replace("https://e.org", server.address)
        server.says(path, NEWS.format(pages), Content_Type="text/xml")
    sink = Sink()
    async with client(allow_private_addresses=True) as one:
        await sink.backfill().run(from_sitemap(server.url("/index.xml"), one, SETTINGS, now))
    assert [article.url for article in sink.articles] == [server.url(f"/{name}") for name in "abc"]
    assert sink.articles[0].published_at == datetime(2026, 3, 9, tzinfo=UTC)
    assert sink.outcomes == {"published": 3, "duplicate": 1, "not-found": 1}


async def test_addresses_one_by_one_and_no_faster_than_asked(server: Server) -> None:
    for name in "abcd":
        server.says(f"/{name}", f"<p>{name}")
    sink, began = Sink(), monotonic()
    async with client(allow_private_addresses=True) as one:
        await sink.backfill(rate=20).run(from_addresses([server.url(f"/{name}") for name in "abcd"], one, now))
    assert len(sink.articles) == 4
    assert monotonic() - began >= 4 / 20


async def test_what_is_backfilled_can_be_searched(server: Server, tmp_path: Path) -> None:
    server.says("/a", MEETING)
    addresses, file = tmp_path / "addresses.txt", tmp_path / "file.sqlite"
    addresses.write_text(f"{server.url('/a')}\n# a remark\n{server.url('/missing')}\n", encoding="utf-8")
    words = ("backfill", addresses, "--allow-private-addresses", "--rate", "100")
    filled = await asyncio.to_thread(pourparler, file, *words)
    assert filled.exit_code == 0, filled.output
    assert filled.output == "1 published, 1 not-found\n"
    assert "Norway" in (await asyncio.to_thread(pourparler, file, "search", "fishing")).output
    assert (await asyncio.to_thread(pourparler, file, *words)).output == filled.output


@pytest.mark.parametrize("source", ["missing.warc", "ftp://e.org/sitemap.xml"])
def test_a_source_that_is_none_is_told(tmp_path: Path, source: str) -> None:
    result = pourparler(tmp_path / "file.sqlite", "backfill", source)
    assert result.exit_code == 2
    assert "no file and no http" in result.output


def test_an_archive_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"no")
    result = pourparler(tmp_path / "file.sqlite", "backfill", tmp_path / "a.warc.gz")
    assert result.exit_code != 0
    assert "is no WARC file" in result.output


@pytest.mark.filterwarnings("error")
async def test_what_came_before_a_source_that_breaks_off_is_stored(
    server: Server, database: Database, tmp_path: Path
) -> None:
    async with living(server, database, archive=tmp_path / "archive") as world:
        url = world.feed("a")
        server.says("/a", MEETING)
        await world.poll(url)
    (good,) = (tmp_path / "archive").iterdir()
    broken, path = tmp_path / "broken.warc.gz", tmp_path / "found.sqlite"
    broken.write_bytes(b"no")
    result = await asyncio.to_thread(pourparler, path, "backfill", good, broken, "--rate", "1000")
    assert result.exit_code == 2
    assert "broken.warc.gz is no WARC file" in result.output
    assert (await asyncio.to_thread(pourparler, path, "search", "--party", "Norway")).exit_code == 0
