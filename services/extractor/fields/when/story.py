"""The days to which the story of an article has come: of its news, of what was told last, of what comes."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import DEALS, SPEECH, Candidate
from services.extractor.dates.expression import Days
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.when.choosing import PLANNED
from services.extractor.fields.when.narration import is_at_once, is_narrated, is_since, telling

_RECENT = timedelta(days=3)
"""So old may be what an article reports as news."""

_STRETCH = 5
"""Sentences for which the story stays at the day last told."""

_MEETING = 20
"""Sentences for which it is told what those who met said to each other."""

_COMING = 2
"""Sentences for which it is told what else somebody will do on a day to come."""

REACTIONS = frozenset({"assess", "support"})
"""Acts that follow the news: nobody's story goes on with them."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An event that the story gave a day."""

    days: Days
    parties: frozenset[str]
    sentence: int
    paragraph: int


@dataclass(slots=True)
class Story:
    """What the story of one article has come to, sentence by sentence."""

    published: date | None
    news: Days | None = None
    """The day of what the article reports: the first day it states of something done, where that is of these days."""
    lead: Days | None = None
    """The first day of late that the text names, whoever did what on it."""
    spoke: dict[str, Days] = field(default_factory=dict)
    """Party id → the day on which it last spoke, as far as the text says."""
    dealt: Days | None = None
    """The day of the last deal."""
    _last: _Told | None = None
    _met: _Told | None = None
    """The last talks of these days, with all who are told to have met on that day."""

    _ahead: _Told | None = None
    """The meeting to come that was told last."""

    @property
    def day(self) -> Days | None:
        """The day of the news, or for want of an event the first that the text names."""
        return self.news or self.lead

    def is_recent(self, days: Days) -> bool:
        published = self.published
        return published is not None and days.granularity == "day" and published - _RECENT <= days.start <= published

    def tell(self, candidate: Candidate, days: Days, scene: Scene, earlier: bool) -> None:
        """Remember what the story has come to; what was done `earlier` is told beside it."""
        if candidate.status == "scheduled" and candidate.act in PLANNED:
            self._ahead = _Told(days, candidate.party_ids, scene.sentence.index, scene.sentence.paragraph)
        if candidate.status != "occurred":
            return
        if candidate.act in DEALS:
            self.dealt = days
        if candidate.act in SPEECH and days.granularity == "day" and (self.published is None or self.is_recent(days)):
            self.spoke.update((actor.party.id, days) for actor in candidate.of("initiator"))
        over = self.published is None or days.end <= self.published
        told = _Told(days, candidate.party_ids, scene.sentence.index, scene.sentence.paragraph)
        if over and not earlier and candidate.act not in REACTIONS and not self._is_before_last(told):
            self._last = told
            if candidate.act == "talks" and days.start == days.end and self.is_recent(days):
                same = self._met is not None and self._met.days == days
                self._met = replace(told, parties=told.parties | self._met.parties) if same and self._met else told
        if self.news is None and self.is_recent(days):
            self.news = days

    def _is_before_last(self, told: _Told) -> bool:
        """Whether the sentence told of a later day: "spoke today, following their meeting on 10 July"."""
        last = self._last
        return last is not None and last.sentence == told.sentence and last.days.end > told.days.end

    def goes_on(self, candidate: Candidate, trigger: Trigger, scene: Scene) -> Days | None:
        """The day of the event told before, for what one of its parties did then."""
        last = self._last
        if last is None or not 0 < scene.sentence.index - last.sentence <= self._stretch(last.days):
            return None
        if not self.is_recent(last.days) and scene.sentence.paragraph != last.paragraph:
            return None
        doers = {actor.party.id for actor in candidate.of("initiator", "participant")}
        if doers & last.parties and is_since(trigger, scene):
            return self.until_now(last.days)
        verb = telling(trigger, scene)
        if verb is None or not (is_narrated(verb, scene) and (doers & last.parties or is_at_once(verb, scene))):
            return None
        if not self.is_recent(last.days):
            self._last = replace(last, sentence=scene.sentence.index)  # An old story goes on from sentence to sentence.
        return last.days

    def of_meeting(self, candidate: Candidate) -> Days | None:
        """The day on which a speaker met others: "Lima told Bonn that", after its talks with Quito on Monday."""
        met, speakers = self._met, {actor.party.id for actor in candidate.of("initiator")}
        if met is None or not speakers or candidate.sentence - met.sentence > _MEETING:
            return None
        # What one thinks of a thing may be said any day.
        alone = candidate.act == "assess" and not candidate.of("counterpart")
        return met.days if speakers <= met.parties and not alone else None

    def ahead(self, candidate: Candidate, trigger: Trigger, scene: Scene) -> Days | None:
        """The day of the meeting to come told just before, for what one of its parties will do: "He will also meet"."""
        before, verb = self._ahead, governing(trigger, scene)
        if before is None or verb is None or verb.tense != "future":
            return None
        near = 0 < scene.sentence.index - before.sentence <= _COMING
        return before.days if near and candidate.party_ids & before.parties else None

    def of_occasion(self, scene: Scene) -> Days | None:
        """The day of what was last told, if that is not long ago, or that of the news."""
        near = self._last is not None and scene.sentence.index - self._last.sentence <= _STRETCH
        return self._last.days if self._last is not None and near else self.day

    def until_now(self, days: Days) -> Days:
        """From a day to that of publication."""
        return Days(days.start, max(days.end, self.published or days.end), "day")

    def _stretch(self, days: Days) -> int:
        """How many sentences a story stays at a day: at that of the news long, at an earlier one briefly."""
        fresh = self.is_recent(days) and (self.news is None or days.start >= self.news.start - timedelta(days=1))
        return _STRETCH if fresh else 1
