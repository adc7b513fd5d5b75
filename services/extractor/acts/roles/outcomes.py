"""Deals that talks came to: "the talks led to a truce between Oslo and Lima", "negotiations produced an accord"."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.meetings import come_to_deal
from services.extractor.acts.roles.roles import Found, is_between
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb


def outcome(scene: Scene, trigger: Trigger, found: Found) -> Found:
    """Between whom a deal is to which talks are said to have come; nobody where none did. `found` stand beside it."""
    verb = scene.clauses.verb_before(trigger.first)
    if verb is None or not _came_to(scene, trigger, verb) or not _are_talks(scene, verb):
        return []
    between = [one for one in found if is_between(scene, one[1]) and one[1].first > trigger.last]
    return between or come_to_deal(scene, verb)


def _came_to(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether a verb says that its subject brought a deal right behind it: "led to", "ended in", "produced"; not "led
    to calls for", nor "ended the truce"."""
    if not verb.finite or verb.tense != "past" or verb.negated or verb.passive or verb.modals:
        return False
    behind = scene.lowered[verb.head + 1 : trigger.first]
    if not behind or len(behind) > _REACH or scene.clauses.crossed(verb.head + 1, trigger.first):
        return False
    if any(scene.grammar.has("denying-determiners", word) or scene.lexicon.is_noun(word) for word in behind):
        return False
    brings = scene.grammar.has("bringing-about", verb.lemma)
    return brings or (scene.grammar.has("coming-to", verb.lemma) and scene.grammar.has("coming-markers", behind[0]))


_REACH = 5
"""Words from a verb to the deal that was come to: a preposition, an article, adjectives."""


def _are_talks(scene: Scene, verb: Verb) -> bool:
    """Whether talks are the subject of a verb."""
    first = max((at for at in range(verb.first) if scene.clauses.crossed(at, at + 1)), default=-1)
    talks = scene.lexicon.object_forms("negotiations")
    return any(word in talks or scene.lexicon.is_talks(word) for word in scene.lowered[first + 1 : verb.first])
