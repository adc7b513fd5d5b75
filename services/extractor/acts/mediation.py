"""Who mediates what a sentence tells, where words beside it say so: "signed a truce under Omani mediation"."""

from collections.abc import Iterator, Sequence

from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.attached import attached
from services.extractor.acts.roles.meetings import is_of_talks
from services.extractor.acts.roles.roles import is_over
from services.extractor.acts.scene import Scene
from services.extractor.candidate import DEALS, Candidate, Filler

Told = tuple[Candidate, Trigger]

_MEDIATED = DEALS | {"talks"}
"""What those who mediate bring about."""

_PAIR = 2
"""Parties between whom somebody mediates."""


def with_mediators(made: Sequence[Told], triggers: Sequence[Trigger], scene: Scene) -> list[Told]:
    """Talks and deals with those who mediate them, without the mediation that is only how they came."""
    brokers = [*(one for one in scene.mentions if is_over(scene, one)), *_whose_mediation(triggers, scene)]
    if not brokers:
        return list(made)
    entered = {
        party
        for candidate, trigger in made
        if candidate.act in _MEDIATED
        for broker in brokers
        if _is_of(broker, trigger, scene)
        for party in _entered(broker, candidate)
    }
    return [told for told in made if not _is_only_how(*told, entered, brokers)]


def _whose_mediation(triggers: Sequence[Trigger], scene: Scene) -> Iterator[Mention]:
    """Those whose mediation a noun behind a word of manner tells: "under Qatari mediation"."""
    for trigger in triggers:
        if trigger.frame.act == "mediate" and not trigger.inflections:
            whose = [one for one in attached(scene, trigger) if _is_whose(scene, one)]
            if whose and _is_manner(min(trigger.first, *(one.first for one in whose)), scene):
                yield from whose


def _is_whose(scene: Scene, one: Mention) -> bool:
    marker = one.marker or ""
    own = ("genitive-markers", "agents-of-nouns")
    return one.kind == "adjective" or marker in ("possessive", "") or scene.grammar.has_any(own, marker)


def _is_manner(first: int, scene: Scene) -> bool:
    """Whether what makes a mediation the manner of something else stands before it, a determiner between."""
    opened = scene.grammar.ends_before("mediation-openers", scene.lowered, first)
    while not opened and first > 1 and scene.grammar.has("determiners", scene.lowered[first - 1]):
        first -= 1
        opened = scene.grammar.ends_before("mediation-openers", scene.lowered, first)
    return opened


def _is_of(broker: Mention, trigger: Trigger, scene: Scene) -> bool:
    """Whether a phrase of mediation stands in the clause of a word, behind it or at the head of the sentence."""
    first, last = (broker.last, trigger.first) if broker.first < trigger.first else (trigger.last, broker.first)
    own = scene.clauses.verb_at(trigger.head)
    between = [one for one in scene.clauses.verbs if one.finite and first < one.head < last and one is not own]
    opens = broker.first > trigger.first or broker.first <= _OPENING
    if not trigger.inflections:
        between = between[1:]  # "Under Omani mediation, Oslo and Lima reached a deal": the verb of a noun
    others = not trigger.inflections or trigger.frame.act == "talks" or not is_of_talks(scene, broker)
    return opens and others and not between and not scene.clauses.crossed(first + 1, last)


_OPENING = 6
"""Words before who mediates at the head of a sentence: "Grâce à l'entremise du"."""


def _entered(broker: Mention, candidate: Candidate) -> frozenset[str]:
    """Enter who mediates beside two sides; who is told to be one of them mediates nothing."""
    mine = broker.party_ids
    if mine <= {actor.party.id for actor in candidate.of("mediator")}:
        return mine
    sides = candidate.party_ids - mine
    told = {one.actor.party.id for one in candidate.fillers if one.mention is not None}
    if len(sides) < _PAIR or mine & told:
        return frozenset()
    candidate.fillers = [one for one in candidate.fillers if one.actor.party.id not in mine]
    candidate.fillers += [
        Filler(actor, "mediator", actor.span or (broker.start, broker.end)) for actor in broker.actors
    ]
    return mine


def _is_only_how(candidate: Candidate, trigger: Trigger, entered: set[str], brokers: Sequence[Mention]) -> bool:
    """Whether a noun of mediation tells nothing more than who mediated what another word tells."""
    if candidate.act != "mediate" or trigger.inflections:
        return False
    mediators = {actor.party.id for actor in candidate.of("mediator")}
    opens = any(one.governor is not None and one.governor < trigger.first < one.first for one in brokers)
    return opens or (bool(mediators) and mediators <= entered)
