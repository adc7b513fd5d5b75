"""Per site: how many requests at the same time, and how long between their starts."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_MANY = 1000
"""Sites that are remembered before those without need of it are forgotten."""

_NEWEST = 0.25
"""Weight of the newest request in the mean time that a site takes to answer."""

_LONGEST_DELAY = 120.0
"""Seconds that a robots.txt may ask for between two requests at most, or a slow site gets."""

_OVERTAXED_DELAY = 30.0
_OVERTAXED_FOR = 600.0
"""Seconds between requests, and for how long, after a site has asked for fewer."""


@dataclass(slots=True)
class _Site:
    slots: asyncio.Semaphore
    next_start: float = 0.0
    users: int = 0
    asked: float = 0.0
    """What its robots.txt asks for."""
    takes: float = 0.0
    """Seconds a request takes, in the mean of the last ones."""
    overtaxed_until: float = 0.0
    resting_until: float = 0.0
    """Until when it asked for no more pages."""


@dataclass(slots=True)
class Politeness:
    """`clock` gives seconds that only grow; `sleep` waits."""

    at_once: int
    delay: float
    clock: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    _sites: dict[str, _Site] = field(default_factory=dict)

    @asynccontextmanager
    async def turn(self, site: str) -> AsyncIterator[None]:
        """Hold a site's slot for one request, after its delay."""
        entry = self._of(site)
        entry.users += 1
        try:
            async with entry.slots:
                now = self.clock()
                start = max(now, entry.next_start)
                entry.next_start = start + self._interval(entry, start)
                if start > now:
                    await self.sleep(start - now)
                yield
        finally:
            entry.users -= 1
            if len(self._sites) > _MANY:
                self._forget()

    def took(self, site: str, seconds: float) -> None:
        """Hear how long a request took: what is slow gets requests further apart."""
        entry = self._of(site)
        entry.takes += _NEWEST * (seconds - entry.takes)

    def asks(self, site: str, seconds: float) -> None:
        """Hear what delay the site asks for."""
        self._of(site).asked = min(seconds, _LONGEST_DELAY)

    def overtaxed(self, site: str) -> None:
        """Hear that the site asked for fewer requests."""
        entry, now = self._of(site), self.clock()
        entry.overtaxed_until = now + _OVERTAXED_FOR
        if self.delay:
            entry.next_start = max(entry.next_start, now + _OVERTAXED_DELAY)

    def rests(self, site: str, seconds: float) -> None:
        """Hear that the site asked to be left alone for so long."""
        entry = self._of(site)
        entry.resting_until = max(entry.resting_until, self.clock() + seconds)

    def is_resting(self, site: str) -> bool:
        """Whether the site asked to be left alone for now."""
        return site in self._sites and self.clock() < self._sites[site].resting_until

    def _interval(self, entry: _Site, now: float) -> float:
        """Seconds between two starts. Without a delay of ours there is none: that is for tests and intranets."""
        if not self.delay:
            return entry.asked
        # So many at once are never kept busy all the time.
        slow = min(entry.takes / self.at_once, _LONGEST_DELAY)
        busy = _OVERTAXED_DELAY if now < entry.overtaxed_until else 0.0
        return max(self.delay, entry.asked, slow, busy)

    def _of(self, site: str) -> _Site:
        return self._sites.setdefault(site, _Site(asyncio.Semaphore(self.at_once)))

    def _forget(self) -> None:
        """Drop the sites that nobody waits for, whose delay is over and that nothing is known of."""
        now = self.clock()
        self._sites = {
            site: one
            for site, one in self._sites.items()
            if one.users or one.asked or max(one.next_start, one.overtaxed_until, one.resting_until) > now
        }
