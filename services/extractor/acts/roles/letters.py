"""To whom a letter is in which somebody demands or offers something: "dans une lettre au ministre, la CGT réclame"."""

from collections.abc import Iterator

from services.extractor.actors.mention import Mention
from services.extractor.acts.scene import Scene

_SENT = 4
"""Words from a letter to whom it is to, how it is sent between: "une lettre ouverte adressée au"."""


def by_letter(scene: Scene, subject: Mention | None) -> Iterator[Mention]:
    """The addressee of a letter that the sentence names, who is not the one who writes."""
    own = subject.party_ids if subject is not None else frozenset()
    for at in scene.grammar.places("letters", scene.lowered):
        near = (one for one in scene.mentions if at < one.first <= at + _SENT and one.kind != "adjective")
        whom = next((one for one in near if _is_to(scene, at, one) and not one.party_ids & own), None)
        if whom is not None:
            yield whom
            return


def _is_to(scene: Scene, letter: int, one: Mention) -> bool:
    """Whether a letter is said to be to somebody, in the same phrase."""
    tied = not scene.clauses.crossed(letter, one.first) and "," not in scene.lowered[letter : one.first]
    return tied and scene.grammar.has("addressee-markers", one.marker or "")
