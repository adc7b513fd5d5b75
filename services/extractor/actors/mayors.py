"""Who speaks for a town: its mayor, by name or later on by the office alone."""

from collections.abc import Sequence
from itertools import takewhile

from services.extractor.actors.bodies.local import TOWN
from services.extractor.actors.context import Context
from services.extractor.actors.mention import Actor
from services.extractor.actors.people import by_persons_name, name_of_person
from services.extractor.actors.units import Unit


def by_mayor(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The town by its mayor with his name: "le maire de Sarville, Luc Barral", "Luc Barral, maire de Sarville"."""
    unit = next(unit for unit in units if unit.tag == "c")
    town = next((party for party in unit.name.parties if party.kind == TOWN), None) if unit.name is not None else None
    if town is None or not context.grammar.has("town-heads", context.sentence[unit.first].lower):
        return []
    named = [*takewhile(lambda one: one.tag != "(", units)]  # "Luc Barral (PS)" acts for the town
    full = " " in (name_of_person(context, named) or "")  # A first name alone is somebody else's surname.
    actors = by_persons_name(context, named, None) if full else [Actor(town, level="official")]
    for actor in actors:
        context.memory.titled[context.sentence[unit.first].folded] = actor
    return actors


def by_office_of_town(context: Context, word: str) -> Actor | None:
    """The town that the office alone means: that of the mayor told of by this word, else the one told of last."""
    if not context.grammar.has("town-heads", word):
        return None
    known = context.memory.titled.get(word)
    if known is not None and known.party.kind == TOWN:
        return known
    town = context.memory.latest((TOWN,))
    return Actor(town, level="official") if town is not None else None
