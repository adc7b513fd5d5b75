"""Which of the dates of a sentence is chosen for an act: the nearest of those that belong to it most surely."""

from collections.abc import Sequence

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import SPEECH, Candidate
from services.extractor.dates.surroundings import innermost
from services.extractor.fields.how_real.circumstances import circumstance
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.occasion import meeting_before
from services.extractor.fields.when.belonging import claim, distance, is_ahead
from services.extractor.fields.when.between import CLAIMS
from services.extractor.fields.when.dated import Dated

PLANNED = frozenset({"talks", "mediate", "sign"})


def chosen(candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Dated | None:
    """The nearest of the dates that belong most surely to the act."""
    if candidate.act in SPEECH:
        dates = [one for one in dates if not is_ahead(trigger, scene, one)]
    claims = [(claim(candidate, trigger, scene, one), one) for one in dates]
    for sort in CLAIMS:
        found = [one for how, one in claims if how == sort]
        if found:
            return min(found, key=lambda one: distance(trigger, one))
    return None


def explained(candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Dated | None:
    """The one date of what a colon explains: "Oslo will hear nothing of it: it said on Sunday that it would fight"."""
    colon = next((at for at in range(trigger.last + 1, len(scene.lowered) - 1) if scene.lowered[at] == ":"), None)
    if (
        candidate.act not in SPEECH
        or colon is None
        or scene.grammar.phrase("pronouns", scene.lowered, colon + 1) is None
    ):
        return None
    behind = [one for one in dates if one.first > colon]
    return behind[0] if len(behind) == 1 and claim(candidate, trigger, scene, behind[0]) is None else None


def inserted(candidate: Candidate, trigger: Trigger, scene: Scene, dates: Sequence[Dated]) -> Dated | None:
    """The one date between a noun and its verb: "the talks, due to open in Oslo on Tuesday, were put off"."""
    verb = governing(trigger, scene) if candidate.act in PLANNED and not trigger.inflections else None
    if verb is None:
        return None
    inside = [one for one in dates if trigger.last < one.first and one.last < verb.first]
    return inside[0] if len(inside) == 1 and inside[0].expression.kind not in ("duration", "apart") else None


def is_of_last_year(one: Dated, trigger: Trigger, scene: Scene) -> bool:
    """Whether a month, however near it is, is over for a verb in the past: "met in July", "a meeting took place in"."""
    verb = governing(trigger, scene)
    told = verb is not None and verb.tense == "past" and (trigger.inflections or verb.first > trigger.last)
    return told and innermost(one.expression).kind == "month" and _is_yearly(one)


def is_of_next_year(one: Dated, trigger: Trigger, scene: Scene) -> bool:
    """Whether a day or month, however near the last one is, lies ahead for a verb that says so: "will meet in January".

    Not that of an earlier meeting: "will meet again after talks in January".
    """
    if one.points != "past" or one.expression.kind == "since" or not _is_yearly(one):
        return False
    verb = governing(trigger, scene)
    if verb is None or not (verb.tense == "future" or "plan" in verb.modals):
        return False
    if not trigger.inflections and circumstance(trigger, scene) is not None:
        return False
    noun, before = meeting_before(one.first, scene), scene.clauses.any_verb_before(one.first)
    return (noun is None or noun <= trigger.last) and (before is None or before.first == verb.first)


def _is_yearly(one: Dated) -> bool:
    """Whether it is a day or month of a year that is not told: "in January", "on 5 January"."""
    plain = innermost(one.expression)
    return plain.kind in ("month", "date") and "month" in plain.said and plain.said.keys().isdisjoint(_SETTLED)


_SETTLED = frozenset({"year", "short", "shift"})
"""What a month may be told with that leaves no doubt of its year."""
