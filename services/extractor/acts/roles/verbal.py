"""Who fills the roles of a verb's frame."""

from collections.abc import Sequence

from schemas.negotiation import Role
from services.extractor.actors.entity import is_nameless
from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.addressees import apart, asked, confronted, told_otherwise, who_called, with_whom
from services.extractor.acts.roles.aims import is_aim, is_doubted
from services.extractor.acts.roles.complements import (
    as_states,
    captor,
    complement,
    has_object,
    people_freed,
    said_of_object,
)
from services.extractor.acts.roles.deals import joined, joined_adjectives, joined_talks, made, parties
from services.extractor.acts.roles.elsewhere import is_elsewhere
from services.extractor.acts.roles.meetings import broken_off, come_to_deal, is_about_talks, meeting, mutual
from services.extractor.acts.roles.needs import has_what_it_needs
from services.extractor.acts.roles.owners import OF_OTHERS, whose_subject
from services.extractor.acts.roles.relatives import antecedent, whom
from services.extractor.acts.roles.roles import (
    Found,
    by_agent,
    is_between,
    is_talks_in,
    names_talks,
    says_whom,
    subject_of,
)
from services.extractor.acts.roles.senses import is_attribute, means_something_else
from services.extractor.acts.roles.told_by import deal_told_of
from services.extractor.acts.roles.undergone import (
    forced,
    granted,
    is_gained,
    is_offered_to,
    is_undergone,
    only_undergoes,
)
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SYMMETRIC

_SURE = 0.6
"""Weight of a frame from which on its participle alone tells the act."""


def verbal(scene: Scene, trigger: Trigger, verb: Verb) -> Found | None:
    """Who fills the roles of a verb's frame; None where its clause does not hold what the frame needs."""
    frame, clause = trigger.frame, verb
    verb = said_of_object(scene, frame, verb)
    if made(scene, frame, verb) is not None:
        return parties(scene, frame, verb)
    if not _tells_act(scene, trigger, verb) or only_undergoes(scene, verb):
        return None
    described = verb is not clause or is_attribute(scene, frame, verb)
    subject = None if described else subject_of(scene, verb)
    if frame.act == "suspend" and (both := joined_talks(scene, verb, subject)):
        return both
    if "talks" in frame.needs and not verb.passive:
        return broken_off(scene, verb, subject)
    if frame.act == "suspend" and not verb.passive and subject is not None and is_about_talks(scene, verb, subject):
        return broken_off(scene, verb, subject)
    if "forced" in frame.needs:
        return forced(scene, verb, subject)
    if is_undergone(scene, verb) or is_gained(scene, frame, verb) or is_offered_to(scene, frame, verb):
        return None if frame.act in SYMMETRIC else granted(scene, frame, verb, subject)
    agent = by_agent(scene, verb) or captor(scene, frame, verb) if verb.passive else None
    if frame.act in SYMMETRIC:
        return meeting(scene, frame, verb, subject, agent)
    if verb.passive:
        passive = _passive(scene, frame, verb, subject, agent)
        return broken_off(scene, verb) if frame.act == "suspend" and not passive else passive
    return None if _is_said_to(scene, frame, verb) else _active(scene, trigger, verb, subject)


