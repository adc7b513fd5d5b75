"""Who holds what a noun tells: the subject of its clause, or who is asked to."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.owners import owner_before
from services.extractor.acts.roles.roles import by_agent, may_be_inverted
from services.extractor.acts.scene import Scene, reports


def _asked_to_hold(scene: Scene, trigger: Trigger) -> tuple[Mention | None, bool]:
    """Who is asked to hold what a noun tells, and whether anybody is: "exhorte Oslo et Lima à reprendre leurs
    pourparlers", "exhorte les deux camps à"."""
    holding, matrix = scene.clauses.any_verb_before(trigger.first), scene.clauses.verb_before(trigger.first)
    if holding is None or matrix is None or holding.tense != "infinitive" or holding.lemma not in trigger.frame.lights:
        return None, False
    asked = scene.clauses.subject(holding)
    if trigger.first - holding.head > _HELD_REACH or scene.clauses.crossed(matrix.head + 1, holding.first):
        return None, False
    if asked is not None and matrix.head < asked.first < holding.first:
        return asked, True
    calls = scene.grammar.modals.get(matrix.lemma) == "call" and not matrix.passive
    between = scene.lowered[matrix.head + 1 : holding.first]
    return None, calls and scene.grammar.holds("determiners", between)


_HELD_REACH = 3
"""Words from a verb of holding to the noun of talks, a determiner and an adjective between."""


def holder_of(scene: Scene, trigger: Trigger) -> Mention | None:
    """The subject of the clause of a noun, or who is asked to hold what it tells; else whose it is said to be."""
    asked, others = _asked_to_hold(scene, trigger)
    if others:
        return asked
    verb = scene.clauses.verb_before(trigger.first) or scene.clauses.verb_after(trigger.last)
    if verb is None:
        return None
    subject = scene.clauses.subject(verb)
    tells = reports(verb, scene.clauses, scene.lexicon)
    if subject is None and (not tells or may_be_inverted(scene, verb)):  # not "Quispe told Oslo that talks"
        subject = scene.clauses.inverted_subject(verb)
    if verb.passive and subject is None:
        return by_agent(scene, verb)
    return subject or owner_before(scene, trigger)
