"""Which verb tells how real an act is: its own, or that of which its noun is subject or object."""

from services.extractor.actors.mentions import is_article
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.roles import copula_of
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.fields.how_real.infinitives import governing_noun

_OBJECT = 3
"""Words from a verb to a noun right behind it, its determiner and an adjective between."""


_MEANT = frozenset({"plan", "decided", "wish", "attempt", "call"})
"""What a noun says of the talks that are to be held by the infinitive behind it: "son intention d'organiser"."""


def governing(trigger: Trigger, scene: Scene) -> Verb | None:
    """The verb whose tense tells about the trigger: its own, or for a noun the nearest of its clause."""
    if trigger not in scene.governing:
        scene.governing[trigger] = _governing(trigger, scene)
    return scene.governing[trigger]


def _governing(trigger: Trigger, scene: Scene) -> Verb | None:
    own = scene.clauses.verb_at(trigger.head)
    if own is not None and trigger.inflections:
        return own.until(trigger.head, scene.grammar)
    if (copula := copula_of(scene, trigger)) is not None:
        return copula
    after = scene.clauses.verb_after(trigger.last)
    before = scene.clauses.verb_before(trigger.first)
    held = held_by(scene, trigger)
    meant = trigger.frame.act == "agree" or (held is not None and governing_noun(held, scene) in _MEANT)
    meant = meant or (held is not None and is_called_for(held, scene))
    if held is not None and (held.finite or held.modals or held.tense == "gerund" or meant):
        return held
    subject_of = after is not None and is_subject(trigger, after, scene)
    if subject_of:
        return after
    if before is not None and not scene.clauses.crossed(before.head + 1, trigger.first):
        return before
    return before or after


def is_called_for(held: Verb, scene: Scene) -> bool:
    """Whether somebody calls on others to hold talks: "exhorte les deux camps à reprendre leurs pourparlers"."""
    matrix = scene.clauses.verb_before(held.first)
    if matrix is None or scene.grammar.modals.get(matrix.lemma) != "call":
        return False
    return held.tense == "infinitive" and not scene.clauses.crossed(matrix.head + 1, held.first)


def held_by(scene: Scene, trigger: Trigger) -> Verb | None:
    """The verb, of any form, that makes the noun right behind it happen: "without holding talks"."""
    nearest = scene.clauses.any_verb_before(trigger.first)
    near = nearest is not None and trigger.first - nearest.head <= _OBJECT
    return nearest if near and nearest is not None and makes_happen(nearest, trigger, scene) else None


def makes_happen(verb: Verb, trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb makes the noun right behind it happen: "hold talks", "tenir un sommet"."""
    light = verb.lemma in trigger.frame.lights or verb.lemma in scene.lexicon.occurrence
    between = scene.lowered[verb.head + 1 : trigger.first]
    return light and not verb.passive and all(word.isalpha() or word in ("'", "-") for word in between)


def says_held(verb: Verb, scene: Scene) -> bool:
    """Whether a verb says of its subject that it is held, by itself or as the first of a phrase: "will take place"."""
    return any(verb.lemma == lemma.partition(" ")[0] for lemma in scene.lexicon.occurrence)


def is_subject(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether a noun is the subject of the verb behind it: bare, with no clause mark between."""
    if is_marked(trigger.first, scene) or scene.clauses.crossed(trigger.last + 1, verb.first):
        return False
    return not _closes_relative(trigger, verb, scene)


def is_marked(noun: int, scene: Scene) -> bool:
    """Whether a preposition stands right before a noun, and no article that looks like one: "des pourparlers"."""
    if not noun or scene.grammar.phrase("prepositions", scene.lowered, noun - 1) is None:
        return False
    return not is_article(scene.lowered, noun - 1, scene.grammar)


def _closes_relative(noun: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether a relative clause ends behind a noun: "Vega, who was in Lima for a meeting, proposed"."""
    opening = max((at for at in scene.clauses.relatives if at < noun.first), default=None)
    if opening is None or "," not in scene.lowered[noun.last + 1 : verb.first]:
        return False
    return any(opening < one.first and one.head < noun.first and one.finite for one in scene.clauses.verbs)
