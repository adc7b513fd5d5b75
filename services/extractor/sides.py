"""Who faces whom in an article, and so whom an act of one side that names no addressee is for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations, product
from math import log2

from schemas.negotiation import Role
from services.extractor.actors.entity import Party, is_nameless
from services.extractor.actors.mention import Actor
from services.extractor.candidate import Candidate

_SHORT = 5
"""Sentences of a text too short to tell who is named often."""
_PAIR = 2
_LIKELY, _CERTAIN = 1.5, 3.5
"""Weight of an addressee that an act must have, and of one that it may do without."""
_PLAINLY = 5.0
"""Weight from which on an addressee is told of what one may well do for oneself. Of 100 guessed on labelled articles
those that weighed less, or whom fewer than three sentences named, were wrong three times as often as right."""
_FREE = frozenset({"propose", "promise", "agree"})
"""Acts that are often for nobody in particular, or for all the world."""
_OFTEN = 5
"""Sentences that name whom an act is told to be for where it does not say so; in a short text any that does. Of 110
guessed on labelled articles who were named in fewer, or less often than two others, a quarter were right."""
_WELL = 2.0
"""By how much an addressee must outweigh the next where neither the sentence names him nor the article him most."""
_MOST = 4
"""Of what they do to each other counts no more than this: where they are named tells as well."""
_BETWEEN_THEM = 0.6
"""Weight of each thing that they do to each other. At 1 the two whom an article tells most of answered everybody."""
_NEAR = (2.0, 1.0, 0.5)
"""Weight of being named in the sentence of an act, in the one before, and in that before it."""
_CAMPS = frozenset({"union", "company", "employer", "party"})
"""Kinds of bodies of which two are seldom each other's addressees."""

_CLEARLY = 0.2
"""By how much the likeliest addressee must outweigh the next: where many states are told of, nobody stands out."""

_ALWAYS = frozenset({"demand", "propose", "reject", "threaten", "accuse", "deny", "concede"})
"""Acts that are hardly ever for nobody."""


