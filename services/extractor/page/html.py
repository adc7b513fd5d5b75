"""HTML → the article in it: title, running text, date. Menus, captions, related links, comments stay out."""

import logging
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from services.extractor.page.unreadable import Unreadable

LONGEST_PAGE = 5_000_000
"""Code points of HTML; news pages stay below a tenth of it."""

# What mark-up says when the text is for subscribers: a password field, or schema.org's word for it.
_LOCKED = re.compile(
    r"""<input\b[^<>]{0,200}\btype\s?=\s?["']?password|["']isAccessibleForFree["']\s{0,3}:\s{0,3}["']?false""",
    re.IGNORECASE,
)
_SHORTEST_ARTICLE = 400
"""Code points below which the text of a locked page is the teaser in front of the lock."""

_PRUNED = ["//figcaption", "//aside", "//nav", "//footer", "//form"]


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from a page. `text` begins with the title and an empty line where there is a title."""

    text: str
    title: str | None
    language: str | None
    published: date | None


def read_html(html: str, url: str | None, title: str | None, fetched: datetime) -> Page:
    """The article of a page; `title` is the feed's and goes before the page's own.

    Raises `Unreadable`: `too-large`, `login-wall`, `no-article`.
    """
    if len(html) > LONGEST_PAGE:
        raise Unreadable("too-large", f"the page has {len(html)} characters; {LONGEST_PAGE} are read at most")
    found = _extract(html, url, fetched)
    body = (found.text or "").strip() if found is not None else ""
    if len(body) < _SHORTEST_ARTICLE and _LOCKED.search(html):
        raise Unreadable("login-wall", "the page shows its article to subscribers only")
    if not body:
        raise Unreadable("no-article", "no running text was found in the page")
    name = _one_line(title or found.title)
    return Page(_headed(name, body), name, found.language, _day(found.date))


def _extract(html: str, url: str | None, fetched: datetime) -> Any:
    dating = {"original_date": True, "extensive_search": False, "max_date": fetched.strftime("%Y-%m-%d")}
    return _extraction()(
        html,
        url=url,
        fast=True,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        prune_xpath=_PRUNED,
        date_extraction_params=dating,
    )


@cache
def _extraction() -> Callable[..., Any]:
    """The library's function, loaded at its first use: a run on plain text needs none of it."""
    with warnings.catch_warnings():
        # Its HTTP client, which is not used here, misses an optional package.
        warnings.simplefilter("ignore")
        from trafilatura import bare_extraction
    # The libraries report each broken page at length, with its address; the outcome says what became of it.
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return bare_extraction


def _one_line(title: str | None) -> str | None:
    return " ".join(title.split()) or None if title else None


def _headed(title: str | None, body: str) -> str:
    """Title, empty line, body; a title the body repeats in its first line stands once."""
    if title is None:
        return body
    first, _, rest = body.partition("\n")
    if " ".join(first.split()).casefold() == title.casefold():
        body = rest.lstrip()
    return f"{title}\n\n{body}" if body else title


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
