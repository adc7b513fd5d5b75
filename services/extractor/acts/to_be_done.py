"""What a speaker says must be done, or must end, whoever does it: "The hostages must be released," Oslo said."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.roles import by_agent
from services.extractor.acts.scene import Scene, Speech
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Candidate, Filler
from services.extractor.grammar import table

_DUTY = Frame("", "verb", "demand", item=("object",), weight=0.6)


def to_be_done(scene: Scene, verb: Verb) -> tuple[Candidate, Trigger] | None:
    """A demand told by a passive of duty, or by a verb of ending, of who is to do it, or else of the other side of the
    dispute; of nobody where it is plain that something is to be given: "said the ban must be lifted"."""
    given = _is_given(scene, verb)
    speech = scene.speech_over(verb.head) if given or _is_duty(scene, verb) else None
    subject = scene.clauses.subject(verb) if speech is not None else None
    whose = subject if subject is not None and subject.last < verb.first - 1 and given else None
    if speech is None or not speech.speaker.actors or (whose is None and subject is not None and subject.actors):
        return None
    speaker, agent = speech.speaker, by_agent(scene, verb) or whose or _told(scene, speech)
    fillers = [Filler(actor, "initiator", (speaker.start, speaker.end)) for actor in speaker.actors]
    if agent is not None:
        asked = [actor for actor in agent.actors if actor.party.id not in speaker.party_ids]
        fillers += [Filler(actor, "counterpart", (agent.start, agent.end)) for actor in asked]
    else:
        others = scene.memory.others(speaker.actors[0].party.id) if len(speaker.actors) == 1 else ()
        fillers += [Filler(actor, "counterpart") for actor in others]
    if len(fillers) == len(speaker.actors) and not given:
        return None
    span = scene.span(verb.first, verb.head)
    readings = scene.lexicon.inflections(scene.lowered[verb.head])
    candidate = Candidate("demand", scene.sentence.index, span, [], fillers, score=_DUTY.weight)
    return candidate, Trigger(verb.first, verb.head, verb.head, _DUTY, readings)


def _told(scene: Scene, speech: Speech) -> Mention | None:
    """To whom a speaker says so: "told Lima that the ban must be lifted"."""
    behind = speech.verb.head + 1
    return next((one for one in scene.mentions if one.first == behind and one.marker is None), None)


def _is_duty(scene: Scene, verb: Verb) -> bool:
    """Whether a passive says that something one may promise must be done: "must be lifted", "has to be paid"."""
    if not verb.passive or not _is_owed(scene, verb):
        return False
    owed = table(scene.grammar.language, "evaluations")["owed"]
    return verb.lemma in scene.lexicon.commissive or verb.lemma in owed


def _is_owed(scene: Scene, verb: Verb) -> bool:
    """Whether a verb tells of a duty: "must", "has to"."""
    helped = verb.lemmas[:-1]
    if verb.negated or not verb.finite or not helped or "possible" in verb.modals:
        return False
    evaluations = table(scene.grammar.language, "evaluations")
    obliged = any(lemma in evaluations["obliging"] for lemma in helped)
    past = scene.grammar.holds("perfect-auxiliaries", verb.lemmas[1:-1])  # "must have been lifted"
    return not past and (obliged or (helped[0] in evaluations["obliging-to"] and verb.tenses[1:2] == ("infinitive",)))


def _is_given(scene: Scene, verb: Verb) -> bool:
    """Whether what must be lifted, freed, withdrawn or come to its end is what sides hold against each other: "the ban
    must be lifted", "the blockade must end"; not "the cup must be lifted"."""
    if not verb.first or not _is_owed(scene, verb):
        return False
    subject = scene.lowered[verb.first - 1]
    if verb.passive:
        return "concede" in scene.lexicon.told_by(verb.lemma) and subject in scene.lexicon.object_forms(*_HELD)
    evaluations = table(scene.grammar.language, "evaluations")
    held = subject in evaluations["to-cease"] or subject in scene.lexicon.object_forms("measures")
    return held and verb.lemma in evaluations["ceasing"]


_HELD = ("captives", "forces", "measures")
"""Classes of nouns of what one side may give the other by freeing, withdrawing or lifting it."""
