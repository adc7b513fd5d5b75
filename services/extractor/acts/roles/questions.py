"""Questions: what is only asked has not been done, and what a question supposes has: "why did Oslo refuse?"."""

from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_OPENING = 3
"""Words at the head of a question among which its auxiliary stands: 'And will Oslo ...?', '"Will Oslo'."""


def is_open(scene: Scene) -> bool:
    """Whether a question asks whether or how something is done; one that asks why or who takes it as done.

    So it is with French questions; in English an auxiliary says of which verb it is asked, `is_asked`.
    """
    asks = scene.sentence.kind == "question" and not scene.grammar.shows("do-support")
    first = scene.lowered[:2]
    infinitive = len(first) > 1 and any(one.tense == "infinitive" for one in scene.lexicon.inflections(first[1]))
    return asks and (infinitive or not scene.grammar.holds("presupposing", first[:1]))


def is_asked(scene: Scene, verb: Verb) -> bool:
    """Whether an English sentence asks if the act of a verb is so: "Will Oslo sign?"."""
    if not scene.grammar.shows("do-support") or "?" not in scene.lowered[verb.head :]:
        return False
    if scene.grammar.holds("presupposing", scene.lowered[: verb.first]):
        return False
    for at in range(min(_OPENING, verb.first)):
        opening = scene.clauses.verb_at(at)
        if opening is not None and opening.head == at:
            helps = scene.grammar.has("auxiliaries", opening.lemma) or opening.lemma in scene.grammar.modals
            after = scene.clauses.any_verb_before(verb.first)
            return helps and after is not None and after.head == at
        if scene.lowered[at] != '"' and not scene.grammar.has("coordinators", scene.lowered[at]):
            return False
    return False
