"""Whose government or ministry is meant, told by the capital that it sits in: "the government in Lima"."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.mention import Actor
from services.extractor.actors.units import Unit


def by_seat(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The state of a government, a ministry or officials by the capital that they sit in: "the government in Lima"."""
    seat, preposition = units[-1].name, context.lowered(units[-2])
    body = next(
        (unit for unit in units if unit.tag == "b" and (governs(context, unit) or _serves(context, unit))), None
    )
    if body is None or seat is None or seat.kind != "capital" or not context.grammar.has("place-markers", preposition):
        return []
    return [Actor(party) for party in seat.parties]


def governs(context: Context, unit: Unit) -> bool:
    """Whether a noun means those who govern a country, or a ministry of theirs."""
    lowered, governments = context.lowered(unit), context.grammar.sets["governments"]
    ministry = context.grammar.has("ministries", lowered.rpartition(" ")[2])  # "the foreign ministry"
    return context.text([unit]) in governments or lowered in governments or ministry


def _serves(context: Context, unit: Unit) -> bool:
    """Whether a noun means some who speak for the state where they are: "officials in Lima"; diplomats are abroad."""
    return context.grammar.has("officials", context.lowered(unit))
