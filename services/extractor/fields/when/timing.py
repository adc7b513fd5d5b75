"""When the act takes place and when what it asks or offers is due: the date expression that belongs to it."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from schemas.negotiation import Status
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import DEALS, DEEDS, SPEECH, SYMMETRIC, TOGETHER, Candidate, Range, Timing
from services.extractor.dates import is_anaphoric, resolve
from services.extractor.dates.expression import Days
from services.extractor.dates.surroundings import core
from services.extractor.fields.how_real.circumstances import circumstance
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.speaking import is_said_behind, speakers
from services.extractor.fields.when.belonging import claim, is_aside, is_due, is_of_old
from services.extractor.fields.when.choosing import (
    PLANNED,
    chosen,
    explained,
    inserted,
    is_of_last_year,
    is_of_next_year,
)
from services.extractor.fields.when.dated import Dated, dated, is_listed, is_up_to, of_main_clause
from services.extractor.fields.when.lasting import (
    LONGEST,
    course,
    extended,
    is_first_day,
    is_night,
    lasting,
    rests,
    still_ahead,
    to_last,
)
from services.extractor.fields.when.narration import (
    is_background,
    is_beside,
    is_later,
    is_since,
    is_term,
    is_then,
    narrates,
)
from services.extractor.fields.when.recalled import recalls_occasion
from services.extractor.fields.when.story import REACTIONS, Story
from services.extractor.fields.when.tenses import AHEAD, STILL_AHEAD, Tense, is_of_now, tense_around, tense_of

_LEAD = 3
"""Sentences in which news tell their day."""

_BACK = 30
"""Sentences that are looked through for the date that "two days later" counts from."""

_BOUND = frozenset({"promise", "concede"})
"""Acts of those whom a deal binds."""

_DAY = timedelta(days=1)

_NO_POINT = frozenset({"since", "by", "before", "until", "later", "earlier"})
"""Kinds of dates that nothing else is counted from."""

_COUNTED = frozenset({"within", "offset"})
"""Kinds of dates that are so far ahead of a day."""

_BESIDE_SPEECH = 3
"""Words between a verb of saying and the day on which it was said."""


@dataclass(slots=True)
class Calendar:
    """Resolves the dates of one article; remembers the last one for "le lendemain"."""

    published: date | None
    context: Days | None = None
    """The last days named that others may count from."""
    story: Story = field(init=False)
    _dealt: Days | None = None
    """The day of a deal that is told without one."""
    _sentences: int = 0
    _headings: list[Candidate] = field(default_factory=list)
    _unread: deque[tuple[Scene, Sequence[Dated] | None]] = field(default_factory=lambda: deque(maxlen=_BACK))
    _points: dict[Range, Days] = field(default_factory=dict)
    """Where a date stands that counts from another → that other."""

    def __post_init__(self) -> None:
        self.story = Story(self.published)

    def dates(self, scene: Scene, needed: bool) -> Sequence[Dated]:
        """The dates of a sentence, where they are needed: of the others only "two days later" asks, if one comes."""
        begins = scene.sentence.kind != "headline" and self.story.lead is None and self._sentences < _LEAD
        found = dated(scene, self.published) if needed or begins else None
        if begins:
            self._sentences += 1
            self._begin(scene, found or ())
        self._unread.append((scene, found))
        if found and any(is_anaphoric(one.expression) for one in found):
            self._catch_up()
        self._hear(scene, found or ())
        return found or []

    def _hear(self, scene: Scene, dates: Sequence[Dated]) -> None:
        """Remember on which day of late somebody spoke, whatever he said: "a indiqué lundi le ministère"."""
        for verb, parties in speakers(scene) if dates else ():
            for one in dates:
                beside = abs(one.first - verb.head) <= _BESIDE_SPEECH and not is_aside(scene, verb.head, one)
                if beside or is_said_behind(one.first, verb, scene):
                    days = self.days(one, "past")
                    if days is not None and self.story.is_recent(days) and days.end != self.published:
                        self.story.spoke.update((party, days) for party in parties)

    def _catch_up(self) -> None:
        """Read the dates that nobody asked for so far."""
        for scene, known in self._unread:
            dates = dated(scene, self.published) if known is None else known
            for at, one in enumerate(dates):
                if (main := of_main_clause(one, dates[at + 1 :], scene)) is not None:
                    self.context = resolve(main.expression, self.published, tense_around(scene, main)) or self.context
                self._pass(scene, one)
        self._unread.clear()

    def _begin(self, scene: Scene, dates: Sequence[Dated]) -> None:
        """Note the first day of late that the text names, whoever did what on it."""
        if self.published is None:
            return
        for one in dates:
            days = resolve(one.expression, self.published, tense_around(scene, one))
            if days is not None and self.story.is_recent(days):
                self.story.lead = days
                return

    def _pass(self, scene: Scene, one: Dated) -> None:
        """Note a date that later ones may count from."""
        if self.context is not None:
            self._points[one.span] = self.context
        if one.expression.kind == "apart":
            if (news := self.story.day) is not None:
                self._points.setdefault(one.span, news)
            return
        days = resolve(
            one.expression, self.published, tense_around(scene, one), self.context.start if self.context else None
        )
        if days is not None and one.expression.kind not in _NO_POINT:
            self.context = days

    def days(self, one: Dated, tense: Tense) -> Days | None:
        """The days an expression means, or None where the text does not tell."""
        if tense == "nearest":
            return self._nearest(one)
        # "A day earlier", before any day was named, counts from the day of publication.
        point = self._points.get(one.span)
        if point is not None and point.granularity != "day" and one.expression.kind == "apart":
            return point  # A day after something in October is in October, as far as one can tell.
        return resolve(one.expression, self.published, tense, point.start if point is not None else self.published)

    def _nearest(self, one: Dated) -> Days | None:
        """ "Devaient se rencontrer dimanche": the last or the next one, whichever is nearer."""
        found = [days for tense in ("past", "future") if (days := self.days(one, tense)) is not None]
        if self.published is None or not found:
            return None
        published = self.published
        return min(found, key=lambda days: abs((days.end - published).days))

    def time(self, candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Timing | None:
        """When the act takes place, by its nearest date; the day of publication for an act of speech without one."""
        tense = tense_of(candidate, trigger, scene)
        length = lasting(trigger, scene, dates) if candidate.act in SYMMETRIC else None
        ahead = candidate.status in STILL_AHEAD
        fitting = [
            one
            for one in dates
            if self._fits(one, tense)
            or is_of_last_year(one, trigger, scene)
            or (ahead and is_of_next_year(one, trigger, scene))
            if not (ahead and is_of_old(trigger, scene, one))
            if not (is_up_to(one, scene) and rests(candidate, trigger, scene))
        ]
        found = (
            chosen(candidate, trigger, scene, fitting)
            or explained(candidate, trigger, scene, fitting)
            or inserted(candidate, trigger, scene, fitting)
        )
        if found is not None:
            days = self.days(found, tense)
            if days is not None:
                if candidate.act not in SYMMETRIC and is_night(found, scene):
                    days = Days(days.end, days.end, "day")
                if candidate.act in SYMMETRIC:
                    days = self._whole(days, candidate, trigger, scene, dates)
                if ahead and self.published is not None:
                    days = still_ahead(days, self.published)
                if found.first < trigger.first and days.end == days.start and is_since(trigger, scene):
                    days = self.story.until_now(days)
                self.story.tell(candidate, days, scene, is_background(trigger, scene))
                return Timing(days, found.span, stated=True)
            if found.expression.kind == "vague":
                return None  # "In recent days": no other day is right either.
        if length is not None and candidate.status == "occurred" and (news := self.story.day) is not None:
            return Timing(extended(news, length, ahead=False), None, stated=True)
        return self._undated(candidate, trigger, scene)

    def _undated(self, candidate: Candidate, trigger: Trigger, scene: Scene) -> Timing | None:
        """The day of an act that is told without one: that of the story, of its speaker, or of publication."""
        if candidate.heading:
            self._headings.append(candidate)
            return None
        if (same := self._same_day(candidate, trigger, scene)) is not None:
            return Timing(same, None, stated=True)
        if is_background(trigger, scene):
            return None
        told = self._stand_in(candidate, narrates(trigger, scene), later=is_later(trigger, scene))
        if told is not None and candidate.act in DEALS and self._dealt is None:
            self._dealt = told.days
        return told

    def _whole(self, days: Days, candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Days:
        """All the days of talks of which one is told, as far as it is said how long they take or when they opened."""
        ahead = candidate.status in AHEAD
        if (length := lasting(trigger, scene, dates)) is not None:
            days = extended(days, length, ahead=ahead or is_first_day(trigger, scene))
        elif ahead and (length := to_last(trigger, scene, dates)) is not None:
            days = extended(days, length, ahead=True)
        if candidate.status in ("occurred", "ongoing"):
            return self._from_opening(candidate, *course(trigger, scene, dates)) or days
        return days

    def _from_opening(self, candidate: Candidate, opened: Dated | None, ended: Dated | None) -> Days | None:
        """From the day on which talks opened to that on which they ended, or if they go on to that of publication.

        Where no end is told, they ended with the deal that was told before.
        """
        first = self.days(opened, "past") if opened is not None else None
        if ended is not None:
            last = self.days(ended, "past")
        else:
            last = self._today() if candidate.status == "ongoing" else self.story.dealt or self._dealt
        if first is None or last is None or not first.start <= last.end <= first.start + LONGEST:
            return None
        return Days(first.start, last.end, first.granularity)

    def further(self, candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> list[Timing]:
        """The other days that stand in a row with the act's own: "met on 3 March and 12 April" tells of two meetings.

        Days that follow each other are one stretch.
        """
        if candidate.act not in TOGETHER or candidate.time is None or candidate.time.mention is None:
            return []
        tense = tense_of(candidate, trigger, scene)
        last, found = candidate.time, []
        for before, one in pairwise(sorted(dates, key=lambda one: one.first)):
            if before.span != last.mention or not is_listed(before, one, scene):
                continue
            days = self.days(one, tense)
            if days is None or days.granularity != last.days.granularity or days.start <= last.days.end + _DAY:
                break
            last = Timing(days, one.span, stated=True)
            found.append(last)
        return found

    def settle(self) -> None:
        """Date what headings tell without a date: only the text tells of which day the news are."""
        for candidate in self._headings:
            candidate.time = self._stand_in(candidate, narrated=True, later=True)

    def status(self, candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Status:
        """What is told in the present of a day to come lies ahead: "the ministers meet tomorrow"."""
        verb = governing(trigger, scene) if trigger.inflections or circumstance(trigger, scene) is None else None
        if self.published is None or candidate.act not in PLANNED or candidate.status not in ("occurred", "ongoing"):
            return candidate.status
        if verb is not None and verb.tense != "present" and trigger.inflections:
            return "scheduled" if scene.grammar.has("appointments", trigger.frame.lemma) else candidate.status
        nearest = chosen(candidate, trigger, scene, dates)
        if nearest is None or claim(candidate, trigger, scene, nearest) != "own":
            return candidate.status
        if verb is None or verb.tense != "present":
            # "A fourth round in Oslo, on 14 August", "agreed to the idea of talks in May": only the day tells.
            ahead = nearest.points == "future" and not is_of_last_year(nearest, trigger, scene)
            return "scheduled" if ahead else candidate.status
        # In an English headline the present tells what was; elsewhere it tells of the weekday to come.
        coming = core(nearest.expression) == "weekday" and not candidate.heading and is_of_now(verb, trigger, scene)
        near = nearest.points == "future" or (nearest.points is None and coming)
        return "scheduled" if near else candidate.status

    def _fits(self, one: Dated, tense: Tense) -> bool:
        """Whether a verb of this tense may have the date: what was said "tomorrow" is done was not said then."""
        if self.published is None or tense == "nearest":
            return True
        return one.points in (tense, None)

    def _same_day(self, candidate: Candidate, trigger: Trigger, scene: Scene) -> Days | None:
        """The day of the event told before, for what one of its parties did then: the story goes on."""
        if candidate.status == "scheduled" and candidate.act in PLANNED:
            return self.story.ahead(candidate, trigger, scene)
        if candidate.status != "occurred" or candidate.remembered:
            return None
        if candidate.act in SPEECH and recalls_occasion(trigger, scene):
            return self.story.of_occasion(scene)
        if (candidate.act in REACTIONS and not is_beside(trigger, scene)) or is_later(trigger, scene):
            return None
        if self.story.dealt is not None and candidate.act in _BOUND and is_term(trigger, scene):
            return self.story.dealt
        if is_then(trigger, scene):
            self._catch_up()
            return self.context
        return self.story.goes_on(candidate, trigger, scene)

    def _stand_in(self, candidate: Candidate, narrated: bool, *, later: bool) -> Timing | None:
        """For an act without a date: the day its speaker last spoke, that of the news, or that of publication.

        Talks that go on do so on the day the article is published.
        """
        if candidate.act in SPEECH:
            for actor in candidate.of("initiator"):
                if narrated and actor.party.id in self.story.spoke:
                    return Timing(self.story.spoke[actor.party.id], None, stated=True)
            if narrated and not later and (met := self.story.of_meeting(candidate)) is not None:
                return Timing(met, None, stated=True)
            return self._day_of_publication()
        if candidate.status == "ongoing" and candidate.act in SYMMETRIC:
            return self._day_of_publication()
        if candidate.status != "occurred" or candidate.remembered:
            return None
        if (news := self.story.day) is not None:
            return Timing(news, None, stated=True)
        return self._day_of_publication() if candidate.act in DEEDS else None

    def _day_of_publication(self) -> Timing | None:
        today = self._today()
        return None if today is None else Timing(today, None, stated=False)

    def _today(self) -> Days | None:
        return None if self.published is None else Days(self.published, self.published, "day")

    def due(self, candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Timing | None:
        """When the demanded, promised or proposed thing is to happen: a date inside its items."""
        if candidate.act not in ("demand", "promise", "propose", "agree", "threaten"):
            return None
        for one in dates:
            if not is_due(candidate, trigger, scene, one):
                continue
            # "Had given them until the end of November" may be over.
            over = is_background(trigger, scene)
            days = self._from_act(one, candidate) or self.days(one, "nearest" if over else "future")
            counted = one.expression.kind in _COUNTED
            if days is not None and (over or counted or self.published is None or days.end >= self.published):
                return Timing(days, one.span, stated=True)
        return None

    def _from_act(self, one: Dated, candidate: Candidate) -> Days | None:
        """ "Agreed on June 1 to leave within ten days": counted from the day of the act, where one is stated."""
        time = candidate.time
        if one.expression.kind not in _COUNTED or time is None or not time.stated or time.days.granularity != "day":
            return None
        return resolve(one.expression, time.days.start, "future")
