"""What verbs and nouns share in finding who fills a role."""

from schemas.negotiation import Role
from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.scene import Scene, reports
from services.extractor.acts.verbs import Verb

Found = list[tuple[Role, Mention, tuple[Actor, ...]]]
"""Role, the mention it was found in, and those of its actors who fill it."""


def is_with(scene: Scene, mention: Mention) -> bool:
    marker = mention.marker or ""
    return scene.grammar.has("comitative-markers", marker) or scene.grammar.has("reciprocal-markers", marker)


def is_place_only(scene: Scene, mention: Mention) -> bool:
    return mention.place is not None and scene.grammar.has("place-markers", mention.marker or "")


def object_fits(scene: Scene, frame: Frame, first: int, end: int) -> bool:
    """Whether one of the nouns that the frame asks for stands in the complement."""
    if not frame.objects:
        return True
    wanted = scene.lexicon.object_forms(frame.objects)
    return any(word in wanted for word in scene.lowered[first:end])


def completed(scene: Scene, found: Found, frame: Frame) -> Found:
    """Where only one side is named, the other is the rest of the pair that is talking, if it belongs to it."""
    parties = {actor.party.id for _, _, actors in found for actor in actors}
    if len(parties) == 1:
        others = scene.memory.others(next(iter(parties)))
        if others:
            _, mention, _ = found[0]
            found.append(("participant", mention, others))
    return found


def subject_of(scene: Scene, verb: Verb) -> Mention | None:
    subject = scene.clauses.subject(verb)
    if subject is None and reports(verb, scene.clauses, scene.lexicon):
        subject = scene.clauses.inverted_subject(verb)
    if subject is None and _first_person(scene, verb):
        return _spoken(scene, verb)
    return subject


def _first_person(scene: Scene, verb: Verb) -> bool:
    return any(scene.grammar.has("first-person", word) for word in scene.lowered[max(0, verb.first - 3) : verb.head])


def _spoken(scene: Scene, verb: Verb) -> Mention | None:
    """The speaker as the subject of "we demand"."""
    speech = scene.speech_over(verb.head)
    if speech is not None:
        return speech.speaker
    speaker = scene.speaker(verb.head)
    if speaker is None:
        return None
    start, end = scene.span(verb.first, verb.head)
    return Mention(verb.first, verb.head, start, end, "pronoun", (speaker,))


def by_agent(scene: Scene, verb: Verb) -> Mention | None:
    return next(
        (one for one in scene.clauses.complements(verb) if scene.grammar.has("passive-markers", one.marker or "")),
        None,
    )
