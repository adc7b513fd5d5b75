"""Relative clauses by what they take up: "the unions that rejected the offer", "Oslo is the only town that refuses"."""

from collections.abc import Sequence

from services.extractor.actors.mention import Mention
from services.extractor.acts.apposition import before_apposition
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import Grammar
from services.extractor.text.words import Word


def that_taking_up(lowered: Sequence[str], grammar: Grammar, verbs: Sequence[Verb]) -> frozenset[int]:
    """Each "that" right before a verb, whose subject it takes up: "the unions that rejected the offer"."""
    if not grammar.shows("bare-clauses") or not grammar.holds("complementizers", lowered):
        return frozenset()
    behind = (verb.first for verb in verbs if verb.finite and verb.first > 1)
    return frozenset(at - 1 for at in behind if grammar.has("complementizers", lowered[at - 1]))


def antecedent(relative: int, bodies: Sequence[Mention], words: Sequence[Word], grammar: Grammar) -> Mention | None:
    """Whom a relative takes up: who is named before it, a noun phrase that tells of him between at most."""
    if (described := before_apposition(bodies, words, grammar, relative)) is not None:
        return described
    of_people = grammar.has("relatives-of-people", words[relative].lower)
    before = [one for one in bodies if one.last < relative and not (of_people and _is_where(one, grammar))]
    if not before or relative - before[-1].last > _ANTECEDENT_REACH:
        return None
    if grammar.has("coordinators", words[relative - 1].lower) and before[-1].marker is not None:
        return None  # "le collectif né à Oslo et qui refuse": it goes on what stands before.
    apart = relative - before[-1].last > _RIGHT_BEHIND  # "a mission in Lima last week, which"
    marker = before[-1].marker or ""
    if grammar.has("complementizers", words[relative].lower):
        return None if apart or grammar.has("reciprocal-markers", marker) else before[-1]
    return None if apart and grammar.has("place-markers", marker) else before[-1]


def _is_where(body: Mention, grammar: Grammar) -> bool:
    """Whether a land or town is told as where others are: no "who" takes up "in Ghana", as "which" may."""
    named = body.kind in ("name", "capital") and body.place is not None
    return named and grammar.has("place-markers", body.marker or "")


_ANTECEDENT_REACH = 4
"""Words from a name to a relative that may still say something of it."""

_RIGHT_BEHIND = 2
"""Words from a name to the relative that is right behind it, a comma between."""


def described_by(
    matrix: Verb, bodies: Sequence[Mention], lowered: Sequence[str], grammar: Grammar, relative: int
) -> bool:
    """Whether a relative clause tells of a noun that is said of somebody: "Oslo is the only capital that refuses",
    "Oslo and Lima were among those that signed"."""
    if not grammar.has("locative-copulas", matrix.lemma) or relative - matrix.head > _PREDICATE:
        return False
    named = any(one.last == relative - 1 and one.kind in _NAMES for one in bodies)  # "it was Oslo that refused"
    return "," not in lowered[matrix.head : relative] and not named


def deeds_of_owners(
    lowered: Sequence[str], grammar: Grammar, verbs: Sequence[Verb], bodies: Sequence[Mention]
) -> dict[int, Mention]:
    """Where a gerund or infinitive begins → whose part in it a noun before it tells: "Oslo's role in brokering the
    truce", "Oslo's decision to leave", "a decision by Oslo to leave"."""
    owners = [one for one in bodies if one.marker == "possessive"]
    agents = [one for one in bodies if grammar.has("passive-markers", one.marker or "")]
    found = {}
    if not grammar.shows("bare-clauses"):
        return _deeds_of_genitives(lowered, grammar, verbs, bodies)
    for verb in verbs if owners or agents else ():
        by_whom = next((one for one in agents if one.last == verb.first - 1 and one.first > 1), None)
        if verb.tense == "infinitive" and by_whom is not None and _is_own(lowered[by_whom.first - 2], grammar):
            found[verb.first] = by_whom
        elif _hangs_on_noun(verb, lowered, grammar):
            near = (one for one in owners if 0 <= verb.first - one.last - _MARK_AND_NOUN <= _ADJECTIVES)
            owner = next(near, None)
            if owner is not None and all(map(str.isalpha, lowered[owner.last + 2 : verb.first])):
                found[verb.first] = owner
    return found


