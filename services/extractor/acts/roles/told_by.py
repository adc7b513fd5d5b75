"""Who takes part in talks that he only tells of, nobody else being said to hold them: "talks are under way with Oslo
and Lima, said Quito"."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.roles import Found
from services.extractor.acts.ruled_out import by_whose_account
from services.extractor.acts.scene import Scene


def teller_of(scene: Scene, trigger: Trigger, found: Found) -> Mention | None:
    """Who reports talks of which it is only told with whom they are, and is none of these."""
    if not found or not all(scene.grammar.has("comitative-markers", one.marker or "") for _, one, _ in found):
        return None
    speech = scene.speech_over(trigger.head)
    teller = speech.speaker if speech is not None else by_whose_account(scene)
    if teller is None or not teller.actors:
        return None
    partners = {actor.party.id for _, _, actors in found for actor in actors}
    return teller if teller.party_ids.isdisjoint(partners) else None
