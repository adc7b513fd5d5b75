"""`negotiation-event`: a negotiation act between parties, asserted in an article (extractor → indexer)."""

import hashlib
from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from schemas.record import Moment, Part, Record

Act = Literal[
    "talks", "mediate", "propose", "demand", "promise", "agree", "sign", "reject", "concede", "suspend",
    "threaten", "accuse", "deny", "assess", "support",
]  # fmt: skip
"""The ten acts of a negotiation, then the five stances parties take on it."""

Status = Literal["occurred", "ongoing", "scheduled", "proposed", "conditional", "denied", "cancelled"]
"""How real the act is, according to the article, at its publication."""

Role = Literal["participant", "initiator", "counterpart", "mediator", "host"]
Level = Literal["head-of-state-or-government", "minister", "deputy-minister", "envoy", "official", "technical"]
Form = Literal["meeting", "call", "visit", "summit", "round", "consultations", "conference", "message"]
Granularity = Literal["day", "week", "month", "quarter", "year"]
Topic = Literal[
    "security-guarantees", "arms-control", "nuclear", "ceasefire", "peace-settlement", "territory",
    "prisoners-hostages", "humanitarian", "sanctions", "trade", "energy", "climate", "migration",
    "enlargement-alliances", "labour", "government-formation", "other",
]  # fmt: skip
Plover = Literal["CONSULT", "AGREE", "REQUEST", "REJECT", "CONCEDE", "THREATEN", "ACCUSE", "SUPPORT"]

EventId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$", description="Stable: the same content, the same id")]
PartyId = Annotated[str, Field(pattern=r"^(country:[A-Z]{3}|(org|group|person):[a-z0-9]+(-[a-z0-9]+)*)$")]
OrganisationId = Annotated[str, Field(pattern=r"^(org|group):[a-z0-9]+(-[a-z0-9]+)*$")]
PersonId = Annotated[str, Field(pattern=r"^person:[a-z0-9]+(-[a-z0-9]+)*$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3")]
Probability = Annotated[float, Field(ge=0, le=1)]


class Span(Part):
    """A passage of the article's text: `article.text[start:end] == text`, in Unicode code points."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _length_agrees(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError("start and end do not enclose a text of this length")
        return self


class Representative(Part):
    """A person who acts for a party."""

    id: PersonId
    name: str
    office: str | None = None


class Party(Part):
    """The body on whose behalf somebody acts, and the part it takes in the act."""

    id: PartyId
    name: str
    role: Role
    mention: Span | None = None
    representatives: tuple[Representative, ...] = ()


class Place(Part):
    """Where the act takes place; not where the speaker is."""

    name: str = Field(description="Usual English name")
    country: CountryCode | None = None
    geonames_id: int | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    mention: Span | None = None


class Period(Part):
    """Inclusive days; `granularity` is what the text gives ("next week" is Monday to Sunday, `week`)."""

    start: date
    end: date
    granularity: Granularity
    mention: Span | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError("a period cannot end before it starts")
        return self


class Time(Period):
    """When the act takes place; `basis` is `document` where only the publication date stands in for it."""

    basis: Literal["stated", "document"]


class Attribution(Part):
    """Who is the article's source for the act."""

    party: PartyId | None = None
    person: PersonId | None = None
    mention: Span | None = None


class Codes(Part):
    """The act in the field's coding schemes: PLOVER (2018) and CAMEO (1.1b3, 2012)."""

    plover: Plover | None = None
    cameo: Annotated[str, Field(pattern=r"^\d{2,4}$")] | None = None


class Confidence(Part):
    """Probability that the whole event, and each field, is right; null where there is no such field."""

    overall: Probability
    act: Probability | None = None
    status: Probability | None = None
    parties: Probability | None = None
    time: Probability | None = None
    place: Probability | None = None


class Extractor(Part):
    """Which program made the event: the same version gives the same event."""

    name: str
    version: str


class ArticleReference(Part):
    """The article the event was read in."""

    id: str
    url: str | None = None
    feed: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str
    published_at: Moment | None = None
    text_digest: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]


class NegotiationEvent(Record):
    """One negotiation act by or between parties, asserted in one article."""

    subject: ClassVar[str] = "negotiation-event"
    version: ClassVar[tuple[int, int]] = (1, 1)

    schema_: Literal["negotiation-event/1.1"] = Field(default="negotiation-event/1.1", alias="schema")
    id: EventId
    revision: int = Field(default=1, ge=1)
    retracted: bool = False
    produced_at: Moment
    article: ArticleReference
    act: Act
    status: Status
    parties: tuple[Party, ...]
    level: Level | None = None
    form: Form | None = None
    forum: OrganisationId | None = None
    place: Place | None = None
    time: Time | None = None
    items: tuple[Span, ...] = ()
    due: Period | None = None
    condition: Span | None = None
    topics: tuple[Topic, ...] = ()
    attribution: Attribution | None = None
    evidence: tuple[Span, ...] = Field(min_length=1)
    codes: Codes = Codes()
    confidence: Confidence
    extractor: Extractor
    remaining: tuple[str, ...] | None = Field(
        default=None,
        description="Only where an article was edited, on a retracted record that is no event itself: ids of all events"
        " that the article tells by this revision. Its others, of older revisions, are taken back",
        # Nothing is said where there is nothing to say: a store that was not told of the field takes events as before.
        exclude_if=lambda remaining: remaining is None,
    )


def closing_id(article: str) -> str:
    """The id of the record with which revisions of an article end; it is no event's."""
    return hashlib.sha256(f"closing/{article}".encode()).hexdigest()[:32]
