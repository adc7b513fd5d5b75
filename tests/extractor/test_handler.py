"""What becomes of an article, and of its neighbours when one goes wrong."""

import asyncio
import operator
import os
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from schemas.article import Article
from schemas.codec import decode
from schemas.negotiation import NegotiationEvent
from services.extractor.app import extractor
from services.extractor.handler import Handler, encoded, outcome
from services.extractor.page.read import LONGEST_TEXT
from services.extractor.settings import ExtractorSettings
from services.extractor.workers import Limits, TaskFailedError, WorkerDiedError, Workers
from services.outcome import Emitted, Nothing, Rejected
from services.transport import Outgoing

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
MEETING = (
    "French Foreign Minister Jean Dupuis met his German counterpart in Quito on Tuesday for talks about fishing. "
    "Germany demanded that France open its ports."
)


def article(identity: str = "a", **fields: object) -> Article:
    return Article.model_validate(
        {"id": identity, "produced_at": NOW, "published_at": "2024-03-06T08:00:00Z", "text": MEETING, **fields}
    )


def test_an_article_emits_its_events() -> None:
    found = outcome(article(url="https://example.org/a", revision=2))
    assert isinstance(found, Emitted)
    for event in found.records:
        assert isinstance(event, NegotiationEvent)
        assert event.article.id == "a"
        assert event.revision == 2
        assert event.retracted == (event is found.records[-1])
        for span in event.evidence:
            assert MEETING[span.start : span.end] == span.text
    assert "talks" in [event.act for event in found.records if isinstance(event, NegotiationEvent)]


def test_an_edited_article_ends_with_what_it_still_tells() -> None:
    first, edited = outcome(article()), outcome(article(revision=2, text=MEETING.partition(" Germany demanded")[0]))
    nothing = outcome(article(revision=3, text="The weather was mild in the valley, and the harvest was good."))
    assert isinstance(first, Emitted)
    assert isinstance(edited, Emitted)
    assert isinstance(nothing, Emitted)
    *left, closing = edited.records
    assert isinstance(closing, NegotiationEvent)
    assert closing.remaining == tuple(sorted(one.id for one in left if isinstance(one, NegotiationEvent)))
    assert closing.retracted
    known = {one.id for one in first.records if isinstance(one, NegotiationEvent)}
    assert set(closing.remaining) < known
    assert closing.id not in known
    assert [one.remaining for one in nothing.records if isinstance(one, NegotiationEvent)] == [()]
    # What cannot be read takes nothing back.
    assert outcome(article(revision=2, text=" ")) == Nothing("empty")


def values(emitted: Emitted) -> list[bytes]:
    return [one.value for one in emitted.records if isinstance(one, Outgoing)]


def test_the_same_article_gives_the_same_bytes() -> None:
    once, again = encoded(article()), encoded(article())
    assert isinstance(once, Emitted)
    assert isinstance(again, Emitted)
    assert values(once)
    assert values(once) == values(again)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The weather was mild in the valley, and the harvest of plums was good this year.", Nothing("no-event")),
        (" ", Nothing("empty")),
        ("%PDF-1.4", Nothing("not-text")),
        ("Die Gesandten trafen sich am Dienstag in Quito zu langen Gesprächen.", Nothing("unsupported-language")),
    ],
)
def test_what_has_no_event_is_dealt_with(text: str, expected: Nothing) -> None:
    assert outcome(article(text=text)) == expected


