"""Whom a person stands for by what is said of him behind a comma: "L'ancien ministre X, président de Y", "X, qui
dirige Y". Who only bore an office before stands for himself."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.mention import Actor, Representative
from services.extractor.actors.names import parties_of
from services.extractor.actors.people import is_former, name_of_person, office_of
from services.extractor.actors.tables import slug
from services.extractor.actors.units import Unit


def by_present_office(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Who bore an office, by the one behind his name: "L'ancien ministre Jean Dahl, président du Front"."""
    head, tail = _parted(units)
    if not is_former(context, head):
        return []
    return _standing_for(context, head, tail)


def _parted(units: Sequence[Unit]) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """What stands before the last comma that parts a name from what is said of it, and what behind."""
    person = max(at for at, unit in enumerate(units) if unit.tag in "pu" and any(one.tag == "," for one in units[at:]))
    comma = next(at for at, unit in enumerate(units) if at > person and unit.tag == ",")
    return units[:comma], units[comma + 1 :]


def _standing_for(context: Context, head: Sequence[Unit], tail: Sequence[Unit]) -> Sequence[Actor]:
    """The person of some words as one of the body that others name, under whose surname the text goes on."""
    name, parties = name_of_person(context, head), parties_of(context, tail)
    if name is None or not parties or not slug(name):
        return []
    office = office_of(tail)
    person = Representative(f"person:{slug(name)}", name, office.name if office else None)
    actor = Actor(parties[0], person, office.level if office else "official")
    context.memory.introduce(name.split()[-1], actor)
    return [actor]
