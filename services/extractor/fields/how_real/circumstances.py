"""Meetings and deals told of as the time, place or ground of something else: "at talks in Lima, Oslo agreed to"."""

from typing import Literal

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS

_SPOKEN = frozenset({"acceptance", "commitment", "offer", "call", "refusal"})
"""What verbs do to those behind them that tell of something said: "agreed to", "offered to"."""


def is_told_besides(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether a verb tells what was done or said at or after a meeting, not of it: "after talks, agreed to"."""
    beside = circumstance(trigger, scene)
    if beside in ("aftermath", "ground"):
        return True
    spoken = bool(_SPOKEN & set(verb.modals)) and "wish" not in verb.modals
    return beside == "occasion" and verb.first > trigger.last and spoken


def circumstance(trigger: Trigger, scene: Scene) -> Literal["aftermath", "occasion", "ground"] | None:
    """Whether a noun stands behind a word for "after" or for "at" and "during", with no verb between; a deal behind one
    for what is done by it: "under an accord between Oslo and Lima, ships may enter"."""
    deal = trigger.frame.act in DEALS
    for at in range(trigger.first - 1, max(trigger.first - 1 - _CIRCUMSTANCE, -1), -1):
        if scene.grammar.has_any(("relatives", "fused-relatives"), scene.lowered[at]):
            return None  # "after which new talks are possible"
        if scene.grammar.phrase("aftermath-markers", scene.lowered, at):
            return "aftermath"
        if deal and scene.grammar.phrase("grounds-of-deals", scene.lowered, at):
            return "ground"
        if scene.grammar.phrase("meeting-occasions", scene.lowered, at):
            return None if _is_called_for(scene, at) else "occasion"
        if scene.lowered[at] in MARKS or scene.clauses.verb_at(at) is not None or at in scene.clauses.opens:
            break
    return "occasion" if _opens_sentence(trigger, scene) else None


def _is_called_for(scene: Scene, at: int) -> bool:
    """Whether a preposition brings what a verb right before calls for: "appelle à des pourparlers", or what an
    adjective says that somebody is ready for: "se dit ouverte au dialogue"."""
    if at and scene.grammar.operators.get(scene.lowered[at - 1]) == "ready":
        return True
    verb = scene.clauses.verb_at(at - 1) if at else None
    return verb is not None and scene.grammar.modals.get(verb.lemma) == "call"


def _opens_sentence(trigger: Trigger, scene: Scene) -> bool:
    """Whether it stands before the subject, a comma between: "Meeting in Lima, the two agreed to"."""
    verb = scene.clauses.verb_after(trigger.last)
    subject = scene.clauses.subject(verb) if verb is not None else None
    first = scene.clauses.verb_at(0)
    fronted = trigger.first == 0 or first is not None or scene.grammar.has("fronting-words", scene.lowered[0])
    if verb is None or not fronted or any(one.finite and one.first < trigger.first for one in scene.clauses.verbs):
        return False
    end = subject.first if subject is not None else verb.first
    return trigger.last < end <= verb.first and "," in scene.lowered[trigger.last : end]


_CIRCUMSTANCE = 8
"""Words from "after" to the noun of talks, how long and whose they were between."""


def waits_for_another(verb: Verb, scene: Scene) -> bool:
    """Whether something will only be done once what another must do is: "must free the crew before Oslo will talk"."""
    if verb.tense != "future":
        return False
    subject = scene.clauses.subject(verb)
    last = (subject.first if subject is not None else verb.first) - 1
    for at in range(last, max(last - _SUBJECT, -1), -1):
        if scene.grammar.has("before-words", scene.lowered[at]):
            matrix = scene.clauses.verb_before(at)
            return matrix is not None and "obligation" in matrix.modals
        if scene.clauses.verb_at(at) is not None or scene.lowered[at] in MARKS:
            return False
    return False


_SUBJECT = 5
"""Words of a subject, its title and name, or before it, in which what opens its clause stands."""
