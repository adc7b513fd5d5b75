"""What is only talked of: deeds that somebody aims at, and what it would be good or bad to do."""

from services.extractor.acts.frame import Frame
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SYMMETRIC
from services.extractor.grammar import table

_DEEDS = DEALS | {"concede"}
_AIMED = _DEEDS | {"propose", "demand"}


def is_aim(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a deed is only what a noun or verb before it is about, or how hard or near it is: "talk of lifting", "no
    closer to agreeing a text", "have trouble finding common ground"."""
    group = scene.clauses.whole(verb)
    before = scene.lowered[group.first - 1] if group.first else ""
    own = frame.act in _AIMED and group.tense == "gerund" and len(group.lemmas) == 1
    if not own:
        return False
    return scene.grammar.has_any(("aims", "hardships", "shortfalls"), before)


def is_doubted(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a deed stands in a clause that a noun or verb before it leaves open: "no sign that Oslo will agree", or
    a meeting in a question: "did not say whether Oslo had met Lima"."""
    if frame.act in SYMMETRIC:
        return _is_asked(scene, verb) or _is_believed_by_hardly_anybody(scene, verb)
    if frame.act not in _DEEDS and frame.act not in _STEPS:
        return False
    if not scene.clauses.opens and not scene.grammar.holds("open-questions", scene.lowered):
        return False
    for at in range(scene.clauses.outside_parenthesis(verb.first) - 1, -1, -1):
        if scene.grammar.has("open-questions", scene.lowered[at]):
            return not scene.clauses.crossed(at + 1, verb.first)
        if at == 0:
            break
        if at in scene.clauses.opens and scene.grammar.has("complementizers", scene.lowered[at]):
            if _by_hardly_anybody(scene, at - 1):
                return True
            before = scene.clauses.verb_at(at - 1)
            if before is not None:
                return scene.grammar.has("doubts", before.lemma)
            return scene.grammar.has("doubts", scene.lowered[at - 1]) or _is_denied(scene, at - 1)
    return False


def _is_asked(scene: Scene, verb: Verb) -> bool:
    asked = scene.grammar.places("open-questions", scene.lowered[: verb.first])
    return bool(asked) and not scene.clauses.crossed(asked[-1] + 1, verb.first)


def _is_believed_by_hardly_anybody(scene: Scene, verb: Verb) -> bool:
    opened = [at for at in scene.clauses.opens if 0 < at < verb.first]
    return (
        bool(opened)
        and scene.grammar.has("complementizers", scene.lowered[max(opened)])
        and _by_hardly_anybody(scene, max(opened) - 1)
    )


def _is_denied(scene: Scene, noun: int) -> bool:
    """Whether a claim, by its noun, is denied by the verb before: "rejected reports that Oslo had offered a port"."""
    if scene.lowered[noun] not in table(scene.grammar.language, "evaluations")["allegations"]:
        return False
    verb = scene.clauses.verb_before(noun)
    if verb is None or noun - verb.head > _DENIED:
        return False
    return not {"deny", "reject"}.isdisjoint(scene.lexicon.told_by(verb.lemma))


_DENIED = 3
"""Words from a verb of denying to the noun of what is denied, an article and an adjective between."""


def _by_hardly_anybody(scene: Scene, at: int) -> bool:
    """Whether a verb of thinking stands there of which few or none are the subject: "few believe that Oslo will"."""
    thinks = any(scene.grammar.has("thinking", one.lemma) for one in scene.lexicon.inflections(scene.lowered[at]))
    if at < 1 or not thinks:
        return False
    before = scene.lowered[at - 1]
    return scene.grammar.has("hardly-anybody", before) or scene.grammar.has("negators", before)


_STEPS = frozenset({"propose", "suspend", "demand", "promise", "reject"})
"""What one side does to or for the other."""
