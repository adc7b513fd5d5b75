"""OPML in and out: the lists of feeds that readers exchange; folders are tags."""

from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from xml.etree import ElementTree

from defusedxml import ElementTree as SafeTree
from defusedxml.common import DefusedXmlException

from schemas.feed import Feed
from services.fetcher.entry import title
from services.fetcher.urls import is_address


class OpmlError(ValueError):
    """The text is no OPML; the message says what it should be."""


def read(text: bytes, passed_over: Callable[[str], None] = lambda _: None) -> list[Feed]:
    """The feeds of an OPML document; `passed_over` hears addresses that are none. Raises `OpmlError`."""
    try:
        root = SafeTree.fromstring(text)
    except (ElementTree.ParseError, DefusedXmlException, ValueError) as error:
        raise OpmlError(f"not OPML: {error}") from error
    body = root.find("body")
    if root.tag != "opml" or body is None:
        raise OpmlError("not OPML: expected an <opml> element with a <body>")
    try:
        return list(_feeds(body, (), passed_over))
    except RecursionError:
        raise OpmlError("not OPML that anyone could read: its folders are nested too deep") from None


def _feeds(parent: ElementTree.Element, tags: tuple[str, ...], passed_over: Callable[[str], None]) -> Iterator[Feed]:
    for outline in parent.findall("outline"):
        url = (outline.get("xmlUrl") or "").strip()
        named = title(outline.get("title") or outline.get("text"))
        if is_address(url):
            language = (outline.get("language") or "").strip().lower()[:2]
            yield Feed(
                url=url,
                title=named,
                language=language if language.isalpha() and len(language) == 2 else None,
                tags=tags,
            )
        elif url:
            passed_over(url)
        else:
            yield from _feeds(outline, (*tags, named) if named else tags, passed_over)


def write(feeds: Iterable[Feed]) -> bytes:
    """The feeds as an OPML 2.0 document."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = "pourparler"
    body = ElementTree.SubElement(root, "body")
    folders: dict[tuple[str, ...], ElementTree.Element] = {(): body}
    for feed in feeds:
        attributes = {
            "type": "rss",
            "text": feed.title or feed.url,
            "title": feed.title or feed.url,
            "xmlUrl": feed.url,
        }
        if feed.language:
            attributes["language"] = feed.language
        ElementTree.SubElement(_folder(folders, feed.tags), "outline", attributes)
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(ElementTree.tostring(root, encoding="utf-8")) + b"\n"


def _folder(folders: dict[tuple[str, ...], ElementTree.Element], tags: tuple[str, ...]) -> ElementTree.Element:
    if tags not in folders:
        folders[tags] = ElementTree.SubElement(_folder(folders, tags[:-1]), "outline", text=tags[-1])
    return folders[tags]


def starter_feeds() -> list[Feed]:
    """The shipped list: public news feeds in French and English."""
    return read((resources.files("services.fetcher") / "starter.opml").read_bytes())