class Sides:
    """Who faces whom in an article: by what they do to and with each other, where they are named, and what they are."""

    def __init__(
        self, candidates: Sequence[Candidate], mentioned: Mapping[int, frozenset[str]], bodies: Sequence[Party]
    ) -> None:
        self._mentioned = mentioned
        self._named = Counter(party for parties in mentioned.values() for party in parties)
        self._known: dict[str, Actor] = {}
        self._facing: Counter[tuple[str, str]] = Counter()
        self._beside: Counter[tuple[str, str]] = Counter()
        self._between: set[str] = set()
        """Who mediates or hosts: hardly ever anybody's addressee."""
        for candidate in candidates:
            for actor in candidate.of("initiator", "counterpart", "participant"):
                self._known.setdefault(actor.party.id, actor)
            self._learn(candidate)
        acting = frozenset(self._known)
        self._known = {party.id: Actor(party) for party in bodies if not is_nameless(party.id)} | self._known
        self._aside = self._known.keys() - acting
        """Who is named, and told to do nothing."""

    def _learn(self, candidate: Candidate) -> None:
        initiators, counterparts, together = (
            ids_of(candidate, role) for role in ("initiator", "counterpart", "participant")
        )
        self._between |= {*ids_of(candidate, "mediator"), *ids_of(candidate, "host")}
        for one, other in product(initiators, counterparts):
            self._facing[one, other] += 2
            self._facing[other, one] += 2
        for one, other in permutations(together, 2):
            self._facing[one, other] += 1
        for one, other in permutations(initiators, 2):
            self._beside[one, other] += 1

    def facing(self, candidate: Candidate) -> list[Actor]:
        """Whom the doers of an act most likely face; empty where nobody stands out."""
        taken = candidate.party_ids
        doers = _doers(candidate)
        if any(self._facing[pair] for pair in permutations(doers, 2)):
            return []  # Both sides do it: for themselves, or for all the world.
        weighed = {
            other: self._weight(candidate, other)
            for other in self._known
            if other not in taken and not (other in self._aside and self._is_out(candidate, other))
        }
        best = max(weighed, key=lambda other: weighed[other], default=None)
        if best is None or weighed[best] < (_LIKELY if candidate.mutual or candidate.act in _ALWAYS else _CERTAIN):
            return []
        rivals = weighed.keys() - {best} - (frozenset() if best in self._aside else self._aside)
        if any(weighed[best] - weighed[other] < _CLEARLY for other in rivals):
            return []  # Who does nothing is no rival of one who does something.
        return [self._known[best]]

    def _is_out(self, candidate: Candidate, other: str) -> bool:
        """Whether who is told to do nothing is no addressee: of an act that is often for nobody, or where only its own
        sentence names him, and has him for something else."""
        here = other in self._mentioned.get(candidate.sentence, ())
        return candidate.act in _FREE or self._named[other] == here

    def is_doubtful(self, candidate: Candidate, other: Actor) -> bool:
        """Whether too little speaks for an addressee for him to be told."""
        meant = other.party.id
        if len(self._mentioned) <= _SHORT:
            return False
        if self._is_apart(candidate, meant):
            return True
        free = candidate.act in _FREE and self._weight(candidate, meant) < _PLAINLY
        return not candidate.mutual and (free or self._is_far(candidate, meant))

    def _is_apart(self, candidate: Candidate, other: str) -> bool:
        """Whether an article names a body seldom, or two others more often; or one, and it stands out by nothing else.

        Not where the doers do much to it and with it, or each of the last sentences names it; nor a union's company.
        """
        near = [other in self._mentioned.get(candidate.sentence - back, ()) for back in range(len(_NEAR))]
        if all(near) or self._faced(candidate, other) >= _MOST or self._is_employer(candidate, other):
            return False
        times = self._named[other]
        ahead = sum(more > times for more in self._named.values())
        if times < _OFTEN or ahead >= _PAIR:
            return True
        rivals = self._known.keys() - candidate.party_ids - {other}
        return (
            bool(ahead)
            and not near[0]
            and any(self._weight(candidate, other) - self._weight(candidate, one) < _WELL for one in rivals)
        )

    def _is_employer(self, candidate: Candidate, other: str) -> bool:
        doers = candidate.of("initiator", "participant")
        return self._known[other].party.kind == "company" and all(doer.party.kind == "union" for doer in doers)

    def _faced(self, candidate: Candidate, other: str) -> int:
        """How much the doers of an act and a body do to and with each other, as far as it tells."""
        doers = _doers(candidate)
        return min(_MOST, sum(self._facing[doer, other] for doer in doers))

    def _is_far(self, candidate: Candidate, other: str) -> bool:
        """Whether a body never faces the doers and is not named near."""
        doers = _doers(candidate)
        near = (candidate.sentence, candidate.sentence - 1)
        return not any(self._facing[doer, other] for doer in doers) and not any(
            other in self._mentioned.get(at, ()) for at in near
        )

    def _weight(self, candidate: Candidate, other: str) -> float:
        """How likely an act is for a body; the parts were weighed by hand, by what holds of most articles."""
        doers = _doers(candidate)
        beside = sum(self._beside[doer, other] for doer in doers)
        named = log2(1 + self._named[other])
        near = sum(
            weight for back, weight in enumerate(_NEAR) if other in self._mentioned.get(candidate.sentence - back, ())
        )
        return (
            _BETWEEN_THEM * self._faced(candidate, other)
            + named
            + near
            - 1.5 * beside
            - 2 * self._same_camp(doers, other)
            - 2 * (other in self._between)
        )

    def _same_camp(self, doers: Sequence[str], other: str) -> bool:
        kind = self._known[other].party.kind
        return kind in _CAMPS and any(self._known[doer].party.kind == kind for doer in doers)


def ids_of(candidate: Candidate, role: Role) -> list[str]:
    """The ids of who has a role in an act."""
    return [actor.party.id for actor in candidate.of(role)]


def _doers(candidate: Candidate) -> list[str]:
    return ids_of(candidate, "initiator") or ids_of(candidate, "participant")
