"""Dates behind an act of speech that are those of the saying, whatever stands between: "to leave, on Monday, in a
statement"."""

from collections.abc import Sequence

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import SPEECH, Candidate
from services.extractor.dates.surroundings import core
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.occasion import meeting_before, occasion
from services.extractor.fields.tags import reported_by
from services.extractor.fields.when.dated import DAYS, Dated, is_deadline
from services.extractor.fields.when.elsewhere import is_quoted_between

_WAY = 4
"""Words from "in" to what was said or written: "in an open letter", "lors d'une brève allocution"."""


def is_of_saying(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a day behind an act of speech stands between commas, or beside how it was said: "Monday in a letter"."""
    if candidate.act not in SPEECH or one.first <= trigger.last or one.points == "future":
        return False
    if core(one.expression) not in DAYS or is_deadline(one, scene):
        return False
    if not (_tells_how(one, scene) or _is_set_off(one, scene)):
        return False
    return not any(
        trigger.last < at < one.first and not is_quoted_between(at, trigger, scene, one)
        for at in scene.clauses.relatives
    )


def is_gone_by(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a day that is over stands in what was asked or promised: not then it was to be done, but then said.

    "Urged them to leave last month", but not "to back its summit last month".
    """
    if one.points != "past" or candidate.act not in _AHEAD_OF_IT:
        return False
    verb = governing(trigger, scene)
    if verb is None or verb.tense != "past":
        return False
    noun = meeting_before(one.first, scene)
    return noun is None or noun <= trigger.last or occasion(one.first, scene) is not None


_AHEAD_OF_IT = frozenset({"demand", "promise", "propose", "reject"})
"""Acts of speech about what is yet to be done."""


def is_of_tag(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a day stands behind the verb of a report at the end, whoever it is from: ", an aide said on Monday"."""
    comma = next((at for at in range(one.first - 1, trigger.last, -1) if scene.lowered[at] == ","), None)
    told = reported_by(comma, scene) if comma is not None else None
    return told is not None and told < one.first <= told + _TAGGED


_TAGGED = 6
"""Words from where a report at the end begins to its day: "told reporters in Oslo on", "according to a text dated"."""


def _tells_how(one: Dated, scene: Scene) -> bool:
    """Whether what it was said or written in is told beside a day: "on Monday in a letter", "in a speech on Monday"."""
    noun = meeting_before(one.first, scene)
    said_in = noun is not None and _is_told_in([scene.lowered[noun]], scene)
    if said_in and not scene.lexicon.is_talks(scene.lowered[noun or 0]) and occasion(one.first, scene) is not None:
        return True
    if one.last + 1 >= len(scene.lowered):
        return False
    found = scene.grammar.phrase("occasions", scene.lowered, one.last + 1)
    if found is None:
        return False
    first = one.last + 1 + found[0]
    behind = scene.lowered[first : first + _WAY]
    if "," in behind:
        behind = behind[: behind.index(",")]
    return _is_told_in(behind, scene)


def _is_told_in(words: Sequence[str], scene: Scene) -> bool:
    return scene.grammar.holds("speeches", words) or scene.grammar.holds("writings", words)


def _is_set_off(one: Dated, scene: Scene) -> bool:
    """Whether a day stands between commas, and not within what a noun is told of: "the arrest, on Monday, of"."""
    before = one.first - 1 - scene.grammar.has("date-openers", scene.lowered[one.first - 1])
    if before < 1 or scene.lowered[before] != ",":
        return False
    seized = scene.clauses.verb_at(before - 1)
    if seized is not None and seized.tense == "participle":
        return False
    behind = scene.lowered[one.last + 1 : one.last + 3]
    return behind[:1] in ([","], ["."], []) and not scene.grammar.holds("genitives", behind[1:])
