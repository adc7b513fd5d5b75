"""GET, safely: bounded in bytes, time and redirects, to public addresses only; what happened is a value."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Literal, Self
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver

from schemas.feed import FailureClass
from services.fetcher.addresses import ForbiddenAddressError, is_public, or_within, sockets
from services.fetcher.politeness import Politeness
from services.fetcher.robots import AGENT, Missing, Robots
from services.fetcher.settings import FetcherSettings
from services.fetcher.sites import server_of
from services.fetcher.urls import host
from services.fetcher.wishes import rest

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_CHUNK = 65536
_FEED_TYPES = ("xml", "rss", "atom", "text/plain", "html", "octet-stream", "json", "gzip")
_PAGE_TYPES = ("html", "text/plain", "xml")
_LONGEST_HEADER = 16384
_ROBOTS_BYTES = 512_000
"""What is read of a robots.txt; RFC 9309 asks for 500 KiB at least."""

_REMEMBERED = 600.0
_MOST_REMEMBERED = 10_000
_ENCODINGS = "gzip, deflate, br, zstd"
_HARD = {400: "refused", 404: "not-found", 410: "gone", 451: "refused"}

What = Literal["feed", "page", "robots"]


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
    link: str | None = None


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


class Failures:
    """Hosts that could not be connected to, for a while: others of their addresses need not find out again."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: OrderedDict[tuple[str, str], tuple[float, Failed]] = OrderedDict()

    def of(self, url: str) -> Failed | None:
        """What is known of the host of an address."""
        until, failed = self._known.get(_origin(url), (0.0, None))
        return failed if self._clock() < until else None

    def remember(self, url: str, failed: Failed) -> None:
        """Keep it for ten minutes, as Media Cloud does."""
        known = replace(failed, detail=f"{failed.detail} (known from another request)")
        self._known[_origin(url)] = (self._clock() + _REMEMBERED, known)
        self._known.move_to_end(_origin(url))
        while len(self._known) > _MOST_REMEMBERED:
            self._known.popitem(last=False)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.rpartition("@")[2].lower()


