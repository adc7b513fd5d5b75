"""Whether what is told in the present goes on: by a word for it, its beginning, its verb or the progressive."""

from schemas.negotiation import Status
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.fields.how_real.cues import NEAR, cue_near

_OPENING = 4
"""Words from what opens a clause to the noun of the talks that are its subject."""

_BESIDE = 2
"""Words behind a noun of talks among which "since" stands."""

_CLAUSE = 8
"""The same behind a verb of talking, with whom between."""


def of_present(verb: Verb, trigger: Trigger, scene: Scene) -> Status:
    """What the present tells: talks to come behind "when", talks that go on, else what has happened."""
    own = bool(trigger.inflections)
    opening = scene.lowered[max(0, trigger.first - _OPENING) : trigger.first]
    if not own and verb.first > trigger.last and scene.grammar.holds("awaiting", opening):
        return "scheduled"  # "when talks open in Lima"
    state = own or scene.grammar.has("plain-locatives", scene.lowered[trigger.first - 1])  # "sont en pourparlers"
    since = state and _has_beginning(trigger.last, scene, _CLAUSE if own else _BESIDE)
    talking = any(map(scene.lexicon.is_talks, scene.lowered[trigger.head + 1 : trigger.last + 1]))
    stays = own and talking and scene.grammar.has("staying", verb.lemma)  # "is in talks", "restent en pourparlers"
    running = cue_near(scene, trigger, "ongoing") or "ongoing" in verb.modals or since or stays
    running = running or (own and _lasts(verb, scene))
    return "ongoing" if running else "occurred"


def _has_beginning(last: int, scene: Scene, reach: int) -> bool:
    """ "Discutent avec Lima depuis dimanche": what is told in the present with its beginning goes on."""
    behind = range(last + 1, min(last + 1 + reach, len(scene.words)))
    at = next((at for at in behind if scene.grammar.has("since-then", scene.lowered[at])), None)
    return at is not None and not scene.clauses.crossed(last + 1, at)


def _lasts(verb: Verb, scene: Scene) -> bool:
    """ "La Norvège négocie avec le FMI": the present of talks that last tells that they go on."""
    if not scene.grammar.has("lasting", verb.lemma):
        return False
    beside = scene.lowered[verb.head + 1 : verb.head + 1 + NEAR]
    return not scene.grammar.holds("calendar-names", beside)


def is_running(verb: Verb, scene: Scene) -> bool:
    """What is told in the progressive of the present goes on, "is mediating", "is being mediated", and so does what is
    said of it in the past with "still"."""
    if len(verb.lemmas) < len(("be", "mediating")):
        return False
    progressive = (at for at in verb.indices[1:] if _is_of(scene, at, "gerund"))
    now = _is_of(scene, verb.first, "present") or _persists(verb, scene)
    return now and any(True for _ in progressive)


def _persists(verb: Verb, scene: Scene) -> bool:
    """Whether "still" stands in a group of verbs: "was still negotiating"."""
    return scene.grammar.holds("persisting", scene.lowered[verb.first : verb.head])


def _is_of(scene: Scene, at: int, tense: str) -> bool:
    return any(one.tense == tense for one in scene.lexicon.inflections(scene.lowered[at]))
