"""Where the act takes place: by a preposition of place in its own clause; never where the speaker is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from services.extractor.actors.entity import Name, Place
from services.extractor.actors.tables import capitals
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate, Range
from services.extractor.text.words import Word

_PLACED = frozenset({"talks", "mediate", "agree", "sign"})
_REACH = 25


def place(candidate: Candidate, trigger: Trigger, scene: Scene) -> tuple[Place, Range] | None:
    """The place with its words, or None where the clause names none."""
    taken = [filler.mention for filler in candidate.fillers if filler.mention is not None]
    taken += [] if candidate.act in _PLACED else candidate.items
    near: list[tuple[float, Name]] = []
    for name in _places(scene):
        if name.place is None or any(start <= name.start and name.end <= end for start, end in taken):
            continue
        first, last = _words(scene, name)
        if first is None or not _located(scene, first):
            continue
        if candidate.act not in _PLACED and last > trigger.first:
            continue  # "In Oslo, she called for a truce in ...": behind a word of speech stands what it is about.
        before = last < trigger.first
        start, end = (last + 1, trigger.first) if before else (trigger.last + 1, first)
        if end - start > _REACH or scene.clauses.crossed(start, end):
            continue
        country = 5 if name.kind == "country" else 0
        # What stands behind a word tells more often about it than what stands before.
        near.append(((end - start) * (1.5 if before else 1) + 2 * before + country, name))
    if not near and candidate.act in _PLACED and scene.sentence.kind == "body":
        near = [
            (0, name)
            for name in _unknown(scene, taken)
            if (first := _words(scene, name)[0]) is not None
            and first > trigger.last
            and first - trigger.last <= _REACH
            and not scene.clauses.crossed(trigger.last + 1, first)
        ]
    if not near:
        return None
    name = min(near, key=lambda pair: pair[0])[1]
    assert name.place is not None
    return name.place, (name.start, name.end)


def _places(scene: Scene) -> Iterator[Name]:
    """Names of places, and the capitals that are named by their country: "the Peruvian capital"."""
    for name in scene.names:
        first, last = _words(scene, name)
        behind = scene.lowered[last + 1] if first is not None and last + 1 < len(scene.lowered) else ""
        if (
            name.kind in ("adjective", "country", "demonym")
            and name.parties
            and scene.grammar.has("capital-words", behind)
        ):
            capital = capitals().get(name.parties[0].id)
            end = scene.words[last + 1].end
            yield Name(name.start, end, "place", place=capital)
        else:
            yield name


def _unknown(scene: Scene, taken: Sequence[Range]) -> Iterator[Name]:
    """Capitalised words that no table knows, behind a preposition of place: "talks in Kalvik"."""
    named = (
        [(name.start, name.end) for name in scene.names] + [*taken] + [(one.start, one.end) for one in scene.mentions]
    )
    for at in range(1, len(scene.words)):
        if not scene.grammar.has("locative", scene.lowered[at - 1]) or not _is_name(scene, at, named):
            continue
        last = at
        while last + 1 < len(scene.words) and _is_name(scene, last + 1, named):
            last += 1
        start, end = scene.span(at, last)
        text = " ".join(word.text for word in scene.words[at : last + 1])
        if last + 1 == len(scene.words) or not scene.words[last + 1].text[0].isalnum() or _ends(scene, last + 1):
            yield Name(start, end, "place", place=Place(text, None, None, None, None))


def _is_name(scene: Scene, at: int, named: Sequence[Range]) -> bool:
    word = scene.words[at]
    plain = word.is_capitalised and word.text.isalpha() and len(word.text) > 2 and not word.text.isupper()
    return (
        plain
        and not scene.grammar.has("calendar-names", scene.lowered[at])
        and not scene.grammar.has("month-names", scene.lowered[at])
        and not any(start < word.end and word.start < end for start, end in named)
    )


def _ends(scene: Scene, at: int) -> bool:
    """Whether what follows goes on without the name: "in Kalvik on Monday", where "in Kalvik talks" does not."""
    return scene.grammar.phrase("prepositions", scene.lowered, at) is not None or any(
        scene.grammar.has(name, scene.lowered[at])
        for name in ("coordinators", "calendar-names", "relatives", "adverbs")
    )


def _words(scene: Scene, name: Name) -> tuple[int | None, int]:
    first = bisect_left(scene.words, name.start, key=_start)
    end = bisect_left(scene.words, name.end, key=_start)
    return (first, end - 1) if first < end else (None, -1)


def _start(word: Word) -> int:
    return word.start


def _located(scene: Scene, first: int) -> bool:
    before = scene.lowered[first - 1] if first else ""
    if scene.grammar.has("determiners", before) and first > 1:
        before = scene.lowered[first - 2]
    return scene.grammar.has("locative", before)
