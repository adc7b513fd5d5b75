"""Clauses of what somebody wants another to do: their subject, of whom it is wanted, and their verb, not yet done.

English puts the verb of such a clause in its plain form, with "that" or without: "demanded (that) Oslo pay" (Quirk et
al., A Comprehensive Grammar of the English Language, 1985, 16.30-32); French has a conjunction and the subjunctive.
"""

from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_SUBJECT = 3
"""Words from a verb of demanding to the subject of its clause: "that" and an article."""

_CLAUSE = 8
"""Words from a verb or noun of demanding to the verb of the clause, its subject between."""

_CONTENT = 7
"""Words from a noun of demanding to what is demanded, of whom or when between: "Oslo's call on Friday for Lima to"."""


def bare_subject(scene: Scene, verb: Verb) -> Mention | None:
    """Who stands as the subject of a wish right behind its verb, without "that": "demanded Oslo hand over", "insists
    Oslo must pay"."""
    group = scene.clauses.whole(verb)
    wants = scene.grammar.has("mandative", verb.lemma) or "wish" in group.modals  # "wants to see Oslo pay"
    if not scene.grammar.shows("bare-clauses") or not wants or verb.passive:
        return None
    for one in scene.clauses.bodies:
        if group.head < one.first <= group.head + _SUBJECT and one.marker is None:
            inner = scene.clauses.verb_at(one.last + 1)
            own = inner is not None and inner.first == one.last + 1
            return one if own and inner is not None and (_is_plain(scene, inner) or _is_duty(inner)) else None
    return None


def wanted_by_noun(scene: Scene, trigger: Trigger) -> Mention | None:
    """Of whom a noun says that something is wanted: "a call for Oslo to free", "the demand that Oslo pay"."""
    if not scene.grammar.shows("bare-clauses"):
        return None
    end = min(trigger.last + 1 + _CONTENT, len(scene.words))
    for at in range(trigger.last + 1, end):
        if scene.grammar.has("complementizers", scene.lowered[at]):
            inner = scene.clauses.verb_after(at)
            subject = scene.clauses.subject(inner) if inner is not None else None
            return subject if subject is not None and subject.last > at else None
        if scene.grammar.has("infinitive-particles", scene.lowered[at]) and scene.clauses.verb_at(at + 1) is not None:
            before = (one for one in scene.mentions if one.last == at - 1 and one.first > trigger.last)
            return next((one for one in before if scene.grammar.has("addressee-markers", one.marker or "")), None)
        if scene.clauses.verb_at(at) is not None or scene.lowered[at] in ",;:":
            return None
    return None


def infinitive_of(scene: Scene, trigger: Trigger) -> Verb | None:
    """The infinitive behind a noun that says what it is of: "the refusal of Oslo to talk", "its promise to pay", "la
    promesse faite hier par Lima de payer"."""
    first = _behind_maker(scene, trigger)
    for at in range(first, min(first + _CONTENT, len(scene.words))):
        verb = scene.clauses.verb_at(at)
        if verb is not None:
            return verb if verb.tense == "infinitive" and not scene.clauses.crossed(trigger.last + 1, at) else None
    return None


def _behind_maker(scene: Scene, trigger: Trigger) -> int:
    """Behind by whom a participle right behind a noun says that it was made, else right behind the noun."""
    behind = trigger.last + 1
    made = scene.clauses.verb_at(behind)
    if made is None or not made.passive or made.finite or made.lemma not in trigger.frame.lights:
        return behind
    near = (one for one in scene.mentions if behind < one.first <= behind + _CONTENT)
    maker = next((one for one in near if scene.grammar.has("agents-of-nouns", one.marker or "")), None)
    return maker.last + 1 if maker is not None else behind


