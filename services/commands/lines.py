"""An event as one readable line, the same wherever events are listed."""

import re

import click

from schemas.negotiation import NegotiationEvent, Party

_WIDTH = 110


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and the overrides and isolates of direction (Unicode Standard Annex 9, 2.1 to 2.4): they show
words in another order than they stand."""


def harmless(text: str) -> str:
    """Text from elsewhere without the characters that command a terminal, or turn what stands there round."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def line(event: NegotiationEvent) -> str:
    """Day, act and status, parties with arrows, place, and the words it was read in."""
    day = event.time.start.isoformat() if event.time else "          "
    act = f"{event.act}/{event.status}" if event.status != "occurred" else event.act
    parts = [
        click.style(day, dim=event.time is None or event.time.basis == "document"),
        click.style(f"{act:<18}", fg="cyan", bold=True),
        click.style(harmless(_parties(event)), bold=True),
    ]
    if event.place is not None:
        parts.append(f"in {harmless(event.place.name)}")
    return f"{' '.join(parts)}\n{'':>11}{click.style(harmless(_quote(event)), dim=True)}"


def _parties(event: NegotiationEvent) -> str:
    if any(party.role == "initiator" for party in event.parties):
        doers = _names(event, "initiator")
        others = _names(event, "counterpart")
        return f"{doers} → {others}" if others else doers
    together = " – ".join(_name(party) for party in event.parties if party.role == "participant")
    mediators = _names(event, "mediator")
    return f"{together} (mediated by {mediators})" if mediators and together else together or mediators


def _names(event: NegotiationEvent, role: str) -> str:
    return ", ".join(_name(party) for party in event.parties if party.role == role)


def _name(party: Party) -> str:
    people = ", ".join(person.name for person in party.representatives)
    return f"{party.name} ({people})" if people else party.name


def _quote(event: NegotiationEvent) -> str:
    text = " ".join(event.evidence[0].text.split())
    source = f"  [{event.article.publisher}]" if event.article.publisher else ""
    return (f"“{text[:_WIDTH]}…”" if len(text) > _WIDTH else f"“{text}”") + source
