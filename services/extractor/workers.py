"""Processes that do one thing at a time, and are replaced when they hang or die.

The standard pool fails all its pending work when one process dies, and cannot stop one that hangs; an article
that does either must not harm its neighbours.
"""

import asyncio
import multiprocessing
import resource
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from traceback import extract_tb
from typing import Any, Generic, Self, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_CONTEXT = multiprocessing.get_context("spawn")
_OF_THE_PARENT = frozenset({signal.SIGINT, signal.SIGTERM})
"""Signals that are for the process that started the others."""

_FAREWELL = 0.1
"""Seconds a process that is ending gets to tell how, before it is killed."""


class WorkerDiedError(Exception):
    """The process that worked on a task ended; `exit_code` is negative for a signal."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(f"the process ended with code {exit_code}")
        self.exit_code = exit_code


class TaskFailedError(Exception):
    """The work itself failed; the message names the error, not the task."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may take: seconds a task, seconds until it is ready, bytes of data (None: any)."""

    time: float
    start: float = 60.0
    memory: int | None = None


class Workers(Generic[Task, Answer]):
    """`count` processes that apply `work` to tasks; both must be picklable.

    A task that takes more than the limits is given up. To be used as an asynchronous context manager, which ends the
    processes.
    """

    def __init__(self, work: Callable[[Task], Answer], count: int, limits: Limits) -> None:
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all = [_Worker(work, limits) for _ in range(count)]
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker", initializer=_mask_interrupts)

    async def __aenter__(self) -> Self:
        for worker in self._all:
            self._idle.put_nowait(worker)
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.to_thread(self._close)

    async def run(self, task: Task) -> Answer:
        """The answer to a task. Raises `TimeoutError`, `WorkerDiedError` or `TaskFailedError`."""
        worker = await self._idle.get()
        future = self._threads.submit(worker.run, task)
        # The worker is free when its thread is, which may be after the caller was cancelled.
        loop = asyncio.get_running_loop()
        future.add_done_callback(lambda _: _unless_closed(loop, self._idle.put_nowait, worker))
        answer: Answer = await asyncio.wrap_future(future)
        return answer

    def _close(self) -> None:
        for worker in self._all:
            worker.interrupt()
        self._threads.shutdown(cancel_futures=True)
        # The threads are done: nobody else holds a process now.
        for worker in self._all:
            worker.stop()


def _unless_closed(loop: asyncio.AbstractEventLoop, call: Callable[[Any], None], argument: object) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(call, argument)


def _mask_interrupts() -> None:
    # Processes inherit the mask of the thread that starts them: no signal ends one that is still loading.
    # The tracker of shared resources, started with the first process, would take the mask off again: start it before.
    resource_tracker.ensure_running()
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, _OF_THE_PARENT)


class _Worker:
    """One process at a time, started when there is work."""

    def __init__(self, work: Callable[[Any], Any], limits: Limits) -> None:
        self._work = work
        self._limits = limits
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._is_closed = False

    def run(self, task: object) -> Any:
        pipe = self._pipe if self._pipe is not None else self._start()
        if self._is_closed:
            raise WorkerDiedError(self.stop())
        try:
            pipe.send(task)
            is_done, answer = self._receive(pipe, self._limits.time)
        except (EOFError, ConnectionError):
            raise WorkerDiedError(self.stop()) from None
        if not is_done:
            raise TaskFailedError(answer)
        return answer

    def _start(self) -> Connection:
        self._pipe, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(self._work, theirs, self._limits.memory), daemon=True)
        process.start()
        self._process = process
        theirs.close()
        try:
            self._receive(self._pipe, self._limits.start)
        except (EOFError, ConnectionError):
            raise WorkerDiedError(self.stop()) from None
        return self._pipe

    def _receive(self, pipe: Connection, limit: float) -> tuple[bool, Any]:
        if not pipe.poll(limit):
            self.stop()
            raise TimeoutError(f"no answer after {limit:g} s")
        answer: tuple[bool, Any] = pipe.recv()
        return answer

    def stop(self) -> int | None:
        """End the process at once; the next task gets a new one."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if pipe is not None:
            pipe.close()
        if process is None:
            return None
        process.join(_FAREWELL)
        process.kill()
        process.join()
        return process.exitcode

    def interrupt(self) -> None:
        """From another thread: make a running task fail, and the tasks after it."""
        self._is_closed = True
        if (process := self._process) is not None:
            process.kill()


def _serve(work: Callable[[Any], Any], pipe: Connection, memory: int | None) -> None:
    # Ctrl-C reaches every process of the terminal, and a supervisor may end a whole group; only the process that
    # started the others decides when to end.
    for number in _OF_THE_PARENT:
        signal.signal(number, signal.SIG_IGN)
    if memory is not None:
        # Not the address space, of which libraries reserve far more than they use.
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    pipe.send((True, None))
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(_answer(work, task))


def _answer(work: Callable[[Any], Any], task: object) -> tuple[bool, Any]:
    try:
        return True, work(task)
    except Exception as error:  # one task's failure is its own outcome, told to who asked
        # The message may quote the task; where it failed says more.
        place = extract_tb(error.__traceback__)[-1]
        return False, f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
