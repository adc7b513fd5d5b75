"""On what an act hangs: the clause with "if" of its sentence."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Range
from services.extractor.fields.trimming import trimmed


def condition(scene: Scene, trigger: Trigger) -> Range | None:
    """The passage that the act hangs on, with its "if"."""
    first = condition_start(scene, 0, len(scene.words))
    if first >= len(scene.words) or _is_of_next(scene, trigger, first):
        return None
    opening = _behind_parenthesis(scene, first + 1)
    end = next(
        (at for at in range(opening, len(scene.words)) if scene.lowered[at] in ",.;:?!" and at > first + 2),
        len(scene.words),
    )
    return trimmed(scene, first, end - 1)


def _is_of_next(scene: Scene, trigger: Trigger, first: int) -> bool:
    """Whether it is what somebody did next that hangs on it: "promised to pay and warned that he would leave if"."""
    between = (one for one in scene.clauses.verbs if trigger.last < one.first < first and one.tense == "past")
    return any(
        one.finite
        and scene.grammar.has("coordinators", scene.lowered[one.first - 1])
        and bool(scene.lexicon.told_by(one.lemma))
        for one in between
    )


def _behind_parenthesis(scene: Scene, at: int) -> int:
    """Where a clause goes on behind what commas set apart at its beginning: "if, as planned, Oslo pays"."""
    if scene.lowered[at : at + 1] != [","]:
        return at
    return next((end + 1 for end in range(at + 1, len(scene.words)) if scene.lowered[end] == ","), at)


def condition_start(scene: Scene, start: int, end: int) -> int:
    """The word with which a condition opens among some, their end where none does."""
    for at in sorted(at for at in scene.clauses.opens if start <= at < end):
        found = scene.grammar.phrase("conditions", scene.lowered, at)
        if found is not None and _opens(scene, at, at + found[0]):
            return end if _grants(scene, at) else at
    if scene.grammar.holds("limiting-adverbs", scene.lowered):
        return next((at for at in range(start, end) if _is_limited(scene, at)), end)
    return end


def _is_limited(scene: Scene, at: int) -> bool:
    """Whether something will be done only behind what a clause or noun tells: "will only reopen it after Oslo pays"."""
    if not scene.grammar.has("subordinators", scene.lowered[at]):
        return False
    verb = scene.clauses.verb_before(at)
    ahead = verb is not None and verb.tense in ("future", "conditional") and not verb.negated
    return ahead and verb is not None and scene.grammar.holds("limiting-adverbs", scene.lowered[verb.first : verb.head])


def _opens(scene: Scene, at: int, behind: int) -> bool:
    """Whether words open a condition: "provided Oslo pays", not "the gas provided." nor "the gas provided by Oslo", nor
    "as soon as next week"."""
    following = "".join(scene.lowered[behind : behind + 1])
    if scene.grammar.has_any(("time-words", "calendar-names"), following):
        return False
    done = scene.grammar.has("passive-markers", following) and scene.lexicon.inflections(scene.lowered[at])
    return following not in _ENDS and not done and not (behind == at + 1 and _tells_what_is(scene, at))


def _tells_what_is(scene: Scene, at: int) -> bool:
    """Whether a word stands right behind what is or was: "reopening what was once a harbour", "the question is if"."""
    before = scene.clauses.verb_at(at - 1) if at else None
    return before is not None and before.head == at - 1 and scene.grammar.has("passive-auxiliaries", before.lemma)


_ENDS = frozenset(["", ".", ";", ":", "?", "!", ")", '"'])
"""Marks, and the end of a sentence, behind which no condition is said."""


def _grants(scene: Scene, at: int) -> bool:
    """Whether a clause with "if" grants a fact that the next is set against: "Si Oslo a signé, Lima hésite encore"."""
    if at > 1 or not scene.grammar.has("granting-conjunctions", scene.lowered[at]):
        return False
    granted = scene.clauses.verb_after(at)
    if granted is None or granted.tense != "past" or granted.tenses[0] != "present" or "," not in scene.lowered[at:]:
        return False
    main = scene.clauses.verb_after(max(granted.head, scene.lowered.index(",", at)))
    return main is not None and main.tense in ("present", "past") and not main.modals
