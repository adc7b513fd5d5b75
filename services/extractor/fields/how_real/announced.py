"""What a verb with "would" tells: what was announced, "said Oslo would meet Lima", or would only be good, "would back
talks"."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import SYMMETRIC


def is_announced(verb: Verb, scene: Scene) -> bool:
    """The future seen from the past: "confirmed that Biden would meet Xi" tells of what is planned."""
    if len(verb.modals) > 1 or any(scene.grammar.phrase("conditions", scene.lowered, at) for at in scene.clauses.opens):
        return False
    if _is_told_behind(verb, scene):
        return True
    speech = scene.speech_over(verb.head)
    said = speech.verb if speech is not None else scene.clauses.any_verb_before(verb.first)
    if said is None or (speech is None and said.lemma not in scene.lexicon.reporting):
        return False
    if said.tense != "past" or verb.head < said.head:
        return False
    between = range(said.head + 1, verb.first)
    return any(scene.grammar.has("complementizers", scene.lowered[at]) for at in between) or (
        scene.grammar.shows("bare-clauses") and not any(scene.clauses.verb_at(at) for at in between)
    )


def _is_told_behind(verb: Verb, scene: Scene) -> bool:
    """Whether who reports it stands behind, and quotes nobody: "Oslo and Lima would meet in May, she said"."""
    behind = [one for one in scene.clauses.verbs if one.finite and one.first > verb.head]
    if not scene.grammar.shows("bare-clauses") or not behind or '"' in scene.lowered:
        return False
    said = behind[-1]
    tells = said.lemma in scene.lexicon.reporting and said.tense == "past" and not said.passive
    return tells and len(behind) == 1 and "," in scene.lowered[verb.head : said.first]


def is_wished_for(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether talks not told of before are what somebody would do something with: "would support talks with Oslo", not
    "would help the talks"."""
    if trigger.frame.act not in SYMMETRIC or verb.tense != "conditional" or not scene.grammar.shows("bare-clauses"):
        return False
    if verb.negated or "support" not in scene.lexicon.told_by(verb.lemma):
        return False
    object_behind = 0 < trigger.first - verb.head <= _OBJECT
    between = scene.lowered[verb.head + 1 : trigger.first]
    tied = any(scene.grammar.has_any(("definites", "possessives"), word) for word in between)
    opened = any(scene.grammar.phrase("prepositions", between, at) for at in range(len(between)))
    return object_behind and not tied and not opened


_OBJECT = 4
"""Words from a verb to the talks that are its object."""
