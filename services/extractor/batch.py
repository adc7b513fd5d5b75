"""Many articles at once, in processes, in the order given."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from schemas.article import Article
from schemas.negotiation import NegotiationEvent
from services.extractor.explain.grounds import Explanation
from services.extractor.page.unreadable import Unreadable
from services.extractor.source import LARGEST, SourceError, parse
from services.extractor.workers import TaskFailedError, WorkerDiedError, Workers

_AHEAD = 4
"""Articles a process that are read in advance: no process idles, and memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in an article: its text, which all offsets refer to, its events, and their grounds if asked for."""

    text: str
    events: tuple[NegotiationEvent, ...]
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing was read."""

    error: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article and where it stood in the input, or what is wrong there. `size` in bytes."""

    number: int
    content: Article | Failure
    size: int = 0


def entries(file: BinaryIO, now: datetime) -> Iterator[Entry]:
    """The articles of a JSON Lines file, one line in memory at a time; empty lines count but hold none."""
    number = 0
    while line := file.readline(LARGEST + 1):
        number += 1
        size = len(line)
        if size > LARGEST:
            yield Entry(number, Failure(f"the line is longer than {LARGEST // 1_000_000} MB"), size + _skip(file))
        elif line.strip():
            yield Entry(number, _content(line, now), size)


def _content(line: bytes, now: datetime) -> Article | Failure:
    try:
        return parse(line, now)
    except SourceError as error:
        return Failure(str(error))


def _skip(file: BinaryIO) -> int:
    """Pass over the rest of a line; returns its bytes."""
    skipped = 0
    while piece := file.readline(LARGEST):
        skipped += len(piece)
        if piece.endswith(b"\n"):
            break
    return skipped


def reading(article: Article) -> Reading | Failure:
    """Read one article; an unreadable one is a result, too."""
    from services.extractor.extract import extract
    from services.extractor.page.read import read

    try:
        document = read(article)
    except Unreadable as error:
        return Failure(error.error)
    return Reading(document.text, tuple(extract(document, article.produced_at)))


def explaining(article: Article) -> Reading | Failure:
    """Read one article and keep what its events were read from."""
    from services.extractor.extract import explain
    from services.extractor.page.read import read

    try:
        document = read(article)
    except Unreadable as error:
        return Failure(error.error)
    found = tuple(explain(document, article.produced_at))
    explanation = Explanation(document.reference, document.text, found)
    return Reading(document.text, tuple(one.event for one in found), explanation)


async def readings(
    entries: Iterable[Entry], workers: Workers[Article, Reading | Failure], jobs: int
) -> AsyncGenerator[tuple[Entry, Reading | Failure], None]:
    """The reading of each entry, in order. To be closed when it is left early: that gives up what is pending."""
    pending: deque[tuple[Entry, asyncio.Task[Reading | Failure]]] = deque()
    try:
        for entry in entries:
            pending.append((entry, asyncio.create_task(_one(entry.content, workers))))
            if len(pending) > jobs * _AHEAD:
                yield pending[0][0], await pending[0][1]
                pending.popleft()
        while pending:
            yield pending[0][0], await pending[0][1]
            pending.popleft()
    finally:
        for _, task in pending:
            task.cancel()
        await asyncio.gather(*(task for _, task in pending), return_exceptions=True)


async def _one(content: Article | Failure, workers: Workers[Article, Reading | Failure]) -> Reading | Failure:
    if isinstance(content, Failure):
        return content
    try:
        return await workers.run(content)
    except (TimeoutError, WorkerDiedError, TaskFailedError) as error:
        return Failure(f"the extraction failed: {error}")
