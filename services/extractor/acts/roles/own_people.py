"""Meetings of a government with its own people, which no negotiation is: "la ministre a réuni ses conseillers"."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.roles.roles import Found, is_with
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb


def is_among_own(scene: Scene, verb: Verb, subject: Mention | None, found: Found) -> bool:
    """Whether a government only sits with its own people: "la ministre a réuni quelques membres du gouvernement",
    "déjeunera avec le ministre des Finances"."""
    parties = {actor.party.id: actor.party.kind for _, _, actors in found for actor in actors}
    told = subject is not None and subject.kind != "pronoun" and not verb.passive  # "he" may be the other side's
    if subject is None or not told or list(parties.values()) != ["country"]:
        return False
    return any(
        one.first > verb.head and one.party_ids == subject.party_ids and _is_met(scene, verb, one)
        for one in scene.clauses.complements(verb)
    )


def _is_met(scene: Scene, verb: Verb, one: Mention) -> bool:
    """Whether somebody behind a verb without a name is whom its subject meets, or those of whom some are, no place."""
    of_some = scene.grammar.has("genitive-markers", one.marker or "") and one.first - verb.head <= _SOME
    met = one.marker is None or is_with(scene, one) or of_some
    return met and one.kind in _UNNAMED and not _is_named(scene, one)


def _is_named(scene: Scene, one: Mention) -> bool:
    """Whether a name stands behind an office: "le ministre de l'Intérieur Pedro Quispe" may be another land's."""
    known = any(name.kind == "person" and one.start <= name.start < one.end for name in scene.names)
    last = scene.words[max(one.first, one.last - 1) : one.last + 1]
    return known or (len(last) > 1 and all(word.is_capitalised for word in last))


_UNNAMED = frozenset({"office", "description"})
"""Kinds of mentions by which people of a government are told of without their names."""

_SOME = 5
"""Words from a verb of meeting to those of whom some are met: "a réuni quelques membres du"."""
