"""robots.txt (RFC 9309): may a page be fetched, and how long between two."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

AGENT = "pourparler"
"""What a site calls us in its robots.txt."""

_KEPT = 6 * 3600.0
_KEPT_UNREACHABLE = 3600.0
_MANY = 5000
"""Sites whose rules are remembered."""

Missing = Literal["none", "unreachable"]
"""No rules: the site has none, or nobody knows for now."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page may be fetched: `unknown` where the rules cannot be had for now. `delay` in seconds."""

    answer: Literal["allowed", "disallowed", "unknown"]
    delay: float = 0.0


@dataclass(slots=True)
class Robots:
    """`fetch` gives the body of a robots.txt, or why there is none; `clock` gives seconds that only grow."""

    fetch: Callable[[str], Awaitable[bytes | Missing]]
    clock: Callable[[], float]
    _rules: "OrderedDict[str, tuple[float, asyncio.Future[Protego | Missing]]]" = field(default_factory=OrderedDict)

    async def verdict(self, url: str) -> Verdict:
        """What the rules of its site say of an address."""
        parts = urlsplit(url)
        rules = await self._of(urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], "/robots.txt", "", "")))
        if rules == "none":
            return Verdict("allowed")
        if isinstance(rules, str):
            return Verdict("unknown")
        delay = rules.crawl_delay(AGENT) or 0.0
        rate = rules.request_rate(AGENT)
        if rate is not None and rate.requests > 0:
            delay = max(delay, rate.seconds / rate.requests)
        return Verdict("allowed" if rules.can_fetch(url, AGENT) else "disallowed", max(float(delay), 0.0))

    async def _of(self, address: str) -> Protego | Missing:
        known = self._rules.get(address)
        if known is not None and self.clock() < known[0]:
            return await asyncio.shield(known[1])
        answer: asyncio.Future[Protego | Missing] = asyncio.get_running_loop().create_future()
        # Who asks meanwhile waits for the same answer.
        self._rules[address] = (self.clock() + _KEPT, answer)
        try:
            rules = await self._read(address)
        except BaseException:
            del self._rules[address]
            answer.set_result("unreachable")
            raise
        kept = _KEPT_UNREACHABLE if rules == "unreachable" else _KEPT
        self._rules[address] = (self.clock() + kept, answer)
        self._rules.move_to_end(address)
        answer.set_result(rules)
        while len(self._rules) > _MANY and next(iter(self._rules.values()))[1].done():
            self._rules.popitem(last=False)
        return rules

    async def _read(self, address: str) -> Protego | Missing:
        body = await self.fetch(address)
        if isinstance(body, str):
            return body
        try:
            return await asyncio.to_thread(Protego.parse, body.decode("utf-8-sig", "replace"))
        except Exception:  # rules that nobody can read are none
            return "none"
