"""Processes that do one thing at a time, and are replaced when they hang or die.

The standard pool fails all its pending work when one process dies, and cannot stop one that hangs; an article
that does either must not harm its neighbours.
"""

import asyncio
import multiprocessing
import pickle
import resource
import signal
import socket
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.process import BaseProcess
from pathlib import Path
from traceback import extract_tb
from typing import Any, BinaryIO, Generic, Self, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_CONTEXT = multiprocessing.get_context("spawn")
_OF_THE_PARENT = frozenset({signal.SIGINT, signal.SIGTERM})
"""Signals that are for the process that started the others."""

_FAREWELL = 0.1
"""Seconds a process that is ending gets to tell how, before it is killed."""

_LENGTH = 8
"""Bytes before each message that tell its length."""

_BUFFERED = 1024 * 1024
"""Bytes of an answer that are taken in at once."""


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
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker", initializer=_mask_interrupts)
        self._all = [_Worker(work, limits, self._threads) for _ in range(count)]
        self._jobs: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> Self:
        for worker in self._all:
            self._idle.put_nowait(worker)
        return self

    async def __aexit__(self, *_: object) -> None:
        for worker in self._all:
            worker.interrupt()
        await asyncio.gather(*self._jobs, return_exceptions=True)
        for worker in self._all:
            await worker.stop()
        self._threads.shutdown()

    async def run(self, task: Task) -> Answer:
        """The answer to a task. Raises `TimeoutError`, `WorkerDiedError` or `TaskFailedError`."""
        worker = await self._idle.get()
        # The worker is free when it is done, which may be after the caller was cancelled.
        job = asyncio.create_task(worker.run(task))
        self._jobs.add(job)
        job.add_done_callback(lambda _: self._free(job, worker))
        answer: Answer = await asyncio.shield(job)
        return answer

    def _free(self, job: "asyncio.Task[Any]", worker: "_Worker") -> None:
        self._jobs.discard(job)
        self._idle.put_nowait(worker)


def _mask_interrupts() -> None:
    # Processes inherit the mask of the thread that starts them: no signal ends one that is still loading.
    # The tracker of shared resources, started with the first process, would take the mask off again: start it before.
    resource_tracker.ensure_running()
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, _OF_THE_PARENT)


class _Worker:
    """One process at a time, started when there is work. `threads` start and end it: both take a moment."""

    def __init__(self, work: Callable[[Any], Any], limits: Limits, threads: Executor) -> None:
        self._work = work
        self._limits = limits
        self._threads = threads
        self._process: BaseProcess | None = None
        self._stream: tuple[StreamReader, StreamWriter] | None = None
        self._is_closed = False

    async def run(self, task: object) -> Any:
        try:
            is_done, answer = await self._answer(task)
        except (EOFError, ConnectionError):
            raise WorkerDiedError(await self.stop()) from None
        except asyncio.CancelledError:
            # Nobody knows how far it is.
            self.interrupt()
            raise
        if not is_done:
            raise TaskFailedError(answer)
        return answer

    async def _answer(self, task: object) -> tuple[bool, Any]:
        reader, writer = self._stream if self._stream is not None else await self._start()
        if self._is_closed:
            raise EOFError
        writer.write(_message(task))
        return await self._receive(reader, self._limits.time)

    async def _start(self) -> tuple[StreamReader, StreamWriter]:
        ours = await asyncio.get_running_loop().run_in_executor(self._threads, self._spawn)
        reader, writer = self._stream = await asyncio.open_connection(sock=ours, limit=_BUFFERED)
        await self._receive(reader, self._limits.start)
        return reader, writer

    def _spawn(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            process = _CONTEXT.Process(target=_serve, args=(self._work, theirs, self._limits.memory), daemon=True)
            process.start()
        self._process = process
        ours.setblocking(False)
        return ours

    async def _receive(self, reader: StreamReader, limit: float) -> tuple[bool, Any]:
        try:
            async with asyncio.timeout(limit):
                length = int.from_bytes(await reader.readexactly(_LENGTH))
                answer: tuple[bool, Any] = pickle.loads(await reader.readexactly(length))
                return answer
        except TimeoutError:
            await self.stop()
            raise TimeoutError(f"no answer after {limit:g} s") from None

    async def stop(self) -> int | None:
        """End the process at once; the next task gets a new one."""
        process, stream, self._process, self._stream = self._process, self._stream, None, None
        if stream is not None:
            # Not closed: a process that takes nothing in would be waited for.
            stream[1].transport.abort()
            with suppress(ConnectionError):
                await stream[1].wait_closed()
        if process is None:
            return None
        return await asyncio.get_running_loop().run_in_executor(self._threads, _end, process)

    def interrupt(self) -> None:
        """Make a running task fail, and the tasks after it."""
        self._is_closed = True
        if (process := self._process) is not None:
            process.kill()


def _end(process: BaseProcess) -> int | None:
    process.join(_FAREWELL)
    process.kill()
    process.join()
    return process.exitcode


def _message(content: object) -> bytes:
    told = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return len(told).to_bytes(_LENGTH) + told


def _serve(work: Callable[[Any], Any], theirs: socket.socket, memory: int | None) -> None:
    # Ctrl-C reaches every process of the terminal, and a supervisor may end a whole group; only the process that
    # started the others decides when to end.
    for number in _OF_THE_PARENT:
        signal.signal(number, signal.SIG_IGN)
    if memory is not None:
        # Not the address space, of which libraries reserve far more than they use.
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    # Whoever started us may be gone.
    with theirs, theirs.makefile("rb") as stream, suppress(ConnectionError, EOFError, pickle.UnpicklingError):
        theirs.sendall(_message((True, None)))
        while length := stream.read(_LENGTH):
            theirs.sendall(_message(_answer(work, _task(stream, length))))


def _task(stream: BinaryIO, length: bytes) -> object:
    return pickle.loads(stream.read(int.from_bytes(length)))


def _answer(work: Callable[[Any], Any], task: object) -> tuple[bool, Any]:
    try:
        return True, work(task)
    except Exception as error:  # one task's failure is its own outcome, told to who asked
        # The message may quote the task; where it failed says more.
        place = extract_tb(error.__traceback__)[-1]
        return False, f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
