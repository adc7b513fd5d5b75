"""Triggers → candidates: which act a word tells in its clause, and who fills the roles of its frame."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from services.extractor.actors.mention import Actor, Mention
from services.extractor.actors.tables import members
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.overlaps import apart
from services.extractor.acts.own_truces import is_own_truce
from services.extractor.acts.roles.audiences import is_for_unnamed
from services.extractor.acts.roles.in_turn import one_after_other
from services.extractor.acts.roles.nominal import nominal
from services.extractor.acts.roles.offered import offered_talks
from services.extractor.acts.roles.questions import is_open
from services.extractor.acts.roles.roles import Found, answers, subject_of
from services.extractor.acts.roles.unnamed import is_with_unnamed
from services.extractor.acts.roles.verbal import verbal
from services.extractor.acts.scene import Scene
from services.extractor.acts.settling import settled
from services.extractor.acts.threatened import is_threatened
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, Candidate, Filler, Range


def candidates(scene: Scene, triggers: Sequence[Trigger]) -> list[tuple[Candidate, Trigger]]:
    """The candidate events of a sentence with what told them, in order of their triggers; one a word."""
    if is_open(scene):
        return []
    own = _inside_names(scene)
    triggers = [one for one in triggers if one.inflections or not (one.head in own or _is_name(scene, one))]
    made: list[tuple[Candidate, Trigger]] = []
    for trigger in triggers:
        made += [(one, trigger) for one in _candidates(scene, trigger, [other for other, _ in made])]
    return apart(made, triggers, scene)


def _is_name(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun has a capital with which it is the name of something: "la commission de l'Assemblée"."""
    named = scene.words[trigger.head].is_capitalised and scene.sentence.kind == "body" and trigger.head > 0
    return named and (
        scene.grammar.has("names-in-capitals", scene.lowered[trigger.head]) or _goes_on(scene, trigger.head)
    )


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a noun among capitals is part of a body's name: "the Pacific Dialogue Group", "the Peace Talks Panel"."""
    behind = scene.lowered[at + 1 : at + 2]
    if not behind or not scene.words[at + 1].is_capitalised:
        return False
    body = scene.grammar.phrase("bodies", scene.lowered, at + 1) is not None
    return body or scene.grammar.has("bodies-behind", behind[0])


def _inside_names(scene: Scene) -> frozenset[int]:
    """The words of names of bodies: "Mediation" in that of a service tells of none."""
    bodies = [name for name in scene.names if name.kind == "organisation"]
    return frozenset(
        at for name in bodies for at in scene.words_of((name.start, name.end)) if scene.words[at].end <= name.end
    )


def _candidates(scene: Scene, trigger: Trigger, before: Sequence[Candidate]) -> Iterator[Candidate]:
    """What a trigger tells by its frame, with roles; nothing where a word of two kinds is the other one here."""
    if _spans_condition(scene, trigger):
        return
    verb = scene.clauses.verb_at(trigger.head)
    inside = verb is not None and verb.first <= trigger.head <= verb.head
    if bool(trigger.inflections) != inside and not (inside and trigger.frame.pos == "adjective"):
        return
    verb = verb.until(trigger.head, scene.grammar) if verb is not None and trigger.inflections else verb
    readings = [verbal(scene, trigger, verb)] if trigger.inflections and verb else nominal(scene, trigger)
    told = [each for one in readings for each in one_after_other(scene, trigger, one)]
    turns = _turns(told) if len(told) > len(readings) else ()
    for turn, found in enumerate(told):
        if found is not None and (refused := _refused_talks(scene, trigger, verb, found)) is not None:
            yield refused
            continue
        if found is not None and (offered := offered_talks(scene, trigger, verb, found)) is not None:
            talks = _candidate(scene, trigger, offered)
            talks.act = "talks"
            yield talks
            continue
        candidate = settled(_candidate(scene, trigger, found), scene, trigger, before) if found is not None else None
        if candidate is not None:
            candidate.mutual = candidate.waiting or _is_mutual(scene, trigger.frame)
            if trigger.frame.act == "talks" and is_with_unnamed(scene, trigger, verb):
                _doubt(candidate)
            elif verb is not None and trigger.inflections and not candidate.of("counterpart"):
                doers = {actor.party.id for actor in candidate.of("initiator")}
                candidate.with_others = is_for_unnamed(scene, trigger, verb, doers)
            candidate.turn = turn if turns else 0
            candidate.turns = turns
            candidate.answers = verb is not None and bool(trigger.inflections) and answers(scene, trigger, verb)
            if trigger.frame.negated and verb is not None and _declines(scene, verb) and candidate.of("initiator"):
                candidate.act = trigger.frame.negated
            elif is_threatened(candidate, scene, trigger, verb):
                candidate.act = "threaten"
            elif is_own_truce(candidate, scene, trigger):
                candidate.act = "concede"
                candidate.fillers = [replace(one, role="initiator") for one in candidate.fillers]
            yield candidate


def _spans_condition(scene: Scene, trigger: Trigger) -> bool:
    """Whether a condition opens inside the words of a phrase, which so is none: "faire grève si Lima ne | cède"."""
    inside = (at for at in scene.clauses.opens if trigger.head < at <= trigger.last)
    return any(scene.grammar.phrase("conditions", scene.lowered, at) for at in inside)


