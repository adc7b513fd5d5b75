"""Sessions that a body holds by itself, "le conseil d'administration se réunit"; who goes to one or asks for it."""

from collections.abc import Iterator, Mapping
from functools import cache

from services.extractor.actors.entity import MULTILATERAL
from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.roles import Found, says_with
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import table
from services.extractor.phrases import Phrases, match, phrases

_SORTS = 5
"""Words before a noun of meeting among which "joint" stands, the organ between."""

_OF = 8
"""Words from a noun of meeting, or a verb of gathering, to the organ that meets: "réunit lundi en urgence son"."""

_HOLDS = 7
"""Words from a verb to the noun of what is held: "a tenu lundi une longue réunion extraordinaire"."""


def sits_by_itself(scene: Scene, first: int, last: int, verb: Verb | None) -> bool:
    """Whether those who meet, by the words from `first` to `last`, are only the members of one organ.

    `verb` is that of the trigger where it is one; a noun of meeting is held by the verb before it.
    """
    held_by = verb or _holder(scene, first)
    end = scene.clauses.end(held_by) if held_by is not None else len(scene.words)
    if any(says_with(scene, at) for at in range(last + 1, end)):
        return False
    if _is_of_organ(scene, last):
        return True
    gathers = verb is not None and verb.lemma in _words(scene.grammar.language)["gathering"] and not verb.reflexive
    if verb is None or gathers or last > verb.head:  # "held a meeting of its cabinet"
        near = min(end, last + 1 + _OF)
        if any(_joins(scene, last + 1, at) for at, _ in _organs(scene, last + 1, near)):
            return True
    if held_by is None or (verb is not None and not _is_reflexive(scene, verb)):
        return False
    return held_by.finite and _is_one(scene, held_by) and _opens(scene, held_by)


def _is_of_organ(scene: Scene, noun: int) -> bool:
    """Whether the words right before a noun of meeting are an organ of one body: "its board meeting on Monday", where a
    joint one is of two."""
    beside = _beside(scene.grammar.language)
    joint = scene.grammar.holds("joint", scene.lowered[max(0, noun - _SORTS) : noun])
    if joint or not scene.lexicon.is_talks(scene.lowered[noun]):
        return False
    return any((match(beside, scene.lowered, at) or (0, ""))[0] == noun - at for at in range(max(0, noun - 3), noun))


def _is_reflexive(scene: Scene, verb: Verb) -> bool:
    """Whether a verb of meeting is the reflexive one: "se réunit", where "se dit prêt à recevoir" only speaks so."""
    return verb.reflexive and not scene.grammar.holds("showing", verb.lemmas[:-1])


def is_made_of(scene: Scene, verb: Verb) -> bool:
    """Whether a participle says of whom a body consists, no talks before it: "le bloc, réunissant les Verts et"."""
    if verb.tense != "gerund" or verb.lemma not in _words(scene.grammar.language)["gathering"]:
        return False
    return not any(scene.lexicon.is_talks(word) for word in scene.lowered[: verb.first])


def _holder(scene: Scene, noun: int) -> Verb | None:
    """The verb right before a noun of meeting: "a tenu une réunion"."""
    verb = scene.clauses.any_verb_before(noun)
    near = verb is not None and noun - verb.head <= _HOLDS and not scene.clauses.crossed(verb.head + 1, noun)
    return verb if near and verb is not None and not verb.passive else None


