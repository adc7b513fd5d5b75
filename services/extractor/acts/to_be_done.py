"""What a speaker says must be done, whoever does it: "The hostages must be released," Oslo said."""

from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.roles import by_agent
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Candidate, Filler
from services.extractor.grammar import table

_DUTY = Frame("", "verb", "demand", item=("object",), weight=0.6)


def to_be_done(scene: Scene, verb: Verb) -> tuple[Candidate, Trigger] | None:
    """A demand told by a passive of duty, of who is to do it, or else of the other side of the dispute."""
    speech = scene.speech_over(verb.head) if _is_duty(scene, verb) else None
    subject = scene.clauses.subject(verb) if speech is not None else None
    if speech is None or not speech.speaker.actors or (subject is not None and subject.actors):
        return None
    speaker, agent = speech.speaker, by_agent(scene, verb)
    fillers = [Filler(actor, "initiator", (speaker.start, speaker.end)) for actor in speaker.actors]
    if agent is not None:
        asked = [actor for actor in agent.actors if actor.party.id not in speaker.party_ids]
        fillers += [Filler(actor, "counterpart", (agent.start, agent.end)) for actor in asked]
    else:
        others = scene.memory.others(speaker.actors[0].party.id) if len(speaker.actors) == 1 else ()
        fillers += [Filler(actor, "counterpart") for actor in others]
    if len(fillers) == len(speaker.actors):
        return None
    span = scene.span(verb.first, verb.head)
    readings = scene.lexicon.inflections(scene.lowered[verb.head])
    candidate = Candidate("demand", scene.sentence.index, span, [], fillers, score=_DUTY.weight)
    return candidate, Trigger(verb.first, verb.head, verb.head, _DUTY, readings)


def _is_duty(scene: Scene, verb: Verb) -> bool:
    """Whether a passive says that something one may promise must be done: "must be lifted", "has to be paid"."""
    if not verb.passive or verb.negated or not verb.finite:
        return False
    evaluations = table(scene.grammar.language, "evaluations")
    helped = verb.lemmas[:-1]
    obliged = any(lemma in evaluations["obliging"] for lemma in helped)
    obliged = obliged or (helped[0] in evaluations["obliging-to"] and verb.tenses[1:2] == ("infinitive",))
    return obliged and (verb.lemma in scene.lexicon.commissive or verb.lemma in evaluations["owed"])
