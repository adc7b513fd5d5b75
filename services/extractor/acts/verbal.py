"""Who fills the roles of a verb's frame."""

from collections.abc import Iterator

from schemas.negotiation import Role
from services.extractor.actors.mention import Actor, Mention, distinct
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles import (
    Found,
    by_agent,
    completed,
    is_broker,
    is_place_only,
    is_with,
    object_fits,
    subject_of,
)
from services.extractor.acts.scene import Scene, reports
from services.extractor.acts.verbs import Verb
from services.extractor.candidate import SYMMETRIC

_OF_OTHERS = frozenset({"reject", "accuse", "support", "deny", "agree"})
"""Acts whose object is somebody else's act: whose it is, is whom they are aimed at."""

_SURE = 0.6
"""Weight of a frame from which on its participle alone tells the act."""

_OBJECT_REACH = 6
"""Words behind a verb in which its object says whose it is."""


_OBJECT_BEFORE = 12
"""Words before a passive verb in which its subject stands."""


def verbal(scene: Scene, trigger: Trigger, verb: Verb) -> Found | None:
    """Who fills the roles of a verb's frame; None where its clause does not hold what the frame needs."""
    frame = trigger.frame
    if not object_fits(scene, frame, *_complement(scene, frame, verb)) or _has_no_object(scene, frame, verb):
        return None
    if not _has_what_it_needs(scene, frame, verb):
        return None
    if frame.weight < _SURE and verb.passive and not verb.finite:
        return None  # "la rencontre tant attendue" says nothing of who waits.
    subject = subject_of(scene, verb)
    if frame.act == "suspend" and not verb.passive and subject is not None and _is_about_talks(scene, verb, subject):
        return _broken_off(scene, verb, subject)
    agent = by_agent(scene, verb) if verb.passive else None
    if frame.act in SYMMETRIC:
        return _meeting(scene, frame, verb, subject, agent)
    if verb.passive:
        passive = _passive(scene, frame, verb, subject, agent)
        return _broken_off(scene, verb) if frame.act == "suspend" and not passive else passive
    found: Found = []
    if subject is not None:
        found.append(("initiator", subject, subject.actors))
    behind = max(verb.head, trigger.last)
    found += [
        ("counterpart", mention, _apart(scene, mention, subject))
        for mention in scene.clauses.complements(verb)
        if (mention.marker or "object") in frame.counterpart and (mention.first > verb.head or mention.marker is None)
    ][:2]
    found += [("counterpart", one, one.actors) for one in _asked(scene, frame, verb, subject)]
    if frame.act == "suspend" and subject is None and not found:
        return _broken_off(scene, verb)
    if frame.act == "demand" and not any(role == "counterpart" for role, _, _ in found):
        found += [("counterpart", mention, mention.actors) for mention in _who_shall(scene, verb)]
    if frame.act == "threaten" and not any(role == "counterpart" for role, _, _ in found):
        found += [("counterpart", mention, mention.actors) for mention in _who_must(scene, verb, subject)]
    captives = frame.act == "concede" and "captives" in frame.objects  # "ten American prisoners": to America
    if (frame.act in _OF_OTHERS or captives) and not any(role == "counterpart" for role, _, _ in found):
        found += [("counterpart", mention, mention.actors) for mention in _whose(scene, behind, subject)]
    return _mutual(scene, frame, verb, found)


