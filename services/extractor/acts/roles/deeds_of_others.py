"""Whose deed it is that is demanded, whom a threat would hit: "demanded Oslo's withdrawal", "threatened Lima"."""

from collections.abc import Iterator

from services.extractor.actors.mention import Mention
from services.extractor.acts.roles.owners import OBJECT_REACH
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb


def whose_deed(scene: Scene, behind: int, subject: Mention | None) -> Iterator[Mention]:
    """The body that alone can do what a noun behind a demand says: "the withdrawal of Peruvian troops", "an end to
    Lima's blockade"."""
    own = subject.party_ids if subject is not None else frozenset()
    for one in scene.mentions:
        if one.first <= behind or one.first > behind + OBJECT_REACH:
            continue
        parted = any(behind < verb.head < one.first for verb in scene.clauses.verbs if verb.finite)
        if parted or scene.clauses.crossed(behind + 1, one.first):
            return
        if one.party_ids.isdisjoint(own) and _is_of_deed(scene, one, behind):
            yield one
            return


def _is_of_deed(scene: Scene, one: Mention, behind: int) -> bool:
    noun = _noun_of(scene, one)
    if noun <= behind:
        return False
    if scene.grammar.has("deeds-asked", scene.lowered[noun]):
        return True
    ended = scene.grammar.holds("ends-asked", scene.lowered[behind + 1 : min(noun, one.first)])
    return ended and scene.grammar.has("harms-asked-to-end", scene.lowered[noun])


def _noun_of(scene: Scene, one: Mention) -> int:
    """The noun that says what is of a body: behind a possessive and an English adjective, before any other."""
    if one.marker == "possessive":
        return min(one.last + 2, len(scene.words) - 1)
    if one.kind == "adjective":
        after = scene.grammar.shows("compounds")
        return min(one.last + 1, len(scene.words) - 1) if after else one.first - 1
    return one.governor if scene.grammar.has("genitive-markers", one.marker or "") and one.governor is not None else -1


def threatened_in_deed(scene: Scene, verb: Verb, subject: Mention | None) -> Iterator[Mention]:
    """To or against whom one threatens to do something: "threatened to close its border to Lima"."""
    own = subject.party_ids if subject is not None else frozenset()
    inner = next((one for one in scene.clauses.verbs if one.first > verb.head and one.tense == "infinitive"), None)
    inner = scene.clauses.whole(verb) if inner is None and scene.clauses.whole(verb).head > verb.head else inner
    if inner is None or inner.first - verb.head > _NEAR:
        return
    for one in scene.clauses.complements(inner):
        against = scene.grammar.has_any(("addressee-markers", "adversary-markers"), one.marker or "")
        if against and one.party_ids.isdisjoint(own):
            yield one
            return


_NEAR = 3
"""Words from a verb to the infinitive that hangs on it."""
