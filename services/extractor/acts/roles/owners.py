"""Whose a thing is that somebody accepts, rejects or speaks of: "the Russian proposal", "the offer of Oslo"."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger, lexicon
from services.extractor.acts.roles.roles import is_talks_in, names_talks
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

OF_OTHERS = frozenset({"reject", "accuse", "support", "deny", "agree"})
"""Acts whose object is somebody else's act: whose it is, is whom they are aimed at."""

OBJECT_REACH = 6
"""Words behind a verb in which its object says whose it is."""


def whose(scene: Scene, behind: int, subject: Mention | None) -> Iterator[Mention]:
    """Whose the object is: "rejected the Russian proposal", "welcomed Norway's decision", "the offer of Oslo"."""
    own = subject.party_ids if subject is not None else frozenset()
    behind = _behind_day(scene, behind)
    for mention in scene.mentions:
        if mention.first <= behind or _words_between(scene, behind, _opening(mention, behind)) >= OBJECT_REACH:
            continue
        parted = any(behind < verb.head < mention.first for verb in scene.clauses.verbs if verb.finite)
        if mention == subject:
            continue  # "the rejection by Oslo of Lima's offer"
        start = _behind_sum(scene, behind + 1, mention.first)
        if parted or scene.clauses.crossed(start, mention.first) or mention.party_ids & own:
            return
        if mention.party_ids and mention.party_ids <= {actor.party.id for actor in scene.memory.mediators}:
            if _is_to_mediate(scene, behind, mention):
                yield mention
            return  # What mediators put forward is accepted of the other side.
        if scene.grammar.holds("stand-ins", scene.lowered[behind + 1 : mention.first]):
            return  # "rejected the offer of Lima, like that of Oslo"
        if _owns(scene, mention) or _is_author(scene, mention, behind):
            yield mention
        elif mention.kind != "adjective":
            return


def _behind_day(scene: Scene, behind: int) -> int:
    """The last word of when it was done, which stands before the object: "a rejeté lundi l'offre d'une médiation"."""
    said_when = (scene.grammar.has_any(("calendar-names", "time-words"), word) for word in scene.lowered[behind + 1 :])
    return behind + sum(1 for _ in takewhile(bool, said_when))


def _opening(mention: Mention, behind: int) -> int:
    """The word at which somebody begins to be told of: where a preposition that brings him hangs, what tells whence he
    is may stand between, "a bid from Lima-based Karvel"."""
    at = mention.governor if mention.governor is not None else mention.first
    return min(at + _PREPOSITION, mention.first) if at > behind else mention.first


_PREPOSITION = 2
"""Words from the noun before a preposition to who follows it."""


def _words_between(scene: Scene, behind: int, first: int) -> int:
    """Words between two, but sums, marks and what the owner is to others: "a $5bn (£4bn) offer from rivals" holds as
    few as "an offer from"."""
    between = scene.lowered[behind + 1 : first]
    return sum(word.isalpha() and not scene.grammar.has("relation-nouns", word) for word in between)


def _behind_sum(scene: Scene, start: int, end: int) -> int:
    """Behind a sum that brackets tell in other money: "a £5m ($7m) | offer from", else where it started."""
    closed = next((at for at in range(start, end) if scene.lowered[at] == ")"), None)
    opened = next((at for at in range(start, end) if scene.lowered[at] == "("), None)
    if closed is None or opened is None or not any(word[0].isdecimal() for word in scene.lowered[opened:closed]):
        return start
    return closed + 1


def owner_before(scene: Scene, trigger: Trigger) -> Mention | None:
    """Whose talks are that "his" ties to somebody whom the noun of a journey or a step before brings: "l'arrivée du
    président péruvien à Oslo, après sa rencontre avec"."""
    near = scene.lowered[max(0, trigger.first - _OWNED) : trigger.first]
    if not scene.grammar.holds("possessives", near):
        return None
    before = (one for one in reversed(scene.mentions) if one.last < trigger.first - len(near) and one.kind in _PERSONS)
    of_it = next(before, None)
    return of_it if of_it is not None and scene.grammar.has("genitive-markers", of_it.marker or "") else None


