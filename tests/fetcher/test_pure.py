"""Addresses, feeds, OPML: functions of values and their laws."""

import contextlib
from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import Article
from schemas.codec import decode, encode
from schemas.feed import Feed
from services.fetcher import opml
from services.fetcher.addresses import is_public
from services.fetcher.entry import NotAFeedError
from services.fetcher.feed import parse
from services.fetcher.urls import article_id, canonical
from tests.fetcher.server import rss

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("https://Example.org:443/a?utm_source=x&id=1#top", "https://example.org/a?id=1"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org/a?fbclid=abc", "https://example.org/a"),
    ],
)
def test_one_page_has_one_address(written: str, same: str) -> None:
    assert article_id(written) == article_id(same)


@given(
    st.sampled_from(["/", "/a/b", "/é", "/a%20b"]),
    st.dictionaries(st.sampled_from(["id", "utm_medium", "page"]), st.text("abc1", max_size=3)),
)
def test_the_canonical_address_is_its_own(path: str, query: dict[str, str]) -> None:
    url = f"https://example.org{path}?" + "&".join(f"{name}={value}" for name, value in query.items())
    assert canonical(canonical(url)) == canonical(url)


@given(st.one_of(st.text(max_size=60), st.from_regex(r"https?://[a-zé.@:%0-9]{1,20}(/[ -~é]{0,20})?", fullmatch=True)))
def test_any_text_has_one_address_or_none(text: str) -> None:
    with contextlib.suppress(ValueError):
        address = canonical(text)
        assert canonical(address) == address
        assert len(article_id(text)) == 32


def test_an_address_keeps_no_password() -> None:
    assert canonical("https://user:hunter2@example.org/a") == "https://example.org/a"


@pytest.mark.parametrize("url", ["ftp://example.org/a", "javascript:alert(1)", "", "/relative", "http://"])
def test_only_web_pages_have_an_address(url: str) -> None:
    with pytest.raises(ValueError, match="not an http"):
        canonical(url)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "93.184.216.34", "64:ff9b::8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::",
        "ff02::1", "::", "::127.0.0.1", "fec0::1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "240.0.0.1", "198.18.0.1",
    ],
)  # fmt: skip
def test_other_addresses(address: str) -> None:
    assert not is_public(address)


def entries(body: str | bytes, most: int = 100, content_type: str = "application/rss+xml") -> list[tuple[str, str]]:
    raw = body.encode() if isinstance(body, str) else body
    return [(one.key, one.url) for one in parse(raw, "https://example.org/feed", content_type, most, NOW).entries]


def test_relative_links_and_items_without_one() -> None:
    body = rss(("1", "/a", ""), ("2", "", ""), ("3", "mailto:x@example.org", ""))
    assert entries(body) == [("1", "https://example.org/a")]


def test_one_guid_for_several_articles() -> None:
    body = rss(("same", "https://e.org/a", ""), ("same", "https://e.org/b", ""), ("same", "https://e.org/a", ""))
    assert [url for _, url in entries(body)] == ["https://e.org/a", "https://e.org/b"]
    assert len({key for key, _ in entries(body)}) == 2


@pytest.mark.parametrize("day", ["Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 2099 00:00:00 GMT", "yesterday", ""])
def test_dates_no_clock_can_be_right_about_are_none(day: str) -> None:
    (entry,) = parse(rss(("1", "https://e.org/a", day)).encode(), "https://e.org/f", "", 10, NOW).entries
    assert entry.published_at is None


def test_a_new_article_under_an_old_guid_is_new() -> None:
    before = entries(rss(("same", "https://e.org/a", ""), ("same", "https://e.org/b", "")))
    after = entries(rss(("same", "https://e.org/c", ""), ("same", "https://e.org/a", "")))
    assert [url for key, url in after if key not in dict(before)] == ["https://e.org/c"]


def test_an_article_whose_address_changes_keeps_its_key() -> None:
    assert entries(rss(("1", "https://e.org/a", "")))[0][0] == entries(rss(("1", "https://e.org/a?v=2", "")))[0][0]


