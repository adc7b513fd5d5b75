"""Candidates → events: what is told several times in an article is one event."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from schemas.negotiation import Act
from services.extractor.candidate import SYMMETRIC, Candidate, Filler, Timing
from services.extractor.coreference import goes_on, is_alike, is_deal, is_same, likeness, told_without_name

_MOST_BEFORE = 60
"""Events of the same act before it that a telling is compared with: no article that people wrote has more."""

_MOST_PASSAGES = 50
"""Passages kept for an event that is told again and again."""


def merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate an event, in order of first telling; those of headings alone join or stand last."""
    events: dict[Act, deque[Candidate]] = {}
    found: list[Candidate] = []
    ordered = sorted(candidates, key=lambda one: (one.heading, one.remembered, one.led_up_to))
    for candidate in ordered:
        before = events.setdefault(candidate.act, deque(maxlen=_MOST_BEFORE))
        alike = [event for event in reversed(before) if is_same(event, candidate)]
        same = max(alike, key=lambda event: likeness(event, candidate), default=None)  # The latest of equals.
        if same is not None:
            _absorb(same, candidate)
        elif not candidate.remembered or says_something(candidate):
            before.append(candidate)
            found.append(candidate)
    return sorted(found, key=lambda one: one.trigger)


def joined(events: Sequence[Candidate], unframed: Iterable[Candidate]) -> list[Candidate]:
    """The events with those that only the trained reading tells, in order of first telling.

    Of what the frames tell, such a telling is a passage more, and changes nothing else: they know better.
    """
    besides: list[Candidate] = []
    for candidate in unframed:
        same = next((event for event in reversed(events) if _is_again(event, candidate)), None)
        if same is not None:
            _tell_again(same, candidate)
        else:
            besides.append(candidate)
    return sorted([*events, *merged(besides)], key=lambda one: one.trigger)


def _is_again(event: Candidate, candidate: Candidate) -> bool:
    return event.act == candidate.act and is_same(event, candidate)


def says_something(candidate: Candidate) -> bool:
    """Whether more is said of talks than that they were: that they lie ahead, or when or where they took place."""
    ahead = candidate.status in ("conditional", "scheduled", "cancelled")
    return ahead or (candidate.time is not None and candidate.time.stated) or candidate.place is not None


def _absorb(event: Candidate, other: Candidate) -> None:
    _tell_again(event, other)
    event.score = max(event.score, other.score)
    together = is_deal(event) or is_deal(other)
    between = len(event.party_ids) >= _PAIR and (event.act in SYMMETRIC or is_deal(event))
    known_by_name = told_without_name(event, other)
    for filler in other.fillers:
        if filler.actor.party.id in known_by_name:
            continue
        if not between or filler.role == "host" or filler.actor.party.id in event.party_ids:
            _fill(event, filler)
    if together:
        _make_mutual(event)
    if other.time is not None and (event.time is None or _tells_closer(other.time, event.time)):
        event.time = other.time
        event.grounds.setdefault("act", []).extend(other.grounds.get("act", []))
    for name in ("level", "form", "forum", "place", "due", "condition", "source"):
        if getattr(event, name) is None:
            setattr(event, name, getattr(other, name))
            _share_ground(event, other, name)
    if not event.items or (goes_on(other) and not is_alike(event, other)):
        event.items = event.items + other.items
    if other.status == "cancelled" or (event.status, other.status) == ("proposed", "scheduled"):
        event.status = other.status
        _share_ground(event, other, "status")


def _tells_closer(time: Timing, known: Timing) -> bool:
    """Whether another telling says better when it was: the text gives the day, by a word, or less than a period.

    "Will visit Lima this week" is told again as "visits Lima on Tuesday".
    """
    if not time.stated or not known.stated:
        return time.stated
    if time.mention is None or known.mention is None:
        return time.mention is not None
    within = known.days.start <= time.days.start and time.days.end <= known.days.end
    return known.days.granularity != "day" and within and time.days != known.days


_PAIR = 2
"""Parties from which on it is told who met or agreed: another telling names others beside them for other reasons."""


def _tell_again(event: Candidate, other: Candidate) -> None:
    if len(event.evidence) < _MOST_PASSAGES:
        event.evidence += [span for span in other.evidence if span not in event.evidence]
    if event.sense is not None and other.sense is not None:
        event.sense = max(event.sense, other.sense)
    event.casting = max(event.casting, other.casting)


def _make_mutual(event: Candidate) -> None:
    """What is told once as the deal of both is no acceptance of one: "Oslo has agreed", "Oslo and Lima agreed"."""
    event.mutual = True
    if len(event.party_ids) > 1:
        event.fillers = [
            replace(one, role="participant") if one.role in ("initiator", "counterpart") else one
            for one in event.fillers
        ]


def _share_ground(event: Candidate, other: Candidate, name: str) -> None:
    """Where a field comes from another telling, its words do."""
    for ground in other.grounds.keys() & {name}:
        event.grounds[ground] = other.grounds[ground]


def _fill(event: Candidate, filler: Filler) -> None:
    known = next((one for one in event.fillers if one.actor.party.id == filler.actor.party.id), None)
    if known is None:
        event.fillers.append(filler)
        return
    known.doubtful = known.doubtful and filler.mention is None
    if known.actor.person is None and filler.actor.person is not None and event.act in SYMMETRIC:
        known.actor = filler.actor
