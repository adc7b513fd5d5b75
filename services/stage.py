"""The step around a handler: decode, handle, publish what comes out, count it once; and the loop around the step.

Whatever happens to a record, it ends in exactly one outcome. What fails for a while is tried again in place; what can
never succeed becomes a dead letter; neither harms the records beside it.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import structlog

from schemas.article import Article
from schemas.codec import CodecError, decode
from schemas.dead_letter import DeadLetter
from schemas.negotiation import NegotiationEvent
from schemas.record import Record
from schemas.topics import Topic, dead_letter_topic, topic_named, topic_of
from services import trace
from services.cloudevents import outgoing
from services.database import DatabaseError
from services.outcome import Emitted, Nothing, Outcome, Rejected
from services.telemetry import Metrics
from services.transport import Message, Outgoing, Position, Transport

_log = structlog.get_logger()
_LONGEST_KEY = 1000
"""Characters of a rejected message's key that are kept; ours are a tenth as long."""


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

    transport: Transport
    metrics: Metrics
    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    jitter: Callable[[], float]
    """A number in 0..1, drawn anew."""
    tracing: trace.Tracing | None = None
    """Who is told of each step, where anybody traces."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A service's place between topics.

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
    """Handle records until the transport closes. Raises `TooManyRejectionsError`, `TransportClosedError`, and
    `DatabaseError` where the file cannot be used any more."""
    step = Step(stage, around)
    while True:
        messages = await around.transport.read(stage.source.name, stage.name, stage.batch)
        await step(messages)
        await around.transport.commit(stage.name, messages)
        step.check_patience()


@dataclass(slots=True)
class Step:
    """Decode, handle, publish, count: what every shell around a handler does with the messages it has read."""

    stage: Stage
    around: Surroundings
    patience_lost: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when so many in a row were rejected that the stage should stop."""
    _rejected_in_a_row: int = 0

    async def __call__(self, messages: Sequence[Message]) -> None:
        """Deal with messages; on return all that they led to is durable, and they may be committed."""
        began = self.around.now()
        # One step of the trace each, whatever it leads to.
        steps = [trace.child(message.header("traceparent")) for message in messages]
        outcomes = await _outcomes(self.stage, self.around, messages)
        told = [_told(self.stage, self.around, *one) for one in zip(messages, outcomes, steps, strict=True)]
        await self.around.transport.publish([record for _, records in told for record in records])
        for message, step, (outcome, records) in zip(messages, steps, told, strict=True):
            self._count(message, outcome)
            if step is not None and self.around.tracing is not None:
                ended = self.around.now()
                self.around.tracing.add(_span(self.stage, message, step, (began, ended), outcome, len(records)))

    def check_patience(self) -> None:
        """Raises `TooManyRejectionsError` where so many in a row were rejected that the fault is not theirs."""
        if self.patience_lost.is_set():
            raise TooManyRejectionsError(
                f"{self.stage.name}: the last {self._rejected_in_a_row} records were all rejected;"
                " see `pourparler dead-letters list`"
            )

    def _count(self, message: Message, outcome: Outcome) -> None:
        word, reason = _word(outcome), ""
        if isinstance(outcome, Rejected):
            reason = outcome.reason
            _log.warning("rejected", stage=self.stage.name, reason=reason, key=message.key, error=outcome.error)
        elif isinstance(outcome, Nothing):
            reason = outcome.reason
        self._rejected_in_a_row = self._rejected_in_a_row + 1 if word == "rejected" else 0
        if self._rejected_in_a_row >= self.stage.patience:
            self.patience_lost.set()
        self.around.metrics.count("records_total", stage=self.stage.name, outcome=word, reason=reason)


async def _outcomes(stage: Stage, around: Surroundings, messages: Sequence[Message]) -> list[Outcome]:
    """The outcome of each message, in order; those that cannot be decoded never reach the handler."""
    decoded = [_decoded(stage, message) for message in messages]
    records = [record for record in decoded if isinstance(record, Record)]
    handled = iter(await _handled(stage, around, records) if records else ())
    return [record if isinstance(record, Rejected) else next(handled) for record in decoded]


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
        except DatabaseError:
            # It is the file that fails, whatever the record: as a dead letter it would be kept nowhere.
            raise
        except (
            Exception
        ) as error:  # the handler's own fault: the records are kept as dead letters, their neighbours go on
            if len(records) > 1:
                return [(await _handled(stage, around, [record]))[0] for record in records]
            return [Rejected("handler-failed", f"{type(error).__name__}: {error}")]