def _declines(scene: Scene, verb: Verb) -> bool:
    """Whether who does not do it will not, as far as is told: "has not signed"; "has not yet signed" may still."""
    return verb.negated and not scene.grammar.holds("not-yet", scene.lowered[verb.first : verb.head + 1])


def _turns(told: Sequence[Found | None]) -> tuple[Range, ...]:
    """With whom each of several talks with one after the other is."""
    return tuple((found[-1][1].start, found[-1][1].end) for found in told if found)


def _doubt(candidate: Candidate) -> None:
    """Those in mind are not whom one meets, where others are said to be met."""
    candidate.with_others = True
    for filler in candidate.fillers:
        filler.doubtful = filler.mention is None and filler.role == "participant"


def _refused_talks(scene: Scene, trigger: Trigger, verb: Verb | None, found: Found) -> Candidate | None:
    """A refusal, where one side alone says that it will not talk: "Oslo said it would not negotiate with Lima"."""
    if verb is None or not verb.negated or trigger.frame.act != "talks" or trigger.frame.negated != "reject":
        return None
    if verb.tense not in ("future", "conditional") and _UNWILLING.isdisjoint(verb.modals):
        return None
    if verb.tense == "past" and "possible" in verb.modals:
        return None  # "n'a pas pu recevoir"
    subject = subject_of(scene, verb) if trigger.inflections else None
    if subject is None or len(subject.party_ids) != 1:
        return None
    refused: Found = [("initiator", subject, subject.actors)]
    refused += [("counterpart", one, actors) for _, one, actors in found if one.party_ids.isdisjoint(subject.party_ids)]
    candidate = _candidate(scene, trigger, refused)
    candidate.act = "reject"
    return candidate


_UNWILLING = frozenset({"future", "ready", "wish", "plan", "possible"})
"""What modals say that, negated, make of talks something that one side does not want."""


def _candidate(scene: Scene, trigger: Trigger, found: Found) -> Candidate:
    fillers = _together(trigger.frame, _fillers(found, (scene.words[0].start, scene.words[-1].end)))
    split = [
        mention
        for _, mention, _ in found
        if scene.grammar.has("reciprocal-markers", mention.marker or "")
        and not (trigger.frame.act in DEALS and _are_of_talks(scene, mention, trigger))
    ]
    candidate = Candidate(
        act=trigger.frame.act,
        sentence=scene.sentence.index,
        trigger=(split[0].start, split[0].end)
        if split and trigger.frame.act != "suspend"
        else scene.span(trigger.first, trigger.last),
        evidence=[],
        fillers=fillers,
        score=trigger.frame.weight,
        form=trigger.frame.form,
        cameo=trigger.frame.cameo,
        heading=scene.sentence.is_heading,
    )
    for _, mention, actors in found:
        forum = next((actor for actor in actors if _is_forum(actor)), None)
        if forum is not None and candidate.forum is None:
            candidate.forum = forum.party.id
            candidate.grounds["forum"] = [forum.span or (mention.start, mention.end)]
    return candidate


def _are_of_talks(scene: Scene, mention: Mention, trigger: Trigger) -> bool:
    """Whether two before a deal are those of the talks that came to it: "after talks between A and B, nothing was
    signed", no "the treaty between A and B was signed"."""
    talks = mention.governor is not None and scene.lexicon.is_talks(scene.lowered[max(mention.governor, 0)])
    return mention.first <= trigger.first and (talks or trigger.frame.act == "agree")


def _is_forum(actor: Actor) -> bool:
    return actor.party.kind == "forum"


def _members(actor: Actor) -> tuple[Actor, ...]:
    """Those who meet in a forum with few members stand for it, as do states that have one name together."""
    return tuple(Actor(party) for party in members(actor.party.id))


def _fillers(found: Found, sentence: Range) -> list[Filler]:
    """One filler a party, the first role that it was found in; one known from elsewhere has no words here."""
    result: dict[str, Filler] = {}
    for role, mention, actors in found:
        for actor in (member for one in actors for member in _members(one) or (one,)):
            span = actor.span or (mention.start, mention.end)
            known = result.get(actor.party.id)
            if known is None:
                here = sentence[0] <= span[0] and span[1] <= sentence[1]
                result[actor.party.id] = Filler(actor, role, span if here else None)
            elif known.actor.person is None and actor.person is not None and known.role == role:
                known.actor = actor
    return list(result.values())


def _together(frame: Frame, fillers: list[Filler]) -> list[Filler]:
    """Several who agree, and with nobody else, agree with each other, though one name may mean them: "both Sudans"."""
    if frame.act not in DEALS or len(fillers) < _PAIR or any(one.role != "initiator" for one in fillers):
        return fillers
    return [replace(one, role="participant") for one in fillers]


_PAIR = 2
"""Parties from which on they may act with each other."""


def _is_mutual(scene: Scene, frame: Frame) -> bool:
    """Whether an agreement is made, not given: "announced a deal", where "accept" is one side's."""
    if frame.act != "agree":
        return frame.act == "sign"
    words = frame.lemma.split(" ")
    concluded = frame.objects == _DEALS_ONLY  # "Conclude", "hammer out": what one can do with nothing but a deal.
    return frame.pos == "noun" or concluded or any(word in scene.lexicon.deals for word in words[1:])


_DEALS_ONLY = ("instruments",)
