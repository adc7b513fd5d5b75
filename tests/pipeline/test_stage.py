"""The step around a handler: every record ends in one outcome, whatever happens to its neighbours."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.article import Article
from schemas.codec import decode, encode
from schemas.dead_letter import DeadLetter
from schemas.record import Record
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS, TOPICS
from services.database import DatabaseError, open_database
from services.indexer.handler import Handler
from services.indexer.sqlite_store import TABLES, SqliteStore
from services.memory import Bus, topology
from services.outcome import Emitted, Nothing, Outcome, Rejected
from services.stage import Stage, Surroundings, TooManyRejectionsError, TransientError, one_by_one, run
from services.telemetry import Metrics
from services.transport import Outgoing, TransportClosedError
from tests.events import MOMENT, event

DEAD = "articles.v1.extractor.dead"


def article(number: int) -> Article:
    return Article(id=str(number), produced_at=MOMENT, text="Text.")


class World:
    """A bus with one stage on it, and what came out."""

    def __init__(self, patience: int = 100, batch: int = 1) -> None:
        self.bus = Bus(*topology(TOPICS, "sink"))
        self.metrics = Metrics()
        self.pauses: list[float] = []
        self.patience, self.batch = patience, batch

    async def run(self, handle: object, values: Sequence[bytes]) -> None:
        """Put values on the articles topic and run the stage until all are done."""
        stage = Stage("extractor", ARTICLES, handle, self.batch, self.patience)  # type: ignore[arg-type]
        around = Surroundings(self.bus, self.metrics, lambda: datetime.now(UTC), self._sleep, lambda: 1.0)
        task = asyncio.create_task(run(stage, around))
        for number, value in enumerate(values):
            await self.bus.publish([Outgoing("articles.v1", str(number), value)])
        done = asyncio.create_task(self.bus.settled_by("extractor", "articles.v1", len(values) - 1))
        await asyncio.wait({task, done}, return_when=asyncio.FIRST_COMPLETED)
        await self.bus.close()
        if task.done() and not isinstance(task.exception(), TransportClosedError):
            await task
        await asyncio.gather(task, done, return_exceptions=True)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def out(self, topic: str) -> list[bytes]:
        return [message.value for message in self.bus._logs[topic].messages]

    def letters(self) -> list[DeadLetter]:
        return [decode(value, DeadLetter) for value in self.out(DEAD)]


async def emit(record: Record) -> Outcome:
    assert isinstance(record, Article)
    return Emitted([event(int(record.id) + 1)])


async def test_what_a_handler_emits_is_published_in_order() -> None:
    world = World(batch=4)
    await world.run(one_by_one(emit), [encode(article(number)) for number in range(8)])
    assert world.out("negotiation-events.v1") == [encode(event(number + 1)) for number in range(8)]
    assert world.metrics.counted("records_total", stage="extractor", outcome="emitted") == 8


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"{not json", "broken-json"),
        (b"\xff\xfe", "broken-json"),
        (encode(event(1)), "unknown-schema"),
        (encode(article(1)).replace(Article.schema_id().encode(), b"article/9.0"), "unknown-schema"),
        (encode(article(1)).replace(b'"text":"Text."', b'"text":7'), "invalid-record"),
    ],
)
async def test_what_cannot_be_decoded_is_kept_whole_and_harms_nobody(value: bytes, reason: str) -> None:
    world = World(batch=3)
    await world.run(one_by_one(emit), [encode(article(1)), value, encode(article(2))])
    assert len(world.out("negotiation-events.v1")) == 2
    (letter,) = world.letters()
    assert (letter.raw, letter.reason, letter.topic, letter.offset) == (value, reason, "articles.v1", 1)


async def test_a_handler_that_raises_rejects_only_that_record() -> None:
    async def handle(record: Record) -> Outcome:
        assert isinstance(record, Article)
        if record.id == "2":
            raise ZeroDivisionError("a fault of the program")
        return await emit(record)

    world = World(batch=4)
    await world.run(one_by_one(handle), [encode(article(number)) for number in range(4)])
    assert len(world.out("negotiation-events.v1")) == 3
    assert [letter.reason for letter in world.letters()] == ["handler-failed"]
    assert world.metrics.counted("records_total", stage="extractor") == 4


async def test_a_passing_trouble_is_tried_again_and_never_a_dead_letter() -> None:
    attempts = 0

    async def handle(records: Sequence[Record]) -> Sequence[Outcome]:
        nonlocal attempts
        attempts += 1
        if attempts < 5:
            raise TransientError("away")
        return [Nothing("stored")] * len(records)

    world = World()
    await world.run(handle, [encode(article(1))])
    assert attempts == 5
    assert world.letters() == []
    assert world.pauses == sorted(world.pauses)
    assert len(set(world.pauses)) == 4
    assert world.metrics.counted("records_total", outcome="nothing", reason="stored") == 1


async def test_too_many_rejections_in_a_row_stop_the_stage() -> None:
    async def handle(record: Record) -> Outcome:
        return Rejected("no-good", "none of them is")

    world = World(patience=3)
    with pytest.raises(TooManyRejectionsError, match="dead-letters list"):
        await world.run(one_by_one(handle), [encode(article(number)) for number in range(10)])
    assert len(world.letters()) == 3


async def test_the_same_record_rejected_again_is_the_same_letter() -> None:
    async def handle(record: Record) -> Outcome:
        return Rejected("no-good", "it is not")

    world = World()
    await world.run(one_by_one(handle), [encode(article(1)), encode(article(1))])
    first, second = world.letters()
    assert first.id == second.id


async def test_while_the_disk_is_full_events_wait_and_none_becomes_a_dead_letter(tmp_path: Path) -> None:
    bus, metrics = Bus(*topology(TOPICS, "sink")), Metrics()
    tried: list[float] = []
    with open_database(tmp_path / "p.sqlite", TABLES) as database:
        await database.run(lambda connection: connection.execute("PRAGMA max_page_count = 1").fetchall())

        async def room(seconds: float) -> None:
            tried.append(seconds)
            if len(tried) == 3:
                await database.run(lambda connection: connection.execute("PRAGMA max_page_count = 10000").fetchall())

        store = SqliteStore(database)
        stage = Stage("indexer", NEGOTIATION_EVENTS, Handler(store), 200)
        around = Surroundings(bus, metrics, lambda: datetime.now(UTC), room, lambda: 1.0)
        task = asyncio.create_task(run(stage, around))
        many = [encode(event(number)) for number in range(1, 101)]
        await bus.publish([Outgoing("negotiation-events.v1", str(number), raw) for number, raw in enumerate(many)])
        await bus.settled_by("indexer", "negotiation-events.v1", len(many) - 1)
        assert (len(tried), await store.count()) == (3, len(many))
        assert metrics.counted("records_total", outcome="rejected") == 0
        await bus.close()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_file_that_cannot_be_used_stops_the_stage_and_is_no_fault_of_the_record() -> None:
    world = World()

    async def handle(records: Sequence[Record]) -> Sequence[Outcome]:
        raise DatabaseError("p.sqlite is not a database, or is damaged; name another file with --database")

    with pytest.raises(DatabaseError, match="is damaged"):
        await world.run(handle, [encode(article(1))])
    assert world.letters() == []