def _span(
    stage: Stage, message: Message, step: str, when: tuple[datetime, datetime], outcome: Outcome, records: int
) -> trace.Span:
    """A message's step; those of a batch begin and end together."""
    rejected = outcome.reason if isinstance(outcome, Rejected) else None
    attributes: dict[str, str | int] = {
        "messaging.operation.name": "process",
        "messaging.destination.name": message.topic,
        "messaging.destination.partition.id": str(message.partition),
        "messaging.kafka.offset": message.offset,
        "messaging.consumer.group.name": stage.name,
        **({"messaging.kafka.message.key": message.key} if message.key is not None else {}),
        "pourparler.outcome": _word(outcome),
        "pourparler.records": records,
    }
    name = f"process {message.topic}"
    return trace.Span(name, "consumer", step, message.header("traceparent"), *when, attributes, rejected)


def _word(outcome: Outcome) -> str:
    if isinstance(outcome, Rejected):
        return "rejected"
    return "nothing" if isinstance(outcome, Nothing) else "emitted"


def _told(
    stage: Stage, around: Surroundings, message: Message, outcome: Outcome, traceparent: str | None
) -> tuple[Outcome, list[Outgoing]]:
    """The outcome of a message and what is published for it. One that leads to a record too large is rejected."""
    if isinstance(outcome, Emitted):
        records = [addressed(record, traceparent) for record in outcome.records]
        if large := next((one for one in records if len(one.value) > topic_named(one.topic).max_bytes), None):
            error = f"it led to a record of {len(large.value)} bytes; {large.topic} takes less"
            outcome, records = Rejected("led-to-too-large", error), []
    else:
        records = []
    if isinstance(outcome, Rejected):
        letter = dead_letter(stage.name, message, outcome, around.now())
        topic = topic_named(dead_letter_topic(message.topic, stage.name))
        records = [outgoing(letter, topic, traceparent)]
    return outcome, records


def addressed(record: Record | Outgoing, traceparent: str | None = None) -> Outgoing:
    """A record on its way to its topic, in the trace of the step that made it; else it begins its own."""
    if isinstance(record, Outgoing):
        return record if traceparent is None else record.told("traceparent", traceparent)
    if traceparent is None and (article := _article_of(record)) is not None:
        traceparent = trace.begin(article)
    return outgoing(record, topic_of(type(record)), traceparent)


def _article_of(record: Record) -> str | None:
    if isinstance(record, Article):
        return record.id
    return record.article.id if isinstance(record, NegotiationEvent) else None


async def publish(transport: Transport, record: Record) -> Position:
    """Put a record on its topic; where it stands."""
    (position,) = await transport.publish([addressed(record)])
    return position


def dead_letter(service: str, message: Message, rejected: Rejected, now: datetime) -> DeadLetter:
    """The letter for a rejected message; the same message rejected by the same service is the same letter.

    Of a message larger than its topic's records may be the beginning is kept: brokers bound it packed, so that there is
    no end to its size unpacked, and a letter that no topic takes would stop the stage for good.
    """
    digest = hashlib.sha256(f"{service}\n{message.topic}\n".encode() + message.value)
    most, error = topic_named(message.topic).max_bytes, rejected.error
    if len(message.value) > most:
        error = f"only the first {most} of {len(message.value)} bytes are kept; {error}"
    return DeadLetter.model_validate(
        {
            "id": digest.hexdigest()[:32],
            "service": service,
            "topic": message.topic,
            "partition": message.partition,
            "offset": message.offset,
            "key": message.key and message.key[:_LONGEST_KEY],
            "reason": rejected.reason,
            "error": error[:1000],
            "produced_at": now,
            "raw": message.value[:most],
        }
    )
