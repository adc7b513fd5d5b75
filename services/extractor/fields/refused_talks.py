"""Meetings that somebody refuses or stays away from: "refuses to meet Oslo", "skipped the meeting with Lima"."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate
from services.extractor.fields.how_real.governing import governing


def is_missed(trigger: Trigger, scene: Scene) -> bool:
    """Whether a meeting takes place, and only somebody is not there: "refused to attend the summit"."""
    verb = governing(trigger, scene)
    return verb is not None and verb.lemma in scene.lexicon.attending


def is_shunned(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether one of the two stays away from what would be their meeting: "skipped the meeting with Lima", "ne s'est
    pas rendu à la réunion"."""
    verb = governing(trigger, scene) if not trigger.inflections else None
    if verb is None or trigger.first < verb.head:
        return False
    absent = verb.negated and (verb.lemma in scene.lexicon.attending or verb.is_of("arrivals", scene.grammar))
    if not absent and not scene.grammar.has("staying-away", verb.lemma):
        return False
    subject = scene.clauses.subject(verb)
    return subject is not None and not candidate.party_ids.isdisjoint(subject.party_ids)


def turned_down(pairs: Sequence[tuple[Candidate, Trigger]], scene: Scene) -> list[Candidate]:
    """The talks that the verb before them refuses: "refuses to meet Oslo", "has no intention of meeting Oslo" are one
    refusal, of Oslo."""
    found: list[Candidate] = []
    for talks, trigger in pairs:
        verb = governing(trigger, scene) if talks.act == "talks" and talks.status == "denied" else None
        if verb is None:
            continue
        for refusal, by in pairs:
            within = "refusal" in verb.modals and verb.first <= by.head <= verb.head
            unmeant = 0 < trigger.first - by.last <= _MEANT_TO
            if refusal.act != "reject" or not (within or unmeant) or refusal.party_ids - talks.party_ids:
                continue
            found.append(talks)
            refusal.fillers += [
                replace(one, role="counterpart") for one in talks.fillers if one.actor.party.id not in refusal.party_ids
            ]
    return found


_MEANT_TO = 2
"""Words from a refusal to the meeting that is refused."""
