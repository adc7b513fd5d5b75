"""Where somebody says what he says: the places beside a word of speech, and those of the report around it."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.fields.occasion import meeting_before
from services.extractor.fields.whereabouts.spot import Spot

_TAG = 7
"""Words of the speaker between a comma and the verb of saying at the end of a sentence."""

_DAY = ("calendar-names", "month-names", "day-openers", "date-openers", "time-words")
"""Classes of words of a day before a place: "On Monday in Lima, ..."."""

_APART = frozenset({";", ":", "-", "--", "–", "—", '"', "("})
"""Marks behind which a sentence begins anew: "All is said: in Lima on Monday, the party rejected"."""


def is_said_there(spot: Spot, relative: int | None, trigger: Trigger, scene: Scene) -> bool:
    """Whether a place beside a word of speech is where it is said, and not what it is about."""
    if spot.last < trigger.first:
        aside = relative is not None and spot.last < relative  # "Talks in Lima, whom the one has accused"
        return not aside and _sets_out(spot, scene.clauses.verb_at(trigger.head), scene)
    # "In Oslo, she called for a truce in ...": behind a word of speech stands what it is about,
    # but "presented the plan in Lima on Wednesday".
    vantage = _is_vantage(spot, scene) and _is_own(spot, trigger, scene)
    return vantage or _is_right_behind(spot, trigger, scene) or is_dated(spot, trigger, scene)


def _is_right_behind(spot: Spot, trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb of speech says at once where: "pledged in Lima to withdraw"."""
    verb = bool(trigger.inflections) and trigger.first == trigger.last
    plain = spot.opens is not None and scene.grammar.has("plain-locatives", scene.lowered[spot.opens])
    return verb and plain and spot.is_town and spot.opens == trigger.last + 1


def is_of_report(spot: Spot, trigger: Trigger, scene: Scene) -> bool:
    """Whether the place is where the doer says it: "announced in Havana that they had agreed"."""
    speech = scene.speech_over(trigger.head)
    verb = speech.verb if speech is not None else _tag(trigger, scene)
    if verb is None:
        return False
    before = spot.last < verb.first
    if before and not _sets_out(spot, verb, scene):
        return False
    first, last = (spot.last + 1, verb.first) if before else (verb.head + 1, spot.first)
    other = any(first <= one.first < last and one.finite for one in scene.clauses.verbs)
    return not other and not scene.clauses.crossed(first, last)


def _tag(trigger: Trigger, scene: Scene) -> Verb | None:
    """A verb of saying at the end, whoever says it: "..., the union's lawyer announced in Lima"."""
    last = next((verb for verb in reversed(scene.clauses.verbs) if verb.finite), None)
    if last is None or last.first <= trigger.last or last.lemma not in scene.lexicon.reporting:
        return None
    return last if "," in scene.lowered[max(trigger.last, last.first - _TAG) : last.first] else None


def _sets_out(spot: Spot, verb: Verb | None, scene: Scene) -> bool:
    """Whether a place before a verb of speech is told first, as where it is said: "In Lima, ...", "a speech in Lima".

    Not what is told of somebody beside: "who will hold talks in Lima on Friday, said".
    """
    if not spot.opens:
        return True
    purpose = verb is not None and verb.tense == "infinitive"  # "Used a speech in Lima to table"
    begins = max((at for at in range(spot.opens) if scene.lowered[at] in _APART), default=-1)
    if not purpose and any(one.finite and begins < one.head < spot.opens for one in scene.clauses.verbs):
        return False
    told = spot.gathering or _is_vantage(spot, scene) or _is_led_in(spot.opens, scene)
    return told or meeting_before(spot.opens, scene) is not None


def _is_led_in(opens: int, scene: Scene) -> bool:
    """Whether only a day or a participle stands before a place: "On Monday in Lima, ...", "Speaking in Lima, ..."."""
    at = opens - 1
    while at >= 0 and scene.grammar.has_any(_DAY, scene.lowered[at]):
        at -= 1
    verb = scene.clauses.verb_at(at) if at >= 0 else None
    if verb is not None and verb.tense in ("gerund", "participle"):
        at = verb.first - 1
    return at < 0 or not scene.lowered[at][0].isalnum()


def _is_vantage(spot: Spot, scene: Scene) -> bool:
    """Whether it is where somebody speaks from: "from the White House", "depuis Genève"."""
    return spot.opens is not None and scene.grammar.has("vantages", scene.lowered[spot.opens])


def is_dated(spot: Spot, trigger: Trigger, scene: Scene) -> bool:
    """Whether a date follows a place at once, in the clause of the trigger's own verb: "in Lima on Wednesday"."""
    after = scene.lowered[spot.last + 1 : spot.last + 3]
    return _is_own(spot, trigger, scene) and any(
        scene.grammar.has(name, word) for word in after for name in ("calendar-names", "month-names")
    )


def _is_own(spot: Spot, trigger: Trigger, scene: Scene) -> bool:
    """Whether no other verb stands between a trigger and a place: not "a law that is steered from Lima"."""
    return not any(trigger.last < verb.first < spot.first for verb in scene.clauses.verbs)
