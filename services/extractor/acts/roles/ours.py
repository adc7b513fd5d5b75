"""With whom a speaker says "we" of an agreement: "« Nous sommes convenus de coopérer », a dit le ministre"."""

from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.roles.roles import is_with
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_STATE = "country"
"""Kind of those who agree as equals: "we have agreed to the offer" of a union is its answer alone."""


def agreed_with(scene: Scene, verb: Verb, speaker: Mention) -> tuple[Actor, ...]:
    """The other states that "we" takes in: who stands beside the speaker in the report, else the rest of his pair."""
    if len(speaker.actors) != 1 or speaker.actors[0].party.kind != _STATE or not _is_of_several(scene, verb):
        return ()
    beside = (
        one for one in scene.mentions if not scene.in_quote(one.first) and one.party_ids.isdisjoint(speaker.party_ids)
    )
    here = next((one.actors for one in beside if one.kind == "counterpart" or is_with(scene, one)), ())
    others = here or scene.memory.others(speaker.actors[0].party.id)
    return others if all(actor.party.kind == _STATE for actor in others) else ()


def _is_of_several(scene: Scene, verb: Verb) -> bool:
    before = scene.lowered[max(0, verb.first - _SUBJECT) : verb.head]
    ours = scene.in_quote(verb.first) and not verb.negated and not verb.modals and verb.tense == "past"
    return ours and scene.grammar.holds("speakers-together", before)


_SUBJECT = 2
"""Words before a verb among which its subject stands, an adverb between; a reflexive is part of the verb."""
