"""Per host: how many requests at the same time, and how long between their starts."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_MANY = 1000
"""Hosts that are remembered before those without need of it are forgotten."""


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore
    next_start: float = 0.0
    users: int = 0


@dataclass(slots=True)
class Politeness:
    """`clock` gives seconds that only grow; `sleep` waits."""

    at_once: int
    delay: float
    clock: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    _hosts: dict[str, _Host] = field(default_factory=dict)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Hold a host's slot for one request, after its delay."""
        entry = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self.at_once)))
        entry.users += 1
        try:
            async with entry.slots:
                now = self.clock()
                start = max(now, entry.next_start)
                entry.next_start = start + self.delay
                if start > now:
                    await self.sleep(start - now)
                yield
        finally:
            entry.users -= 1
            if len(self._hosts) > _MANY:
                self._forget()

    def _forget(self) -> None:
        """Drop the hosts that nobody waits for and whose delay is over."""
        now = self.clock()
        self._hosts = {host: one for host, one in self._hosts.items() if one.users or one.next_start > now}
