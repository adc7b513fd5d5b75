"""The demo's newspapers as a reader meets them, over HTTP."""

from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import feedparser
import pytest
import trafilatura

from services.demo.press import Press, shipped
from services.demo.server import PortTakenError, Served, serving


@pytest.fixture(scope="module")
def press() -> Press:
    return shipped()


@pytest.fixture
async def served(press: Press) -> AsyncIterator[Served]:
    async with serving(press) as served:
        yield served


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as client:
        yield client


async def read(client: aiohttp.ClientSession, address: str) -> bytes:
    async with client.get(address) as response:
        assert response.status == 200
        return await response.read()


async def test_every_feed_is_well_formed_and_announces_its_stories(
    press: Press, served: Served, client: aiohttp.ClientSession
) -> None:
    for outlet, address in zip(press.outlets, served.feeds, strict=True):
        feed = feedparser.parse(await read(client, address))
        assert not feed.bozo
        assert feed.feed.language == outlet.language
        announced = {entry.link for entry in feed.entries}
        assert announced == {served.address + entry.path for entry in press.entries(outlet)}


async def test_a_feed_tells_the_dates_of_its_stories(
    press: Press, served: Served, client: aiohttp.ClientSession
) -> None:
    told = {}
    for address in served.feeds:
        for entry in feedparser.parse(await read(client, address)).entries:
            told[entry.link] = (entry.get("published_parsed") or entry.get("updated_parsed") or [None])[:6]
    for story in press.stories:
        expected = story.published.utctimetuple()[:6] if story.published else [None]
        assert tuple(told[served.address + story.path]) == tuple(expected)


async def test_a_feed_that_did_not_change_is_not_sent_again(served: Served, client: aiohttp.ClientSession) -> None:
    async with client.get(served.feeds[0]) as first:
        etag = first.headers["ETag"]
    async with client.get(served.feeds[0], headers={"If-None-Match": etag}) as second:
        assert (second.status, await second.read()) == (304, b"")


async def test_the_article_can_be_read_out_of_its_page_and_nothing_else(
    press: Press, served: Served, client: aiohttp.ClientSession
) -> None:
    for story in press.stories:
        page = (await read(client, served.address + story.path)).decode()
        assert "newsletter" in page
        text = trafilatura.extract(page) or ""
        assert text.split("\n") == story.body.replace("## ", "").split("\n\n")


async def test_what_is_special_to_html_and_xml_is_escaped(press: Press, client: aiohttp.ClientSession) -> None:
    odd = replace(press.stories[1], title='<b>Salt & "pepper"', body="Prices < costs & so on, said the cook.")
    async with serving(replace(press, stories=(odd,))) as served:
        page = (await read(client, served.address + odd.path)).decode()
        feeds = [feedparser.parse(await read(client, address)) for address in served.feeds]
    titles = [entry.title for feed in feeds for entry in feed.entries]
    assert "&lt;b&gt;Salt &amp; &quot;pepper&quot;" in page
    assert "Prices &lt; costs &amp; so on" in page
    assert any("Salt &" in title for title in titles)


@pytest.mark.parametrize(
    ("kind", "status", "content_type"),
    [("document", 200, "application/pdf"), ("login", 200, "text/html"), ("missing", 404, "text/plain")],
)
async def test_an_entry_may_lead_nowhere(
    press: Press, served: Served, client: aiohttp.ClientSession, kind: str, status: int, content_type: str
) -> None:
    path = next(oddity.path for oddity in press.oddities if oddity.kind == kind)
    async with client.get(served.address + path) as response:
        assert (response.status, response.content_type) == (status, content_type)
        assert kind != "login" or 'type="password"' in await response.text()


async def test_an_entry_may_lead_in_a_circle(press: Press, served: Served, client: aiohttp.ClientSession) -> None:
    path = next(oddity.path for oddity in press.oddities if oddity.kind == "loop")
    with pytest.raises(aiohttp.TooManyRedirects):
        await client.get(served.address + path)


async def test_the_port_can_be_chosen_so_that_addresses_stay_over_restarts(press: Press) -> None:
    async with serving(press) as first:
        port = int(first.address.rsplit(":", 1)[1])
        with pytest.raises(PortTakenError, match="in use"):
            async with serving(press, port):
                pass
    async with serving(press, port) as again:
        assert again == first