_OWNED = 2
"""Words from "his" to a noun, an adjective between."""

_PERSONS = frozenset({"office", "person", "counterpart"})


def whose_subject(scene: Scene, verb: Verb, agent: Mention | None = None) -> Iterator[Mention]:
    """Whose the subject of a passive is: "Norway's offer was rejected by Peru"."""
    own = agent.party_ids if agent is not None else frozenset()
    for one in reversed(scene.mentions):
        near = 0 < verb.first - one.last <= OBJECT_REACH and not scene.clauses.crossed(one.last + 1, verb.first)
        if near and (_owns(scene, one) or _is_by(scene, one)) and not one.party_ids & own:
            yield one


def _is_to_mediate(scene: Scene, behind: int, mention: Mention) -> bool:
    """Whether what is accepted or refused is that somebody mediates: "a refusé l'offre d'une médiation chilienne"."""
    mediating = _mediating(scene.grammar.language)
    return any(word in mediating for word in scene.lowered[behind + 1 : mention.first])


@cache
def _mediating(language: str) -> frozenset[str]:
    return lexicon(language).plainly(frozenset({"mediate"}), weight=0.0)


def _is_author(scene: Scene, mention: Mention, behind: int) -> bool:
    """Whether the object is by somebody: "accepted the truce proposed by Oslo", "rejected a request by Oslo"."""
    if not scene.grammar.has("passive-markers", mention.marker or ""):
        return False
    between = [verb for verb in scene.clauses.verbs if behind < verb.head < mention.first]
    if not between:
        return _is_by(scene, mention) and (mention.governor or 0) > behind
    return len(between) == 1 and between[0].tense == "participle" and between[0].lemma in scene.lexicon.authoring


def _is_by(scene: Scene, mention: Mention) -> bool:
    """Whether a noun is said to be by somebody: "a request by Oslo"."""
    at = mention.governor if mention.governor is not None else -1
    if at < 0 or not scene.grammar.has("agents-of-nouns", mention.marker or ""):
        return False
    verb = scene.clauses.verb_at(at) or scene.clauses.verb_at(max(at - 1, 0))  # "the plan put forward by Oslo"
    made = verb is not None and verb.tense == "participle" and verb.lemma in scene.lexicon.authoring
    return made or scene.lexicon.is_noun(scene.lowered[at])


def _owns(scene: Scene, mention: Mention) -> bool:
    """Whether a mention says whose a noun is: by its form, or as the first part of a compound ("a Hamas proposal")."""
    if mention.kind == "adjective" or mention.marker == "possessive":
        return True
    marker = mention.marker or ""
    if scene.grammar.has("genitive-markers", marker) or scene.grammar.has("author-markers", marker):
        return not is_talks_in(scene, mention)
    compound = mention.marker is None and scene.grammar.has("compound-owners", mention.kind)
    return compound and is_noun(scene, mention.last + 1) and not names_talks(scene, mention)


NO_NOUNS = (
    "coordinators", "complementizers", "subordinators", "adverbs", "time-words", "calendar-names",
    "infinitive-particles", "relatives", "conditions", "adversatives", "determiners",
)  # fmt: skip
"""Classes of words of which none is the second part of a compound."""


def is_noun(scene: Scene, at: int) -> bool:
    """Whether a word can be the second part of a compound: no function word, no verb."""
    if at >= len(scene.words) or not scene.lowered[at].isalpha() or scene.clauses.verb_at(at) is not None:
        return False
    if scene.grammar.phrase("prepositions", scene.lowered, at) is not None:
        return False
    return not scene.grammar.has_any(NO_NOUNS, scene.lowered[at])
