"""Votes of states in a council, which are acts of a negotiation: "La Bolivie a voté contre la résolution"."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate

_TEXTS = ("plans", "instruments")
"""Classes of nouns of what is voted on."""


def is_ballot(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether only states do it, and it is a veto, or a vote in a sentence that names a text."""
    doers = candidate.of("initiator")
    if not doers or any(actor.party.kind != "country" for actor in doers):
        return False
    words, texts = trigger.frame.lemma.split(" "), scene.lexicon.object_forms(*_TEXTS)
    votes = not scene.lexicon.ballots.isdisjoint(words) and any(word in texts for word in scene.lowered)
    return votes or not scene.lexicon.vetoes.isdisjoint(words)
