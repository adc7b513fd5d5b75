"""The feeds of the demo in the three formats that are met: RSS 2.0, Atom and RSS 1.0 (RDF)."""

from collections.abc import Callable
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from services.demo.press import Entry, Outlet, Press

ATOM = "http://www.w3.org/2005/Atom"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RSS1 = "http://purl.org/rss/1.0/"
DC = "http://purl.org/dc/elements/1.1/"
CONTENT_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "rdf": "application/rdf+xml"}

for _prefix, _namespace in {"atom": ATOM, "rdf": RDF, "rss": RSS1, "dc": DC}.items():
    register_namespace(_prefix, _namespace)


def feed_document(press: Press, outlet: Outlet, address: str) -> bytes:
    """The outlet's feed, in its format; links are absolute below `address`."""
    document = _WRITERS[outlet.format](outlet, press.entries(outlet), address)
    written: bytes = tostring(document, encoding="utf-8", xml_declaration=True)
    return written


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _rss(outlet: Outlet, entries: list[Entry], address: str) -> Element:
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    _text(channel, "title", outlet.title)
    _text(channel, "link", f"{address}/{outlet.name}/")
    _text(channel, "description", outlet.title)
    _text(channel, "language", outlet.language)
    _text(channel, "ttl", "30")
    for entry in entries:
        _rss_item(channel, entry, address)
    return root


def _rss_item(channel: Element, entry: Entry, address: str) -> None:
    item = SubElement(channel, "item")
    _text(item, "title", entry.title)
    _text(item, "link", address + entry.path)
    _text(item, "guid", address + entry.path)
    if entry.published:
        _text(item, "pubDate", format_datetime(entry.published))


def _atom(outlet: Outlet, entries: list[Entry], address: str) -> Element:
    root = Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": outlet.language})
    _text(root, f"{{{ATOM}}}title", outlet.title)
    _text(root, f"{{{ATOM}}}id", f"{address}{outlet.feed_path}")
    moments = [entry.published for entry in entries if entry.published]
    if moments:
        _text(root, f"{{{ATOM}}}updated", max(moments).isoformat())
    for entry in entries:
        _atom_entry(root, entry, address)
    return root


def _atom_entry(root: Element, entry: Entry, address: str) -> None:
    node = SubElement(root, f"{{{ATOM}}}entry")
    _text(node, f"{{{ATOM}}}title", entry.title)
    _text(node, f"{{{ATOM}}}id", address + entry.path)
    SubElement(node, f"{{{ATOM}}}link", rel="alternate", href=address + entry.path)
    if entry.published:
        _text(node, f"{{{ATOM}}}published", entry.published.isoformat())
        _text(node, f"{{{ATOM}}}updated", entry.published.isoformat())


def _rdf(outlet: Outlet, entries: list[Entry], address: str) -> Element:
    root = Element(f"{{{RDF}}}RDF")
    channel = SubElement(root, f"{{{RSS1}}}channel", {f"{{{RDF}}}about": address + outlet.feed_path})
    _text(channel, f"{{{RSS1}}}title", outlet.title)
    _text(channel, f"{{{RSS1}}}link", f"{address}/{outlet.name}/")
    _text(channel, f"{{{RSS1}}}description", outlet.title)
    _text(channel, f"{{{DC}}}language", outlet.language)
    sequence = SubElement(SubElement(channel, f"{{{RSS1}}}items"), f"{{{RDF}}}Seq")
    for entry in entries:
        SubElement(sequence, f"{{{RDF}}}li", {f"{{{RDF}}}resource": address + entry.path})
        _rdf_item(root, entry, address)
    return root


def _rdf_item(root: Element, entry: Entry, address: str) -> None:
    item = SubElement(root, f"{{{RSS1}}}item", {f"{{{RDF}}}about": address + entry.path})
    _text(item, f"{{{RSS1}}}title", entry.title)
    _text(item, f"{{{RSS1}}}link", address + entry.path)
    if entry.published:
        _text(item, f"{{{DC}}}date", entry.published.isoformat())


_WRITERS: dict[str, Callable[[Outlet, list[Entry], str], Element]] = {"rss": _rss, "atom": _atom, "rdf": _rdf}
