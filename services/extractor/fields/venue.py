"""Where the article as a whole says that its parties met: the place of acts whose own sentence names none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from services.extractor.actors.entity import Name, Place
from services.extractor.actors.tables import lands
from services.extractor.candidate import SPEECH, TOGETHER, Candidate, Range
from services.extractor.dates.expression import Days

Where = tuple[Place, Range]
Kind = Literal["meeting", "deal", "heading", "journey", "dateline", "floor"]

_SAME = frozenset({"talks", "suspend"})
"""What happens to talks happens where they are held: "the Geneva talks have broken down"."""

_DONE = frozenset({"occurred", "ongoing"})
_NEAR = 4
"""Sentences between an act and the place of a meeting of nobody named that may be its own."""

_TOLD = ("meeting", "heading", "deal")
_ARRIVED = 2
"""Sentences behind a journey that tell what it was for."""

_LONG = timedelta(days=7)
"""What was done so long before the news was not done on a journey that is part of it."""

_HEARD = 2
"""Sentences for which one goes on speaking where one spoke."""

_LEAD = 2
"""Sentences behind a dateline that tell the news itself."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A word of negotiating with a place of its own, whoever negotiates: "announced the accord in Rimbo"."""

    sentence: int
    where: Where
    kind: Kind = "meeting"
    """A heading may tell of a meeting; a journey, where it was written from, or where one speaks does not.

    A deal is broken anywhere, talks are broken off where they are held.
    """
    ahead: bool = False
    """Whether it is of talks to come, which are nowhere that anything was done."""
    parties: frozenset[str] = frozenset()
    """Ids of the parties that speak there or travelled there."""
    quoted: bool = False
    """Whether what they say is quoted from the first word of the sentence on: it was mostly told before in short."""


def written_from(names: Sequence[Name], sentence: int) -> Iterator[Sighting]:
    """The town of a dateline: "GENEVA (Agency) -"."""
    town = next((name for name in names if name.place is not None and name.place.name not in lands()), None)
    if town is not None and town.place is not None:
        yield Sighting(sentence, (town.place, (town.start, town.end)), "dateline")


def placed(candidates: Sequence[Candidate], sightings: Sequence[Sighting], news: Days | None) -> Sequence[Candidate]:
    """Give what parties did together the place of their meeting, where the article tells of one.

    `news` is the day of what the article reports, where it states one.
    """
    for candidate in candidates:
        if candidate.form == "call":
            candidate.place = None  # That of a meeting told as the same talks
    meetings = [one for one in candidates if one.place is not None and one.act in TOGETHER]
    for candidate in candidates:
        if candidate.place is not None or candidate.form == "call":
            continue
        if candidate.act in SPEECH:
            candidate.place = _of_floor(candidate, sightings) or _of_company(candidate, meetings)
        if candidate.act in _SAME and candidate.status != "proposed":
            here = [
                one for one in sightings if one.kind in ("meeting", "heading") and one.sentence == candidate.sentence
            ]
            candidate.place = _only([one for one in here if not (one.ahead and candidate.status in _DONE)])
        if candidate.place is not None or candidate.act not in TOGETHER:
            continue
        if _is_consent(candidate):
            candidate.place = _of_meetings(candidate, [one for one in meetings if one.sentence == candidate.sentence])
            continue
        candidate.place = (
            _of_meetings(candidate, [one for one in meetings if _is_at(candidate, one)])
            or _of_meetings(candidate, [one for one in meetings if _is_day_before(candidate, one)])
            or _of_journey(candidate, sightings, news)
            or _of_article(candidate, sightings, news)
        )
    for candidate in candidates:
        candidate.place = _town_in(candidate, candidates, sightings) or candidate.place
    return candidates


def _is_consent(candidate: Candidate) -> bool:
    """Whether one side says yes, wherever it is: only a deal of both is made where they meet."""
    return candidate.act == "agree" and any(filler.role != "participant" for filler in candidate.fillers)


