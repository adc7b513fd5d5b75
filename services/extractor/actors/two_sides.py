"""The two between whom something is, where more than "and" parts them: "entre la direction de la mine de Karvel, à
Bergen, et le syndicat", "entre Oslo, d'une part, et Lima", "between Karvel (Oslo) and the dockers"."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.actors.entity import is_nameless
from services.extractor.actors.mention import Mention
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_LONGEST = 16
"""Words between the two, at most."""

_OPENING = (
    "relatives", "complementizers", "subordinators", "conditions", "adversatives", "reciprocal-markers",
)  # fmt: skip
"""Classes of words with which something else begins than what is told of the first of two."""

_HARD = frozenset('.;:"!?')

_OWNED = 4
"""Words from "the management" to whose it is, what of his it runs between: "de la mine de"."""


def with_others(found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> list[Mention]:
    """The mentions of a sentence, one that stands alone behind "between" as one with the other of the two."""
    if not any(grammar.has("reciprocal-markers", one.marker or "") for one in found):
        return list(found)
    lowered, result = lower(sentence), list(found)
    for one in found:
        if grammar.has("reciprocal-markers", one.marker or "") and len(one.actors) == 1:
            other = _other(one, result, lowered, grammar)
            between = [each for each in result if other and one.last < each.first and each.last < other.first]
            if other is not None and not _are_listed(one, other, between, lowered, grammar):
                whole = _as_owner(one, between, lowered, grammar).joined(other)
                result = [
                    whole if each is one else each for each in result if each is not other and each not in between
                ]
    return result


def _are_listed(
    one: Mention, other: Mention, between: Sequence[Mention], lowered: Sequence[str], grammar: Grammar
) -> bool:
    """Whether the two only end a list, or nothing but "and" parts them."""
    near = all(grammar.has_any(("coordinators", "determiners"), word) for word in lowered[one.last + 1 : other.first])
    free = (each for each in between if each.marker is None and each.kind != "adjective")
    return near or any(lowered[each.first - 1] != "(" for each in free)


def _other(one: Mention, found: Sequence[Mention], lowered: Sequence[str], grammar: Grammar) -> Mention | None:
    """Who stands behind the first "and" that is no part of what is named or told of the first of two."""
    depth = 0
    for at in range(one.last + 1, min(one.last + _LONGEST, len(lowered) - 1)):
        word = lowered[at]
        depth += (word == "(") - (word == ")")
        if word in _HARD or grammar.has_any(_OPENING, word):
            return None
        inside = depth > 0 or any(each.first <= at <= each.last for each in found)
        if not inside and grammar.has("coordinators", word):
            return next((each for each in found if _begins(each, at + 1, lowered, grammar)), None)
    return None


def _begins(one: Mention, at: int, lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether somebody is named at a word, an article before him or not, on whom no preposition bears."""
    opened = one.first == at or (one.first == at + 1 and grammar.has("determiners", lowered[at]))
    return opened and one.marker is None and one.kind not in ("pronoun", "adjective")


def _as_owner(one: Mention, between: Sequence[Mention], lowered: Sequence[str], grammar: Grammar) -> Mention:
    """Those who manage, as the body whose they are, named behind them: "la direction du site de Karvel"."""
    if not all(map(is_nameless, one.party_ids)) or not between:
        return one
    owner = between[0]
    owned = grammar.has("genitive-markers", owner.marker or "") and owner.first - one.last <= _OWNED + 2
    firm = all(actor.party.kind in _FIRMS and not is_nameless(actor.party.id) for actor in owner.actors)
    return replace(one, actors=owner.actors) if owned and firm and one.kind == "description" else one


_FIRMS = frozenset({"company", "employer", "organisation"})
"""Kinds of bodies that have a management."""
