"""Triggers → candidates: which act a word tells in its clause, and who fills the roles of its frame."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from schemas.negotiation import Role
from services.extractor.actors.mention import Actor, Mention, distinct
from services.extractor.actors.tables import members
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verbs import Verb
from services.extractor.candidate import SYMMETRIC, Candidate, Filler, Range

_NOUN_REACH = 14
"""Words behind a noun in which its complements are looked for."""

_OF_MANY = frozenset({"igo", "alliance", "forum", "coalition"})
"""Kinds of bodies whose own meetings are talks between their members."""

Found = list[tuple[Role, Mention, tuple[Actor, ...]]]


def candidates(scene: Scene, triggers: Sequence[Trigger]) -> list[Candidate]:
    """The candidate events of a sentence, in order of their triggers."""
    made = [candidate for trigger in triggers for candidate in _candidates(scene, trigger)]
    return list(_outermost(made))


def _candidates(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    verb = scene.clauses.verb_at(trigger.head)
    if bool(trigger.inflections) != (verb is not None and verb.first <= trigger.head <= verb.head):
        return
    readings = [_verbal(scene, trigger, verb)] if trigger.inflections and verb else _nominal(scene, trigger)
    for found in readings:
        candidate = _settled(_candidate(scene, trigger, found), scene, trigger) if found is not None else None
        if candidate is not None:
            yield candidate


def _candidate(scene: Scene, trigger: Trigger, found: Found) -> Candidate:
    fillers = _fillers(found, (scene.words[0].start, scene.words[-1].end))
    split = [mention for _, mention, _ in found if scene.grammar.has("reciprocal-markers", mention.marker or "")]
    candidate = Candidate(
        act=trigger.frame.act,
        sentence=scene.sentence.index,
        trigger=(split[0].start, split[0].end) if split else scene.span(trigger.first, trigger.last),
        evidence=[],
        fillers=fillers,
        score=trigger.frame.weight,
        form=trigger.frame.form,
        cameo=trigger.frame.cameo,
        heading=scene.sentence.kind in ("headline", "heading"),
    )
    candidate.forum = next((actor.party.id for _, _, actors in found for actor in actors if _is_forum(actor)), None)
    return candidate


def _is_forum(actor: Actor) -> bool:
    return actor.party.kind == "forum"


def _members(actor: Actor) -> tuple[Actor, ...]:
    """Those who meet in a forum with few members stand for it."""
    return tuple(Actor(party) for party in members(actor.party.id)) if _is_forum(actor) else ()


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


# Verbs.


def _verbal(scene: Scene, trigger: Trigger, verb: Verb) -> Found | None:
    frame = trigger.frame
    where = (max(0, verb.first - 12), verb.first) if verb.passive else (verb.head + 1, scene.clauses.end(verb))
    if not _object_fits(scene, frame, *where):
        return None
    if "item" in frame.needs and not _has_complement(scene, frame, verb):
        return None
    subject = _subject(scene, verb)
    agent = _by_agent(scene, verb) if verb.passive else None
    if frame.act in SYMMETRIC:
        return _meeting(scene, frame, verb, subject, agent)
    if verb.passive:
        return _passive(scene, frame, verb, subject, agent)
    found: Found = []
    if subject is not None:
        found.append(("initiator", subject, subject.actors))
    behind = max(verb.head, trigger.last)
    found += [
        ("counterpart", mention, mention.actors)
        for mention in scene.clauses.complements(verb)
        if (mention.marker or "object") in frame.counterpart and (mention.first > behind or mention.marker is None)
    ][:2]
    if frame.act == "demand" and not any(role == "counterpart" for role, _, _ in found):
        found += [("counterpart", mention, mention.actors) for mention in _who_shall(scene, verb)]
    return _mutual(scene, frame, verb, found)


def _who_shall(scene: Scene, verb: Verb) -> Iterator[Mention]:
    """Of whom something is demanded: the subjects of "that X do A and that Y do B"."""
    marks = [
        at for at in scene.clauses.opens if at > verb.head and scene.grammar.has("complementizers", scene.lowered[at])
    ]
    for at in sorted(marks):
        inner = scene.clauses.verb_after(at)
        subject = scene.clauses.subject(inner) if inner is not None else None
        if subject is not None and subject.last > at:
            yield subject


def _has_complement(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether what is asked follows: an infinitive, a clause, or "à" with a noun ("appelle à la retenue")."""
    end = min(verb.head + 14, len(scene.words))
    for at in range(verb.head + 1, end):
        inner = scene.clauses.verb_at(at)
        if inner is not None and inner.finite and inner.first == at:
            return False
        if (
            inner is not None
            and (inner.tense == "infinitive" or not inner.finite)
            and scene.grammar.has("infinitive-particles", scene.lowered[max(at - 1, 0)])
        ):
            return True
        if "that" in frame.item and scene.grammar.has("complementizers", scene.lowered[at]):
            return True
        if "à" in frame.item and scene.lowered[at] in ("à", "au"):
            return True
    return False


