"""Notices that work stands still while more of it comes, or that the process no longer reacts, and ends the process.

A replica that hangs keeps its partitions and does nothing; one that ends gives them to the others.
"""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import structlog

from services.transport import Progress

_log = structlog.get_logger()
EXIT_CODE = 70
"""EX_SOFTWARE of sysexits.h: how a process ends whose event loop does not turn any more."""


class StuckError(Exception):
    """A partition stands still while messages come; the message names it."""


@dataclass(slots=True)
class Watch:
    """Remembers since when each partition stands: a pure judge of what it is shown.

    `patience` is in seconds. What is tried again (`retries` rises) is no standstill: the store may be down for hours.
    """

    patience: float
    _since: dict[int, tuple[float, Progress, float]] = field(default_factory=dict)
    """Partition → when it was first seen so, how it stood, and the retries by then."""

    def look(self, now: float, progress: Mapping[int, Progress], retries: float) -> None:
        """Take a look at `now`, in seconds that only grow. Raises `StuckError`."""
        self._since = {number: seen for number, seen in self._since.items() if number in progress}
        for number, stands in progress.items():
            since, first, tried = self._since.setdefault(number, (now, stands, retries))
            # A transaction leaves a mark at the end that nobody reads: only what is in hand or grows is work.
            works = stands.in_hand or stands.end > first.end
            if stands.done != first.done or retries != tried or not works:
                self._since[number] = (now, stands, retries)
            elif now - since > self.patience:
                raise StuckError(
                    f"partition {number} stands at {stands.done} of {stands.end} since {now - since:.0f} s"
                )


async def watch(
    progress: Callable[[], Awaitable[Mapping[int, Progress]]],
    retries: Callable[[], float],
    patience: float,
    every: float = 5.0,
) -> None:
    """Look every so many seconds. Raises `StuckError`; who cannot tell how it stands is not stuck for that."""
    one = Watch(patience)
    while True:
        await asyncio.sleep(every)
        try:
            found = await asyncio.wait_for(progress(), every)
        except Exception as error:  # brokers away: nothing is known, and nothing to be done about it here
            _log.warning("progress unknown", error=type(error).__name__)
            found = {}
        try:
            one.look(asyncio.get_running_loop().time(), found, retries())
        except StuckError:
            _log.error("stuck", tasks=waiting())
            raise


def waiting() -> list[str]:
    """What every task of the loop waits for: files and lines, outermost first."""
    return sorted(f"{task.get_name()}: {' > '.join(_lines(task.get_coro()))}" for task in asyncio.all_tasks())


def _lines(awaited: Any) -> Iterator[str]:
    while awaited is not None:
        frame = getattr(awaited, "cr_frame", None) or getattr(awaited, "gi_frame", None)
        if frame is not None:
            yield f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno} {frame.f_code.co_name}"
        awaited = getattr(awaited, "cr_await", None) or getattr(awaited, "gi_yieldfrom", None)


def tell_when_asked() -> None:
    """On SIGUSR1 say in the log what every task waits for: for a service that seems to hang."""
    if hasattr(signal, "SIGUSR1"):
        told = partial(_log.warning, "asked what it waits for")
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, lambda: told(tasks=waiting()))


class LoopWatch:
    """A thread that ends the process when its event loop has not turned for so many seconds."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._turned = time.monotonic()
        self._ended = threading.Event()
        self._ticking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "LoopWatch":
        self._ticking = asyncio.create_task(self._tick())
        threading.Thread(target=self._look, name="loop-watch", daemon=True).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ended.set()
        if self._ticking is not None:
            self._ticking.cancel()

    async def _tick(self) -> None:
        while True:
            self._turned = time.monotonic()
            await asyncio.sleep(min(1.0, self._patience / 4))

    def _look(self) -> None:
        while not self._ended.wait(min(1.0, self._patience / 4)):
            if time.monotonic() - self._turned > self._patience:
                _log.error("the event loop stands still; ending the process", seconds=self._patience)
                os._exit(EXIT_CODE)
