"""Who is at the table without a name that anybody knows: "met the governor", "was received by the owner"."""

from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_REACH = 7
"""Words from a verb to the noun of whom its subject meets."""


def meets_unnamed(scene: Scene, verb: Verb) -> bool:
    """Whether behind a verb, up to the end of its clause, stands an office or a person whom no mention resolves."""
    named = {at for one in scene.mentions for at in range(one.first, one.last + 1)}
    end = min(verb.head + 1 + _REACH, scene.clauses.end(verb))
    free = [at for at in range(verb.head + 1, end) if at not in named]
    offices = [name for name in scene.names if name.kind == "office"]
    return (
        any(name.start <= scene.words[at].start and scene.words[at].end <= name.end for name in offices for at in free)
        or any(scene.grammar.phrase("bodies", scene.lowered, at) for at in free)
        or any(at + 1 in free and scene.words[at].is_capitalised and scene.words[at + 1].is_capitalised for at in free)
    )
