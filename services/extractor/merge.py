"""Candidates → events: what is told several times in an article is one event."""

from collections import deque
from collections.abc import Iterable

from schemas.negotiation import Act
from services.extractor.actors.tables import lands
from services.extractor.candidate import Candidate, Filler
from services.extractor.fields.venue import is_within

_COMPATIBLE_STATUS = (
    frozenset({"scheduled", "proposed", "conditional"}),
    frozenset({"occurred", "ongoing"}),
    frozenset({"scheduled", "occurred"}),
    frozenset({"cancelled", "scheduled"}),
)


_MET = frozenset({"talks", "mediate", "sign"})
"""Acts that are two where they took place in two places."""

_MOST_BEFORE = 100
"""Events of the same act before it that a telling is compared with: no article that people wrote has more."""

_MOST_PASSAGES = 50
"""Passages kept for an event that is told again and again."""


def merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate an event, in order of first telling; those of headings alone join or stand last."""
    events: dict[Act, deque[Candidate]] = {}
    found: list[Candidate] = []
    ordered = sorted(candidates, key=lambda one: (one.heading, one.remembered))
    for candidate in ordered:
        before = events.setdefault(candidate.act, deque(maxlen=_MOST_BEFORE))
        same = next((event for event in reversed(before) if _same(event, candidate)), None)
        if same is not None:
            _absorb(same, candidate)
        elif not candidate.remembered or _says_something(candidate):
            before.append(candidate)
            found.append(candidate)
    return sorted(found, key=lambda one: one.trigger)


def _says_something(candidate: Candidate) -> bool:
    """Whether more is said of talks than that they were: that they lie ahead, or when or where they took place."""
    ahead = candidate.status in ("conditional", "scheduled", "cancelled")
    return ahead or (candidate.time is not None and candidate.time.stated) or candidate.place is not None


def _same(event: Candidate, other: Candidate) -> bool:
    if _is_named_again(event, other) or _is_named_again(other, event):
        return True
    return (
        _status_agrees(event, other)
        and _times_agree(event, other)
        and _contents_agree(event, other)
        and _parties_agree(event, other)
        and not (event.act in _MET and _places_differ(event, other))
        and not (_is_call_beside_meeting(event, other) and other.form is not None)
        and not _is_call_beside_meeting(other, event)
        and not (event.act == "talks" and event.status != "occurred" and event.level != other.level)
    )


def _is_named_again(told: Candidate, named: Candidate) -> bool:
    """Whether a noun of a sentence only names the talks that its verb tells: "will meet for their first talks"."""
    plain = named.status == "occurred" and not (named.time is not None and named.time.stated)
    return (
        told.act == named.act == "talks"
        and told.sentence == named.sentence
        and told.told_by == "verb"
        and named.told_by == "noun"
        and plain
        and named.party_ids == told.party_ids
    )


def _places_differ(event: Candidate, other: Candidate) -> bool:
    """Whether two tellings say two towns; a country or region holds whatever town lies in its country."""
    if event.place is None or other.place is None or event.place[0].name == other.place[0].name:
        return False
    land = event.place[0].name in lands() or other.place[0].name in lands()
    return not (land and event.place[0].country == other.place[0].country)


def _is_call_beside_meeting(call: Candidate, meeting: Candidate) -> bool:
    return call.form == "call" and meeting.form != "call" and meeting.place is not None


def _status_agrees(event: Candidate, other: Candidate) -> bool:
    if event.status == other.status:
        return True
    pair = {event.status, other.status}
    if pair == {"scheduled", "occurred"} and event.act == "talks":
        return event.time is not None and other.time is not None and event.time.days == other.time.days
    if pair == {"scheduled", "conditional"} and _is_settled(event) != _is_settled(other):
        return False  # What has its day is no longer what may be.
    return any(pair <= group for group in _COMPATIBLE_STATUS[:2]) or pair <= _COMPATIBLE_STATUS[3]


def _is_settled(candidate: Candidate) -> bool:
    return candidate.time is not None and candidate.time.stated


def _parties_agree(event: Candidate, other: Candidate) -> bool:
    """Equal sets, or one within the other where the smaller lacks only whom the act is addressed to."""
    one, two = event.party_ids, other.party_ids
    if one == two:
        return True
    if event.act in ("talks", "mediate", "agree", "sign"):
        within = bool(one and two) and (one <= two or two <= one)
        return within and (len(one & two) >= 2 or _same_assembly(event, other))
    same_doer = {actor.party.id for actor in event.of("initiator")} == {
        actor.party.id for actor in other.of("initiator")
    }
    return same_doer and (one <= two or two <= one)


_ASSEMBLIES = frozenset({"summit", "conference"})


def _same_assembly(event: Candidate, other: Candidate) -> bool:
    """Whether both are the same summit of a body, told once by the body alone, once with somebody who was there."""
    return event.act == "talks" and event.form == other.form and event.form in _ASSEMBLIES


def _times_agree(event: Candidate, other: Candidate) -> bool:
    """Days that overlap, or one of them unknown; a day that only stands in agrees with all."""
    first, second = event.time, other.time
    if first is None or second is None or not (first.stated and second.stated):
        return True
    return first.days.start <= second.days.end and second.days.start <= first.days.end


def _contents_agree(event: Candidate, other: Candidate) -> bool:
    """Two demands with different items are two, unless one is a bare mention."""
    if event.act in ("talks", "mediate", "sign") or not event.items or not other.items:
        return True
    if event.act == "agree" and event.of("participant") and other.of("participant") and _on_one_day(event, other):
        return True
    return event.sentence == other.sentence or other.heading or event.heading


def _on_one_day(event: Candidate, other: Candidate) -> bool:
    return event.time is not None and other.time is not None and event.time.days == other.time.days


def _absorb(event: Candidate, other: Candidate) -> None:
    if len(event.evidence) < _MOST_PASSAGES:
        event.evidence += [span for span in other.evidence if span not in event.evidence]
    event.score = max(event.score, other.score)
    for filler in other.fillers:
        _fill(event, filler)
    if other.time is not None and (event.time is None or (other.time.stated and not event.time.stated)):
        event.time = other.time
        event.grounds.setdefault("act", []).extend(other.grounds.get("act", []))
    for name in ("level", "form", "forum", "place", "due", "condition", "source"):
        if getattr(event, name) is None:
            setattr(event, name, getattr(other, name))
            _share_ground(event, other, name)
    if event.place is not None and other.place is not None and is_within(event.place[0], other.place[0]):
        event.place = other.place  # Rather the town than its country.
    event.items = event.items or other.items
    if other.status == "cancelled":
        event.status = "cancelled"
        _share_ground(event, other, "status")


def _share_ground(event: Candidate, other: Candidate, name: str) -> None:
    """Where a field comes from another telling, its words do."""
    for ground in other.grounds.keys() & {name}:
        event.grounds[ground] = other.grounds[ground]


def _fill(event: Candidate, filler: Filler) -> None:
    known = next((one for one in event.fillers if one.actor.party.id == filler.actor.party.id), None)
    if known is None:
        event.fillers.append(filler)
    elif known.actor.person is None and filler.actor.person is not None and event.act in ("talks", "mediate"):
        known.actor = filler.actor
