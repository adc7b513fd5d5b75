"""How real an act is, from tense, modals, negation, conditions and the words of planning and cancelling around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from schemas.negotiation import Status
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.no_deeds import plan_given_up
from services.extractor.acts.roles import copula_of
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb import Verb
from services.extractor.candidate import SPEECH, SYMMETRIC, Candidate, Range
from services.extractor.fields.circumstances import circumstance, is_told_besides
from services.extractor.fields.infinitives import BY_MODAL, aim, governing_noun, of_gerund, of_infinitive
from services.extractor.grammar import Grammar, Phrases, match, phrases, table

_ADJECTIVES = 5
"""Words between a determiner that denies and its noun."""

_NEAR = 8
"""Words between a noun and the verb or adjective that says what becomes of it."""

_OBJECT = 3
"""Words from a verb to a noun right behind it, its determiner and an adjective between."""

_PREDICATE = 3
"""Words of a verb and right behind it that say what becomes of its subject: "will take place"."""


_DENIABLE = SYMMETRIC | {"agree", "sign"}
"""Acts that the determiner of their noun denies: "no talks", "aucun accord n'a été trouvé"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A status and the words that say so; None where it holds unless words say otherwise."""

    status: Status
    words: Range | None = None


def status(candidate: Candidate, trigger: Trigger, scene: Scene) -> Told:
    """The status of a candidate; speech acts that were uttered have occurred."""
    verb = governing(trigger, scene)
    if not trigger.inflections and candidate.act in _DENIABLE and (cue := _denied(scene, trigger)):
        return Told("denied", cue)
    if trigger.inflections and verb is not None and verb.passive and (cue := _denied_subject(scene, verb)):
        return Told("denied", cue)
    own = verb if trigger.inflections else _held_by(scene, trigger)
    if own is not None and _is_without(scene, own):
        return Told("denied", scene.span(own.first - 1, own.head))
    if not trigger.inflections and candidate.act in _SUPPOSABLE and (cue := _of_any(scene, trigger)):
        return Told("proposed", cue)
    if candidate.act in SPEECH:
        return _by_verb(_of_speech(verb, trigger, scene.grammar), verb, scene)
    if not trigger.inflections and _has_led_to(scene, trigger):
        return Told("occurred")
    ends = candidate.act == "suspend" or (candidate.act == "concede" and bool(trigger.inflections))
    if not ends and (cue := _near(scene, trigger, "cancelled") or _planned_no_more(scene, trigger)):
        return Told("cancelled", cue)
    if not trigger.inflections and (cue := _of_before(scene, trigger)):
        return Told("occurred", cue)
    if verb is None:
        return _of_noun_alone(scene, trigger)
    base = _of_verb(verb, trigger, scene)
    if base.status == "scheduled" and not trigger.inflections and scene.grammar.has("closings", verb.lemma):
        return Told("ongoing", base.words)  # "The visit is to end on Monday."
    if base.status in ("scheduled", "proposed") and candidate.condition is not None:
        return Told("conditional", candidate.condition)
    return base


def _of_before(scene: Scene, trigger: Trigger) -> Range | None:
    """The adjective that tells a noun from a later one: "their previous meeting", "leur précédente rencontre"."""
    for at in (trigger.first - 1, trigger.last + 1):
        if 0 <= at < len(scene.words) and scene.grammar.has("earlier-ones", scene.lowered[at]):
            return scene.span(at, at)
    return None


def _denied(scene: Scene, trigger: Trigger) -> Range | None:
    """ "No direct meeting", "aucune rencontre": the determiner before a noun and its adjectives denies it."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _ADJECTIVES, -1), -1):
        word = scene.lowered[at]
        without = scene.grammar.has("negations", word) and scene.grammar.phrase("prepositions", scene.lowered, at)
        if scene.grammar.has("denying-determiners", word) or without or _parts_from(scene, at):
            return scene.span(at, at)
        compound = word.isalpha() or word in ("-", "–")  # "No Lima-Oslo meeting"
        if scene.grammar.has("determiners", word) or not compound or scene.clauses.verb_at(at):
            return None
    return None


_SUPPOSABLE = (SPEECH | {"agree", "sign"}) - SYMMETRIC
"""Acts whose noun behind "any" tells of none that there was."""


