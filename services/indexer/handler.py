"""Events → the store, a batch at a time."""

from collections.abc import Callable, Sequence

from schemas.negotiation import NegotiationEvent
from schemas.record import Record
from services.indexer.store import Store
from services.outcome import Nothing, Outcome

Watch = Callable[[NegotiationEvent], None]
"""Is told of each event that is new or changed, once it is stored."""


class Handler:
    """Writes events; what is stored already is no work. `watch` sees what is new."""

    def __init__(self, store: Store, watch: Watch | None = None) -> None:
        self._store = store
        self._watch = watch

    async def __call__(self, records: Sequence[Record]) -> Sequence[Outcome]:
        """`stored` or `unchanged` for each. Raises `TransientError`; then nothing of the batch is written."""
        events = [record for record in records if isinstance(record, NegotiationEvent)]
        written = await self._store.upsert(events)
        for event, word in zip(events, written, strict=True):
            if self._watch is not None and word != "unchanged" and not event.retracted:
                self._watch(event)
        return [Nothing("unchanged" if word == "unchanged" else "stored") for word in written]
