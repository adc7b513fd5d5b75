"""Where the act takes place: by a preposition of place in its own clause; never where the speaker is."""

from services.extractor.actors.entity import Name, Place
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate, Range

_PLACED = frozenset({"talks", "mediate", "agree", "sign"})
_REACH = 25


def place(candidate: Candidate, trigger: Trigger, scene: Scene) -> tuple[Place, Range] | None:
    """The place with its words, or None where the clause names none."""
    if candidate.act not in _PLACED:
        return None
    taken = [filler.mention for filler in candidate.fillers if filler.mention is not None]
    near: list[tuple[float, Name]] = []
    for name in scene.names:
        if name.place is None or any(start <= name.start and name.end <= end for start, end in taken):
            continue
        first, last = _words(scene, name)
        if first is None or not _located(scene, first):
            continue
        before = last < trigger.first
        start, end = (last + 1, trigger.first) if before else (trigger.last + 1, first)
        if end - start > _REACH or scene.clauses.crossed(start, end):
            continue
        country = 5 if name.kind == "country" else 0
        # What stands behind a word tells more often about it than what stands before.
        near.append(((end - start) * (1.5 if before else 1) + 2 * before + country, name))
    if not near:
        return None
    name = min(near, key=lambda pair: pair[0])[1]
    assert name.place is not None
    return name.place, (name.start, name.end)


def _words(scene: Scene, name: Name) -> tuple[int | None, int]:
    inside = [at for at, word in enumerate(scene.words) if name.start <= word.start < name.end]
    return (inside[0], inside[-1]) if inside else (None, -1)


def _located(scene: Scene, first: int) -> bool:
    before = scene.lowered[first - 1] if first else ""
    if scene.grammar.has("determiners", before) and first > 1:
        before = scene.lowered[first - 2]
    return scene.grammar.has("locative", before)
