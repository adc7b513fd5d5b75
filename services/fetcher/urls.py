"""Addresses: one canonical form for each page, and the id that follows from it."""

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from courlan import normalize_url

_ID_LENGTH = 32
_VARIANTS = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
"""Hosts that serve the same pages to other devices."""

_AMP_PATH = re.compile(r"^/amp(?=/.)|(?<=/)amp/?$|\.amp(?=(?:\.html?)?/?$)|/amp(?=\.html?$)", re.IGNORECASE)
_AMP_QUERY = frozenset({("outputtype", "amp"), ("amp", "1"), ("amp", ""), ("amp", "true"), ("format", "amp")})


def canonical(url: str) -> str:
    """The address without fragment, tracking parameters, credentials and default port; stays the same when repeated.

    Raises `ValueError` for anything but http and https.
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not an http or https address")
    plain = parts._replace(fragment="", netloc=parts.netloc.rpartition("@")[2])
    return _without_default_port(str(normalize_url(urlunsplit(plain), strict=False, trailing_slash=True)))


def _without_default_port(url: str) -> str:
    parts = urlsplit(url)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    if parts.port == default and default is not None:
        parts = parts._replace(netloc=parts.netloc.rpartition(":")[0])
    return urlunsplit(parts)


def article_id(url: str) -> str:
    """32 hexadecimal digits: the same for a page, its mobile and AMP forms, with and without "www." and encryption.

    Raises `ValueError` as `canonical` does.
    """
    return hashlib.sha256(_identity(canonical(url)).encode()).hexdigest()[:_ID_LENGTH]


def _identity(url: str) -> str:
    parts = urlsplit(url)
    path = _AMP_PATH.sub("", parts.path).rstrip("/")
    query = parts.query
    if "amp" in query.lower():
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([pair for pair in pairs if (pair[0].lower(), pair[1].lower()) not in _AMP_QUERY])
    # "//" instead of a scheme: what is the same over http and https.
    return urlunsplit(("", _VARIANTS.sub("", parts.netloc), path or "/", query, ""))


def host(url: str) -> str:
    """The host that serves an address, lower case."""
    return (urlsplit(url).hostname or "").lower()


def is_address(url: str) -> bool:
    """Whether a text is the address of something on the web."""
    try:
        parts = urlsplit(url)
        # Asked for, a port that is none raises.
        return url.isprintable() and parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
