"""What an infinitive or gerund hangs on, where nobody has so done what it tells: who is free, asked, accused or only
tries to do it."""

from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEEDS

SAID = frozenset({"propose", "demand", "promise", "reject", "threaten"})
"""Acts that are done by saying so."""


def hangs_undone(scene: Scene, act: str, verb: Verb) -> bool:
    """Whether an act is told by an infinitive or gerund that hangs on something by which it has not been done."""
    said, deed = act in SAID, act in DEEDS
    if scene.clauses.whole(verb).first in scene.clauses.absolute:
        return False  # "hit out at Oslo's decision to leave": it is Oslo's, whatever is said of it
    return (
        (act not in ("accuse", "deny") and _is_blamed(scene, verb))
        or _is_idle(scene, verb, said)
        or _is_too_much(scene, verb)
        or (said and (_is_enabled(scene, verb) or _is_bidden(scene, verb) or _is_unrealised(scene, verb)))
        or ((said or deed) and (_is_anothers(scene, verb) or _is_left_open(scene, verb) or _is_missed(scene, verb)))
    )


_ENABLED_REACH = 16
"""Words from a verb of enabling to the infinitive, who is enabled between."""


def _is_enabled(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive is only made possible: "the accord allows Oslo to propose changes"."""
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense != "infinitive" or matrix is None or group.first - matrix.head > _ENABLED_REACH:
        return False
    near = not scene.clauses.crossed(matrix.head + 1, group.first)
    return near and scene.grammar.has("enabling", matrix.lemma)


def _is_bidden(scene: Scene, verb: Verb) -> bool:
    """Whether somebody is only told to say something: "was told to reject the offer"."""
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense != "infinitive" or matrix is None or not matrix.passive or group.first - matrix.head > _NEAR:
        return False
    return scene.grammar.has("bidding", matrix.lemma)


def _is_anothers(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive is what somebody wants of another: "urged Oslo to reject", "exhorte Oslo à refuser"; one
    who persuades or forces another tells that it was done."""
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense != "infinitive" or matrix is None:
        return False
    if scene.grammar.has_any(("implicative", "copulas"), matrix.lemma):
        return False  # "was the first to refuse"
    wanted = scene.clauses.subject(group)
    return wanted is not None and matrix.head < wanted.first and wanted.last < group.first


_NEAR = 2
"""Words from a verb of bidding to the infinitive of what is bidden, an adverb between."""


def _is_left_open(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive is asked or awaited only: "is weighing whether to sign", "waits for Oslo to sign"."""
    group = scene.clauses.whole(verb)
    if group.tense != "infinitive" or not scene.grammar.shows("infinitive-particle") or group.first < 1:
        return False
    before = scene.lowered[group.first - 1]
    if scene.grammar.has("complementizers", before) or scene.grammar.has("fused-relatives", before):
        return True
    whose = next((one for one in scene.mentions if one.last == group.first - 1), None)
    return whose is not None and scene.grammar.has("noun-purposes", whose.marker or "")


_PARTICLE = 2
"""Words before an infinitive where the noun stands that it hangs on: "l'occasion d'accepter"."""


def _is_idle(scene: Scene, verb: Verb, said: bool) -> bool:
    """Whether an infinitive or gerund says only what there is an occasion or interest for, who is free to, or what
    something aims at: "has the right to", "the idea of giving in"; who intends to meet somebody will."""
    group = scene.clauses.whole(verb)
    at = group.first
    if group.tense not in ("infinitive", "gerund") or at < _PARTICLE:
        return False
    particle = at if scene.grammar.has("infinitive-particles", scene.lowered[at]) else at - 1
    wanted = "infinitive-particles" if group.tense == "infinitive" else "genitives"
    if not scene.grammar.has(wanted, scene.lowered[particle]):
        return False
    noun = scene.lowered[particle - 1]
    planned = not said and scene.grammar.governors.get(noun) == "plan"
    return scene.grammar.has("idle-nouns", noun) and not planned and not _is_announced(scene, particle - 1)


def _is_too_much(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive says what somebody or something is too much or little for: "too weak to accept"."""
    group = scene.clauses.whole(verb)
    if group.tense != "infinitive":
        return False
    before = scene.lowered[max(0, group.first - _EXCESS) : group.first]
    return scene.grammar.holds("excess", before) and MARKS.isdisjoint(before)


_EXCESS = 4
"""Words before an infinitive where "too" stands, with its adjective and a preposition: "trop affaibli pour"."""


def _is_announced(scene: Scene, noun: int) -> bool:
    """Whether somebody says what he intends: "announced its intention to reject", "a réaffirmé sa volonté de"."""
    verb = scene.clauses.any_verb_before(noun)
    if verb is None or noun - verb.head > _ANNOUNCED or not verb.finite or verb.negated:
        return False
    return verb.lemma in scene.lexicon.reporting or scene.grammar.has("voicing", verb.lemma)


_ANNOUNCED = 4
"""Words from a verb of saying to the intention that is said."""


def _is_unrealised(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive or gerund hangs on a verb of wanting, trying or hesitating, so that nobody has done it."""
    if len(verb.lemmas) > 1:
        return any(_withholds(scene, lemma, verb.negated) for lemma in verb.lemmas[:-1])
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense not in ("infinitive", "gerund") or matrix is None or group.first - matrix.head > _HANGING:
        return False
    between = scene.lowered[matrix.head + 1 : group.first]
    return not MARKS.intersection(between) and _withholds(scene, matrix.lemma, matrix.negated)


def _is_missed(scene: Scene, verb: Verb) -> bool:
    """Whether it has nearly been done: "a failli rompre", "stopped short of leaving", "almost signed"."""
    if scene.grammar.holds("missing", verb.lemmas[:-1]):
        return not verb.negated  # "n'a pas manqué de demander"
    if any(scene.grammar.has("near-adverbs", scene.lowered[at - 1]) for at in verb.indices if at):
        return True
    group = scene.clauses.whole(verb)
    if not group.finite and scene.grammar.ends_before("near-misses", scene.lowered, group.first):
        return True
    matrix = scene.clauses.any_verb_before(group.first)
    near = matrix is not None and group.tense == "infinitive" and group.first - matrix.head <= _NEAR
    return near and matrix is not None and not matrix.negated and scene.grammar.has("missing", matrix.lemma)


_HANGING = 4
"""Words from a verb to the infinitive or gerund that hangs on it: "thought on Monday about signing"."""


def _withholds(scene: Scene, lemma: str, negated: bool) -> bool:
    """Whether what hangs on a verb was not done: behind "hesitate", "did not dare", not behind "did not hesitate"; what
    one does not want is refused."""
    return scene.grammar.has("achieving" if negated else "unrealised", lemma)


_BLAME_REACH = 9
"""Words between a verb of accusing and what it accuses of."""


def _is_blamed(scene: Scene, verb: Verb) -> bool:
    """Whether a deed is only what somebody is accused of: "accuse Lima d'avoir rompu les négociations"."""
    group = scene.clauses.whole(verb)
    if group.tense not in ("infinitive", "gerund"):
        return False
    matrix = scene.clauses.any_verb_before(group.first)
    if matrix is None or group.first - matrix.head > _BLAME_REACH or matrix.lemma not in scene.lexicon.accusing:
        return False
    between = scene.lowered[matrix.head + 1 : group.first + 1]
    particle = scene.grammar.has("infinitive-particles", between[-2]) if len(between) > 1 else False
    opened = particle or scene.grammar.has("infinitive-particles", between[-1]) or group.tense == "gerund"
    return opened and "," not in between
