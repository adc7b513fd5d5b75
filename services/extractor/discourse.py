"""What only the whole article tells: which sides face each other, and so whom an act without an addressee is for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from services.extractor.actors.entity import Party
from services.extractor.actors.mention import Actor
from services.extractor.candidate import Candidate, Filler

_NAMELESS = "group:"


def named(candidates: Sequence[Candidate], bodies: Sequence[Party]) -> Sequence[Candidate]:
    """Give people who act together ("teachers") the body of their kind that the article names only later.

    `bodies` are all that the article names, in order of their last mention.
    """
    known = {body.kind: body for body in bodies if not body.id.startswith(_NAMELESS)}
    for candidate in candidates:
        for filler in candidate.fillers:
            party = filler.actor.party
            if party.id.startswith(_NAMELESS) and party.kind in known and party.name.islower():
                filler.actor = replace(filler.actor, party=known[party.kind])
        candidate.fillers = list({filler.actor.party.id: filler for filler in reversed(candidate.fillers)}.values())
        candidate.fillers.reverse()
    return candidates


_BETWEEN = frozenset(
    {"talks", "mediate", "agree", "sign", "suspend", "propose", "demand", "reject", "promise", "threaten", "concede"}
)
_SURE = 0.5
_SHORT = 5
_ENOUGH = 3
"""So many acts of a negotiation make an article one about it, even where its parties stand alone."""

_ADDRESSED = frozenset({"propose", "demand", "promise", "agree", "reject", "threaten", "accuse", "deny", "concede"})


def addressed(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Give acts of one side that name no addressee the other side as theirs, where the article has two sides."""
    rivals = _rivals(candidates)
    for candidate in candidates:
        initiators = candidate.of("initiator")
        if candidate.act not in _ADDRESSED or candidate.of("counterpart", "participant") or len(initiators) != 1:
            continue
        others = rivals.get(initiators[0].party.id)
        if others is not None:
            candidate.fillers.append(Filler(replace(others, person=None), "counterpart"))
    return candidates


def between_parties(candidates: Sequence[Candidate], sentences: int) -> Sequence[Candidate]:
    """The candidates if the article is about a negotiation at all: something in it is between two parties.

    Where nothing is, "demands" and "offers" are those of customers, coaches and courts. A text of a few sentences is
    too short to tell.
    """
    if sentences <= _SHORT:
        return candidates
    core = [one for one in candidates if one.act in _BETWEEN and one.score >= _SURE]
    if len(core) >= _ENOUGH or any(len(one.party_ids) > 1 for one in core):
        return candidates
    return [one for one in candidates if len(one.party_ids) > 1]


def _rivals(candidates: Sequence[Candidate]) -> dict[str, Actor]:
    """Party id → the body that it most often stands together with in one act."""
    together: dict[str, Counter[str]] = {}
    known: dict[str, Actor] = {}
    for candidate in candidates:
        actors = candidate.of("initiator", "counterpart", "participant")
        for actor in actors:
            known[actor.party.id] = actor
            others = [other.party.id for other in actors if other.party.id != actor.party.id]
            together.setdefault(actor.party.id, Counter()).update(others)
    return {party: known[counts.most_common(1)[0][0]] for party, counts in together.items() if counts}
