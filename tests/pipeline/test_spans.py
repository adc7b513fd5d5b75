"""Steps of traces reach a collector as OTLP says; one that is away, busy or rude costs nothing but traces."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from schemas.article import Article
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS, TOPICS
from services import trace
from services.memory import Bus, topology
from services.outcome import Emitted, Nothing, Outcome, Rejected
from services.spans import Spans, TracingSettings, spans
from services.stage import Stage, Step, Surroundings, addressed, one_by_one
from services.telemetry import Metrics
from services.trace import Span, parts
from services.transport import Message
from tests.collector import Collector, collecting
from tests.events import MOMENT, event


@pytest.fixture
async def collector() -> AsyncIterator[Collector]:
    async with collecting() as one:
        yield one


def step(number: int = 1) -> Span:
    beginning = trace.begin(f"article-{number}")
    return Span("publish articles.v1", "producer", beginning, None, MOMENT, MOMENT, {"number": number})


@asynccontextmanager
async def tracing(collector: Collector, metrics: Metrics, **told: Any) -> AsyncIterator[Spans]:
    settings = TracingSettings(exporter_otlp_endpoint=f"{collector.address}/", **told)
    async with spans("extractor", metrics, settings) as kept:
        assert kept is not None
        yield kept


async def many_on_their_way(kept: Spans, collector: Collector) -> None:
    """Keep 600 steps, until the collector has got a request of 512."""
    for number in range(600):
        kept.add(step(number))
    async with asyncio.timeout(20):
        while not collector.requests:  # noqa: ASYNC110 - the server sets no event
            await asyncio.sleep(0.01)


def bus() -> Bus:
    return Bus(*topology(TOPICS, "sink"))


async def test_a_step_is_told_with_what_came_before_it_and_goes_on_in_what_it_led_to(collector: Collector) -> None:
    fates: dict[str, Outcome] = {
        "good": Emitted([event(1)]),
        "dull": Nothing("no-event"),
        "bad": Rejected("unreadable", "told"),
    }

    async def handle(record: Any) -> Outcome:
        return fates[record.id]

    transport, metrics = bus(), Metrics()
    sent = [addressed(Article(id=name, produced_at=MOMENT, text="Text.")) for name in fates]
    messages = [Message(one.topic, at, one.key, one.value, 7, one.headers) for at, one in enumerate(sent)]
    ticks = iter(MOMENT + timedelta(seconds=number) for number in range(100))
    async with tracing(collector, metrics) as kept:
        around = Surroundings(transport, metrics, lambda: next(ticks), asyncio.sleep, lambda: 1.0, kept)
        await Step(Stage("extractor", ARTICLES, one_by_one(handle)), around)(messages)

    found = {one["traceId"]: one for one in collector.spans()}
    assert found.keys() == {trace.trace_id(name) for name in fates}
    for message in messages:
        identity, before = parts(message.header("traceparent") or "")
        assert found[identity]["parentSpanId"] == before
    good, bad = found[trace.trace_id("good")], found[trace.trace_id("bad")]
    async with asyncio.timeout(5):
        [published] = await transport.read(NEGOTIATION_EVENTS.name, "indexer")
    assert parts(published.header("traceparent") or "") == (good["traceId"], good["spanId"])
    assert (good["name"], good["kind"], good["status"]) == ("process articles.v1", 5, {})
    assert int(good["endTimeUnixNano"]) - int(good["startTimeUnixNano"]) >= 1_000_000_000
    told = {one["key"]: one["value"] for one in good["attributes"]}
    assert told["messaging.destination.partition.id"] == {"stringValue": "7"}
    assert told["pourparler.records"] == {"intValue": "1"}
    assert bad["status"] == {"code": 2, "message": "unreadable"}
    assert metrics.counted("spans_total", outcome="sent") == 3


async def test_a_message_of_no_trace_is_no_step(collector: Collector) -> None:
    async def handle(_: Any) -> Outcome:
        return Nothing("no-event")

    message = Message(ARTICLES.name, 0, "x", addressed(Article(id="x", produced_at=MOMENT, text="Text.")).value)
    async with tracing(collector, Metrics()) as kept:
        around = Surroundings(bus(), Metrics(), lambda: MOMENT, asyncio.sleep, lambda: 1.0, kept)
        await Step(Stage("extractor", ARTICLES, one_by_one(handle)), around)([message])
    assert collector.requests == []


async def test_who_sends_is_told_as_the_variables_say(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=a%20test, team=news")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_HEADERS", "x-token=se%3Dcret")
    async with tracing(collector, Metrics()) as kept:
        kept.add(step())
    headers, body = collector.requests[0]
    assert headers["x-token"] == "se=cret"
    assert headers["Content-Type"] == "application/json"
    told = {one["key"]: one["value"]["stringValue"] for one in body["resourceSpans"][0]["resource"]["attributes"]}
    assert told["service.name"] == "pourparler-extractor"
    assert (told["deployment.environment"], told["team"]) == ("a test", "news")
    assert "cret" not in repr(TracingSettings())


@pytest.mark.parametrize("is_named", [False, True])
async def test_without_a_collector_or_when_told_not_to_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, is_named: bool
) -> None:
    if is_named:
        monkeypatch.setenv("OTEL_SDK_DISABLED", "true")
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
    async with spans("extractor", Metrics(), TracingSettings()) as kept:
        assert kept is None


async def test_a_busy_collector_gets_the_same_again(collector: Collector) -> None:
    collector.answers = [503]
    metrics = Metrics()
    async with tracing(collector, metrics) as kept:
        await many_on_their_way(kept, collector)
    ids = [one["spanId"] for one in collector.spans()]
    assert len(set(ids)) == 600
    assert len(ids) == 600 + 512
    assert metrics.counted("spans_total", outcome="sent") == 600


async def test_what_is_on_its_way_when_the_service_ends_is_sent_again(collector: Collector) -> None:
    collector.may_answer.clear()
    metrics = Metrics()
    async with tracing(collector, metrics) as kept:
        await many_on_their_way(kept, collector)
        collector.may_answer.set()
    ids = [one["spanId"] for one in collector.spans()]
    assert len(set(ids)) == 600
    assert len(ids) == 600 + 512
    assert metrics.counted("spans_total", outcome="sent") == 600


async def test_what_a_collector_refuses_is_dropped_and_counted(collector: Collector) -> None:
    collector.answers = [400]
    metrics = Metrics()
    async with tracing(collector, metrics) as kept:
        kept.add(step())
    assert metrics.counted("spans_total", outcome="refused") == 1
    assert len(collector.requests) == 1


async def test_a_collector_that_is_away_holds_nothing_up_and_what_waits_is_bounded() -> None:
    metrics = Metrics()
    gone = TracingSettings(exporter_otlp_endpoint="http://127.0.0.1:1")
    async with asyncio.timeout(10), spans("extractor", metrics, gone) as kept:
        assert kept is not None
        for number in range(5000):
            kept.add(step(number))
        assert metrics.counted("spans_total", outcome="dropped") == 5000 - 4096
    assert metrics.counted("spans_total", outcome="dropped") == 5000
    assert metrics.counted("spans_total", outcome="sent") == 0


async def test_a_share_of_the_articles_is_the_same_share_for_every_service(collector: Collector) -> None:
    async with tracing(collector, Metrics(), traces_sampler_arg=0.25) as kept:
        for number in range(2000):
            kept.add(step(number))
            kept.add(step(number))
    traces = [one["traceId"] for one in collector.spans()]
    assert 400 < len(set(traces)) < 600
    assert len(traces) == 2 * len(set(traces))
