"""Whose deals are that a participle says to be made, "defended the pact signed with Peru", or by their own names."""

from itertools import pairwise

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.roles.roles import Found, is_with
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_BEFORE = 5
"""Words before a participle in which the noun of the deal and its determiner stand."""


def made(scene: Scene, frame: Frame, verb: Verb) -> range | None:
    """The words of the deal that stands before its participle, from the determiner on; None where there is none."""
    if frame.act not in ("agree", "sign") or frame.objects != ("instruments",) or len(verb.indices) > 1:
        return None
    free = verb.tense == "participle" or (verb.tense == "past" and scene.clauses.subject(verb) is None)
    if verb.passive or not free:
        return None
    deals = scene.lexicon.object_forms(*frame.objects)
    for at in range(verb.first - 1, max(-1, verb.first - 1 - _BEFORE), -1):
        if scene.grammar.has("determiners", scene.lowered[at]):
            return range(at, verb.first) if any(word in deals for word in scene.lowered[at : verb.first]) else None
        if not scene.lowered[at][0].isalnum() or scene.clauses.verb_at(at) is not None:
            return None
    return None


def parties(scene: Scene, verb: Verb) -> Found | None:
    """Whose such a deal is: of whom it was made with, and of the one who speaks of it."""
    partner = next((one for one in scene.clauses.complements(verb) if is_with(scene, one)), None)
    if partner is None:
        return None
    matrix = scene.clauses.verb_before(verb.first)
    holder = scene.clauses.subject(matrix) if matrix is not None else None
    found: Found = [("participant", partner, partner.actors)]
    if holder is not None and not holder.party_ids & partner.party_ids:
        found.insert(0, ("participant", holder, holder.actors))
    return found


def joined(scene: Scene, subject: Mention) -> Mention | None:
    """The first of two names that a hyphen joins before a deal, by its second: "the Norway-Peru pact was signed"."""
    at = subject.first - 1
    if at < 1 or scene.lowered[at] not in _HYPHENS or scene.words[at].start > scene.words[at - 1].end:
        return None
    return next((one for one in scene.mentions if one.last == at - 1 and one.kind in ("name", "capital")), None)


def joined_adjectives(scene: Scene, words: range) -> list[Mention]:
    """Those whose adjectives a hyphen joins before a deal: "the Norwegian-Peruvian pact was signed"."""
    named = [one for one in scene.mentions if one.kind == "adjective" and words.start <= one.first < words.stop]
    for one, other in pairwise(named):
        if other.first == one.last + 2 and scene.lowered[one.last + 1] in _HYPHENS:
            return [one, other]
    return []


_HYPHENS = frozenset({"-", "–"})
