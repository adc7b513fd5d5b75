"""What only the whole article tells: which sides face each other, and so whom an act without an addressee is for."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from schemas.negotiation import Act, Role
from services.extractor.actors.entity import EVERY_UNION, NAMELESS, Party, is_nameless
from services.extractor.actors.mention import Actor
from services.extractor.actors.tables import union_members
from services.extractor.candidate import DEALS, TOGETHER, Candidate, Filler
from services.extractor.merge import says_something
from services.extractor.sides import Sides, ids_of


def named(
    candidates: Sequence[Candidate], bodies: Sequence[Party], mentioned: Mapping[int, frozenset[str]], rivals: bool
) -> Sequence[Candidate]:
    """Give people who act together ("teachers") the body of their kind that the article names only later.

    `bodies` are all that the article names, in order of their last mention; `mentioned` are the ids of those that
    each sentence names. Of several the one is meant that most sentences name, of these the latest; no one of several
    unions where a trade has `rivals`, as in France.
    """
    known: dict[str, list[Party]] = {}
    told = Counter(party for parties in mentioned.values() for party in parties)
    for body in sorted(bodies, key=lambda one: told[one.id]):
        if not is_nameless(body.id):
            known.setdefault(body.kind, []).append(body)
    for candidate in candidates:
        for filler in list(candidate.fillers):
            party = filler.actor.party
            own = known.get(party.kind, []) if is_nameless(party.id) and party.name.islower() else []
            if party.kind == _STATES:
                own = []  # "Les pays pauvres" are no coalition that is named.
            if party.kind == _FIRM and party.id not in _OF_ONE_FIRM:
                own = []  # "Les assureurs" are no firm that is named.
            if party.country is not None:
                # Of the rebels or unions of a land those are meant; its farmers are no union.
                led = party.id.endswith(_EVERY_ONE)
                own = [one for one in own if one.country == party.country and (led or one.kind in _LED)]
            if party.id.endswith(_EVERY_ONE) and len(own) > _AT_ONE_TABLE:
                own = []  # Not every union of a long article is meant.
            if rivals and party.kind == _UNION and not party.id.endswith(_EVERY_ONE) and len(own) > 1:
                own = []  # "Les agriculteurs" are no one of two unions.
            if own:
                meant = own if party.id.endswith(_EVERY_ONE) else own[-1:]
                filler.actor = filler.actor._replace(party=meant[0])
                candidate.fillers += [replace(filler, actor=filler.actor._replace(party=one)) for one in meant[1:]]
        candidate.fillers = list({filler.actor.party.id: filler for filler in reversed(candidate.fillers)}.values())
        candidate.fillers.reverse()
    return candidates


def told_first(candidates: Sequence[Candidate], pair: Sequence[Actor]) -> list[Candidate]:
    """Give talks that were told of before anybody who talks the pair that the article is about; without one they go."""
    for candidate in candidates:
        if not candidate.fillers:
            candidate.fillers = [Filler(actor._replace(person=None), "participant") for actor in pair]
            candidate.remembered = True
    return [one for one in candidates if one.fillers]


_AT_ONE_TABLE = 4
"""Unions that "the unions" may be, at most."""

_EVERY_ONE = (EVERY_UNION.removeprefix(NAMELESS), "social-partners")
"""How the ids end of those who are all bodies of their kind."""

_FIRM, _STATES, _UNION = "company", "coalition", "union"
_OF_ONE_FIRM = frozenset({f"{NAMELESS}management", f"{NAMELESS}companies"})
"""Who a firm of the article may be that it names later; a trade is more than one of its firms."""

_LED = frozenset({"armed-group"})
"""Kinds of bodies for which an article also says whence their people are: "les rebelles casamançais"."""

_BETWEEN = TOGETHER | {"suspend", "propose", "demand", "reject", "promise", "threaten", "concede"}
_SURE = 0.5
_SHORT = 5
_JOINT = TOGETHER | {"suspend"}
_SCARCE, _SPARSE = 0.18, 0.15
"""Shares of sentences with a word of negotiating, below which an article is not one about a negotiation: where none
is told of two named parties, and where one is. At .28 and .2 a fifth of what readers found in unread articles was
passed over, as often right as the rest; at .18 and .15 four in a hundred articles without negotiation tell an event."""
_DENSE = 0.5
"""Share from which on an article is about a negotiation, however little of it has two named parties."""
_SEVERAL = 3
"""So many acts of a negotiation between two parties make an article one about it, however few its words of negotiating:
of what was passed over in such articles of unread press readers' lists held two in three; of articles without any
negotiation one in a hundred tells as much."""
_ENOUGH = 3
"""So many acts of a negotiation make an article one about it, even where its parties stand alone."""

_ADDRESSED = frozenset(
    {"propose", "demand", "promise", "agree", "suspend", "reject", "threaten", "accuse", "deny", "concede"}
)
_RIVAL = 1.5
"""A body named by more than this many times as many sentences as one of a pair is a third side."""


def undisputed(candidates: Sequence[Candidate], mentioned: Mapping[int, frozenset[str]]) -> Sequence[Candidate]:
    """Take back who was only remembered to be talking, where the article names a third side as often.

    "The summit" is that of the pair only in an article about the two; candidates that are left without parties go.
    """
    named = Counter(party for parties in mentioned.values() for party in parties)
    between = {party for one in candidates for party in ids_of(one, "mediator") + ids_of(one, "host")}
    return [one for one in candidates if _keeps(one, named, between)]


def _keeps(candidate: Candidate, named: Mapping[str, int], between: Set[str]) -> bool:
    known = [filler for filler in candidate.fillers if filler.mention is None and filler.role == "participant"]
    if candidate.act not in TOGETHER or not known or candidate.place is not None:
        return True  # What took place somewhere was between somebody: whom the article is about is the best guess.
    weakest = min(named.get(filler.actor.party.id, 0) for filler in known)
    apart = candidate.party_ids | between
    if not any(
        times > _RIVAL * weakest for party, times in named.items() if party not in apart and not is_nameless(party)
    ):
        return True
    candidate.fillers = [filler for filler in candidate.fillers if filler not in known]
    return len(candidate.party_ids) > 1


def addressed(
    candidates: Sequence[Candidate], mentioned: Mapping[int, frozenset[str]], bodies: Sequence[Party]
) -> Sequence[Candidate]:
    """Give acts of one side that name no addressee whom they answer, else the other side as theirs.

    `mentioned` are the ids of the bodies that each sentence, by its index, names; `bodies` are all of them.
    """
    sides = Sides(candidates, mentioned, bodies)
    for at, candidate in enumerate(candidates):
        alone = candidate.mutual and len(candidate.party_ids) == 1
        if candidate.of("counterpart", "participant") and not alone:
            continue
        others, doubtful = answered(candidate, candidates[:at]), False
        if not others and (candidate.act in _ADDRESSED or alone):
            others = [one for one in sides.facing(candidate) if not _sits_in(candidate, one)]
            doubtful = candidate.with_others or any(sides.is_doubtful(candidate, other) for other in others)
        others = [one for one in others if one.party.id not in candidate.party_ids]
        role: Role = "counterpart"
        if others and candidate.mutual:
            role = "participant"
            candidate.fillers = [
                replace(one, role=role) if one.role == "initiator" else one for one in candidate.fillers
            ]
        candidate.fillers += [Filler(other._replace(person=None), role, doubtful=doubtful) for other in others]
    return [one for one in candidates if not one.waiting or _is_of_its_own(one, candidates)]


def _sits_in(candidate: Candidate, other: Actor) -> bool:
    """Whether a state is a member of the union that met: "EU ministers met" without facing one of them."""
    states = (union_members().get(party, frozenset()) for party in candidate.party_ids)
    return candidate.act == "talks" and any(other.party.country in members for members in states)


def _is_of_its_own(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether talks whose other side only the whole article tells are others than those that it tells outright."""
    if len(candidate.party_ids) < _PAIR:
        return not candidate.party_ids.isdisjoint(union_members())  # a union meets by itself
    alike = [
        one
        for one in candidates
        if one is not candidate and one.act == "talks" and candidate.party_ids <= one.party_ids
    ]
    here = any(one.sentence == candidate.sentence for one in alike)
    return not here and (not alike or says_something(candidate))


