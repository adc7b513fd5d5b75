"""What a fetched page says of itself: where it belongs, whether it is a wall, what its text is made of. Pure."""

import hashlib
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml import html as markup

from services.fetcher.sites import is_same_publisher

Kind = Literal["article", "paywalled", "login-form", "login", "consent"]
"""paywalled: the text, or a part of it, is for subscribers; login-form: it looks like a door, which a closer reading
may deny; login and consent: redirects have led to something else."""

_LOOKED_AT = 1_000_000
"""Characters of a page that are looked at."""

_LONGEST_URL = 2048

_WALLS: dict[str, Kind] = {
    "consent": "consent", "consents": "consent", "cmp": "consent", "privacywall": "consent", "cookiewall": "consent",
    "cookie-wall": "consent", "privacy-gate": "consent", "guce": "consent",
    "login": "login", "signin": "login", "sign-in": "login", "sso": "login", "auth": "login", "connexion": "login",
    "anmelden": "login", "accounts": "login", "s-identifier": "login",
}  # fmt: skip
"""Labels of hosts and parts of paths that tell where a redirect has led instead of to the article."""

_LOCKED = re.compile(r"""["']isAccessibleForFree["']\s{0,3}:\s{0,3}["']?false""", re.IGNORECASE)
_TEASER = 60
"""Words below which a page with a field for passwords is the door and not the room."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """`canonical` is the address the page gives itself; `words` are those of its paragraphs."""

    kind: Kind
    canonical: str | None
    words: tuple[str, ...]
    digest: str
    """Of the text, or of the whole page where it has no paragraphs."""


def facts(page: str, url: str, asked: str) -> PageFacts:
    """The facts of a page that came from `url` where `asked` was asked for."""
    root = _root(page[:_LOOKED_AT])
    words = tuple(_words(root)) if root is not None else ()
    content = " ".join(words) or page
    return PageFacts(
        kind=_kind(page[:_LOOKED_AT], root, words, url, asked),
        canonical=_canonical(root, url) if root is not None else None,
        words=words,
        digest=hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8],
    )


def _root(page: str) -> markup.HtmlElement | None:
    try:
        parser = markup.HTMLParser(encoding="utf-8", no_network=True)
        root = markup.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root


def _words(root: markup.HtmlElement) -> list[str]:
    # A paragraph in another is text of that one: counted again at each level, a page of a megabyte made gigabytes.
    outermost = (one for one in root.iter("p") if next(one.iterancestors("p"), None) is None)
    return [word for paragraph in outermost for word in paragraph.text_content().lower().split()]


def _canonical(root: markup.HtmlElement, url: str) -> str | None:
    """The page's own address. One that leads to another publisher, or to a home page, is a mistake."""
    for one in root.iter("link"):
        if "canonical" in (one.get("rel") or "").lower().split():
            return _trusted(str(one.get("href") or "").strip(), url)
    return None


def _trusted(href: str, url: str) -> str | None:
    try:
        found = urljoin(url, href)
        parts = urlsplit(found)
    except ValueError:
        return None
    is_home = not parts.path.strip("/") and not parts.query
    if parts.scheme not in ("http", "https") or len(found) > _LONGEST_URL or is_home:
        return None
    return found if is_same_publisher(found, url) else None


def _kind(page: str, root: markup.HtmlElement | None, words: tuple[str, ...], url: str, asked: str) -> Kind:
    if (wall := _led_to(url, asked)) is not None:
        return wall
    if root is not None and len(words) < _TEASER:
        fields = (one.get("type") or "" for one in root.iter("input"))
        if any(kind.lower() == "password" for kind in fields):
            return "login-form"
    return "paywalled" if _LOCKED.search(page) else "article"


def _led_to(url: str, asked: str) -> Kind | None:
    """The wall that redirects have led to, if so: told by the address."""
    if url == asked:
        return None
    met = _labels(url) - _labels(asked)
    return next((_WALLS[label] for label in sorted(met) if label in _WALLS), None)


def _labels(url: str) -> set[str]:
    parts = urlsplit(url.lower())
    return {*(parts.hostname or "").split(".")[:-2], *parts.path.split("/")}