def _of_any(scene: Scene, trigger: Trigger) -> Range | None:
    """ "Any offer", "no offer": the determiner of what may never come."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _ADJECTIVES, -1), -1):
        word = scene.lowered[at]
        if scene.grammar.has("supposing-determiners", word):
            return scene.span(at, at)
        if not word.isalpha() or scene.grammar.has("determiners", word) or scene.clauses.verb_at(at):
            return None
    return None


def _parts_from(scene: Scene, at: int) -> bool:
    """Whether words for "instead of" end there."""
    return scene.grammar.ends_before("privatives", scene.lowered, at + 1)


def _denied_subject(scene: Scene, verb: Verb) -> Range | None:
    """ "Aucun accord n'a été signé", "No truce was signed": the determiner of what is done denies that it is."""
    for at in range(verb.first - 1, max(verb.first - 1 - _SUBJECT, -1), -1):
        word = scene.lowered[at]
        if scene.grammar.has("denying-determiners", word):
            return scene.span(at, at) if verb.finite else None
        if scene.clauses.verb_at(at) or word in MARKS or scene.clauses.crossed(at, at + 1):
            return None
    return None


_SUBJECT = 8
"""Words of the subject of a passive verb, before it."""


def _has_led_to(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun is what something else comes after: "will strike, following the breakdown of talks"."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _PHRASE, -1), -1):
        if scene.grammar.has("aftermaths", scene.lowered[at]):
            return not scene.grammar.has("possessives", scene.lowered[at - 1]) if at else True
        if not scene.lowered[at].isalpha() or scene.clauses.verb_at(at) is not None:
            return False
    return False


def _planned_no_more(scene: Scene, trigger: Trigger) -> Range | None:
    """The plan that is given up and of which the trigger is the content: "dropped its plan to sign"."""
    at = plan_given_up(scene, max(0, trigger.first - _NEAR), trigger.first)
    return scene.span(at, at) if at is not None and not scene.clauses.crossed(at + 1, trigger.first) else None


def _held_by(scene: Scene, trigger: Trigger) -> Verb | None:
    """The verb, of any form, that makes the noun right behind it happen: "without holding talks"."""
    nearest = next((one for one in reversed(scene.clauses.verbs) if one.head < trigger.first), None)
    near = nearest is not None and trigger.first - nearest.head <= _OBJECT
    return nearest if near and nearest is not None and _happens(nearest, trigger, scene) else None


def _is_without(scene: Scene, verb: Verb) -> bool:
    """Whether it is what was not done: "signed without consulting Oslo", "rather than sign", "sans exiger"."""
    return not verb.finite and scene.grammar.ends_before("privatives", scene.lowered, verb.first)


def _by_verb(status: Status, verb: Verb | None, scene: Scene) -> Told:
    return Told(status, scene.span(verb.first, verb.head) if verb is not None else None)


def governing(trigger: Trigger, scene: Scene) -> Verb | None:
    """The verb whose tense tells about the trigger: its own, or for a noun the nearest of its clause."""
    own = scene.clauses.verb_at(trigger.head)
    if own is not None and trigger.inflections:
        return own.until(trigger.head, scene.grammar)
    if (copula := copula_of(scene, trigger)) is not None:
        return copula
    after = scene.clauses.verb_after(trigger.last)
    before = scene.clauses.verb_before(trigger.first)
    held = _held_by(scene, trigger)
    if held is not None and (held.finite or held.modals or held.tense == "gerund"):
        return held
    subject_of = after is not None and _is_subject(trigger, after, scene)
    if subject_of:
        return after
    if before is not None and not scene.clauses.crossed(before.head + 1, trigger.first):
        return before
    return before or after


def _happens(verb: Verb, trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb makes the noun right behind it happen: "hold talks", "tenir un sommet"."""
    light = verb.lemma in trigger.frame.lights or verb.lemma in scene.lexicon.occurrence
    between = scene.lowered[verb.head + 1 : trigger.first]
    return light and not verb.passive and all(word.isalpha() or word in ("'", "-") for word in between)


