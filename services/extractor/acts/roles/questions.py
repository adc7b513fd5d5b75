"""Questions: what is only asked has not been done, and what a question supposes has: "why did Oslo refuse?"."""

from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_OPENING = 3
"""Words at the head of a question among which its auxiliary stands: 'And will Oslo ...?', '"Will Oslo'."""


def is_asked(scene: Scene, verb: Verb) -> bool:
    """Whether a sentence asks if the act of a verb is so: "Will Oslo sign?", "Oslo a-t-elle signé ?"."""
    if "?" not in scene.lowered[verb.head :]:
        return False
    if any(scene.grammar.has("question-words", word) for word in scene.lowered[: verb.first]):
        return False
    if any(scene.grammar.phrase("asking-openers", scene.lowered, at) for at in range(min(_OPENING, verb.first))):
        return True
    return _auxiliary_opens(scene, verb) if scene.grammar.shows("do-support") else _is_turned(scene, verb)


def _auxiliary_opens(scene: Scene, verb: Verb) -> bool:
    """Whether an auxiliary stands before the subject at the head of the sentence, and this is its verb."""
    for at in range(min(_OPENING, verb.first)):
        opening = scene.clauses.verb_at(at)
        if opening is not None and opening.head == at:
            helps = scene.grammar.has("auxiliaries", opening.lemma) or opening.lemma in scene.grammar.modals
            after = scene.clauses.any_verb_before(verb.first)
            return helps and after is not None and after.head == at
        if scene.lowered[at] != '"' and not scene.grammar.has("coordinators", scene.lowered[at]):
            return False
    return False


def _is_turned(scene: Scene, verb: Verb) -> bool:
    """Whether the subject stands as a pronoun behind its verb, a hyphen between: "acceptera-t-elle", "a-t-il signé"."""
    group = scene.clauses.whole(verb)
    reach = range(max(group.first - 2, 1), min(group.head + 2, len(scene.words) - 1))
    return any(scene.lowered[at] == "-" and scene.grammar.has("turned-pronouns", scene.lowered[at + 1]) for at in reach)
