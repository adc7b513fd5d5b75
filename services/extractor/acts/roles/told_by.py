"""Who takes part in talks or made a deal that he only tells of, nobody else being said to: "talks are under way with
Oslo and Lima, said Quito", "a deal was signed with Oslo, said Quito"."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.roles.roles import Found, is_with
from services.extractor.acts.ruled_out import by_whose_account
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb


def teller_of(scene: Scene, head: int, found: Found) -> Mention | None:
    """Who reports what a word tells of which it is only told with whom it is, and is none of these."""
    if not found or not all(scene.grammar.has("comitative-markers", one.marker or "") for _, one, _ in found):
        return None
    speech = scene.speech_over(head)
    teller = speech.speaker if speech is not None else by_whose_account(scene)
    if teller is None or not teller.actors:
        return None
    partners = {actor.party.id for _, _, actors in found for actor in actors}
    return teller if teller.party_ids.isdisjoint(partners) else None


def deal_told_of(scene: Scene, verb: Verb) -> Found:
    """Who made a deal of which a passive only says with whom, and who tells of it; nobody where that is not told."""
    partner = next((one for one in scene.clauses.complements(verb) if is_with(scene, one)), None)
    found: Found = [("participant", partner, partner.actors)] if partner is not None else []
    teller = teller_of(scene, verb.head, found)
    return [("participant", teller, teller.actors), *found] if teller is not None else []
