"""Whose words a text is that says what somebody wants: "la résolution du Conseil exige", "leur lettre demande"."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_REACH = 4
"""Words from the noun of a text to whose it is, adjectives and the preposition between."""


def whose_words(scene: Scene, verb: Verb) -> Mention | None:
    """Of whom the text is that stands as the subject of a verb, right before it."""
    at = scene.clauses.before_adverbs(verb.first)
    near = scene.lowered[max(0, at - _LONGEST) : at + 1]
    if not verb.finite or at < 1 or scene.grammar.sets["writings"].isdisjoint(near):
        return None
    for one in scene.mentions:
        if one.last == at and scene.grammar.has("genitive-markers", one.marker or ""):
            return one if _is_text_before(scene, one) else None
    return None


_LONGEST = 12
"""Words from the noun of a text to the verb whose subject it is."""


def _is_text_before(scene: Scene, author: Mention) -> bool:
    """Whether an author stands behind a text that no preposition makes something else than a subject."""
    for at in range(author.first - 1, max(author.first - 1 - _REACH, -1), -1):
        if scene.grammar.has("writings", scene.lowered[at]):
            return at > 0 and scene.grammar.has("determiners", scene.lowered[at - 1])
        if scene.clauses.verb_at(at) is not None or not scene.lowered[at][0].isalpha():
            return False
    return False