def _has_no_object(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a preposition follows a verb that needs its object: "returned on the train with the soldiers"."""
    if scene.grammar.language != "en" or verb.passive or not frame.objects or " " in frame.lemma:
        return False
    at = verb.head + 1
    while at < len(scene.words) and scene.grammar.has("adverbs", scene.lowered[at]):
        at += 1
    if at >= len(scene.words) or frame.item != ("object",):
        return False
    own = scene.grammar.phrase("prepositions", scene.lowered, at)
    return own is not None and own[1] not in frame.counterpart


def _asked(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None) -> Iterator[Mention]:
    """The pronoun before a verb that says to whom it is done: "ils lui demandent"."""
    own = subject.party_ids if subject is not None else frozenset()
    for one in scene.mentions:
        clitic = one.kind == "pronoun" and one.marker in frame.counterpart and verb.first - 1 <= one.first < verb.head
        if clitic and not one.party_ids & own:
            yield one


def _stays_silent(scene: Scene, verb: Verb) -> bool:
    """Whether what one refuses is only to speak: "a refusé de commenter" rejects nobody's offer."""
    group = scene.clauses.verb_at(verb.head)
    inner = group if group is not None and group.head > verb.head else _next_infinitive(scene, verb)
    return inner is not None and inner.lemma in scene.lexicon.silence


def _is_idle(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive says only what there is an occasion or interest for, or what something aims at."""
    group = scene.clauses.verb_at(verb.head) or verb
    at = group.first
    if group.tense != "infinitive" or at < _PARTICLE:
        return False
    particle = at if scene.grammar.has("infinitive-particles", scene.lowered[at]) else at - 1
    if not scene.grammar.has("infinitive-particles", scene.lowered[particle]):
        return False
    return scene.grammar.has("idle-nouns", scene.lowered[particle - 1])


_PARTICLE = 2
"""Words before an infinitive where the noun stands that it hangs on: "l'occasion d'accepter"."""


def _is_blamed(scene: Scene, verb: Verb) -> bool:
    """Whether a deed is only what somebody is accused of: "accuse Lima d'avoir rompu les négociations"."""
    group = scene.clauses.verb_at(verb.head) or verb
    if group.tense not in ("infinitive", "gerund"):
        return False
    matrix = next((one for one in reversed(scene.clauses.verbs) if one.head < group.first), None)
    if matrix is None or group.first - matrix.head > _BLAME_REACH or matrix.lemma not in scene.lexicon.accusing:
        return False
    between = scene.lowered[matrix.head + 1 : group.first + 1]
    particle = scene.grammar.has("infinitive-particles", between[-2]) if len(between) > 1 else False
    opened = particle or scene.grammar.has("infinitive-particles", between[-1]) or group.tense == "gerund"
    return opened and "," not in between


_BLAME_REACH = 9
"""Words between a verb of accusing and what it accuses of."""


def _next_infinitive(scene: Scene, verb: Verb) -> Verb | None:
    following = next((one for one in scene.clauses.verbs if one.first > verb.head), None)
    near = following is not None and following.first <= verb.head + 3 and not following.finite
    return following if near else None


def _apart(scene: Scene, mention: Mention, subject: Mention | None) -> tuple[Actor, ...]:
    """Who is meant by "both sides" where one speaks to them: others than the speaker, if a pair of others is known."""
    own = subject.party_ids if subject is not None else frozenset()
    if mention.kind != "description" or len(mention.party_ids) == 1 or not own & mention.party_ids:
        return mention.actors
    return scene.memory.pair_without(own) or mention.actors


def _complement(scene: Scene, frame: Frame, verb: Verb) -> tuple[int, int]:
    """Where the object of a verb stands: behind it up to the end of its clause, of a passive before it."""
    if verb.passive:
        return max(0, verb.first - _OBJECT_BEFORE), verb.first
    judges = frame.act == "assess" and not {"que", "that"}.isdisjoint(frame.item)
    end = verb.head + 1 + _OBJECT_REACH if judges else 0  # "admitted that the talks were stuck"
    return verb.head + 1, max(scene.clauses.end(verb), min(end, len(scene.words)))


def _has_what_it_needs(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether what the frame needs is there; see `Frame`."""
    return (
        not (frame.act == "reject" and _stays_silent(scene, verb))
        and not (frame.act not in ("accuse", "deny") and _is_blamed(scene, verb))
        and not _is_idle(scene, verb)
        and ("item" not in frame.needs or _has_complement(scene, frame, verb))
        and ("negated" not in frame.needs or verb.negated)
        and ("coming" not in frame.needs or _is_to_come(scene, verb))
        and ("other" not in frame.needs or not _means_itself(scene, verb))
        and ("wanted" not in frame.needs or _is_wanted(scene, verb))
        and ("ahead" not in frame.needs or verb.tense in ("future", "conditional") or "plan" in verb.modals)
        and ("bare" not in frame.needs or _is_bare(scene, verb))
        and ("end" not in frame.needs or _ends_here(scene, frame, verb))
    )


def _is_about_talks(scene: Scene, verb: Verb, subject: Mention) -> bool:
    """Whether what breaks down are the talks that a reporter speaks of: "Ford said talks with the union collapsed"."""
    talks = scene.lexicon.object_forms(["negotiations"])
    between = range(subject.last + 1, verb.first)
    reporter = any(reports(one, scene.clauses, scene.lexicon) for one in scene.clauses.verbs if one.head in between)
    own = any(scene.grammar.has("relatives", scene.lowered[at]) for at in between)
    return reporter and not own and any(scene.lowered[at] in talks for at in between)


def _broken_off(scene: Scene, verb: Verb, reporter: Mention | None = None) -> Found | None:
    """Talks that collapse are broken off by both sides: those named beside the noun, else those who are talking."""
    first = max((at for at in range(verb.first) if scene.clauses.crossed(at, at + 1)), default=-1)
    talks = scene.lexicon.object_forms(["negotiations"])
    if not any(word in talks for word in scene.lowered[first + 1 : verb.first]):
        return None
    beside = [
        one
        for one in scene.mentions
        if first < one.first < verb.first and (is_with(scene, one) or one.kind == "adjective" or one.marker == "of")
    ]
    if len({party for one in beside for party in one.party_ids}) > 1:
        return [("participant", one, one.actors) for one in beside]
    if reporter is not None and beside and is_with(scene, beside[0]):
        return [("participant", one, one.actors) for one in (reporter, beside[0])]
    if not scene.memory.pair:
        return None
    start, end = scene.span(verb.first, verb.head)
    talking = Mention(verb.first, verb.head, start, end, "description", scene.memory.pair)
    return [("participant", talking, scene.memory.pair)]


def _whose(scene: Scene, behind: int, subject: Mention | None) -> Iterator[Mention]:
    """Whose the object is: "rejected the Russian proposal", "welcomed Norway's decision", "the offer of Oslo"."""
    own = subject.party_ids if subject is not None else frozenset()
    for mention in scene.mentions:
        if mention.first <= behind or mention.first > behind + _OBJECT_REACH:
            continue
        parted = any(behind < verb.head < mention.first for verb in scene.clauses.verbs if verb.finite)
        if parted or scene.clauses.crossed(behind + 1, mention.first) or mention.party_ids & own:
            return
        if _owns(scene, mention) or _is_author(scene, mention, behind):
            yield mention
        elif mention.kind != "adjective":
            return


def _is_author(scene: Scene, mention: Mention, behind: int) -> bool:
    """Whether the object is by somebody: "accepted the truce proposed by Oslo"."""
    if not scene.grammar.has("passive-markers", mention.marker or ""):
        return False
    between = [verb for verb in scene.clauses.verbs if behind < verb.head < mention.first]
    return len(between) == 1 and between[0].tense == "participle" and between[0].lemma in scene.lexicon.authoring


def _owns(scene: Scene, mention: Mention) -> bool:
    """Whether a mention says whose a noun is: by its form, or as the first part of a compound ("a Hamas proposal")."""
    if mention.kind == "adjective" or mention.marker == "possessive":
        return True
    if scene.grammar.has("genitive-markers", mention.marker or ""):
        return True
    compound = mention.marker is None and scene.grammar.has("compound-owners", mention.kind)
    return compound and _is_noun(scene, mention.last + 1)


def _is_noun(scene: Scene, at: int) -> bool:
    """Whether a word can be the second part of a compound: no function word, no verb."""
    if at >= len(scene.words) or not scene.lowered[at].isalpha() or scene.clauses.verb_at(at) is not None:
        return False
    if scene.grammar.phrase("prepositions", scene.lowered, at) is not None:
        return False
    return not any(scene.grammar.has(name, scene.lowered[at]) for name in _NO_NOUNS)


_NO_NOUNS = (
    "coordinators", "complementizers", "subordinators", "adverbs", "time-words", "calendar-names",
    "infinitive-particles", "relatives", "conditions", "adversatives", "determiners",
)  # fmt: skip
"""Classes of words of which none is the second part of a compound."""


def _is_wanted(scene: Scene, verb: Verb) -> bool:
    """Whether the clause behind is wished, not stated: "insists that Oslo release", where "that Oslo is" states."""
    inner = scene.clauses.verb_after(verb.head)
    if inner is None or "," in scene.lowered[verb.head : inner.first] or not inner.indices:
        return True  # The verb of the clause stands in a form that only a wish takes: "every member take part".
    if not any(scene.grammar.has("complementizers", word) for word in scene.lowered[verb.head + 1 : inner.first]):
        return True
    if "obligation" in inner.modals or "refusal" in inner.modals:
        return True
    form = scene.lowered[inner.indices[0]]
    return form == inner.lemmas[0] or any(one.tense == "subjunctive" for one in scene.lexicon.inflections(form))


def _is_bare(scene: Scene, verb: Verb) -> bool:
    """Whether a party stands behind the verb, and behind it nothing that says what it is called."""
    behind = verb.head + 1
    while behind < len(scene.words) and scene.grammar.has("calendar-names", scene.lowered[behind]):
        behind += 1
    named = next((one for one in scene.clauses.complements(verb) if one.first == behind), None)
    rest = scene.lowered[named.last + 1 : named.last + 2] if named is not None and named.marker is None else [""]
    return not rest or rest[0] in _ENDS or any(scene.grammar.has(name, rest[0]) for name in _FREE)


def _ends_here(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a phrase is all that is said: "said no, citing", where "said no talks were planned" goes on."""
    behind = verb.head + len(frame.lemma.split(" "))
    counted = behind < len(scene.words) and scene.grammar.has("determiners", scene.lowered[behind])
    return not (counted or _is_noun(scene, behind))  # "said no more problems remained"


_ENDS = frozenset(",.;:)")
_FREE = ("calendar-names", "place-markers", "subordinators", "coordinators", "passive-markers")
"""Classes of words that begin something else than a predicate of the object."""


def _means_itself(scene: Scene, verb: Verb) -> bool:
    """ "wants to play a part" asks nothing of anybody: the infinitive follows at once, and is the subject's own."""
    group = scene.clauses.verb_at(verb.head)
    if group is not None and group.head > verb.head:
        return True
    behind = verb.head + 1
    while behind < len(scene.words) and scene.grammar.phrase("adverbs", scene.lowered, behind):
        behind += 1
    if behind >= len(scene.words):
        return False
    inner = scene.clauses.verb_at(behind)
    own = inner is not None and not inner.finite and inner.tense in ("infinitive", "gerund")
    return own or scene.grammar.has("planning-particles", scene.lowered[behind])


def _is_to_come(scene: Scene, verb: Verb) -> bool:
    """Whether what is said lies ahead: "assured that the ideas would be passed on", "assured of its support"."""
    inner = scene.clauses.verb_after(verb.head)
    clause = any(scene.grammar.has("complementizers", word) for word in scene.lowered[verb.head + 1 : verb.head + 6])
    if not clause or inner is None:
        return not clause
    return inner.tense in ("future", "conditional", "subjunctive") or "plan" in inner.modals


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


def _who_must(scene: Scene, verb: Verb, threatening: Mention | None) -> Iterator[Mention]:
    """Whom a threat is for: the subject of its condition, "unless Peru changes course"."""
    own = threatening.party_ids if threatening is not None else frozenset()
    for at in sorted(scene.clauses.opens):
        if at > verb.head and scene.grammar.phrase("conditions", scene.lowered, at):
            inner = scene.clauses.verb_after(at)
            subject = scene.clauses.subject(inner) if inner is not None else None
            if subject is not None and subject.last > at and not subject.party_ids & own:
                yield subject
                return


def _has_complement(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether what is asked follows: an infinitive, a clause, or "à" with a noun ("appelle à la retenue")."""
    end = min(verb.head + 14, len(scene.words))
    for at in range(verb.head + 1, end):
        inner = scene.clauses.verb_at(at)
        opened = scene.lowered[at - 2 if scene.lowered[at - 1] == '"' else at - 1]
        if scene.lowered[at - 1] == '"' and inner is not None and scene.grammar.has("infinitive-particles", opened):
            return True
        if inner is not None and inner.finite and inner.first == at:
            return False
        if (
            inner is not None
            and (inner.tense == "infinitive" or not inner.finite)
            and scene.grammar.has("infinitive-particles", opened)
        ):
            return True
        if scene.grammar.has("planning-particles", opened) and _looks_like_verb(scene, at):
            return True
        if "that" in frame.item and scene.grammar.has("complementizers", scene.lowered[at]):
            return True
        if "à" in frame.item and scene.grammar.has("content-openers", scene.lowered[at]):
            return True
    return False


def _looks_like_verb(scene: Scene, at: int) -> bool:
    """A plain word behind the particle of infinitives that no table knows: "to ground its aircraft"."""
    word = scene.lowered[at]
    known = any(word in members for members in scene.grammar.sets.values()) or scene.lexicon.is_noun(word)
    return scene.words[at].text.isalpha() and not scene.words[at].is_capitalised and not known and word[-1] != "s"


def _passive(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None, agent: Mention | None) -> Found:
    found: Found = []
    if agent is not None:
        together = frame.act in ("agree", "sign") and len(agent.actors) > 1
        found.append(("participant" if together else "initiator", agent, agent.actors))
    if subject is not None and not (frame.act in ("agree", "sign") and subject.kind == "pronoun"):
        role: Role = "counterpart" if "object" in frame.counterpart or agent is not None else "initiator"
        if frame.act in ("agree", "sign") and subject.plural and agent is None:
            role = "participant"
        if role == "counterpart" or frame.act in ("agree", "sign"):
            found.append((role, subject, subject.actors))
    if agent is not None and frame.act in _OF_OTHERS and not any(role == "counterpart" for role, _, _ in found):
        found += [("counterpart", one, one.actors) for one in _whose_subject(scene, verb, agent)][:1]
    return found


def _whose_subject(scene: Scene, verb: Verb, agent: Mention) -> Iterator[Mention]:
    """Whose the subject of a passive is: "Norway's offer was rejected by Peru"."""
    for one in reversed(scene.mentions):
        near = 0 < verb.first - one.last <= _OBJECT_REACH and not scene.clauses.crossed(one.last + 1, verb.first)
        if near and _owns(scene, one) and not one.party_ids & agent.party_ids:
            yield one


def _meeting(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None, agent: Mention | None) -> Found | None:
    found: Found = []
    role: Role = "mediator" if frame.act == "mediate" else "participant"
    for mention in (subject, agent, _host_of_offer(scene, verb, subject)):
        if mention is not None:
            met = verb.passive and mention is subject
            found.append(("participant" if met else role, mention, mention.actors))
    for mention in scene.clauses.complements(verb):
        marker = mention.marker or "object"
        if marker == "object" and is_place_only(scene, mention):
            continue
        if is_broker(scene, mention) or (frame.act == "mediate" and scene.grammar.has("mediator-markers", marker)):
            found.append(("mediator", mention, mention.actors))
        if marker in frame.counterpart or is_with(scene, mention) or (verb.passive and _is_seat(scene, mention)):
            found.append(("participant", mention, mention.actors))
    if subject is not None and _hosts(scene, verb, found):
        found[0] = ("host", subject, subject.actors)
    found = completed(scene, found, frame)
    return None if frame.act == "talks" and _is_met_by_nobody(scene, verb, subject or agent, found) else found


def _host_of_offer(scene: Scene, verb: Verb, subject: Mention | None) -> Mention | None:
    """Who offers to meet, takes part: "Oslo proposed to the unions to talk"."""
    matrix = next((one for one in reversed(scene.clauses.verbs) if one.head < verb.first), None)
    if verb.tense != "infinitive" or subject is None or matrix is None or subject.first < matrix.head:
        return None
    return scene.clauses.subject(matrix) if scene.grammar.modals.get(matrix.lemma) == "offer" else None


def _is_met_by_nobody(scene: Scene, verb: Verb, doer: Mention | None, found: Found) -> bool:
    """Whether all who are named are whom somebody unknown meets: they do not meet each other."""
    met = {mention for _, mention, _ in found}
    if doer is not None or verb.passive or verb.reflexive or len(met) != 1:
        return False
    one = next(iter(met))
    brought = verb.lemma in scene.lexicon.brokering and len(one.actors) > 1  # "the envoy gathered Oslo and Lima"
    return not brought and not scene.grammar.has("reciprocal-markers", one.marker or "")


def _hosts(scene: Scene, verb: Verb, found: Found) -> bool:
    """Whether the subject only has others at its table: "hosted talks between Peru and Chile"."""
    if verb.passive or verb.lemma not in scene.lexicon.hosting:
        return False
    return any(scene.grammar.has("reciprocal-markers", mention.marker or "") for _, mention, _ in found)


def _is_seat(scene: Scene, mention: Mention) -> bool:
    """ "was received at the Kremlin": by whose seat it is."""
    seat = any(name.kind == "metonym" and mention.start <= name.start < mention.end for name in scene.names)
    return seat and scene.grammar.has("place-markers", mention.marker or "")


def _mutual(scene: Scene, frame: Frame, verb: Verb, found: Found) -> Found:
    """ "X and Y agreed", "X agreed with Y": both are participants; "X agreed to the demand of Y": directed."""
    if frame.act not in ("agree", "sign"):
        return found
    partners = [one for one in scene.clauses.complements(verb) if is_with(scene, one)]
    subject = next((mention for role, mention, _ in found if role == "initiator"), None)
    if subject is None or not (partners or len(distinct(subject.actors)) > 1):
        return found
    together: Found = [("participant", mention, mention.actors) for mention in (subject, *partners)]
    brokers = [one for one in scene.clauses.complements(verb) if is_broker(scene, one) and not _is_of_talks(scene, one)]
    return together + [("mediator", one, one.actors) for one in brokers]


def _is_of_talks(scene: Scene, broker: Mention) -> bool:
    """Whether who is named mediates what a noun beside tells: "signed a truce after talks facilitated by Oman"."""
    return broker.governor is not None and scene.lexicon.is_talks(scene.lowered[max(broker.governor, 0)])
