"""Who is meant by a subject that only says that they are some of the people told of: "certains exigent", "ces
associations réclament"."""

from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_ANY = "any"
"""Words that mean people of whatever kind."""

_FIRMS = "company"


def some_of_them(scene: Scene, verb: Verb) -> Mention | None:
    """The people of the sentence before of whom the subject of a verb says that these, some, most or others do it."""
    if not verb.finite or not scene.memory.people:
        return None
    found = scene.grammar.phrase("some-of-them", scene.lowered, 0)
    if found is None or scene.clauses.before_adverbs(verb.first) != found[0] - 1:
        return None
    meant = _told_of(scene.memory.people, found[1])
    if meant is None:
        return None
    start, end = scene.span(0, found[0] - 1)
    return Mention(0, found[0] - 1, start, end, "pronoun", (meant,), plural=True)


def _told_of(told: tuple[Actor, ...], kind: str) -> Actor | None:
    """The last of the people told of who are of the kind that the words tell."""
    fitting = [actor for actor in told if kind == _ANY or (actor.party.kind == _FIRMS) == (kind == _FIRMS)]
    return fitting[-1] if fitting else None
