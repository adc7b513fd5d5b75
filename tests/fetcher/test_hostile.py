"""Servers that mean no good, or mean well and are broken: each poll ends in a counted outcome, in time and in memory,
and the other feeds go on."""

import asyncio
import gzip
import socket
import ssl
import threading
import zlib
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from time import monotonic

import psutil
import pytest
import trustme
from aiohttp.abc import AbstractResolver, ResolveResult

from services.database import Database, open_database
from services.fetcher.app import TABLES
from tests.fetcher.misbehaving import (
    FEED,
    PAGE,
    Misbehaving,
    Talk,
    again,
    answer,
    bombs,
    misbehaving,
    packed,
    raw,
    reset,
)
from tests.fetcher.quine import deflate_quine, gzip_quine
from tests.fetcher.server import rss, serving
from tests.fetcher.test_poll import living

MIB = 1024 * 1024
REQUEST_TIME = 4.0
LONGEST = 20.0
"""Seconds that a poll may take at most: a request, and what a parser does with ten megabytes."""

MOST_MEMORY = 50 * MIB
HERE = {"allow_private_addresses": False, "allow_networks": ["127.0.0.0/8"]}
"""This machine may be spoken to, and nothing else that is not public."""

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
XML = b"<?xml version='1.0'?>"
LAUGHS = (
    XML + b"<!DOCTYPE r [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%b'>" % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("b"), ord("k")))
    + b"]><rss version='2.0'><channel><title>&j;</title></channel></rss>"
)  # fmt: skip
QUADRATIC = XML + b"<!DOCTYPE r [<!ENTITY a '" + b"x" * 50_000 + b"'>]><rss>" + b"&a;" * 10_000 + b"</rss>"
XXE = (
    XML
    + b"<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    + b"<rss version='2.0'><channel><title>&a;</title></channel></rss>"
)
DTD = XML + b"<!DOCTYPE rss SYSTEM 'http://169.254.169.254/x.dtd'>" + FEED.partition(b"?>")[2]
DEEP = XML + b"<rss version='2.0'><channel>" + b"<a>" * 10_000 + b"</a>" * 10_000 + b"</channel></rss>"
MANY = rss(*((str(number), f"/{number}", "") for number in range(50_000))).encode()
URLSET = (
    XML + b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
    + b"".join(b"<url><loc>http://127.0.0.1:1/%d</loc></url>" % number for number in range(50_000)) + b"</urlset>"
)  # fmt: skip
THRICE = gzip.compress(gzip.compress(gzip.compress(FEED)))

QUINES = {"gzip": gzip_quine(), "deflate": deflate_quine()}
"""Whoever unfolds until there is nothing left to unfold never ends."""

INWARD = {"forbidden-address", "bad-address"}
CUT, FINE = {"broken-answer", "unreachable"}, {"new", "nothing-new"}

