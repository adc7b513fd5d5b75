"""An explained article as one page: no script, nothing from outside, every character of the article shown as text.

The words of a field light up while the field is pointed at or followed, by style rules alone.
"""

import html
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from schemas.negotiation import Span
from services.extractor.explain.grounds import Explained, Explanation, Grounds
from services.extractor.explain.terminal import HOW

_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

_HIDDEN = frozenset("\u200b\u2060\u180e\ufeff\u200e\u200f\u061c")
"""Characters without width: shown by their number, as are controls and turns of direction. Those that join letters
or break words (U+200C, U+200D, U+00AD) belong to the writing and stay."""

_TURNS = frozenset({"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})
"""Classes of the Unicode Bidirectional Algorithm (UAX #9) that turn the text around them."""

_UNTITLED = "Article without a title"


def page(explanation: Explanation) -> str:
    """The page, to be written as UTF-8."""
    marked = list(_marked(explanation))
    title = explanation.article.title or _UNTITLED
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{_plain(title)}</title>
<style>
{_STYLE}{"".join(_rules(len(explanation.events), marked))}</style>
</head>
<body>
<header><h1 dir="auto">{_shown(title)}</h1><p>{_facts(explanation)}</p></header>
<main>
<section id="text" lang="{explanation.article.language}" dir="auto">{"".join(_text(explanation, marked))}</section>
<section id="events">{"".join(_events(explanation, marked))}</section>
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class _Marked:
    """The grounds of a field by its place on the page: `key` names it, `number` is its event's."""

    key: str
    number: int
    grounds: Grounds


def _marked(explanation: Explanation) -> Iterator[_Marked]:
    for number, explained in enumerate(explanation.events, start=1):
        for at, one in enumerate(explained.grounds):
            yield _Marked(f"e{number}-{at}", number, one)


def _facts(explanation: Explanation) -> str:
    article, events = explanation.article, len(explanation.events)
    day = f"{article.published_at:%Y-%m-%d}" if article.published_at else "day of publication not known"
    count = {0: "no negotiation event", 1: "1 event"}.get(events, f"{events} events")
    return " · ".join(_shown(fact) for fact in (article.publisher, article.language, day, count) if fact)


def _shown(text: str) -> str:
    """Text for the page: escaped, and what would not be seen or would turn the text around told by its number."""
    return "".join(f'<i class="hidden">{_number(one)}</i>' if _is_hidden(one) else html.escape(one) for one in text)


def _plain(text: str) -> str:
    """The same where no elements can stand."""
    return "".join(_number(one) if _is_hidden(one) else html.escape(one) for one in text)


def _number(one: str) -> str:
    return f"U+{ord(one):04X}"


def _is_hidden(one: str) -> bool:
    if one in "\n\t":
        return False
    return one in _HIDDEN or unicodedata.category(one) in ("Cc", "Cs") or unicodedata.bidirectional(one) in _TURNS


def _text(explanation: Explanation, marked: list[_Marked]) -> Iterator[str]:
    """The article in pieces, each of which belongs wholly to the passages and words that it is marked with."""
    begins, ends = dict[int, list[str]](), dict[int, list[str]]()
    for key, span in _spans(explanation, marked):
        if span.text:
            begins.setdefault(span.start, []).append(key)
            ends.setdefault(span.end, []).append(key)
    seen: set[str] = set()
    keys: list[str] = []
    for start, end in pairwise(sorted({0, len(explanation.text), *begins, *ends})):
        for key in ends.get(start, ()):
            keys.remove(key)
        new = list(dict.fromkeys(begins.get(start, ())))
        keys += begins.get(start, ())
        # A link leads to the first of its words; a number before a passage leads back to its event.
        yield from (f'<span id="{key}-words"></span>' for key in new if key not in seen)
        yield from (f'<a class="number" href="#{key}">{key[1:]}</a>' for key in new if "-" not in key)
        seen.update(new)
        yield _piece(explanation.text[start:end], list(dict.fromkeys(keys)))


def _spans(explanation: Explanation, marked: list[_Marked]) -> Iterator[tuple[str, Span]]:
    """What is marked in the text: passages by the key of their event, words by that of their field."""
    for number, explained in enumerate(explanation.events, start=1):
        yield from ((f"e{number}", span) for span in explained.event.evidence)
    for one in marked:
        yield from ((one.key, span) for span in one.grounds.words)


def _piece(text: str, keys: list[str]) -> str:
    if not keys:
        return _shown(text)
    kind = "words" if any("-" in key for key in keys) else "passage"
    return f'<mark class="{kind} {" ".join(f"in-{key}" for key in keys)}">{_shown(text)}</mark>'


def _events(explanation: Explanation, marked: list[_Marked]) -> Iterator[str]:
    by_event: dict[int, list[_Marked]] = {}
    for one in marked:
        by_event.setdefault(one.number, []).append(one)
    for number, explained in enumerate(explanation.events, start=1):
        yield _event(number, explained, by_event[number])
    if not explanation.events:
        yield "<p>No negotiation event was found in this article.</p>"


def _event(number: int, explained: Explained, marked: list[_Marked]) -> str:
    event = explained.event
    fields = "".join(_field(one) for one in marked)
    return (
        f'<article class="event" id="e{number}"><h2><a href="#e{number}-words">{number}</a> '
        f"{event.act} · {event.status}{_sure(event.confidence.overall)}</h2><dl>{fields}</dl></article>"
    )


def _field(one: _Marked) -> str:
    grounds = one.grounds
    words = ", ".join(
        f'<q dir="auto">{_shown(" ".join(span.text.split()))}</q> <small>{span.start}:{span.end}</small>'
        for span in grounds.words
    )
    linked = f'<a href="#{one.key}-words">{words}</a>' if words else ""
    how = f"<em>{HOW[grounds.how]}</em>" if HOW[grounds.how] else ""
    value = "" if grounds.is_quoted else f'<bdi class="value">{_shown(grounds.value)}</bdi>{_sure(grounds.confidence)}'
    return f'<div id="{one.key}"><dt>{grounds.field}</dt><dd>{value}<p>{linked} {how}</p></dd></div>'


def _sure(confidence: float | None) -> str:
    if confidence is None:
        return ""
    return f' <meter min="0" max="1" value="{confidence:.2f}"></meter> <span class="sure">{confidence:.2f}</span>'


def _rules(events: int, marked: list[_Marked]) -> Iterator[str]:
    """Words light up for the field, passages for the event, that is pointed at, tabbed to or followed."""
    for key in [*(f"e{number}" for number in range(1, events + 1)), *(one.key for one in marked if one.grounds.words)]:
        colour = "lit" if "-" in key else "passage-lit"
        yield (
            f"body:has(#{key}:is(:hover,:focus-within,:target),#{key}-words:target) .in-{key}"
            f"{{background:var(--{colour})}}\n"
        )
