"""Who only judges what others did: "Russia and France welcomed the meeting" are no part of it."""

from collections.abc import Sequence

from schemas.negotiation import Act
from services.extractor.actors.mention import Actor
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate

_JUDGING: frozenset[Act] = frozenset({"support", "assess", "accuse"})
_ONLOOKING: frozenset[Act] = _JUDGING | {"demand"}
"""What onlookers do; the second, too, asks both sides for something."""


def is_judged(scene: Scene, noun: int) -> bool:
    """Whether the verb before a noun of talks or of a deal only tells what somebody thinks of it; not "welcomed the
    minister on his visit"."""
    verb = scene.clauses.verb_before(noun)
    if verb is None or verb.passive or scene.lexicon.told_by(verb.lemma).isdisjoint(_JUDGING):
        return False
    between = range(verb.head + 1, noun)
    return not any(one.first in between for one in scene.mentions) and not scene.clauses.crossed(verb.head + 1, noun)


def look_on(candidate: Candidate, pair: Sequence[Actor]) -> bool:
    """Whether only others than a pair that talks judge something or ask for it, "Oslo and Lima urged restraint": "the
    two countries" behind it are the pair."""
    talking = {actor.party.id for actor in pair}
    doers = {actor.party.id for actor in candidate.of("initiator")}
    return bool(talking) and candidate.act in _ONLOOKING and talking.isdisjoint(doers)
