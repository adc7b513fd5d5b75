"""How real an act is that an infinitive or a gerund tells, from what it hangs on."""

from collections.abc import Mapping

from schemas.negotiation import Act, Status
from services.extractor.acts.governors import announced, for_whom
from services.extractor.acts.relative_clauses import noun_owned
from services.extractor.acts.roles.wanted import is_only_wanted, is_planned
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SYMMETRIC

_GOVERNOR = 2
"""Words before an infinitive, its particle among them, in which the noun stands that it belongs to."""

_DEEDS = DEALS | {"concede"}
"""Acts of which it is not told that they will be where they are only what something is for: "de quoi conclure"."""

BY_MODAL: Mapping[str, Status] = {
    "plan": "scheduled",
    "decided": "scheduled",
    "ready": "proposed",
    "wish": "proposed",
    "offer": "proposed",
    "call": "proposed",
    "attempt": "proposed",
    "possible": "conditional",
    "negative-possible": "denied",
    "avoidance": "denied",
    "acceptance": "scheduled",
    "commitment": "scheduled",
    "obligation": "proposed",
    "future": "scheduled",
    "ongoing": "ongoing",
}
"""What a word that governs a verb makes of its act, the first that is there."""


def of_infinitive(act: Act, verb: Verb, scene: Scene) -> Status:
    """An infinitive is as real as the noun or verb that it hangs on makes it; "avoir signé" has been done."""
    category = governing_noun(verb, scene)
    matrix = scene.clauses.verb_before(verb.first)
    if matrix is not None and act in _YIELDING and _was_compelled(matrix, verb, scene):
        return "occurred"
    if category is None:
        if matrix is None:
            return _of_no_verb(act, verb, scene)
        if _is_of_first(verb, matrix, scene):
            return "occurred"
        if scene.grammar.has("denials", matrix.lemma) and not matrix.negated:
            return "denied"
        if matrix.negated and _is_purpose(verb, scene):
            return "denied"  # "ne se rendra pas à Lima pour rencontrer"
        decided = scene.grammar.has("decisions", matrix.lemma) and matrix.tense == "past" and not matrix.negated
        if decided and not _is_perfect(verb, scene):
            return "occurred" if act in _YIELDING else "scheduled"
        if act in SYMMETRIC and (held := _held(act, verb, matrix, scene)):
            return held
        category = scene.grammar.modals.get(matrix.lemma)
        if category == "success" and matrix.tense == "past" and not matrix.modals:
            return "denied" if matrix.negated else "occurred"  # "helped Oslo and Lima reach a deal"
    if (told := _of_will(category, act)) is not None:
        return told
    if category is None and _is_perfect(verb, scene):
        return "occurred" if not verb.passive else "scheduled"
    value = BY_MODAL.get(category or "")
    meant = act in _DEEDS and not (act == "sign" and _is_purpose(verb, scene))
    return value or ("proposed" if meant else "scheduled")


def _of_will(category: str | None, act: Act) -> Status | None:
    """What a refusal makes of an act, or the decision to do it: by that some are done."""
    if category == "refusal":
        return "denied"
    return "occurred" if category == "decided" and act in _YIELDING else None


_YIELDING = frozenset({"concede", "suspend", "agree"})
"""Acts that are done by deciding on them, or by being made to."""


def _held(act: Act, verb: Verb, matrix: Verb, scene: Scene) -> Status | None:
    """That talks are held, or were, where those who hold them are, or that somebody set out to mediate."""
    if _is_where_held(verb, matrix, scene):
        return "ongoing" if matrix.tense == "present" else "occurred"
    strives = scene.grammar.has("striving", matrix.lemma)  # "intervient pour relancer les pourparlers"
    tries = act == "mediate" and (strives or not _is_purpose(verb, scene)) and _is_trying(matrix, scene, strives)
    return "occurred" if tries else None


def _is_where_held(verb: Verb, matrix: Verb, scene: Scene) -> bool:
    """Whether those who meet have come where they do, "came to Lima to meet", were there, or held talks for it; also
    where they did something first: "s'est rendu à Oslo avant de rencontrer"."""
    if matrix.tense not in ("past", "present") or matrix.modals or matrix.negated:
        return False
    between = scene.lowered[matrix.head + 1 : verb.first]
    there = scene.grammar.has("passive-auxiliaries", matrix.lemma) and scene.grammar.holds("place-markers", between)
    if matrix.tense == "present":
        return there
    held = "talks" in scene.lexicon.told_by(matrix.lemma) or any(map(scene.lexicon.is_talks, between))
    met = held and _is_purpose(verb, scene)  # "ont tenu trois entretiens pour discuter"
    return there or met or matrix.is_of("arrivals", scene.grammar)


