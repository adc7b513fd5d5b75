"""An explained event as lines for a terminal."""

from collections.abc import Iterator

import click

from services.extractor.display import flat, quote
from services.extractor.explain.grounds import Explained, Grounds, How

_LABEL, _VALUE = 12, 44

HOW: dict[How, str] = {
    "words": "",
    "earlier": "earlier in the article",
    "context": "from what was told before",
    "publication": "from the day of publication",
    "unless": "no word says otherwise",
}
"""How a field is known, for people."""


def lines(number: int, explained: Explained, text: str) -> str:
    """An event: its passage, then a line a field: what it says, how surely, and the words that say so."""
    event = explained.event
    head = click.style(f"{event.act} · {event.status}", bold=True, fg="cyan")
    passages = [f"     {quote(span, text)}" for span in event.evidence]
    told = [f"{number:>3}. {head}  {event.confidence.overall:.2f}", *passages]
    return "\n".join([*told, *(_line(one) for one in explained.grounds)])


def _line(grounds: Grounds) -> str:
    sure = f"{grounds.confidence:.2f}" if grounds.confidence is not None else "    "
    value = "" if grounds.is_quoted else f"{flat(grounds.value):<{_VALUE}} "
    return f"     {grounds.field:<{_LABEL}}{sure}  {value}{', '.join(_why(grounds))}".rstrip()


def _why(grounds: Grounds) -> Iterator[str]:
    for span in grounds.words:
        yield click.style(f"⟦{flat(span.text)}⟧", fg="yellow") + f" {span.start}:{span.end}"
    if HOW[grounds.how]:
        yield click.style(HOW[grounds.how], dim=True)
