"""Every kind of feed, as it comes: formats, encodings, types, links, dates; finding feeds from a home page."""

import gzip
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from time import process_time

import pytest

from services.database import Database, open_database
from services.fetcher.app import TABLES
from services.fetcher.discovery import FoundFeed, discover, linked
from services.fetcher.entry import NotAFeedError, ParsedFeed
from services.fetcher.feed import parse
from services.fetcher.settings import FetcherSettings
from tests.fetcher.server import Server, rss, serving
from tests.fetcher.test_manners import client
from tests.fetcher.test_poll import World, living

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = "2026-03-09T08:00:00Z"


def read(body: str | bytes, content_type: str = "text/xml", most: int = 100) -> ParsedFeed:
    raw = body.encode() if isinstance(body, str) else body
    return parse(raw, "https://e.org/news/feed", content_type, most, NOW)


ITEM = "<item><title>Talks &amp; terms</title><link>https://e.org/a</link></item>"
FORMATS = {
    "RSS 0.90": "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
    f" xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>F</title></channel>{ITEM}</rdf:RDF>",
    "RSS 0.91": f"<rss version='0.91'><channel><title>F</title><language>fr-FR</language>{ITEM}</channel></rss>",
    "RSS 0.91 with its DTD": "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN'"
    " 'http://my.netscape.com/publish/formats/rss-0.91.dtd'>"
    f"<rss version='0.91'><channel><title>F</title>{ITEM}</channel></rss>",
    "RSS 0.92": f"<rss version='0.92'><channel><title>F</title>{ITEM}</channel></rss>",
    "RSS 1.0": "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
    f" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>F</title></channel>{ITEM}</rdf:RDF>",
    "RSS 2.0": f"<rss version='2.0'><channel><title>F</title>{ITEM}</channel></rss>",
    "RSS without a version": f"<rss><channel><title>F</title>{ITEM}</channel></rss>",
    "Atom 1.0": "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry><id>1</id>"
    "<title>Talks &amp; terms</title><link rel='edit' href='/e'/><link href='https://e.org/a'/></entry></feed>",
    "Atom 0.3": "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>F</title><entry><id>1</id>"
    "<title>Talks &amp; terms</title><link rel='alternate' href='https://e.org/a'/></entry></feed>",
    "JSON Feed 1.0": json.dumps(
        {"version": "https://jsonfeed.org/version/1", "title": "F",
         "items": [{"id": 7, "url": "https://e.org/a", "title": "Talks & terms"}]}),
    "JSON Feed 1.1": json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "F", "language": "fr-CA", "items": [
            {"id": "7", "external_url": "https://e.org/a", "title": "Talks & terms", "date_published": DAY}]}),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(name: str) -> None:
    feed = read(FORMATS[name])
    assert feed.title == "F"
    assert [(entry.url, entry.title) for entry in feed.entries] == [("https://e.org/a", "Talks & terms")]


NEWS = """<?xml version='1.0' encoding='UTF-8'?>
<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'
 xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>{}</urlset>"""
ARTICLE = """<url><loc>https://e.org/{0}</loc><news:news><news:publication><news:name>La Gazette</news:name>
<news:language>fr</news:language></news:publication><news:publication_date>{1}</news:publication_date>
<news:title>Pourparlers n° {0}</news:title></news:news><image:image><image:loc>https://e.org/i.jpg</image:loc>
</image:image></url>"""


def test_a_news_sitemap() -> None:
    feed = read(NEWS.format(ARTICLE.format("a", DAY) + ARTICLE.format("b", "2026-03-10")))
    assert (feed.kind, feed.title, feed.language) == ("news sitemap", "La Gazette", "fr")
    assert [(one.url, one.title) for one in feed.entries] == [
        ("https://e.org/b", "Pourparlers n° b"), ("https://e.org/a", "Pourparlers n° a"),
    ]  # fmt: skip
    assert feed.entries[1].published_at == datetime(2026, 3, 9, 8, tzinfo=UTC)


def test_of_a_large_sitemap_the_newest_count() -> None:
    dates = [(NOW - timedelta(minutes=(number * 7919) % 50_000)).isoformat() for number in range(50_000)]
    body = NEWS.format("".join(ARTICLE.format(number, day) for number, day in enumerate(dates)))
    began = process_time()
    feed = read(body, most=500)
    assert process_time() - began < 8
    assert len(feed.entries) == 500
    assert min(one.published_at for one in feed.entries if one.published_at) == NOW - timedelta(minutes=499)


def test_a_sitemap_without_dates_and_one_packed() -> None:
    body = NEWS.format("<url><loc>/a</loc></url><url><loc>mailto:x</loc></url><url/>").encode()
    for raw in (body, gzip.compress(body)):
        assert [one.url for one in read(raw).entries] == ["https://e.org/a"]


def test_a_sitemap_of_nothing_but_tags_ends_where_they_cost_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.fetcher.feed._MOST_TAGS_OF_SITEMAP", 1000)
    page = b"<url><loc>https://e.org/%d</loc></url>"
    body = b"<urlset>" + page % 1 + b"<a/>" * 1000 + page % 2 + b"</urlset>"
    assert [entry.url for entry in read(body).entries] == ["https://e.org/1"]