def _is_trying(matrix: Verb, scene: Scene, strives: bool) -> bool:
    """Whether somebody has set out to bring others together, and so mediates: "moved to broker a truce between"."""
    now = matrix.tense == "past" or (strives and matrix.tense == "present")
    told = now and not matrix.passive and not matrix.modals and not matrix.negated
    return told and (strives or scene.grammar.modals.get(matrix.lemma) in (None, "attempt"))


def _is_perfect(verb: Verb, scene: Scene) -> bool:
    """Whether an infinitive tells what has been done: "a annoncé avoir signé"."""
    return len(verb.lemmas) > 1 and scene.grammar.has("auxiliaries", verb.lemmas[0])


def _was_compelled(matrix: Verb, verb: Verb, scene: Scene) -> bool:
    """Whether somebody was made to do it: "the strike forced Oslo to withdraw its bill", "the raid led the rebels to
    break off talks", not "Oslo led efforts to"."""
    told = matrix.tense == "past" and not matrix.negated and not matrix.modals
    if not told or not scene.grammar.has("compelling", matrix.lemma):
        return False
    return matrix.passive or any(matrix.head < one.first and one.last < verb.first for one in scene.mentions)


def _is_of_first(verb: Verb, matrix: Verb, scene: Scene) -> bool:
    """Whether somebody is told to be the first, or the only one, of those who did it: "became the third state to
    ratify it"; not "will be the first to", nor "was the last chance to"."""
    told = matrix.finite and not matrix.modals and matrix.tense in ("past", "present")  # "n'est pas seule à" does
    if not told or not scene.grammar.has("becoming", matrix.lemma):
        return False
    between = [word for word in scene.lowered[matrix.head + 1 : verb.head] if not _is_particle(word, scene)]
    ranked = scene.grammar.holds("ranked", between[-_RANKED_REACH:])
    return ranked and scene.grammar.has_any(("ranked", "ranked-ones"), between[-1])


def _is_particle(word: str, scene: Scene) -> bool:
    return scene.grammar.has_any(("infinitive-particles", "infinitive-prefixes", "genitives"), word)


_RANKED_REACH = 3
"""Words before an infinitive among which stands which one of many did it: "the second West African country to"."""


def of_gerund(verb: Verb, scene: Scene) -> Status | None:
    """What a verb makes of the gerund behind it: "suggested holding talks", "would gain by accepting"."""
    if _is_before(verb, scene) and _comes_after_what_will_be(verb, scene):
        return "scheduled"
    before = scene.clauses.any_verb_before(verb.first)
    if before is None:
        return None
    if before.tense == "conditional" and scene.grammar.has("passive-markers", scene.lowered[verb.first - 1]):
        return "proposed" if not scene.clauses.crossed(before.head + 1, verb.first) else None
    if scene.lowered[verb.first - 1] == "," and before.finite and before.tense in ("future", "conditional"):
        return "scheduled"  # "will leave the pact, suspending the talks"
    if before.head != verb.first - 1:
        return None
    if scene.grammar.has("denials", before.lemma) and not before.negated:
        return "denied"  # "denied meeting"
    category = scene.grammar.modals.get(before.lemma)
    return BY_MODAL.get(category or "")


def _of_no_verb(act: Act, verb: Verb, scene: Scene) -> Status:
    """An infinitive that hangs on no verb: what a headline announces, else what a noun is for."""
    if announced(verb, scene.clauses.bodies, scene.grammar) is not None:
        return "scheduled"
    if act in _DEEDS and (_is_purpose(verb, scene) or _is_before(verb, scene)):
        return "proposed"  # "Pour conclure avec Lima, Oslo", "Avant de signer, Oslo"
    if _is_before(verb, scene) and _comes_after_what_will_be(verb, scene):
        return "scheduled"
    opened = scene.grammar.has("infinitive-prefixes", scene.lowered[verb.first])
    return "proposed" if opened and act in _DEEDS and verb.first else "occurred"


def _is_purpose(verb: Verb, scene: Scene) -> bool:
    """Whether an infinitive is what something is done for: "were to meet on Sunday to sign"."""
    before = scene.lowered[max(0, verb.first - 1) : verb.first]
    return bool(before) and scene.grammar.has("purpose-markers", before[0])


def _is_before(verb: Verb, scene: Scene) -> bool:
    """Whether an infinitive says what something else comes before: "avant de conclure"."""
    return scene.grammar.holds("before-words", scene.lowered[max(0, verb.first - 2) : verb.first])