class Client:
    """An HTTP client for feeds and pages. To be used as an asynchronous context manager.

    `may_connect` tells of an IP address whether it may be connected to, where private ones are not allowed;
    `resolver` tells what names mean.
    """

    def __init__(
        self,
        settings: FetcherSettings,
        politeness: Politeness,
        may_connect: Callable[[str], bool] = is_public,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._may_connect = or_within(settings.allow_networks, may_connect)
        self._settings = settings
        self._politeness = politeness
        self._resolver = resolver
        self._failures = Failures(politeness.clock)
        self._robots = Robots(self._rules, politeness.clock)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        guard = None if self._settings.allow_private_addresses else sockets(self._may_connect)
        self._session = aiohttp.ClientSession(
            # Names mean what they mean to the system, its hosts file included.
            connector=aiohttp.TCPConnector(
                resolver=self._resolver or aiohttp.ThreadedResolver(), socket_factory=guard, limit=0, ttl_dns_cache=60
            ),
            # No site learns from another's cookies.
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": f"{AGENT} (+{self._settings.contact})", "Accept-Encoding": _ENCODINGS},
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
        return await self._told(self._follow(url, what, asked))

    def is_resting(self, url: str) -> bool:
        """Whether the site of a URL asked for no more requests for now (Retry-After)."""
        return self._politeness.is_resting(server_of(host(url)))

    async def submit(self, url: str, form: Mapping[str, str]) -> Result:
        """Send a form, to the same addresses and within the same bounds as anything else: what came of it, without a
        body. Redirects are not followed. Never raises for what a server does."""
        return await self._told(self._submit(url, form))

    async def _submit(self, url: str, form: Mapping[str, str]) -> Result:
        assert self._session is not None
        if urlsplit(url).scheme not in ("http", "https"):
            return Failed("hard", "forbidden-address", "only http and https are spoken")
        if (known := self._failures.of(url)) is not None:
            return known
        async with (
            self._politeness.turn(server_of(host(url))),
            asyncio.timeout(self._settings.request_time),
            self._session.post(url, data=dict(form), allow_redirects=False) as response,
        ):
            told = _headers(response)
            return Fetched(url, b"", told) if 200 <= response.status < 300 else _refused(response.status, told)

    async def _told(self, answer: Awaitable[Result]) -> Result:
        """An answer, or what went wrong."""
        try:
            return await answer
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
            forbidden = await self._forbidden(url) if what == "page" and self._settings.robots else None
            # Where not even the rules could be asked for, that is what is told.
            if (known := self._failures.of(url) or forbidden) is not None:
                return known
            async with self._politeness.turn(server_of(host(url))):
                # Waiting for a turn is our wish, not the server's fault: it takes nothing off the request's time.
                began = clock()
                async with asyncio.timeout(left):
                    result = await self._watched(url, what, headers)
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

    async def _forbidden(self, url: str) -> Failed | None:
        """Why the site does not want the page to be fetched, if so."""
        verdict = await self._robots.verdict(url)
        if verdict.delay:
            self._politeness.asks(server_of(host(url)), verdict.delay)
        if verdict.answer == "disallowed":
            return Failed("hard", "robots", "the site's robots.txt asks not to fetch it")
        if verdict.answer == "unknown":
            return Failed("temporary", "robots-unreachable", "the site's robots.txt cannot be had for now")
        return None

    async def _rules(self, address: str) -> bytes | Missing:
        """A robots.txt; where the site says there is none, everything is allowed (RFC 9309, 2.3.1)."""
        result = await self.get(address, "robots")
        if isinstance(result, Fetched):
            return result.body
        temporary = isinstance(result, Failed) and (result.kind == "temporary" or result.reason == "too-many-requests")
        return "unreachable" if temporary else "none"

    async def _watched(self, url: str, what: What, headers: dict[str, str]) -> "Result | _Redirect":
        """One request; what it tells of the site is remembered."""
        site, clock = server_of(host(url)), self._politeness.clock
        began = clock()
        try:
            result = await self._once(url, what, headers)
        except (aiohttp.ClientConnectorCertificateError, ForbiddenAddressError):
            raise
        except aiohttp.ClientConnectorError as error:
            self._failures.remember(url, _unreachable(error))
            raise
        finally:
            self._politeness.took(site, clock() - began)
        if isinstance(result, Failed) and result.reason == "too-many-requests":
            self._politeness.overtaxed(site)
        if isinstance(result, Failed) and result.kind != "hard":
            wait = rest(result.headers.retry_after, datetime.now(UTC))
            self._politeness.rests(site, wait.total_seconds())
        return result

    async def _once(self, url: str, what: What, headers: dict[str, str]) -> "Result | _Redirect":
        """One request: a result, or where a redirect points."""
        assert self._session is not None
        async with self._session.get(url, headers=headers, allow_redirects=False) as response:
            told = _headers(response)
            if response.status in _REDIRECTS and "Location" in response.headers:
                return _Redirect(response.headers["Location"], response.status in _PERMANENT)
            if response.status == 304 and headers:
                return NotModified(told)
            if response.headers.get("cf-mitigated", "").lower() == "challenge":
                return Failed("soft", "challenge", "the server asks for proof of a browser", told)
            if response.status != 200:
                return _refused(response.status, told)
            if what == "robots":
                return Fetched(url, (await _bounded(response, _ROBOTS_BYTES))[0], told)
            if not _is_wanted(told.content_type, what):
                return Failed("hard", "wrong-type", f"the answer is {told.content_type.split(';')[0]!r}", told)
            limit = self._settings.feed_bytes if what == "feed" else self._settings.page_bytes
            body, whole = await _bounded(response, limit)
            if not whole:
                return Failed("hard", "too-large", f"more than {limit} bytes", told)
            return Fetched(url, body, told)


async def _bounded(response: aiohttp.ClientResponse, limit: int) -> tuple[bytes, bool]:
    """So much of the body, decompressed, and whether that is all of it."""
    body = BytesIO()  # One buffer that grows: chunks kept to be joined would stand in memory twice.
    async for chunk in response.content.iter_chunked(_CHUNK):
        body.write(chunk)
        if body.tell() > limit:
            body.truncate(limit)
            return body.getvalue(), False
    return body.getvalue(), True


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
        ", ".join(response.headers.getall("Link", ()))[:_LONGEST_HEADER] or None,
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
