"""On what occasion something is said or done: "at a meeting of donors in Lima", "lors d'un entretien à Oslo"."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.fields.when.narration import is_background

_REACH = 16
"""Words between what opens the phrase of an occasion and a date or place in it."""

_BEFORE_NOUN = 5
"""Words between what opens the phrase and the noun of meeting: "at the third and last", "lors d'une deuxième"."""


def occasion(at: int, scene: Scene) -> int | None:
    """The word that opens the phrase of an occasion that the words before `at` tell; None where they tell none."""
    noun = meeting_before(at, scene)
    if noun is None:
        return None
    for first in range(noun - 1, max(noun - _BEFORE_NOUN, 0) - 1, -1):
        found = scene.grammar.phrase("occasions", scene.lowered, first)
        if found is not None and first + found[0] <= noun:
            return first
        if _parts(first, scene):
            return None
    return None


def meeting_before(at: int, scene: Scene) -> int | None:
    """The noun of meeting or speaking whose phrase a date or place behind it stands in: "a summit of the union in"."""
    for noun in range(at - 1, max(at - _REACH, 0) - 1, -1):
        if scene.grammar.has("gatherings", scene.lowered[noun]):
            return noun
        if _parts(noun, scene):
            return None
    return None


def _parts(at: int, scene: Scene) -> bool:
    """Whether a word ends the phrase of a noun: a mark, a verb that is no participle, the beginning of a clause."""
    verb = scene.clauses.verb_at(at)
    told = verb is not None and not tells_where(verb, scene)
    return told or scene.lowered[at] in _MARKS or (at in scene.clauses.relatives and verb is None)


_MARKS = frozenset(',.;:()"')


def tells_where(verb: Verb, scene: Scene) -> bool:
    """Whether a verb behind a noun only says when and where it is: "held in Lima", "qui se tient à Lima"."""
    if not happens(verb, scene):
        return False
    if verb.first - 1 in scene.clauses.relatives:
        return True
    behind = verb.head + 1
    placed = behind < len(scene.lowered) and (
        scene.grammar.phrase("locative", scene.lowered, behind) is not None
        or scene.grammar.has("calendar-names", scene.lowered[behind])
        or scene.grammar.has("date-openers", scene.lowered[behind])
    )
    return placed and len(verb.lemmas) == 1 and verb.tense in ("participle", "past")


def happens(verb: Verb, scene: Scene) -> bool:
    """Whether a verb says that something was held: "a eu lieu", "se déroulera", "took place", "was convened"."""
    phrase = " ".join((verb.lemma, *scene.lowered[verb.head + 1 : verb.head + 2]))
    reflexive = verb.reflexive and verb.lemma in scene.lexicon.reflexive_occurrence
    return reflexive or bool({verb.lemma, phrase} & scene.lexicon.occurrence)


def is_on_occasion(trigger: Trigger, at: int | None, scene: Scene, *, opens: bool = False) -> bool:
    """Whether a date or place behind an act of speech is that of the occasion on which it was uttered.

    Not where something is to be done on it: "urged them to accept the plan at the summit", but "promised to withdraw
    during the talks". `opens` is whether the phrase of the occasion begins at `at`.
    """
    first = occasion(at, scene) if at is not None and not opens else at
    if first is None or first <= trigger.last:
        return False
    between = [verb for verb in scene.clauses.verbs if trigger.last < verb.first < first]
    if any(verb.finite and not tells_where(verb, scene) for verb in between):
        return False
    if any(at in scene.clauses.relatives for at in range(trigger.last, first)):
        return False
    plain = scene.grammar.phrase("locative", scene.lowered, first) is not None
    return not (plain and any(verb.tense == "infinitive" for verb in between))


def is_told_along(trigger: Trigger, at: int, scene: Scene, *, ahead: bool = False) -> bool:
    """Whether a date or place behind an act stands in a clause that tells what was done along with it.

    "Vowed to reopen the border when the ministers met in Lima in May", not "when the ministers meet", but for what lies
    `ahead`, nor "had already flown to Lima when".
    """
    marks = [one for one in range(trigger.last + 1, at) if one in scene.clauses.opens]
    if len(marks) != 1 or is_background(trigger, scene) or not scene.grammar.has("when-words", scene.lowered[marks[0]]):
        return False
    if any(word in _MARKS_OF_CLAUSES for word in scene.lowered[trigger.last + 1 : at]):
        return False
    verb, own = scene.clauses.verb_after(marks[0]), scene.clauses.verb_before(marks[0])
    if verb is None or verb.tense != ("present" if ahead else "past") or (own is not None and own.first > trigger.last):
        return False
    return not any(verb.head < other.first < at for other in scene.clauses.verbs)


_MARKS_OF_CLAUSES = frozenset(".;:")
