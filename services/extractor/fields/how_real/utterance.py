"""How real it is that something was said: demanded, offered, refused, accused."""

from functools import partial

from schemas.negotiation import Status
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import Grammar

_ONLY_MEANT = frozenset({"call", "wish"})
"""What modals say of words that nobody has said yet."""

_WITHHELD = frozenset({"support", "propose"})
"""Acts that who says that he cannot do them does not do: "cannot support the plan"."""

_BY_ANNOUNCING = frozenset({"promise", "threaten", "support"})
"""Acts that are done by saying what will be given, or will harm: "l'État versera", "will contribute"; who "will
pledge" has not done so."""

_NOT_DONE = frozenset({"avoidance", "negative-possible"})
"""What modals say of words that nobody says."""


def of_speech(verb: Verb | None, trigger: Trigger, grammar: Grammar) -> Status:
    """What is said is real once it is said; what no word but the tense tells ("Paris will send") was said now."""
    light = verb is not None and not trigger.inflections and verb.lemma in trigger.frame.lights
    if light and verb is not None and (verb.negated or "refusal" in verb.modals):
        return "denied"  # "ne fait aucune ouverture", "refused to give guarantees"
    if light and verb is not None and verb.passive and verb.tense == "future" and trigger.frame.act == "propose":
        return "scheduled"  # "un plan sera présenté"
    if verb is None or not trigger.inflections or not trigger.frame.lemma:
        return "occurred"
    if "ahead" in trigger.frame.needs or trigger.frame.negated:
        return "occurred"
    own, negates = trigger.frame.lemma.split(" "), partial(grammar.has, "negators")
    withheld = grammar.holds("withholding", verb.lemmas[:-1])  # "n'a pas hésité à"
    denied = verb.negated and not withheld and not any(map(negates, own))
    unable = "possible" in verb.modals and trigger.frame.act not in _WITHHELD
    if denied and "refusal" not in verb.modals and not unable:
        return "denied"
    if "refusal" in verb.modals and not verb.negated and trigger.frame.act != "reject":
        return "denied"  # "renonce à réclamer"
    if not _NOT_DONE.isdisjoint(verb.modals) and not verb.negated:
        return "denied"  # "failed to propose", "is unlikely to propose"
    owed = "obligation" in verb.modals and verb.tense != "past"  # "should offer", where "was forced to offer" did
    if (owed or not _ONLY_MEANT.isdisjoint(verb.modals)) and verb.lemma not in trigger.frame.lights:
        return "proposed"  # "was urged to reject", "hopes to propose"
    supposed = verb.tense == "conditional" and bool(set(verb.modals) - {"conditional", "future"})
    if (supposed and not _is_perfect(verb, grammar)) or ("possible" in verb.modals and not verb.negated):
        return "proposed"  # "pourrait réclamer", "devrait exiger": nobody has said it.
    if verb.tense == "future" or "plan" in verb.modals:
        given = trigger.frame.act in _BY_ANNOUNCING and grammar.modals.get(verb.lemma) != "commitment"
        return "occurred" if given and verb.tense == "future" else "scheduled"
    return "occurred"


def _is_perfect(verb: Verb, grammar: Grammar) -> bool:
    """ "Aurait demandé", "would have demanded": hearsay, or what was not done."""
    return len(verb.lemmas) > 1 and grammar.has("auxiliaries", verb.lemmas[-2])


def is_hearsay(verb: Verb, scene: Scene) -> bool:
    """Whether a conditional perfect ("aurait rencontré") reports what is said to have happened."""
    reports = scene.grammar.shows("hearsay-conditional")
    return reports and len(verb.lemmas) > 1 and scene.grammar.has("auxiliaries", verb.lemmas[0])
