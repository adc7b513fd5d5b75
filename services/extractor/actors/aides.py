"""Who advises, speaks for or is sent by the bearer of an office: "un conseiller du président turc", "an aide to Peru's
premier"; they act for the same body as he."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.mention import Actor
from services.extractor.actors.offices import by_office
from services.extractor.actors.people import by_person, by_persons_name, office_of
from services.extractor.actors.units import Unit

_AIDES = frozenset({"aide", "spokesperson", "envoy", "security-adviser", "chief-of-staff", "official"})
"""Offices of those who act for another."""


def by_aide(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The body of the one whom somebody serves, with the name of who serves where a comma parts it from the rest."""
    tags = "".join(unit.tag for unit in units)
    joint = tags.find("g", tags.index("o"))
    if joint < 0:  # "the president's adviser"
        joint = tags.index("s")
        boss, serves = units[:joint], units[joint + 1 :]
    else:
        serves, boss = units[:joint], units[joint + 1 :]
    office = office_of(serves)
    if office is None or office.key not in _AIDES:
        return []
    comma = next((at for at, unit in enumerate(boss) if unit.tag == ","), len(boss))
    boss, behind = boss[:comma], boss[comma:]
    served = (by_office if any(unit.tag == "o" for unit in boss) else by_person)(context, boss)
    name = [unit for unit in (*serves, *behind) if unit.tag in "pu"]
    whose = [unit for unit in boss if unit.tag in "ca"]
    named = by_persons_name(context, [*whose, *name], office) if whose and name else []
    return named or [actor._replace(person=None, level=office.level) for actor in served[:1]]
