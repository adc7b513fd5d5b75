"""Whose government or ministry is meant, told by the capital that it sits in: "the government in Lima"."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import Party
from services.extractor.actors.mention import Actor
from services.extractor.actors.tables import federations
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


def government_told(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Whose government is meant of which no land is told: the one named before, else that of the country that the
    article is about; a federal one is that of a federation."""
    if _is_of_none_known(context, units[0], units[-1]):
        return []
    if any(context.grammar.has("federal", context.lowered(unit)) for unit in units if unit.tag == "e"):
        return _by_federation(context)
    ministry = context.grammar.has("ministries", context.lowered(units[-1]))
    home = context.home() if ministry else _speakers_own(context, units[0].first) or at_the_table(context)
    return [Actor(home)] if home is not None else []


def _speakers_own(context: Context, first: int) -> Party | None:
    """The state of a minister or head of government who says what the government will do; one that he asks for
    something may be another."""
    speaker = next((one for one in reversed(context.seen) if one.kind != "adjective"), None)
    if speaker is None or speaker.kind != "office" or len(speaker.actors) != 1:
        return None
    between = [word.lower for word in context.sentence[speaker.last + 1 : first]]
    says = len(between) <= _SAID and context.grammar.holds("saying", between) and "," not in between
    actor = speaker.actors[0]
    return actor.party if says and actor.party.kind == "country" and actor.level in _IN_GOVERNMENT else None


_SAID = 8
"""Words from who speaks for a government to it: "des Sports Ana Dahl a déclaré lundi que"."""

_IN_GOVERNMENT = frozenset({"head-of-state-or-government", "minister", "deputy-minister"})
"""Levels of those who speak for their government."""


def _is_of_none_known(context: Context, opener: Unit, noun: Unit) -> bool:
    """Whether a determiner tells of no government in mind: "a government that", "aucun Etat"; in "a government
    official" it is another's."""
    told = context.grammar.has_any(_OF_NONE_KNOWN, context.lowered(opener))
    return told and not (context.grammar.shows("compounds") and not context.ends_phrase(noun.last + 1))


_OF_NONE_KNOWN = ("indefinite-articles", "denying-determiners")
"""Classes of determiners before a noun that means no government of which the article tells."""


def at_the_table(context: Context) -> Party | None:
    """The state whose government or army is meant: in whose capital the sentence is set, else whose government was
    named, else that of the article; where only a town of that is named, the only state of those who talk."""
    home = context.memory.cabinet or context.home()
    talking = [actor.party for actor in context.memory.pair if actor.party.kind == "country"]
    only_town = home is not None and not context.memory.counts[home.id]
    return context.scene() or (talking[0] if only_town and len(talking) == 1 else home)


def _by_federation(context: Context) -> Sequence[Actor]:
    """The federation that an article is about: what else it tells of politics at home is told of that country."""
    told = context.memory.seats.keys() | context.memory.grounds.keys()
    home = context.home(frozenset(f"country:{country}" for country in told - federations()))
    if home is None:
        return []
    context.memory.inner[home.id] += 1
    return [Actor(home)]


def governs(context: Context, unit: Unit) -> bool:
    """Whether a noun means those who govern a country, or a ministry of theirs."""
    lowered, governments = context.lowered(unit), context.grammar.sets["governments"]
    ministry = context.grammar.has("ministries", lowered.rpartition(" ")[2])  # "the foreign ministry"
    return context.text([unit]) in governments or lowered in governments or ministry


def _serves(context: Context, unit: Unit) -> bool:
    """Whether a noun means some who speak for the state where they are: "officials in Lima"; diplomats are abroad."""
    return context.grammar.has("officials", context.lowered(unit))
