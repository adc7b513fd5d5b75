"""Events → the store, a batch at a time; and what an edited article no longer tells, out of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from schemas.negotiation import NegotiationEvent
from schemas.record import Record
from services.indexer.revisions import closings_of, taken_back
from services.indexer.store import Refused, Store, Written
from services.outcome import Emitted, Nothing, Outcome, Rejected
from services.telemetry import Metrics

Watch = Callable[[NegotiationEvent], None]
"""Is told of each event that is new or changed, once it is stored."""

_LANGUAGES = frozenset({"en", "fr"})


class Handler:
    """Writes events; what is stored already is no work. `watch` sees what is new.

    `emits` says whether others read the events beside us: then retractions go out on the topic, and are stored when
    they come back from it. Else they are stored at once.
    """

    def __init__(
        self,
        store: Store,
        watch: Watch | None = None,
        metrics: Metrics | None = None,
        now: Callable[[], datetime] | None = None,
        emits: bool = False,
    ) -> None:
        self._store = store
        self._watch = watch
        self._metrics = metrics
        self._now = now or (lambda: datetime.now(UTC))
        self._emits = emits

    async def __call__(self, records: Sequence[Record]) -> Sequence[Outcome]:
        """`stored` or `unchanged` for each, retractions it led to, or rejected by the store. Raises `TransientError`:
        then all is to come again, whatever of it is written."""
        events = [record for record in records if isinstance(record, NegotiationEvent)]
        if not events:
            return []
        written = await self._store.upsert(events)
        for event, word in zip(events, written, strict=True):
            if word in ("created", "updated") and not event.retracted:
                self._tell(event)
        gone = await self._gone(events)
        if gone and not self._emits:
            await self._store.upsert(list(gone.values()))
        return self._outcomes(events, written, gone if self._emits else {})

    async def _gone(self, events: Sequence[NegotiationEvent]) -> Mapping[str, NegotiationEvent]:
        """Id → retraction, of what these articles no longer tell.

        Asked for after writing. Of two that write at the same moment, an event here and the closing there, one at least
        sees what the other wrote.
        """
        closings = await self._store.several(closings_of(events))
        if not closings:
            return {}
        ended = list(dict.fromkeys(event.article.id for event in events if event.remaining is not None))
        there = await self._store.of_articles(ended) if ended else ()
        return taken_back([*events, *there], closings)

    def _outcomes(
        self,
        events: Sequence[NegotiationEvent],
        written: Sequence[Written | Refused],
        gone: Mapping[str, NegotiationEvent],
    ) -> list[Outcome]:
        """Of each event; a retraction goes out with the last event of its article in the batch."""
        found = [_outcome(word) for word in written]
        last = {event.article.id: number for number, event in enumerate(events) if isinstance(found[number], Nothing)}
        for article, number in last.items():
            if retractions := [one for one in gone.values() if one.article.id == article]:
                found[number] = Emitted(retractions)
        return found

    def _tell(self, event: NegotiationEvent) -> None:
        if self._watch is not None:
            self._watch(event)
        if self._metrics is not None:
            now = self._now()
            if event.article.published_at is not None:
                since = (now - event.article.published_at).total_seconds()
                self._metrics.observe("delay_seconds", max(0.0, since), since="published")
            self._metrics.observe("delay_seconds", (now - event.produced_at).total_seconds(), since="fetched")
            # Whoever writes events may write any language: the label stays within what we read.
            language = event.article.language if event.article.language in _LANGUAGES else "other"
            self._metrics.count("events_total", act=event.act, status=event.status, language=language)
            self._metrics.observe("confidence", event.confidence.overall, language=language)


def _outcome(word: Written | Refused) -> Outcome:
    if isinstance(word, Refused):
        return Rejected(word.reason, word.error)
    return Nothing("unchanged" if word == "unchanged" else "stored")
