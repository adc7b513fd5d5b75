"""What the verbs between an act and a date make of the date: theirs, or still that of the act."""

from typing import Literal

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEEDS, SPEECH, Candidate
from services.extractor.dates.surroundings import core
from services.extractor.fields.occasion import happens, tells_where
from services.extractor.fields.when.dated import Dated

Claim = Literal["own", "told", "around"]
"""Whose date it is: the act's, that of the report of it, or that of a clause around it."""

CLAIMS: tuple[Claim, ...] = ("own", "told", "around")
"""From the surest to the least sure."""

AHEAD = frozenset({"scheduled", "proposed", "conditional", "cancelled"})
TAG = 6
"""Words behind a reporting verb among which its date stands: "said on Friday that"."""


def beyond(
    verb: Verb, candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated, *, relative: bool
) -> Claim | None:
    """How surely a date belongs to an act across a verb between the two, or None where it does not."""
    if not candidate.remembered and is_set_for(trigger, scene, verb, one):
        return "own"  # "A meeting set for Sunday", "talks due to open on Sunday".
    if is_purpose(candidate, trigger, scene, verb, one):
        return "around"
    if not trigger.inflections and tells_where(verb, scene):
        return "own"  # "The summit that will be held in May was prepared".
    if any(speech.verb is verb for speech in scene.speeches):
        return None if _is_only_told_of(candidate) else "told"
    if verb.finite and verb.first > trigger.last:
        return None if relative or candidate.act in SPEECH or has_its_own(candidate, scene, verb) else "around"
    if says_when(candidate, trigger, scene, verb) or (candidate.act not in SPEECH and opens_date(verb, scene, one)):
        return "own"  # "A meeting planned for Sunday", "will meet beginning on Sunday".
    if one.points != "past" or describes(scene, verb, one):
        return None  # As in "called on them to meet on Monday".
    return "own"


def _is_only_told_of(candidate: Candidate) -> bool:
    """Whether the day of a report says nothing of the act: "will meet, X said on Monday", "the talks help, X said"."""
    ahead = candidate.status in AHEAD and candidate.act not in SPEECH
    return ahead or (candidate.remembered and not may_be_told(candidate))


def may_be_told(candidate: Candidate) -> bool:
    """Whether the day of the report may be that of the act: it is said, or done by declaring it."""
    return candidate.act in SPEECH or (candidate.act in DEEDS and candidate.status == "occurred")


def opens_date(verb: Verb, scene: Scene, one: Dated) -> bool:
    """Whether what else is a verb only says that a date is the first: "starting Monday", "à compter du 3 mai"."""
    between = scene.lowered[verb.head + 1 : one.first]
    return scene.grammar.has("date-verbs", verb.lemma) and all(
        scene.grammar.phrase("prepositions", between, at) is not None for at in range(len(between))
    )


def has_its_own(candidate: Candidate, scene: Scene, verb: Verb) -> bool:
    """Whether what a finite verb behind an act tells is of another day: what is, what will be, or before it what was.

    "Will meet, according to a statement released on Monday", but "talks expected to begin in May".
    """
    if verb.tense == "past" and candidate.status in AHEAD:
        return "plan" not in verb.modals and not scene.grammar.has("planning-words", scene.lowered[verb.head])
    return verb.tense == "present" or (verb.tense == "future" and is_done(candidate))


def says_when(candidate: Candidate, trigger: Trigger, scene: Scene, verb: Verb) -> bool:
    """Whether a participle behind a noun says of when it is; not of talks to come, that they were opened then."""
    beside = not trigger.inflections and verb.first - trigger.last <= TAG and verb.tense in ("participle", "gerund")
    return beside and not (candidate.status in AHEAD and scene.grammar.has("begun", verb.lemma))


