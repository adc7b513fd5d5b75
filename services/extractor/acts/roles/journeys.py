"""Journeys, visits and those received: who travels where, whether to talk, and who leaves what for good."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.elsewhere import is_occasion
from services.extractor.acts.roles.roles import Found, is_with
from services.extractor.acts.roles.sessions import is_of_many
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb

_TABLE_REACH = 4
"""Words from a verb or preposition to the noun of the talks that one hosts or travels for."""

_LONG = 4
"""Words from a preposition to the day behind a hyphen by which it is said how long one goes for."""

_PURPOSE_REACH = 10
"""Words behind a verb of movement in which its purpose stands."""

_GOAL = 4
"""Words from a verb of leaving to what is left, an article and adverbs between."""

COUNTRIES = frozenset({"country"})
"""Kinds of bodies that are a country."""

BEFORE_GOAL = (
    "towards", "determiners", "calendar-names", "month-names", "day-openers", "time-words", "travel-particles",
)  # fmt: skip
"""Classes of words between a verb of going and where one goes, a day among them: "arrived on Monday in Lima"."""

_LANDS = frozenset({"name", "capital"})
"""Kinds of mentions that name a country one goes to."""

ENVOYS = frozenset({"head-of-state-or-government", "minister", "deputy-minister", "envoy"})
"""Ranks of those whose journeys to another country are visits to it."""


def is_traveller(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a person of rank goes to another country: "la ministre danoise s'est rendue à Lima".

    Where he goes to talk, or to a summit, that is what is told.
    """
    subject = scene.clauses.subject(verb)
    if subject is None or not any(actor.level in ENVOYS for actor in subject.actors):
        return False
    visited = [one for one in scene.clauses.complements(verb) if _is_goal(scene, frame, verb, one)]
    own = subject.party_ids
    abroad = [one for one in visited if one.kind in _LANDS and one.party_ids.isdisjoint(own)]
    return bool(abroad) and not (
        is_for_talks(scene, verb)
        or is_occasion(scene, verb)
        or _is_for_gathering(scene, abroad[-1].last + 1)
        or _is_only_there(scene, verb, abroad[-1])
    )


def _is_only_there(scene: Scene, verb: Verb, land: Mention) -> bool:
    """Whether somebody only is there while something else happens: "was in Lima when Peru pulled out of the talks"."""
    behind = scene.lowered[land.last + 1 : land.last + 2]
    return scene.grammar.has("staying", verb.lemma) and scene.grammar.holds("when-words", behind)


def _is_for_gathering(scene: Scene, behind: int) -> bool:
    """Whether the clause says for what meeting of others one goes there: "flew to Lima for the annual ministers'
    meeting"."""
    for at in range(behind, min(behind + _PURPOSE_REACH, len(scene.words) - 1)):
        if scene.clauses.crossed(at, at + 1):
            return False
        if scene.grammar.has("purpose-markers", scene.lowered[at]):
            inner = scene.clauses.verb_at(at + 1)
            if inner is not None and inner.lemma not in scene.lexicon.attending:
                return False  # "went to Oslo to prepare the summit"
            return any(scene.lexicon.is_talks(word) for word in scene.lowered[at + 1 : at + 1 + _PURPOSE_REACH])
    return False


def _is_goal(scene: Scene, frame: Frame, verb: Verb, visited: Mention) -> bool:
    """Whether nothing but a day stands between a verb and where one goes: "is in hospital in Lima" tells no journey."""
    marked = scene.grammar.has_any(("place-markers", "towards"), visited.marker or "")
    phrase = frame.lemma.split(" ")
    last = max((at for at in range(verb.head + 1, visited.first) if scene.lowered[at] in phrase[2:]), default=verb.head)
    between = (scene.lowered[at] for at in range(last + 1, visited.first))  # "lead a strong delegation to"
    return marked and all(word in phrase or scene.grammar.has_any((*BEFORE_GOAL, "negators"), word) for word in between)


