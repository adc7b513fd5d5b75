"""Events → `NegotiationEvent`s: stable ids, offsets in the text as received, codes, names."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from schemas.negotiation import (
    Attribution,
    Codes,
    Confidence,
    Extractor,
    NegotiationEvent,
    Party,
    Period,
    Place,
    Plover,
    Representative,
    Span,
    Time,
)
from services.extractor.candidate import Candidate, Filler, Range, Timing
from services.extractor.confidence import Setting, confidence
from services.extractor.document import Document
from services.extractor.fields.topics import topics
from services.extractor.text.normalise import Normalised
from services.extractor.version import VERSION

# PLOVER event types (Halterman et al., 2023) and CAMEO root or leaf codes (Schrodt, 2012, version 1.1b3) by act.
_PLOVER: dict[str, Plover | None] = {
    "talks": "CONSULT", "mediate": "CONSULT", "propose": "AGREE", "demand": "REQUEST", "promise": "AGREE",
    "agree": "AGREE", "sign": "AGREE", "reject": "REJECT", "concede": "CONCEDE", "suspend": "REJECT",
    "threaten": "THREATEN", "accuse": "ACCUSE", "deny": "REJECT", "assess": None, "support": "SUPPORT",
}  # fmt: skip
_CAMEO = {
    "talks": "040", "mediate": "045", "propose": "030", "demand": "100", "promise": "030", "agree": "050",
    "sign": "057", "reject": "120", "concede": "080", "suspend": "160", "threaten": "130", "accuse": "110",
    "deny": "120", "assess": "010", "support": "051",
}  # fmt: skip

_CAMEO_OF_FORM = {"call": "041", "visit": "042", "round": "046"}
_ABROAD = "044"
"""CAMEO for a meeting at a place of neither side."""


def records(
    events: Sequence[Candidate], document: Document, normalised: Normalised, produced_at: datetime
) -> Iterator[NegotiationEvent]:
    """The events of a document as records, in order of the text."""
    twins: Counter[str] = Counter()
    article = Setting.of(events)
    for event in events:
        identity = _identity(event, document)
        twins[identity] += 1
        writer = _Writer(document, normalised)
        yield writer.record(event, _digest(f"{identity}/{twins[identity]}"), produced_at, confidence(event, article))


def _identity(event: Candidate, document: Document) -> str:
    """What makes an event itself: article, act, parties with their roles, and day."""
    roles = sorted((filler.role, filler.actor.party.id) for filler in event.told)
    day = event.time.days.start.isoformat() if event.time is not None else None
    return json.dumps([document.reference.id, event.act, roles, day], ensure_ascii=False)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _cameo(event: Candidate) -> str:
    """The code of the frame, else of the form of talks and where they are held, else of the act."""
    if event.act != "talks" or event.cameo is not None:
        return event.cameo or _CAMEO[event.act]
    return _CAMEO_OF_FORM.get(event.form or "") or (_ABROAD if _is_abroad(event) else _CAMEO["talks"])


def _is_abroad(event: Candidate) -> bool:
    """Whether states meet in the country of another."""
    states = {filler.actor.party.country for filler in event.fillers if filler.actor.party.kind == "country"}
    country = event.place[0].country if event.place is not None else None
    return len(states) > 1 and country is not None and country not in states


class _Writer:
    """Maps ranges of the normalised text to spans of the original."""

    def __init__(self, document: Document, normalised: Normalised) -> None:
        self._document = document
        self._normalised = normalised

    def record(
        self, event: Candidate, identity: str, produced_at: datetime, sure: dict[str, float | None]
    ) -> NegotiationEvent:
        evidence = tuple(self._span(one) for one in event.evidence)
        passage = " ".join(span.text for span in evidence)
        return NegotiationEvent(
            id=identity,
            revision=self._document.revision,
            produced_at=produced_at,
            article=self._document.reference,
            act=event.act,
            status=event.status,
            parties=tuple(self._party(filler) for filler in event.told),
            level=event.level,
            form=event.form if event.act == "talks" else None,
            forum=event.forum,
            place=self._place(event),
            time=self._time(event.time),
            items=tuple(self._span(item) for item in event.items),
            due=self._period(event.due),
            condition=self._span(event.condition) if event.condition else None,
            topics=topics(passage, self._document.language),
            attribution=self._attribution(event),
            evidence=evidence,
            codes=Codes(plover=_PLOVER[event.act], cameo=_cameo(event)),
            confidence=Confidence(**sure),
            extractor=Extractor(name="pourparler", version=VERSION),
        )

    def _span(self, one: Range) -> Span:
        start, end = self._normalised.original(*one)
        return Span(text=self._document.text[start:end], start=start, end=end)

    def _party(self, filler: Filler) -> Party:
        person = filler.actor.person
        representatives = (Representative(id=person.id, name=person.name, office=person.office),) if person else ()
        mention = self._span(filler.mention) if filler.mention else None
        return Party(
            id=filler.actor.party.id,
            name=filler.actor.party.name,
            role=filler.role,
            mention=mention,
            representatives=representatives,
        )

    def _place(self, event: Candidate) -> Place | None:
        if event.place is None:
            return None
        place, mention = event.place
        return Place(
            name=place.name,
            country=place.country,
            geonames_id=place.geonames_id,
            latitude=place.latitude,
            longitude=place.longitude,
            mention=self._span(mention),
        )

    def _time(self, timing: Timing | None) -> Time | None:
        if timing is None:
            return None
        days = timing.days
        mention = self._span(timing.mention) if timing.mention else None
        basis = "stated" if timing.stated else "document"
        return Time(start=days.start, end=days.end, granularity=days.granularity, basis=basis, mention=mention)

    def _period(self, timing: Timing | None) -> Period | None:
        if timing is None:
            return None
        days = timing.days
        mention = self._span(timing.mention) if timing.mention else None
        return Period(start=days.start, end=days.end, granularity=days.granularity, mention=mention)

    def _attribution(self, event: Candidate) -> Attribution | None:
        if event.source is None:
            return None
        actor = event.source.actor
        mention = self._span(event.source.mention) if event.source.mention else None
        return Attribution(party=actor.party.id, person=actor.person.id if actor.person else None, mention=mention)