def is_set_for(trigger: Trigger, scene: Scene, verb: Verb, one: Dated) -> bool:
    """Whether what looks like a verb behind a noun says for when it is planned: "set for Sunday", "due to open on"."""
    if trigger.inflections or verb.first - trigger.last > TAG or one.first - verb.head > _TO_ITS_DATE:
        return False
    words = (verb.head, verb.first - 1, verb.first - 2)  # "Set for", "prévue pour s'ouvrir", "due to open".
    planned = any(at > trigger.last and scene.grammar.has("planning-words", scene.lowered[at]) for at in words)
    return planned and (verb.finite or scene.grammar.has("begun", verb.lemma) or happens(verb, scene))


_TO_ITS_DATE = 4
"""Words from a verb that says when something is planned for to the date: "to open in Lima on"."""


def is_purpose(candidate: Candidate, trigger: Trigger, scene: Scene, verb: Verb, one: Dated) -> bool:
    """Whether a verb tells for what one travels or meets on a day: "will fly to Rome to sign the accord on Friday"."""
    if candidate.act != "talks" or not trigger.inflections or verb.tense != "infinitive":
        return False
    opening, before = scene.lowered[verb.first], scene.lowered[verb.first - 1]
    opened = scene.grammar.has("planning-particles", opening) or scene.grammar.has("purpose-markers", before)
    return opened and core(one.expression) in _OF_ONE_DAY


_OF_ONE_DAY = frozenset({"date", "weekday", "relative", "anaphoric"})
"""Kinds of dates of a journey or of what it is for, and not of a thing told of there: "to prepare the talks in May"."""


def is_done(candidate: Candidate) -> bool:
    return candidate.act in SPEECH or candidate.status == "occurred"


def describes(scene: Scene, verb: Verb, one: Dated) -> bool:
    """Whether a participle before a date says what became then of its noun: "the trawler seized last Sunday"."""
    between = scene.lowered[verb.head + 1 : one.first]
    return verb.tense == "participle" and len(between) < TAG and "," not in between


def is_apposed(scene: Scene, one: Dated) -> bool:
    """Whether the word between a comma and a date is a participle that no table knows: ", arraisonné jeudi"."""
    before = one.first - 1 - scene.grammar.has("date-openers", scene.lowered[one.first - 1])
    if before < 1 or scene.lowered[before - 1] != "," or scene.clauses.verb_at(before) is not None:
        return False
    return scene.grammar.ends_in("participle-endings", scene.lowered[before])


def is_planned(scene: Scene, start: int, one: Dated) -> bool:
    """ "The meeting with Oslo, which had been set for Sunday": a relative clause tells for when it was planned."""
    verb = next((verb for verb in reversed(scene.clauses.verbs) if start <= verb.first and verb.head < one.first), None)
    if verb is None or one.first - verb.head > TAG:
        return False
    marks = scene.clauses.relatives | scene.clauses.opens
    opened = any(at in marks for at in range(max(start, verb.first - 2), verb.first))
    planned = scene.grammar.has("planning-words", scene.lowered[verb.head]) or "plan" in verb.modals
    return opened and (
        planned or scene.grammar.has("planning-words", scene.lowered[one.first - 2]) or is_of_agenda(scene, one)
    )


def is_of_agenda(scene: Scene, one: Dated) -> bool:
    """Whether a date is that of an agenda, a list of what is to come: "on Monday's agenda", "au programme de lundi"."""
    beside = (*scene.lowered[one.first - 2 : one.first], *scene.lowered[one.last + 1 : one.last + 3])
    return scene.grammar.holds("agendas", beside)


def is_stressed(one: Dated, scene: Scene) -> bool:
    """Whether a sentence tells first when something was done: "it was on Monday that", "c'est lundi que"."""
    behind = scene.lowered[one.last + 1 : one.last + 2]
    if not scene.grammar.holds("complementizers", behind):
        return False
    near = range(max(0, one.first - _STRESSED), one.first)
    return any(verb.head in near and scene.grammar.has("being", verb.lemma) for verb in scene.clauses.verbs)


_STRESSED = 2
"""Words from "it was" to the date that it stresses."""
