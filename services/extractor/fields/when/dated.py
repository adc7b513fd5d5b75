"""The date expressions of a sentence with the words that they cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from services.extractor.acts.scene import Scene
from services.extractor.candidate import Range
from services.extractor.dates import counted, direction
from services.extractor.dates.expression import DateExpression
from services.extractor.dates.surroundings import core


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression of a sentence; `first` and `last` are word indices."""

    expression: DateExpression
    first: int
    last: int
    span: Range
    points: Literal["past", "future"] | None = None
    """On which side of the day of publication it lies whatever the tense: "yesterday", "lundi dernier"."""


def dated(scene: Scene, published: date | None = None) -> list[Dated]:
    """The date expressions of a sentence with the words they cover."""
    offset = scene.sentence.start
    found = []
    for expression in counted(scene.sentence.text, scene.grammar.language):
        start, end = offset + expression.start, offset + expression.end
        inside = scene.words_of((start, end))
        if inside:
            points = direction(expression, published) if published is not None else None
            found.append(Dated(expression, inside[0], inside[-1], (start, end), points))
    return found


def is_deadline(one: Dated, scene: Scene) -> bool:
    """Whether the words say until when ("by Friday", "d'ici vendredi"), not when."""
    return any(scene.grammar.has("deadlines", scene.lowered[at]) for at in (one.first - 1, one.first) if at >= 0)


def is_up_to(one: Dated, scene: Scene) -> bool:
    """Whether the words say up to when something rests: "until Monday", "jusqu'à lundi"."""
    return any(scene.grammar.has("up-to", scene.lowered[at]) for at in range(max(0, one.first - 1), one.first + 1))


def takes_effect(one: Dated, scene: Scene) -> bool:
    """Whether the words say from when what is agreed holds: "effective May 1", "rétroactif à janvier"."""
    last = one.first - (one.first > 0 and scene.grammar.has("date-openers", scene.lowered[one.first - 1]))
    for at in range(max(0, one.first - _EFFECT), one.first + 1):
        found = scene.grammar.phrase("taking-effect", scene.lowered, at)
        if found is not None and at + found[0] >= last:
            return True
    return False


_EFFECT = 4
"""Words of the longest phrase that says from when something holds."""


def of_main_clause(one: Dated, behind: Sequence[Dated], scene: Scene) -> Dated | None:
    """The day from which "the day before" counts in what opens a sentence: "after meeting them the day before, she"."""
    if core(one.expression) != "anaphoric" or not behind:
        return None
    comma = next((at for at in range(one.last + 1, behind[0].first) if scene.lowered[at] == ","), None)
    if comma is None or core(behind[0].expression) not in DAYS:
        return None
    opening = [verb for verb in scene.clauses.verbs if verb.head < comma]
    return behind[0] if opening and not any(verb.finite for verb in opening) else None


DAYS = frozenset({"date", "weekday", "relative"})
"""Kinds of dates that tell a day by themselves."""


def is_listed(before: Dated, one: Dated, scene: Scene) -> bool:
    """Whether nothing but a conjunction stands between two dates of a kind: "in 2019 and again in 2022"."""
    between = scene.lowered[before.last + 1 : one.first]
    alike = before.expression.kind == one.expression.kind != "apart"
    return alike and bool(between) and all(word == "," or scene.grammar.has("between-dates", word) for word in between)