FEEDS: dict[str, tuple[Talk, set[str]]] = {
    # --- time
    "says nothing": (again(b"", pause=0.05), {"timeout"}),
    "drips headers": (again(b"X: y\r\n", before=b"HTTP/1.1 200 OK\r\n", pause=0.1), {"timeout"}),
    "drips a header": (again(b"y", before=b"HTTP/1.1 200 OK\r\nX: ", pause=0.02), {"timeout", "broken-answer"}),
    "drips the status": (again(b"1", before=b"HTTP/1.1 2", pause=0.02), {"timeout", "broken-answer"}),
    "drips the body": (again(b"x", before=OK + b"Content-Length: 100000\r\n\r\n", pause=0.02), {"timeout"}),
    "drips chunks": (again(b"1\r\nx\r\n", before=CHUNKED, pause=0.02), {"timeout"}),
    "stops in the body": (again(b"", before=OK + b"Content-Length: 1000\r\n\r\n<rss>", pause=0.1), {"timeout"}),
    "stops before the last chunk": (again(b"", before=CHUNKED + b"5\r\n<rss>\r\n", pause=0.1), {"timeout"}),
    # --- size
    "a body without end": (again(b"x" * 65536, before=OK + b"\r\n"), {"too-large"}),
    "chunks without end": (again(b"10000\r\n" + b"x" * 65536 + b"\r\n", before=CHUNKED), {"too-large"}),
    "a length of 10 TB": (again(b"x" * 65536, before=OK + b"Content-Length: 10000000000000\r\n\r\n"), {"too-large"}),
    "tiny chunks without end": (again(b"1\r\nx\r\n" * 1000, before=CHUNKED), {"too-large", "timeout"}),
    "a header of 1 MB": (answer(FEED, b"X: " + b"y" * 1_000_000), CUT),
    "100,000 headers": (answer(FEED, *(b"X-%d: y" % number for number in range(100_000))), CUT),
    "a status of 1 MB": (answer(status=b"200 " + b"O" * 1_000_000), CUT),
    "a chunk extension of 1 MB": (raw(CHUNKED, b"5;" + b"x" * 1_000_000 + b"\r\n<rss>\r\n0\r\n\r\n"), CUT | FINE),
    "trailers without end": (
        # In blocks: the server and the honest one share a loop, which small pieces would keep to themselves.
        again(b"X: y\r\n" * 1000, before=CHUNKED + b"0\r\n"),
        {"timeout", "broken-answer", "empty", "too-large"},
    ),
    "a location of 1 MB": (answer(b"", b"Location: /" + b"a" * 1_000_000, status=b"302 Found"), CUT),
    # --- bombs
    **{
        f"a bomb in {coding.decode()}": (answer(body, b"Content-Encoding: " + coding.lower()), {"too-large"})
        for coding, body in bombs().items()
    },
    "a bomb that is not called packed": (answer(bombs()[b"gzip"]), {"too-large"}),
    "a bomb in a packet": (
        answer(packed(bombs()[b"gzip"], b"br"), b"Content-Encoding: br"),
        {"too-large"},
    ),
    "a bomb of tags": (
        answer(packed(XML + b"<rss><channel>" + b"<a>" * 3_000_000, b"zstd"), b"Content-Encoding: zstd"),
        FINE | {"broken"},
    ),
    "folded thrice": (answer(THRICE, b"Content-Encoding: gzip"), {"not-a-feed"}),
    **{
        f"a stream that unfolds to itself, {times} times {coding}": (
            answer(QUINES[coding], b"Content-Encoding: " + ", ".join([coding] * times).encode()),
            {"not-a-feed"},
        )
        for coding in ("gzip", "deflate")
        for times in (1, 3, 1000)
    },
    "a stream that unfolds to itself, called nothing": (answer(QUINES["gzip"]), {"not-a-feed"}),
    "two codings": (
        answer(packed(packed(FEED, b"gzip"), b"br"), b"Content-Encoding: gzip, br"),
        {"not-a-feed", "broken-answer"},
    ),
    "says gzip and is not": (answer(FEED, b"Content-Encoding: gzip"), {"broken-answer"}),
    "says br and is not": (answer(FEED, b"Content-Encoding: br"), {"broken-answer"}),
    "says zstd and is not": (answer(FEED, b"Content-Encoding: zstd"), {"broken-answer"}),
    "gzip cut short": (
        answer(packed(FEED, b"gzip")[:-20], b"Content-Encoding: gzip"),
        FINE | {"broken-answer", "not-a-feed"},
    ),
    "an unknown coding": (answer(FEED, b"Content-Encoding: compress"), {"new", "not-a-feed", "broken-answer"}),
    # --- connection
    "closes at once": (raw(), {"unreachable", "broken-answer"}),
    "closes after the status": (raw(b"HTTP/1.1 200 OK\r\n"), {"unreachable", "broken-answer"}),
    "closes in the body": (raw(OK + b"Content-Length: 1000\r\n\r\n<rss>"), {"broken-answer"}),
    "resets at once": (reset(), {"unreachable", "broken-answer"}),
    "resets in the headers": (reset(OK), {"unreachable", "broken-answer"}),
    "resets in the body": (reset(OK + b"Content-Length: 1000\r\n\r\n<rss>"), {"broken-answer", "unreachable"}),
    "a length too long": (raw(OK + b"Content-Length: %d\r\n\r\n" % (len(FEED) + 1) + FEED), {"broken-answer"}),
    "closes in a chunk": (raw(CHUNKED + b"FF\r\n<rss>"), {"broken-answer"}),
    "a length too short": (raw(OK + b"Content-Length: 30\r\n\r\n" + FEED), {"broken-answer", "not-a-feed"}),
    "a negative length": (raw(OK + b"Content-Length: -5\r\n\r\n" + FEED), CUT),
    "a length that is none": (raw(OK + b"Content-Length: many\r\n\r\n" + FEED), CUT),
    "two lengths": (raw(OK + b"Content-Length: 5\r\nContent-Length: 500\r\n\r\n" + FEED), CUT),
    "a length and chunks": (
        raw(OK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        {"broken-answer", "unreachable", "empty"},
    ),
    "chunks of no size": (raw(CHUNKED + b"zz\r\n<rss>\r\n"), {"broken-answer"}),
    "a chunk of 2^64": (raw(CHUNKED + b"FFFFFFFFFFFFFFFFF\r\n<rss>\r\n"), {"broken-answer"}),
    "no HTTP at all": (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), CUT),
    "noise": (raw(bytes(range(256)) * 100), CUT),
    "HTTP/0.9": (raw(FEED), CUT),
    "another version": (raw(b"HTTP/9.9 200 OK\r\n\r\n"), {"broken-answer", "unreachable", "empty", "wrong-type"}),
    "a header without a name": (answer(FEED, b": y"), CUT),
    "a header with zeros": (answer(FEED, b"X: a\0b"), CUT),
    "a header folded": (answer(FEED, b"X: a\r\n b"), CUT | FINE),
    "early hints without end": (
        again(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 100),
        {"timeout", "broken-answer", "unreachable"},
    ),
    "a hundred 100 Continue, then the feed": (
        raw(b"HTTP/1.1 100 Continue\r\n\r\n" * 100, OK + b"Content-Length: %d\r\n\r\n" % len(FEED) + FEED),
        CUT | FINE,
    ),
    "switches protocols": (
        raw(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n\0\0"),
        {"refused", "broken-answer", "timeout"},
    ),
    # --- statuses
    "no content": (raw(b"HTTP/1.1 204 No Content\r\n\r\n"), {"refused"}),
    "partial content": (answer(status=b"206 Partial Content"), {"refused"}),
    "status 999": (answer(status=b"999 Request denied"), {"refused", "server-error", "broken-answer"}),
    "status 000": (answer(status=b"000 What"), {"refused", "broken-answer", "unreachable"}),
    "not modified, unasked": (raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"), {"refused"}),
    "multiple choices": (answer(b"", b"Location: /elsewhere", status=b"300 Multiple Choices"), {"refused"}),
    "a redirect to itself": (answer(b"", b"Location: /hostile", status=b"301 Moved"), {"redirect-loop"}),
    "a redirect nowhere": (answer(b"", status=b"302 Found"), {"refused"}),
    "a redirect to nonsense": (answer(b"", b"Location: http://[::bad/", status=b"302 Found"), {"bad-address"}),
    "a redirect to a file": (answer(b"", b"Location: file:///etc/passwd", status=b"302 Found"), {"forbidden-address"}),
    "a redirect to gopher": (
        answer(b"", b"Location: gopher://127.0.0.1:25/", status=b"302 Found"),
        {"forbidden-address"},
    ),
    **{
        f"a redirect to {place}": (answer(b"", b"Location: " + place.encode(), status=b"302 Found"), INWARD)
        for place in (
            "http://169.254.169.254/latest/meta-data/", "http://[::ffff:169.254.169.254]/", "http://2852039166/",
            "http://0xA9FEA9FE/", "http://[fd00:ec2::254]/", "http://100.100.100.200/", "http://192.0.0.192/",
            "http://168.63.129.16/", "http://10.0.0.1:9200/", "http://192.168.1.1/", "http://[fe80::1]/", "http://0.0.0.0/",
            "//169.254.169.254/", "http://user:word@169.254.169.254/",
        )
    },
    # --- content
    "billion laughs": (answer(LAUGHS), {"entities"}),
    "quadratic entities": (answer(QUADRATIC), {"entities"}),
    "XXE": (answer(XXE), {"entities"}),
    "a DTD elsewhere": (answer(DTD), FINE),
    "10,000 deep": (answer(DEEP), {"nothing-new", "broken"}),
    "50,000 items": (answer(MANY), {"nothing-new", "new"}),
    "a sitemap of 50,000": (answer(URLSET), {"nothing-new", "new", "not-a-feed"}),
    "10 MB of tags": (answer(XML + b"<rss version='2.0'><channel>" + b"<a>" * 3_000_000), {"nothing-new", "broken"}),
    "10 MB of blanks": (answer(b" " * 10_000_000), {"empty"}),
    "a billion dates": (answer(rss(("1", "/page", "9" * 1_000_000)).encode()), FINE),
    **{
        f"a date of {day!r}": (answer(rss(("1", "/page", day)).encode()), FINE)
        for day in ("Mon, 99 Foo 2026 99:99:99 +9999", "0000-00-00T00:00:00Z", "292277026596-12-04", "-1", "\u202e2026")
    },
    "a sitemap of 50,000, packed": (answer(gzip.compress(URLSET), kind=b"application/gzip"), FINE | {"not-a-feed"}),
    "an encoding that is none": (answer(XML.replace(b"?>", b" encoding='klingon'?>") + FEED.partition(b"?>")[2]), FINE),
    "UTF-16 that is none": (answer(b"\xff\xfe" + FEED), FINE | {"broken", "not-a-feed"}),
    "JSON 100,000 deep": (
        answer(b'{"version":"https://jsonfeed.org/version/1.1","items":' + b"[" * 100_000, kind=b"application/json"),
        {"not-a-feed", "broken"},
    ),
    "a picture": (answer(b"\x89PNG\r\n\x1a\n", kind=b"image/png"), {"wrong-type"}),
    "a film": (again(b"x" * 65536, before=b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n"), {"wrong-type"}),
    "a login page": (answer(b"<html><body><input type='password'>", kind=b"text/html"), {"html"}),
    "dates and lengths to wait for ever": (
        answer(FEED, b"Retry-After: 99999999999999", b"Cache-Control: max-age=99999999999"),
        FINE,
    ),
}  # fmt: skip
"""What a server says at a feed's address, and the words for how that may end."""

PAGES: dict[str, tuple[Talk, set[str]]] = {
    "drips": (again(b"x", before=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", pause=0.02), {"timeout"}),
    "without end": (again(b"x" * 65536, before=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), {"too-large"}),
    "a bomb": (answer(bombs()[b"br"], b"Content-Encoding: br", kind=b"text/html"), {"too-large"}),
    "5 MB of brackets": (answer(b"<" * 5_000_000, kind=b"text/html"), {"fetched"}),
    "10,000 deep": (answer(b"<div>" * 10_000 + PAGE, kind=b"text/html"), {"fetched"}),
    "zeros and halves": (answer(b"\0\xd8\x00\xff" * 1000, kind=b"text/html; charset=utf-16"), {"fetched"}),
    "a charset that is none": (answer(PAGE, kind=b"text/html; charset=\xff\xfe"), {"fetched"}),
    "resets": (
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n<p>"),
        {"broken-answer"},
    ),
    "a document": (answer(b"%PDF", kind=b"application/pdf"), {"wrong-type"}),
    "a redirect loop": (answer(b"", b"Location: /page", status=b"302 Found"), {"redirect-loop"}),
    "a canonical link of 1 MB": (
        answer(b"<link rel='canonical' href='/" + b"a" * 1_000_000 + b"'>" + PAGE, kind=b"text/html"), {"fetched"},
    ),
    "a meta tag of 4 MB": (answer(b"<meta content='" + b"a" * 4_000_000, kind=b"text/html"), {"fetched"}),
}  # fmt: skip


class Memory:
    """The most resident memory while it runs, above that at the start."""

    def __enter__(self) -> "Memory":
        self._process, self._ended = psutil.Process(), threading.Event()
        self._before = self.most = self._process.memory_info().rss
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        self.growth = self.most - self._before

    def _watch(self) -> None:
        while not self._ended.wait(0.01):
            self.most = max(self.most, self._process.memory_info().rss)


@pytest.fixture
async def hostile() -> AsyncIterator[Misbehaving]:
    async with misbehaving() as one:
        yield one


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "p.sqlite", TABLES) as one:
        yield one


async def polled(
    hostile: Misbehaving, database: Database, resolver: AbstractResolver | None = None
) -> tuple[str, float, float, dict[str, float]]:
    """The hostile feed and an honest one, polled together: how the first ended, in what time and memory, and how the
    pages did. The honest one must have brought its article."""
    async with (
        serving() as honest,
        living(honest, database, resolver, **HERE, request_time=REQUEST_TIME, pages_at_once=2, page_tries=1) as world,
    ):
        good = world.feed("good")
        with Memory() as memory:
            began = monotonic()
            await asyncio.wait_for(world.poll(good, hostile.url("/hostile")), 60)
            took = monotonic() - began
        outcomes = {report.feed.url: report for report in world.reports}
        assert outcomes[good].new == 1
        ended = outcomes[hostile.url("/hostile")].outcome
        assert world.metrics.counted("polls_total", outcome=ended) >= 1
        assert world.metrics.counted("polls_total") == 2
        words = [sample.labels["outcome"] for metric in world.metrics.registry.collect() for sample in metric.samples
                 if sample.name == "pourparler_pages_total"]  # fmt: skip
        return ended, took, memory.growth, {word: world.pages(word) for word in words}


@pytest.mark.parametrize("case", FEEDS)
async def test_a_hostile_feed(hostile: Misbehaving, database: Database, case: str) -> None:
    talk, expected = FEEDS[case]
    hostile.talks |= {"/hostile": talk, "/page": answer(PAGE, kind=b"text/html")}
    ended, took, growth, _ = await polled(hostile, database)
    assert ended in expected
    assert took < LONGEST
    assert growth < MOST_MEMORY


@pytest.mark.parametrize("case", PAGES)
async def test_a_hostile_page(hostile: Misbehaving, database: Database, case: str) -> None:
    talk, expected = PAGES[case]
    hostile.talks |= {"/hostile": answer(), "/page": talk}
    ended, took, growth, pages = await polled(hostile, database)
    assert ended in ("new", "nothing-new")
    pages["fetched"] -= 1  # the honest feed's
    assert [word for word, count in pages.items() if count] == sorted(expected)
    assert took < LONGEST
    assert growth < MOST_MEMORY


@pytest.mark.parametrize("talk", [
    again(b"Disallow: /x\n", before=b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"),
    answer(b"User-agent: *\nDisallow: /" + b"*a" * 100_000, kind=b"text/plain"),
    answer(b"\xff\xfe\0" * 1000, kind=b"image/png"),
    answer(b"User-agent: *\nCrawl-delay: -5\nCrawl-delay: nan\nRequest-rate: 0/0\n", kind=b"text/plain"),
    answer(b"", b"Location: /robots.txt", status=b"301 Moved"),
], ids=["without end", "stars", "noise", "delays", "loop"])  # fmt: skip
async def test_hostile_rules(hostile: Misbehaving, database: Database, talk: Talk) -> None:
    hostile.talks |= {"/hostile": answer(), "/page": answer(PAGE, kind=b"text/html"), "/robots.txt": talk}
    ended, took, growth, _ = await polled(hostile, database)
    assert ended == "new"
    assert took < LONGEST
    assert growth < MOST_MEMORY


class Names(AbstractResolver):
    """Each time it is asked it tells the next of these addresses, in the end the last."""

    def __init__(self, *told: list[str]) -> None:
        self.told = list(told)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        addresses = self.told.pop(0) if len(self.told) > 1 else self.told[0]
        return [
            ResolveResult(
                hostname=host, host=one, port=port, family=socket.AF_INET, proto=0, flags=socket.AI_NUMERICHOST
            )
            for one in addresses
        ]

    async def close(self) -> None:
        return


OURS, NOBODY, METADATA = "127.0.0.1", "127.0.0.2", "169.254.169.254"
NAMES: dict[str, tuple[list[list[str]], set[str]]] = {
    "stays what it is": ([[OURS]], {"new"}),
    "is metadata": ([[METADATA]], {"forbidden-address"}),
    "becomes metadata at a redirect": ([[OURS], [METADATA]], {"forbidden-address"}),
    "is metadata where nobody else answers": ([[NOBODY, METADATA]], {"forbidden-address", "unreachable"}),
    "is metadata besides, after a redirect": ([[OURS], [METADATA, NOBODY]], {"forbidden-address", "unreachable"}),
}  # fmt: skip
"""What a name means, each time it is asked for, and how a feed there may end that redirects to another name."""


@pytest.mark.parametrize("case", NAMES)
async def test_a_hostile_name(hostile: Misbehaving, database: Database, case: str) -> None:
    told, expected = NAMES[case]
    port = hostile.address.rpartition(":")[2]
    hostile.address = f"http://one.example:{port}"
    there = f"http://other.example:{port}/feed".encode()
    hostile.talks |= {
        "/hostile": answer(b"", b"Location: " + there, status=b"302 Found"),
        "/feed": answer(),
        "/page": answer(PAGE, kind=b"text/html"),
    }
    ended, took, growth, _ = await polled(hostile, database, Names(*told))
    assert ended in expected
    assert took < LONGEST
    assert growth < MOST_MEMORY


async def test_a_name_that_becomes_metadata_between_two_polls(hostile: Misbehaving, database: Database) -> None:
    hostile.talks |= {"/hostile": answer(), "/page": answer(PAGE, kind=b"text/html")}
    hostile.address = hostile.address.replace(OURS, "one.example")
    url = hostile.url("/hostile")
    async with serving() as honest, living(honest, database, Names([OURS], [METADATA]), **HERE) as world:
        await world.poll(world.feed("a"), url)
        # Past the time that answers of the name server are kept.
        world.fetcher.poller.client._session.connector.clear_dns_cache()  # type: ignore[union-attr]
        asked = list(hostile.asked)
        await world.poll(world.feed("a", "b"), url)
        told = [(report.outcome, report.new) for report in world.reports if report.feed.url == url]
        assert told == [("new", 1), ("forbidden-address", 0)]
        assert hostile.asked == asked
        assert {"a", "b"} <= set(world.published)
        assert world.metrics.counted("polls_total", outcome="forbidden-address") == 1


def _shaken(issued_to: str, **options: object) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(issued_to, **options).configure_cert(context)  # type: ignore[arg-type]
    return context


TLS: dict[str, tuple[ssl.SSLContext | None, Talk, set[str]]] = {
    "a certificate of nobody": (_shaken("127.0.0.1"), answer(), {"certificate"}),
    "a certificate of another": (_shaken("example.org"), answer(), {"certificate"}),
    "a certificate of long ago": (
        _shaken("127.0.0.1", not_before=datetime(2020, 1, 1), not_after=datetime(2020, 2, 1)),
        answer(),
        {"certificate"},
    ),
    "no TLS": (None, answer(), {"unreachable", "broken-answer"}),
    "a handshake that does not come": (None, again(b"", pause=0.05), {"timeout"}),
    "a handshake drop by drop": (None, again(b"\x16\x03\x01", pause=0.05), {"unreachable", "timeout", "broken-answer"}),
    "a handshake of noise": (None, raw(b"\x16\x03\x03\xff\xff" + b"\0" * 70_000), {"unreachable", "broken-answer"}),
    "a reset in the handshake": (None, reset(b"\x16\x03\x03"), {"unreachable", "broken-answer"}),
}  # fmt: skip


@pytest.mark.parametrize("case", TLS)
async def test_hostile_tls(database: Database, case: str) -> None:
    context, talk, expected = TLS[case]
    async with misbehaving(context) as one:
        one.talks["/hostile"] = talk
        # Who speaks no TLS speaks at once.
        one.first = talk if context is None else None
        one.address = one.address.replace("http:", "https:")
        ended, took, growth, _ = await polled(one, database)
    assert ended in expected
    assert took < LONGEST
    assert growth < MOST_MEMORY


def test_what_unfolds_to_itself_does() -> None:
    assert gzip.decompress(QUINES["gzip"]) == QUINES["gzip"]
    assert zlib.decompress(QUINES["deflate"], -zlib.MAX_WBITS) == QUINES["deflate"]


def test_there_are_enough_of_them() -> None:
    assert len(FEEDS) + len(PAGES) + len(TLS) + len(NAMES) >= 120
