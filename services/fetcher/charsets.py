"""Bytes → characters: which charset a page is in, and names of charsets that are none."""

import codecs
import re

from charset_normalizer import from_bytes

_HEAD = 4096
"""Bytes in which a page says its charset, if it does."""

_LOOKED_AT = 200_000
"""Bytes from which a charset is guessed."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_IN_MARKUP = re.compile(rb"""<meta[^>]{0,200}charset\s?=\s?["']?\s?([\w:.-]{2,40})""", re.IGNORECASE)

_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What pages mean by these names (WHATWG Encoding Standard)."""

_NO_CHARSETS = frozenset({"utf-7", "punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"})
"""Codecs that no page is written in; they make characters that cannot be written down again, or none at all."""


def known(declared: str) -> str | None:
    """The codec for a charset by its declared name; None where there is none."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSETS:
        return None
    return "utf-8-sig" if name == "utf-8" else _AS_BROWSERS_DO.get(name, name)


def in_type(content_type: str) -> str:
    """The charset that a Content-Type declares; empty where none."""
    return content_type.lower().partition("charset=")[2].split(";")[0].strip(" \"'")


def decoded(body: bytes, content_type: str) -> str:
    """A page as text: by its byte order mark, by the charset that its server declares, as UTF-8, by the charset that
    it declares itself, each where it fits; else by what the bytes look like."""
    mark = next((name for mark, name in _MARKS if body.startswith(mark)), None)
    # UTF-8 before what the page says of itself: bytes that fit it are hardly ever anything else.
    for charset in filter(None, (mark, known(in_type(content_type)), "utf-8-sig", _in_markup(body))):
        try:
            return body.decode(charset)
        except (LookupError, UnicodeError):
            continue
    best = from_bytes(body[:_LOOKED_AT], cp_exclusion=["utf_7"]).best()
    return body.decode(best.encoding if best else "utf-8", errors="replace")


def _in_markup(body: bytes) -> str | None:
    """The charset that a page declares itself. Where that can be read, it is none of two bytes a character."""
    declared = _IN_MARKUP.search(body[:_HEAD])
    name = known(declared.group(1).decode("ascii")) if declared else None
    return None if name is None or name.startswith(("utf-16", "utf-32")) else name