def _town_in(candidate: Candidate, candidates: Sequence[Candidate], sightings: Sequence[Sighting]) -> Where | None:
    """The one town of its country that the article tells of: talks "in Peru" whose declaration is that of Lima."""
    land = candidate.place
    if land is None or candidate.form == "visit" or candidate.act not in TOGETHER or land[0].name not in lands():
        return None
    done = candidate.status in _DONE
    told = [one.where for one in sightings if one.ahead != done] + [
        one.place for one in candidates if one.place is not None and is_same_day(candidate, one)
    ]
    towns = {where[0]: where for where in reversed(told) if is_within(land[0], where[0])}
    return next(iter(towns.values())) if len(towns) == 1 else None


def is_within(one: Place, other: Place) -> bool:
    """Whether a place is the country of another: talks "in Qatar" and "in Doha" are the same."""
    return one.country == other.country is not None and one.name in lands() and other.name not in lands()


def _narrowest(places: Iterable[Where]) -> list[Where]:
    """Places without the countries of others among them; each once."""
    by_place = {where[0]: where for where in reversed(list(places))}
    return [where for place, where in by_place.items() if not any(is_within(place, other) for other in by_place)]


def _of_meetings(candidate: Candidate, meetings: Sequence[Candidate]) -> Where | None:
    """The one place of the meetings that an act may belong to; of several that of the same day, then the last told."""
    same_day = [one for one in meetings if _days(one) is not None and _days(one) == _days(candidate)]
    pool = same_day or meetings
    where = _narrowest(one.place for one in pool if one.place is not None)
    if len(where) == 1:
        return where[0]
    before = [one for one in pool if 0 <= candidate.sentence - one.sentence <= _NEAR]
    return max(before, key=lambda one: one.sentence).place if before else None


def _days(candidate: Candidate) -> Days | None:
    return candidate.time.days if candidate.time is not None and candidate.time.stated else None


def _of_article(candidate: Candidate, sightings: Sequence[Sighting], news: Days | None) -> Where | None:
    """The one place where the article says that anybody negotiates, or its heading does, for what is its news."""
    stated = candidate.time is not None and candidate.time.stated
    is_news = not stated or news is None or (candidate.time is not None and candidate.time.days == news)
    goes_on = candidate.act == "mediate" and candidate.status == "ongoing"
    if candidate.status not in _DONE or not is_news or goes_on:
        return None
    told = [one for one in sightings if one.kind in _TOLD and not one.ahead]
    headed = [one for one in told if one.kind == "heading"]
    where = _only(told) or _only(headed)
    if where is not None and where[0].name in lands():
        return None
    nearest = min((abs(one.sentence - candidate.sentence) for one in told if one.where == where), default=None)
    if nearest is not None:
        return where if nearest <= _NEAR else None
    return None if told else _of_dateline(candidate, sightings)


def _of_journey(candidate: Candidate, sightings: Sequence[Sighting], news: Days | None) -> Where | None:
    """Where somebody had gone who then did it: "arrived in Lima on Monday. He met", "will be in Lima. He will meet"."""
    done = candidate.status in _DONE
    journeys = [
        one
        for one in sightings
        if one.kind == "journey" and 0 <= candidate.sentence - one.sentence <= _ARRIVED and one.ahead != done
    ]
    if not journeys or not (done or candidate.status == "scheduled"):
        return None
    last = journeys[-1]
    at_host = f"country:{last.where[0].country}" in candidate.party_ids
    travelled = last.parties & candidate.party_ids
    together = len(travelled) > 1 or (at_host and travelled)
    return last.where if together and not _is_of_old(candidate, news) else None


def _is_of_old(candidate: Candidate, news: Days | None) -> bool:
    """Whether it is dated long before what the article reports: "signed a treaty in 2015"."""
    told = candidate.time if candidate.time is not None and candidate.time.stated else None
    return told is not None and news is not None and told.days.end < news.start - _LONG


