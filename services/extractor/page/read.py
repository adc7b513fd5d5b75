"""Article → document: the text that offsets refer to, its language, its day, its headline."""

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import chain

from schemas.article import Article
from schemas.negotiation import ArticleReference
from services.extractor.document import Document, Language
from services.extractor.page.html import Page, read_html
from services.extractor.page.language import language
from services.extractor.page.publication import addresses, from_address, from_datelines, publication
from services.extractor.page.unreadable import Unreadable
from services.extractor.text.normalise import Normalised, normalise
from services.extractor.text.offsets import Span
from services.extractor.text.sentences import Sentence, sentences

LONGEST_TEXT = 500_000
"""Code points; the longest speeches and treaties stay below it."""

_HEAD = 3000
"""Code points of the beginning in which a title is looked for."""

_LONGEST_TITLE = 200
_NOT_TEXT = re.compile(r"\A\s*(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|\x1f\x8b|\xff\xd8\xff)")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character: nothing that goes on from here could be written down."""

_MOST_CONTROLS = 0.02
"""Share of characters that no text has; some bad bytes happen in old pages."""


def read(article: Article) -> Document:
    """Make an article readable.

    For HTML the text is title, empty line, body; plain text stays as received. Raises `Unreadable` with one
    of `empty`, `not-text`, `too-large`, `login-wall`, `no-article`, `unsupported-language`.
    """
    page = _page(article)
    spoken = language(page.text, article.language or page.language)
    normalised = normalise(page.text)

    @cache  # What the feed and the page tell of title and day need not be looked for in the text.
    def parted() -> list[Sentence]:
        return sentences(normalised.text, spoken)

    headline = _headline(page, normalised, parted)
    published = publication(_days(article, page, parted, spoken), article.produced_at)
    title = page.title or (page.text[slice(*headline)] if headline else None)
    return Document(
        text=page.text,
        language=spoken,
        published=published,
        title=title,
        headline=headline,
        reference=_reference(article, page.text, title, spoken, published),
        revision=article.revision,
    )


def _page(article: Article) -> Page:
    _refuse_what_is_no_text(article.html if article.text is None else article.text)
    if article.html is not None:
        page = read_html(article.html, article.url, article.title, article.produced_at)
    else:
        page = Page(article.text or "", article.title, None, None)
    if len(page.text) > LONGEST_TEXT:
        raise Unreadable("too-large", f"the text has {len(page.text)} characters; {LONGEST_TEXT} are read at most")
    return page


def _refuse_what_is_no_text(content: str | None) -> None:
    if not content or not content.strip():
        raise Unreadable("empty", "there is no text in it")
    if _HALF.search(content):
        raise Unreadable("not-text", "the content holds half characters (lone surrogates)")
    sample = content[:_HEAD]
    if _NOT_TEXT.match(sample) or len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise Unreadable("not-text", "the content is a file of another kind, no text")


def _days(
    article: Article, page: Page, parted: Callable[[], list[Sentence]], spoken: Language
) -> Iterator[date | None]:
    """Where a day of publication may stand, the most reliable first."""
    yield article.published_at.date() if article.published_at else None
    yield page.published
    yield from from_datelines(parted(), spoken)
    yield from chain.from_iterable(map(from_address, [article.url, *addresses(parted())]))


def _headline(page: Page, normalised: Normalised, parted: Callable[[], list[Sentence]]) -> Span | None:
    """Where the title stands in the text as received."""
    found = _given(page.title, normalised.text) if page.title else _first_line(parted())
    return normalised.original(*found) if found else None


def _given(title: str, text: str) -> Span | None:
    """A known title where it fills lines of its own near the beginning, whatever its spacing and case."""
    words = normalise(title).text.split()
    if not words or len(title) > _HEAD:
        return None
    pattern = r"\s+".join(map(re.escape, words))
    found = re.search(rf"^[ ]*({pattern})[ ]*$", text[:_HEAD], re.IGNORECASE | re.MULTILINE)
    return found.span(1) if found else None


def _first_line(parted: list[Sentence]) -> Span | None:
    """The first line that is no dateline, where it has no final stop and a text follows."""
    lines = [sentence for sentence in parted if sentence.kind != "dateline"]
    if len(lines) < 2 or lines[1].paragraph == lines[0].paragraph:
        return None
    first = lines[0]
    is_title = first.kind in ("heading", "question") or first.text[-1] not in ".!:;,"
    follows_text = any(sentence.kind == "body" for sentence in lines[1:])
    if not (is_title and follows_text and len(first.text) <= _LONGEST_TITLE):
        return None
    return first.start, first.end


def _reference(
    article: Article, text: str, title: str | None, spoken: Language, published: date | None
) -> ArticleReference:
    given = article.published_at
    known = published and (given if given and given.date() == published else datetime.combine(published, time(), UTC))
    return ArticleReference(
        id=article.id,
        url=article.url,
        feed=article.feed,
        publisher=article.publisher,
        title=title,
        language=spoken,
        published_at=known,
        text_digest=f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}",
    )
