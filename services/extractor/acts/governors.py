"""The main verb on which one without a subject of its own hangs, before it or behind."""

from collections.abc import Sequence, Set

from services.extractor.actors.mention import Mention
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import Grammar


def for_whom(verb: Verb, bodies: Sequence[Mention], lowered: Sequence[str], grammar: Grammar) -> Mention | None:
    """Who has to or may do what an infinitive says, told right before it: "la nécessité pour Oslo de négocier"."""
    if verb.tense != "infinitive":
        return None
    inside = grammar.has("genitives", lowered[verb.first])
    end = verb.first - 1 if inside else verb.first - 2
    if end < 1 or not (inside or grammar.has("genitives", lowered[end + 1])):
        return None
    beside = next((one for one in bodies if one.last == end), None)
    return beside if beside is not None and grammar.has("purpose-markers", beside.marker or "") else None


def is_beside(verb: Verb, lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether a gerund tells what the subject of its clause does by the way: "by rejecting", "after meeting"."""
    return verb.tense == "gerund" and verb.first > 0 and grammar.has("gerund-openings", lowered[verb.first - 1])


def announced(verb: Verb, bodies: Sequence[Mention], grammar: Grammar) -> Mention | None:
    """Who will do what an infinitive tells, as headlines say: "Norway, Peru to sign treaty"."""
    if verb.tense != "infinitive" or not grammar.shows("infinitive-particle"):
        return None
    return next((one for one in bodies if one.last == verb.first - 1 and one.marker is None), None)


def head_of_sentence(verb: Verb, bodies: Sequence[Mention]) -> Mention | None:
    """Who stands at the head of a sentence, before a verb that no table knows: "Oslo stunned Lima by rejecting"."""
    opens = bool(bodies) and bodies[0].marker is None and not bodies[0].first and bodies[0].last < verb.first - 1
    return bodies[0] if opens else None


def is_where(matrix: Verb, one: Mention, grammar: Grammar) -> bool:
    """Whether a town says where somebody is or goes, and who goes does it: "est à Vienne pour signer"."""
    if matrix.is_of("travels", grammar):
        return True
    plain = grammar.has("copulas", matrix.lemma) or grammar.has("be-conjugated", matrix.lemma)
    return one.kind == "capital" and plain


def main_verb_behind(verb: Verb, verbs: Sequence[Verb], opens: Set[int], lowered: Sequence[str]) -> Verb | None:
    """The main verb behind one that opens a sentence, of no clause inside: "After saying that it would, Oslo left"."""
    finite = [other for other in verbs if other.first > verb.head and other.finite]
    return next((one for one in finite if not _opens_between(verb.head, one.first, opens, lowered)), None) or next(
        iter(finite), None
    )


def verb_over(verb: Verb, inner: Verb, verbs: Sequence[Verb], lowered: Sequence[str], grammar: Grammar) -> Verb | None:
    """The verb over a clause that nobody does, where a gerund goes on: "Oslo said the talks had failed, urging"."""
    if verb.tense != "gerund" or not inner.finite or lowered[verb.first - 1 : verb.first] != [","]:
        return None
    over = next((one for one in reversed(verbs) if one.finite and one.head < inner.first), None)
    if over is None or grammar.has("complementizers", lowered[inner.first - 1]):
        return None  # "a meeting that was called off, raising": the relative clause goes on
    between = lowered[over.head + 1 : inner.first]
    parted = grammar.holds("coordinators", between) or not _PARTING.isdisjoint(between)
    return None if parted else over


_PARTING = frozenset(",;:—–")
"""Marks behind which a clause hangs on none before."""


def _opens_between(first: int, end: int, opens: Set[int], lowered: Sequence[str]) -> bool:
    """Whether a clause opens between two words that no comma closes."""
    comma = max((at for at in range(first + 1, end) if lowered[at] == ","), default=first)
    return any(at in opens for at in range(comma + 1, end))
