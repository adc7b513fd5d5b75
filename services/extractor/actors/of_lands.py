"""A body that was told of by name, by its kind and its land: "the French carmaker", "le mouvement palestinien"."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import Party, is_nameless
from services.extractor.actors.groups import homes_of
from services.extractor.actors.mention import Actor
from services.extractor.actors.names import parties_of
from services.extractor.actors.pairs import DESCRIBED_KINDS
from services.extractor.actors.units import Unit
from services.extractor.grammar import lower

_KINDS = {
    "armed-group": ("armed-group", "movement", "political-party", "company"),
    "movement": ("movement", "armed-group", "political-party"),
}
"""What kinds of bodies a noun means where a land is told, besides the one it names: "the French group", a company."""


def of_land(context: Context, units: Sequence[Unit], kind: str) -> Sequence[Actor]:
    """The body of a kind told of that is of the land of the adjective, the one told of most; else one of which no table
    says whence it is."""
    kinds = _KINDS.get(kind) or DESCRIBED_KINDS.get(kind, (kind,))
    lands = [party.country for party in parties_of(context, units) if party.kind == "country"]
    if len(lands) != 1:
        return []
    here = [actor.party for mention in context.seen for actor in mention.actors]
    told = [party for party in (*context.memory.parties, *here) if party.kind in kinds and not is_nameless(party.id)]
    own = [party for party in told if party.country == lands[0]]
    found = own or [party for party in told if party.country is None]
    return [Actor(_told_most(context, found))] if found else []


def by_land_alone(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The firm that an article calls by its land alone, in French in small letters: "le norvégien a refusé", "l'offre
    du norvégien"; no language that is spoken, nor whoever else is of that land."""
    land, behind = units[-1], units[-1].last + 1
    article = context.sentence[land.first - 1].lower if land.first else ""
    if context.grammar.shows("compounds") or context.sentence[land.first].is_capitalised:
        return []
    if not context.grammar.has("articles", article) or context.grammar.has("plural-articles", article):
        return []
    word = context.sentence[behind].lower if behind < len(context.sentence) else "."
    ends = not word[0].isalnum() or context.is_finite(word) or context.grammar.has("coordinators", word)
    firms = context.memory.every((_FIRM,))
    told = len(firms) >= _RIVALS or any(firm.country == party.country for firm in firms for party in _lands(land))
    return of_land(context, [land], _FIRM) if ends and told else []


def _lands(unit: Unit) -> Sequence[Party]:
    return unit.name.parties if unit.name is not None else ()


_FIRM = "company"

_RIVALS = 2
"""Companies of which an article tells that one may be called by its land."""


def own_body(context: Context, units: Sequence[Unit], noun: Unit) -> Sequence[Actor] | None:
    """A firm, union, party or armed group of which a noun and its land tell, which is not the state of that land: who
    was told of so, else one without a name, "group:norwegian-company". None where the noun is of another body."""
    lowered = lower(context.sentence[: noun.last + 1])
    found = (context.grammar.phrase("own-bodies", lowered, at) for at in range(noun.first, noun.last + 1))
    kind = next((one[1] for one in found if one is not None), None)
    whence = [unit for unit in units if unit.tag == "a"]
    if kind is None or not whence or any(unit.tag in _NAMES for unit in units):
        return None
    name = context.lowered(noun)
    known = of_land(context, whence, kind) if not name.endswith("s") else []
    return known or [Actor(home.group(_CALLED[kind], name, kind)) for home in homes_of(context, whence)]


_NAMES = frozenset("cqpuo")
"""Tags of names and offices, with which a noun tells of somebody else."""

_CALLED = {
    "company": "company",
    "union": "unions",
    "political-party": "party",
    "armed-group": "rebels",
    "movement": "movements",
}
"""Kinds of bodies → how the identity of one ends that has no name."""


def _told_most(context: Context, found: Sequence[Party]) -> Party:
    return max(reversed(found), key=lambda party: context.memory.counts[party.id])
