"""Steps of traces for an OpenTelemetry collector, on demand: OTLP over HTTP, in JSON.

A collector is named in OpenTelemetry's own variables, `OTEL_EXPORTER_OTLP_ENDPOINT` above all; without one nothing is
kept or sent. Traces are worth less than articles: what the collector does not take in time is dropped and counted.

Sources: OpenTelemetry, "OTLP Specification 1.9", "OpenTelemetry Protocol Exporter" and "SDK Configuration"; names of
attributes from "Semantic conventions for messaging spans".
"""

import asyncio
import json
import os
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from typing import Any
from urllib.parse import unquote

import aiohttp
import structlog
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from services.telemetry import Metrics, without_credentials
from services.trace import Span, parts

_log = structlog.get_logger()
_KINDS = {"producer": 4, "consumer": 5}
_ERROR = 2
"""OTLP's numbers of span kinds and status codes."""
_LATER = {429, 502, 503, 504}
"""Answers after which the same may be sent again."""
_AT_ONCE = 512
_KEPT = 4096
"""Spans in a request, and spans that wait at most; as SDKs do by default, and twice that."""
_EVERY = 5.0
_FAREWELL = 3.0
"""Seconds between requests, and for the last one."""


class TracingSettings(BaseSettings):
    """OpenTelemetry's variables, as far as they concern us."""

    model_config = SettingsConfigDict(env_prefix="OTEL_", frozen=True, env_ignore_empty=True)

    exporter_otlp_endpoint: str | None = Field(default=None, description="Address of the collector; none: no traces")
    exporter_otlp_traces_endpoint: str | None = Field(default=None, description="The same, with its path")
    exporter_otlp_headers: str = Field(
        default="", description="name=value,name=value, each percent-encoded", repr=False
    )
    exporter_otlp_timeout: int = Field(default=10_000, gt=0, description="Milliseconds a request may take")
    service_name: str | None = None
    resource_attributes: str = Field(default="", description="name=value,name=value, each percent-encoded")
    traces_sampler_arg: float = Field(default=1.0, ge=0, le=1, description="Share of articles that are traced")
    sdk_disabled: bool = False

    def address(self) -> str | None:
        """Where spans are sent."""
        if self.sdk_disabled:
            return None
        if self.exporter_otlp_traces_endpoint is not None:
            return self.exporter_otlp_traces_endpoint
        return self.exporter_otlp_endpoint and f"{self.exporter_otlp_endpoint.rstrip('/')}/v1/traces"


