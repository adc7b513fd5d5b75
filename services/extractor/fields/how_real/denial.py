"""What denies an act, or leaves it open whether there will be one: determiners, "without", denials, doubts."""

from collections.abc import Iterator

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import HYPHENS, MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, Range
from services.extractor.fields.how_real.governing import is_subject, says_held

_ADJECTIVES = 5
"""Words between a determiner that denies and its noun."""

_SUBJECT = 8
"""Words of the subject of a passive verb, before it."""


def denied_noun(scene: Scene, trigger: Trigger) -> Range | None:
    """ "No direct meeting", "aucune rencontre": the determiner before a noun and its adjectives denies it."""
    for at in _before_noun(scene, trigger):
        word = scene.lowered[at]
        without = scene.grammar.has("negations", word) and scene.grammar.phrase("prepositions", scene.lowered, at)
        denied = scene.grammar.has("denying-determiners", word) or _is_not_any(scene, at)
        if denied or without or _parts_from(scene, at):
            return scene.span(at, at)
    return None


def _is_not_any(scene: Scene, at: int) -> bool:
    """Whether a negation alone opens a noun at the head of its sentence: "Pas | de négociations avec Lima"."""
    heads = at == 1 or (at > 1 and scene.lowered[at - 2] in MARKS)
    return (
        heads
        and scene.grammar.has("genitives", scene.lowered[at])
        and scene.grammar.has("negators", scene.lowered[at - 1])
    )


def supposed_noun(scene: Scene, trigger: Trigger) -> Range | None:
    """ "Any offer", "no offer": the determiner of what may never come."""
    for at in _before_noun(scene, trigger):
        if scene.grammar.has("supposing-determiners", scene.lowered[at]):
            return scene.span(at, at)
    return _imagined(scene, trigger) if trigger.frame.act not in DEALS else None


def _imagined(scene: Scene, trigger: Trigger) -> Range | None:
    """The verb that says what an offer or refusal would do if there were one: "a rejection would end the talks"."""
    before_noun = list(_before_noun(scene, trigger))
    article = before_noun[-1] if before_noun else 0
    if not scene.grammar.has("indefinite-articles", scene.lowered[article]):
        return None
    after, before = _supposing(scene, trigger), scene.clauses.verb_before(article)
    if after is not None:
        return scene.span(after.first, after.head)
    matrix = scene.clauses.verb_before(before.first) if before is not None else None
    said = before is not None and scene.grammar.has("passive-auxiliaries", before.lemma) and before.head == article - 1
    if said and matrix is not None and _is_imagined(scene, matrix) and not scene.clauses.crossed(matrix.head, article):
        return scene.span(matrix.first, matrix.head)  # "All it would take is an offer"
    return None


def _supposing(scene: Scene, trigger: Trigger) -> Verb | None:
    """The verb that says what what a noun tells would do: "a rejection would end the talks"."""
    after = scene.clauses.verb_after(trigger.last)
    return after if after is not None and _is_imagined(scene, after) and is_subject(trigger, after, scene) else None


def is_imagined(scene: Scene, trigger: Trigger) -> bool:
    """Whether of a meeting it is only said what it would do: "a visit would signal"; "would be held" tells of it."""
    before_noun = list(_before_noun(scene, trigger))
    opened = bool(before_noun) and scene.grammar.has("indefinite-articles", scene.lowered[before_noun[-1]])
    verb = _supposing(scene, trigger) if opened and not trigger.inflections else None
    return verb is not None and not says_held(verb, scene)


def _is_imagined(scene: Scene, verb: Verb) -> bool:
    """Whether a verb tells what would or may be; of one that no table knows only its auxiliary is told."""
    alone = scene.grammar.modals.get(verb.lemma) in ("conditional", "possible")
    return alone or verb.tense == "conditional" or "possible" in verb.modals


def _before_noun(scene: Scene, trigger: Trigger) -> Iterator[int]:
    """The words before a noun, backwards, up to its determiner or what is no part of its phrase, that included."""
    for at in range(trigger.first - 1, max(trigger.first - 1 - _ADJECTIVES, -1), -1):
        yield at
        word = scene.lowered[at]
        compound = word.isalpha() or word in HYPHENS  # "No Lima-Oslo meeting"
        if scene.grammar.has("determiners", word) or not compound or scene.clauses.verb_at(at):
            return


def _parts_from(scene: Scene, at: int) -> bool:
    """Whether words for "instead of" end there."""
    return scene.grammar.ends_before("privatives", scene.lowered, at + 1)