def is_only_wanted(scene: Scene, verb: Verb) -> bool:
    """Whether a verb stands in a clause of what somebody wants: "suggested Oslo release them", "the demand that", "it
    is vital that", "propose que les parties reprennent"; whoever wants it, it has not been done."""
    group, opened = scene.clauses.whole(verb), False
    coordinated = group.first > 0 and scene.grammar.has("coordinators", scene.lowered[group.first - 1])
    if coordinated or not _may_be_wanted(scene, group) or is_planned(scene, group):
        return False  # "want to meet the minister and reject the offer"
    for at in range(group.first - 1, max(-1, group.first - 1 - _CLAUSE), -1):
        before = scene.clauses.verb_at(at)
        if before is not None:
            bare = scene.grammar.shows("bare-clauses") and at + 1 < group.first
            return (opened or bare) and not before.negated and _wants(scene, before, group)
        if scene.lowered[at] in ",;:" or at in scene.clauses.relatives:
            return False
        if scene.grammar.has("complementizers", scene.lowered[at]) and at:
            if opened or _calls_for(scene, at - 1):
                return not opened
            opened = True
        elif at in scene.clauses.opens:
            return False
    return False


def is_planned(scene: Scene, verb: Verb) -> bool:
    """Whether a verb stands in a clause of what is to be: "il est prévu que Lima reçoive le ministre"."""
    group = scene.clauses.whole(verb)
    if scene.grammar.shows("bare-clauses") or not group.finite or group.tense not in ("present", "subjunctive"):
        return False
    for at in range(group.first - 1, max(0, group.first - 1 - _CLAUSE), -1):
        if scene.grammar.has("complementizers", scene.lowered[at]):
            return scene.grammar.operators.get(scene.lowered[at - 1]) == "plan"
        if scene.lowered[at] in ",;:" or scene.clauses.verb_at(at) is not None:
            return False
    return False


def _may_be_wanted(scene: Scene, group: Verb) -> bool:
    """Whether a verb has the form that such clauses have."""
    if scene.grammar.shows("bare-clauses"):
        return _is_plain(scene, group)
    return group.finite and group.tense in ("present", "subjunctive")


def _wants(scene: Scene, before: Verb, group: Verb) -> bool:
    """Whether the verb before a clause wants what it tells, and states nothing: "suggests that the talks remain"."""
    wants = scene.grammar.has("mandative", before.lemma) or "wish" in before.modals  # "wants to see Oslo accept"
    wants = wants or (scene.grammar.has("wishing", before.lemma) and not scene.grammar.has("copulas", before.lemma))
    states = scene.grammar.has("implying", before.lemma) and before.tense == "present"
    return wants and not (states and _is_plural(scene, group))


def _calls_for(scene: Scene, at: int) -> bool:
    """Whether the noun or adjective before a clause wants what it tells: "the demand that", "it is vital that"."""
    word = scene.lowered[at]
    return scene.grammar.governors.get(word) in _WANTING or scene.grammar.has("mandative-words", word)


_WANTING = frozenset({"call", "offer", "wish"})
"""What nouns do to a clause behind them where they say that it is wanted."""


def _is_plural(scene: Scene, verb: Verb) -> bool:
    """Whether those right before a verb are many, of whom its plain form may state something: "the talks remain"."""
    before = next((one for one in scene.mentions if one.last == verb.first - 1), None)
    return before.plural if before is not None else scene.lowered[verb.first - 1].endswith("s")


def _is_duty(verb: Verb) -> bool:
    """Whether a verb says what somebody must do: "insists Oslo must pay"."""
    return verb.finite and "obligation" in verb.modals


def _is_plain(scene: Scene, verb: Verb) -> bool:
    """Whether a verb stands in its plain form, without a particle or auxiliary: "that Oslo hand over"."""
    form = scene.lowered[verb.indices[0]]
    if verb.first != verb.indices[0] and not verb.negated:
        return False
    plain = form == verb.lemmas[0] and verb.tense in ("present", "infinitive", "subjunctive") and not verb.modals
    particle = scene.grammar.has("infinitive-particles", scene.lowered[verb.first - 1]) if verb.first else True
    return plain and not particle and not (scene.grammar.has("auxiliaries", form) and form != "be")