@dataclass(slots=True)
class Spans:
    """Keeps spans until they are sent."""

    settings: TracingSettings
    service: str
    metrics: Metrics
    _waiting: deque[Span] = field(default_factory=deque)
    _full: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, span: Span) -> None:
        """Keep a span of a trace that is among the sampled; the oldest is dropped where too many wait."""
        if not _is_sampled(span.traceparent, self.settings.traces_sampler_arg):
            return
        if len(self._waiting) >= _KEPT:
            self._waiting.popleft()
            self._count(1, "dropped")
        self._waiting.append(span)
        if len(self._waiting) >= _AT_ONCE:
            self._full.set()

    async def send_for_ever(self, session: aiohttp.ClientSession, address: str) -> None:
        """Send what has come together, every few seconds, or sooner where it is much."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._full.wait(), _EVERY)
            self._full.clear()
            if not await self.send(session, address):
                await asyncio.sleep(_EVERY)

    async def send(self, session: aiohttp.ClientSession, address: str) -> bool:
        """Send what waits; False where the collector is away or busy: then it still waits."""
        while self._waiting:
            some = [self._waiting.popleft() for _ in range(min(_AT_ONCE, len(self._waiting)))]
            try:
                async with session.post(address, data=self._body(some), allow_redirects=False) as answer:
                    status = answer.status
            except (aiohttp.ClientError, TimeoutError) as error:
                status, told = 503, type(error).__name__
            except asyncio.CancelledError:
                # Nobody knows whether they arrived: a collector knows a span by its id, and twice is better than never.
                self._keep(some)
                raise
            else:
                told = str(status)
            if status in _LATER:
                self._keep(some)
                _log.warning("traces wait", collector=without_credentials(address), error=told)
                return False
            taken = status < 300
            if not taken:
                _log.warning("traces refused", collector=without_credentials(address), error=told)
            self._count(len(some), "sent" if taken else "refused")
        return True

    def give_up(self) -> int:
        """Drop what still waits; how many."""
        many = len(self._waiting)
        self._waiting.clear()
        self._count(many, "dropped")
        return many

    def _keep(self, unsent: Sequence[Span]) -> None:
        self._waiting.extendleft(reversed(unsent))

    def _count(self, many: int, outcome: str) -> None:
        for _ in range(many):
            self.metrics.count("spans_total", outcome=outcome)

    def _body(self, spans: Iterable[Span]) -> bytes:
        resource = {
            "service.name": self.settings.service_name or f"pourparler-{self.service}",
            "service.version": version("pourparler"),
            "service.instance.id": os.environ.get("POURPARLER_KAFKA_INSTANCE") or os.uname().nodename,
            **dict(_pairs(self.settings.resource_attributes)),
        }
        scope = {"name": "pourparler", "version": version("pourparler")}
        told = {"scope": scope, "spans": [_span(one) for one in spans]}
        made = {"resourceSpans": [{"resource": {"attributes": _attributes(resource)}, "scopeSpans": [told]}]}
        return json.dumps(made, ensure_ascii=False).encode()


@asynccontextmanager
async def spans(service: str, metrics: Metrics, settings: TracingSettings) -> AsyncIterator[Spans | None]:
    """What keeps and sends a service's spans; None where no collector is named."""
    address = settings.address()
    if address is None:
        yield None
        return
    kept = Spans(settings, service, metrics)
    headers = {**dict(_pairs(settings.exporter_otlp_headers)), "Content-Type": "application/json"}
    timeout = aiohttp.ClientTimeout(total=settings.exporter_otlp_timeout / 1000)
    async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
        sending = asyncio.create_task(kept.send_for_ever(session, address))
        try:
            yield kept
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
            with suppress(TimeoutError):
                await asyncio.wait_for(kept.send(session, address), _FAREWELL)
            if many := kept.give_up():
                _log.warning("traces not sent", collector=without_credentials(address), spans=many)


def _is_sampled(traceparent: str, share: float) -> bool:
    """By the trace id alone, so that all services of a deployment choose the same articles."""
    return int(parts(traceparent)[0][16:], 16) < share * 2**64


def _pairs(text: str) -> list[tuple[str, str]]:
    found = (pair.partition("=") for pair in text.split(",") if "=" in pair)
    return [(unquote(name.strip()), unquote(value.strip())) for name, _, value in found]


def _span(span: Span) -> dict[str, Any]:
    trace_id, span_id = parts(span.traceparent)
    return {
        "traceId": trace_id,
        "spanId": span_id,
        **({"parentSpanId": parts(span.parent)[1]} if span.parent else {}),
        "name": span.name,
        "kind": _KINDS[span.kind],
        "startTimeUnixNano": _nanoseconds(span.began),
        "endTimeUnixNano": _nanoseconds(max(span.began, span.ended)),
        "attributes": _attributes(span.attributes),
        "status": {"code": _ERROR, "message": span.error} if span.error else {},
    }


def _attributes(told: Mapping[str, str | int]) -> list[dict[str, Any]]:
    """Numbers of 64 bits are text in OTLP's JSON."""
    return [
        {"key": name, "value": {"intValue": str(one)} if isinstance(one, int) else {"stringValue": one}}
        for name, one in told.items()
    ]


def _nanoseconds(moment: datetime) -> str:
    return str(int(moment.timestamp() * 1_000_000) * 1000)