def test_a_packed_bomb_is_no_sitemap() -> None:
    with pytest.raises(NotAFeedError) as raised:
        read(gzip.compress(b"<urlset>" + b" " * 200_000_000))
    assert raised.value.reason == "too-large"


# --- encodings, types, faults


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "koi8-r"])
def test_encodings(encoding: str) -> None:
    title = "Переговоры" if encoding == "koi8-r" else "Pourparlers à Genève"
    name = encoding.removesuffix("-sig")
    body = rss(("1", "https://e.org/a", "")).replace("<title>T", f"<title>{title}")
    body = body.replace("version='1.0'", f"version='1.0' encoding='{name}'")
    assert read(body.encode(encoding), "application/rss+xml").entries[0].title == title


@pytest.mark.parametrize(
    "content_type",
    ["text/html", "text/plain", "application/octet-stream", "image/x-icon", "", "nonsense", "text/xml; charset="],
)
def test_wrong_types(content_type: str) -> None:
    assert len(read(rss(("1", "https://e.org/a", "")), content_type).entries) == 1
    assert len(read(FORMATS["JSON Feed 1.1"], content_type).entries) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n\n  ", ""), ("\ufeff", ""), ("<!-- a comment -->", ""), ("", "\n<!-- 0.1 s -->"),
        ("", "<script>x</script>"),
        ("<br />\n<b>Warning</b>: mysql on line <b>3</b>\n", ""),
    ],
)  # fmt: skip
def test_what_stands_around_a_feed(before: str, after: str) -> None:
    for body in (rss(("1", "https://e.org/a", "")), FORMATS["Atom 1.0"]):
        assert [one.url for one in read(before + body + after).entries] == ["https://e.org/a"]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("L&apos;&eacute;t&eacute; &ndash; Gen&egrave;ve", "L'été – Genève"),
        ("A&amp;amp;B", "A&B"),
        ("AT&T talks", "AT&T talks"),
        ("<![CDATA[Le <b>pacte</b>]]>", "Le <b>pacte</b>"),
        ("&#8220;No&#8221;", "“No”"),
    ],
)
def test_entities_in_titles(written: str, title: str) -> None:
    body = rss(("1", "https://e.org/a", "")).replace("<title>T", f"<title>{written}")
    assert read(body).entries[0].title == title


def test_relative_links() -> None:
    assert read(rss(("1", "../a?x=1&amp;y=2", ""))).entries[0].url == "https://e.org/a?x=1&y=2"
    atom = (
        FORMATS["Atom 1.0"].replace("<feed ", "<feed xml:base='https://other.org/b/' ").replace("https://e.org/a", "a")
    )
    assert read(atom).entries[0].url == "https://other.org/b/a"


def test_a_guid_that_is_a_link_where_there_is_none() -> None:
    body = rss(("https://e.org/a", "", "")).replace("isPermaLink='false'", "").replace("<link></link>", "")
    assert [one.url for one in read(body).entries] == ["https://e.org/a"]


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("Mon, 09 Mar 2026 08:00:00 GMT", 8), ("Mon, 09 Mar 2026 08:00:00 +0100", 7), ("09 Mar 2026 08:00 EST", 13),
        ("2026-03-09T08:00:00+02:00", 6), ("2026-03-09 08:00:00", 8), ("", None), ("gestern", None), ("0", None),
        ("Mon, 09 Mar 0026 08:00:00 GMT", None), ("Mon, 31 Feb 2026 08:00:00 GMT", None),
    ],
)  # fmt: skip
def test_dates(written: str, hour: int | None) -> None:
    (entry,) = read(rss(("1", "https://e.org/a", written))).entries
    assert (entry.published_at and entry.published_at.hour) == hour


@pytest.mark.parametrize(
    ("body", "reason"),
    [("{", "broken"), ("[]", "not-a-feed"), ('{"items": {}}', "not-a-feed"), ('{"version": 1}', "not-a-feed")],
)
def test_json_that_is_no_feed(body: str, reason: str) -> None:
    with pytest.raises(NotAFeedError) as raised:
        read(body, "application/json")
    assert raised.value.reason == reason


def test_json_items_of_any_kind_harm_no_other() -> None:
    items: list[object] = [
        None,
        3,
        {"id": {}},
        {"url": ["x"]},
        {"id": "7", "url": "https://e.org/a", "date_published": 5, "title": 9},
    ]
    feed = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    assert [(one.key, one.title) for one in feed.entries] == [("7", None)]


# --- indexes of sitemaps


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


def index(world: World, *parts: tuple[str, str]) -> str:
    """An index of parts: path and the date of the last change."""
    listed = "".join(
        f"<sitemap><loc>{world.server.url(path)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for path, day in parts
    )
    body = f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{listed}</sitemapindex>"
    world.server.says("/index.xml", body, Content_Type="text/xml")
    return world.server.url("/index.xml")


