"""An event with the words that gave each of its fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from schemas.negotiation import ArticleReference, Confidence, NegotiationEvent, Party, Period, Span, Time
from services.extractor.candidate import Candidate, Filler, Ground, Range
from services.extractor.document import Document
from services.extractor.fields.topics import words_of
from services.extractor.text.normalise import Normalised

How = Literal["words", "earlier", "context", "publication", "unless"]
"""How a field is known: from its `words`; from words `earlier` in the article, outside the passage; from the `context`
of what was told before; from the day of `publication`; or it is what holds `unless` words say otherwise."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """A field of an event, what it says and from which words; `confidence` is None where none is kept for it."""

    field: str
    value: str
    words: tuple[Span, ...]
    how: How
    confidence: float | None = None

    @property
    def is_quoted(self) -> bool:
        """Whether the value is the article's own words, and need not be said beside them."""
        return self.field in ("item", "condition")


@dataclass(frozen=True, slots=True)
class Explained:
    """An event and the grounds of its fields, in the order in which people read them."""

    event: NegotiationEvent
    grounds: tuple[Grounds, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article as it was read: its text, which all offsets refer to, and its explained events."""

    article: ArticleReference
    text: str
    events: tuple[Explained, ...]


def explained(event: NegotiationEvent, candidate: Candidate, document: Document, normalised: Normalised) -> Explained:
    """The grounds of an event that was made of a candidate of a document."""
    return Explained(event, tuple(_Reader(event, candidate, document, normalised).grounds()))


@dataclass(frozen=True, slots=True)
class _Reader:
    event: NegotiationEvent
    candidate: Candidate
    document: Document
    normalised: Normalised

    def grounds(self) -> Iterator[Grounds]:
        event, sure = self.event, self.event.confidence
        yield self._kept("act", event.act, "words", sure)
        yield self._kept("status", event.status, "unless", sure)
        for party, filler in zip(event.parties, self.candidate.fillers, strict=True):
            yield self._party(party, filler, sure)
        if event.level is not None:
            yield self._kept("level", event.level, "context", sure)
        if event.form is not None:
            yield Grounds("form", event.form, (self._span(self.candidate.trigger),), "words")
        if event.forum is not None:
            yield self._kept("forum", event.forum, "context", sure)
        if event.place is not None:
            name = ", ".join(filter(None, (event.place.name, event.place.country)))
            yield _mentioned("place", name, event.place.mention, "context", sure.place)
        if event.time is not None:
            how: How = "publication" if event.time.basis == "document" else "context"
            yield _mentioned("time", days(event.time), event.time.mention, how, sure.time)
        yield from (_mentioned("item", item.text, item, "context") for item in event.items)
        if event.due is not None:
            yield _mentioned("due", days(event.due), event.due.mention, "context")
        if event.condition is not None:
            yield _mentioned("condition", event.condition.text, event.condition, "context")
        if event.attribution is not None:
            source = event.attribution.person or event.attribution.party or ""
            yield _mentioned("source", source, event.attribution.mention, "context")
        for topic in event.topics:
            yield Grounds("topic", topic, tuple(self._topic_words(topic)), "words")

    def _kept(self, field: Ground, value: str, otherwise: How, sure: Confidence) -> Grounds:
        words = tuple(self._span(one) for one in self.candidate.grounds.get(field, ()))
        return Grounds(field, value, words, "words" if words else otherwise, getattr(sure, field, None))

    def _party(self, party: Party, filler: Filler, sure: Confidence) -> Grounds:
        """A party without words in the passage may have been named before: then those words count."""
        if party.mention is None and filler.actor.span is not None:
            words = (self._span(filler.actor.span),)
            return Grounds(party.role, named(party), words, "earlier", sure.parties)
        return _mentioned(party.role, named(party), party.mention, "context", sure.parties)

    def _topic_words(self, topic: str) -> Iterator[Span]:
        for passage in self.event.evidence:
            for start, end in words_of(topic, passage.text, self.document.language):
                yield Span(text=passage.text[start:end], start=passage.start + start, end=passage.start + end)

    def _span(self, one: Range) -> Span:
        start, end = self.normalised.original(*one)
        return Span(text=self.document.text[start:end], start=start, end=end)


def _mentioned(field: str, value: str, mention: Span | None, otherwise: How, sure: float | None = None) -> Grounds:
    return Grounds(field, value, (mention,) if mention else (), "words" if mention else otherwise, sure)


def named(party: Party) -> str:
    """A party and the people who act for it: "Norway (Liv Dahl, foreign minister)"."""
    people = [f"{one.name}, {one.office}" if one.office else one.name for one in party.representatives]
    return f"{party.name} ({'; '.join(people)})" if people else party.name


def days(period: Period) -> str:
    """A period for people, with its granularity."""
    span = f"{period.start}" if period.start == period.end else f"{period.start} to {period.end}"
    stands_in = isinstance(period, Time) and period.basis == "document"
    return f"{span} ({period.granularity}{', day of publication' if stands_in else ''})"