def _of_floor(candidate: Candidate, sightings: Sequence[Sighting]) -> Where | None:
    """Where its speaker speaks: "He told reporters in Lima ... He rejected"."""
    if candidate.status != "occurred" or (candidate.time is not None and candidate.time.mention is not None):
        return None
    doers = {actor.party.id for actor in candidate.of("initiator")}
    near = [
        one
        for one in sightings
        if one.kind == "floor"
        and doers & one.parties
        and (0 < candidate.sentence - one.sentence <= _HEARD or (one.quoted and one.sentence - candidate.sentence == 1))
    ]
    return near[-1].where if near else None


def _of_company(candidate: Candidate, meetings: Sequence[Candidate]) -> Where | None:
    """Where its speaker met somebody, as the same sentence tells: "met him in Lima and urged him to"."""
    doers = {actor.party.id for actor in candidate.of("initiator")}
    if candidate.status != "occurred":
        return None
    there = [
        one
        for one in meetings
        if one.sentence == candidate.sentence
        and doers & one.party_ids
        and _is_placed_here(one)
        and is_same_day(candidate, one)
    ]
    return there[-1].place if there else None


def _is_placed_here(meeting: Candidate) -> bool:
    """Whether the sentence that tells a meeting tells where, and that it was held."""
    where = meeting.place[1] if meeting.place is not None else (-1, -1)
    start, end = meeting.evidence[0]
    return meeting.status in _DONE and start <= where[0] and where[1] <= end


def _of_dateline(candidate: Candidate, sightings: Sequence[Sighting]) -> Where | None:
    """Where the news was written from, for the talks that its first sentences tell of.

    Of a deal, one's own town says nothing: reports of it are written there wherever it was made.
    """
    datelines = [one for one in sightings if one.kind == "dateline" and 0 < candidate.sentence - one.sentence <= _LEAD]
    where = datelines[-1].where if datelines else None
    at_home = where is not None and f"country:{where[0].country}" in candidate.party_ids
    return None if at_home and candidate.act != "talks" else where


def _only(sightings: Sequence[Sighting]) -> Where | None:
    where = _narrowest(one.where for one in sightings)
    return where[0] if len(where) == 1 else None


def _is_at(candidate: Candidate, meeting: Candidate) -> bool:
    """Whether an act belongs to a meeting: the same parties, on the same day as far as the text tells.

    Of a day that the text gives for both one party is enough: nobody meets in two towns on one.
    """
    if candidate.status == "ongoing" != meeting.status:
        return False  # What goes on does so wherever they are.
    shared = candidate.party_ids & meeting.party_ids
    day = _days(candidate)
    if day is not None and day.granularity == "day" and day == _days(meeting) and candidate.status != "proposed":
        return bool(shared)
    return (len(shared) >= 2 or shared == candidate.party_ids) and is_same_day(candidate, meeting)


def _is_day_before(candidate: Candidate, meeting: Candidate) -> bool:
    """Whether one of those who are to meet met somebody the day before in a land of none of them, or all in their own:
    "met her in Lima on Monday ... will hold talks with him on Tuesday"."""
    day, before = _days(candidate), meeting.time.days if meeting.time is not None else None
    if candidate.act != "talks" or candidate.status != "scheduled" or meeting.status not in _DONE:
        return False
    if day is None or before is None or day.start != day.end or not candidate.party_ids & meeting.party_ids:
        return False
    where = meeting.place[0].country if meeting.place is not None else None
    lands = {filler.actor.party.country for filler in candidate.fillers} - {None}
    there = lands == {where} or (len(lands) > 1 and where not in lands)
    return there and before.granularity == "day" and 0 <= (day.start - before.end).days <= 1


def is_same_day(candidate: Candidate, meeting: Candidate) -> bool:
    """Whether an act may be of the day of a meeting: both done or both so far planned, on days that overlap."""
    if candidate.status != meeting.status and not {candidate.status, meeting.status} <= _DONE:
        return False
    one, other = candidate.time, meeting.time
    if one is None or other is None or not (one.stated and other.stated):
        return True
    return one.days.start <= other.days.end and other.days.start <= one.days.end
