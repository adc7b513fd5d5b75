"""The record that ends a revision of an edited article: what it still tells, so that whoever keeps events can take back
the others. It is retracted from the beginning, and nobody finds it."""

from collections.abc import Sequence
from datetime import datetime

from schemas.negotiation import Confidence, Extractor, NegotiationEvent, Span, closing_id
from services.extractor.document import Document
from services.extractor.version import VERSION


def closing(document: Document, events: Sequence[NegotiationEvent], produced_at: datetime) -> NegotiationEvent:
    """The closing record of a document that tells these events."""
    return NegotiationEvent(
        id=closing_id(document.reference.id),
        revision=document.revision,
        retracted=True,
        remaining=tuple(sorted(event.id for event in events)),
        produced_at=produced_at,
        article=document.reference,
        # The record has to have an act, a status and evidence; those of no event.
        act="assess",
        status="cancelled",
        parties=(),
        evidence=(Span(text="", start=0, end=0),),
        confidence=Confidence(overall=0.0),
        extractor=Extractor(name="pourparler", version=VERSION),
    )
