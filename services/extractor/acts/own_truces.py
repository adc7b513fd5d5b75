"""A truce that fighters declare by themselves: they give something, and agree on it with nobody: "the rebels declared
a ceasefire", "the army announced a three-day truce"."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate


def is_own_truce(candidate: Candidate, scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun of truce, or a phrase that ends with one, is what fighters alone are said to declare."""
    if candidate.act != "agree" or len(candidate.party_ids) != 1:
        return False
    if not scene.grammar.has("lulls", scene.lowered[trigger.last]):
        return False
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else scene.clauses.verb_before(trigger.first)
    if verb is None or verb.passive or verb.negated or not scene.grammar.has("declaring", verb.lemma):
        return False
    return any(_fights(scene, one.actor.party.kind, one.mention) for one in candidate.fillers if one.mention)


def _fights(scene: Scene, kind: str, mention: tuple[int, int]) -> bool:
    """Whether who declares it is an armed group, or told as the army of a state."""
    said = (scene.lowered[at] for at in scene.words_of(mention))
    return kind == "armed-group" or scene.grammar.holds("militaries", said)
