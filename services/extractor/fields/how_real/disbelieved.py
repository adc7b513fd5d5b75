"""Meetings and deals that only a report tells of, which somebody says is not true: "dismissed reports that it had met
Oslo", "called reports of talks with Oslo false"."""

from functools import cache

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Range
from services.extractor.grammar import table

_REPORT = 11
"""Words from a noun of reporting to the word of the act that it tells, whose it is and who is to have acted between."""

_DENIER = 6
"""Words from a verb of denying to the noun of what is denied, whose it is between."""

_JUDGED = 14
"""Words from an act to the word that says that its report is not true: "were false"."""


def disbelieved(scene: Scene, trigger: Trigger) -> Range | None:
    """The words by which a report of an act is denied."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _REPORT, -1), -1):
        if scene.lowered[at] in ";:" or (scene.lowered[at] == "," and not _is_taken_up(scene, at + 1)):
            return None
        if _is_report(scene, at):
            told = any(_goes_on(scene, one) for one in range(at + 1, trigger.first))
            return (_denier(scene, at) or _called_false(scene, at, trigger)) if told else None
    return None


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a word opens what a report tells: "that", "of", "about", "which"."""
    opens = ("complementizers", "relatives", "genitives", "topics-of-reports")
    return at < len(scene.words) and scene.grammar.has_any(opens, scene.lowered[at])


def _is_taken_up(scene: Scene, at: int) -> bool:
    """Whether a relative goes on about what stands before a comma: "a statement by Lima, which said that"."""
    return scene.grammar.has("relatives", scene.lowered[at])


def _is_report(scene: Scene, at: int) -> bool:
    alleged = table(scene.grammar.language, "evaluations")["allegations"]
    return scene.lowered[at] in alleged or scene.grammar.has("statements", scene.lowered[at])


def _denier(scene: Scene, report: int) -> Range | None:
    """The verb that denies what a noun of reporting behind it tells."""
    for at in range(report - 1, max(report - 1 - _DENIER, -1), -1):
        verb = scene.clauses.verb_at(at)
        if verb is not None:
            denies = scene.grammar.has_any(("denials", "disbelieving"), verb.lemma) and not verb.negated
            denies = denies and "refusal" not in verb.modals  # "a refusé de démentir les informations"
            return scene.span(verb.first, verb.head) if denies and not verb.passive else None
        if not scene.lowered[at][0].isalnum() and scene.lowered[at] not in ("'", "'s", "-", '"'):
            return None
    return None


def _called_false(scene: Scene, report: int, trigger: Trigger) -> Range | None:
    """The word by which a report is said not to be true, before it, "no truth in reports of", or behind."""
    behind = range(trigger.last + 1, min(trigger.last + 1 + _JUDGED, len(scene.words)))
    for at in (*range(max(0, report - 3), report), *behind):
        if scene.lowered[at].startswith(_untrue(scene.grammar.language)):
            return scene.span(at, at)
    return None


@cache
def _untrue(language: str) -> tuple[str, ...]:
    return tuple(table(language, "evaluations")["untrue"])
