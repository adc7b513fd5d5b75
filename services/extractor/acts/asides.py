"""What a sentence says aside, between commas, of somebody whom its clause goes on past: "Peru has urged Norway, which
chairs the council, to lift the ban", "talks between Ferropal, owner of the mill, and the dockers"."""

from services.extractor.acts.scene import Scene

_NAMING = 8
"""Words from "what" to the verb by which somebody calls it so."""

_LONGEST = 25
"""Words of an aside: what is longer is hardly one."""


def aside(scene: Scene) -> range | None:
    """The words of the first aside of a sentence, both commas included."""
    lowered = scene.lowered
    for at in range(1, len(lowered) - 3):
        if lowered[at] != "," or not _is_of_somebody(scene, at):
            continue
        end = _end(scene, at + 1)
        if end is None:
            continue
        opened = _opens(scene, at + 1) and _goes_on(scene, at, end + 1)
        if opened or (_is_plain(scene, at + 1, end) and _joins_subjects(scene, at, end + 1)):
            return range(at, end + 1)
    return None


def _is_plain(scene: Scene, first: int, end: int) -> bool:
    """Whether a few words without a verb only say something of who is named before, "pays andin", "d'une part", "basé à
    Oslo", and name nobody else beside him."""
    if end - first > _FEW or not scene.lowered[first][0].isalpha() or scene.words[first].is_capitalised:
        return False
    closed = scene.grammar.has_any(("coordinators", "relatives", "complementizers"), scene.lowered[first])
    verbs = (scene.clauses.verb_at(at) for at in range(first, end))
    named = any(first <= one.first < end and one.marker is None and one.kind != "adjective" for one in scene.mentions)
    return not closed and not named and not any(verb is not None and verb.finite for verb in verbs)


_FEW = 7
"""Words of an aside that no relative, participle or article opens."""


def naming(scene: Scene) -> range | None:
    """The words by which only whose name it is for something is said: "rejected | what it called | an unfair offer"."""
    lowered, grammar = scene.lowered, scene.grammar
    for at in grammar.openings("naming-openers", lowered):
        opened = grammar.phrase("naming-openers", lowered, at) if 1 <= at < len(lowered) - 2 else None
        if opened is None:
            continue
        first = at + opened[0]
        for verb in range(first, min(first + _NAMING, len(lowered) - 1)):
            called = grammar.phrase("naming-verbs", lowered, verb)
            if called is not None and verb > first:
                return range(at, verb + called[0])
            if lowered[verb] in ',;:()"':
                break
    return None


def _is_of_somebody(scene: Scene, comma: int) -> bool:
    return any(one.last == comma - 1 for one in scene.mentions)


def _opens(scene: Scene, first: int) -> bool:
    """Whether a relative clause begins at a word, a participle, or a noun phrase that names nobody."""
    if first in scene.clauses.relatives:
        return True
    verb = scene.clauses.verb_at(first)
    if verb is not None:
        return not verb.finite and verb.tense == "participle" and verb.first == first
    word = scene.lowered[first]
    determined = scene.grammar.has("determiners", word) or scene.grammar.has("indefinite-articles", word)
    return determined and not any(one.first <= first <= one.last for one in scene.mentions)


def _end(scene: Scene, first: int) -> int | None:
    """The comma that closes an aside: of a relative clause behind its verb."""
    lowered = scene.lowered
    told = first not in scene.clauses.relatives
    for at in range(first, min(first + _LONGEST, len(lowered) - 1)):
        verb = scene.clauses.verb_at(at)
        told = told or (verb is not None and verb.finite and at == verb.head)
        if lowered[at] in ';:()"':
            return None
        if lowered[at] == "," and told:
            return at
    return None


def _goes_on(scene: Scene, comma: int, behind: int) -> bool:
    """Whether a clause goes on behind an aside with the infinitive that its verb waits for, or the other of two."""
    lowered, grammar = scene.lowered, scene.grammar
    verb = scene.clauses.verb_at(behind + 1) or scene.clauses.verb_at(behind + 2)
    if verb is not None and verb.tense == "infinitive" and not grammar.has("coordinators", lowered[behind]):
        return scene.clauses.any_verb_before(comma) is not None
    if _joins_subjects(scene, comma, behind):
        return True
    pair = any(grammar.has("reciprocal-markers", one.marker or "") and one.last == comma - 1 for one in scene.mentions)
    return pair and grammar.has("coordinators", lowered[behind])


def _joins_subjects(scene: Scene, comma: int, behind: int) -> bool:
    """Whether the other of two subjects follows, and a verb of both: "Oslo, represented by Dahl, and Lima have met"."""
    opened = scene.grammar.has("coordinators", scene.lowered[behind]) and scene.clauses.any_verb_before(comma) is None
    other = next((one for one in scene.mentions if behind < one.first <= behind + 2), None) if opened else None
    verb = scene.clauses.verb_after(other.last) if other is not None else None
    if other is None or verb is None or scene.clauses.crossed(other.last + 1, verb.first):
        return False
    forms = scene.lexicon.inflections(scene.lowered[verb.indices[0]])
    return verb.finite and any(one.plural for one in forms)
