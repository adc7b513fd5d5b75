"""What is counted and logged: one list of metric names, and logs for people or machines."""

import logging
import re
import sys
from typing import Any, Literal

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

CounterName = Literal[
    "records_total",  # records by the stage that handled them, the outcome and its reason
    "polls_total",  # polls of feeds by how they ended
    "pages_total",  # article pages by how fetching them ended
    "websub_total",  # what was said between hubs and us, by a word for it
    "retries_total",  # attempts repeated in place, by stage
    "events_total",  # events that became searchable, by what they tell and the language of their article
    "spans_total",  # steps of traces by what the collector did with them
]
GaugeName = Literal[
    "records_waiting",  # records of a topic that are not done yet
    "feeds",  # feeds in the registry
    "consumer_lag",  # messages of a partition that its stage has not done, at most
    "feed_succeeded_timestamp_seconds",  # when a feed last answered, by its address
    "feed_changed_timestamp_seconds",  # when a feed last had anything new, by its address
]
HistogramName = Literal[
    "delay_seconds",  # from an article's publication, and from its fetching, to its events being searchable
    "confidence",  # of events that became searchable, by the language of their article
]

_COUNTERS: dict[CounterName, tuple[str, tuple[str, ...]]] = {
    "records_total": ("Records by stage, outcome and reason", ("stage", "outcome", "reason")),
    "polls_total": ("Polls of feeds by how they ended", ("outcome",)),
    "pages_total": ("Article pages by how fetching them ended", ("outcome",)),
    "websub_total": ("What was said between WebSub hubs and us", ("outcome",)),
    "retries_total": ("Attempts repeated in place", ("stage",)),
    "events_total": ("Events that became searchable", ("act", "status", "language")),
    "spans_total": ("Steps of traces by what became of them", ("outcome",)),
}
_GAUGES: dict[GaugeName, tuple[str, tuple[str, ...]]] = {
    "records_waiting": ("Records not done yet", ("topic",)),
    "feeds": ("Feeds in the registry", ()),
    "consumer_lag": ("Messages not done yet, at most", ("stage", "partition")),
    "feed_succeeded_timestamp_seconds": ("When a feed last answered", ("feed",)),
    "feed_changed_timestamp_seconds": ("When a feed last had anything new", ("feed",)),
}
_DELAYS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 6 * 3600, 24 * 3600)
"""Seconds: what a machine takes, what a poll interval adds, and what an old article is."""
_TENTHS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_HISTOGRAMS: dict[HistogramName, tuple[str, tuple[str, ...], tuple[float, ...]]] = {
    "delay_seconds": ("From an article's moment to its events being searchable", ("since",), _DELAYS),
    "confidence": ("Confidence of events that became searchable", ("language",), _TENTHS),
}
_FIELD_LIMIT = 500
_CREDENTIALS = re.compile(r"(?<=://)[^/?#\s]*@")
"""Up to the last sign of them before the path: passwords may hold one."""
_TOKENS = re.compile(
    r"(?<=[?&;])((?:access|auth|api|private|feed|rss)?[-_]?(?:token|secret|passw(?:or)?d|pwd)|api[-_]?key)=[^&;#\s\"']+",
    re.IGNORECASE,
)
"""What feeds for subscribers have in their addresses, as GitLab's (`feed_token`), GitHub's (`token`) and those of paid
podcasts do: who has read it may read the feed."""


class Metrics:
    """Counters and gauges of this process in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._counters = {
            name: Counter(f"pourparler_{name}", text, labels, registry=self.registry)
            for name, (text, labels) in _COUNTERS.items()
        }
        self._gauges = {
            name: Gauge(f"pourparler_{name}", text, labels, registry=self.registry)
            for name, (text, labels) in _GAUGES.items()
        }
        self._histograms = {
            name: Histogram(f"pourparler_{name}", text, labels, registry=self.registry, buckets=buckets)
            for name, (text, labels, buckets) in _HISTOGRAMS.items()
        }

    def count(self, name: CounterName, **labels: str) -> None:
        """Add one. Labels are words from closed sets, never content."""
        self._counters[name].labels(**labels).inc()

    def gauge(self, name: GaugeName, value: float, **labels: str) -> None:
        """Set a gauge."""
        gauge = self._gauges[name]
        (gauge.labels(**labels) if labels else gauge).set(value)

    def observe(self, name: HistogramName, value: float, **labels: str) -> None:
        """Add a value to a distribution."""
        self._histograms[name].labels(**labels).observe(value)

    def forget(self, name: GaugeName) -> None:
        """Drop all label sets of a gauge: what they told of is no longer ours."""
        self._gauges[name].clear()

    def counted(self, name: CounterName, **labels: str) -> float:
        """The sum of a counter over all label sets that hold these labels."""
        samples = (sample for metric in self._counters[name].collect() for sample in metric.samples)
        return sum(
            sample.value
            for sample in samples
            if sample.name.endswith("_total") and labels.items() <= sample.labels.items()
        )

    def serve(self, port: int) -> None:
        """Offer the metrics on http://127.0.0.1:port/metrics. Raises `OSError` where the port is taken."""
        try:
            start_http_server(port, addr="127.0.0.1", registry=self.registry)
        except OSError as error:
            raise OSError(error.errno, f"port {port} of 127.0.0.1 cannot be used: {error.strerror}") from error


def without_credentials(text: str) -> str:
    """A text in which addresses carry no user names and passwords, and no tokens in their queries."""
    return _TOKENS.sub(r"\1=***", _CREDENTIALS.sub("", text))


def set_up_logs(verbose: bool = False) -> None:
    """Logs to stderr: readable lines on a terminal, JSON elsewhere; no field longer than 500 characters."""
    terminal = sys.stderr.isatty()
    renderer: Any = (
        structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _bounded,
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if verbose else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
    # Libraries that log by themselves are heard only when something is wrong.
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)


def _bounded(_: object, __: str, event: Any) -> Any:
    return {
        name: without_credentials(value)[:_FIELD_LIMIT] if isinstance(value, str) else value
        for name, value in event.items()
    }
