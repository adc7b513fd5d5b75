"""Who governs and leads a party besides: "Prime Minister Liv Dahl's Labour Party", "Dahl, cheffe du Parti du centre".

Where parties of his country deal with each other he stands for his own, whatever he governs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from services.extractor.actors.entity import Party
from services.extractor.actors.memory import Memory
from services.extractor.actors.mention import Actor, Mention
from services.extractor.actors.tables import organisations, parties_led
from services.extractor.candidate import Candidate
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_POLITICAL, _LEADING = "political-party", "leader"

_RELATIVE = 3
"""Words of ", who leads"."""

_BESIDE = 2
"""Words from the genitive of a leader to his party, what the press says of it between: "Dahl's own Labour Party"."""


def partisans(found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> Iterator[tuple[str, Party]]:
    """(id of a person who acts for a state, his party) of those whom a sentence tells to be of one or to lead it."""
    for one, other in pairwise(found):
        if _is_of_state(one) and _is_party(other) and _are_tied(one, other, sentence, grammar):
            yield _person(one), other.actors[0].party
        elif _is_party(one) and _is_of_state(other) and _is_his(one, other, sentence, grammar):
            yield _person(other), one.actors[0].party


def _is_of_state(mention: Mention) -> bool:
    alone = len(mention.actors) == 1 and mention.kind in ("person", "office")
    return alone and mention.actors[0].person is not None and mention.actors[0].party.kind == "country"


def _is_party(mention: Mention) -> bool:
    alone = len(mention.actors) == 1 and mention.kind in ("name", "office")
    return alone and mention.actors[0].person is None and mention.actors[0].party.kind == _POLITICAL


def _person(mention: Mention) -> str:
    person = mention.actors[0].person
    return person.id if person is not None else ""


def _are_tied(person: Mention, party: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a party behind a person is his: "Dahl's Labour Party", "Dahl (Labour)", "Dahl, leader of the Labour
    Party", "Dahl, who leads the Labour Party"."""
    between = lower(sentence[person.last + 1 : party.first])
    if person.marker == "possessive":
        return len(between) <= _BESIDE and not _tells_of_others(party, sentence, grammar)
    if party.kind == "office":
        return between in ([","], [",", "the"], ["-"])
    if between == ["("]:
        return [word.text for word in sentence[party.last + 1 : party.last + 2]] == [")"]
    opened = len(between) == _RELATIVE and between[0] == ","
    return opened and grammar.has("relatives", between[1]) and grammar.has("leading", between[2])


def _tells_of_others(party: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the noun behind a party means those who face the one before: "Dahl's Labour rivals"."""
    behind = sentence[party.last + 1 : party.last + 2]
    return bool(behind) and grammar.has("opposing-nouns", behind[0].lower)


def _is_his(party: Mention, person: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a party before a person is his: "les conservateurs de la chancelière", "Labour leader and Prime Minister
    Liv Dahl"."""
    if person.governor == party.last and grammar.has("genitive-markers", person.marker or ""):
        return True
    between = lower(sentence[party.last + 1 : person.first])
    joint = len(between) == 1 and grammar.has("coordinators", between[0])
    return joint and person.kind == "office" and grammar.has("party-members", sentence[party.last].lower)


def before_parties(
    found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar
) -> Iterator[tuple[Mention, bool]]:
    """(mention, whether it is new): a party with the genitive of him whose it is before it as one, in English."""
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        owned = other is not None and one.marker == "possessive" and _is_of_state(one) and _is_party(other)
        if other is not None and owned and _are_tied(one, other, sentence, grammar):
            yield replace(other, first=one.first, start=one.start), True
            at += 2
        else:
            yield one, False
            at += 1


def for_their_parties(told: Sequence[Candidate], memory: Memory, day: date | None) -> Sequence[Candidate]:
    """The events, in those that are between parties of a country who governs it as his party, if it is known."""
    for one in told:
        rivals = {filler.actor.party for filler in one.fillers if filler.actor.party.kind == _POLITICAL}
        for filler in list(one.fillers) if rivals else ():
            own = _own_party(filler.actor, memory, day)
            if own is None or not any(rival.country == own.country and rival.id != own.id for rival in rivals):
                continue
            if own.id not in one.party_ids:
                filler.actor = filler.actor._replace(party=own)
            elif any(other.actor.party == own and other.role == filler.role for other in one.fillers):
                one.fillers.remove(filler)
    return told


def _own_party(actor: Actor, memory: Memory, day: date | None) -> Party | None:
    """The party of somebody who acts for a state: the one that the article tells, or that tables tell and it names."""
    if actor.person is None or actor.party.kind != "country":
        return None
    own = memory.partisans.get(actor.person.id) or _led(actor.person.id, memory, day)
    return own if own is not None and f"country:{own.country}" == actor.party.id else None


def _led(person: str, memory: Memory, day: date | None) -> Party | None:
    led = (
        organisations()[tenure.party]
        for tenure in parties_led().get(person, ())
        if tenure.office == _LEADING and memory.counts[tenure.party] and (day is None or tenure.covers(day))
    )
    return next((party for party in led if party.kind == _POLITICAL), None)