def _subject(scene: Scene, verb: Verb) -> Mention | None:
    subject = scene.clauses.subject(verb)
    if subject is None and verb.lemma in scene.lexicon.reporting:
        subject = scene.clauses.inverted_subject(verb)
    if subject is None and _first_person(scene, verb):
        return _spoken(scene, verb)
    return subject


def _first_person(scene: Scene, verb: Verb) -> bool:
    return any(scene.grammar.has("first-person", word) for word in scene.lowered[max(0, verb.first - 3) : verb.head])


def _spoken(scene: Scene, verb: Verb) -> Mention | None:
    """The speaker as the subject of "we demand"."""
    speech = scene.speech_over(verb.head)
    if speech is not None:
        return speech.speaker
    speaker = scene.speaker(verb.head)
    if speaker is None:
        return None
    start, end = scene.span(verb.first, verb.head)
    return Mention(verb.first, verb.head, start, end, "pronoun", (speaker,))


def _by_agent(scene: Scene, verb: Verb) -> Mention | None:
    return next(
        (one for one in scene.clauses.complements(verb) if scene.grammar.has("passive-markers", one.marker or "")),
        None,
    )


def _passive(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None, agent: Mention | None) -> Found:
    found: Found = []
    if agent is not None:
        together = frame.act in ("agree", "sign") and len(agent.actors) > 1
        found.append(("participant" if together else "initiator", agent, agent.actors))
    if subject is not None:
        role: Role = "counterpart" if "object" in frame.counterpart or agent is not None else "initiator"
        if frame.act in ("agree", "sign") and subject.plural and agent is None:
            role = "participant"
        if role == "counterpart" or frame.act in ("agree", "sign"):
            found.append((role, subject, subject.actors))
    return found


def _meeting(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None, agent: Mention | None) -> Found:
    found: Found = []
    role: Role = "mediator" if frame.act == "mediate" else "participant"
    for mention in (subject, agent):
        if mention is not None:
            found.append((role, mention, mention.actors))
    for mention in scene.clauses.complements(verb):
        marker = mention.marker or "object"
        if marker == "object" and _is_place_only(mention):
            continue
        if marker in frame.counterpart or _is_with(scene, mention):
            found.append(("participant", mention, mention.actors))
    return _completed(scene, found, frame)


def _mutual(scene: Scene, frame: Frame, verb: Verb, found: Found) -> Found:
    """ "X and Y agreed", "X agreed with Y": both are participants; "X agreed to the demand of Y": directed."""
    if frame.act not in ("agree", "sign"):
        return found
    partners = [one for one in scene.clauses.complements(verb) if _is_with(scene, one)]
    subject = next((mention for role, mention, _ in found if role == "initiator"), None)
    if subject is None or not (partners or len(distinct(subject.actors)) > 1):
        return found
    everybody = [subject, *partners]
    return [("participant", mention, mention.actors) for mention in everybody]