def _is_said_to(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a participle tells of somebody to whom it was said, nobody knows by whom: "Oslo, accusée de tricher,"."""
    opens = verb.first == 0 or (verb.tense == "participle" and scene.lowered[verb.first - 1] == ",")
    if not opens or len(verb.indices) > 1 or frame.act not in _SAID_TO:
        return False
    behind = scene.lowered[verb.head + 1 : verb.head + 2]
    return "object" in frame.counterpart and scene.grammar.holds("genitives", behind)


_SAID_TO = frozenset({"accuse", "demand", "threaten"})
"""Acts that are said to somebody, who is the object of their verb."""


def _tells_act(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether the clause of a verb holds what its frame needs, and tells a deed at all."""
    frame = trigger.frame
    if not has_object(scene, frame, verb) or _has_no_object(scene, frame, verb) or _leaves_place(scene, frame, verb):
        return False
    if means_something_else(scene, trigger, verb):
        return False
    if is_elsewhere(scene, frame.act, verb, trigger.last):
        return False
    if (
        _falls_short(scene, verb)
        or is_aim(scene, frame, verb)
        or is_doubted(scene, frame, verb)
        or not has_what_it_needs(scene, trigger, verb)
    ):
        return False
    # "la rencontre tant attendue" says nothing of who waits.
    return not (frame.weight < _SURE and verb.passive and not verb.finite)


def _falls_short(scene: Scene, verb: Verb) -> bool:
    """Whether it has not come to it: "close to signing", "short of accepting", "loin d'avoir conclu"."""
    before = scene.lowered[max(0, verb.first - _SHORT_OF) : verb.first]
    return not verb.finite and scene.grammar.holds("shortfalls", before)


_SHORT_OF = 2
"""Words before a verb in which it is said how near somebody came to it."""


def _active(scene: Scene, trigger: Trigger, verb: Verb, subject: Mention | None) -> Found | None:
    """The subject acts; its complements, else whoever is told otherwise, are those at whom the act is aimed."""
    frame = trigger.frame
    found: Found = []
    if subject is not None:
        found.append(("initiator", subject, subject.actors))
    addressed = [
        mention
        for mention in scene.clauses.complements(verb)
        if says_whom(scene, frame, mention)
        and (mention.first > verb.head or mention.marker is None)
        and not _hangs_on_occasion(scene, verb, mention)
        and not is_talks_in(scene, mention)
        and not names_talks(scene, mention)
    ]
    addressed = _without_venues(scene, addressed)[:2]
    if subject is not None and _is_another_land(scene, subject, addressed):
        subject, found = None, []
    if len(addressed) > 1 and _does(scene, verb, *addressed):
        addressed = addressed[:1]
    found += [("counterpart", mention, apart(scene, mention, subject)) for mention in addressed]
    found += [("counterpart", one, one.actors) for one in people_freed(scene, frame, verb)]
    found += [("counterpart", one, one.actors) for one in asked(scene, frame, verb, subject)]
    taken_up = whom(scene, verb)
    if taken_up is not None and taken_up != subject and _fits(scene, frame, taken_up):
        found.append(("counterpart", taken_up, taken_up.actors))
    if frame.act == "suspend" and subject is None and not found:
        return broken_off(scene, verb)
    if frame.act == "agree" and subject is None and not found:
        found += come_to_deal(scene, verb)
    if not any(role == "counterpart" for role, _, _ in found):
        if "named" in frame.needs and len({actor.party.id for _, _, actors in found for actor in actors}) < _BOTH:
            return None
        found += [("counterpart", one, one.actors) for one in told_otherwise(scene, trigger, verb, subject)]
    if len(found) == 1 and frame.act in ("demand", "propose", "reject"):
        behind = max(verb.head, trigger.last)
        found += [("counterpart", one, one.actors) for one in with_whom(scene, frame.act, behind, subject)]
    if len(found) == 1 and subject is not None and frame.act in ("reject", "suspend"):
        found += [("counterpart", one, one.actors) for one in who_called(scene, max(verb.head, trigger.last), subject)]
    if len(found) == 1 and frame.act in _LEFT_UNSAID:
        found += [("counterpart", one, one.actors) for one in confronted(scene, subject)]
    return mutual(scene, frame, verb, found)


def _is_another_land(scene: Scene, subject: Mention, addressed: Sequence[Mention]) -> bool:
    """Whether those in office who act without a word of whose they are cannot be of the land that is asked by its name:
    "regional ministers urged Peru"."""
    if subject.kind not in ("office", "description"):
        return False
    told = any(name.parties and subject.start <= name.start < subject.end for name in scene.names)
    named = [one for one in addressed if one.kind in ("name", "capital")]
    return not told and any(subject.party_ids & one.party_ids for one in named)


_BOTH = 2
"""Parties of an act that is told only where its clause names both."""


def _without_venues(scene: Scene, addressed: list[Mention]) -> list[Mention]:
    """Those addressed without the capitals that only say where, others being named: "exiger de Lima à Oslo"."""
    bodies = [one for one in addressed if one.kind != "capital" or not _is_where(scene, one)]
    return bodies or addressed


def _is_where(scene: Scene, mention: Mention) -> bool:
    return mention.marker is not None and scene.grammar.has("place-markers", mention.marker)


def _fits(scene: Scene, frame: Frame, taken_up: Mention) -> bool:
    """Whether who a relative takes up may be whom an act is aimed at; "dont" says whose it is that it answers."""
    whose = frame.act in OF_OTHERS and scene.grammar.has("genitive-markers", taken_up.marker or "")
    return whose or says_whom(scene, frame, taken_up)


def _does(scene: Scene, verb: Verb, asked: Mention, other: Mention) -> bool:
    """Whether what another has a part in is what who is asked shall do: "called on Oslo to press Lima"."""
    return any(
        asked.last < one.first and one.head < other.first and one.tense in ("infinitive", "gerund")
        for one in scene.clauses.verbs
        if one.first > verb.head
    )


def _hangs_on_occasion(scene: Scene, verb: Verb, mention: Mention) -> bool:
    """Whether a genitive only says of what crisis something is the time, or whose another is: "en pleine crise des
    dockers", "celle de Lima"."""
    before = scene.lowered[max(verb.head + 1, mention.first - _OCCASION) : mention.first]
    genitive = scene.grammar.has("genitive-markers", mention.marker or "")
    of_another = (scene.grammar.has("times-of", word) or scene.grammar.has("stand-ins", word) for word in before)
    return genitive and any(of_another)


_OCCASION = 3
"""Words from a noun of time to whom it is of."""


def _has_no_object(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a preposition follows a verb that needs its object: "returned on the train with the soldiers"."""
    if not scene.grammar.shows("object-adjoins") or verb.passive or not frame.objects or " " in frame.lemma:
        return False
    if antecedent(scene, verb) is not None:
        return False
    at = verb.head + 1
    while at < len(scene.words) and scene.grammar.has("adverbs", scene.lowered[at]):
        at += 1
    if at >= len(scene.words) or frame.item != ("object",):
        return False
    return scene.grammar.phrase("prepositions", scene.lowered, at) is not None


def _leaves_place(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a town is what is left, and not the talks named behind it: "a quitté Lima après des pourparlers"; who
    leaves it without a deal leaves them."""
    if frame.act != "suspend" or verb.passive or verb.head + 1 >= len(scene.words):
        return False
    if scene.grammar.has("departures", verb.lemma) and _goes_home(scene, verb):
        return True
    if scene.grammar.holds("privatives", scene.lowered[verb.head + 1 : scene.clauses.end(verb)]):
        return False
    at = verb.head + 1 + scene.grammar.has("determiners", scene.lowered[verb.head + 1])  # "le Caire"
    places = {name.start for name in scene.names if name.kind in ("capital", "place")}
    named = any(scene.words[one].start in places for one in range(verb.head + 1, min(at + 1, len(scene.words))))
    treaty = scene.lowered[at + 1 : at + 2]
    return named and not (treaty and treaty[0] in scene.lexicon.object_forms(*frame.objects))  # "left the Lima Pact"


def _goes_home(scene: Scene, verb: Verb) -> bool:
    """Whether what is left is over: "on leaving the summit, Oslo said", "left a meeting with Lima saying"."""
    if verb.tense == "gerund":
        opened = scene.lowered[verb.first - 1] if verb.first else ""
        return not opened or opened.isalpha()
    return scene.grammar.has("indefinite-articles", scene.lowered[verb.head + 1])


def _passive(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None, agent: Mention | None) -> Found:
    """Who does it is the agent; the subject is done to, or where no agent is named and it fits, acts with others."""
    found: Found = []
    deal = frame.act in DEALS
    if deal and agent is None and (both := _whose_deal(scene, frame, verb, subject)):
        return both
    if agent is not None:
        together = frame.act in DEALS and len(agent.actors) > 1
        found.append(("participant" if together else "initiator", agent, agent.actors))
    if subject is not None and "captives" in frame.objects and all(map(is_nameless, subject.party_ids)):
        found += [("counterpart", subject, states)] if (states := as_states(subject)) else []
    elif subject is not None and not (frame.act in DEALS and subject.kind == "pronoun"):
        role: Role = "counterpart" if "object" in frame.counterpart or agent is not None else "initiator"
        if frame.act in DEALS and subject.plural and agent is None:
            role = "participant"
        if role == "counterpart" or frame.act in DEALS:
            found.append((role, subject, subject.actors))
    if agent is not None and not any(role == "counterpart" for role, _, _ in found):
        found += [("counterpart", one, one.actors) for one in _aimed_at(scene, frame, verb, agent)][:1]
    aimed = frame.act in OF_OTHERS or (frame.act == "concede" and "captives" in frame.objects)
    if agent is not None and aimed and not any(role == "counterpart" for role, _, _ in found):
        found += [("counterpart", one, one.actors) for one in whose_subject(scene, verb, agent)][:1]
    if not found and frame.act in ("reject", "agree") and verb.finite:
        found += _by_the_other(scene, verb)
    if frame.act in _LEFT_UNSAID and not any(role == "initiator" for role, _, _ in found):
        found += _by_focus(scene, verb, found)
    return found


def _whose_deal(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None) -> Found:
    """Who made a deal of which a passive is said: those between whom it is, or whose names stand before it."""
    between = next((one for one in scene.clauses.complements(verb) if is_between(scene, one)), None)
    between = between or _between_before(scene, frame, verb)
    if between is not None:
        return [("participant", between, between.actors)]
    if subject is None:
        words = range(*complement(scene, frame, verb)) if "instruments" in frame.objects else range(0)
        beside = joined_adjectives(scene, words)
        return [("participant", one, one.actors) for one in beside] or deal_told_of(scene, verb)
    other = joined(scene, subject)
    return [("participant", one, one.actors) for one in (other, subject)] if other is not None else []


_LEFT_UNSAID = frozenset({"propose", "demand", "promise", "reject", "concede"})
"""Acts of one side that a passive tells of without saying whose."""


def _by_focus(scene: Scene, verb: Verb, found: Found) -> Found:
    """Who did what a passive tells without an agent: who was the subject of the sentence before."""
    focus = scene.memory.focus
    done_to = {actor.party.id for _, _, actors in found for actor in actors}
    plain = verb.tense in ("past", "present") and not verb.modals and not verb.negated
    leads = plain and scene.clauses.verbs[0] is verb and scene.speech_over(verb.head) is None
    leads = leads and not _is_said_by_whom(scene, verb) and _his(scene, verb) is None
    if not leads or scene.in_quote(verb.head) or len(focus) != 1 or focus[0].party.id in done_to:
        return []
    start, end = scene.span(verb.first, verb.head)
    return [("initiator", Mention(verb.first, verb.head, start, end, "pronoun", focus), focus)]


def _is_said_by_whom(scene: Scene, verb: Verb) -> bool:
    """Whether somebody is told to have done it, though nobody known: "was filed in May by a lawyer"."""
    behind = scene.lowered[verb.head + 1 : scene.clauses.end(verb)]
    return scene.grammar.holds("agents-of-nouns", behind)


def _aimed_at(scene: Scene, frame: Frame, verb: Verb, agent: Mention) -> list[Mention]:
    """At whom a passive is aimed, before it or behind: "sanctions against Peru were lifted", "was offered to Peru"."""
    first, _ = complement(scene, frame, verb)
    before = [one for one in scene.clauses.bodies if first <= one.first and one.last < verb.first]
    near = [one for one in before if not scene.clauses.crossed(one.last + 1, verb.first)]
    return [
        one
        for one in (*scene.clauses.complements(verb), *near)
        if one.marker in frame.counterpart and one.marker is not None and one != agent
    ]


def _between_before(scene: Scene, frame: Frame, verb: Verb) -> Mention | None:
    """Between whom the deal is that is the subject: "l'accord entre Lima et Quito a été signé"."""
    if "instruments" not in frame.objects:
        return None
    first, _ = complement(scene, frame, verb)
    before = [one for one in scene.mentions if first <= one.first < verb.first and is_between(scene, one)]
    near = [one for one in before if not scene.clauses.crossed(one.last + 1, verb.first)]
    return near[-1] if near else None


def _by_the_other(scene: Scene, verb: Verb) -> Found:
    """Who answers where it is left out: "Norway's offer was rejected", by the other side of the pair."""
    author = next(whose_subject(scene, verb), None) or _his(scene, verb)
    others = scene.memory.others(author.actors[0].party.id) if author is not None and len(author.actors) == 1 else ()
    if author is None or not others:
        return []
    start, end = scene.span(verb.first, verb.head)
    answering = Mention(verb.first, verb.head, start, end, "description", others)
    return [("initiator", answering, others), ("counterpart", author, author.actors)]


_HIS_REACH = 4
"""Words from a possessive to the verb whose subject it opens, the noun and its adjectives between."""


def _his(scene: Scene, verb: Verb) -> Mention | None:
    """Who was spoken of last, where the subject of a passive is said to be his: "Their request was turned down"."""
    focus = scene.memory.focus
    near = scene.lowered[max(0, verb.first - _HIS_REACH) : verb.first]
    if len(focus) != 1 or not scene.grammar.holds("possessives", near):
        return None
    start, end = scene.span(verb.first, verb.head)
    return Mention(verb.first, verb.head, start, end, "pronoun", focus)