def part(world: World, path: str, *names: str) -> None:
    day = world.now.isoformat()
    for name in names:
        world.server.says(f"/{name}", f"<p>{name}")
    pages = "".join(ARTICLE.format(name, day) for name in names).replace("https://e.org", world.server.address)
    world.server.says(path, NEWS.format(pages), Content_Type="text/xml")


async def test_an_index_is_followed_and_only_what_changed_is_read_again(world: World) -> None:
    part(world, "/one.xml", "a", "b")
    part(world, "/two.xml", "c")
    url = index(world, ("/one.xml", "2026-03-01"), ("/two.xml", "2026-03-02"))
    assert (await world.poll(url)).new == 3
    part(world, "/two.xml", "c", "d")
    index(world, ("/one.xml", "2026-03-01"), ("/two.xml", "2026-03-18"))
    assert (await world.poll(url)).new == 1
    assert (world.server.count("/one.xml"), world.server.count("/two.xml")) == (1, 2)
    assert sorted(world.published) == ["a", "b", "c", "d"]


async def test_a_part_without_a_date_is_read_while_it_is_lively(world: World) -> None:
    part(world, "/news.xml", "a")
    url = index(world, ("/news.xml", ""))
    assert (await world.poll(url)).new == 1
    part(world, "/news.xml", "a", "b")
    assert (await world.poll(url)).new == 1


async def test_an_index_of_an_archive_is_read_a_few_parts_at_a_time_the_newest_first(world: World) -> None:
    for number in range(20):
        part(world, f"/{number}.xml", f"p{number}")
    url = index(world, *((f"/{number}.xml", f"2026-02-{number + 1:02}") for number in range(20)))
    await world.poll(url)
    asked = [request.path for request in world.server.requests if request.path.endswith(".xml")]
    assert asked == ["/index.xml", "/19.xml", "/18.xml", "/17.xml"]
    await world.poll(url)
    assert world.server.count("/16.xml") == 1


async def test_a_broken_part_is_tried_again_and_harms_no_other(world: World) -> None:
    part(world, "/one.xml", "a")
    world.server.says("/two.xml", "", 503)
    url = index(world, ("/one.xml", "2026-03-01"), ("/two.xml", "2026-03-02"))
    assert (await world.poll(url)).new == 1
    part(world, "/two.xml", "b")
    assert (await world.poll(url)).new == 1


async def test_an_index_of_which_no_part_can_be_had_is_read_again_though_it_is_the_same(world: World) -> None:
    url = index(world, ("/one.xml", "2026-03-01"))
    assert (await world.poll(url)).outcome == "nothing-new"
    part(world, "/one.xml", "a")
    assert (await world.poll(url)).new == 1


async def test_an_index_of_itself_ends(world: World) -> None:
    url = index(world, ("/index.xml", ""))
    assert (await world.poll(url)).outcome == "nothing-new"
    assert world.server.count("/index.xml") == 2


# --- from a home page to its feeds

HOME = """<html><head><base href="/">
<link rel="stylesheet" href="/a.css"><link rel="alternate" hreflang="de" href="/de">
<link rel="ALTERNATE home" type="application/rss+xml; charset=utf-8" title="All" href="one.xml">
<link rel="alternate" type="application/atom+xml" href="/missing"></head>
<body><a href="/rss/two.xml">RSS</a><a href="/feedback">x</a><a href="javascript:rss()">x</a></body></html>"""


async def test_feeds_are_found_from_a_home_page(server: Server) -> None:
    server.says("/home/", HOME)
    for path in ("/one.xml", "/rss/two.xml"):
        server.says(path, rss(("1", "/a", "")), Content_Type="text/xml")
    assert [path.rpartition("/")[2] for path in linked(HOME, "https://e.org/x/")] == [
        "one.xml", "missing", "two.xml", "feedback",
    ]  # fmt: skip
    found = await found_at(server.url("/home/"))
    assert [one.url for one in found] == [server.url("/one.xml"), server.url("/rss/two.xml")]


async def test_a_feed_is_its_own(server: Server) -> None:
    server.says("/f", rss(("1", "/a", format_datetime(NOW))), Content_Type="text/xml")
    assert [one.url for one in await found_at(server.url("/f"))] == [server.url("/f")]


async def test_feeds_that_no_page_tells_of_are_looked_for_where_they_mostly_are(server: Server) -> None:
    server.says("/", "<p>Welcome")
    server.says("/feed.json", FORMATS["JSON Feed 1.1"], Content_Type="application/json")
    assert [one.url for one in await found_at(server.url("/"))] == [server.url("/feed.json")]


@pytest.mark.parametrize(
    "page", ["", "\0", "<", "<link rel=alternate type=text/xml href='http://[bad'>", "<a href='//[rss'>"]
)
async def test_a_page_without_feeds(server: Server, page: str) -> None:
    server.says("/", page)
    assert await found_at(server.url("/")) == []


async def found_at(url: str) -> list[FoundFeed]:
    async with client(allow_private_addresses=True) as one:
        found = await discover(one, FetcherSettings(allow_private_addresses=True), url, NOW)
    assert isinstance(found, list)
    return found
