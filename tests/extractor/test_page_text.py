"""Plain text as received: headline, language, day of publication."""

from datetime import UTC, date, datetime

import pytest

from schemas.article import Article
from services.extractor.document import Document
from services.extractor.page.read import LONGEST_TEXT, read
from services.extractor.page.unreadable import Unreadable

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
BODY = (
    "The envoys of Peru and Chile met in Quito on Tuesday to speak about fishing rights off the coast. "
    "They agreed to meet again before the end of the month."
)
CORPS = (
    "Les émissaires du Pérou et du Chili se sont vus mardi à Quito pour parler des droits de pêche. "
    "Ils sont convenus de se revoir avant la fin du mois."
)


def read_text(text: str, **fields: object) -> Document:
    return read(Article.model_validate({"id": "a", "produced_at": NOW, "text": text, **fields}))


def headline(text: str, title: str | None = None) -> str | None:
    document = read_text(text, title=title)
    assert document.text == text
    return text[slice(*document.headline)] if document.headline else None


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (f"Envoys meet\n\n{BODY}", "Envoys meet", "Envoys meet"),
        (f"Envoys “meet”\u00a0: fish\n{BODY}", 'Envoys "meet" : fish', "Envoys “meet”\u00a0: fish"),
        (f"ENVOYS MEET\n{BODY}", "Envoys meet", "ENVOYS MEET"),
        (f"12.03.2024, Agency\n\n  Envoys meet \n{BODY}", "Envoys meet", "Envoys meet"),
        (f"Envoys meet. Who comes?\n\n{BODY}", "Envoys meet. Who comes?", "Envoys meet. Who comes?"),
        (BODY, "Envoys meet", None),
        (BODY, "The envoys of Peru", None),
        (f"Envoys meet in Quito\n\n{BODY}", None, "Envoys meet in Quito"),
        (f"12.03.2024, Agency\n\nWho meets in Quito?\n\n{BODY}", None, "Who meets in Quito?"),
        (f'"No deal"?: envoys meet in Quito\n\n{BODY}', None, '"No deal"?: envoys meet in Quito'),
        (BODY, None, None),
        (f"{BODY}\n{BODY}", None, None),
        ("The envoys of both countries met in Quito", None, None),
    ],
)
def test_the_headline_is_found_where_it_stands(text: str, title: str | None, expected: str | None) -> None:
    assert headline(text, title) == expected


def test_a_title_outside_the_text_is_kept_beside_it() -> None:
    document = read_text(BODY, title="Envoys meet")
    assert (document.title, document.headline, document.text) == ("Envoys meet", None, BODY)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"{BODY} 12.03.2024, The Gazette\n\nMore.", date(2024, 3, 12)),
        (f"Published 12 March 2024 at 18:05\n\n{BODY}", date(2024, 3, 12)),
        (f"Envoys meet\nMarch 12, 2024\n{BODY}", date(2024, 3, 12)),
        (f"QUITO, March 12, 2024 (Agency) - {BODY}", date(2024, 3, 12)),
        (f"{BODY}\n\nUpdated: 2024-03-12 18:05", date(2024, 3, 12)),
        (f"https://example.org/20240312/envoys.html\n\n{BODY}", date(2024, 3, 12)),
        (f"page https://example.org/2024/03/12/envoys\n\n{BODY}", date(2024, 3, 12)),
        (f"QUITO, March 12 (Agency) - {BODY}", None),
        (f"On 12 March 2024 it began. {BODY}", None),
        (f"The accord of 12 March 2024 is over\n{BODY}", None),
        (f"12.03.2025, The Gazette\n{BODY}", None),
        (BODY, None),
    ],
)
def test_the_day_of_publication_stands_in_datelines_and_addresses(text: str, published: date | None) -> None:
    assert read_text(text).published == published


def test_french_datelines_count_too() -> None:
    assert read_text(f"Publié le 12 mars 2024 à 18h05\n\n{CORPS}").published == date(2024, 3, 12)


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://example.org/2024/03/12/a.html", date(2024, 3, 12)),
        ("https://example.org/a-2024-03-12", date(2024, 3, 12)),
        ("https://example.org/20240312/a-1054543093.html", date(2024, 3, 12)),
        ("https://example.org/2024/02/31/a-20240312", date(2024, 3, 12)),
        ("https://example.org/a-120240312345", None),
        ("https://example.org/2024/13/12/a", None),
        ("https://example.org/2024/03/a", None),
        ("https://example.org/2024/0312", None),
    ],
)
def test_the_address_tells_the_day(url: str, published: date | None) -> None:
    assert read_text(BODY, url=url).published == published


@pytest.mark.parametrize("unknown", ["1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "0001-01-01T00:00:00Z"])
def test_a_date_no_article_has_is_not_believed(unknown: str) -> None:
    document = read_text(f"Envoys meet\n12 March 2024\n{BODY}", published_at=unknown)
    assert document.published == date(2024, 3, 12)
    assert document.reference.published_at == datetime(2024, 3, 12, tzinfo=UTC)


def test_old_articles_keep_their_date() -> None:
    assert read_text(BODY, published_at="1962-10-28T09:00:00Z").published == date(1962, 10, 28)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (BODY, None, "en"),
        (CORPS, None, "fr"),
        (BODY, "fr", "en"),
        (CORPS, "de", "fr"),
        ("OTAN - ONU 12", "fr-FR", "fr"),
        ("12 - 13", "en_GB", "en"),
    ],
)
def test_language_is_detected_or_else_declared(text: str, declared: str | None, language: str) -> None:
    assert read_text(text, language=declared).language == language


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Die Gesandten aus Peru und Chile trafen sich am Dienstag in Quito zu Gesprächen.", "unsupported-language"),
        ("Посланники Перу и Чили встретились во вторник в Кито.", "unsupported-language"),
        ("12 34 56", "unsupported-language"),
        (" \n\t ", "empty"),
        ("GIF89a...", "not-text"),
        (f"{BODY} \ud800", "not-text"),
        ("\ufffd\ufffd ab " * 20, "not-text"),
        ("word " * (LONGEST_TEXT // 5 + 1), "too-large"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_text(text)
    assert caught.value.reason == reason
    assert caught.value.error


def test_a_text_saved_from_a_page_gives_day_title_and_body() -> None:
    text = (
        "saved 2024-03 https://example.org/20240312/envoys-meet.html\n\n"
        "“A first step”?: envoys meet in Quito\n\n"
        "After months of silence the envoys of two neighbours met... 12.03.2024, The Gazette\n\n"
        f"{BODY}Nobody spoke after it.The road so farIn March the envoys met once."
    )
    document = read_text(text)
    assert document.published == date(2024, 3, 12)
    assert document.title == "“A first step”?: envoys meet in Quito"
    assert document.text == text
