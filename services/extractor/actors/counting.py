"""Bodies of which it is told how many they are: "les trois syndicats" are three of those named, or nobody named."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import EVERY_UNION, NAMELESS, Party, is_nameless
from services.extractor.actors.mention import Actor
from services.extractor.actors.units import Unit

_TWO = 2

UNNAMED = Party(EVERY_UNION, "Unions", "union")
"""Unions that are none of those named: what has a capital in its name is not taken for them."""


def number_told(context: Context, units: Sequence[Unit]) -> int | None:
    """How many the words say that they are: 3 for "les trois principaux syndicats", 2 for "deux syndicats"."""
    for word in context.lowered(units[-1]).split() + context.lowered(units[0]).split():
        if word in context.grammar.numbers:
            return context.grammar.numbers[word]
        if context.grammar.has("two", word):
            return _TWO
    return None


def that_many(context: Context, kinds: Sequence[str], number: int) -> Sequence[Actor] | None:
    """So many bodies of these kinds: those listed together, all or the latest that are known; None where the article
    names them later, or nobody can be meant."""
    listed = context.memory.together.get(number, ())
    listed_kinds = {actor.party.kind for actor in listed}
    if listed_kinds & {*kinds} and "country" not in listed_kinds:
        return tuple(actor._replace(person=None, level=None) for actor in listed)
    known = [party for party in context.memory.every(kinds) if not is_nameless(party.id)]
    if len(known) >= number:
        return [Actor(party) for party in known[-number:]]
    if "union" not in kinds or _named(context, kinds) == number:
        return None
    return [Actor(UNNAMED)]


def some_unions(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Unions without a name, "quatre syndicats": the named ones, if they are so many, else a group of their own."""
    noun, number = context.lowered(units[-1]), number_told(context, units)
    named = _named(context, ("union",))
    fit = named == number if number is not None else named != 1
    return [Actor(Party(EVERY_UNION, noun, "union") if fit or not named else UNNAMED)]


def _named(context: Context, kinds: Sequence[str]) -> int:
    """How many bodies of these kinds the whole article names."""
    told = {party for party in context.memory.counts if not party.startswith(NAMELESS)}
    told |= {party.id for party in context.memory.every(kinds) if not is_nameless(party.id)}
    bodies = (context.gazetteer.party(party) for party in told)
    return sum(body is not None and body.kind in kinds for body in bodies)
