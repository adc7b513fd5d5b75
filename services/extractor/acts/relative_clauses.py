"""Relative clauses by what they take up: "the unions that rejected the offer", "Oslo is the only town that refuses"."""

from collections.abc import Sequence

from services.extractor.actors.mention import Mention
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import Grammar


def that_taking_up(lowered: Sequence[str], grammar: Grammar, verbs: Sequence[Verb]) -> frozenset[int]:
    """Each "that" right before a verb, whose subject it takes up: "the unions that rejected the offer"."""
    if not grammar.shows("bare-clauses") or not grammar.holds("complementizers", lowered):
        return frozenset()
    behind = (verb.first for verb in verbs if verb.finite and verb.first > 1)
    return frozenset(at - 1 for at in behind if grammar.has("complementizers", lowered[at - 1]))


def described_by(
    matrix: Verb, bodies: Sequence[Mention], lowered: Sequence[str], grammar: Grammar, relative: int
) -> bool:
    """Whether a relative clause tells of a noun that is said of somebody: "Oslo is the only capital that refuses",
    "Oslo and Lima were among those that signed"."""
    if not grammar.has("locative-copulas", matrix.lemma) or relative - matrix.head > _PREDICATE:
        return False
    named = any(one.last == relative - 1 and one.kind in _NAMES for one in bodies)  # "it was Oslo that refused"
    return "," not in lowered[matrix.head : relative] and not named


_NAMES = ("name", "person", "capital")
"""Kinds of mentions of which a relative clause right behind tells."""

_PREDICATE = 8
"""Words from a verb of being to the relative behind what is said."""
