"""The step around a handler: decode, handle, publish what comes out, count it once; and the loop around the step.

Whatever happens to a record, it ends in exactly one outcome. What fails for a while is tried again in place; what can
never succeed becomes a dead letter; neither harms the records beside it.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import structlog

from schemas.codec import CodecError, decode, encode
from schemas.dead_letter import DeadLetter
from schemas.record import Record
from schemas.topics import Topic, dead_letter_topic, topic_of
from services.memory import Bus, Message
from services.outcome import Emitted, Outcome, Rejected
from services.telemetry import Metrics

_log = structlog.get_logger()


class TransientError(Exception):
    """What fails now and may succeed later: a store that is locked, a broker that is away."""


class TooManyRejectionsError(Exception):
    """So many records in a row were rejected that the fault is not theirs; the message says what to do."""


class Handle(Protocol):
    """What a stage does with a batch of records: an outcome for each, in order."""

    async def __call__(self, records: Sequence[Record]) -> Sequence[Outcome]: ...


def one_by_one(handle: Callable[[Record], Awaitable[Outcome]]) -> Handle:
    """A handler of single records as one of batches; those of a batch are handled side by side."""

    async def batch(records: Sequence[Record]) -> Sequence[Outcome]:
        return await asyncio.gather(*(handle(record) for record in records))

    return batch


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a stage needs besides its handler; passed in, so that tests decide about time."""

    bus: Bus
    metrics: Metrics
    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    jitter: Callable[[], float]
    """A number in 0..1, drawn anew."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A service's place on the bus.

    `batch` is how many records are handled together; the outcomes of a batch are published in order and the offset
    moves behind all of them. `patience` is how many rejections in a row stop the stage.
    """

    name: str
    source: Topic
    handle: Handle
    batch: int = 1
    patience: int = 100
    longest_pause: float = 30.0


async def run(stage: Stage, around: Surroundings) -> None:
    """Handle records until the bus closes. Raises `TooManyRejectionsError`, `BusClosedError`."""
    in_a_row = 0
    while True:
        messages = await around.bus.read(stage.source.name, stage.name, stage.batch)
        async for message, outcome in _outcomes(stage, around, messages):
            await _finish(stage, around, message, outcome)
            in_a_row = in_a_row + 1 if isinstance(outcome, Rejected) else 0
        await around.bus.commit(stage.source.name, stage.name, messages[-1].offset)
        if in_a_row >= stage.patience:
            raise TooManyRejectionsError(
                f"{stage.name}: the last {in_a_row} records were all rejected; see `pourparler dead-letters list`"
            )


async def _outcomes(
    stage: Stage, around: Surroundings, messages: Sequence[Message]
) -> AsyncIterator[tuple[Message, Outcome]]:
    """Each message with its outcome, in order; those that cannot be decoded never reach the handler."""
    decoded = [_decoded(stage, message) for message in messages]
    records = [record for record in decoded if isinstance(record, Record)]
    handled = iter(await _handled(stage, around, records) if records else ())
    for message, record in zip(messages, decoded, strict=True):
        yield message, record if isinstance(record, Rejected) else next(handled)


def _decoded(stage: Stage, message: Message) -> Record | Rejected:
    try:
        return decode(message.value, stage.source.record)
    except CodecError as error:
        return Rejected(error.reason, str(error))


async def _handled(stage: Stage, around: Surroundings, records: Sequence[Record]) -> Sequence[Outcome]:
    attempt = 0
    while True:
        try:
            return await stage.handle(records)
        except TransientError as error:
            # Full jitter: between nothing and twice the last pause, so that many waiters spread out.
            pause = min(stage.longest_pause, 0.1 * 2**attempt) * around.jitter()
            around.metrics.count("retries_total", stage=stage.name)
            _log.warning("tried again", stage=stage.name, error=str(error), pause=round(pause, 2))
            await around.sleep(pause)
            attempt = min(attempt + 1, 20)
        except (
            Exception
        ) as error:  # the handler's own fault: the records are kept as dead letters, their neighbours go on
            if len(records) > 1:
                return [(await _handled(stage, around, [record]))[0] for record in records]
            return [Rejected("handler-failed", f"{type(error).__name__}: {error}")]


async def _finish(stage: Stage, around: Surroundings, message: Message, outcome: Outcome) -> None:
    word, reason = "nothing", ""
    if isinstance(outcome, Emitted):
        word = "emitted"
        for record in outcome.records:
            await publish(around.bus, record)
    elif isinstance(outcome, Rejected):
        word, reason = "rejected", outcome.reason
        letter = dead_letter(stage.name, message, outcome, around.now())
        await around.bus.publish(dead_letter_topic(message.topic, stage.name), letter.id, encode(letter))
        _log.warning("rejected", stage=stage.name, reason=reason, key=message.key, error=outcome.error)
    else:
        reason = outcome.reason
    around.metrics.count("records_total", stage=stage.name, outcome=word, reason=reason)


async def publish(bus: Bus, record: Record) -> tuple[str, int]:
    """Put a record on its topic; where it stands."""
    topic = topic_of(type(record))
    return topic.name, await bus.publish(topic.name, getattr(record, topic.key), encode(record))


def dead_letter(service: str, message: Message, rejected: Rejected, now: datetime) -> DeadLetter:
    """The letter for a rejected message; the same message rejected by the same service is the same letter."""
    digest = hashlib.sha256(f"{service}\n{message.topic}\n".encode() + message.value)
    return DeadLetter.model_validate(
        {
            "id": digest.hexdigest()[:32],
            "service": service,
            "topic": message.topic,
            "offset": message.offset,
            "key": message.key,
            "reason": rejected.reason,
            "error": rejected.error[:1000],
            "produced_at": now,
            "raw": message.value,
        }
    )
