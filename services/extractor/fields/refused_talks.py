"""Meetings that somebody refuses or stays away from: "refuses to meet Oslo", "skipped the meeting with Lima"."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import MARKS, Scene
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
        verb = governing(trigger, scene) if talks.act == "talks" else None
        if verb is None:
            continue
        for refusal, by in pairs:
            within = "refusal" in verb.modals and verb.first <= by.head <= verb.head
            unmeant = 0 < trigger.first - by.last <= _MEANT_TO
            turned = (talks.status == "denied" and (within or unmeant)) or _is_ruled_out(scene, by, trigger)
            if refusal.act != "reject" or not turned or refusal.party_ids - talks.party_ids:
                continue
            found.append(talks)
            refusal.fillers += [
                replace(one, role="counterpart") for one in talks.fillers if one.actor.party.id not in refusal.party_ids
            ]
    return found


def _is_ruled_out(scene: Scene, by: Trigger, talks: Trigger) -> bool:
    """Whether a phrase says that talks are out of the question, which a clause or an infinitive behind it tells: "il
    n'est pas question que Lima négocie"."""
    if by.frame.pos != "adjective" or not talks.inflections or not 0 < talks.first - by.last <= _RULED_OUT:
        return False
    opened = scene.lowered[by.last : by.last + 2]
    clause = any(scene.grammar.holds(name, opened) for name in ("complementizers", "infinitive-particles"))
    return clause and not any(word in MARKS for word in scene.lowered[by.last : talks.first])


_RULED_OUT = 8
"""Words from a phrase of ruling out to the verb of what is ruled out."""

_MEANT_TO = 4
"""Words from a refusal to the meeting that is refused."""