def _deeds_of_genitives(
    lowered: Sequence[str], grammar: Grammar, verbs: Sequence[Verb], bodies: Sequence[Mention]
) -> dict[int, Mention]:
    """Where an infinitive begins → who will do it by the noun before him: "la décision de Lima de rompre les
    pourparlers"."""
    ends = {one.last: one for one in bodies if grammar.has("genitive-markers", one.marker or "")}
    found = {}
    for verb in verbs if ends else ():
        owner = ends.get(_particle(verb, lowered, grammar) - 1)
        if owner is not None and grammar.governors.get(lowered[noun_owned(owner, lowered, grammar)]) in _OWN_OR_WANTED:
            found[verb.first] = owner
    return found


def _particle(verb: Verb, lowered: Sequence[str], grammar: Grammar) -> int:
    """Where an infinitive begins with what ties it to its noun, "de rompre"; 0 where nothing does."""
    if verb.tense != "infinitive":
        return 0
    return next((at for at in (verb.first, verb.first - 1) if at > 0 and grammar.has("genitives", lowered[at])), 0)


def noun_owned(owner: Mention, lowered: Sequence[str], grammar: Grammar) -> int:
    """Index of the noun that is somebody's, an adjective behind it: "le refus catégorique de Lima"."""
    at = max(owner.governor or 0, 0)
    return at - 1 if at and lowered[at] not in grammar.governors and lowered[at - 1] in grammar.governors else at


def _hangs_on_noun(verb: Verb, lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether a preposition ties a gerund to a noun, or an infinitive stands behind one of what its owner does."""
    if verb.tense == "infinitive":
        return verb.first > 0 and _is_own(_noun_before(verb, lowered, grammar), grammar)
    return verb.tense == "gerund" and verb.first > 0 and _behind_preposition(verb, lowered, grammar)


def _behind_preposition(verb: Verb, lowered: Sequence[str], grammar: Grammar) -> bool:
    return grammar.phrase("prepositions", lowered, verb.first - 1) is not None


def _noun_before(verb: Verb, lowered: Sequence[str], grammar: Grammar) -> str:
    """The word on which an infinitive hangs: "decision" of "the decision not to sign"."""
    at = verb.first - 1
    return lowered[max(at - grammar.has("negators", lowered[at]), 0)]


def _is_own(noun: str, grammar: Grammar) -> bool:
    """Whether a noun tells of what its owner does himself, or will: "decision", no "demand" to another, no "chance"."""
    return grammar.governors.get(noun) in _OWN


_OWN = frozenset({"decided", "refusal", "threat"})
"""What a noun does to an infinitive that tells what its owner does."""

_OWN_OR_WANTED = _OWN | {"plan", "wish", "ready", "commitment", "attempt", "offer", "avoidance"}
"""The same of French nouns, behind which "de" ties who does it and what: "la volonté de Lima de négocier"."""

_MARK_AND_NOUN, _ADJECTIVES = 3, 3
"""Words from an owner to a gerund: the mark, a noun and the preposition; what may stand before the noun."""

_NAMES = ("name", "person", "capital")
"""Kinds of mentions of which a relative clause right behind tells."""

_PREDICATE = 8
"""Words from a verb of being to the relative behind what is said."""


def leaves_gap(said: Verb | None, bodies: Sequence[Mention], lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether the verb right behind one of saying has no subject but the thing that "that" takes up: "a plan that Oslo
    said would end it"; who says so does nothing."""
    if said is None or not said.finite or grammar.has("auxiliaries", said.lemma):
        return False
    speaks = next((one for one in reversed(bodies) if one.last < said.first), None)
    opened = lowered[max(speaks.first - 1, 0) : speaks.first + 1] if speaks is not None else ()  # "that Oslo"
    return grammar.holds("object-relatives", opened)
