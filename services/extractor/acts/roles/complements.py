"""Where the object of a verb stands that its frame asks for: behind it, before a passive, taken up, in a pronoun."""

from dataclasses import replace

from services.extractor.actors.mention import Actor, Mention
from services.extractor.actors.tables import countries
from services.extractor.acts.frame import Frame
from services.extractor.acts.roles.owners import OBJECT_REACH
from services.extractor.acts.roles.relatives import antecedent
from services.extractor.acts.roles.roles import by_agent, object_fits
from services.extractor.acts.roles.undergone import is_offered_to
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS

_BEFORE = 12
"""Words before a passive verb in which its subject stands, where another verb is told between."""

_LONG = 20
"""Words before it where none is: "L'accord de libre-échange (ALE) entre le Pérou et le Ghana a été signé"."""


def has_object(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether the object that a frame asks for stands where an object may."""
    if object_fits(scene, frame, *complement(scene, frame, verb)):
        return True
    taken_up = antecedent(scene, verb)
    if taken_up is not None and object_fits(scene, frame, *taken_up):
        return True
    freed = bool(people_freed(scene, frame, verb)) or captor(scene, frame, verb) is not None
    return freed or is_offered_to(scene, frame, verb) or _is_pronoun(scene, frame, verb)


def complement(scene: Scene, frame: Frame, verb: Verb) -> tuple[int, int]:
    """Where the object of a verb stands: behind it up to the end of its clause, of a passive before it."""
    if verb.passive:
        told = scene.clauses.verb_before(verb.first)
        alone = told is None or told.head < verb.first - _LONG
        return max(0, verb.first - (_LONG if alone else _BEFORE)), verb.first
    judges = (frame.act == "assess" or "scorned" in frame.needs) and not {"que", "that"}.isdisjoint(frame.item)
    end = verb.head + 1 + OBJECT_REACH if judges else 0  # "admitted that the talks were stuck"
    last = max(scene.clauses.end(verb), min(end, len(scene.words)))
    accounts = [at for at in scene.grammar.openings("account-markers", scene.lowered) if verb.head < at < last]
    # "moved missiles, according to two people"
    account = next((at for at in accounts if scene.grammar.phrase("account-markers", scene.lowered, at)), last)
    return verb.head + 1, last if "," in scene.lowered[account:last] else account


def people_freed(scene: Scene, frame: Frame, verb: Verb) -> list[Mention]:
    """People of a country right behind a verb of freeing, who are captives then: "a libéré deux Français"."""
    if "captives" not in frame.objects or verb.passive:
        return []
    return [
        one
        for one in scene.clauses.complements(verb)
        if one.kind == "demonym" and one.marker is None and one.first - verb.head <= _COUNTED
    ]


_COUNTED = 2
"""Words from a verb to the people that are its object, a number between."""


def captor(scene: Scene, frame: Frame, verb: Verb) -> Mention | None:
    """Who held those who a passive says are free: "les marins détenus par Lima ont été libérés"."""
    if "captives" not in frame.objects or not (verb.passive and verb.finite):
        return None
    held = scene.clauses.any_verb_before(verb.first)
    kept = held is not None and held.tense == "participle" and held.lemma in scene.lexicon.seizing
    return by_agent(scene, held) if held is not None and kept else None


def as_states(freed: Mention) -> tuple[Actor, ...]:
    """The states whose people are free, by whose land they are told of: "les journalistes péruviens"."""
    homes = (countries().get(f"country:{actor.party.country}") for actor in freed.actors)
    return tuple(Actor(home) for home in homes if home is not None)


def _is_pronoun(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a pronoun stands for an object told of before: "Lima drew up a treaty. Oslo was first to ratify it"."""
    told = (verb.negated and frame.negated) or frame.act
    if told not in _ANSWERING or verb.passive or "call" in verb.modals:
        return False  # "a cabinet called to ratify it"
    if not (verb.finite or _is_of_whom(scene, verb)):
        return False
    behind = scene.lowered[verb.head + 1 : verb.head + 2]
    clitics = scene.lowered[verb.first : verb.head]
    stands = scene.grammar.holds("object-pronouns", behind)
    if not stands and not scene.grammar.holds("object-clitics", clitics):
        return False
    wanted = scene.lexicon.object_forms(*frame.objects)
    return not wanted.isdisjoint(scene.lowered[: verb.first]) or not wanted.isdisjoint(scene.memory.words)


def _is_of_whom(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive says what somebody was the first to do, or the only one."""
    return scene.grammar.holds("ranked", scene.lowered[max(0, verb.first - _RANK) : verb.head])


_RANK = 4
"""Words before an infinitive in which stands which one of many somebody is."""

_ANSWERING = DEALS | {"reject", "concede"}
"""Acts done to what somebody told of before."""


def said_of_object(scene: Scene, frame: Frame, verb: Verb) -> Verb:
    """The verb as passive, where a participle between commas only says what became of the object that the frame asks
    for: "the treaty, inked in Lima in May, ..."; itself elsewhere."""
    if not frame.objects or verb.passive or verb.first != verb.head or not scene.grammar.shows("noun-verbs"):
        return verb
    if scene.lowered[verb.first - 1 : verb.first] != [","] or not _is_past_participle(scene, verb):
        return verb
    before = range(max(0, verb.first - _DESCRIBED), verb.first - 1)
    opened = max((at + 1 for at in before if scene.lowered[at] in _ENDS), default=before.start)
    if not object_fits(scene, frame, opened, verb.first - 1) or not _closes(scene, verb):
        return verb
    return replace(verb, passive=True, finite=False, tense="participle")


_DESCRIBED = 9
"""Words before the comma among which stands the noun that a participle behind it describes."""


def _is_past_participle(scene: Scene, verb: Verb) -> bool:
    return any(one.tense == "participle" for one in scene.lexicon.inflections(scene.lowered[verb.head]))


def _closes(scene: Scene, verb: Verb) -> bool:
    """Whether a phrase ends at a mark, with no object right behind its participle, and nothing that goes on in a row:
    "left the talks, called for calm and flew home" has no participle."""
    behind = verb.head + 1
    if behind < len(scene.words) and scene.grammar.has("determiners", scene.lowered[behind]):
        return False
    end = next((at for at in range(behind, len(scene.words)) if scene.lowered[at] in _ENDS), len(scene.words) - 1)
    row = scene.grammar.holds("coordinators", scene.lowered[behind : end + 2])
    return not row


_ENDS = frozenset(",.;:")
