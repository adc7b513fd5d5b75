"""What somebody means to do for another: "plans to pay Lima", "is ready to send Lima observers"."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import table


def is_meant_for_another(scene: Scene, verb: Verb) -> bool:
    """Whether somebody means to give another something, or is ready to, now or as he says: "plans to pay Lima"."""
    said = scene.speech_over(verb.head) is not None
    willing = verb.modals == ("ready",) or is_own_plan(scene, verb)
    if not willing or not (said or verb.tense == "present"):
        return False
    return any(is_given_to(scene, verb, one) for one in scene.clauses.complements(verb))


def is_own_plan(scene: Scene, verb: Verb) -> bool:
    """Whether a verb of planning says what its subject means to do: "ne compte pas payer", not "ne doit pas payer"."""
    meant = verb.lemmas[0]
    obliged = meant in table(scene.grammar.language, "evaluations")["obliging"]
    return verb.modals == ("plan",) and scene.grammar.modals.get(meant) == "plan" and not obliged


def is_given_to(scene: Scene, verb: Verb, one: Mention) -> bool:
    """Whether somebody stands where those do to whom something is given: "will give Lima ten ships", "pay to Lima"."""
    given = one.marker is None and one.first == verb.head + 1
    return given or scene.grammar.has("addressee-markers", one.marker or "")
