"""A body that was told of by name, by its kind and its land: "the French carmaker", "le mouvement palestinien"."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import Party, is_nameless
from services.extractor.actors.mention import Actor
from services.extractor.actors.names import parties_of
from services.extractor.actors.units import Unit

_KINDS = {
    "armed-group": ("armed-group", "movement", "political-party", "company"),
    "movement": ("movement", "armed-group", "political-party"),
}
"""What kinds of bodies a noun means where a land is told, besides the one it names: "the French group", a company."""


def of_land(context: Context, units: Sequence[Unit], kind: str) -> Sequence[Actor]:
    """The body of a kind told of that is of the land of the adjective, the one told of most; else one of which no table
    says whence it is."""
    kinds = _KINDS.get(kind, (kind,))
    lands = [party.country for party in parties_of(context, units) if party.kind == "country"]
    if len(lands) != 1:
        return []
    here = [actor.party for mention in context.seen for actor in mention.actors]
    told = [party for party in (*context.memory.parties, *here) if party.kind in kinds and not is_nameless(party.id)]
    own = [party for party in told if party.country == lands[0]]
    found = own or [party for party in told if party.country is None]
    return [Actor(_told_most(context, found))] if found else []


def _told_most(context: Context, found: Sequence[Party]) -> Party:
    return max(reversed(found), key=lambda party: context.memory.counts[party.id])
