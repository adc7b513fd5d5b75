"""Events → the store, a batch at a time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from schemas.negotiation import NegotiationEvent
from schemas.record import Record
from services.indexer.store import Refused, Store, Written
from services.outcome import Nothing, Outcome, Rejected
from services.telemetry import Metrics

Watch = Callable[[NegotiationEvent], None]
"""Is told of each event that is new or changed, once it is stored."""


class Handler:
    """Writes events; what is stored already is no work. `watch` sees what is new."""

    def __init__(
        self,
        store: Store,
        watch: Watch | None = None,
        metrics: Metrics | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._store = store
        self._watch = watch
        self._metrics = metrics
        self._now = now or (lambda: datetime.now(UTC))

    async def __call__(self, records: Sequence[Record]) -> Sequence[Outcome]:
        """`stored` or `unchanged` for each, or rejected by the store. Raises `TransientError`; then none is written."""
        events = [record for record in records if isinstance(record, NegotiationEvent)]
        written = await self._store.upsert(events)
        for event, word in zip(events, written, strict=True):
            if word in ("created", "updated") and not event.retracted:
                self._tell(event)
        return [_outcome(word) for word in written]

    def _tell(self, event: NegotiationEvent) -> None:
        if self._watch is not None:
            self._watch(event)
        if self._metrics is not None:
            now = self._now()
            if event.article.published_at is not None:
                since = (now - event.article.published_at).total_seconds()
                self._metrics.observe("delay_seconds", max(0.0, since), since="published")
            self._metrics.observe("delay_seconds", (now - event.produced_at).total_seconds(), since="fetched")


def _outcome(word: Written | Refused) -> Outcome:
    if isinstance(word, Refused):
        return Rejected(word.reason, word.error)
    return Nothing("unchanged" if word == "unchanged" else "stored")