def _is_with(scene: Scene, mention: Mention) -> bool:
    marker = mention.marker or ""
    return scene.grammar.has("comitative-markers", marker) or scene.grammar.has("reciprocal-markers", marker)


def _is_place_only(mention: Mention) -> bool:
    return mention.place is not None and mention.marker in ("à", "dans", "en", "in", "at")


# Nouns.


def _nominal(scene: Scene, trigger: Trigger) -> list[Found | None]:
    frame = trigger.frame
    around = list(_around(scene, trigger))
    if not _object_fits(scene, frame, trigger.last + 1, min(trigger.last + 7, len(scene.words))):
        return []
    governing = _light_verb(scene, trigger)
    if frame.act in SYMMETRIC:
        return [_talks(scene, frame, trigger, each) for each in _one_by_one(scene, around)]
    if frame.act in ("agree", "sign"):
        return [_deal(scene, trigger, around, governing)]
    return [_directed(scene, frame, around, governing)]


def _one_by_one(scene: Scene, around: list[Mention]) -> list[list[Mention]]:
    """ "talks between A and B on Monday and between C and D on Tuesday" are two; a plain list is one."""
    pairs = [one for one in around if scene.grammar.has("reciprocal-markers", one.marker or "")]
    return [[pair] for pair in pairs] if len(pairs) > 1 else [around]


def _directed(scene: Scene, frame: Frame, around: list[Mention], governing: Verb | None) -> Found | None:
    found: Found = []
    if governing is not None:
        subject = _subject(scene, governing)
        doer = _by_agent(scene, governing) if governing.passive else subject
        if doer is not None:
            found.append(("initiator", doer, doer.actors))
    elif frame.lights:
        return None
    for mention in around:
        marker = "adjective" if mention.kind == "adjective" else mention.marker or "object"
        taken = any(role == "initiator" for role, _, _ in found)
        if marker in ("adjective", "possessive", "de", "of") and not taken and marker != "object":
            found.append(("initiator", mention, mention.actors))
        elif marker in frame.counterpart:
            found.append(("counterpart", mention, mention.actors))
    return found


def _around(scene: Scene, trigger: Trigger) -> Iterator[Mention]:
    """Mentions that belong to a noun: adjectives and compounds beside it, genitives, complements behind it."""
    yield from (mention for mention in scene.mentions if _leans_before(scene, mention, trigger.first))
    verb = scene.clauses.verb_after(trigger.last)
    yield from _behind(scene, trigger, verb.first if verb is not None else len(scene.words))
    if (
        verb is not None
        and verb.lemma in scene.lexicon.occurrence
        and not scene.clauses.crossed(trigger.last + 1, verb.first)
    ):
        # "des consultations ont eu lieu à Vienne entre A et B": the noun's own stand behind the verb.
        yield from (one for one in scene.clauses.complements(verb) if _is_with(scene, one) or _is_frame(scene, one))


def _behind(scene: Scene, trigger: Trigger, limit: int) -> Iterator[Mention]:
    last = reach = trigger.last
    compound = scene.lowered[last + 1 : last + 2] in (["-"], ["–"])
    for mention in scene.mentions:
        if mention.first <= last or mention.first >= limit:
            continue
        pair = scene.grammar.has("reciprocal-markers", mention.marker or "")
        if mention.first - last > (2 * _NOUN_REACH if pair else _NOUN_REACH) or scene.clauses.crossed(
            last + 1, mention.first
        ):
            return
        if mention.kind == "adjective":
            if mention.first > reach + 2:
                continue
        elif mention.marker is None and mention.first > last + 1 + compound:
            return
        yield mention
        reach = mention.last


