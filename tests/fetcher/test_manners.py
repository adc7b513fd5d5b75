"""How sites are treated: their rules, their load, their names; and whose word is taken for who they are."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from services.database import Database, open_database
from services.fetcher.addresses import is_public
from services.fetcher.app import TABLES
from services.fetcher.http import Client, Failed, Fetched
from services.fetcher.politeness import Politeness
from services.fetcher.settings import FetcherSettings
from services.fetcher.sites import is_same_publisher, publisher_of, server_of
from tests.fetcher.server import Server, serving
from tests.fetcher.test_politeness import Time, starts
from tests.fetcher.test_poll import living


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as one:
        yield one


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "p.sqlite", TABLES) as one:
        yield one


def client(resolver: AbstractResolver | None = None, may_connect: Any = is_public, **settings: Any) -> Client:
    options = FetcherSettings(**({"host_delay": 0, "request_time": 5, "robots": False} | settings))
    politeness = Politeness(options.per_host, options.host_delay, asyncio.get_running_loop().time, asyncio.sleep)
    return Client(options, politeness, may_connect, resolver)


def reason(result: object) -> str:
    assert isinstance(result, Failed), result
    return result.reason


# --- robots.txt


RULES = "User-agent: pourparler\nDisallow: /secret\n\nUser-agent: *\nDisallow: /"


async def test_pages_that_robots_txt_forbids_are_left_alone(server: Server, database: Database) -> None:
    async with living(server, database) as world:
        server.says("/robots.txt", RULES, Content_Type="text/plain")
        url = world.feed("secret", "a", "b")
        assert (await world.poll(url)).new == 2
        assert (server.count("/secret"), server.count("/robots.txt")) == (0, 1)
        assert world.pages("robots") == 1


async def test_a_redirect_does_not_lead_around_robots_txt(server: Server, database: Database) -> None:
    async with living(server, database) as world:
        server.says("/robots.txt", RULES, Content_Type="text/plain")
        url = world.feed("a")
        server.says("/a", "", 302, Location="/secret")
        server.says("/secret", "<p>secret")
        await world.poll(url)
        assert server.count("/secret") == 0


@pytest.mark.parametrize(("status", "new"), [(404, 1), (403, 1), (410, 1), (500, 0), (503, 0), (429, 0)])
async def test_rules_that_cannot_be_had(server: Server, database: Database, status: int, new: int) -> None:
    """None are no hindrance; unreachable ones are, for now (RFC 9309, 2.3.1)."""
    async with living(server, database) as world:
        server.says("/robots.txt", "", status)
        url = world.feed("a")
        assert (await world.poll(url)).new == new
        state = await world.book.state(url)
        assert state is not None
        assert ("a" in state.seen) == bool(new)


async def test_a_crawl_delay_is_kept(server: Server, database: Database) -> None:
    async with living(server, database, pages_at_once=3) as world:
        server.says("/robots.txt", "User-agent: *\nCrawl-delay: 0.3", Content_Type="text/plain")
        moments = []
        url = world.feed("a", "b", "c")
        page = server.answers["/a"]

        async def noted(request: web.Request) -> web.StreamResponse:
            moments.append(asyncio.get_running_loop().time())
            return await page(request)

        server.answers |= {"/a": noted, "/b": noted, "/c": noted}
        assert (await world.poll(url)).new == 3
        assert all(later - sooner > 0.28 for sooner, later in pairwise(moments))


async def test_feeds_are_asked_for_by_name_and_need_no_robots_txt(server: Server, database: Database) -> None:
    async with living(server, database) as world:
        server.says("/robots.txt", "User-agent: *\nDisallow: /", Content_Type="text/plain")
        assert (await world.poll(world.feed())).outcome == "nothing-new"


# --- sites


@pytest.mark.parametrize(
    ("host", "server", "publisher"),
    [
        ("feeds.bbci.co.uk", "bbci.co.uk", "bbci.co.uk"),
        ("www.lemonde.fr", "lemonde.fr", "lemonde.fr"),
        ("one.blogspot.com", "blogspot.com", "one.blogspot.com"),
        ("A.Example.ORG.", "example.org", "example.org"),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "10.0.0.1"),
        ("::1", "::1", "::1"),
        ("localhost", "localhost", "localhost"),
        ("co.uk", "co.uk", "co.uk"),
        ("", "", ""),
    ],
)
def test_whose_servers_and_whose_pages(host: str, server: str, publisher: str) -> None:
    assert (server_of(host), publisher_of(host)) == (server, publisher)


def test_one_publisher_under_two_suffixes() -> None:
    assert is_same_publisher("https://www.bbc.co.uk/a", "https://bbc.com/b")
    assert not is_same_publisher("https://one.blogspot.com/a", "https://two.blogspot.com/b")
    assert not is_same_publisher("http://127.0.0.1/a", "http://127.0.0.2/a")


async def test_hosts_of_one_site_take_turns_together(server: Server, tmp_path: Path) -> None:
    """Two hosts of a domain: the second request waits for the delay of the first."""
    port = server.address.rpartition(":")[2]
    server.says("/a", "one")
    slept = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    options = FetcherSettings(allow_private_addresses=True, host_delay=60, robots=False)
    politeness = Politeness(2, 60, asyncio.get_running_loop().time, sleep)
    async with Client(options, politeness, resolver=Names()) as one:
        for host in ("news.example.org", "feeds.example.org", "example.net"):
            assert isinstance(await one.get(f"http://{host}:{port}/a", "page"), Fetched)
    assert len(slept) == 1
    assert 59 < slept[0] <= 60


async def test_a_slow_site_gets_requests_further_apart() -> None:
    time = Time()
    politeness = Politeness(2, 1, time.clock, time.sleep)
    for _ in range(30):
        politeness.took("slow", 20.0)
        politeness.took("quick", 0.1)
    begun = await starts(politeness, time, "slow", "slow", "slow")
    waits = [later - sooner for (_, sooner), (_, later) in pairwise(begun)]
    assert all(9 < wait <= 10 for wait in waits)
    assert [moment - time.now for _, moment in await starts(politeness, time, "quick")] == [0]


async def test_a_site_that_asked_for_fewer_gets_fewer_for_a_while() -> None:
    time = Time()
    politeness = Politeness(2, 1, time.clock, time.sleep)
    politeness.overtaxed("a")
    begun = [moment for _, moment in await starts(politeness, time, "a", "a", "a")]
    assert begun == [30, 60, 90]
    time.now = 1000
    assert [moment for _, moment in await starts(politeness, time, "a", "a")] == [1000, 1001]


def test_a_site_rests_as_long_as_it_asks() -> None:
    time = Time()
    politeness = Politeness(2, 1, time.clock, time.sleep)
    politeness.rests("a", 600)
    politeness.rests("a", 60)
    begun = time.now
    assert politeness.is_resting("a")
    assert not politeness.is_resting("b")
    time.now = begun + 599
    assert politeness.is_resting("a")
    time.now = begun + 600
    assert not politeness.is_resting("a")


async def test_a_host_nobody_answers_at_is_not_tried_for_each_of_its_pages(database: Database) -> None:
    async with serving() as gone:
        address = gone.address
    tried = []

    def may_connect(where: str) -> bool:
        tried.append(where)
        return True

    async with client(may_connect=may_connect) as one:
        results = [await one.get(f"{address}/{number}", "page") for number in range(5)]
    assert {reason(result) for result in results} == {"unreachable"}
    assert len(tried) == 1


# --- who a name is


class Names(AbstractResolver):
    """Every name is this machine; `first` is told once before."""

    def __init__(self, first: str = "127.0.0.1") -> None:
        self.told = [first]

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        address = self.told.pop() if self.told else "127.0.0.1"
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)
        ]

    async def close(self) -> None:
        return


async def test_a_name_that_changes_its_mind_between_check_and_connection_gains_nothing(server: Server) -> None:
    """What a name means is checked on the very address that is connected to, each time."""
    port = server.address.rpartition(":")[2]
    server.says("/", "one", Connection="close")
    names = Names()
    async with client(names, lambda address: address == "127.0.0.1") as one:
        url = f"http://rebinding.example:{port}/"
        assert isinstance(await one.get(url, "page"), Fetched)
        names.told = ["169.254.169.254"]
        # Past the time that answers of the name server are kept.
        one._session.connector.clear_dns_cache()  # type: ignore[union-attr]
        assert reason(await one.get(url, "page")) == "forbidden-address"
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "192.0.0.192", "168.63.129.16", "169.254.170.2"]
)
def test_metadata_of_clouds_is_no_public_place(address: str) -> None:
    assert not is_public(address)


async def test_a_redirect_to_metadata_is_not_followed(server: Server) -> None:
    server.says("/a", "", 302, Location="http://169.254.169.254/latest/meta-data/")
    async with client(may_connect=lambda address: address == "127.0.0.1") as one:
        assert reason(await one.get(server.url("/a"), "page")) == "forbidden-address"


async def test_networks_that_are_allowed_by_name_are(server: Server) -> None:
    server.says("/a", "one")
    async with client(allow_networks=["127.0.0.0/8"]) as one:
        assert isinstance(await one.get(server.url("/a"), "page"), Fetched)
    async with client(allow_networks=["10.0.0.0/8"]) as one:
        assert reason(await one.get(server.url("/a"), "page")) == "forbidden-address"


@pytest.mark.parametrize("issued_to", ["127.0.0.1", "other.example"])
async def test_a_certificate_nobody_vouches_for_is_refused(issued_to: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(issued_to).configure_cert(context)
    asked = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as tls:
        port = tls.sockets[0].getsockname()[1]
        async with client(allow_private_addresses=True) as one:
            result = await one.get(f"https://127.0.0.1:{port}/", "feed")
    assert isinstance(result, Failed)
    assert (result.kind, result.reason) == ("soft", "certificate")
    assert asked == []


async def test_tls_with_who_does_not_speak_it(server: Server) -> None:
    async with client(allow_private_addresses=True) as one:
        result = await one.get(server.url("/").replace("http:", "https:"), "feed")
    assert isinstance(result, Failed)
    assert result.kind == "temporary"


async def test_a_wall_for_robots_is_told_by_name(server: Server) -> None:
    server.says("/a", "<p>Checking your browser", 403, cf_mitigated="challenge")
    async with client(allow_private_addresses=True) as one:
        assert reason(await one.get(server.url("/a"), "page")) == "challenge"


@pytest.mark.parametrize("name", ["Cookie", "Referer", "From", "X-Forwarded-For"])
async def test_no_more_is_told_of_us_than_who_we_are(server: Server, name: str) -> None:
    server.says("/a", "", 302, Location="/b", Set_Cookie="id=1")
    server.says("/b", "one", Set_Cookie="id=2")
    async with client(allow_private_addresses=True) as one:
        await one.get(server.url("/a?x=1"), "feed")
    assert [str(request.rel_url) for request in server.requests] == ["/a?x=1", "/b"]
    assert all(name not in request.headers for request in server.requests)
