"""GET, safely: bounded in bytes, time and redirects, to public addresses only; what happened is a value."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal, Self
from urllib.parse import urljoin, urlsplit

import aiohttp

from schemas.feed import FailureClass
from services.fetcher.addresses import ForbiddenAddressError, is_public, sockets
from services.fetcher.politeness import Politeness
from services.fetcher.settings import FetcherSettings
from services.fetcher.urls import host

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_CHUNK = 65536
_FEED_TYPES = ("xml", "rss", "atom", "text/plain", "html", "octet-stream", "json")
_PAGE_TYPES = ("html", "text/plain", "xml")
_LONGEST_HEADER = 16384
_HARD = {400: "refused", 404: "not-found", 410: "gone", 451: "refused"}

What = Literal["feed", "page"]


@dataclass(frozen=True, slots=True)
class Headers:
    """Headers that matter later, the server's own characters."""

    etag: str | None = None
    last_modified: str | None = None
    cache_control: str | None = None
    expires: str | None = None
    retry_after: str | None = None
    content_type: str = ""
    date: str | None = None
    age: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body, decompressed; `url` is where it came from after redirects, `moved_to` where permanent ones led."""

    url: str
    body: bytes = field(repr=False)
    headers: Headers
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """Nothing new since the validators; `moved_to` is where permanent redirects led."""

    headers: Headers
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """No body; `reason` is one word for counting, `detail` is for people."""

    kind: FailureClass
    reason: str
    detail: str
    headers: Headers = Headers()


Result = Fetched | NotModified | Failed


@dataclass(frozen=True, slots=True)
class _Redirect:
    location: str
    permanent: bool


class Client:
    """An HTTP client for feeds and pages. To be used as an asynchronous context manager.

    `may_connect` tells of an IP address whether it may be connected to, where private ones are not allowed.
    """

    def __init__(
        self, settings: FetcherSettings, politeness: Politeness, may_connect: Callable[[str], bool] = is_public
    ) -> None:
        self._may_connect = may_connect
        self._settings = settings
        self._politeness = politeness
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        guard = None if self._settings.allow_private_addresses else sockets(self._may_connect)
        self._session = aiohttp.ClientSession(
            # Names mean what they mean to the system, its hosts file included.
            connector=aiohttp.TCPConnector(
                resolver=aiohttp.ThreadedResolver(), socket_factory=guard, limit=0, ttl_dns_cache=60
            ),
            # No site learns from another's cookies.
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": f"pourparler (+{self._settings.contact})"},
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
            trust_env=False,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._session is not None
        await self._session.close()

    async def get(self, url: str, what: What, etag: str | None = None, last_modified: str | None = None) -> Result:
        """What a URL answers. Never raises for what a server does."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        asked = {name: value for name, value in conditions.items() if value}
        try:
            return await self._follow(url, what, asked)
        except TimeoutError:
            return Failed("temporary", "timeout", f"no full answer within {self._settings.request_time:g} s")
        except ForbiddenAddressError as error:
            return Failed("hard", "forbidden-address", str(error))
        except aiohttp.ClientConnectorCertificateError as error:
            return Failed("soft", "certificate", f"the certificate is not valid: {error.certificate_error}")
        except (
            aiohttp.ClientConnectorDNSError,
            aiohttp.ClientConnectorError,
            aiohttp.ServerDisconnectedError,
        ) as error:
            return _unreachable(error)
        except (aiohttp.InvalidURL, ValueError):
            # The message is the address or a part of it, which may hold credentials.
            return Failed("hard", "bad-address", "the address, or one that it redirects to, is not valid")
        except (aiohttp.ClientPayloadError, aiohttp.ClientOSError) as error:
            return Failed("temporary", "broken-answer", f"the answer ended too early: {type(error).__name__}")
        except (aiohttp.ClientError, OSError) as error:
            return Failed("soft", "broken-answer", f"{type(error).__name__}: {error}"[:200])

    async def _follow(self, url: str, what: What, headers: dict[str, str]) -> Result:
        seen, left, clock = {url}, self._settings.request_time, asyncio.get_running_loop().time
        moved_to, permanent = None, True
        for _ in range(self._settings.redirects + 1):
            if urlsplit(url).scheme not in ("http", "https"):
                return Failed("hard", "forbidden-address", "only http and https are followed")
            async with self._politeness.turn(host(url)):
                # Waiting for a turn is our wish, not the server's fault: it takes nothing off the request's time.
                began = clock()
                async with asyncio.timeout(left):
                    result = await self._once(url, what, headers)
                left -= clock() - began
            if isinstance(result, Fetched | NotModified):
                return replace(result, moved_to=moved_to)
            if isinstance(result, Failed):
                return result
            url = urljoin(url, result.location)
            if url in seen:
                return Failed("hard", "redirect-loop", "the redirects lead back to where they began")
            seen.add(url)
            # Only as far as every step was for good.
            permanent = permanent and result.permanent
            moved_to = url if permanent else moved_to
        return Failed("hard", "redirect-loop", f"more than {self._settings.redirects} redirects")

    async def _once(self, url: str, what: What, headers: dict[str, str]) -> "Result | _Redirect":
        """One request: a result, or where a redirect points."""
        assert self._session is not None
        async with self._session.get(url, headers=headers, allow_redirects=False) as response:
            told = _headers(response)
            if response.status in _REDIRECTS and "Location" in response.headers:
                return _Redirect(response.headers["Location"], response.status in _PERMANENT)
            if response.status == 304 and headers:
                return NotModified(told)
            if response.status != 200:
                return _refused(response.status, told)
            if not _is_wanted(told.content_type, what):
                return Failed("hard", "wrong-type", f"the answer is {told.content_type.split(';')[0]!r}", told)
            limit = self._settings.feed_bytes if what == "feed" else self._settings.page_bytes
            body = await _bounded(response, limit)
            if body is None:
                return Failed("hard", "too-large", f"more than {limit} bytes", told)
            return Fetched(url, body, told)


