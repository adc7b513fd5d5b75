"""What somebody says that he will break off if something happens: he threatens with it, and has not done it: "said his
party would quit the coalition if the deal was approved"."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Candidate


def is_threatened(candidate: Candidate, scene: Scene, trigger: Trigger, verb: Verb | None) -> bool:
    """Whether a verb of breaking off is what its own doer says that he will do on a condition."""
    if candidate.act != "suspend" or verb is None or not trigger.inflections or verb.negated or verb.passive:
        return False
    speech = scene.speech_over(verb.head)
    ahead = verb.finite and verb.tense in ("future", "conditional")
    if not ahead or speech is None or not _hangs(scene, verb):
        return False
    doers = {actor.party.id for actor in candidate.of("initiator")}
    return bool(doers) and doers <= speech.speaker.party_ids


def _hangs(scene: Scene, verb: Verb) -> bool:
    """Whether a condition opens behind a verb: "if", "unless"."""
    behind = (at for at in scene.clauses.opens if at > verb.head)
    return any(scene.grammar.phrase("conditions", scene.lowered, at) is not None for at in behind)
