"""What somebody says that he will give, or means to: so far no deed but a promise."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Candidate
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.how_real.infinitives import governing_noun


def is_promised(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether something to be given is told as what will be, or as what its giver means to do."""
    if not _is_given(candidate, trigger):
        return False
    verb = governing(trigger, scene)
    if verb is None:
        return False
    if candidate.status in _TO_COME and _is_announced(candidate, verb, scene):
        return True
    return candidate.act == "concede" and candidate.status in _MEANT_TO_BE and _is_meant(candidate, verb, scene)


_TO_COME = frozenset({"scheduled", "conditional"})
_MEANT_TO_BE = _TO_COME | {"proposed"}


def _is_given(candidate: Candidate, trigger: Trigger) -> bool:
    """Whether something is given or offered, and no plan put forward: "will present a plan" lies ahead as it is."""
    offers = candidate.act == "propose" and trigger.inflections and "offered" not in trigger.frame.objects
    return bool(offers) or candidate.act == "concede"


def _is_announced(candidate: Candidate, verb: Verb, scene: Scene) -> bool:
    """What is given or offered as to come ("will release the funds", "said it would") is so far a promise; so is what
    will be on a condition ("will release them once Oslo pays"), not what only would be."""
    if not verb.finite:
        return False
    if candidate.status == "conditional" and candidate.condition is not None:
        said = scene.speech_over(verb.head) is not None and verb.tense == "conditional"
        return "possible" not in verb.modals and (said or verb.tense == "future")
    if candidate.status == "conditional":
        return _ONLY_WOULD.issuperset(verb.modals) and _says_of_itself(candidate, verb, scene)
    return verb.tense in ("future", "conditional")


_ONLY_WOULD = frozenset({"conditional"})


def _says_of_itself(candidate: Candidate, verb: Verb, scene: Scene) -> bool:
    """Whether who would give something says so: "Oslo would lift the ban, its minister said"."""
    speech = scene.speech_over(verb.head)
    speakers = {actor.party.id for actor in speech.speaker.actors} if speech is not None else set()
    return verb.tense == "conditional" and bool(speakers & {actor.party.id for actor in candidate.of("initiator")})


def _is_meant(candidate: Candidate, verb: Verb, scene: Scene) -> bool:
    """Whether who gives is said to mean to: "plans to lift the ban", "is ready to free them", "its intention to"; not
    what others expect of him, nor, unless somebody says so, what he meant to do once."""
    if not candidate.of("initiator") or verb.negated or verb.passive:
        return False
    if verb.tense == "infinitive" and not verb.modals:
        return governing_noun(verb, scene) in _WILL and _is_told(verb, scene)
    if _WILL.isdisjoint(verb.modals) or not _SELF_MADE.issuperset(verb.modals) or not verb.finite:
        return False
    if scene.grammar.holds("forecasts", scene.lowered[verb.first : verb.head + 1]) or _is_thought(verb, scene):
        return False
    hangs = verb.tense == "conditional" and candidate.condition is not None
    return verb.tense in ("present", "future") or hangs or scene.speech_over(verb.head) is not None


def _is_thought(verb: Verb, scene: Scene) -> bool:
    """Whether somebody else only thinks so: "observers doubt that Oslo is ready to"."""
    matrix = scene.clauses.verb_before(verb.first)
    near = matrix is not None and verb.first - matrix.head <= _CLAUSE
    return near and matrix is not None and scene.grammar.has("foreseeing", matrix.lemma)


_CLAUSE = 10
"""Words from a verb of thinking to the verb of its clause."""


_WILL = frozenset({"plan", "ready"})
"""What words before a verb say of who means to do it."""

_SELF_MADE = _WILL | {"future", "conditional", "ongoing"}


def _is_told(verb: Verb, scene: Scene) -> bool:
    """Whether the will to do it is made known: "announced plans to", "confirmed its readiness to"."""
    matrix = scene.clauses.verb_before(verb.first)
    if matrix is None or matrix.negated or matrix.passive or matrix.modals or not matrix.finite:
        return False
    return matrix.lemma in scene.lexicon.reporting or scene.grammar.has("will-showing", matrix.lemma)
