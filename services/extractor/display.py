"""An event for people: its fields, and its quote marked in its surroundings."""

from collections.abc import Iterator

import click

from schemas.negotiation import NegotiationEvent, Span
from services.extractor.explain.grounds import days, named

_AROUND = 80
"""Code points of context on either side of a quote."""

_LABEL = 12


def display(number: int, event: NegotiationEvent, text: str) -> str:
    """Some lines of text, styled for a terminal; `text` is the article's."""
    head = click.style(f"{event.act} · {event.status}", bold=True, fg="cyan")
    lines = [f"{number:>3}. {head}  {event.confidence.overall:.2f}"]
    lines += [f"     {label:<{_LABEL}}{value}" for label, value in _fields(event) if value]
    lines += [f"     {quote(span, text)}" for span in event.evidence]
    return "\n".join(lines)


def _fields(event: NegotiationEvent) -> Iterator[tuple[str, str | None]]:
    for party in event.parties:
        yield party.role, flat(named(party))
    yield "level", event.level
    yield "form", event.form
    yield "forum", event.forum
    yield "place", ", ".join(filter(None, (event.place.name, event.place.country))) if event.place else None
    yield "time", days(event.time) if event.time else None
    for item in event.items:
        yield "item", flat(item.text)
    yield "due", days(event.due) if event.due else None
    yield "condition", flat(event.condition.text) if event.condition else None
    yield "source", (event.attribution.person or event.attribution.party) if event.attribution else None
    yield "topics", ", ".join(event.topics)


def quote(span: Span, text: str) -> str:
    """A passage marked in its surroundings, on one line."""
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    quote = click.style(f"⟦{flat(span.text)}⟧", fg="yellow")
    opening, closing = "…" if span.start > _AROUND else "", "…" if span.end + _AROUND < len(text) else ""
    return f"{opening}{flat(before, left=True)}{quote}{flat(after, right=True)}{closing}"


def flat(text: str, *, left: bool = False, right: bool = False) -> str:
    """On one line; a space at the side that touches the quote is kept, control characters are not shown."""
    words = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return f"{' ' if right and text[:1].isspace() else ''}{words}{' ' if left and text[-1:].isspace() else ''}"
