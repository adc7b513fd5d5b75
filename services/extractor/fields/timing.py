"""When the act takes place and when what it asks or offers is due: the date expression that belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from schemas.negotiation import Status
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import SPEECH, Candidate, Range, Timing
from services.extractor.dates import direction, find, resolve
from services.extractor.dates.expression import DateExpression, Days, TenseOfDate
from services.extractor.fields.status import governing

_RECENT = timedelta(days=3)
"""So old may be what an article reports as news."""

_DONE = frozenset({"agree", "concede", "suspend"})
"""Acts of deed that news tells on the day they are done."""

_PLANNED = frozenset({"talks", "mediate", "sign"})
_AHEAD = frozenset({"scheduled", "proposed", "conditional", "cancelled"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression of a sentence; `first` and `last` are word indices."""

    expression: DateExpression
    first: int
    last: int
    span: Range


def dated(scene: Scene) -> list[Dated]:
    """The date expressions of a sentence with the words they cover."""
    offset = scene.sentence.start
    found = []
    for expression in find(scene.sentence.text, scene.grammar.language):
        start, end = offset + expression.start, offset + expression.end
        inside = [at for at, word in enumerate(scene.words) if start <= word.start < end]
        if inside:
            found.append(Dated(expression, inside[0], inside[-1], (start, end)))
    return found


