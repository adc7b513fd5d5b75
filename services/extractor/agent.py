"""The shell around the extractor on Kafka: a Faust agent that hands messages to the step, acknowledged in order.

What Faust 0.15 does by itself would lose articles: it acknowledges a message whose agent raised, and may commit past
one that is still under way. So acknowledging is ours: nothing leaves the agent, and a message is acknowledged when its
events are with the brokers and all messages before it are done.
"""

import asyncio
import tempfile
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol
from warnings import catch_warnings

import faust
from aiokafka.errors import KafkaError
from faust.types import TP

from services.extractor.positions import TransportInOrder
from services.kafka.settings import KafkaSettings
from services.transport import Message, Progress

_STORED_EVERY = 5.0
"""Seconds between Faust's own commits, which find something only where ours failed."""

_TOGETHER = 0.25
"""Seconds of which the messages that are done are acknowledged and committed together."""

_FAREWELL = 10.0
"""Seconds that Faust gets to leave the group."""

_DAY = 24 * 3600.0
"""Seconds without reading after which we would be put out of the group; whether work goes on the watchdog tells."""


class _Event(Protocol):
    @property
    def message(self) -> Any: ...

    def ack(self) -> bool: ...


@dataclass(slots=True)
class Window:
    """So many messages under way side by side, let go of in the order they came."""

    handle: Callable[[Sequence[Message]], Awaitable[None]]
    width: int
    topic: str
    """As the table calls it."""
    failed: "asyncio.Future[None]"
    """Fails with what a message made the handler raise; from then on nothing is acknowledged."""
    done: dict[int, int] = field(default_factory=dict)
    """Partition → the offset before which everything is done."""
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set whenever a message is done, and at the end; cleared by who commits."""
    ended: bool = False
    """Whether nothing more will be done."""
    _done: list[_Event] = field(default_factory=list)
    """Messages that are done, those before them too, and not acknowledged."""
    _under_way: deque[tuple[_Event, "asyncio.Task[None]"]] = field(default_factory=deque)
    _moved: asyncio.Condition = field(default_factory=asyncio.Condition)
    _closed: bool = False

    async def put(self, event: _Event) -> None:
        """Begin with a message; waits while the window is full, and for ever once it is closed."""
        async with self._moved:
            await self._moved.wait_for(lambda: not self._closed and len(self._under_way) < self.width)
            self._under_way.append((event, asyncio.create_task(self._handled(event))))
            self._moved.notify_all()

    async def _handled(self, event: _Event) -> None:
        await self.handle([_message(event.message, self.topic)])

    async def let_go(self) -> None:
        """Let those that are done leave the window, in order, until cancelled or failed."""
        while True:
            async with self._moved:
                await self._moved.wait_for(lambda: bool(self._under_way))
            try:
                await asyncio.shield(self._under_way[0][1])
                await self._let_go_of(*self._under_way[0])
            except Exception as error:  # the message is not acknowledged: whoever is started next meets it again
                if not self.failed.done():
                    self.failed.set_exception(error)
                return

    async def _let_go_of(self, event: _Event, task: "asyncio.Task[None]") -> None:
        task.result()
        self._done.append(event)
        self.done[event.message.partition] = event.message.offset + 1
        self.changed.set()
        async with self._moved:
            self._under_way.popleft()
            self._moved.notify_all()

    def acknowledge(self) -> None:
        """Acknowledge what is done."""
        done, self._done = self._done, []
        for event in done:
            event.ack()

    async def close(self) -> None:
        """Begin with no more messages, and wait until those under way are done."""
        async with self._moved:
            self._closed = True
            await self._moved.wait_for(lambda: not self._under_way)

    def give_up(self) -> None:
        """Leave what is under way to whoever reads next."""
        for _, task in self._under_way:
            task.cancel()
        self.ended = True
        self.changed.set()

    def in_hand(self) -> dict[int, int]:
        """Partition → the offset of the first message of it that is under way."""
        return {event.message.partition: event.message.offset for event, _ in reversed(self._under_way)}


def _message(read: Any, topic: str) -> Message:
    key = None if read.key is None else bytes(read.key).decode(errors="replace")
    headers = read.headers.items() if isinstance(read.headers, dict) else read.headers or ()
    return Message(topic, read.offset, key, read.value or b"", read.partition, tuple(headers))


@dataclass(frozen=True, slots=True)
class Agent:
    """A running agent."""

    app: Any
    topic: str
    window: Window

    @property
    def has_partitions(self) -> bool:
        """Whether the group has given us something to read."""
        return bool(self._assigned())

    async def progress(self) -> dict[int, Progress]:
        """How far each partition of ours is, as far as is known."""
        ends = {tp.partition: self.app.consumer.highwater(tp) for tp in self._assigned()}
        in_hand = self.window.in_hand()
        return {
            number: Progress(in_hand.get(number, self.window.done.get(number, end)), end, number in in_hand)
            for number, end in ends.items()
            if end is not None
        }

    def _assigned(self) -> set[TP]:
        try:
            return {tp for tp in self.app.consumer.assignment() if tp.topic == self.topic}
        except (AttributeError, RuntimeError, AssertionError):
            # Faust makes its consumer some time after the start, and takes it away before the end.
            return set()


def application(settings: KafkaSettings, service: str) -> "faust.App":
    """A Faust application with nothing of Faust's own: no topics declared, no tables, no web."""
    told = settings.connection()
    app = faust.App(
        settings.group(service),
        broker=[f"kafka://{address.strip()}" for address in settings.bootstrap_servers.split(",")],
        broker_client_id=told["client_id"],
        broker_credentials=_credentials(told),
        broker_session_timeout=settings.session_time,
        broker_heartbeat_interval=settings.session_time / 5,
        broker_rebalance_timeout=settings.handover_time,
        broker_request_timeout=max(90.0, settings.session_time),
        broker_max_poll_interval=_DAY,
        broker_max_poll_records=500,
        broker_commit_interval=_STORED_EVERY,
        consumer_auto_offset_reset="earliest",
        consumer_metadata_max_age_ms=told["metadata_max_age_ms"],
        producer_metadata_max_age_ms=told["metadata_max_age_ms"],
        consumer_group_instance_id=settings.membership(service)["group_instance_id"],
        # When partitions move, what is under way is waited for.
        stream_wait_empty=True,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        store="memory://",
        # It wants a folder though it keeps nothing; the one we are started in may be read-only.
        datadir=tempfile.gettempdir(),
        autodiscover=False,
    )
    app.transport = TransportInOrder(app.conf.broker_consumer, app)
    return app