def denied_subject(scene: Scene, verb: Verb) -> Range | None:
    """ "Aucun accord n'a été signé", "No truce was signed": the determiner of what is done denies that it is."""
    for at in range(verb.first - 1, max(verb.first - 1 - _SUBJECT, -1), -1):
        word = scene.lowered[at]
        if scene.grammar.has("denying-determiners", word):
            return scene.span(at, at) if verb.finite else None
        if scene.clauses.verb_at(at) or word in MARKS or scene.clauses.crossed(at, at + 1):
            return None
    return None


def denied_behind(scene: Scene, trigger: Trigger) -> Range | None:
    """The words by which there are none of what was spoken of: "asked about contacts, he said that none were
    planned", "interrogé sur une rencontre, il a dit qu'aucune n'était prévue"."""
    for verb in scene.clauses.verbs:
        at = verb.first - 1
        alone = verb.finite and at > trigger.last and scene.grammar.has("denying-determiners", scene.lowered[at])
        if alone and "plan" in _plans(verb, scene):
            return scene.span(at, verb.head)
    return None


def _plans(verb: Verb, scene: Scene) -> Iterator[str]:
    """What a verb says of plans: by those before its head, or by itself."""
    yield from verb.modals
    if scene.grammar.has("planning-words", scene.lowered[verb.head]):
        yield "plan"


def only_failed(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether talks are only said not to have brought something: "la réunion n'a pas permis d'avancer"."""
    talks = trigger.frame.act == "talks" and verb.tense in ("past", "present") and not verb.modals
    if not talks or verb.first <= trigger.last or not scene.grammar.has("outcomes", verb.lemma):
        return False
    return is_subject(trigger, verb, scene) or _is_stretch(trigger, verb, scene)


def is_left_open(scene: Scene, trigger: Trigger, condition: Range | None) -> bool:
    """Whether of talks that there are it is only supposed how they end, and none is told: "if the talks fail"."""
    verb = scene.clauses.verb_after(trigger.last)
    if condition is None or trigger.inflections or verb is None or verb.passive:
        return False
    supposed = condition[0] <= scene.words[trigger.first].start and scene.words[verb.head].end <= condition[1]
    ends = verb.is_of("turning-out", scene.grammar) or verb.lemma in scene.grammar.sets["copulas"]
    return supposed and ends and not scene.clauses.crossed(trigger.last + 1, verb.first)


def _is_stretch(trigger: Trigger, verb: Verb, scene: Scene) -> bool:
    """Whether it is a stretch of talks of which a verb tells: "deux jours de pourparlers n'ont pas suffi"."""
    of, head = scene.lowered[max(0, trigger.first - 1)], scene.lowered[max(0, trigger.first - 2)]
    measured = scene.grammar.has("genitives", of) and scene.grammar.has("stretches", head)
    return measured and not scene.clauses.crossed(trigger.last + 1, verb.first)


def is_without(scene: Scene, verb: Verb) -> bool:
    """Whether it is what was not done: "signed without consulting Oslo", "rather than sign", "sans même exiger"."""
    before = scene.clauses.before_adverbs(verb.first) + 1
    before -= before > 1 and scene.grammar.has("negators", scene.lowered[before - 1])  # "sans jamais exiger"
    privative = (scene.grammar.ends_before("privatives", scene.lowered, at) for at in (verb.first, before))
    return not verb.finite and any(privative)


def is_denied(verb: Verb, scene: Scene) -> bool:
    """Whether a clause is the content of a denial: "denied that it had held talks"."""
    if _is_unlikely(verb, scene):
        return True
    matrix = scene.clauses.verb_before(verb.first)
    if matrix is None or matrix.negated or not scene.grammar.has("denials", matrix.lemma):
        return False
    if "refusal" in matrix.modals:
        return False  # "refused to deny that it had"
    between = scene.lowered[matrix.head : verb.first]
    return scene.grammar.holds("complementizers", between) or _is_bare_clause(scene, matrix, verb)


def _is_bare_clause(scene: Scene, matrix: Verb, verb: Verb) -> bool:
    """Whether the clause of a verb begins right behind the one that tells of it: "denied it had met Oslo"."""
    first = matrix.head + 1
    if not scene.grammar.shows("bare-clauses") or not verb.finite or verb.first <= first:
        return False
    opened = scene.grammar.phrase("prepositions", scene.lowered, first) is not None
    return not opened and not scene.clauses.crossed(first, verb.first) and "," not in scene.lowered[first : verb.first]


def _is_unlikely(verb: Verb, scene: Scene) -> bool:
    """Whether a clause is what is said not to be likely: "il est peu probable que les deux camps s'entendent"."""
    for at in range(verb.first - 1, 0, -1):
        if scene.grammar.has("complementizers", scene.lowered[at]):
            return any(scene.grammar.has("unlikely", " ".join(scene.lowered[at - size : at])) for size in (1, 2))
        if scene.clauses.verb_at(at) is not None:
            return False
    return False
