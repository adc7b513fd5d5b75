"""How real an act is, from tense, modals, negation, conditions and the words of planning and cancelling around it."""

from dataclasses import dataclass

from schemas.negotiation import Status
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SPEECH, SYMMETRIC, TOGETHER, Candidate, Range
from services.extractor.fields.how_real.announced import is_announced, is_wished_for
from services.extractor.fields.how_real.called_off import called_off
from services.extractor.fields.how_real.circumstances import circumstance, is_told_besides, waits_for_another
from services.extractor.fields.how_real.cues import cue_before, cue_near
from services.extractor.fields.how_real.denial import (
    denied_behind,
    denied_noun,
    denied_subject,
    is_denied,
    is_without,
    only_failed,
    supposed_noun,
)
from services.extractor.fields.how_real.disbelieved import disbelieved
from services.extractor.fields.how_real.governing import governing, held_by, is_called_for, is_subject, says_held
from services.extractor.fields.how_real.infinitives import BY_MODAL, aim, governing_noun, of_gerund, of_infinitive
from services.extractor.fields.how_real.objects import is_made_known, of_object
from services.extractor.fields.how_real.ongoing import is_running, of_present
from services.extractor.fields.how_real.utterance import is_hearsay, of_speech

_DENIABLE = TOGETHER
"""Acts that the determiner of their noun denies: "no talks", "aucun accord n'a été trouvé"."""

_SUPPOSABLE = SPEECH | DEALS
"""Acts whose noun behind "any" tells of none that there was."""

_NO_MORE = frozenset({"recent", "success"})
"""What modals leave a deed as real as it was: "has just signed", "managed to sign"."""

_PHRASE = 4
"""Words from a preposition to the noun that it marks, a determiner and adjectives between."""

_ORDER: tuple[tuple[str, Status], ...] = (
    ("cancelled", "cancelled"),
    ("scheduled", "scheduled"),
    ("proposed", "proposed"),
    ("possible", "conditional"),
    ("ongoing", "ongoing"),
)
"""Classes of `status.yaml` and what their words make of a noun, the first that is there."""

_LEADING: tuple[tuple[str, Status], ...] = (("leading", "proposed"), ("ahead", "scheduled"))
"""The same of those right before talks."""


@dataclass(frozen=True, slots=True)
class Told:
    """A status and the words that say so; None where it holds unless words say otherwise."""

    status: Status
    words: Range | None = None


def status(candidate: Candidate, trigger: Trigger, scene: Scene) -> Told:
    """The status of a candidate; speech acts that were uttered have occurred."""
    verb = governing(trigger, scene)
    if cue := _denied(candidate, trigger, verb, scene):
        return Told("denied", cue)
    if not trigger.inflections and candidate.act in _SUPPOSABLE and (cue := supposed_noun(scene, trigger)):
        return Told("proposed", cue)
    if candidate.act in SPEECH:
        return _of_words(candidate, trigger, verb, scene)
    if not trigger.inflections and (_has_led_to(scene, trigger) or _is_over(candidate, trigger, scene)):
        return Told("occurred")
    ends = candidate.act == "suspend" or (candidate.act == "concede" and bool(trigger.inflections))
    if not ends and (dropped := called_off(scene, trigger, verb)):
        return Told(*dropped)
    if not trigger.inflections and (told := _of_words_before(scene, candidate, trigger)):
        return told
    if verb is None:
        return _of_noun_alone(scene, trigger)
    base = _of_verb(verb, trigger, scene)
    if base.status == "scheduled" and not trigger.inflections and scene.grammar.has("closings", verb.lemma):
        return Told("ongoing", base.words)  # "The visit is to end on Monday."
    if base.status in ("scheduled", "proposed") and _hangs(candidate, trigger, verb, scene):
        return Told("conditional", candidate.condition)
    return base