_PAIR = 2


_ANSWERED: Mapping[Act, frozenset[Act]] = {
    "reject": DEALS | frozenset({"propose", "demand", "threaten", "accuse", "promise"}),
    "agree": frozenset({"propose", "demand"}),
    "deny": frozenset({"accuse", "threaten"}),
    "support": DEALS | frozenset({"propose", "promise", "concede", "demand"}),
}
"""Act → what it may answer."""

_ANSWER_REACH = 4
"""Sentences between an act and its answer."""


def answered(candidate: Candidate, before: Sequence[Candidate]) -> list[Actor]:
    """Whose act a reader takes an answer ("rejected the demand", "said no") to be about; empty where none is near.

    The latest that was addressed to who answers goes before the latest of all.
    """
    if not candidate.answers:
        return []
    doers = frozenset(ids_of(candidate, "initiator"))
    rivals = frozenset[str]().union(*(one.party_ids for one in before if doers & one.party_ids)) - doers
    near = [  # Who faces somebody else does not refuse a deal of others: "two years ago Peru signed one with Chile".
        one
        for one in reversed(before)
        if one.act in _ANSWERED.get(candidate.act, ())
        and (candidate.sentence - one.sentence <= _ANSWER_REACH or _is_the_deal(candidate, one))
        and one.trigger != candidate.trigger
        and _authors(one)
        and not doers & {actor.party.id for actor in _authors(one)}
        and not (rivals and one.act in DEALS and rivals.isdisjoint(one.party_ids) and candidate.act == "reject")
    ]
    to_them = [one for one in near if doers & frozenset(ids_of(one, "counterpart"))]
    return next((_authors(one) for one in (*to_them, *near)), [])