def _comes_after_what_will_be(verb: Verb, scene: Scene) -> bool:
    """Whether the clause to which "before" hangs something tells of what is or will be: "before meeting Oslo's
    envoy, she will visit Lima", "avant de négocier, Lima exige"; not "before meeting him, she said"."""
    main = scene.clauses.verb_before(verb.first) or scene.clauses.verb_after(verb.head)
    if main is None or scene.sentence.is_heading:
        return False
    return main.tense in ("present", "future") or "plan" in main.modals


def governing_noun(verb: Verb, scene: Scene) -> str | None:
    """What a noun or adjective right before an infinitive does to it: "its willingness to resume talks", "s'est dite
    mardi prête à négocier", where a day parts the adjective from its verb; "la nécessité pour Oslo de négocier"."""
    bound = for_whom(verb, scene.clauses.bodies, scene.lowered, scene.grammar)
    if bound is None and (owner := scene.clauses.absolute.get(verb.first)) is not None:
        if scene.grammar.has("genitive-markers", owner.marker or ""):
            return scene.grammar.governors.get(scene.lowered[noun_owned(owner, scene.lowered, scene.grammar)])
        bound = owner if owner.last == verb.first - 1 else None  # "a decision by Oslo to leave"
    if bound is not None and bound.first > 1:
        return scene.grammar.governors.get(scene.lowered[bound.first - 2])
    for at in range(verb.first, max(verb.first - 1 - _GOVERNOR, -1), -1):
        word = scene.lowered[at]
        group = scene.clauses.verb_at(at)
        is_verb = group is not None and at in group.indices[1:]  # "a décidé d'accepter", not "prête à accepter"
        adjective = None if is_verb else scene.grammar.operators.get(word)
        if category := scene.grammar.governors.get(word) or adjective:
            if category == "objection":  # "n'a pas d'objection à négocier"
                return "ready" if _is_none(at, scene) else "refusal"
            return "refusal" if category in _MEANT and _is_none(at, scene) else category
    return None


_MEANT = frozenset({"plan", "ready", "wish"})
"""What a noun says that somebody means to do: "no plans to meet", "aucune intention de rencontrer"."""


def _is_none(noun: int, scene: Scene) -> bool:
    """Whether a noun is denied: by its determiner, or by the verb of having right before it."""
    if noun and scene.grammar.has("denying-determiners", scene.lowered[noun - 1]):
        return True
    verb = scene.clauses.any_verb_before(noun)
    return verb is not None and verb.negated and noun - verb.head <= _GOVERNOR + 1


_DEAL_REACH = 4
"""Words from the noun of a deal to the gerund that says on what, a day between."""


def _is_agreed_on(verb: Verb, scene: Scene) -> bool:
    """Whether a gerund says what a deal is on, still to be done: "reached an agreement on Monday on opening talks"."""
    if verb.tense != "gerund" or not verb.first or not scene.grammar.has("agreed-on", scene.lowered[verb.first - 1]):
        return False
    matrix = scene.clauses.verb_before(verb.first)
    agrees = matrix is not None and matrix.head >= verb.first - _DEAL_REACH and matrix.lemma in scene.grammar.modals
    if agrees and matrix is not None and scene.grammar.modals[matrix.lemma] == "acceptance":
        return True
    deals = scene.lexicon.object_forms("treaties")
    return any(word in deals for word in scene.lowered[max(0, verb.first - _DEAL_REACH) : verb.first - 1])


def aim(verb: Verb, scene: Scene) -> Status | None:
    """What a noun makes of what it is said to be, "the aim was to reach a deal", and who wants it of what is to be."""
    if is_only_wanted(scene, verb):
        return "proposed"
    if is_planned(scene, verb):
        return "scheduled"
    if _is_agreed_on(verb, scene):
        return "scheduled"
    copulas = scene.grammar.sets["copulas"]
    first: int | None = None
    if verb.tense == "infinitive":
        before = scene.clauses.verb_before(verb.first)
        near = before is not None and before.lemma in copulas and verb.first - before.head <= _GOVERNOR
        first = before.first if before is not None and near else None
    elif verb.lemmas[0] in copulas and ("plan" in verb.modals or verb.tenses[-1:] == ("infinitive",)):
        first = verb.first
    return BY_MODAL.get(_said_of(first, scene) or "") if first else None


_SUBJECT = 12
"""Words of the subject of a verb of being, before it."""


def _said_of(copula: int, scene: Scene) -> str | None:
    """What the noun does to an infinitive that is said to be so, whosever it is: "le but d'Oslo et de Lima est de"."""
    for at in range(copula - 1, max(copula - 1 - _SUBJECT, -1), -1):
        if scene.clauses.verb_at(at) is not None:
            return None
        category = scene.grammar.governors.get(scene.lowered[at])
        if category is not None and (at == copula - 1 or scene.grammar.has("genitives", scene.lowered[at + 1])):
            return category
    return None
