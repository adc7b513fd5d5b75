"""Relative clauses that take up an object: "the plan that Oslo presented", "l'accord qu'il a signé"."""

from dataclasses import replace

from services.extractor.actors.mention import Mention
from services.extractor.acts.scene import Scene, reports
from services.extractor.acts.verb_groups.verb import Verb

_REACH = 12
"""Words before a verb in which the relative of its clause stands."""

_OBJECT = 3
"""Words from a verb to the end of its object, an article before the noun."""

_TAKEN_UP = 6
"""Words before a relative in which the noun stands that it takes up."""


def antecedent(scene: Scene, verb: Verb) -> tuple[int, int] | None:
    """Where the object stands that a relative clause takes up, as (first, end) words; None in other clauses."""
    if verb.passive:
        return None
    near = range(verb.first - 1, max(0, verb.first - 1 - _REACH), -1)
    for at in near if scene.grammar.holds("object-relatives", scene.lowered) else ():
        if scene.grammar.has("object-relatives", scene.lowered[at]):
            open_to = not _is_reported(scene, at) and not _is_negated(scene, at)
            return (max(0, at - _TAKEN_UP), at) if open_to else None
        if scene.clauses.verb_at(at) is not None:
            break
    return _of_bare_clause(scene, verb) if scene.grammar.shows("bare-clauses") else None


def _of_bare_clause(scene: Scene, verb: Verb) -> tuple[int, int] | None:
    """ "The plan Oslo presented": the subject stands right behind the noun, the verb right behind the subject."""
    subject = scene.clauses.subject(verb) if verb.finite else None
    if subject is None or subject.first == 0 or scene.clauses.before_adverbs(verb.first) != subject.last:
        return None
    if any(one.tense not in ("past", "participle") for one in scene.lexicon.inflections(scene.lowered[verb.first])):
        return None  # "the record Oslo cut": it may be a noun
    at = subject.first - 1
    word = scene.words[at]
    plain = word.text.isalpha() and not word.is_capitalised and scene.clauses.verb_at(at) is None
    inside = any(one.first <= at <= one.last for one in scene.mentions)
    closed = at in scene.clauses.opens or scene.grammar.has_any(_CLOSED, scene.lowered[at])
    if not plain or inside or closed or scene.grammar.phrase("prepositions", scene.lowered, at) is not None:
        return None
    return max(0, at + 1 - _TAKEN_UP), at + 1


_CLOSED = ("complementizers", "coordinators", "adverbs", "time-words", "calendar-names", "determiners", "relatives")
"""Classes of words that no clause takes up."""


def _is_negated(scene: Scene, at: int) -> bool:
    """Whether it is only said what something is not: "not the accord that they signed"."""
    matrix = scene.clauses.verb_before(at)
    return matrix is not None and matrix.negated and scene.grammar.has("copulas", matrix.lemma)


def _is_reported(scene: Scene, at: int) -> bool:
    """Whether "que" opens what somebody says: right behind a verb, or farther behind one of saying."""
    if scene.clauses.verb_at(at - 1) is not None:
        return True
    if scene.lowered[at - 1] == "," and {scene.lowered[at - 2]} <= scene.lexicon.answerable:
        return False  # "a proposé un compromis, que Lima a rejeté"
    matrix = scene.clauses.verb_before(at)
    far = matrix is not None and at - matrix.head > _OBJECT
    return far and matrix is not None and reports(matrix, scene.clauses, scene.lexicon)


def whom(scene: Scene, verb: Verb) -> Mention | None:
    """The party that a relative clause takes up, marked as its relative is: "Lima, à qui Oslo a demandé", "Peru, with
    which Norway negotiates", "Lima, qu'Oslo a sommé"; None in other clauses."""
    if verb.passive or not (scene.clauses.relatives or scene.grammar.holds("object-relatives", scene.lowered)):
        return None
    for at in range(verb.first - 1, max(0, verb.first - 1 - _REACH), -1):
        opening, marker = _of_relative(scene, at)
        if opening is not None:
            return _right_before(scene, opening, marker)
        if scene.clauses.verb_at(at) is not None:
            return None
    return None


def _of_relative(scene: Scene, at: int) -> tuple[int | None, str | None]:
    """Where the relative begins that a word ends, its preposition before it, and what that marks; None for others."""
    word = scene.lowered[at]
    relative, taking = scene.grammar.has("relatives", word), scene.grammar.has("object-relatives", word)
    if not relative and not taking:
        return None, None
    for name, markers in _CONTRACTED:
        if scene.grammar.has(name, word):
            return at, min(scene.grammar.sets[markers])
    for first in range(max(0, at - _LONGEST), at):
        found = scene.grammar.phrase("prepositions", scene.lowered, first)
        if found is not None and first + found[0] == at:
            return first, found[1]
    return (at, None) if taking and scene.lowered[at - 1] == "," else (None, None)


_CONTRACTED = (("dative-relatives", "addressee-markers"), ("genitive-relatives", "genitive-markers"))
"""Classes of relatives that hold their preposition, and of what it marks."""

_LONGEST = 3
"""Words of a preposition before a relative."""


def _right_before(scene: Scene, opening: int, marker: str | None) -> Mention | None:
    """Who stands right before a relative, a comma between."""
    end = opening - 1 if scene.lowered[opening - 1] == "," else opening
    named = next((one for one in scene.clauses.bodies if one.last == end - 1), None)
    return replace(named, marker=marker) if named is not None else None


def tells_of_before(scene: Scene, verb: Verb) -> bool:
    """Whether a relative clause tells what somebody named in it did: "rejected the plan that Oslo had presented".

    What somebody wanted is no deed of its own: "down from the 5 percent it wanted".
    """
    if not verb.finite or verb.tense != "past" or scene.grammar.modals.get(verb.lemma) == "wish":
        return False
    taken_up, subject = antecedent(scene, verb), scene.clauses.subject(verb)
    return taken_up is not None and subject is not None and taken_up[1] <= subject.first


def says_to_which(scene: Scene, at: int) -> bool:
    """Whether a relative there says to what one comes: "auquel", "à laquelle"."""
    if scene.grammar.has("dative-relatives", scene.lowered[at]):
        return True
    to = at > 0 and scene.grammar.has("addressee-markers", scene.lowered[at - 1])
    return to and scene.grammar.has("relatives", scene.lowered[at])
