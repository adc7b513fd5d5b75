"""What is read from a page, and what is left out."""

from datetime import UTC, date, datetime

import pytest

from schemas.article import Article
from services.extractor.document import Document
from services.extractor.page.read import read
from services.extractor.page.unreadable import Unreadable

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
PARAGRAPHS = [
    "The envoys of Peru and Chile met in Quito on Tuesday to speak about fishing rights off the coast.",
    "They agreed to meet again before the end of the month, a spokeswoman said after the session.",
    "Fishermen on both sides have waited for an accord since the last one ran out three years ago.",
]


LOCKED = (
    "<html><head><script type='application/ld+json'>{\"isAccessibleForFree\": false}</script></head><body><article>"
    "<p>The envoys met in Quito to speak about fish. Subscribe to read.</p></article></body></html>"
)


def page(body: str = "", head: str = "", title: str = "Envoys meet in Quito") -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home page</a></li><li><a href='/w'>World news</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{paragraphs}{body}</article>"
        "<footer>Copyright 2024 The Gazette</footer></body></html>"
    )


def read_page(html: str, **fields: object) -> Document:
    return read(Article.model_validate({"id": "a", "produced_at": NOW, "html": html, **fields}))


def test_text_is_title_empty_line_and_body() -> None:
    document = read_page(page())
    assert document.text == "Envoys meet in Quito\n\n" + "\n".join(PARAGRAPHS)
    assert document.title == "Envoys meet in Quito"
    assert document.headline == (0, len("Envoys meet in Quito"))
    assert document.language == "en"


def test_the_title_of_the_feed_goes_before_that_of_the_page() -> None:
    document = read_page(page(title="Envoys meet | The Gazette"), title="Envoys  meet\nin Quito")
    assert document.text.startswith("Envoys meet in Quito\n\n")
    assert document.headline == (0, len("Envoys meet in Quito"))
    assert document.reference.title == "Envoys meet in Quito"


@pytest.mark.parametrize(
    "junk",
    [
        "<figure><img src='a.jpg'><figcaption>Envoys pose for a picture on the stairs.</figcaption></figure>",
        "<aside><h2>Read more</h2><p>Envoys pose for a picture on the stairs.</p></aside>",
        "<div class='comments'><p>Envoys pose for a picture on the stairs.</p></div>",
        "<script>var text = 'Envoys pose for a picture on the stairs.';</script>",
        "<form><p>Envoys pose for a picture on the stairs.</p><input name='mail'></form>",
    ],
)
def test_captions_comments_and_related_links_stay_out(junk: str) -> None:
    assert "stairs" not in read_page(page(body=junk)).text


def test_menus_and_footers_stay_out() -> None:
    text = read_page(page()).text
    assert "World news" not in text
    assert "Copyright" not in text


def test_the_date_stands_in_the_metadata() -> None:
    head = (
        "<meta property='article:published_time' content='2024-03-05T18:00:00Z'>"
        "<meta property='article:modified_time' content='2024-03-09T08:00:00Z'>"
    )
    assert read_page(page(head=head)).published == date(2024, 3, 5)


def test_the_feed_knows_the_date_better_than_the_page() -> None:
    head = "<meta property='article:published_time' content='2024-03-05T18:00:00Z'>"
    document = read_page(page(head=head), published_at="2024-03-04T23:30:00-05:00")
    assert document.published == date(2024, 3, 4)
    assert document.reference.published_at == datetime.fromisoformat("2024-03-04T23:30:00-05:00")


def test_the_address_tells_the_date_of_a_page_that_does_not() -> None:
    assert read_page(page(), url="https://example.org/2024/03/05/quito.html").published == date(2024, 3, 5)


def test_reference_and_revision_come_from_the_article() -> None:
    document = read_page(page(), url="https://example.org/q", feed="f", publisher="The Gazette", revision=3)
    assert document.revision == 3
    assert (document.reference.url, document.reference.feed, document.reference.publisher) == (
        "https://example.org/q",
        "f",
        "The Gazette",
    )
    assert document.reference.text_digest == read_page(page()).reference.text_digest


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        ("<html><body></body></html>", "no-article"),
        ("<html><head><title>Nothing here</title></head><body><nav>Menu</nav></body></html>", "no-article"),
        ("<html><body><p>Please sign in.</p><form><input type='password'></form></body></html>", "login-wall"),
        (LOCKED, "login-wall"),
        ("%PDF-1.7\n1 0 obj << >> stream", "not-text"),
        ("\x00\x01\x02\x03" * 100, "not-text"),
        ("<p>" + "x" * 5_000_001, "too-large"),
    ],
)
def test_what_is_no_article_says_why(html: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_page(html)
    assert caught.value.reason == reason
    assert "envoys" not in caught.value.error


def test_a_password_field_beside_a_whole_article_is_no_wall() -> None:
    long = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 2)
    assert read_page(page(body=f"{long}<form><input type='password'></form>")).text


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 50_000 + PARAGRAPHS[0],
        "<table>" + "<tr><td>a cell without an end" * 20_000,
        "<a " + "x=1 " * 200_000 + ">",
        "<" * 300_000,
        "<p>" + "&amp;" * 200_000,
        "<input " * 50_000,
        '"isAccessibleForFree"' + " " * 300_000,
        "<![CDATA[" * 20_000,
        "<!--" * 100_000,
    ],
    ids=["deep", "rows", "attributes", "brackets", "entities", "inputs", "spaces", "cdata", "comments"],
)
def test_hostile_pages_end_in_an_outcome(hostile: str) -> None:
    try:
        assert read_page(hostile).text
    except Unreadable as error:
        assert error.reason in ("no-article", "login-wall", "too-large", "unsupported-language")
