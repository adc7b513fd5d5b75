"""Whether what somebody offers another, or invites him to, is to talk: that is talks, as yet proposed."""

from functools import cache

from services.extractor.acts.lexicon import Trigger, lexicon
from services.extractor.acts.roles.owners import is_noun
from services.extractor.acts.roles.roles import Found, says_with
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_REACH = 10
"""Words from a verb of offering to the talks that are offered, to whom between."""

_BETWEEN = (
    "determiners", "adverbs", "ranking-words", "titles", "calendar-names", "articles", "genitives", "time-words",
    "openings-of-talks",
)  # fmt: skip
"""Classes of words that may stand before the noun of the talks."""


def offered_talks(scene: Scene, trigger: Trigger, verb: Verb | None, found: Found) -> Found | None:
    """Who would talk, where one offers it to another: "a proposé à Lima un dialogue", "invite Lima à des pourparlers".

    Whom it is offered to need not be told: "propose une conférence", "souhaite un dialogue".

    None where what is offered is something else, the offer is to several, or the talks are with others.
    """
    if verb is None or verb.passive or verb.negated:
        return None
    invites = scene.grammar.has("inviting", verb.lemma)
    wishes = scene.grammar.modals.get(verb.lemma) == "wish"
    if trigger.frame.act != "propose" and not ((invites or wishes) and trigger.frame.act == "demand"):
        return None
    sides = sorted({actor.party.id: role for role, _, actors in found for actor in actors}.values())
    alone = sides == ["initiator"] and bool(trigger.inflections) and not invites
    if sides != ["counterpart", "initiator"] and not alone:
        return None
    if invites and _is_to_come_and_talk(scene, verb):
        return [("participant", mention, actors) for _, mention, actors in found]
    noun = _talks_behind(scene, trigger.last + 1)
    if noun is None or (invites and not _is_some(scene, trigger.last + 1, noun)) or _is_with_others(scene, noun):
        return None
    if alone and (_is_of_body(scene, noun) or _is_beside(scene, trigger.last + 1, noun)):
        return None
    return [("participant", mention, actors) for _, mention, actors in found]


def _is_to_come_and_talk(scene: Scene, verb: Verb) -> bool:
    """Whether one is invited to where the other is, to talk: "à Oslo pour échanger", "à venir discuter"; "à négocier"
    may be with anybody."""
    for at in range(verb.head + 1, min(verb.head + _REACH, len(scene.words) - 1)):
        inner = scene.clauses.verb_at(at + 1)
        if scene.clauses.crossed(at, at + 1):
            return False
        if inner is None or inner.first not in (at, at + 1):
            continue
        comes = scene.grammar.has("purpose-markers", scene.lowered[at]) or len(inner.lemmas) > 1
        talks = scene.lowered[inner.head] in _plain_talks(scene.grammar.language, _LIKELY)
        return comes and talks and not _is_with_others(scene, inner.head)
    return False


def _talks_behind(scene: Scene, first: int) -> int | None:
    """Where the noun of the talks stands that are the object, whatever names to whom they are offered between."""
    inside = {at for one in scene.mentions for at in range(one.first, one.last + 1)}
    talks = _plain_talks(scene.grammar.language, _PLAINLY)
    for at in range(first, min(first + _REACH, len(scene.words))):
        word = scene.lowered[at]
        if scene.grammar.has("complementizers", word):
            return None  # "will propose that the talks be ended"
        if at in inside or scene.grammar.phrase("prepositions", scene.lowered, at) is not None:
            continue
        if word in talks and scene.clauses.verb_at(at) is None:
            return None if _is_swap(scene, at) else at
        described = at + 1 < len(scene.words) and scene.lowered[at + 1] in talks and is_noun(scene, at)
        if not described and not scene.grammar.has_any(_BETWEEN, word):
            return None
    return None


@cache
def _plain_talks(language: str, weight: float) -> frozenset[str]:
    """Words that tell of talks by themselves, whatever stands beside them."""
    return lexicon(language).plainly(frozenset({"talks"}), weight)


_PLAINLY = 0.85
"""Weight of a noun from which on nothing but talks can be meant."""

_LIKELY = 0.6
"""Weight of a verb from which on talks are meant where one is invited to come for it: "échanger"."""


def _is_swap(scene: Scene, noun: int) -> bool:
    """Whether captives are what is exchanged: "un échange de prisonniers"."""
    captives = scene.lexicon.object_forms("captives")
    return any(word in captives for word in scene.lowered[noun + 1 : noun + 4])


def _is_some(scene: Scene, first: int, noun: int) -> bool:
    """Whether talks are some and not talking as such: "à des pourparlers", where "au dialogue" invites nobody."""
    before = scene.lowered[max(first, noun - 2) : noun]
    return any(
        scene.grammar.has("indefinite-articles", word) or scene.grammar.has("plural-articles", word) for word in before
    )


def _is_with_others(scene: Scene, noun: int) -> bool:
    """Whether words behind the talks say whom they are with or between."""
    for at in range(noun + 1, min(noun + _REACH, len(scene.words))):
        if not scene.lowered[at][0].isalnum() or scene.clauses.verb_at(at) is not None:
            return False
        if says_with(scene, at):
            return True
    return False


def _is_beside(scene: Scene, first: int, noun: int) -> bool:
    """Whether a preposition before the talks makes them the time or place of an offer: "made a bid after talks"."""
    found = (scene.grammar.phrase("prepositions", scene.lowered, at) for at in range(first, noun))
    return any(one is not None and not scene.grammar.has("genitive-markers", one[1]) for one in found)


def _is_of_body(scene: Scene, noun: int) -> bool:
    """Whether words right behind the talks say whose they are: "une réunion d'urgence du Conseil de sécurité"."""
    return any(
        one.kind == "adjective" or scene.grammar.has("genitive-markers", one.marker or "")
        for one in scene.mentions
        if noun < one.first <= noun + _OF_BODY and not scene.clauses.crossed(noun, one.first)
    )


_OF_BODY = 5
"""Words from a noun of talks to the name of whose they are, what sort they are between."""
