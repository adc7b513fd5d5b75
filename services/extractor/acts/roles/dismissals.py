"""Who sends away somebody refuses nothing: "dismissed the interior minister", where "dismissed the offer" does."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb


def sends_somebody_away(scene: Scene, verb: Verb) -> bool:
    """Whether the object of a verb of dismissing is somebody in office, who loses it."""
    if not scene.grammar.has("dismissing", verb.lemma):
        return False
    if verb.passive:
        subject = scene.clauses.subject(verb)
        return subject is not None and _is_somebody(scene, subject)
    return any(one.first == verb.head + 1 and one.marker is None and _is_somebody(scene, one) for one in scene.mentions)


def _is_somebody(scene: Scene, one: Mention) -> bool:
    """Whether a mention is a person, not what he wants or says: "dismissed the minister's plan"."""
    person = one.kind in ("office", "person") and len(one.party_ids) == 1
    behind = one.last + 1
    return person and not (behind < len(scene.words) and scene.lowered[behind].startswith("'"))
