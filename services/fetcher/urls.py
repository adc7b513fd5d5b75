"""Addresses: one canonical form for each page, and the id that follows from it."""

import hashlib
from urllib.parse import urlsplit, urlunsplit

from courlan import normalize_url

_ID_LENGTH = 32


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
    """32 hexadecimal digits of the digest of the canonical address."""
    return hashlib.sha256(canonical(url).encode()).hexdigest()[:_ID_LENGTH]


def host(url: str) -> str:
    """The host that serves an address, lower case."""
    return (urlsplit(url).hostname or "").lower()


def without_credentials(url: str) -> str:
    """The address for logs and people."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