async def _bounded(response: aiohttp.ClientResponse, limit: int) -> bytes | None:
    """The body, or None as soon as it proves too large after decompression."""
    parts, size = [], 0
    async for chunk in response.content.iter_chunked(_CHUNK):
        size += len(chunk)
        if size > limit:
            return None
        parts.append(chunk)
    return b"".join(parts)


def _headers(response: aiohttp.ClientResponse) -> Headers:
    get = response.headers.get
    return Headers(
        _exact(get("ETag")),
        _exact(get("Last-Modified")),
        get("Cache-Control"),
        get("Expires"),
        get("Retry-After"),
        get("Content-Type", ""),
        get("Date"),
        get("Age"),
    )


def _exact(validator: str | None) -> str | None:
    """A validator that can be sent back byte for byte; one in bytes that are no UTF-8 cannot, and is none."""
    try:
        return validator if validator and validator.encode() else None
    except UnicodeEncodeError:
        return None


def _is_wanted(content_type: str, what: What) -> bool:
    kind = content_type.split(";")[0].strip().lower()
    return not kind or any(word in kind for word in (_FEED_TYPES if what == "feed" else _PAGE_TYPES))


def _refused(status: int, headers: Headers) -> Failed:
    if status in _HARD:
        return Failed("hard", _HARD[status], f"the server answers {status}", headers)
    if status in (401, 402, 403):
        return Failed("soft", "refused", f"the server answers {status}", headers)
    if status == 429:
        return Failed("soft", "too-many-requests", "the server asks for fewer requests", headers)
    kind: FailureClass = "temporary" if status >= 500 else "soft"
    return Failed(kind, "server-error" if status >= 500 else "refused", f"the server answers {status}", headers)


def _unreachable(error: Exception) -> Failed:
    cause = error.__cause__ or getattr(error, "os_error", None) or error
    if isinstance(cause, ForbiddenAddressError) or isinstance(getattr(error, "os_error", None), ForbiddenAddressError):
        return Failed("hard", "forbidden-address", str(cause))
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Failed("temporary", "unknown-host", "the name of the host cannot be resolved")
    return Failed("temporary", "unreachable", f"no connection: {type(cause).__name__}")