ATOM = """<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>F</title>{}</feed>"""
ATOM_ENTRY = "<entry><id>{0}</id><title>T</title><link href='https://e.org/{0}'/></entry>"
RDF = """<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
 xmlns='http://purl.org/rss/1.0/'><channel><title>F</title></channel>{}</rdf:RDF>"""
RDF_ITEM = "<item rdf:about='{0}'><title>T</title><link>https://e.org/{0}</link></item>"


@pytest.mark.parametrize(
    "body",
    [
        rss(*((str(number), f"https://e.org/{number}", "") for number in range(20_000))),
        rss(*((str(number), f"https://e.org/{number}", "") for number in range(20_000))).replace("</rss>", ""),
        ATOM.format("".join(map(ATOM_ENTRY.format, range(20_000)))),
        RDF.format("".join(map(RDF_ITEM.format, range(20_000)))),
    ],
    ids=["rss", "unfinished", "atom", "rdf"],
)
def test_no_more_items_than_the_cap(body: str) -> None:
    began = process_time()
    assert [url for _, url in entries(body, most=500)] == [f"https://e.org/{number}" for number in range(500)]
    assert process_time() - began < 2


@pytest.mark.parametrize(
    "item", ["<item>", "<a>", "<a/", "<", "&", "&lt;p&gt;", "<![CDATA[", "<!--", "<item><link>https://e.org/", "<a "]
)
def test_a_feed_made_to_tire_the_parser_does_not(item: str) -> None:
    attributes = " ".join(f"a{number}=''" for number in range(100_000)) if item == "<a " else ""
    body = rss(("1", "https://e.org/a", "")).partition("</channel>")[0] + item * (3_000_000 // len(item)) + attributes
    began = process_time()
    assert ("1", "https://e.org/a") in entries(body, most=500)
    assert process_time() - began < 8


def test_two_byte_encodings() -> None:
    body = rss(("1", "https://e.org/a", "")).replace("version='1.0'", "version='1.0' encoding='utf-16'")
    assert entries(body.encode("utf-16"), content_type="application/xml") == [("1", "https://e.org/a")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_references_in_wide_encodings(encoding: str) -> None:
    body = rss(("1", "https://e.org/a?b=1&amp;c=2", ""), ("2", "https://e.org/b", ""))
    body = body.replace("version='1.0'", f"version='1.0' encoding='{encoding[:6]}'").replace(">T<", ">Thé &#38; T<")
    found = parse(body.encode(encoding), "https://e.org/feed", "text/xml; charset=utf-16", 500, NOW).entries
    assert [one.url for one in found] == ["https://e.org/a?b=1&c=2", "https://e.org/b"]
    assert {one.title for one in found} == {"Thé & T"}


@pytest.mark.parametrize("charset", ["utf-16", "utf-8"])
def test_blanks_before_a_feed_cost_nothing(charset: str) -> None:
    body = (" " * 3_000_000 + rss(("1", "https://e.org/a", ""))).encode(charset)
    began = process_time()
    with pytest.raises(NotAFeedError):
        entries(body)
    assert process_time() - began < 8


@pytest.mark.parametrize("charset", ["undefined", "idna", "hex", "nonsense"])
def test_a_charset_that_is_none_hides_no_feed(charset: str) -> None:
    body = rss(("1", "https://e.org/a", "")).encode()
    assert entries(body, content_type=f"text/xml; charset={charset}") == [("1", "https://e.org/a")]
    told = body.replace(b"version='1.0'", f"version='1.0' encoding='{charset}'".encode())
    assert entries(told) == [("1", "https://e.org/a")]


def test_a_scheme_may_be_written_in_capitals() -> None:
    assert entries(rss(("1", "HTTP://e.org/a", ""))) == [("1", "HTTP://e.org/a")]
    assert article_id("HTTP://e.org/a") == article_id("https://e.org/a")


@pytest.mark.parametrize(
    "link", ["http://[bad", "http://e.org:port/", "https://e.org/" + "a" * 3000, "//", "http:///a"]
)
def test_a_link_that_is_none_harms_no_other(link: str) -> None:
    assert ("2", "https://e.org/b") in entries(rss(("1", link, ""), ("2", "https://e.org/b", "")))


@pytest.mark.parametrize(
    "text", ["a&#xD800;b", "a&#0;b", "a\x00b", "a\x1bb", "a&#xDFFF;b", "a&#55357;&#56832;b", "ab" + "\ufffe"]
)
def test_what_a_feed_says_can_be_written_down(text: str) -> None:
    body = rss((f"1{text}", "https://e.org/b", "")).replace("<title>T", f"<title>{text}").encode()
    parsed = parse(body, "https://example.org/feed", "", 10, NOW)
    assert len(parsed.entries) == 1
    for entry in parsed.entries:
        article = Article(id="1", title=entry.title, url=entry.url, produced_at=NOW, html="")
        assert decode(encode(article), Article) == article
        assert "\x00" not in entry.key + (entry.title or "")


def test_a_guid_of_any_length_has_a_short_key() -> None:
    (one, _), (other, _) = entries(rss(("x" * 9000, "https://e.org/a", ""), ("x" * 9001, "https://e.org/b", "")))
    assert one != other
    assert len(one) <= 200


@given(st.binary(max_size=300), st.sampled_from([b"", b"<rss version='2.0'><channel><item><link>", b"<feed><entry>"]))
def test_bytes_of_any_kind_are_a_feed_or_none(noise: bytes, start: bytes) -> None:
    with contextlib.suppress(NotAFeedError):
        parse(start + noise, "https://e.org/f", "application/xml", 10, NOW)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"<html><body>Welcome</body></html>", "html"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not-a-feed"),
        (b"just words", "not-a-feed"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"></rss>'.encode("utf-16"), "entities"),
        (b'<!-- <rss > --><!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"></rss>', "entities"),
        (b"<html>" + b"<p>x" * 1_000_000, "html"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"><channel><title>&a;</title></channel></rss>', "entities"),
    ],
)
def test_what_is_no_feed(body: bytes, reason: str) -> None:
    with pytest.raises(NotAFeedError) as raised:
        parse(body, "https://e.org/f", "text/xml", 10, NOW)
    assert raised.value.reason == reason


def test_a_wrong_encoding_still_gives_the_articles() -> None:
    body = rss(("1", "https://e.org/a", "")).replace("<title>T", "<title>Négociations").encode("latin-1")
    assert entries(body, content_type="text/xml; charset=utf-8") == [("1", "https://e.org/a")]


def test_opml_there_and_back() -> None:
    feeds = [
        Feed(url="https://e.org/a", title="A & B", language="fr", tags=("news", "europe")),
        Feed(url="https://e.org/b", title="https://e.org/b"),
    ]
    assert opml.read(opml.write(feeds)) == sorted(feeds, key=lambda feed: -len(feed.tags)) or set(
        opml.read(opml.write(feeds))
    ) == set(feeds)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"not xml",
        b"<html/>",
        b"<opml version='2.0'/>",
        b'<!DOCTYPE o [<!ENTITY a "b">]><opml/>',
        b"<opml><body>" + b"<outline text='a'>" * 9000 + b"</outline>" * 9000 + b"</body></opml>",
    ],
)
def test_what_is_no_opml(text: bytes) -> None:
    with pytest.raises(opml.OpmlError, match="not OPML"):
        opml.read(text)


def test_a_list_names_what_is_no_address_and_the_others_are_read() -> None:
    wrong = ["http://[bad/rss", "http:///rss", "http://e.org:99999/rss", "feed:e.org/rss"]
    outlines = "".join(f"<outline xmlUrl='{url}'/>" for url in [*wrong, "HTTPS://e.org/rss"])
    told: list[str] = []
    feeds = opml.read(f"<opml version='2.0'><body>{outlines}</body></opml>".encode(), told.append)
    assert ([feed.url for feed in feeds], told) == (["HTTPS://e.org/rss"], wrong)


def test_the_starter_feeds_are_many_and_in_both_languages() -> None:
    feeds = opml.starter_feeds()
    assert len(feeds) >= 30
    assert {feed.language for feed in feeds} == {"fr", "en"}
    assert len({feed.url for feed in feeds}) == len(feeds)