def _is_frame(scene: Scene, mention: Mention) -> bool:
    """ "dans le cadre de l'OSCE", "under the auspices of the UN"."""
    marker = mention.marker or ""
    return scene.grammar.has("forum-markers", marker) or scene.grammar.has("passive-markers", marker)


def _leans_before(scene: Scene, mention: Mention, first: int) -> bool:
    """Directly before the noun: "US-Russia talks", "Russian proposal", "Kyiv's latest offer"."""
    if mention.last >= first or first - mention.last > 4:
        return False
    between = scene.lowered[mention.last + 1 : first]
    if mention.marker == "possessive":
        return "'s" in between and "," not in between
    compound = scene.grammar.language == "en" and mention.kind in ("adjective", "name", "capital", "person")
    return (
        compound
        and all(word == "-" or word[0].isalpha() for word in between)
        and not any(
            scene.clauses.verb_at(at)
            or scene.grammar.has("determiners", scene.lowered[at])
            or at in scene.clauses.opens
            for at in range(mention.last + 1, first)
        )
        and not scene.grammar.phrase("prepositions", scene.lowered, max(first - 1, 0))
        and len(between) <= 2
    )


def _light_verb(scene: Scene, trigger: Trigger) -> Verb | None:
    """The support verb that makes the noun an act ("a fait une proposition", "issued a call")."""
    before = scene.clauses.verb_before(trigger.first)
    nearest = [verb for verb in scene.clauses.verbs if verb.head < trigger.first]
    for verb in filter(None, (nearest[-1] if nearest else None, before)):
        near = trigger.first - verb.head <= 6 and not scene.clauses.crossed(verb.head + 1, trigger.first)
        if near and verb.lemma in trigger.frame.lights:
            return verb
    after = scene.clauses.verb_after(trigger.last)
    if after is not None and after.passive and after.lemma in trigger.frame.lights:
        return after
    return None


def _talks(scene: Scene, frame: Frame, trigger: Trigger, around: list[Mention]) -> Found:
    found: Found = []
    for mention in around:
        marker = mention.marker or ""
        if scene.grammar.has("passive-markers", marker):
            found.append(("mediator", mention, mention.actors))
        elif (
            not _is_place_only(mention)
            and (
                mention.kind == "adjective"
                or _is_with(scene, mention)
                or marker in ("de", "of", "possessive", "")
                or marker in frame.counterpart
                or scene.grammar.has("forum-markers", marker)
            )
            and not _is_level(scene, mention)
        ):
            found.append(("participant", mention, mention.actors))
    holder = _holder(scene, trigger, frame)
    if holder is not None and _wants_holder(scene, trigger, found, frame):
        found.insert(0, ("participant", holder, holder.actors))
    return _completed(scene, found, frame)


def _is_level(scene: Scene, mention: Mention) -> bool:
    """ "au niveau des chefs de la diplomatie" names a rank, not a party."""
    governor = mention.governor
    return governor is not None and scene.grammar.has("level-words", scene.lowered[max(governor, 0)])


def _wants_holder(scene: Scene, trigger: Trigger, found: Found, frame: Frame) -> bool:
    """The subject of the clause takes part where the noun says "with X" or "his", or hangs on a verb of holding."""
    if any(scene.grammar.has("reciprocal-markers", mention.marker or "") for _, mention, _ in found):
        return False
    parties = {actor.party.id for _, _, actors in found for actor in actors}
    with_somebody = any(scene.grammar.has("comitative-markers", mention.marker or "") for _, mention, _ in found)
    before = scene.lowered[trigger.first - 1] if trigger.first else ""
    owned = scene.grammar.has("possessives", before)
    held = _light_verb(scene, trigger) is not None
    return (with_somebody and len(parties) < 3) or ((owned or held) and len(parties) < 2)


