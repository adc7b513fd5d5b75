"""The words beside an act, or said of it, that tell what becomes of it (`data/<language>/status.yaml`)."""

from collections.abc import Mapping
from functools import cache

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Range
from services.extractor.fields.how_real.governing import is_marked, is_subject, says_held
from services.extractor.grammar import table
from services.extractor.phrases import Phrases, match, phrases

NEAR = 8
"""Words between a noun and the verb or adjective that says what becomes of it."""

_PREDICATE = 3
"""Words of a verb and right behind it that say what becomes of its subject: "will take place"."""


def cue_near(scene: Scene, trigger: Trigger, name: str) -> Range | None:
    """The words of a class of `status.yaml` near the trigger in its clause."""
    index = _cues(scene.grammar.language)[name]
    first, last = max(0, trigger.first - NEAR), min(len(scene.lowered), trigger.last + 1 + NEAR)
    if index.keys().isdisjoint(scene.lowered):
        return None  # Most sentences.
    predicate = _of_predicate(scene, trigger)
    for at in (*range(first, last), *predicate):
        if scene.lowered[at] not in index or (not trigger.inflections and trigger.first <= at <= trigger.last):
            continue  # most words begin none; "l'annulation de la taxe" is not itself called off
        if at > trigger.last and _describes_another(scene, at):
            continue
        opening = predicate.start if at in predicate else min(at, trigger.last) + 1
        crossed = scene.clauses.crossed(opening, max(at, trigger.first))
        a_name = at > 0 and scene.words[at].is_capitalised and scene.sentence.kind == "body"  # "May"
        if not crossed and not a_name and (found := match(index, scene.lowered, at)):
            return scene.span(at, at + found[0] - 1)
    return None


def cue_of(scene: Scene, verb: Verb, name: str) -> Range | None:
    """The words of a class that a verb begins, or the word before it: "was called off", "never took place"."""
    index = _cues(scene.grammar.language)[name]
    for at in range(verb.first - 1, min(verb.head + _PREDICATE, len(scene.lowered))):
        if found := match(index, scene.lowered, at):
            return scene.span(at, at + found[0] - 1)
    return None


def is_offered(scene: Scene, trigger: Trigger) -> bool:
    """Whether talks are only what an offer or an idea is of, to which a word near is said: "a repoussé une offre de
    dialogue"."""
    offer = trigger.first - _OFFER
    of_it = not trigger.inflections and offer >= 0 and scene.grammar.has("genitives", scene.lowered[offer + 1])
    return of_it and scene.lowered[offer] in scene.lexicon.answerable


_OFFER = 2
"""Words from an offer to what it is of, "of" between."""


def _describes_another(scene: Scene, at: int) -> bool:
    """Whether a word only describes a noun behind it: "talks on | the proposed merger"."""
    before = scene.lowered[at - 1]
    return scene.grammar.has("projected", scene.lowered[at]) and (
        before == "'s" or scene.grammar.has_any(("determiners", "possessives"), before)
    )


def cue_before(scene: Scene, trigger: Trigger, name: str) -> Range | None:
    """The words of a class of `status.yaml` before a noun, its determiner, adjectives, "the resumption of" between; or
    whose it is: "ahead of the African Union's summit"."""
    index = _cues(scene.grammar.language)[name]
    end = _before_owner(scene, trigger.first)
    for at in range(end - 1, max(end - 1 - _BEFORE, -1), -1):
        if scene.lowered[at] not in index or not (found := match(index, scene.lowered, at)):
            if scene.lowered[at] in MARKS or any(one.first <= at <= one.last for one in scene.mentions):
                return None
            continue
        if at + found[0] <= end:
            return scene.span(at, at + found[0] - 1)
    return None


def _before_owner(scene: Scene, noun: int) -> int:
    """Where the name begins that stands right before a noun or owns it; the noun itself where none does."""
    before = noun - 1 - (noun > 1 and scene.lowered[noun - 1] == "'s")
    owner = next((one for one in scene.mentions if one.last == before or one.last == noun - 1), None)
    return owner.first if owner is not None and owner.kind != "pronoun" else noun


_BEFORE = 6
"""Words before a noun among which what leads up to it begins."""


def _of_predicate(scene: Scene, trigger: Trigger) -> range:
    """The words of the verb whose subject a noun is, however far: "the meeting between A and B ... was called off",
    from the word before it on, "never"."""
    if trigger.inflections:
        return range(0)
    verb = _predicate(scene, trigger)
    if verb is None or not is_subject(trigger, verb, scene):
        verb = _of_planned(scene, trigger)
    if verb is None:
        return range(0)
    second = _second_predicate(scene, verb)
    if second is not None:
        return range(second.first, min(second.head + _PREDICATE, len(scene.lowered)))
    return range(verb.first - 1, min(verb.head + _PREDICATE, len(scene.lowered)))


def _of_planned(scene: Scene, trigger: Trigger) -> Verb | None:
    """The verb of a noun of which a relative clause without commas tells a plan: "talks that were due were off"."""
    behind = [verb for verb in scene.clauses.verbs if verb.first > trigger.last and verb.finite][:2]
    if len(behind) < 2 or is_marked(trigger.first, scene):
        return None
    inner, outer = behind
    relative = next((at for at in range(inner.first - 2, inner.first) if at in scene.clauses.relatives), None)
    planned = inner.modals or scene.grammar.has("planning-words", scene.lowered[inner.head])
    if relative is None or not planned or "," in scene.lowered[trigger.last : outer.first]:
        return None
    apart = scene.clauses.crossed(trigger.last + 1, relative) or scene.clauses.crossed(inner.first, outer.first)
    return None if apart or scene.grammar.has("coordinators", scene.lowered[outer.first - 1]) else outer


def not_held(scene: Scene, trigger: Trigger) -> Range | None:
    """The verb that denies planned talks: "la réunion qui devait se tenir lundi ne s'est pas tenue"."""
    verb = _of_planned(scene, trigger) if not trigger.inflections else None
    if verb is None or not verb.negated:
        return None
    return scene.span(verb.first, verb.head) if says_held(verb, scene) else None


def _second_predicate(scene: Scene, verb: Verb) -> Verb | None:
    """What is said of the same subject behind "but": "was to be held on Monday but was called off"."""
    near = (one for one in scene.clauses.verbs if verb.head < one.first <= verb.head + _SECOND)
    return next((one for one in near if scene.grammar.has("adversatives", scene.lowered[one.first - 1])), None)


_SECOND = 12
"""Words from a verb to what is said behind "but", when and where it was to be between."""


def _predicate(scene: Scene, trigger: Trigger) -> Verb | None:
    """The finite verb behind a noun that is in no relative clause: "talks (which were) set for today were put off"."""
    behind = [verb for verb in scene.clauses.verbs if verb.first > trigger.last and verb.finite]
    aside = behind and any(at in scene.clauses.relatives for at in range(behind[0].first - 2, behind[0].first))
    reduced = (
        behind and len(behind[0].indices) == 1 and scene.grammar.has("planning-words", scene.lowered[behind[0].head])
    )
    return behind[1] if (aside or reduced) and len(behind) > 1 else next(iter(behind), None)


@cache
def _cues(language: str) -> Mapping[str, Phrases]:
    content = table(language, "status")
    return {name: phrases((cue, name) for cue in cues) for name, cues in content.items()}