def _organs(scene: Scene, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the organs of a body are named between two words: first word and the one behind the last."""
    index = _names(scene.grammar.language)
    for at in range(first, end):
        if scene.lowered[at] in index and (found := match(index, scene.lowered, at)):
            yield at, at + found[0]


def _joins(scene: Scene, first: int, organ: int) -> bool:
    """Whether an organ is what is gathered, or whose meeting it is: "une réunion d'urgence de son cabinet", and no
    "réunion des présidents de commission du sénat"."""
    sorts = _words(scene.grammar.language)["sorts"]
    return all(scene.lowered[at] in sorts or _is_between(scene, at) for at in range(first, organ))


_BETWEEN = ("determiners", "possessives", "genitives", "calendar-names", "time-words", "adverbs")


def _opens(scene: Scene, verb: Verb) -> bool:
    """Whether an organ is what a verb is said of, and nobody beside it."""
    left = max((at for at in range(verb.first) if scene.clauses.crossed(at, at + 1)), default=-1) + 1
    for first, behind in _organs(scene, left, verb.first):
        inside = range(max(left, first - 2), verb.first)
        joined = any(scene.grammar.has("coordinators", scene.lowered[at]) for at in range(behind, verb.first))
        if not joined and not any(scene.clauses.verb_at(at) for at in inside):
            return not _is_complement(scene, first)
    return False


def _is_complement(scene: Scene, organ: int) -> bool:
    """Whether a preposition before an organ makes it part of another noun: "les membres du conseil"."""
    return organ > 0 and any(
        scene.grammar.phrase("prepositions", scene.lowered, at) is not None for at in range(max(0, organ - 2), organ)
    )


def _is_one(scene: Scene, verb: Verb) -> bool:
    """Whether a verb is said of one alone."""
    forms = scene.lexicon.inflections(scene.lowered[verb.indices[0]])
    return not any(one.plural for one in forms)


@cache
def _words(language: str) -> Mapping[str, frozenset[str]]:
    """Verbs of gathering and words for the sort of a session, of `elsewhere.yaml`."""
    content = table(language, "elsewhere")
    return {name: frozenset(content[f"session-{name}"]) for name in ("gathering", "sorts")}


@cache
def _beside(language: str) -> Phrases:
    return phrases((organ, "organ") for organ in table(language, "elsewhere")["organs-beside"])


@cache
def _names(language: str) -> Phrases:
    return phrases((organ, "organ") for organ in table(language, "elsewhere")["organs"])


def guest_of(scene: Scene, trigger: Trigger, found: Found) -> Mention | None:
    """Who goes to a meeting of a body of many, "is in Lima for a NATO summit", addresses it, or asks for one."""
    bodies = {actor.party.id: actor for _, _, actors in found for actor in actors}
    if len(bodies) != 1 or next(iter(bodies.values())).party.kind not in MULTILATERAL:
        return None
    verb = scene.clauses.any_verb_before(trigger.first)
    whose = min(trigger.first, *(mention.first for _, mention, _ in found))  # "the Port League (PL) summit"
    if verb is None or verb.negated or not _leads_to(scene, verb, whose):
        return None
    if trigger.first - verb.head > _ATTENDED or scene.clauses.crossed(verb.head + 1, whose):
        return None
    guest = scene.clauses.subject(verb)
    return guest if guest is not None and guest.party_ids.isdisjoint(bodies) else None


def is_of_many(scene: Scene, purpose: int, noun: int) -> bool:
    """Whether the meeting for which one goes somewhere is that of a body of many: "for the NATO foreign ministers'"."""
    beside = (one for one in scene.mentions if purpose < one.first <= noun + _BODY_REACH and one.last >= purpose)
    return any(
        actor.party.kind in MULTILATERAL for one in beside for actor in one.actors if _is_whose(scene, one, noun)
    )


_BODY_REACH = 3
"""Words from a noun of meeting to the body that holds it: "le sommet annuel de l'Otan"."""


def _is_whose(scene: Scene, body: Mention, noun: int) -> bool:
    """Whether a body stands before the noun of its meeting, or behind "of"."""
    return body.last < noun or scene.grammar.has("genitive-markers", body.marker or "")


def _leads_to(scene: Scene, verb: Verb, meeting: int) -> bool:
    """Whether who a verb is said of takes part in a meeting: attends it, asks for it, or is somewhere for it."""
    if not verb.passive and (verb.lemma in scene.lexicon.attending or scene.grammar.has("convoking", verb.lemma)):
        return True
    moves = verb.lemma in (scene.lexicon.awaited if verb.passive else scene.lexicon.going)
    between = range(verb.head + 1, meeting)
    opens = max((at for at in between if scene.grammar.has("purpose-markers", scene.lowered[at])), default=None)
    return moves and opens is not None and all(_is_between(scene, at) for at in range(opens + 1, meeting))


def _is_between(scene: Scene, at: int) -> bool:
    """Whether a word may stand between "for" and whose meeting it is, or between a noun and an organ."""
    return scene.grammar.has_any(_BETWEEN, scene.lowered[at])


_ATTENDED = 12
"""Words from a verb of going to a meeting, or asking for one, to the noun of the meeting."""
