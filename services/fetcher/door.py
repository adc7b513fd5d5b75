"""Who may come in to a server of ours: so many connections at once, and each for so long, whatever is said on it.

aiohttp's server ends connections that wait too long for a request, and no others: neither bodies nor answers that
nobody reads have a limit, nor has the number of connections.
"""

import asyncio
from collections.abc import Callable


class Door:
    """A maker of protocols, for `create_server`, around another.

    A connection ends after `seconds`. Where there are `most` and one more comes, the oldest ends: so whoever holds
    connections open keeps nobody out. `told` hears "timeout" or "crowded-out" of each that is ended.
    """

    def __init__(
        self, server: Callable[[], asyncio.Protocol], most: int, seconds: float, told: Callable[[str], None]
    ) -> None:
        self._server = server
        self._most = most
        self._seconds = seconds
        self._told = told
        self._inside: dict[asyncio.Transport, asyncio.TimerHandle] = {}
        """Connections, the oldest first, and what will end them."""

    def __call__(self) -> asyncio.Protocol:
        return _Guest(self._server(), self)

    def enter(self, transport: asyncio.Transport) -> None:
        """A connection is made."""
        if len(self._inside) >= self._most:
            self._end(next(iter(self._inside)), "crowded-out")
        loop = asyncio.get_running_loop()
        self._inside[transport] = loop.call_later(self._seconds, self._end, transport, "timeout")

    def leave(self, transport: asyncio.Transport) -> None:
        """A connection has ended."""
        if (timer := self._inside.pop(transport, None)) is not None:
            timer.cancel()

    def _end(self, transport: asyncio.Transport, word: str) -> None:
        self.leave(transport)
        self._told(word)
        # Not closed: that would wait until what was written is read.
        transport.abort()


class _Guest(asyncio.Protocol):
    """A connection's protocol, which tells the door when it comes and goes."""

    def __init__(self, inner: asyncio.Protocol, door: Door) -> None:
        self._inner = inner
        self._door = door
        self._transport: asyncio.Transport
        self.data_received = inner.data_received  # type: ignore[method-assign]
        self.eof_received = inner.eof_received  # type: ignore[method-assign]
        self.pause_writing = inner.pause_writing  # type: ignore[method-assign]
        self.resume_writing = inner.resume_writing  # type: ignore[method-assign]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._door.enter(transport)
        self._inner.connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._door.leave(self._transport)
        self._inner.connection_lost(exc)