def is_for_talks(scene: Scene, verb: Verb) -> bool:
    """Whether a journey is one to talk: "flew to Lima for talks on the border", "is in Quito to discuss".

    So with those who are invited: "invited Oslo to talks".
    """
    asked = scene.grammar.has("inviting", verb.lemma)
    for at in range(verb.head + 1, min(verb.head + 1 + _PURPOSE_REACH, len(scene.words) - 1)):
        if scene.clauses.crossed(at, at + 1):
            return False
        purpose = scene.grammar.has("purpose-markers", scene.lowered[at])
        inner = scene.clauses.verb_at(at + 1)
        if inner is not None and (purpose or scene.grammar.has("infinitive-particles", scene.lowered[at])):
            return scene.lexicon.is_talks_verb(
                inner.lemma, scene.lowered[inner.head + 1 : inner.head + 1 + _TABLE_REACH]
            )
        if purpose or (asked and scene.grammar.has("addressee-markers", scene.lowered[at])):
            days = scene.lowered[at + _LONG : at + _LONG + 1]  # "for a two-day visit"
            reach = _TABLE_REACH + (bool(days) and scene.grammar.has("time-words", days[0]))
            noun = next((one for one in range(at + 1, at + 1 + reach) if _is_talks(scene, one)), None)
            return noun is not None and not is_of_many(scene, at, noun)
    return False


def _is_talks(scene: Scene, at: int) -> bool:
    return at < len(scene.words) and scene.lexicon.is_talks(scene.lowered[at])


def hosts_talks(scene: Scene, verb: Verb) -> bool:
    """Whether what somebody has at its table are talks: "hosted a round of talks between Peru and Chile"; who welcomes
    talks is only pleased with them."""
    if "support" in scene.lexicon.told_by(verb.lemma):
        return False
    behind = scene.lowered[verb.head + 1 : verb.head + 1 + _TABLE_REACH]
    return verb.lemma in scene.lexicon.hosting and any(scene.lexicon.is_talks(word) for word in behind)


def is_visited(scene: Scene, verb: Verb) -> bool:
    """Whether who is greeted is somebody who comes, no decision: "welcomed the Peruvian minister"."""
    around = scene.clauses.complements(verb) if not verb.passive else filter(None, [scene.clauses.subject(verb)])
    return any(
        one.marker is None and any(actor.person is not None or actor.level is not None for actor in one.actors)
        for one in around
    )


def is_left(scene: Scene, frame: Frame, verb: Verb, kinds: frozenset[str]) -> bool:
    """Whether what is left is a body of these kinds, not the own: "quitte la Cedeao", "se retire du Pérou"."""
    subject = scene.clauses.subject(verb)
    alone = subject is None or any(actor.person is not None or actor.level is not None for actor in subject.actors)
    if alone or verb.negated:
        return False  # a minister who leaves, who has not left
    own = subject.party_ids if subject is not None else frozenset()
    behind = [
        one
        for one in scene.clauses.complements(verb)
        if verb.head < one.first <= verb.head + _GOAL and (one.marker or "object") in (frame.item or ("object",))
    ]
    return any(actor.party.kind in kinds and actor.party.id not in own for one in behind for actor in one.actors)


def received_for(scene: Scene, trigger: Trigger, around: list[Mention]) -> Found:
    """Those who meet where a noun only says for what, and a verb names them: "hosted the premier for talks"."""
    if any(is_with(scene, one) for one in around):
        return []
    for at in range(trigger.first - 1, max(trigger.first - 1 - _WHAT_FOR, -1), -1):
        if scene.clauses.verb_at(at) is not None or scene.lowered[at] in MARKS:
            return []
        if scene.grammar.has("purpose-markers", scene.lowered[at]):
            verb = scene.clauses.any_verb_before(at)
            if verb is None or verb.passive or "talks" not in scene.lexicon.told_by(verb.lemma):
                return []
            behind = (one for one in scene.mentions if verb.head < one.first and one.last < at)
            met = next((one for one in behind if one.marker is None and one.kind in _MET), None)
            host = scene.clauses.subject(verb)
            if host is None or met is None or not met.party_ids.isdisjoint(host.party_ids):
                return []
            return [("participant", one, one.actors) for one in (host, met)]
    return []


_WHAT_FOR = 5
"""Words from "for" to the noun of a meeting, its adjectives between."""

_MET = frozenset({"office", "person", "name", "counterpart"})
"""Kinds of mentions by which it is told whom one meets."""
