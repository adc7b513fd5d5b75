"""What an edited article no longer tells. Pure.

The last record of a revision, its *closing*, lists the events that the article still tells. Events of older revisions
that are not among them are taken back: when the closing comes, and when such an event comes after it, however late.
"""

from collections.abc import Iterable, Mapping

from schemas.negotiation import NegotiationEvent, closing_id


def closings_of(events: Iterable[NegotiationEvent]) -> list[str]:
    """Ids of the closing records of the articles that events are from, each once."""
    return list(dict.fromkeys(closing_id(event.article.id) for event in events))


def taken_back(
    events: Iterable[NegotiationEvent], closings: Mapping[str, NegotiationEvent]
) -> dict[str, NegotiationEvent]:
    """Id → retraction, of those events that their article no longer tells; `closings` are the known ones, by id."""
    found = {}
    for event in events:
        closing = closings.get(closing_id(event.article.id))
        if closing is not None and _is_gone(event, closing):
            found[event.id] = _retraction(event, closing)
    return found


def _is_gone(event: NegotiationEvent, closing: NegotiationEvent) -> bool:
    told = closing.remaining
    return told is not None and not event.retracted and event.revision < closing.revision and event.id not in told


def _retraction(event: NegotiationEvent, closing: NegotiationEvent) -> NegotiationEvent:
    """The same whoever makes it and whenever: as the event was, taken back by the closing's revision."""
    fresh = {"revision": closing.revision, "retracted": True, "produced_at": closing.produced_at}
    return event.model_copy(update=fresh)
