"""A passage without the marks and conjunctions at its ends."""

from services.extractor.acts.scene import Scene
from services.extractor.candidate import Range


def trimmed(scene: Scene, first: int, last: int) -> Range:
    while (last > first and scene.lowered[last] in (",", '"', ".", ")", "(")) or (
        last > first and scene.grammar.has("coordinators", scene.lowered[last])
    ):
        last -= 1
    while first < last and scene.lowered[first] in (",", '"', ")", "("):
        first += 1
    return scene.span(first, last)
