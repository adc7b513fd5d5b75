"""What the words behind a verb say: whether they are its content, and whether that is a wish, a plan or a fact."""

from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.wanted import bare_subject
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_APART = frozenset({",", "-", "–", "—"})
"""Marks before what is said besides."""

_BARE = 5
"""Words of the subject of a clause without a conjunction."""

_CONTENT = 13
"""Words behind a verb among which its content begins, those to whom it is said before it."""

_CONJUNCTION = 5
"""Words behind a verb among which the conjunction of its clause stands."""


def has_content(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether what is asked follows: an infinitive, a clause, or "à" with a noun ("appelle à la retenue")."""
    if bare_subject(scene, verb) is not None or (verb.passive and scene.clauses.whole(verb).head > verb.head):
        return True  # "was asked to leave"
    if "coming" in trigger.frame.needs and _is_assured_before(scene, verb):
        return True
    for at in range(max(verb.head, trigger.last) + 1, min(verb.head + 1 + _CONTENT, len(scene.words))):
        inner = scene.clauses.verb_at(at)
        quoted = scene.lowered[at - 1] == '"'
        opener = scene.lowered[at - 2 if quoted else at - 1]
        particle = scene.grammar.has("infinitive-particles", opener)
        begins = inner is not None and inner.first == at and not (quoted and particle)
        if begins and inner is not None and (inner.finite or scene.grammar.has("purpose-markers", opener)):
            # "Fait pression pour signer"; "a appelé Lima pour discuter" asks nothing.
            return opener in trigger.frame.item
        if particle and ((quoted and inner is not None) or _is_infinitive(scene, at, inner)):
            return True
        own = at - 1 <= trigger.last  # The particle is the verb's own: "appeal to voters".
        if scene.grammar.has("planning-particles", opener) and not own and _looks_like_verb(scene, at):
            return True
        if _opens_content(scene, trigger.frame, at):
            return True
    return False


def _is_infinitive(scene: Scene, at: int, inner: Verb | None) -> bool:
    """Whether a word behind a particle is a verb that is not finite, of the tables or not: "a sommé de dissoudre"; so
    is one farther on in a group of verbs: "offered to pay"."""
    if inner is not None and (inner.tense == "infinitive" or not inner.finite or inner.first < at):
        return True
    return scene.grammar.looks_like_infinitive(scene.lowered[at])


def _opens_content(scene: Scene, frame: Frame, at: int) -> bool:
    """Whether a conjunction or preposition opens the content of a frame that takes one."""
    if "that" in frame.item and scene.grammar.has("complementizers", scene.lowered[at]):
        return True
    opens = "à" in frame.item and scene.grammar.has("content-openers", scene.lowered[at])
    return opens and not scene.grammar.phrase("adverbs", scene.lowered, at)


def _looks_like_verb(scene: Scene, at: int) -> bool:
    """A plain word behind the particle of infinitives that no table knows: "to ground its aircraft"."""
    word = scene.lowered[at]
    known = word in scene.grammar.closed or scene.lexicon.is_noun(word)
    return scene.words[at].text.isalpha() and not scene.words[at].is_capitalised and not known and word[-1] != "s"


def is_open(scene: Scene, verb: Verb, last: int = -1) -> bool:
    """Whether a clause behind says what is to be: "agreed that talks resume", where "that talks are useful" judges.

    `last` is the last word of a phrase that begins with the verb: "évoquer l'idée".
    """
    inner = scene.clauses.verb_after(verb.head)
    if _only_implies(scene, verb):
        return False
    if inner is None or not inner.finite or not inner.indices:
        return True
    if inner.tense not in ("present", "past"):
        return not (scene.grammar.has("implying", verb.lemma) and _is_foretold(scene, verb, inner))
    between = scene.lowered[max(verb.head, last) + 1 : inner.first]
    opener = next((at for at, word in enumerate(between) if scene.grammar.has("complementizers", word)), None)
    bare = scene.grammar.has("implying", verb.lemma) and _is_bare_clause(scene, verb, inner)
    if not bare and (opener is None or "," in between or (opener and scene.grammar.has("determiners", between[0]))):
        return True  # "Suggested a zone that is" opens the clause of a noun.
    return _is_to_be(scene, inner)


def _is_foretold(scene: Scene, verb: Verb, inner: Verb) -> bool:
    """Whether a clause with "that" says what will or would be, and not what might: "suggested that a delay would"."""
    opened = any(scene.grammar.has("complementizers", word) for word in scene.lowered[verb.head + 1 : verb.head + 2])
    return opened and inner.tense in ("future", "conditional") and "possible" not in inner.modals


def _only_implies(scene: Scene, verb: Verb) -> bool:
    """Whether a gerund says what follows from something told: ", suggesting that the talks are dead"."""
    loose = verb.tense == "gerund" and verb.first > 0 and scene.lowered[verb.first - 1] in _APART
    behind = scene.lowered[verb.head + 1 : verb.head + 2]
    clause = bool(behind) and scene.grammar.has("complementizers", behind[0])
    return loose and clause and scene.grammar.has("implying", verb.lemma)


def _is_bare_clause(scene: Scene, verb: Verb, inner: Verb) -> bool:
    """Whether a clause without a conjunction is what somebody says: "suggested the bid was its last"."""
    between = scene.lowered[verb.head + 1 : inner.first]
    if not scene.grammar.shows("bare-clauses") or not between or len(between) > _BARE:
        return False
    return all(
        word[0].isalnum() and not scene.grammar.has_any(("complementizers", "relatives", "object-relatives"), word)
        for word in between
    )


def _is_to_be(scene: Scene, inner: Verb) -> bool:
    """Whether the verb of a clause tells a duty, a plan, a wish or what may be, and no fact."""
    if inner.modals:
        return not (inner.negated and "possible" in inner.modals)  # "suggested it might not sign"
    form = scene.lowered[inner.indices[0]]
    wished = any(one.tense == "subjunctive" for one in scene.lexicon.inflections(form))
    return wished or (form == inner.lemmas[0] and not _is_of_many(scene, inner))


def _is_of_many(scene: Scene, inner: Verb) -> bool:
    """Whether the subject of a plain form is plural, so that it may state: "that the talks remain useful"."""
    before = inner.first - 1
    subject = scene.clauses.subject(inner)
    named = subject is not None and subject.last == before
    return subject.plural if named and subject is not None else scene.lowered[before].endswith("s")


def foretells(scene: Scene, verb: Verb) -> bool:
    """Whether a verb of saying brings what will be, which asks nothing: "insisted the bloc will not give in"."""
    inner = scene.clauses.verb_after(verb.head)
    if inner is None or verb.lemma not in scene.lexicon.reporting or "obligation" in inner.modals:
        return False
    near = "," not in scene.lowered[verb.head : inner.first]
    return near and inner.tense in ("future", "conditional")


def is_wanted(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether the clause behind is wished, not stated: "insists that Oslo release", where "that Oslo is" states."""
    inner = scene.clauses.verb_after(verb.head)
    if inner is None or "," in scene.lowered[verb.head : inner.first] or not inner.indices:
        return True  # The verb of the clause stands in a form that only a wish takes: "every member take part".
    opened = scene.grammar.holds("complementizers", scene.lowered[verb.head + 1 : inner.first])
    if not opened and "object" in frame.item:
        return True  # The clause may be that of the object: "suggère un plan qui est".
    if "obligation" in inner.modals or "refusal" in inner.modals:
        return True
    if inner.tense in ("future", "conditional"):
        return False
    form = scene.lowered[inner.indices[0]]
    return form == inner.lemmas[0] or any(one.tense == "subjunctive" for one in scene.lexicon.inflections(form))


def _is_assured_before(scene: Scene, verb: Verb) -> bool:
    """Whether what a verb of assuring ascribes to its subject stands before it and says what will be done: "La prime
    sera versée en mai", a assuré Lima."""
    told = next((one.covers for one in scene.speeches if one.verb.head == verb.head and one.covers.start == 0), None)
    inside = [one for one in scene.clauses.verbs if one.finite and one.head in told] if told is not None else []
    return any(one.tense == "future" and (one.passive or one.reflexive) for one in inside)


def is_to_come(scene: Scene, verb: Verb) -> bool:
    """Whether what is said lies ahead: "assured that the ideas would be passed on", "assured of its support"."""
    if _is_assured_before(scene, verb):
        return True
    inner = scene.clauses.verb_after(verb.head)
    clause = any(
        scene.grammar.has("complementizers", word)
        for word in scene.lowered[verb.head + 1 : verb.head + 1 + _CONJUNCTION]
    )
    if not clause or inner is None:
        return not clause
    return inner.tense in ("future", "conditional", "subjunctive") or "plan" in inner.modals


def means_itself(scene: Scene, verb: Verb, last: int) -> bool:
    """ "wants to play a part" asks nothing of anybody: the infinitive follows at once, and is the subject's own."""
    if verb.passive:
        return False  # "was told to leave" by somebody else
    group = scene.clauses.verb_at(verb.head)
    if group is not None and group.head > verb.head:
        return True
    behind = max(verb.head, last) + 1
    while behind < len(scene.words) and scene.grammar.phrase("adverbs", scene.lowered, behind):
        behind += 1
    if behind >= len(scene.words) or not scene.lowered[behind][0].isalnum():
        return verb.tense == "gerund"  # "found the offer wanting" asks for nothing.
    inner = scene.clauses.verb_at(behind)
    own = inner is not None and not inner.finite and inner.tense in ("infinitive", "gerund")
    if inner is None:
        while behind < len(scene.words) - 1 and scene.grammar.has("reflexives", scene.lowered[behind]):
            behind += 1
        own = scene.grammar.looks_like_infinitive(scene.lowered[behind])  # "souhaite développer", of no table
    return own or scene.grammar.has("planning-particles", scene.lowered[behind])