def _denied(candidate: Candidate, trigger: Trigger, verb: Verb | None, scene: Scene) -> Range | None:
    """The words beside an act that say that there is none of it, whatever its tense."""
    if trigger.inflections:
        cue = denied_subject(scene, verb) if verb is not None and verb.passive else None
    else:
        cue = denied_noun(scene, trigger) if candidate.act in _DENIABLE else None
        if cue is None and candidate.act in SYMMETRIC:
            cue = denied_behind(scene, trigger)
    if cue is None and candidate.act in TOGETHER:
        cue = disbelieved(scene, trigger)
    own = verb if trigger.inflections else held_by(scene, trigger)
    if cue is None and own is not None and is_without(scene, own):
        return scene.span(own.first - 1, own.head)
    return cue


def _hangs(candidate: Candidate, trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether the condition of its sentence is its own, and not that of the verb behind its relative clause: "who will
    visit Oslo, said he would pay if"."""
    if candidate.condition is None or verb.first - 1 not in scene.clauses.relatives:
        return candidate.condition is not None
    opening = scene.words_of(candidate.condition)[0]
    return not any(one.finite and trigger.last < one.first < opening for one in scene.clauses.verbs)


def _of_words(candidate: Candidate, trigger: Trigger, verb: Verb | None, scene: Scene) -> Told:
    """The status of what is said; who said that he would ask has not yet, "said it would urge Lima to", while who said
    that he would give or refuse has."""
    named = verb is not None and trigger.frame.lemma.partition(" ")[0] == verb.lemma and not verb.negated
    own = verb if candidate.act == "demand" and named else None
    would = own is not None and own.tense == "conditional" and _ONLY_WOULD.issuperset(own.modals)
    if would and own is not None and is_announced(own, scene):
        return _by_verb("scheduled", own, scene)
    return _awaited(scene, trigger) or _by_verb(of_speech(verb, trigger, scene.grammar), verb, scene)


_AWAITED = 6
"""Words from a verb of expecting to the noun of an offer, whose it is between, and from this to its infinitive."""


def _awaited(scene: Scene, trigger: Trigger) -> Told | None:
    """An offer of which it is only said what is expected of it: "expects Oslo's proposal to be ready by June"."""
    behind = trigger.last + 1
    opens = behind < len(scene.words) and scene.grammar.has("infinitive-particles", scene.lowered[behind])
    verb = scene.clauses.any_verb_before(trigger.first) if opens and not trigger.inflections else None
    if verb is None or verb.passive or trigger.first - verb.head > _AWAITED:
        return None
    expects = scene.grammar.has("foreseeing", verb.lemma) and not scene.clauses.crossed(verb.head + 1, trigger.first)
    return Told("scheduled", scene.span(verb.first, verb.head)) if expects else None


def _of_words_before(scene: Scene, candidate: Candidate, trigger: Trigger) -> Told | None:
    """What stands before a noun: an adjective of an earlier one, what leads up to talks, "ouvre la voie à", or comes
    before them, "ahead of talks", or a verb of wanting them."""
    if cue := _of_before(scene, trigger):
        return Told("occurred", cue)
    before = scene.clauses.any_verb_before(trigger.first)
    open_to = candidate.act in SYMMETRIC and (before is None or not before.negated)  # "is not open to talks"
    for name, value in _LEADING if open_to else ():
        if cue := cue_before(scene, trigger, name):
            return Told(value, cue)
    wanted = of_object(scene, trigger, candidate.act in SYMMETRIC) if candidate.act in _DENIABLE else None
    return Told(*wanted) if wanted is not None else None


def is_led_up_to(trigger: Trigger, scene: Scene) -> bool:
    """Whether a noun is told of as what something else comes before: "ahead of the summit"."""
    return not trigger.inflections and cue_before(scene, trigger, "ahead") is not None


def _of_before(scene: Scene, trigger: Trigger) -> Range | None:
    """The adjective that tells a noun from a later one: "their previous meeting", "leur précédente rencontre"."""
    for at in (trigger.first - 1, trigger.last + 1):
        if 0 <= at < len(scene.words) and scene.grammar.has("earlier-ones", scene.lowered[at]):
            return scene.span(at, at)
    return None


def _has_led_to(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun is what something else comes after: "will strike, following the breakdown of talks"."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _PHRASE, -1), -1):
        if scene.grammar.has("aftermaths", scene.lowered[at]):
            return not scene.grammar.has("possessives", scene.lowered[at - 1]) if at else True
        if not scene.lowered[at].isalpha() or scene.clauses.verb_at(at) is not None:
            return False
    return False


def _is_over(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether what will be comes after talks that are known to be over: "will move jobs after the breakdown of"."""
    if candidate.act != "suspend":
        return False
    for at in range(trigger.first - 1, max(trigger.first - 1 - _PHRASE, 0), -1):
        if scene.grammar.has("definites", scene.lowered[at]):
            return scene.grammar.ends_before("aftermath-markers", scene.lowered, at)
    return False


def _by_verb(status: Status, verb: Verb | None, scene: Scene) -> Told:
    """A status with the words of the verb that tells it."""
    return Told(status, scene.span(verb.first, verb.head) if verb is not None else None)


def _of_noun_alone(scene: Scene, trigger: Trigger) -> Told:
    """What the words beside a noun make of it: "talks planned for May"; what none says anything of has occurred."""
    beside = circumstance(trigger, scene) if not trigger.inflections else None
    besides = beside is not None
    for name, value in _ORDER:
        if value == "cancelled":
            if (dropped := called_off(scene, trigger)) is not None:
                return Told(*dropped)
        elif cue := cue_near(scene, trigger, name):
            if besides and value in ("proposed", "conditional") and not _leads(cue, trigger, scene):
                continue  # "At the conference in Lima, Oslo demanded"
            if beside == "aftermath" and value == "scheduled" and cue[1] <= scene.words[trigger.first].start:
                continue  # "summoned the envoy after a meeting"
            if beside == "aftermath" and value == "ongoing" and "," in scene.lowered[trigger.last : _last(cue, scene)]:
                continue  # "Depuis le sommet, les relations patinent"
            return Told(value, cue)
    return Told("occurred")


def _last(cue: Range, scene: Scene) -> int:
    """Index of the last word of a cue."""
    return scene.words_of(cue)[-1]


def _leads(cue: Range, trigger: Trigger, scene: Scene) -> bool:
    """Whether words of several, a preposition last, end right before a noun: "les appels à un | dialogue"."""
    of_cue = scene.words_of(cue)
    between = scene.lowered[of_cue[-1] + 1 : trigger.first]
    near = len(of_cue) > 1 and of_cue[-1] < trigger.first and len(between) <= 1
    return near and all(scene.grammar.has("determiners", word) for word in between)


def _of_verb(verb: Verb, trigger: Trigger, scene: Scene) -> Told:
    """What the verb says with its tense, modals and negation, or for a noun a word of planning beside it."""
    modals, own = set(verb.modals), bool(trigger.inflections)
    said = verb.negated or "refusal" in modals or not modals.isdisjoint(BY_MODAL) or is_denied(verb, scene)
    if not own and not said:
        beside = _of_noun_alone(scene, trigger)
        if beside.words is not None:
            return beside
    if not own and is_wished_for(trigger, verb, scene):
        return _by_verb("proposed", verb, scene)
    known = trigger.frame.act in SYMMETRIC and is_made_known(scene, trigger, verb)
    return _by_verb("scheduled" if known else _of_group(verb, trigger, scene), verb, scene)


def _of_group(verb: Verb, trigger: Trigger, scene: Scene) -> Status:
    """What a verb group makes of the act that it tells, or that a noun in its clause does.

    What stands over it comes first, such as a denial, then its modals, last its tense.
    """
    modals, own = set(verb.modals), bool(trigger.inflections)
    happens = own or verb.lemma in scene.lexicon.occurrence or verb.lemma in trigger.frame.lights
    if verb.finite and happens and is_denied(verb, scene):
        return "denied"
    if happens and (aimed := aim(verb, scene) or _supposed(verb, scene) or _hoped_for(verb, trigger, scene)):
        return aimed
    if (not own and _hangs_on_talks(trigger, verb, scene)) or (happens and waits_for_another(verb, scene)):
        return "conditional"
    if not own and is_told_besides(trigger, verb, scene):
        ahead = (verb.tense == "future" or "plan" in modals) and circumstance(trigger, scene) != "ground"
        return "scheduled" if ahead else "occurred"
    if verb.negated or "refusal" in modals:
        return _of_negated(verb, trigger, scene, happens)
    taken_up = not happens and _is_taken_up(verb, trigger, scene)
    if (told := _by_modal(verb, trigger, scene, happens=happens, taken_up=taken_up)) is not None:
        return told
    if verb.tense == "future" and (happens or is_subject(trigger, verb, scene)):
        return "scheduled"
    if verb.tense == "conditional" and happens:
        return _of_conditional(verb, scene)
    if verb.tense in ("present", "past") and own and is_running(verb, scene):
        return "ongoing"
    if verb.tense == "present" and happens and not scene.sentence.is_heading:
        return of_present(verb, trigger, scene)
    sought = own or trigger.frame.act == "agree" or governing_noun(verb, scene) or is_called_for(verb, scene)
    if verb.tense == "infinitive" and happens and not modals - _NO_MORE and sought:
        return of_infinitive(trigger.frame.act, verb, scene)
    return (of_gerund(verb, scene) if verb.tense == "gerund" and happens else None) or "occurred"


def _hoped_for(verb: Verb, trigger: Trigger, scene: Scene) -> Status | None:
    """What somebody only hopes for is no plan: "hopes (that) the king will visit Oslo", "espère que Lima recevra"."""
    goes_on = verb.first > 0 and scene.grammar.has("coordinators", scene.lowered[verb.first - 1])
    ahead = verb.finite and verb.tense in ("future", "conditional") and not goes_on
    matrix = scene.clauses.verb_before(verb.first) if ahead and trigger.frame.act in SYMMETRIC else None
    if matrix is None or matrix.negated or verb.first - matrix.head > _CLAUSE or not trigger.inflections:
        return None
    hopes = scene.grammar.modals.get(matrix.lemma) == "wish" and "," not in scene.lowered[matrix.head : verb.first]
    return "proposed" if hopes else None


def _supposed(verb: Verb, scene: Scene) -> Status | None:
    """What a clause with "if" supposes, "if Oslo meets Lima"; French "même si" grants it."""
    if verb.tense not in ("present", "past") or len(verb.lemmas) > 1:
        return None
    for at in range(verb.first - 1, max(-1, verb.first - 1 - _CLAUSE), -1):
        before = scene.clauses.verb_at(at)
        if scene.lowered[at] in MARKS or (before is not None and before.finite):
            return None
        if at in scene.clauses.opens:
            concedes = at > 0 and scene.grammar.has("intensifiers", scene.lowered[at - 1])
            return "conditional" if scene.grammar.phrase("conditions", scene.lowered, at) and not concedes else None
    return None


_CLAUSE = 10
"""Words from "if" to the verb of its clause."""


def _hangs_on_talks(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether something can be done behind talks alone: "can only agree after talks", "will sign only after talks"."""
    ahead = verb.tense in ("future", "conditional") or "possible" in verb.modals
    between = scene.lowered[verb.first : trigger.first]
    return ahead and not verb.negated and scene.grammar.holds("limiting-adverbs", between)


def _by_modal(verb: Verb, trigger: Trigger, scene: Scene, *, happens: bool, taken_up: bool) -> Status | None:
    """What the verbs before a verb make of its act, and what it does itself by offering it."""
    if trigger.inflections and _is_offer(verb, trigger, scene):
        return "proposed"
    tried = trigger.frame.act == "mediate"  # Who tries to bring others together mediates.
    for modal, value in BY_MODAL.items():
        if modal == "attempt" and tried:
            continue
        if modal == "acceptance" and modal in verb.modals and trigger.frame.act == "suspend":
            return "occurred"  # "agreed to break off the talks"
        if modal in verb.modals and (happens or modal != "avoidance") and not (taken_up and modal == "possible"):
            return value
    return None


def _is_offer(verb: Verb, trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb only offers to talk or mediate: "offered its good offices", "invited Oslo to talks"; so
    does one that tells an offer, or a demand, of which talks were made."""
    offers = scene.grammar.modals.get(verb.lemma) == "offer" or scene.grammar.has("inviting", verb.lemma)
    return (offers and trigger.frame.act in SYMMETRIC) or trigger.frame.act in ("propose", "demand")


def _is_taken_up(verb: Verb, trigger: Trigger, scene: Scene) -> bool:
    """Whether talks told of before may have some effect: "the talks may offer a clue"."""
    known = trigger.first > 0 and scene.grammar.has("demonstratives", scene.lowered[trigger.first - 1])
    held = says_held(verb, scene)  # "may take place"
    return known and not held and verb.first > trigger.last and is_subject(trigger, verb, scene)


def _of_negated(verb: Verb, trigger: Trigger, scene: Scene, happens: bool) -> Status:
    """What a negation or refusal denies, unless it is denied itself, or the noun only says where something was."""
    refuses = not trigger.inflections and scene.grammar.modals.get(verb.lemma) == "refusal"
    if verb.negated and (refuses or ("refusal" in verb.modals and happens)):
        return "conditional"  # "n'exclut pas de rencontrer", "n'exclut pas une rencontre"
    if trigger.inflections and "negated" in trigger.frame.needs:
        return "occurred"  # "Les pourparlers n'ont pas abouti" tells of their end.
    if not trigger.inflections and (_is_adjunct(trigger, verb, scene) or only_failed(trigger, verb, scene)):
        return "occurred"
    if "refusal" in verb.modals and scene.grammar.has("denials", verb.lemma):
        return "occurred"  # "refuse de démentir des pourparlers"
    place = f"{verb.lemma} {''.join(scene.lowered[verb.head + 1 : verb.head + 2])}"  # "has not taken place"
    held = happens or place in scene.lexicon.occurrence
    if "refusal" in verb.modals or held or "plan" in verb.modals or cue_near(scene, trigger, "scheduled"):
        return "denied"
    return "occurred"


def _is_adjunct(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether a noun is neither what a verb is said of nor what it does: "was not alone at the talks"."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _PHRASE, -1), -1):
        if scene.clauses.verb_at(at) is not None or scene.lowered[at] in MARKS:
            return False
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if found is not None:
            there = scene.grammar.has("locative-copulas", verb.lemma) or verb.head > trigger.last
            return there and scene.grammar.has("circumstances", found[1])
    return False


def _of_conditional(verb: Verb, scene: Scene) -> Status:
    """The conditional tells what was planned, what is said to have been, or what depends on something."""
    hearsay = is_hearsay(verb, scene)
    perfect = hearsay and not (verb.passive and len(verb.lemmas) == _SIMPLE)  # "auraient signé", not "seraient reçus"
    if is_announced(verb, scene) or (_is_set(verb, scene) and not perfect):
        return "scheduled"
    return "occurred" if hearsay else "conditional"


def _is_set(verb: Verb, scene: Scene) -> bool:
    """Whether a day stands beside the verb and nothing that it depends on: "they would meet on Thursday in Lima"."""
    hangs = any(scene.grammar.phrase("conditions", scene.lowered, at) for at in scene.clauses.opens)
    if hangs or len(verb.lemmas) > _SIMPLE or not _ONLY_WOULD.issuperset(verb.modals):
        return False
    beside = scene.lowered[verb.head + 1 : verb.head + 1 + _BESIDE]
    return scene.grammar.holds("calendar-names", beside)


_ONLY_WOULD = frozenset({"conditional"})
_SIMPLE, _BESIDE = 2, 3
"""Words of a verb with "would"; words behind it among which its day stands."""