def _is_subject(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether a noun is the subject of the verb behind it: bare, with no clause mark between."""
    marker = scene.grammar.phrase("prepositions", scene.lowered, trigger.first - 1) if trigger.first else None
    return marker is None and not scene.clauses.crossed(trigger.last + 1, verb.first)


def _of_speech(verb: Verb | None, trigger: Trigger, grammar: Grammar) -> Status:
    # What no word but the tense tells ("Paris will send") was said now, whenever it is to be done.
    light = verb is not None and not trigger.inflections and verb.lemma in trigger.frame.lights
    if light and verb is not None and (verb.negated or "refusal" in verb.modals):
        return "denied"  # "ne fait aucune ouverture", "refused to give guarantees"
    if verb is None or not trigger.inflections or not trigger.frame.lemma:
        return "occurred"
    if "ahead" in trigger.frame.needs or trigger.frame.negated:
        return "occurred"
    own, negates = trigger.frame.lemma.split(" "), partial(grammar.has, "negators")
    if verb.negated and not {"refusal", "possible"} & set(verb.modals) and not any(map(negates, own)):
        return "denied"
    if "refusal" in verb.modals and not verb.negated and trigger.frame.act != "reject":
        return "denied"  # "renonce à réclamer"
    if "avoidance" in verb.modals and not verb.negated:
        return "denied"  # "failed to propose"
    if not _ONLY_MEANT.isdisjoint(verb.modals) and verb.lemma not in trigger.frame.lights:
        return "proposed"  # "was urged to reject", "hopes to propose"
    supposed = verb.tense == "conditional" and bool(set(verb.modals) - {"conditional", "future"})
    if (supposed and not _perfect(verb, grammar)) or ("possible" in verb.modals and not verb.negated):
        return "proposed"  # "pourrait réclamer", "devrait exiger": nobody has said it.
    if verb.tense == "future" or "plan" in verb.modals:
        return "scheduled"
    return "occurred"


_ONLY_MEANT = frozenset({"call", "wish"})
"""What modals say of words that nobody has said yet."""


def _perfect(verb: Verb, grammar: Grammar) -> bool:
    """ "Aurait demandé", "would have demanded": hearsay, or what was not done."""
    return len(verb.lemmas) > 1 and grammar.has("auxiliaries", verb.lemmas[-2])


def _of_noun_alone(scene: Scene, trigger: Trigger) -> Told:
    besides = not trigger.inflections and circumstance(trigger, scene) is not None
    for name, value in _ORDER:
        if besides and value in ("proposed", "conditional"):
            continue  # "At the conference in Lima, Oslo demanded"
        if cue := _near(scene, trigger, name):
            return Told(value, cue)
    return Told("occurred")


_ORDER: tuple[tuple[str, Status], ...] = (
    ("cancelled", "cancelled"),
    ("scheduled", "scheduled"),
    ("proposed", "proposed"),
    ("possible", "conditional"),
    ("ongoing", "ongoing"),
)


def _of_verb(verb: Verb, trigger: Trigger, scene: Scene) -> Told:
    """What the verb says with its tense, modals and negation, or for a noun a word of planning beside it."""
    modals, own = set(verb.modals), bool(trigger.inflections)
    said = verb.negated or "refusal" in modals or any(modal in modals for modal, _ in BY_MODAL)
    if not own and not said:
        beside = _of_noun_alone(scene, trigger)
        if beside.words is not None:
            return beside
    return _by_verb(_of_group(verb, trigger, scene), verb, scene)


def _of_group(verb: Verb, trigger: Trigger, scene: Scene) -> Status:
    modals, own = set(verb.modals), bool(trigger.inflections)
    happens = own or verb.lemma in scene.lexicon.occurrence or verb.lemma in trigger.frame.lights
    if verb.finite and _is_denied(verb, scene):
        return "denied"
    if happens and (aimed := aim(verb, scene)):
        return aimed
    if not own and _hangs_on_talks(trigger, verb, scene):
        return "conditional"
    if not own and is_told_besides(trigger, verb, scene):
        return "scheduled" if verb.tense == "future" or "plan" in modals else "occurred"
    if verb.negated or "refusal" in modals:
        return _of_negated(verb, trigger, scene, happens)
    taken_up = not happens and _is_taken_up(verb, trigger, scene)
    if (told := _by_modal(verb, trigger, scene, happens=happens, taken_up=taken_up)) is not None:
        return told
    if verb.tense == "future" and (happens or _is_subject(trigger, verb, scene)):
        return "scheduled"
    if verb.tense == "conditional" and happens:
        return _of_conditional(verb, scene)
    if verb.tense in ("present", "past") and own and _is_running(verb, scene):
        return "ongoing"
    if verb.tense == "present" and happens and scene.sentence.kind not in ("headline", "heading"):
        return _of_present(verb, trigger, scene)
    if verb.tense == "infinitive" and happens and not modals - _NO_MORE and (own or governing_noun(verb, scene)):
        return of_infinitive(trigger.frame.act, verb, scene)
    return (of_gerund(verb, scene) if verb.tense == "gerund" and happens else None) or "occurred"


def _hangs_on_talks(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether something can be done behind talks alone: "can only agree after talks", "will sign only after talks"."""
    ahead = verb.tense in ("future", "conditional") or "possible" in verb.modals
    between = scene.lowered[verb.first : trigger.first]
    return ahead and not verb.negated and any(scene.grammar.has("limiting-adverbs", word) for word in between)


def _by_modal(verb: Verb, trigger: Trigger, scene: Scene, *, happens: bool, taken_up: bool) -> Status | None:
    """What the verbs before a verb make of its act, and what it does itself by offering it."""
    if trigger.inflections and _is_offer(verb, trigger, scene):
        return "proposed"
    for modal, value in BY_MODAL:
        if modal in verb.modals and (happens or modal != "avoidance") and not (taken_up and modal == "possible"):
            return value
    return None


_OPENING = 4
"""Words from what opens a clause to the noun of the talks that are its subject."""


def _of_present(verb: Verb, trigger: Trigger, scene: Scene) -> Status:
    own = bool(trigger.inflections)
    opening = scene.lowered[max(0, trigger.first - _OPENING) : trigger.first]
    if not own and verb.first > trigger.last and any(scene.grammar.has("awaiting", word) for word in opening):
        return "scheduled"  # "when talks open in Lima"
    state = own or scene.grammar.has("plain-locatives", scene.lowered[trigger.first - 1])  # "sont en pourparlers"
    since = state and _is_since(trigger.last, scene)
    running = _near(scene, trigger, "ongoing") or "ongoing" in verb.modals or since or (own and _lasts(verb, scene))
    return "ongoing" if running else "occurred"


_NO_MORE = frozenset({"recent", "success"})
"""What modals leave a deed as real as it was: "has just signed", "managed to sign"."""


def _is_offer(verb: Verb, trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb only offers to talk or mediate: "offered its good offices", "invited Oslo to talks"."""
    offers = scene.grammar.modals.get(verb.lemma) == "offer" or scene.grammar.has("inviting", verb.lemma)
    return offers and trigger.frame.act in SYMMETRIC


def _is_taken_up(verb: Verb, trigger: Trigger, scene: Scene) -> bool:
    """Whether talks told of before may have some effect: "the talks may offer a clue"."""
    known = trigger.first > 0 and scene.grammar.has("demonstratives", scene.lowered[trigger.first - 1])
    happens = any(verb.lemma == lemma.partition(" ")[0] for lemma in scene.lexicon.occurrence)  # "may take place"
    return known and not happens and verb.first > trigger.last and _is_subject(trigger, verb, scene)


def _of_negated(verb: Verb, trigger: Trigger, scene: Scene, happens: bool) -> Status:
    if verb.negated and "refusal" in verb.modals and happens:
        return "conditional"  # "n'exclut pas de rencontrer"
    if not trigger.inflections and _is_adjunct(trigger, verb, scene):
        return "occurred"
    if "refusal" in verb.modals or happens or "plan" in verb.modals or _near(scene, trigger, "scheduled"):
        return "denied"
    return "occurred"


_PHRASE = 4
"""Words from a preposition to the noun that it marks, a determiner and adjectives between."""


def _is_adjunct(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether a noun is neither what a verb is said of nor what it does: "was not alone at the talks"."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _PHRASE, -1), -1):
        if scene.clauses.verb_at(at) is not None or scene.lowered[at] in MARKS:
            return False
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if found is not None:
            return scene.grammar.has("circumstances", found[1]) and (verb.lemma == "be" or verb.head > trigger.last)
    return False


def _is_since(last: int, scene: Scene) -> bool:
    """ "Discutent depuis dimanche": what is told in the present with its beginning goes on."""
    return any(scene.grammar.has("since-then", word) for word in scene.lowered[last + 1 : last + 3])


def _lasts(verb: Verb, scene: Scene) -> bool:
    """ "Nous discutons avec le FMI", a-t-il dit: the present of talks that last tells that they go on."""
    if not scene.grammar.has("lasting", verb.lemma) or scene.speech_over(verb.head) is None:
        return False
    beside = scene.lowered[verb.head + 1 : verb.head + 1 + _NEAR]
    return not any(scene.grammar.has("calendar-names", word) for word in beside)


def _is_running(verb: Verb, scene: Scene) -> bool:
    """ "Is mediating", "has been mediating": what is told in the progressive of the present goes on."""
    readings = scene.lexicon.inflections(scene.lowered[verb.head])
    now = any(one.tense == "present" for one in scene.lexicon.inflections(scene.lowered[verb.first]))
    return now and len(verb.lemmas) > 1 and any(one.tense == "gerund" for one in readings)


def _is_announced(verb: Verb, scene: Scene) -> bool:
    """The future seen from the past: "confirmed that Biden would meet Xi" tells of what is planned."""
    speech = scene.speech_over(verb.head)
    if speech is None or speech.verb.tense != "past" or verb.head < speech.verb.head or len(verb.modals) > 1:
        return False
    between = range(speech.verb.head + 1, verb.first)
    stated = any(scene.grammar.has("complementizers", scene.lowered[at]) for at in between) or (
        scene.grammar.shows("bare-clauses") and not any(scene.clauses.verb_at(at) for at in between)
    )
    return stated and not any(scene.grammar.phrase("conditions", scene.lowered, at) for at in scene.clauses.opens)


def _is_denied(verb: Verb, scene: Scene) -> bool:
    """Whether a clause is the content of a denial: "denied that it had held talks"."""
    if _is_unlikely(verb, scene):
        return True
    matrix = scene.clauses.verb_before(verb.first)
    if matrix is None or matrix.negated or not scene.grammar.has("denials", matrix.lemma):
        return False
    return any(scene.grammar.has("complementizers", word) for word in scene.lowered[matrix.head : verb.first])


def _is_unlikely(verb: Verb, scene: Scene) -> bool:
    """Whether a clause is what is said not to be likely: "il est peu probable que les deux camps s'entendent"."""
    for at in range(verb.first - 1, 0, -1):
        if scene.grammar.has("complementizers", scene.lowered[at]):
            return any(scene.grammar.has("unlikely", " ".join(scene.lowered[at - size : at])) for size in (1, 2))
        if scene.clauses.verb_at(at) is not None:
            return False
    return False


def _of_conditional(verb: Verb, scene: Scene) -> Status:
    if _is_announced(verb, scene):
        return "scheduled"
    return "occurred" if _is_hearsay(verb, scene) else "conditional"


def _is_hearsay(verb: Verb, scene: Scene) -> bool:
    """Whether a conditional perfect ("aurait rencontré") reports what is said to have happened."""
    reports = scene.grammar.shows("hearsay-conditional")
    return reports and len(verb.lemmas) > 1 and scene.grammar.has("auxiliaries", verb.lemmas[0])


def _near(scene: Scene, trigger: Trigger, name: str) -> Range | None:
    """The words of a class of `status.yaml` near the trigger in its clause."""
    index = _cues(scene.grammar.language)[name]
    first, last = max(0, trigger.first - _NEAR), min(len(scene.lowered), trigger.last + 1 + _NEAR)
    for at in (*range(first, last), *_of_predicate(scene, trigger, last)):
        if scene.lowered[at] not in index:
            continue  # most words begin none
        crossed = scene.clauses.crossed(min(at, trigger.last) + 1, max(at, trigger.first))
        a_name = at > 0 and scene.words[at].is_capitalised and scene.sentence.kind == "body"  # "May"
        if not crossed and not a_name and (found := match(index, scene.lowered, at)):
            return scene.span(at, at + found[0] - 1)
    return None


def _of_predicate(scene: Scene, trigger: Trigger, last: int) -> range:
    """The words of the verb whose subject a noun is, however far: "the meeting between A and B ... was called off"."""
    verb = _predicate(scene, trigger) if not trigger.inflections else None
    if verb is None or not _is_subject(trigger, verb, scene):
        return range(0)
    verb = _second_predicate(scene, verb) or verb
    return range(max(verb.first, last), min(verb.head + _PREDICATE, len(scene.lowered)))


def _second_predicate(scene: Scene, verb: Verb) -> Verb | None:
    """What is said of the same subject behind "but": "was to be held on Monday but was called off"."""
    behind = scene.clauses.verb_after(verb.head)
    if behind is None or behind.first - verb.head > _NEAR:
        return None
    return behind if scene.grammar.has("adversatives", scene.lowered[behind.first - 1]) else None


def _predicate(scene: Scene, trigger: Trigger) -> Verb | None:
    """The finite verb behind a noun that is in no relative clause: "talks (which were) set for today were put off"."""
    behind = [verb for verb in scene.clauses.verbs if verb.first > trigger.last and verb.finite]
    aside = behind and any(at in scene.clauses.relatives for at in range(behind[0].first - 2, behind[0].first))
    reduced = (
        behind and len(behind[0].indices) == 1 and scene.grammar.has("planning-words", scene.lowered[behind[0].head])
    )
    return behind[1] if (aside or reduced) and len(behind) > 1 else next(iter(behind), None)


@cache
def _cues(language: str) -> Mapping[str, Phrases]:
    content = table(language, "status")
    return {name: phrases((cue, name) for cue in cues) for name, cues in content.items()}
