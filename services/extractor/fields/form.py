"""The form of talks by words around the one that tells them: "held an extraordinary summit", "met by video link"."""

from collections.abc import Sequence
from functools import cache

from schemas.negotiation import Form
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate
from services.extractor.fields.whereabouts.spot import Spot
from services.extractor.grammar import table
from services.extractor.phrases import Phrases, match, phrases

_OPEN = frozenset({None, "meeting"})
"""Forms that a word nearby may make more precise."""

_BEFORE, _OBJECT, _MANNER = 3, 5, 10
"""Words before talks, words behind them up to the end of the object, and words behind among which it is said how."""

_WHERE = 5
"""Words from a verb of speaking to the town where it was done, a day among them."""


def form(candidate: Candidate, trigger: Trigger, scene: Scene, spots: Sequence[Spot]) -> Form | None:
    """The form of talks; that of the frame where no word nearby tells more."""
    if candidate.form == "call" and _is_face_to_face(trigger, scene, spots):
        return "meeting"
    if candidate.act != "talks" or candidate.form not in _OPEN:
        return candidate.form
    index, lowered = _words(scene.grammar.language), scene.lowered
    object_ends = _object_end(trigger, scene)
    for at in range(max(0, trigger.first - _BEFORE), min(len(lowered), trigger.last + _MANNER)):
        found = match(index, lowered, at) if lowered[at] in index else None
        if found is None or scene.clauses.crossed(*sorted((at, trigger.head))):
            continue
        told = _form(found[1])
        if told == "call" or (at < object_ends and not _is_of_other(at, trigger, scene)):
            return told
    return candidate.form


def _is_face_to_face(trigger: Trigger, scene: Scene, spots: Sequence[Spot]) -> bool:
    """Whether two who only spoke did so in a town: "se sont parlé jeudi à Lima", but "by phone in Lima"."""
    if trigger.frame.lemma not in scene.grammar.sets["bare-calls"]:
        return False
    words, ends = _words(scene.grammar.language), min(len(scene.lowered), trigger.last + _MANNER)
    told = (match(words, scene.lowered, at) for at in range(trigger.last + 1, ends))
    apart = any(found is not None and found[1] == "call" for found in told)
    there = any(one.is_town and 0 < (one.opens or 0) - trigger.last <= _WHERE for one in spots)
    return there and not apart and not any(at in scene.clauses.opens for at in range(trigger.last + 1, ends))


def _object_end(trigger: Trigger, scene: Scene) -> int:
    """Behind the words of a noun of talks, or behind the object of a verb: its first preposition ends it."""
    for at in range(trigger.last + 1, min(len(scene.lowered), trigger.last + 1 + _OBJECT)):
        if not scene.lowered[at][0].isalnum() or scene.grammar.phrase("prepositions", scene.lowered, at):
            return at
    return trigger.last + 1 + _OBJECT


def _is_of_other(at: int, trigger: Trigger, scene: Scene) -> bool:
    """Whether a word before is not of the talks: "after the summit Oslo met Lima", but "a round of talks"."""
    for between in range(at + 1, trigger.first):
        own = scene.grammar.phrase("prepositions", scene.lowered, between) is not None
        if scene.clauses.verb_at(between) or (own and not scene.grammar.has("genitives", scene.lowered[between])):
            return True
    return at < trigger.first and bool(trigger.inflections)


def _form(word: str) -> Form:
    return word  # type: ignore[return-value]


@cache
def _words(language: str) -> Phrases:
    return phrases((word, told) for told, words in table(language, "forms").items() for word in words)