def test_what_a_greater_limit_could_read_is_kept_for_replay() -> None:
    found = outcome(article(text="word " * (LONGEST_TEXT // 4)))
    assert isinstance(found, Rejected)
    assert found.reason == "too-large"


async def test_a_pool_handles_articles_side_by_side() -> None:
    async with extractor(ExtractorSettings(workers=2)) as handler:
        texts = [MEETING, " ", MEETING, "%PDF-1.4"] * 3
        found = await asyncio.gather(*(handler.handle(article(str(n), text=text)) for n, text in enumerate(texts)))
    assert [type(one) for one in found] == [Emitted, Nothing, Emitted, Nothing] * 3
    emitted = [one for one in found if isinstance(one, Emitted)]
    identities = [decode(values(one)[0], NegotiationEvent).article.id for one in emitted]
    assert identities == [str(n) for n in range(0, 12, 2)]


# The work of these pools is to call what they are given: a call can hang or end its process as no article should.
Calls = Workers[Callable[[], Any], Any]


def calls(count: int, limit: float = 30.0) -> Calls:
    return Workers(operator.call, count, Limits(limit))


async def test_a_hung_task_is_given_up_and_its_process_replaced() -> None:
    async with calls(1, limit=1.0) as workers:
        before = await workers.run(os.getpid)
        with pytest.raises(TimeoutError):
            await workers.run(partial(time.sleep, 600))
        after = await workers.run(os.getpid)
    assert before != after
    with pytest.raises(ProcessLookupError):
        os.kill(before, 0)


async def test_a_crash_is_the_tasks_own_and_its_process_replaced() -> None:
    async with calls(2) as workers:
        tasks: list[Callable[[], Any]] = [
            partial(len, "abc"),
            partial(os._exit, 3),
            partial(len, "ab"),
            partial(int, "x"),
            partial(len, "a"),
        ]
        found = await asyncio.gather(*map(workers.run, tasks), return_exceptions=True)
    assert found[0::2] == [3, 2, 1]
    assert isinstance(found[1], WorkerDiedError)
    assert found[1].exit_code == 3
    assert isinstance(found[3], TaskFailedError)
    assert str(found[3]).startswith("ValueError in ")
    assert "'x'" not in str(found[3])


async def test_a_killed_process_is_replaced() -> None:
    async with calls(1) as workers:
        os.kill(await workers.run(os.getpid), signal.SIGKILL)
        found = await asyncio.gather(workers.run(os.getpid), workers.run(os.getpid), return_exceptions=True)
    assert isinstance(found[0], WorkerDiedError)
    assert isinstance(found[1], int)


async def test_processes_do_not_mind_an_interrupt() -> None:
    async with calls(1) as workers:
        process = await workers.run(os.getpid)
        os.kill(process, signal.SIGINT)
        assert await workers.run(os.getpid) == process


async def test_processes_do_not_mind_an_interrupt_while_they_start() -> None:
    async with calls(1) as workers:
        assert signal.SIGINT in await workers.run(partial(signal.pthread_sigmask, signal.SIG_BLOCK, []))


async def test_a_cancelled_caller_does_not_take_a_process_with_it() -> None:
    async with calls(1) as workers:
        await workers.run(os.getpid)
        task = asyncio.create_task(workers.run(partial(time.sleep, 0.2)))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await workers.run(partial(len, "abc")) == 3


async def test_tasks_and_answers_may_be_large() -> None:
    large = bytes(20_000_000)
    async with calls(1) as workers:
        assert await workers.run(partial(bytes.__add__, large, b"a")) == large + b"a"


async def test_a_process_that_takes_nothing_in_holds_nobody_up() -> None:
    async with calls(1, limit=2.0) as workers:
        process = await workers.run(os.getpid)
        os.kill(process, signal.SIGSTOP)
        task = asyncio.create_task(workers.run(partial(len, bytes(20_000_000))))
        began, longest = time.monotonic(), 0.0
        while not task.done():
            await asyncio.sleep(0.01)
            longest, began = max(longest, time.monotonic() - began), time.monotonic()
        with pytest.raises(TimeoutError):
            await task
        assert longest < 1.0
        assert await workers.run(os.getpid) != process


async def test_no_process_outlives_the_pool() -> None:
    async with calls(2) as workers:
        processes = await asyncio.gather(workers.run(os.getpid), workers.run(os.getpid))
        busy = asyncio.create_task(workers.run(partial(time.sleep, 600)))
        await asyncio.sleep(0.05)
    with pytest.raises((WorkerDiedError, asyncio.CancelledError)):
        await busy
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.parametrize(
    ("work", "limit", "reason"),
    [
        (partial(time.sleep, 600), 0.3, "extraction-timeout"),
        (partial(os._exit, 1), 30.0, "worker-died"),
        (partial(int, "x"), 30.0, "extraction-failed"),
    ],
)
async def test_trouble_becomes_a_dead_letter(work: Callable[[], Any], limit: float, reason: str) -> None:
    async with Workers[Article, Any](partial(_ignoring, work), 1, Limits(limit)) as workers:
        found = await Handler(workers).handle(article())
    assert isinstance(found, Rejected)
    assert found.reason == reason
    assert MEETING not in found.error


def _ignoring(work: Callable[[], Any], _: Article) -> Any:
    return work()


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POURPARLER_EXTRACTOR_WORKERS", "3")
    monkeypatch.setenv("POURPARLER_EXTRACTOR_TIME_LIMIT", "1.5")
    settings = ExtractorSettings()
    assert (settings.workers, settings.time_limit) == (3, 1.5)
