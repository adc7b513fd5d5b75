"""Those who are named of many: "plusieurs pays, dont la Hongrie et Malte", "several firms, including Karvel"."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.actors.entity import is_nameless
from services.extractor.actors.mention import BARE, Mention
from services.extractor.actors.units import STATES
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_NEAR = 6
"""Words from many to those who are named of them: ", au premier rang desquels"."""

_COUNTRY = "country"

_MANY = frozenset({"name", "description"})
"""Kinds of mentions of many without a name: "plusieurs pays", "deux syndicats"."""


def with_instances(found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> list[Mention]:
    """The mentions of a sentence, many without a name and the first who is named of them as one: he, and who is
    coordinated with him, are meant by both."""
    result: list[Mention] = []
    lowered: Sequence[str] = ()
    for one in found:
        if result and one.kind in BARE and one.first - result[-1].last <= _NEAR and _fits(result[-1], one):
            lowered = lowered or lower(sentence)
            if _are_named_of(result[-1], one, lowered, grammar):
                many = result.pop()
                one = replace(many, last=one.last, end=one.end, actors=one.actors, plural=len(one.actors) > 1)
        result.append(one)
    return result


def _fits(many: Mention, named: Mention) -> bool:
    """Whether those named may be some of many: states of states, bodies of any other people."""
    if many.kind not in _MANY or not all(map(is_nameless, many.party_ids)) or any(map(is_nameless, named.party_ids)):
        return False
    states = any(actor.party.kind == STATES for actor in many.actors)
    return all((actor.party.kind == _COUNTRY) == states for actor in named.actors)


def _are_named_of(many: Mention, named: Mention, lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether only what opens instances stands between, and it is not all of them who are many: "les pays riches"."""
    if grammar.holds("definites", lowered[max(many.first - 1, 0) : many.first + 1]):
        return False
    opening = many.last + 1 + (lowered[many.last + 1] == ",")
    opened = grammar.phrase("instance-openers", lowered, opening)
    return opened is not None and opening + opened[0] == named.first
