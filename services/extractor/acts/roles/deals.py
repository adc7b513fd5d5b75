"""Whose deals are that a participle says to be made, "defended the pact signed with Peru", or by their own names, and
of whom somebody is to buy: "in talks to buy gas from Peru"."""

from itertools import pairwise

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.roles.roles import Found, is_with
from services.extractor.acts.scene import HYPHENS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS

_BEFORE = 5
"""Words before a participle in which the noun of the deal and its determiner stand."""


def made(scene: Scene, frame: Frame, verb: Verb) -> range | None:
    """The words of the deal that stands before its participle, from the determiner or whose it is on; None where there
    is none."""
    if frame.act not in DEALS or frame.objects != ("instruments",) or len(verb.indices) > 1:
        return None
    owner = _owner(scene, frame, verb)
    bare = owner is not None or scene.clauses.subject(verb) is None
    free = verb.tense == "participle" or (verb.tense == "past" and bare)
    if verb.passive or not free:
        return None
    if owner is not None:
        article = owner.first and scene.grammar.has("determiners", scene.lowered[owner.first - 1])
        return range(owner.first - bool(article), verb.first)
    deals = scene.lexicon.object_forms(*frame.objects)
    for at in range(verb.first - 1, max(-1, verb.first - 1 - _BEFORE), -1):
        if scene.grammar.has("determiners", scene.lowered[at]):
            return range(at, verb.first) if any(word in deals for word in scene.lowered[at : verb.first]) else None
        if not scene.lowered[at][0].isalnum() or scene.clauses.verb_at(at) is not None:
            return None
    return None


def _owner(scene: Scene, frame: Frame, verb: Verb) -> Mention | None:
    """Who stands before the noun of a deal as one of those whose it is: "a U.S. trade deal signed with Peru"."""
    if not scene.grammar.shows("compounds"):
        return None
    deals = scene.lexicon.object_forms(*frame.objects)
    near = range(verb.first - 1 - _BEFORE, verb.first - 1)
    for one in (one for one in scene.mentions if one.last in near and one.kind != "capital"):
        between = scene.lowered[one.last + 1 : verb.first]
        plain = all(word[0].isalnum() or word in _GENITIVE for word in between)
        told = any(scene.clauses.verb_at(at) is not None for at in range(one.last + 1, verb.first))
        if between[-1] in deals and plain and not told:
            return one
    return None


_GENITIVE = ("'s", "'")


def parties(scene: Scene, frame: Frame, verb: Verb) -> Found | None:
    """Whose such a deal is: of whom it was made with, and of the one whose it is said to be, else who speaks of it."""
    partner = next((one for one in scene.clauses.complements(verb) if is_with(scene, one)), None)
    if partner is None:
        return None
    matrix = scene.clauses.verb_before(verb.first)
    holder = _owner(scene, frame, verb)
    if holder is None or holder.party_ids & partner.party_ids:
        holder = scene.clauses.subject(matrix) if matrix is not None else None
    found: Found = [("participant", partner, partner.actors)]
    if holder is not None and not holder.party_ids & partner.party_ids:
        found.insert(0, ("participant", holder, holder.actors))
    return found


def sellers(scene: Scene, frame: Frame, verb: Verb) -> list[Mention]:
    """Of whom those who talk are to buy: "to buy gas from Peru", or a firm or a part of it, "to take over Karvel"."""
    if frame.act != "talks":
        return []
    trade = next((one for one in scene.clauses.verbs if one.first > verb.head), None)
    if trade is None or trade.finite or trade.passive or not scene.grammar.has("buying", trade.lemma):
        return []
    if trade.first >= scene.clauses.end(verb):
        return []
    behind = [one for one in scene.clauses.complements(trade) if one.kind != "adjective"]
    named = [one for one in behind if scene.grammar.has("author-markers", one.marker or "")]
    return (named or [one for one in behind if _is_what_is_bought(scene, one)])[:1]


def _is_what_is_bought(scene: Scene, one: Mention) -> bool:
    """Whether who is named is bought, himself or what is his, and may be: a firm, no country."""
    firms = all(actor.party.kind in _FOR_SALE for actor in one.actors)
    of_it = one.marker in (None, "in", "possessive") or scene.grammar.has("genitive-markers", one.marker or "")
    return firms and of_it


_FOR_SALE = frozenset({"company", "employer", "organisation"})
"""Kinds of bodies of which others buy a part."""


def joined(scene: Scene, subject: Mention) -> Mention | None:
    """The first of two names that a hyphen joins before a deal, by its second: "the Norway-Peru pact was signed"."""
    at = subject.first - 1
    if at < 1 or scene.lowered[at] not in HYPHENS or scene.words[at].start > scene.words[at - 1].end:
        return None
    return next((one for one in scene.mentions if one.last == at - 1 and one.kind in ("name", "capital")), None)


def joined_talks(scene: Scene, verb: Verb, subject: Mention | None) -> Found:
    """The two whose names a hyphen joins before the talks that a verb is said of: "the Norway-Peru talks collapsed"."""
    first = joined(scene, subject) if subject is not None else None
    if first is None or subject is None:
        return []
    talks = scene.lexicon.object_forms("negotiations")
    if not any(scene.lowered[at] in talks for at in range(subject.last + 1, min(verb.first, subject.last + _NOUN))):
        return []
    return [("participant", one, one.actors) for one in (first, subject)]


_NOUN = 5
"""Words behind a name in which the noun stands that it is joined to: "Norway-Peru free trade talks"."""


def joined_adjectives(scene: Scene, words: range) -> list[Mention]:
    """Those whose adjectives a hyphen joins before a deal: "the Norwegian-Peruvian pact was signed"."""
    named = [one for one in scene.mentions if one.kind == "adjective" and words.start <= one.first < words.stop]
    for one, other in pairwise(named):
        if other.first == one.last + 2 and scene.lowered[one.last + 1] in HYPHENS:
            return [one, other]
    return []
