"""Talks and deals that somebody only wants, grants, forbids or announces: "réclame des pourparlers", "banned talks"."""

from schemas.negotiation import Status
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Range
from services.extractor.fields.how_real.governing import is_subject

_REACH = 9
"""Words from a verb to the noun of its object, whom it is asked of and when between."""

_BY_VERB: tuple[tuple[str, Status], ...] = (
    ("asking-for", "proposed"),
    ("granting", "scheduled"),
    ("forbidding", "denied"),
)
"""Classes of verbs and what they make of the talks that are their object."""

_OF_MEETINGS: tuple[tuple[str, Status], ...] = (
    *_BY_VERB,
    ("announcing", "scheduled"),
    ("consenting", "scheduled"),
    ("denials", "denied"),
)
"""The same of meetings: who announces one has not held it, who announces a deal has made it; who denies one says that
there was none, "denied any talks", where a deal that is disputed was made."""

_BESIDE = ("calendar-names", "time-words", "adverbs", "openings-of-talks")
"""Classes of words behind which "de", "des" still opens the object, and no other noun's complement."""


def of_object(scene: Scene, trigger: Trigger, meets: bool) -> tuple[Status, Range] | None:
    """What the verb whose object a noun is makes of it, and the words that say so; None where it has another.

    `meets`: whether the noun tells of a meeting, and of no deal.
    """
    verb = scene.clauses.any_verb_before(trigger.first)
    if verb is None or verb.passive or verb.negated or trigger.first - verb.head > _REACH:
        return None
    classes = _OF_MEETINGS if meets and not verb.modals else _BY_VERB
    status = next((value for name, value in classes if scene.grammar.has(name, verb.lemma)), None)
    if status is None or not _is_object(scene, verb, trigger):
        return None
    return status, scene.span(verb.first, verb.head)


def is_made_known(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether a noun, or that it begins, is the subject of a passive that makes it known: "talks were announced", "la
    reprise des pourparlers a été annoncée"."""
    if trigger.inflections or verb.first < trigger.last or not (verb.passive and verb.tense == "past"):
        return False
    if verb.modals or verb.negated or not scene.grammar.has("made-known", verb.lemma):
        return False
    before = scene.lowered[max(trigger.first - _OPENING, 0) : trigger.first]
    opened = scene.grammar.holds("openings-of-talks", before) and scene.grammar.holds("genitives", before)
    return is_subject(trigger, verb, scene) or (opened and not scene.clauses.crossed(trigger.last + 1, verb.first))


_OPENING = 2
"""Words from "reopening" to the talks that it is of."""


def _is_object(scene: Scene, verb: Verb, trigger: Trigger) -> bool:
    """Whether nothing between a verb and a noun makes the noun part of another phrase: "a demandé lors de pourparlers",
    "réclame un compte rendu des pourparlers"; "réclame de Lima l'ouverture de pourparlers" does not."""
    at = verb.head + 1
    at += scene.grammar.has("consenting", verb.lemma) and scene.grammar.has("addressee-markers", scene.lowered[at])
    if scene.clauses.crossed(at, trigger.first) or _is_subject(scene, trigger):
        return False
    while at < trigger.first:
        named = next((one for one in scene.mentions if one.first == at and one.last < trigger.first), None)
        if named is not None and (named.marker is not None or at == verb.head + 1):
            at = named.last + 1
            continue
        if scene.lowered[at] in MARKS - {'"'}:
            return False
        if scene.grammar.has("day-openers", scene.lowered[at]) and scene.grammar.has(
            "calendar-names", scene.lowered[at + 1]
        ):
            at += 2  # "announced on Monday a meeting"
            continue
        wished = scene.grammar.phrase("wish-markers", scene.lowered, at)
        found = wished or scene.grammar.phrase("prepositions", scene.lowered, at)
        if wished is None and found is not None and not _opens_object(scene, verb, at, found):
            return False
        at += found[0] if found is not None else 1
    return True


def _is_subject(scene: Scene, trigger: Trigger) -> bool:
    """Whether a clause without "that" begins with the noun: "suggested talks would resume"."""
    behind = scene.clauses.verb_after(trigger.last) if scene.grammar.shows("bare-clauses") else None
    return behind is not None and behind.first - trigger.last <= _PREDICATE and is_subject(trigger, behind, scene)


_PREDICATE = 3
"""Words from a noun to the verb that is said of it."""


def _opens_object(scene: Scene, verb: Verb, at: int, found: tuple[int, str]) -> bool:
    """Whether a preposition brings what is wanted or of whom, and not where, when or of what else; an adjective may
    stand before it, "une reprise rapide des pourparlers"."""
    if any(one.first == at + found[0] for one in scene.mentions):
        return True
    if not (scene.grammar.has("genitive-markers", found[1]) or scene.grammar.has("genitives", scene.lowered[at])):
        return False
    before = scene.lowered[at - 1]
    after_name = any(one.last == at - 1 for one in scene.mentions)
    described = at - 2 > verb.head and scene.grammar.has("openings-of-talks", scene.lowered[at - 2])
    return at - 1 == verb.head or after_name or described or scene.grammar.has_any(_BESIDE, before)