def _is_the_deal(candidate: Candidate, one: Candidate) -> bool:
    """Whether what others welcome may be a deal told of before, however far: "Peru welcomed the outcome"."""
    return candidate.act == "support" and one.act in DEALS and len(one.of("participant")) >= _PAIR


def _authors(candidate: Candidate) -> list[Actor]:
    return candidate.of("initiator") or candidate.of("participant")


def between_parties(candidates: Sequence[Candidate], sentences: int, telling: int) -> Sequence[Candidate]:
    """The candidates if the article is about a negotiation at all.

    `telling` of its `sentences` hold a word of negotiating itself. Where these are few, "demands" and "offers" are
    those of customers, coaches and courts: only what is told of two named parties counts, and what else these do to
    each other, unless several acts are told of two parties at all. Where nothing is told of two parties, nothing
    counts but what statesmen demand, promise or refuse. A text of a few sentences is too short to tell.
    """
    if sentences <= _SHORT:
        return candidates
    if sum(one.act in _BETWEEN and len(one.party_ids) > 1 for one in candidates) >= _SEVERAL:
        return candidates
    proven = [one for one in candidates if _is_proven(one) or _faces(one)]
    if telling < sentences * (_SPARSE if proven else _SCARCE):
        several = len({one.sentence for one in proven}) > 1
        sides = frozenset[str]().union(*(one.party_ids for one in proven)) if several else frozenset[str]()
        return [one for one in candidates if one in proven or _is_among(one, proven, sides) or _is_statesmans(one)]
    core = [one for one in candidates if one.act in _BETWEEN and one.score >= _SURE]
    if telling >= sentences * _DENSE or len(core) >= _ENOUGH or any(len(one.party_ids) > 1 for one in core):
        return candidates
    return [one for one in candidates if len(one.party_ids) > 1 or _is_statesmans(one)]


_POLITICAL = frozenset({"country", "political-party"})
_ONE_SIDED = frozenset({"demand", "promise", "reject", "concede", "agree"})


def _is_statesmans(candidate: Candidate) -> bool:
    """Whether a verb tells what a person who speaks for a state or a party demands, promises, refuses or grants.

    Of 20 such acts that 678 articles tell, most of them else about no negotiation, readers' lists hold 15.
    """
    if candidate.act not in _ONE_SIDED or candidate.told_by != "verb":
        return False
    doers = [one.actor for one in candidate.fillers if one.role == "initiator" and one.mention is not None]
    return any(one.person is not None and one.party.kind in _POLITICAL for one in doers)


_FACING = frozenset({"propose", "demand", "promise", "reject", "concede", "threaten", "suspend"})
_BODIES = frozenset({"country", "igo", "alliance", "armed-group", "union", "employer", "political-party", "coalition"})


def _faces(candidate: Candidate) -> bool:
    """Whether an act from one body to another is told in so many words: the addressee is named beside it.

    What a political party and its own state want of each other is politics as usual.
    """
    if candidate.act not in _FACING or candidate.score < _SURE or not candidate.told_by:
        return False  # What no word tells but "must", "will": people say it of much that is no dispute.
    labour = any(one.actor.party.kind == "union" for one in candidate.fillers)
    kinds = _BODIES | {"company"} if labour else _BODIES
    bodies = [one for one in candidate.fillers if one.actor.party.kind in kinds]
    homes = {one.actor.party.country for one in bodies if one.actor.party.kind == "political-party"}
    at_home = any(f"country:{home}" in candidate.party_ids for home in homes)
    addressed = any(one.role == "counterpart" and one.mention is not None for one in bodies)
    return addressed and not at_home and any(one.role == "initiator" for one in bodies)


def _is_proven(candidate: Candidate) -> bool:
    """Whether a negotiation is told in so many words: both parties named, who met, agreed, signed or had a mediator."""
    named = {filler.actor.party.id for filler in candidate.fillers if filler.mention is not None}
    return candidate.act in _JOINT and len(named) > 1 and not candidate.remembered


def _is_among(candidate: Candidate, proven: Sequence[Candidate], sides: Set[str]) -> bool:
    """Whether an act is between parties of whom a negotiation is told; where it is told more than once, any of them."""
    parties = candidate.party_ids
    return len(parties) > 1 and (parties <= sides or any(parties <= one.party_ids for one in proven))
