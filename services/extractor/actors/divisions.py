"""Companies that act by a part of theirs: "the Peruvian unit of Karvel", "Karvel's Peruvian arm" are Karvel."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.actors.mention import Mention
from services.extractor.grammar import Grammar
from services.extractor.text.words import Word

_ADJECTIVES = 3
"""Words between the noun of a part and its article or whose it is."""

_LANDS = frozenset({"country", "region", "person"})
"""Kinds of those whose parts are no companies."""


def with_divisions(found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> list[Mention]:
    """The mentions of a sentence, a body and the noun of its part as one, without the land that the part is in."""
    if not any(grammar.has("division-nouns", word.lower) for word in sentence):
        return list(found)
    whole = [_whole(one, found, sentence, grammar) for one in found]
    taken = [one for one, old in zip(whole, found, strict=True) if one is not old]
    return [one for one in whole if one in taken or not any(_is_inside(one, other) for other in taken)]


def _is_inside(one: Mention, other: Mention) -> bool:
    return other.first <= one.first and one.last <= other.last


def _whole(one: Mention, found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> Mention:
    if not one.actors or not one.is_named or any(actor.party.kind in _LANDS for actor in one.actors):
        return one
    noun = _part_before(one, sentence, grammar)
    if noun is not None:
        first = _opening(noun, found, sentence, grammar)
        apposed = first > 0 and sentence[first - 1].text == ","  # "Karvel, a unit of Nordik,"
        return one if apposed else replace(one, first=first, start=sentence[first].start)
    last = _own_part(one, found, sentence, grammar)
    return replace(one, last=last, end=sentence[last].end) if last is not None else one


def _part_before(one: Mention, sentence: Sequence[Word], grammar: Grammar) -> int | None:
    """The noun of a part before whose it is, an adjective between in French: "la filiale péruvienne de Karvel"."""
    end = one.first - 1
    if end < 1 or not grammar.has("genitives", sentence[end].lower):
        return None
    near = range(end - 1, max(end - 1 - _ADJECTIVES, -1), -1)
    noun = next((at for at in near if _is_part(sentence, at, grammar)), None)
    if noun is None or (noun < end - 1 and grammar.shows("compounds")):
        return None
    return noun if all(word.text.islower() for word in sentence[noun:end]) else None


def _is_part(sentence: Sequence[Word], at: int, grammar: Grammar) -> bool:
    return grammar.has("division-nouns", sentence[at].lower)


def _opening(noun: int, found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> int:
    """The first word of the phrase that the noun of a part ends: its article, or its adjectives alone."""
    first = noun
    for at in range(noun - 1, max(noun - 1 - _ADJECTIVES, -1), -1):
        if grammar.has("determiners", sentence[at].lower):
            return at
        if not any(one.kind == "adjective" and one.first <= at <= one.last for one in found):
            if not sentence[at].text.islower() or grammar.phrase("prepositions", [sentence[at].lower], 0):
                return first
            continue
        first = at
    return first


def _own_part(one: Mention, found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> int | None:
    """The noun of a part of whom a genitive names: "Karvel's Peruvian unit"."""
    if [word.text for word in sentence[one.last + 1 : one.last + 2]] not in (["'s"], ["'"]):
        return None
    for at in range(one.last + 2, min(one.last + 2 + _ADJECTIVES, len(sentence))):
        if _is_part(sentence, at, grammar):
            return at
        beside = any(each.kind == "adjective" and each.first <= at <= each.last for each in found)
        if not beside and not sentence[at].text.islower():
            return None
    return None