@dataclass(slots=True)
class Calendar:
    """Resolves the dates of one article; remembers the last one for "le lendemain"."""

    published: date | None
    context: date | None = None
    news: Days | None = None
    """The day of what the article reports: the first day it states of something done, where that is of these days."""
    spoke: dict[str, Days] = field(default_factory=dict)
    """Party id → the day on which it last spoke, as far as the text says."""

    def days(self, one: Dated, tense: TenseOfDate) -> Days | None:
        """The days an expression means, or None where the text does not tell."""
        return resolve(one.expression, self.published, tense, self.context)

    def time(self, candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Timing | None:
        """When the act takes place, by its nearest date; the day of publication for an act of speech without one."""
        tense = self._tense(candidate, trigger, scene)
        chosen = _nearest(candidate, trigger, scene, [one for one in dates if self._fits(one, tense)])
        if chosen is not None:
            days = self.days(chosen, tense)
            if days is not None:
                self.context = days.start
                self._report(candidate, days)
                if candidate.act in SPEECH and days.granularity == "day":
                    self.spoke.update((actor.party.id, days) for actor in candidate.of("initiator"))
                return Timing(days, chosen.span, stated=True)
        return None if _is_background(trigger, scene) else self._stand_in(candidate)

    def status(self, candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Status:
        """What is told in the present of a day to come lies ahead: "the ministers meet tomorrow"."""
        verb = governing(trigger, scene)
        if verb is None or verb.tense != "present" or candidate.act not in _PLANNED or self.published is None:
            return candidate.status
        if candidate.status not in ("occurred", "ongoing"):
            return candidate.status
        nearest = _nearest(candidate, trigger, scene, dates)
        if nearest is None:
            return candidate.status
        # In an English headline the present tells what was; elsewhere it tells of the weekday to come.
        coming = nearest.expression.kind == "weekday" and len(verb.lemmas) == 1 and not candidate.heading
        readings = scene.lexicon.inflections(scene.lowered[verb.head])
        coming = coming and all(scene.grammar.has("weekday-tenses", one.tense) for one in readings)
        points = direction(nearest.expression, self.published)
        return "scheduled" if points == "future" or (points is None and coming) else candidate.status

    def _fits(self, one: Dated, tense: TenseOfDate) -> bool:
        """Whether a verb of this tense may have the date: what was said "tomorrow" is done was not said then."""
        return self.published is None or direction(one.expression, self.published) in (tense, None)

    def _report(self, candidate: Candidate, days: Days) -> None:
        if self.news is not None or self.published is None or candidate.status != "occurred":
            return
        if days.granularity == "day" and self.published - _RECENT <= days.start <= self.published:
            self.news = days

    def _stand_in(self, candidate: Candidate) -> Timing | None:
        """For an act without a date: the day its speaker last spoke, that of the news, or that of publication."""
        if candidate.act in SPEECH:
            for actor in candidate.of("initiator"):
                if actor.party.id in self.spoke:
                    return Timing(self.spoke[actor.party.id], None, stated=True)
            return self._day_of_publication()
        if candidate.status != "occurred" or candidate.remembered:
            return None
        if self.news is not None:
            return Timing(self.news, None, stated=True)
        return self._day_of_publication() if candidate.act in _DONE else None

    def _day_of_publication(self) -> Timing | None:
        if self.published is None:
            return None
        return Timing(Days(self.published, self.published, "day"), None, stated=False)

    def due(self, candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Timing | None:
        """When the demanded, promised or proposed thing is to happen: a date inside its items."""
        if candidate.act not in ("demand", "promise", "propose", "agree", "threaten"):
            return None
        for one in dates:
            if _is_content(one, candidate, scene) or is_deadline(one, scene):
                days = self.days(one, "future")
                if days is not None and (self.published is None or days.end >= self.published):
                    return Timing(days, one.span, stated=True)
        return None

    def _tense(self, candidate: Candidate, trigger: Trigger, scene: Scene) -> TenseOfDate:
        if candidate.status in _AHEAD and candidate.act not in SPEECH:
            return "future"
        verb = governing(trigger, scene)
        return "future" if verb is not None and verb.tense == "future" and candidate.act not in SPEECH else "past"


def _nearest(candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Dated | None:
    """The date of the trigger's own clause that stands nearest, else of the report around it."""
    speech = candidate.act in SPEECH
    free = [one for one in dates if not (speech and (_is_content(one, candidate, scene) or is_deadline(one, scene)))]
    own = [one for one in free if _reaches(scene, trigger, one) and not (speech and _is_aside(scene, trigger, one))]
    pool = own or (_of_report(scene, trigger, free) if candidate.act in SPEECH else [])
    return min(pool, key=lambda one: _distance(trigger, one), default=None)


def _is_content(one: Dated, candidate: Candidate, scene: Scene) -> bool:
    """Whether the date belongs to what is asked or offered: behind a verb inside an item."""
    for start, end in candidate.items:
        if start <= one.span[0] and one.span[1] <= end:
            return any(
                start <= scene.words[verb.head].start < one.span[0]
                for verb in scene.clauses.verbs
                if verb.head < one.first
            )
    return False


def is_deadline(one: Dated, scene: Scene) -> bool:
    """Whether the words say until when ("by Friday", "d'ici vendredi"), not when."""
    return any(scene.grammar.has("deadlines", scene.lowered[at]) for at in (one.first - 1, one.first) if at >= 0)


def _reaches(scene: Scene, trigger: Trigger, one: Dated) -> bool:
    first, last = (one.last + 1, trigger.first) if one.last < trigger.first else (trigger.last + 1, one.first)
    if scene.clauses.crossed(first, last):
        return False
    return not any(scene.lowered[at] == ";" for at in range(first, last))


def _is_aside(scene: Scene, trigger: Trigger, one: Dated) -> bool:
    """Whether a date stands in a relative clause that the trigger is not in: "Oslo, which votes on Friday, agreed"."""
    for at in scene.clauses.relatives:
        end = next((index for index in range(at, len(scene.lowered)) if scene.lowered[index] == ","), None)
        if end is not None and at < one.first < end < trigger.head:
            return True
    return False


def _of_report(scene: Scene, trigger: Trigger, dates: Sequence[Dated]) -> list[Dated]:
    speech = scene.speech_over(trigger.head)
    if speech is None:
        return []
    return [
        one
        for one in dates
        if one.first not in speech.covers or (one.first < speech.verb.head + 6 and one.first > speech.verb.head)
    ]


def _distance(trigger: Trigger, one: Dated) -> float:
    # What stands behind a word tells more often about it than what stands before.
    return one.first - trigger.last if one.first > trigger.last else (trigger.first - one.last) * 1.2


def _is_background(trigger: Trigger, scene: Scene) -> bool:
    """The pluperfect ("had demanded", "avait exigé") tells of an earlier day that is not given."""
    verb = governing(trigger, scene)
    if verb is None or len(verb.lemmas) < 2 or not scene.grammar.has("auxiliaries", verb.lemmas[0]):
        return False
    first = scene.lowered[verb.first : verb.head]
    return any(word in scene.grammar.sets["pluperfect"] for word in first) and not scene.speech_over(trigger.head)
