"""Reports told at the end of a sentence, whoever they are from: "..., a spokesman said on Monday", "according to"."""

from services.extractor.acts.scene import Scene, reports
from services.extractor.acts.verb_groups.verb import Verb

_SPEAKER = 6
"""Words from a comma to the verb of a report behind it: ", a senior diplomat in Oslo said"."""

_JOINING = ("coordinators", "adversatives", "complementizers", "conditions", "subordinators")
"""Classes of words by which a clause with a verb of saying is no report of what stands before."""


def tag_behind(comma: int, scene: Scene) -> Verb | None:
    """The verb of a report that begins at a comma and ends the sentence, its subject before it or behind."""
    verb = scene.clauses.verb_after(comma)
    if verb is None or not verb.finite or verb.first - comma > _SPEAKER:
        return None
    if (
        not reports(verb, scene.clauses, scene.lexicon)
        or _is_joined(comma, verb, scene)
        or _has_object(comma, verb, scene)
    ):
        return None
    goes_on = any(one.finite and one.first > verb.head for one in scene.clauses.verbs)
    return None if goes_on or any(at > verb.head for at in scene.clauses.opens) else verb


def reported_by(comma: int, scene: Scene) -> int | None:
    """The word from which on a report behind a comma says where it is from and when it was made: its verb, or the words
    of "according to a statement released on Monday"."""
    if comma + 1 >= len(scene.lowered):
        return None
    account = scene.grammar.phrase("account-markers", scene.lowered, comma + 1)
    if account is not None:
        return None if "," in scene.lowered[comma + 1 : comma + 1 + _INSERTED] else comma + account[0]
    verb = tag_behind(comma, scene)
    return verb.head if verb is not None else None


_INSERTED = 7
"""Words in which "according to" is inserted in what it is said of: "which, according to Lima, holds"."""


def _is_joined(comma: int, verb: Verb, scene: Scene) -> bool:
    return any(
        scene.lowered[at] == "," or at in scene.clauses.relatives or scene.grammar.has_any(_JOINING, scene.lowered[at])
        for at in range(comma + 1, verb.first)
    )


def _has_object(comma: int, verb: Verb, scene: Scene) -> bool:
    """Whether a verb with a subject before it tells what was announced: ", Lima announced a strike"."""
    if verb.first == comma + 1:
        return False
    behind = scene.lowered[verb.head + 1 : verb.head + 2]
    return any(scene.grammar.holds(name, behind) for name in ("determiners", "possessives"))
