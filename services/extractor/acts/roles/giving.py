"""To whom one agrees to give, or from whom to get: "agreed to lend Oslo ships", "agreed to buy wheat from Lima"."""

from collections.abc import Iterator

from services.extractor.actors.mention import Mention
from services.extractor.acts.roles.owners import NO_NOUNS
from services.extractor.acts.roles.roles import names_talks
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_INFINITIVE = 3
"""Words from a verb of agreeing to the infinitive behind it."""


def given(scene: Scene, verb: Verb, subject: Mention | None) -> Iterator[Mention]:
    """Who gets or gives what the infinitive behind a verb says; of several who agree it is the deal with each other."""
    if subject is not None and len(subject.party_ids) > 1:
        return
    whole = scene.clauses.whole(verb)
    behind = (one for one in scene.clauses.verbs if one.first > verb.head)
    inner = whole if whole.head > verb.head else next(behind, None)
    if inner is None or (inner.finite and inner != whole) or inner.first - verb.head > _INFINITIVE:
        return
    own = subject.party_ids if subject is not None else frozenset()
    for one in scene.clauses.complements(inner):
        if names_talks(scene, one):
            return  # "agreed to attend the Lima meeting"
        if not one.party_ids & own and (_is_first_object(scene, one, inner) or _is_other_end(scene, one, inner)):
            yield one
            return


def _is_first_object(scene: Scene, one: Mention, verb: Verb) -> bool:
    """Whether somebody stands right behind a verb, and what he gets behind him: "lend Oslo two ships",
    "provide Oslo with ships"."""
    opened = verb.head + 1 + scene.grammar.has("determiners", scene.lowered[min(verb.head + 1, len(scene.words) - 1)])
    if one.marker is not None or one.kind == "adjective" or one.first > opened or one.last + 1 >= len(scene.words):
        return False
    thing = scene.lowered[one.last + 1]
    opens = scene.grammar.has_any(("determiners", "possessives", "given-markers"), thing)
    if thing[0].isdigit() or opens:
        return True
    plain = thing.isalpha() and not scene.grammar.has_any(NO_NOUNS, thing)
    spoken = scene.clauses.verb_at(one.last + 1) is not None
    return plain and not spoken and scene.grammar.phrase("prepositions", scene.lowered, one.last + 1) is None


def _is_other_end(scene: Scene, one: Mention, verb: Verb) -> bool:
    """Whether one stands behind what is given: "sell drones to Oslo", "buy wheat from Lima"; not "return to Oslo"."""
    marker, at = one.marker or "", one.governor
    if at is None or at <= verb.head or scene.clauses.crossed(verb.head + 1, at):
        return False
    if one.kind == "capital":
        return False  # "send envoys to Quito"
    gets = scene.grammar.has("addressee-markers", marker) and not scene.grammar.has("content-openers", marker)
    return gets or scene.grammar.has("author-markers", marker)
