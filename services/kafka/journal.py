"""Records written all or none, and only by who owns them: one journal a partition, one transaction for many writers.

A transaction carries the name of its partition. Whoever opens a journal last owns it: the brokers refuse what an owner
before writes from then on, however late it wakes up.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import random

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import IllegalOperation, InvalidProducerEpoch, KafkaError, ProducerFenced

from schemas.topics import topic_named
from services.kafka.farewell import stop
from services.kafka.producer import PERMANENT, options, send
from services.kafka.settings import KafkaSettings
from services.transport import Outgoing

_log = structlog.get_logger()
_LONGEST_PAUSE = 10.0
TRANSACTION_TIME = 30_000
"""Milliseconds after which the brokers give up a transaction whose writer is gone."""


class MovedError(Exception):
    """The journal is another owner's by now, or takes no more; what was to be written is for who opens it next."""


@dataclass(slots=True)
class _Write:
    records: Sequence[Outgoing]
    done: "asyncio.Future[None]"


@dataclass(slots=True)
class Journal:
    """Writes of one owner. `open` before use, `close` after; between them any number may write side by side."""

    name: str
    settings: KafkaSettings
    _client: AIOKafkaProducer | None = None
    _waiting: list[_Write] = field(default_factory=list)
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _task: "asyncio.Task[None] | None" = None
    _closing: bool = False

    async def open(self) -> None:
        """Become the owner; what an owner before has under way is given up."""
        await self._opened()
        self._task = asyncio.create_task(self._write_until_closed())

    async def write(self, records: Sequence[Outgoing]) -> None:
        """On return all records are on their topics. Raises `MovedError`; then none is."""
        if self._closing:
            raise MovedError(self.name)
        write = _Write(records, asyncio.get_running_loop().create_future())
        self._waiting.append(write)
        self._wake.set()
        await write.done

    async def close(self) -> None:
        """Finish the transaction under way; who waits behind it gets `MovedError`."""
        self._closing = True
        self._wake.set()
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)
        for write in self._waiting:
            _fail(write, MovedError(self.name))
        self._waiting.clear()
        if self._client is not None:
            await stop(self._client)

    async def _write_until_closed(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            if self._closing:
                return
            writes, self._waiting = self._waiting, []
            try:
                await self._commit([record for write in writes for record in write.records])
            except Exception as error:  # told to who waits for it
                # Later records may take it for granted that these are there: nothing is written after a gap.
                self._closing = True
                for write in (*writes, *self._waiting):
                    _fail(write, error)
                self._waiting.clear()
                return
            else:
                for write in writes:
                    if not write.done.done():
                        write.done.set_result(None)

    async def _commit(self, records: Sequence[Outgoing]) -> None:
        """One transaction, tried until the brokers have it. Raises `MovedError`.

        Where nobody answered the commit, it may have happened all the same: then the records are there twice.
        """
        attempt = 0
        while True:
            try:
                client = await self._opened()
                async with client.transaction():
                    await _sent(client, self.settings, _newest(records))
                return
            except (ProducerFenced, InvalidProducerEpoch, IllegalOperation) as error:
                # The last where the client learnt of it between two of our records: the transaction is over for it.
                raise MovedError(self.name) from error
            except PERMANENT as error:
                _log.error("transaction refused", journal=self.name, error=f"{type(error).__name__}: {error}")
                raise MovedError(self.name) from error
            except KafkaError as error:
                if self._closing:
                    raise MovedError(self.name) from error
                await self._dropped()
                pause = min(_LONGEST_PAUSE, 0.1 * 2**attempt) * random()
                _log.warning("transaction tried again", journal=self.name, error=type(error).__name__)
                await asyncio.sleep(pause)
                attempt = min(attempt + 1, 20)

    async def _opened(self) -> AIOKafkaProducer:
        if self._client is None:
            client = AIOKafkaProducer(
                **options(self.settings), transactional_id=self.name, transaction_timeout_ms=TRANSACTION_TIME
            )
            try:
                await client.start()
                # The brokers number us, and so shut out who was before, when a transaction begins.
                await client.begin_transaction()
                await client.abort_transaction()
            except BaseException:
                await stop(client)
                raise
            self._client = client
        return self._client

    async def _dropped(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await stop(client)


async def _sent(client: AIOKafkaProducer, settings: KafkaSettings, records: Sequence[Outgoing]) -> None:
    futures = []
    for record in records:
        future = await send(client, settings, record)
        # Where sending the next one fails, nobody asks for this one any more.
        future.add_done_callback(lambda done: done.cancelled() or done.exception())
        futures.append(future)
    await asyncio.gather(*futures)


def _newest(records: Sequence[Outgoing]) -> list[Outgoing]:
    """Without records that are replaced at once: where a topic keeps the newest of a key, only the last of each."""
    kept: dict[object, Outgoing] = {}
    for number, record in enumerate(records):
        compacted = "compact" in topic_named(record.topic).cleanup
        kept[(record.topic, record.key) if compacted else number] = record
    return list(kept.values())


def _fail(write: _Write, error: Exception) -> None:
    if not write.done.done():
        write.done.set_exception(error)
