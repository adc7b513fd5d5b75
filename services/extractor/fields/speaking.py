"""Who speaks in public, when and where, whatever he says: what he says next he says there and then."""

from collections.abc import Iterator, Sequence

from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.fields.venue import Sighting
from services.extractor.fields.whereabouts.spot import Spot

_OBJECT = 4
"""Words between a verb of giving and the speech given."""

_REACH = 14
"""Words between a verb of speaking and where one speaks."""


def speakers(scene: Scene) -> Iterator[tuple[Verb, frozenset[str]]]:
    """The verbs of speaking of a sentence, each with the ids of the parties that speak."""
    for speech in scene.speeches:
        yield speech.verb, speech.speaker.party_ids
    for verb in scene.clauses.verbs:
        subject = scene.clauses.subject(verb) if _takes_the_floor(verb, scene) else None
        if subject is not None:
            yield verb, subject.party_ids


def _takes_the_floor(verb: Verb, scene: Scene) -> bool:
    """ "Spoke to the press", "s'est exprimé", "delivered a speech", "a pris la parole"."""
    if scene.grammar.has("reflexive-floor-verbs" if verb.reflexive else "floor-verbs", verb.lemma):
        return True
    behind = scene.lowered[verb.head + 1 : verb.head + 1 + _OBJECT]
    return scene.grammar.has("speech-givers", verb.lemma) and scene.grammar.holds("speeches", behind)


def floors(scene: Scene, spots: Sequence[Spot]) -> Iterator[Sighting]:
    """Where somebody speaks: "told reporters in Oslo", "s'est exprimé mardi à Lima"."""
    for verb, parties in speakers(scene) if spots else ():
        spot = next(
            (one for one in spots if parties and one.known and one.is_town and _is_behind(one, verb, scene)), None
        )
        if spot is not None:
            quoted = scene.lowered[0] == '"'
            yield Sighting(scene.sentence.index, (spot.place, spot.span), "floor", parties=parties, quoted=quoted)


def _is_behind(spot: Spot, verb: Verb, scene: Scene) -> bool:
    if spot.opens is None:
        return False
    to_somebody = any(speech.verb is verb for speech in scene.speeches) and not scene.grammar.has(
        "plain-locatives", scene.lowered[spot.opens]
    )
    named = any(one.first <= spot.first <= one.last for one in scene.mentions)  # "A demandé à Lima de"
    return not (to_somebody and named) and is_said_behind(spot.opens, verb, scene)


def is_said_behind(at: int, verb: Verb, scene: Scene) -> bool:
    """Whether a place or day stands behind a verb of speaking in its own clause."""
    if not 0 < at - verb.head <= _REACH or scene.clauses.crossed(verb.head + 1, at):
        return False
    return not any(verb.head < one.first < at for one in scene.clauses.verbs)
