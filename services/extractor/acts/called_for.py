"""What a body that is no state says is needed, of nobody: "« Il faut rouvrir le dossier », dit la CFDT"."""

from collections.abc import Iterator
from functools import cache

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.roles import quoted
from services.extractor.acts.ruled_out import by_whose_account
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Candidate, Filler
from services.extractor.grammar import table

CALLED_FOR = Frame("", "verb", "demand", item=("object", "infinitive"), weight=0.6)

_ASKING = frozenset({"union", "employer", "political-party", "movement", "ngo", "organisation", "religious-body"})
"""Kinds of bodies that can but ask for what is needed: what a state or company says so of, it may see to itself. Of
ten such words of theirs in annotated articles readers counted eight as demands; of eight of states, one."""

_TELLING = ("present", "conditional", "future")
"""Tenses in which it is needed now: "il fallait" tells what was."""

_BEFORE = 3
"""Words from "il" back to what makes of the need a condition or a relative clause."""


def called_for(scene: Scene) -> Iterator[tuple[Candidate, Trigger]]:
    """A demand for the first thing that a speaker says is needed."""
    if not _needing(scene.grammar.language):
        return
    for verb in scene.clauses.verbs:
        if _tells_need(scene, verb) and (asker := _asker(scene, verb)) is not None:
            yield _demand(scene, verb, asker)
            return


@cache
def _needing(language: str) -> frozenset[str]:
    return frozenset(table(language, "evaluations")["needing"])


def _tells_need(scene: Scene, verb: Verb) -> bool:
    """Whether a verb group says that something is to be done, or what is needed: "il faut rouvrir", "il faut un geste",
    "il est temps de rouvrir"."""
    if verb.negated:
        return False
    if verb.tense == "infinitive":
        return _is_timely(scene, verb.first - 1) and _is_deed(scene, verb)
    if verb.lemmas[0] not in _needing(scene.grammar.language) or verb.tense not in _TELLING:
        return False
    opening = range(max(0, verb.first - _BEFORE), verb.first - 1)
    if any(at in scene.clauses.opens or at in scene.clauses.relatives for at in opening):
        return False
    return _is_deed(scene, verb) if len(verb.lemmas) > 1 else _is_thing(scene, verb.head + 1)


def _is_timely(scene: Scene, particle: int) -> bool:
    """Whether words of need stand before the particle of an infinitive: "il est temps de", "il est urgent de"."""
    needed = table(scene.grammar.language, "evaluations")["needed-that"]
    said = particle > 1 and scene.grammar.has("genitives", scene.lowered[particle])
    copula = scene.clauses.verb_at(particle - 2) if said and scene.lowered[particle - 1] in needed else None
    return copula is not None and copula.tense in _TELLING and not copula.negated


def _is_deed(scene: Scene, verb: Verb) -> bool:
    idle = scene.grammar.has("auxiliaries", verb.lemma)
    own = verb.lemma in table(scene.grammar.language, "evaluations")["needing-nobody"]
    return not (idle or own or verb.lemma in scene.lexicon.rallying or verb.lemma in scene.lexicon.reporting)


def _is_thing(scene: Scene, at: int) -> bool:
    """Whether what follows can be given or done: "un geste", "que les aides soient versées"; not "du temps"."""
    noun = scene.lowered[at + 1 : at + 2]
    if not noun or scene.grammar.has("first-person", noun[0]) or scene.grammar.phrase("pronouns", noun, 0):
        return False
    opened = scene.grammar.has_any(("determiners", "complementizers"), scene.lowered[at])
    return opened and noun[0] not in table(scene.grammar.language, "evaluations")["needing-nobody"]


def _asker(scene: Scene, verb: Verb) -> Mention | None:
    speech = scene.speech_over(verb.head)
    speaker = speech.speaker if speech is not None else by_whose_account(scene) or quoted(scene, verb)
    kinds = {actor.party.kind for actor in speaker.actors} if speaker is not None else set()
    return speaker if kinds and kinds <= _ASKING else None


def _demand(scene: Scene, verb: Verb, asker: Mention) -> tuple[Candidate, Trigger]:
    fillers = [Filler(actor, "initiator", (asker.start, asker.end)) for actor in asker.actors]
    span = scene.span(verb.first, verb.head)
    candidate = Candidate("demand", scene.sentence.index, span, [], fillers, score=CALLED_FOR.weight)
    inflections = scene.lexicon.inflections(scene.lowered[verb.head])
    return candidate, Trigger(verb.first, verb.head, verb.head, CALLED_FOR, inflections)
