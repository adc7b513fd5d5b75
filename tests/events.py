"""Events for tests, made whole with one call."""

from datetime import UTC, datetime
from typing import Any

from schemas.negotiation import NegotiationEvent

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
QUOTE = "Les négociations entre Oslo et Lima ont repris."


def span(text: str) -> dict[str, object]:
    return {"text": text, "start": 0, "end": len(text)}


def event(number: int = 1, **changes: Any) -> NegotiationEvent:
    """An event; its id follows from `number`, every field may be changed."""
    fields: dict[str, Any] = {
        "id": f"{number:032x}",
        "produced_at": MOMENT,
        "article": {
            "id": f"article-{number}",
            "language": "fr",
            "title": "Reprise des pourparlers",
            "publisher": "La Dépêche",
            "published_at": MOMENT,
            "text_digest": "sha256:" + "0" * 64,
        },
        "act": "talks",
        "status": "occurred",
        "parties": [
            {
                "id": "country:NOR",
                "name": "Norway",
                "role": "participant",
                "representatives": [{"id": "person:liv-dahl", "name": "Liv Dahl", "office": "foreign minister"}],
            },
            {"id": "country:PER", "name": "Peru", "role": "participant"},
        ],
        "place": {"name": "Geneva", "country": "CHE", "mention": span("Genève")},
        "time": {"start": "2026-02-20", "end": "2026-02-21", "granularity": "day", "basis": "stated"},
        "topics": ["trade"],
        "evidence": [span(QUOTE)],
        "confidence": {"overall": 0.8},
        "extractor": {"name": "pourparler", "version": "0.1.0"},
    }
    return NegotiationEvent.model_validate(fields | changes)
