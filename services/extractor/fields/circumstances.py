"""Meetings that are told of only as the time or place of something else: "at talks in Lima, Oslo agreed to"."""

from typing import Literal

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verbs import Verb

MARKS = frozenset(',;:()"')
"""Marks between the parts of a sentence."""

_SPOKEN = frozenset({"acceptance", "commitment", "offer", "call", "refusal"})
"""What verbs do to those behind them that tell of something said: "agreed to", "offered to"."""


def is_told_besides(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether a verb tells what was done or said at or after a meeting, not of it: "after talks, agreed to"."""
    beside = circumstance(trigger, scene)
    if beside == "aftermath":
        return True
    spoken = bool(_SPOKEN & set(verb.modals)) and "wish" not in verb.modals
    return beside == "occasion" and verb.first > trigger.last and spoken


def circumstance(trigger: Trigger, scene: Scene) -> Literal["aftermath", "occasion"] | None:
    """Whether a noun stands behind a word for "after" or for "at" and "during", with no verb between."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _CIRCUMSTANCE, -1), -1):
        if any(scene.grammar.has(name, scene.lowered[at]) for name in ("relatives", "fused-relatives")):
            return None  # "after which new talks are possible"
        if scene.grammar.phrase("aftermath-markers", scene.lowered, at):
            return "aftermath"
        if scene.grammar.phrase("meeting-occasions", scene.lowered, at):
            return "occasion"
        if scene.lowered[at] in MARKS or scene.clauses.verb_at(at) is not None or at in scene.clauses.opens:
            return None
    verb = scene.clauses.verb_after(trigger.last)
    opens = trigger.first == 0 and verb is not None and "," in scene.lowered[trigger.last : verb.first]
    return "occasion" if opens else None  # "Meeting in Lima, the two agreed to"


_CIRCUMSTANCE = 8
"""Words from "after" to the noun of talks, how long and whose they were between."""