def _credentials(told: dict[str, Any]) -> Any:
    """The same connection in Faust's words."""
    context = told.get("ssl_context")
    if "sasl_mechanism" in told:
        return faust.SASLCredentials(
            username=told["sasl_plain_username"],
            password=told["sasl_plain_password"],
            mechanism=told["sasl_mechanism"],
            ssl_context=context,
        )
    return faust.SSLCredentials(context) if context is not None else None


@asynccontextmanager
async def agent(
    settings: KafkaSettings,
    service: str,
    topic: str,
    handle: Callable[[Sequence[Message]], Awaitable[None]],
    width: int,
    grace: float,
) -> AsyncIterator[Agent]:
    """Read a topic; leaving the context finishes what is under way, for `grace` seconds, and says so to the brokers."""
    failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    window = Window(handle, width, topic, failed)
    app = application(settings, service)
    source = app.topic(
        settings.on_brokers(topic), value_type=bytes, key_type=bytes, value_serializer="raw", key_serializer="raw"
    )

    async def read(stream: Any) -> None:
        async for event in stream.noack().events():
            await window.put(event)

    async def commit() -> None:
        # Faust forgets, when partitions move, what was acknowledged and not yet committed: it would be read again.
        # Beside acknowledging, not in its way: a commit waits for partitions that move, and these for what is in hand.
        # A moment's messages together: a commit costs as much as a few events.
        ended = False
        while not ended:
            await window.changed.wait()
            if not window.ended:
                await asyncio.sleep(_TOGETHER)
            window.changed.clear()
            # Asked before the commit: what is done meanwhile needs another one.
            ended = window.ended
            window.acknowledge()
            with suppress(KafkaError):
                # Faust's answer to a second commit beside its own is to wait for that one: ask once more.
                if not await app.consumer.commit():
                    await app.consumer.commit()

    async def leave() -> None:
        # Not cancelled: a commit that is cut off is forgotten.
        await committing
        await app.stop()

    app.agent(source, name=f"{service}.read", concurrency=1)(read)
    await app.start()
    letting_go, committing = asyncio.create_task(window.let_go()), asyncio.create_task(commit())
    try:
        yield Agent(app, settings.on_brokers(topic), window)
    finally:
        # Faust would leave at once. After a failure, or where the brokers do not take the events, what is under way
        # never ends: it goes to who takes the partitions over.
        closing = asyncio.ensure_future(window.close())
        await asyncio.wait({closing, failed}, timeout=grace, return_when=asyncio.FIRST_COMPLETED)
        closing.cancel()
        letting_go.cancel()
        await asyncio.gather(closing, letting_go, return_exceptions=True)
        window.give_up()
        # What is left was not begun, or cannot be finished: nobody is to wait for it.
        with catch_warnings(action="ignore"):
            app.conf.stream_wait_empty = False
        leaving = asyncio.ensure_future(leave())
        await asyncio.wait({leaving}, timeout=_FAREWELL)
        for task in (leaving, committing):
            task.cancel()
        if not failed.done():
            failed.cancel()