def _holder(scene: Scene, trigger: Trigger, frame: Frame) -> Mention | None:
    verb = scene.clauses.verb_before(trigger.first) or scene.clauses.verb_after(trigger.last)
    if verb is None:
        return None
    subject = scene.clauses.subject(verb)
    if subject is None:
        subject = scene.clauses.inverted_subject(verb)
    if verb.passive and subject is None:
        return _by_agent(scene, verb)
    return subject


def _deal(scene: Scene, trigger: Trigger, around: list[Mention], governing: Verb | None) -> Found | None:
    found: Found = [
        ("participant", mention, mention.actors)
        for mention in around
        if mention.kind == "adjective"
        or _is_with(scene, mention)
        or (mention.marker or "") in ("possessive", "de", "of", "")
    ]
    if governing is None and trigger.frame.lights:
        return None
    if governing is not None:
        subject = _subject(scene, governing)
        if subject is not None and not governing.passive:
            found.insert(0, ("participant", subject, subject.actors))
    return found


# Common to both.


def _object_fits(scene: Scene, frame: Frame, first: int, end: int) -> bool:
    """Whether one of the nouns that the frame asks for stands in the complement."""
    if not frame.objects:
        return True
    wanted = scene.lexicon.object_forms(frame.objects)
    return any(word in wanted for word in scene.lowered[first:end])


def _completed(scene: Scene, found: Found, frame: Frame) -> Found:
    """Where only one side is named, the other is the rest of the pair that is talking, if it belongs to it."""
    parties = {actor.party.id for _, _, actors in found for actor in actors}
    if len(parties) == 1:
        others = scene.memory.others(next(iter(parties)))
        if others:
            _, mention, _ = found[0]
            found.append(("participant", mention, others))
    return found


def _settled(candidate: Candidate, scene: Scene, trigger: Trigger) -> Candidate | None:
    """The candidate if its roles suffice; talk of nobody in particular is the talk of the pair known."""
    parties = candidate.party_ids
    frame = trigger.frame
    if frame.act in SYMMETRIC:
        if not parties and scene.memory.pair:
            candidate.fillers = [Filler(actor, "participant") for actor in scene.memory.pair]
            candidate.remembered = True
            candidate.score *= 0.5
            return candidate
        return candidate if len(parties) >= 2 or _meets_alone(candidate, frame, scene) else None
    if frame.act in ("agree", "sign"):
        if not parties and scene.memory.pair and frame.pos != "noun":
            candidate.fillers = [Filler(actor, "participant") for actor in scene.memory.pair]
            candidate.remembered = True
            candidate.score *= 0.6
        return candidate if candidate.fillers else None
    if not candidate.of("initiator"):
        return None
    return _addressed(candidate, scene)


def _meets_alone(candidate: Candidate, frame: Frame, scene: Scene) -> bool:
    """Whether the one party named is a body of many that can meet by itself ("the Security Council will meet")."""
    if "partner" in frame.needs or not candidate.fillers:
        return False
    filler = candidate.fillers[0]
    many = filler.actor.party.kind in _OF_MANY or filler.actor.party.id.startswith("group:")
    return many and filler.actor.person is None


def _addressed(candidate: Candidate, scene: Scene) -> Candidate:
    """Between two sides that are talking, what one demands, offers or refuses is for the other."""
    initiators = candidate.of("initiator")
    if candidate.of("counterpart") or candidate.act == "assess" or len(initiators) != 1:
        return candidate
    for actor in scene.memory.others(initiators[0].party.id):
        candidate.fillers.append(Filler(replace(actor, person=None), "counterpart"))
    return candidate


def _outermost(made: Sequence[Candidate]) -> Iterator[Candidate]:
    """One candidate a trigger: the frame whose roles are best filled."""
    best: dict[tuple[int, int], Candidate] = {}
    for candidate in made:
        known = best.get(candidate.trigger)
        if known is None or (len(candidate.fillers), candidate.score) > (len(known.fillers), known.score):
            best[candidate.trigger] = candidate
    yield from best.values()
