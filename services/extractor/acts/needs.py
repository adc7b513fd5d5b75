"""Whether the clause of a verb holds what its frame needs: a complement, a wish, what lies ahead."""

from services.extractor.acts.company import meets_somebody
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.no_deeds import tells_no_deed
from services.extractor.acts.owners import is_noun
from services.extractor.acts.roles import is_with
from services.extractor.acts.scene import Scene
from services.extractor.acts.senses import is_said
from services.extractor.acts.undergone import is_sought
from services.extractor.acts.verb import Verb
from services.extractor.grammar import table


def has_what_it_needs(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether what the frame needs is there; see `Frame`."""
    frame = trigger.frame
    return (
        not tells_no_deed(scene, trigger, verb)
        and ("person" not in frame.needs or meets_somebody(scene, trigger, verb) or _hosts_talks(scene, verb))
        and ("item" not in frame.needs or _has_complement(scene, trigger, verb))
        and ("talking" not in frame.needs or _is_about_talks(scene))
        and ("failing" not in frame.needs or _is_told_of_talks(scene, verb))
        and ("negated" not in frame.needs or verb.negated)
        and ("said" not in frame.needs or is_said(scene, verb))
        and ("coming" not in frame.needs or _is_to_come(scene, verb))
        and ("other" not in frame.needs or not means_itself(scene, verb, trigger.last))
        and ("against" not in frame.needs or _is_against(scene, trigger, verb))
        and ("scorned" not in frame.needs or _is_scorned(scene, trigger))
        and ("wanted" not in frame.needs or _is_wanted(scene, frame, verb))
        and ("open" not in frame.needs or is_open(scene, verb))
        and ("visitor" not in frame.needs or _is_visited(scene, verb))
        and ("of" not in frame.needs or _is_of_somebody(scene, frame, verb))
        and ("club" not in frame.needs or _is_left(scene, frame, verb, _CLUBS))
        and ("land" not in frame.needs or _is_left(scene, frame, verb, _COUNTRIES))
        and ("several" not in frame.needs or _are_several(scene, verb))
        and ("sought" not in frame.needs or is_sought(scene, verb))
        and ("got" not in frame.needs or _is_got(scene, verb))
        and ("traveller" not in frame.needs or _is_traveller(scene, verb))
        and ("purpose" not in frame.needs or _is_for_talks(scene, verb))
        and ("ahead" not in frame.needs or verb.tense in ("future", "conditional") or "plan" in verb.modals)
        and ("bare" not in frame.needs or _is_bare(scene, verb))
        and ("end" not in frame.needs or _ends_here(scene, frame, verb))
        and ("company" not in frame.needs or any(is_with(scene, one) for one in scene.clauses.complements(verb)))
    )


def _is_about_talks(scene: Scene) -> bool:
    """Whether the sentence names what one may walk out of: else it is a strike, or a crowd that leaves."""
    return any(scene.lexicon.is_talks(word) for word in scene.lowered)


def _is_told_of_talks(scene: Scene, verb: Verb) -> bool:
    """Whether talks or a deal are named before a verb of failing: else it is a firm or a roof that collapses."""
    talks = scene.lexicon.object_forms(["negotiations"])
    return any(word in talks or scene.lexicon.is_talks(word) for word in scene.lowered[: verb.first])


def _is_against(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether it is said what one opposes: "s'oppose au plan", "s'y oppose"; "les deux camps s'opposent" says none."""
    taken_up = any(scene.grammar.has("clitics", word) and word == "y" for word in scene.lowered[verb.first : verb.head])
    subject = scene.clauses.subject(verb)
    several = subject is None or subject.plural or verb.tense == "infinitive"
    behind = (
        scene.grammar.phrase("prepositions", scene.lowered, verb.head + 1) if verb.head + 1 < len(scene.words) else None
    )
    told = behind is not None and scene.grammar.has("addressee-markers", behind[1])  # "s'opposent aux coupes"
    return taken_up or not several or told or _has_complement(scene, trigger, verb)


def _is_scorned(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is judged is called too little or too much: "juge l'offre de Lima insuffisante"."""
    scorned = tuple(table(scene.grammar.language, "evaluations")["scorned"])
    for word in scene.words[trigger.last + 1 : trigger.last + 1 + _SCORN_REACH]:
        if word.text in _PARTS:
            return False
        if word.folded.startswith(scorned):
            return True
    return False


_PARTS = frozenset(",;:()")
"""Marks behind which a verb of judging judges nothing more."""

_SCORN_REACH = 12
"""Words from a verb of judging to the adjective, what is judged between."""


def _hosts_talks(scene: Scene, verb: Verb) -> bool:
    """Whether what somebody has at its table are talks: "hosted a round of talks between Peru and Chile"."""
    behind = scene.lowered[verb.head + 1 : verb.head + 1 + _TABLE_REACH]
    return verb.lemma in scene.lexicon.hosting and any(scene.lexicon.is_talks(word) for word in behind)


_TABLE_REACH = 4
"""Words from a verb of hosting to the noun of the talks hosted."""


def is_open(scene: Scene, verb: Verb) -> bool:
    """Whether a clause behind says what is to be: "agreed that talks resume", where "that talks are useful" judges."""
    inner = scene.clauses.verb_after(verb.head)
    if _only_implies(scene, verb):
        return False
    if inner is None or not inner.finite or not inner.indices or inner.tense not in ("present", "past"):
        return True
    between = scene.lowered[verb.head + 1 : inner.first]
    opener = next((at for at, word in enumerate(between) if scene.grammar.has("complementizers", word)), None)
    bare = scene.grammar.has("implying", verb.lemma) and _is_bare_clause(scene, verb, inner)
    if not bare and (opener is None or "," in between or (opener and scene.grammar.has("determiners", between[0]))):
        return True  # "Suggested a zone that is" opens the clause of a noun.
    return _is_to_be(scene, inner)


def _only_implies(scene: Scene, verb: Verb) -> bool:
    """Whether a gerund says what follows from something told: ", suggesting that the talks are dead"."""
    loose = verb.tense == "gerund" and verb.first > 0 and scene.lowered[verb.first - 1] in _APART
    behind = scene.lowered[verb.head + 1 : verb.head + 2]
    clause = bool(behind) and scene.grammar.has("complementizers", behind[0])
    return loose and clause and scene.grammar.has("implying", verb.lemma)


_APART = frozenset({",", "-", "–", "—"})
"""Marks before what is said besides."""


def _is_bare_clause(scene: Scene, verb: Verb, inner: Verb) -> bool:
    """Whether a clause without a conjunction is what somebody says: "suggested the bid was its last"."""
    between = scene.lowered[verb.head + 1 : inner.first]
    if not scene.grammar.shows("bare-clauses") or not between or len(between) > _BARE:
        return False
    return all(
        word[0].isalnum()
        and not any(scene.grammar.has(name, word) for name in ("complementizers", "relatives", "object-relatives"))
        for word in between
    )


_BARE = 5
"""Words of the subject of a clause without a conjunction."""


def _is_to_be(scene: Scene, inner: Verb) -> bool:
    """Whether the verb of a clause tells a duty, a plan, a wish or what may be, and no fact."""
    if inner.modals and not _prepares(scene, inner):
        return not (inner.negated and "possible" in inner.modals)  # "suggested it might not sign"
    form = scene.lowered[inner.indices[0]]
    wished = any(one.tense == "subjunctive" for one in scene.lexicon.inflections(form))
    return wished or (form == inner.lemmas[0] and not _is_of_many(scene, inner))


def _prepares(scene: Scene, inner: Verb) -> bool:
    """Whether somebody is only said to be about to do something: "suggested that Oslo was preparing to leave"."""
    planning = [lemma for lemma in inner.lemmas[:-1] if lemma in scene.grammar.modals]
    return bool(planning) and all(scene.grammar.modals[lemma] == "plan" for lemma in planning)


def _is_of_many(scene: Scene, inner: Verb) -> bool:
    """Whether the subject of a plain form is plural, so that it may state: "that the talks remain useful"."""
    before = inner.first - 1
    subject = scene.clauses.subject(inner)
    return (subject is not None and subject.plural) or scene.lowered[before].endswith("s")


def foretells(scene: Scene, verb: Verb) -> bool:
    """Whether a verb of saying brings what will be, which asks nothing: "insisted the bloc will not give in"."""
    inner = scene.clauses.verb_after(verb.head)
    if inner is None or verb.lemma not in scene.lexicon.reporting or "obligation" in inner.modals:
        return False
    near = "," not in scene.lowered[verb.head : inner.first]
    return near and inner.tense in ("future", "conditional")


def _is_wanted(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether the clause behind is wished, not stated: "insists that Oslo release", where "that Oslo is" states."""
    inner = scene.clauses.verb_after(verb.head)
    if inner is None or "," in scene.lowered[verb.head : inner.first] or not inner.indices:
        return True  # The verb of the clause stands in a form that only a wish takes: "every member take part".
    opened = any(scene.grammar.has("complementizers", word) for word in scene.lowered[verb.head + 1 : inner.first])
    if not opened and "object" in frame.item:
        return True  # The clause may be that of the object: "suggère un plan qui est".
    if "obligation" in inner.modals or "refusal" in inner.modals:
        return True
    if inner.tense in ("future", "conditional"):
        return False
    form = scene.lowered[inner.indices[0]]
    return form == inner.lemmas[0] or any(one.tense == "subjunctive" for one in scene.lexicon.inflections(form))


_ENDS = frozenset(",.;:)")

_FREE = ("calendar-names", "place-markers", "subordinators", "coordinators", "passive-markers")
"""Classes of words that begin something else than a predicate of the object."""


def _is_bare(scene: Scene, verb: Verb) -> bool:
    """Whether a party stands behind the verb, and behind it nothing that says what it is called."""
    behind = verb.head + 1
    while behind < len(scene.words) and scene.grammar.has("calendar-names", scene.lowered[behind]):
        behind += 1
    named = next((one for one in scene.clauses.complements(verb) if one.first == behind), None)
    rest = scene.lowered[named.last + 1 : named.last + 2] if named is not None and named.marker is None else [""]
    return not rest or rest[0] in _ENDS or any(scene.grammar.has(name, rest[0]) for name in _FREE)


def _ends_here(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a phrase is all that is said: "said no, citing", where "said no talks were planned" goes on."""
    behind = verb.head + len(frame.lemma.split(" "))
    counted = behind < len(scene.words) and scene.grammar.has("determiners", scene.lowered[behind])
    return not (counted or is_noun(scene, behind))  # "said no more problems remained"


def means_itself(scene: Scene, verb: Verb, last: int) -> bool:
    """ "wants to play a part" asks nothing of anybody: the infinitive follows at once, and is the subject's own."""
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


def _is_to_come(scene: Scene, verb: Verb) -> bool:
    """Whether what is said lies ahead: "assured that the ideas would be passed on", "assured of its support"."""
    inner = scene.clauses.verb_after(verb.head)
    clause = any(scene.grammar.has("complementizers", word) for word in scene.lowered[verb.head + 1 : verb.head + 6])
    if not clause or inner is None:
        return not clause
    return inner.tense in ("future", "conditional", "subjunctive") or "plan" in inner.modals


def _has_complement(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether what is asked follows: an infinitive, a clause, or "à" with a noun ("appelle à la retenue")."""
    frame = trigger.frame
    end = min(verb.head + 14, len(scene.words))
    for at in range(max(verb.head, trigger.last) + 1, end):
        inner = scene.clauses.verb_at(at)
        opened = scene.lowered[at - 2 if scene.lowered[at - 1] == '"' else at - 1]
        if scene.lowered[at - 1] == '"' and inner is not None and scene.grammar.has("infinitive-particles", opened):
            return True
        if inner is not None and inner.finite and inner.first == at:
            return False
        if inner is not None and inner.first == at and scene.grammar.has("purpose-markers", opened):
            return False  # "a appelé Lima pour discuter de la frontière"
        if (
            inner is not None
            and (inner.tense == "infinitive" or not inner.finite)
            and scene.grammar.has("infinitive-particles", opened)
        ):
            return True
        if scene.grammar.has("infinitive-particles", opened) and scene.grammar.looks_like_infinitive(scene.lowered[at]):
            return True  # "a sommé Lima de dissoudre", of no table
        own = at - 1 <= trigger.last  # The particle is the verb's own: "appeal to voters".
        if scene.grammar.has("planning-particles", opened) and not own and _looks_like_verb(scene, at):
            return True
        if "that" in frame.item and scene.grammar.has("complementizers", scene.lowered[at]):
            return True
        if "à" in frame.item and scene.grammar.has("content-openers", scene.lowered[at]):
            return True
    return False


def _looks_like_verb(scene: Scene, at: int) -> bool:
    """A plain word behind the particle of infinitives that no table knows: "to ground its aircraft"."""
    word = scene.lowered[at]
    known = word in scene.grammar.closed or scene.lexicon.is_noun(word)
    return scene.words[at].text.isalpha() and not scene.words[at].is_capitalised and not known and word[-1] != "s"


def _is_visited(scene: Scene, verb: Verb) -> bool:
    """Whether who is greeted is somebody who comes, no decision: "welcomed the Peruvian minister"."""
    around = scene.clauses.complements(verb) if not verb.passive else filter(None, [scene.clauses.subject(verb)])
    return any(
        one.marker is None and any(actor.person is not None or actor.level is not None for actor in one.actors)
        for one in around
    )


def _is_of_somebody(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether it is said right behind the verb of whom something is expected: "attend de Lima un geste"."""
    return any(
        one.marker in frame.counterpart and verb.head < one.first <= verb.head + _OF_WHOM
        for one in scene.clauses.complements(verb)
    )


_OF_WHOM = 4
"""Words from a verb of expecting to the name behind its preposition, articles and adverbs between."""


def _is_left(scene: Scene, frame: Frame, verb: Verb, kinds: frozenset[str]) -> bool:
    """Whether what is left is a body of these kinds, not the own: "quitte la Cedeao", "se retire du Pérou"."""
    subject = scene.clauses.subject(verb)
    alone = subject is None or any(actor.person is not None or actor.level is not None for actor in subject.actors)
    if alone or verb.negated:
        return False  # a minister who leaves, who has not left
    own = subject.party_ids if subject is not None else frozenset()
    behind = [
        one
        for one in scene.clauses.complements(verb)
        if verb.head < one.first <= verb.head + _OF_WHOM and (one.marker or "object") in (frame.item or ("object",))
    ]
    return any(actor.party.kind in kinds and actor.party.id not in own for one in behind for actor in one.actors)


_CLUBS = frozenset({"igo", "alliance", "forum", "coalition"})
_COUNTRIES = frozenset({"country"})


def _are_several(scene: Scene, verb: Verb) -> bool:
    """Whether the object is two at least, to be brought together: "rapprocher Lima et Quito"."""
    return any(one.marker is None and len(one.party_ids) > 1 for one in scene.clauses.complements(verb))


def _is_got(scene: Scene, verb: Verb) -> bool:
    """Whether a verb says that it came to it, of the subject: "a obtenu", not "peut obtenir" nor "n'a obtenu que"."""
    only = any(scene.grammar.has("infinitive-prefixes", word) for word in scene.lowered[verb.first : verb.head])
    return verb.finite and not (verb.passive or verb.negated or verb.modals or only)


def _is_traveller(scene: Scene, verb: Verb) -> bool:
    """Whether a person of rank goes to another country: "la ministre danoise s'est rendue à Lima".

    Where he goes to talk to somebody named, that is what is told.
    """
    subject = scene.clauses.subject(verb)
    if subject is None or not any(actor.level in _ENVOYS for actor in subject.actors):
        return False
    visited = [one for one in scene.clauses.complements(verb) if scene.grammar.has("place-markers", one.marker or "")]
    own = subject.party_ids
    abroad = any(one.kind in _LANDS and one.party_ids.isdisjoint(own) for one in visited)
    return abroad and not _is_for_talks(scene, verb)


_LANDS = frozenset({"name", "capital"})
"""Kinds of mentions that name a country one goes to."""

_ENVOYS = frozenset({"head-of-state-or-government", "minister", "deputy-minister", "envoy"})
"""Ranks of those whose journeys to another country are visits to it."""


_PURPOSE_REACH = 10
"""Words behind a verb of movement in which its purpose stands."""


def _is_for_talks(scene: Scene, verb: Verb) -> bool:
    """Whether a journey is one to talk: "flew to Lima for talks on the border", "is in Quito to discuss".

    So with those who are invited: "invited Oslo to talks".
    """
    asked = scene.grammar.has("inviting", verb.lemma)
    for at in range(verb.head + 1, min(verb.head + 1 + _PURPOSE_REACH, len(scene.words) - 1)):
        if scene.clauses.crossed(at, at + 1):
            return False
        purpose = scene.grammar.has("purpose-markers", scene.lowered[at])
        inner = scene.clauses.verb_at(at + 1)
        if inner is not None and (purpose or scene.grammar.has("infinitive-particles", scene.lowered[at])):
            return scene.lexicon.is_talks_verb(
                inner.lemma, scene.lowered[inner.head + 1 : inner.head + 1 + _TABLE_REACH]
            )
        if purpose or (asked and scene.grammar.has("addressee-markers", scene.lowered[at])):
            return any(scene.lexicon.is_talks(word) for word in scene.lowered[at + 1 : at + 5])
    return False
