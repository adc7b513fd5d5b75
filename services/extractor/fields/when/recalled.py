"""Acts done on an occasion told before: "at the meeting Lima demanded", "à cette occasion", "après la réunion"."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.fields.when.narration import telling

_MOST_WORDS = 6
"""Words from what opens the phrase of an occasion to its noun: "following the closing news conference"."""


def recalls_occasion(trigger: Trigger, scene: Scene) -> bool:
    """Whether the clause of an act names an occasion as known, before its verb or right behind it.

    Not where what is asked or offered is to be done on it: "urged them to raise it at the meeting".
    """
    verb = telling(trigger, scene)
    if verb is None:
        return False
    last = min(verb.head + 1 if scene.speech_over(trigger.head) else trigger.last + 1, len(scene.lowered) - 1)
    openings = {at for name in _OPENERS for at in scene.grammar.openings(name, scene.lowered)}
    return any(
        (at < verb.first or at == last) and _is_recalled(at, scene) and not scene.in_quote(at) for at in openings
    )


_OPENERS = ("recalled-occasions", "occasions")
"""Classes of phrases with which the phrase of an occasion begins."""


def _is_recalled(at: int, scene: Scene) -> bool:
    """Whether a phrase opens here that names an occasion, with an article and nothing that would tell which it is."""
    if scene.grammar.phrase("recalled-occasions", scene.lowered, at) is not None:
        return True
    opener = scene.grammar.phrase("occasions", scene.lowered, at)
    if opener is None:
        return False
    first = at + opener[0]
    if not scene.grammar.holds("articles", scene.lowered[first - 1 : first + 1]) and not scene.grammar.holds(
        "demonstratives", scene.lowered[first : first + 1]
    ):
        return False
    reach = range(first, min(first + _MOST_WORDS, len(scene.lowered)))
    noun = next((one for one in reach if scene.grammar.has("gatherings", scene.lowered[one])), None)
    if noun is None or not all(word.isalpha() or word in "'-" for word in scene.lowered[first:noun]):
        return False
    return noun + 1 == len(scene.lowered) or scene.grammar.phrase("prepositions", scene.lowered, noun + 1) is None
