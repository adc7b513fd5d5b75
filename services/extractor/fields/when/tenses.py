"""In which tense a date is read: "Monday" of what was done is the last one, of what is planned the next."""

from typing import Literal

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import SPEECH, Candidate
from services.extractor.dates.expression import TenseOfDate
from services.extractor.fields.how_real.called_off import is_unreal
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.how_real.ongoing import is_running
from services.extractor.fields.when.dated import Dated

Tense = Literal["past", "future", "unknown", "nearest"]

STILL_AHEAD = frozenset({"scheduled", "proposed", "conditional"})
AHEAD = STILL_AHEAD | {"cancelled"}
"""Statuses of what lies, or lay, ahead."""

_HEAD_ON = frozenset({"plan", "acceptance", "commitment", "offer", "wish", "call", "ready", "obligation"})
"""What verbs do to another that so lies ahead."""

_BINDING = frozenset({"acceptance", "commitment", "offer"})
"""Of these those by which somebody binds himself."""


def tense_of(candidate: Candidate, trigger: Trigger, scene: Scene) -> Tense:
    """In which tense the date of an act is read: that of the verb that tells it."""
    verb = governing(trigger, scene)
    if candidate.act in SPEECH and candidate.status != "scheduled":
        return "past"
    if candidate.status in AHEAD:
        if verb is not None and not verb.finite:
            verb = scene.clauses.verb_before(verb.first)
        if verb is not None and candidate.status == "cancelled" and is_unreal(scene, verb):
            return "past"  # "Auraient dû se rencontrer mardi".
        told_before = verb is not None and verb.tense == "past" and not _binds(candidate, verb, scene)
        return "nearest" if told_before else "future"
    if verb is not None and candidate.status == "denied" and verb.tense == "conditional":
        return "nearest"  # "Said there would be no talks over the weekend".
    if verb is not None and candidate.status == "denied" and not verb.finite:
        verb = scene.clauses.verb_before(verb.first)  # "Will not go there to meet them on Monday"
    return "future" if verb is not None and verb.tense == "future" and candidate.status != "occurred" else "past"


def _binds(candidate: Candidate, verb: Verb, scene: Scene) -> bool:
    """Whether a verb in the past tells what is still to come: "agreed to meet on Monday", "ont décidé de se voir"."""
    if candidate.status == "cancelled":
        return False
    decides = scene.grammar.has("decisions", verb.lemma) or scene.grammar.modals.get(verb.lemma) in _BINDING
    return decides or not _BINDING.isdisjoint(verb.modals)


def tense_around(scene: Scene, one: Dated) -> TenseOfDate:
    """The tense of the verb that a date most likely goes with: the one before it, else the one behind."""
    before = [verb for verb in scene.clauses.verbs if verb.head < one.first]
    verb = before[-1] if before else next(iter(scene.clauses.verbs), None)
    if verb is None:
        return "past"
    # "They agreed to meet on Monday", "they called on them to meet".
    ahead = verb.tense in ("future", "infinitive") or not _HEAD_ON.isdisjoint(verb.modals)
    return "future" if ahead and one.points != "past" else "past"


def is_of_now(verb: Verb, trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb is in the present, simple or progressive: "meet on Friday", "is visiting Lima on Friday"."""
    if len(verb.lemmas) > 1:
        return is_running(verb, scene)
    tenses = "weekday-tenses-of-acts" if trigger.inflections else "weekday-tenses"
    readings = scene.lexicon.inflections(scene.lowered[verb.head])
    return all(scene.grammar.has(tenses, one.tense) for one in readings)
