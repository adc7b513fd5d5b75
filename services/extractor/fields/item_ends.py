"""Where an item ends: at the report around it, at what else was done, at the clause or deed of somebody else."""

from functools import cache

from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.fields.tags import reported_by
from services.extractor.grammar import grammar


def end_of_item(scene: Scene, behind: int, verb: Verb | None = None) -> int:
    """Items end with the sentence, where the report around them begins (", a déclaré X"), or what else was done."""
    end = len(scene.words)
    for speech in scene.speeches:
        begin = min(speech.verb.first, speech.speaker.first)  # ", said Oslo", ", Oslo said"
        if begin > behind and behind - 1 in speech.covers:
            end = min(end, begin)
            while end > behind and scene.lowered[end - 1] in (",", '"'):
                end -= 1
    ending = _ending(scene.grammar.language)
    for at in [at for at in range(behind, end) if scene.lowered[at] in ending]:
        if (
            scene.lowered[at] in ".;:?!"
            or scene.grammar.has("adversatives", scene.lowered[at])
            or (at > behind and scene.grammar.phrase("contrasts", scene.lowered, at))
            or (at > behind + _ADJECTIVE and _next_predicate(scene, at, behind))
            or _tells_occasion(scene, at)
            or _is_besides(scene, at)
            or (verb is not None and at > behind + _ADJECTIVE and _goes_on(scene, at, verb))
            or (scene.lowered[at] == "," and _comma_ends(scene, at))
        ):
            return _before_emphasis(scene, at, behind)
    return end


@cache
def _ending(language: str) -> frozenset[str]:
    """The words and marks at which an item may end: all others are passed over at once."""
    rules = grammar(language)
    return frozenset(rules.indices["contrasts"]).union(".;:?!", ",", *(rules.sets[name] for name in _ENDING))


_ENDING = ("adversatives", "coordinators", "subordinators", "gerund-openers")
"""Classes of words at which an item may end."""

_ADJECTIVE = 1
"""Words behind which a coordinator still joins adjectives: "called for | urgent and extended talks"."""


def _comma_ends(scene: Scene, at: int) -> bool:
    """Whether an item ends at a comma: before a relative, the main clause, somebody else's deed, or who reports it."""
    if scene.grammar.shows("attributive-participles") and _is_participle(scene, at + 1):
        return True  # "rejette l'ultimatum, exigeant", "propose un plan, rejeté par Lima"
    return (
        at + 1 in scene.clauses.relatives
        or _parts_from_main(scene, at)
        or _begins_anew(scene, at)
        or reported_by(at, scene) is not None
    )


def _is_participle(scene: Scene, at: int) -> bool:
    """Whether a word is a participle that tells another act: of who did the one before, or by whom it was answered."""
    verb = scene.clauses.verb_at(at) if at < len(scene.words) else None
    if verb is None or verb.first != at:
        return False
    return (verb.tense == "gerund" and len(verb.lemmas) == 1) or (verb.passive and verb.tense == "participle")


def _parts_from_main(scene: Scene, comma: int) -> bool:
    """Whether a comma ends the clause that opens a sentence: "Quand Oslo demande un report, Lima refuse", "Refusant
    l'offre, Lima a rompu"."""
    if "," in scene.lowered[:comma] or scene.clauses.verb_after(comma) is None:
        return False
    first = scene.clauses.verbs[0]
    return 0 in scene.clauses.opens or (first.first <= _OPENER and first.tense in ("gerund", "infinitive"))


def _begins_anew(scene: Scene, comma: int) -> bool:
    """Whether somebody else's deed follows: "si Oslo refuse le plan, Lima s'oppose à", not "..., Oslo et Lima"."""
    verb = scene.clauses.verb_after(comma)
    if verb is None or not verb.finite or scene.in_quote(comma) or _only_names_speaker(scene, verb):
        return False
    if scene.grammar.has("complementizers", scene.lowered[comma + 1]):
        return False  # "exige que Lima paie, que Quito se retire"
    subject = scene.clauses.subject(verb)
    if subject is None or not comma < subject.first <= comma + _ARTICLE:
        return False
    return scene.clauses.before_adverbs(verb.first) == subject.last


def _only_names_speaker(scene: Scene, verb: Verb) -> bool:
    """Whether a verb of saying only tells who said what stands around it: "will not bend, he added, and"."""
    behind = scene.lowered[verb.head + 1 : verb.head + 2]
    return verb.lemma in scene.lexicon.reporting and (not behind or behind[0] in MARKS or behind[0] == ".")


_ARTICLE = 2
"""Words from a comma to the name of who does what follows, one that is no part of it between."""

_OPENER = 2
"""Words before a gerund or infinitive that opens a sentence: "Tout en refusant", "Avant de refuser"."""


def _next_predicate(scene: Scene, at: int, behind: int) -> bool:
    """ "... and was awaiting": a coordinator with a finite verb of the same subject behind it.

    A verb in the tense of the content, that of the verb before it being another, goes on with the content: "demanded
    that Oslo stop and talk".
    """
    if not scene.grammar.has("coordinators", scene.lowered[at]):
        return False
    following = (verb for verb in scene.clauses.verbs if verb.first > at and verb.first <= at + 2 <= verb.head + 1)
    predicate = next((verb for verb in following if verb.finite and not verb.goes_on), None)
    if predicate is None:
        return False
    matrix, content = scene.clauses.verb_before(behind), scene.clauses.verb_before(at)
    if matrix is None or content is None or scene.lowered[at - 1] == ",":
        return True
    return content is matrix or content.tense != predicate.tense or content.tense == matrix.tense


def _tells_occasion(scene: Scene, at: int) -> bool:
    """Whether a clause follows that tells what was done at that time: "agreed to talk as Oslo lifted the siege"."""
    if at not in scene.clauses.opens or not scene.grammar.has("subordinators", scene.lowered[at]):
        return False
    if scene.grammar.phrase("conditions", scene.lowered, at):
        return False
    verb = scene.clauses.verb_after(at)
    return verb is not None and verb.tense == "past" and not scene.clauses.crossed(at + 1, verb.first)


def _is_besides(scene: Scene, at: int) -> bool:
    """Whether a gerund tells what was done besides: "a rejeté l'offre en invitant Oslo à"."""
    opens = scene.grammar.has("gerund-openers", scene.lowered[at])
    verb = scene.clauses.verb_at(at + 1) if opens else None
    return verb is not None and verb.tense == "gerund" and at <= verb.first <= at + 1 <= verb.indices[0]


def _before_emphasis(scene: Scene, at: int, behind: int) -> int:
    """Where an item ends before a gerund that "tout" stresses: "accepte la trêve, | tout en réclamant"."""
    stressed = at > behind and scene.grammar.has("gerund-openers", scene.lowered[at])
    return at - 1 if stressed and scene.grammar.has("determiners", scene.lowered[at - 1]) else at


def _goes_on(scene: Scene, at: int, verb: Verb) -> bool:
    """Whether the next thing that somebody told of before a verb did follows: ", which asked for X, rejected Y"."""
    if scene.lowered[at] != "," and not scene.grammar.has("coordinators", scene.lowered[at]):
        return False
    following = next((one for one in scene.clauses.verbs if one.first > at), None)
    if (
        following is None
        or not following.finite
        or following.goes_on
        or scene.clauses.before_adverbs(following.first) != at
        or following.passive
    ):
        return False
    subject = scene.clauses.subject(following)
    return subject is not None and subject.last < verb.first
