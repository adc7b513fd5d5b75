"""Whether talks or a deal that were to be have been called off, or fell through."""

from schemas.negotiation import Status
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.no_deeds import plan_given_up
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, Range
from services.extractor.fields.how_real.circumstances import circumstance
from services.extractor.fields.how_real.cues import NEAR, cue_near, cue_of, is_offered, not_held

_WANTED = 4
"""Words from a verb of wanting to what is wanted: "demande à Oslo de reporter"."""


def called_off(scene: Scene, trigger: Trigger, verb: Verb | None = None) -> tuple[Status, Range] | None:
    """That words say that it was called off, and these; where somebody only wants that, it is still to come."""
    cue = cue_near(scene, trigger, "cancelled")
    if cue is None:
        dropped = _planned_no_more(scene, trigger) or not_held(scene, trigger) or _fallen_through(scene, trigger, verb)
        return ("cancelled", dropped) if dropped is not None else None
    at = scene.words_of(cue)[0]
    put_off = trigger.inflections and trigger.frame.act in DEALS and at > trigger.last  # "accepted the delay"
    if (put_off and _is_agreed(scene, trigger, at)) or _is_of_next(scene, trigger, at) or is_offered(scene, trigger):
        return None
    return ("scheduled" if _is_asked_for(scene, at) else "cancelled"), cue


def _is_agreed(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether to put something off is what is agreed on: "accepted the delay", "agreed to delay the vote"."""
    verb = scene.clauses.verb_at(at)
    return verb is None or verb.first <= trigger.head or verb.tense == "infinitive"


def _is_of_next(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether a word of calling off tells what was done at or after the talks: "after talks, asked for a delay of"."""
    if trigger.inflections or at < trigger.last or circumstance(trigger, scene) is None:
        return False
    return any(verb.finite and trigger.last < verb.head <= at for verb in scene.clauses.verbs)


def _is_asked_for(scene: Scene, at: int) -> bool:
    """Whether somebody only wants talks to be called off: "a demandé le report de la réunion"."""
    own = scene.clauses.verb_at(at)
    if own is not None and own.finite:
        return "wish" in own.modals
    verb = scene.clauses.any_verb_before(at if own is None else own.first)
    near = verb is not None and at - verb.head <= _WANTED and not scene.clauses.crossed(verb.head + 1, at)
    return near and verb is not None and scene.grammar.has("asking-for", verb.lemma)


def _planned_no_more(scene: Scene, trigger: Trigger) -> Range | None:
    """The plan that is given up and of which the trigger is the content: "dropped its plan to sign"."""
    at = plan_given_up(scene, max(0, trigger.first - NEAR), trigger.first)
    return scene.span(at, at) if at is not None and not scene.clauses.crossed(at + 1, trigger.first) else None


def _fallen_through(scene: Scene, trigger: Trigger, verb: Verb | None) -> Range | None:
    """The words by which what was planned has not come: "were to have signed", "aurait dû signer", "was due to sign on
    Sunday, but the ceremony was called off"."""
    if verb is None or not trigger.inflections or "plan" not in verb.modals or verb.negated:
        return None
    if is_unreal(scene, verb):
        return scene.span(verb.first, verb.head)
    return _dropped_behind(scene, verb) if verb.tense == "past" else None


def is_unreal(scene: Scene, verb: Verb) -> bool:
    """Whether the form of a plan says that nothing came of it."""
    rules = scene.grammar
    perfect = any(
        (tense, after) in _UNREAL and rules.has("auxiliaries", lemma) and not rules.has("passive-auxiliaries", lemma)
        for lemma, tense, after in zip(verb.lemmas, verb.tenses, verb.tenses[1:], strict=False)
    )
    return perfect and verb.tense in ("past", "conditional")


_UNREAL = {("infinitive", "participle"), ("conditional", "participle")}
"""Forms of the auxiliary of a plan and of the verb behind it: "were to | have signed", "auraient dû | signer"."""


def _dropped_behind(scene: Scene, verb: Verb) -> Range | None:
    """The words of calling off in the clause behind "but"."""
    behind = next((one for one in scene.clauses.verbs if one.finite and one.first > verb.head), None)
    if behind is None or not scene.grammar.holds("adversatives", scene.lowered[verb.head + 1 : behind.first]):
        return None
    return cue_of(scene, behind, "cancelled")
