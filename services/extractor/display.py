"""An event for people: its fields, and its quote marked in its surroundings."""

from collections.abc import Iterator

import click

from schemas.negotiation import NegotiationEvent, Party, Period, Span, Time

_AROUND = 80
"""Code points of context on either side of a quote."""

_LABEL = 12


def display(number: int, event: NegotiationEvent, text: str) -> str:
    """Some lines of text, styled for a terminal; `text` is the article's."""
    head = click.style(f"{event.act} · {event.status}", bold=True, fg="cyan")
    lines = [f"{number:>3}. {head}  {event.confidence.overall:.2f}"]
    lines += [f"     {label:<{_LABEL}}{value}" for label, value in _fields(event) if value]
    lines += [f"     {_quote(span, text)}" for span in event.evidence]
    return "\n".join(lines)


def _fields(event: NegotiationEvent) -> Iterator[tuple[str, str | None]]:
    for party in event.parties:
        yield party.role, _party(party)
    yield "level", event.level
    yield "form", event.form
    yield "forum", event.forum
    yield "place", ", ".join(filter(None, (event.place.name, event.place.country))) if event.place else None
    yield "time", _period(event.time)
    for item in event.items:
        yield "item", _flat(item.text)
    yield "due", _period(event.due)
    yield "condition", _flat(event.condition.text) if event.condition else None
    yield "source", (event.attribution.person or event.attribution.party) if event.attribution else None
    yield "topics", ", ".join(event.topics)


def _party(party: Party) -> str:
    people = [f"{one.name}, {one.office}" if one.office else one.name for one in party.representatives]
    return f"{party.name} ({'; '.join(people)})" if people else party.name


def _period(period: Period | None) -> str | None:
    if period is None:
        return None
    days = f"{period.start}" if period.start == period.end else f"{period.start} to {period.end}"
    stands_in = isinstance(period, Time) and period.basis == "document"
    return f"{days} ({period.granularity}{', day of publication' if stands_in else ''})"


def _quote(span: Span, text: str) -> str:
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    quote = click.style(f"⟦{_flat(span.text)}⟧", fg="yellow")
    opening, closing = "…" if span.start > _AROUND else "", "…" if span.end + _AROUND < len(text) else ""
    return f"{opening}{_flat(before, left=True)}{quote}{_flat(after, right=True)}{closing}"


def _flat(text: str, *, left: bool = False, right: bool = False) -> str:
    """On one line; a space at the side that touches the quote is kept, control characters are not shown."""
    words = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return f"{' ' if right and text[:1].isspace() else ''}{words}{' ' if left and text[-1:].isspace() else ''}"
