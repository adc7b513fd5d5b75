"""The place that talks are called by or a visit goes to: "the Geneva talks", "le sommet de Lima", "will visit Oslo"."""

from services.extractor.actors.entity import Name, Place
from services.extractor.actors.lands import DASHES
from services.extractor.actors.tables import lands
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.journeys import BEFORE_GOAL
from services.extractor.acts.scene import Scene
from services.extractor.candidate import TOGETHER, Candidate, Range

PLACED = TOGETHER | {"suspend"}
"""Acts that take place somewhere; others are said there."""

_LONG_GOAL = 6
"""Words within which the town is told behind the country that it is of."""

_LONGEST_TRAVELLER = 14
"""Words between a noun of visiting and where the visit goes."""

_BESIDE = 3
"""Words between a noun of talks and the place that it has its name from: "the Geneva peace talks"."""

_SIGNED = 12
"""Words from what is signed to the participle that says so: "la déclaration de Lima sur la pêche, paraphée"."""


def namesake(candidate: Candidate, trigger: Trigger, scene: Scene) -> tuple[Place, Range] | None:
    """The town that talks are called by or a visit is to: "the Geneva talks", "le sommet de Lima", "visits Oslo"."""
    visit = "visit" in (candidate.form, trigger.frame.form)
    name = _stop(candidate, scene) or journeys_end(trigger, scene) if visit else _eponym(candidate, trigger, scene)
    if name is None or name.place is None:
        return None
    acts = any(
        filler.mention is not None and filler.mention[0] <= name.start and name.end <= filler.mention[1]
        for filler in candidate.fillers
    )
    return None if acts and not visit else (name.place, (name.start, name.end))


def _stop(candidate: Candidate, scene: Scene) -> Name | None:
    """One of several countries of a journey: "visited Lima, Quito and Oslo"."""
    if not candidate.turns:
        return None
    start, end = candidate.turns[candidate.turn]
    lands = (name for name in scene.names if name.kind in ("place", "capital", "country"))
    return next((name for name in lands if start <= name.start < end), None)


def journeys_end(trigger: Trigger, scene: Scene) -> Name | None:
    """Where a visit goes, whoever is told between: "visits Lima", "a visit by Peru's president to Oslo"."""
    return _goal(trigger, scene) or _goal_behind_traveller(trigger, scene)


def _goal(trigger: Trigger, scene: Scene) -> Name | None:
    """Where a visit goes: "will visit Lima", "se rendra lundi à Lima", "visited Peru's capital Lima"."""
    lowered, grammar = scene.lowered, scene.grammar
    at, goal = trigger.last + 1, None
    while at < len(lowered):
        name = _name_from(at, scene)
        if name is not None and name.kind in ("place", "capital", "country"):
            goal, at = name, next((end for end, word in enumerate(scene.words) if word.start >= name.end), len(lowered))
            if lowered[at : at + 1] != ["'s"]:
                return goal
        elif goal is None and not grammar.has_any(BEFORE_GOAL, lowered[at]):
            return None
        elif name is not None or at > trigger.last + _LONG_GOAL:
            return goal
        at += 1
    return goal


def _goal_behind_traveller(trigger: Trigger, scene: Scene) -> Name | None:
    """Where a visit goes behind the words for who makes it: "a visit by Peru's president to Oslo", "will lead a
    delegation of ten officials to Oslo".
    """
    if trigger.inflections and trigger.first == trigger.last:
        return None
    for at in range(trigger.last + 1, min(trigger.last + _LONGEST_TRAVELLER, len(scene.lowered) - 2)):
        if scene.lowered[at] in ",;:()" or scene.clauses.verb_at(at) is not None:
            return None
        name = _name_from(at + 1, scene) if scene.grammar.has("towards", scene.lowered[at]) else None
        if name is not None and name.kind in ("place", "capital", "country"):
            return name
    return None


def _eponym(candidate: Candidate, trigger: Trigger, scene: Scene) -> Name | None:
    """The town before a noun of talks, in French behind it: "Geneva peace talks", "les pourparlers de Genève"."""
    if candidate.act not in PLACED or trigger.inflections:
        return None
    lowered, grammar = scene.lowered, scene.grammar
    if grammar.has("local-matters", lowered[trigger.last]):
        return None  # "The Gaza truce"
    if _is_series(trigger, scene):
        return None
    name: Name | None = None
    if grammar.sets["eponym-markers"]:
        at = trigger.last + 1
        while at < min(trigger.last + _BESIDE, len(lowered) - 1) and not grammar.has("eponym-markers", lowered[at]):
            if not _may_stand_between(at, scene):
                return None
            at += 1
        if at + 1 < len(lowered) and grammar.has("eponym-markers", lowered[at]):
            name = _name_from(at + 1, scene)
    else:
        for at in range(trigger.first - 1, max(-1, trigger.first - 1 - _BESIDE), -1):
            name = _name_to(at, scene)
            if name is not None or not _may_stand_between(at, scene):
                break
        if name is not None and scene.sentence.text[: name.start - scene.sentence.start].endswith(DASHES):
            return None  # "The Oslo-Lima talks" are theirs.
    return name if name is not None and name.kind in ("place", "capital") and not is_land_name(name) else None


def _is_series(trigger: Trigger, scene: Scene) -> bool:
    """Whether the noun beside a town is of talks that were begun there, and go on anywhere: "the Doha round (talks)",
    "le cycle de Doha"; "the Doha round of talks" was held there."""
    lowered, grammar = scene.lowered, scene.grammar
    if grammar.sets["eponym-markers"]:
        return grammar.has("series-of-towns", lowered[trigger.last])
    for at in range(max(1, trigger.first - _BESIDE + 1), trigger.last + 1):
        behind = lowered[at + 1 : at + 2]
        named = any(_name_to(one, scene) is not None for one in range(at - 1, max(-1, at - _BESIDE), -1))
        if grammar.has("series-of-towns", lowered[at]) and named:
            return not grammar.holds("genitives", behind)
    return False


def birthplace(candidate: Candidate, trigger: Trigger, scene: Scene) -> tuple[Place, Range] | None:
    """The town that what is signed is called by: "the Lima declaration, signed in May", "signer l'accord de Lima"."""
    verb = scene.clauses.verb_at(trigger.head) if candidate.act == "sign" and trigger.inflections else None
    if verb is None or scene.grammar.has("ratifying", verb.lemma):
        return None
    instruments = scene.lexicon.object_forms("instruments")
    for at in range(max(0, verb.first - _SIGNED), min(trigger.last + _BESIDE + 1, len(scene.lowered))):
        name = _town_of(at, scene) if scene.lowered[at] in instruments else None
        first, last = (at, verb.first) if at < verb.first else (trigger.last + 1, at)
        if name is not None and name.place is not None and not _parted(first, last, scene):
            return name.place, (name.start, name.end)
    return None


def _town_of(noun: int, scene: Scene) -> Name | None:
    """The town beside a noun that is called by it."""
    if not scene.grammar.sets["eponym-markers"]:
        name = _name_to(noun - 1, scene)
    else:
        of = noun + 1 < len(scene.lowered) - 1 and scene.grammar.has("eponym-markers", scene.lowered[noun + 1])
        name = _name_from(noun + 2, scene) if of else None
    return name if name is not None and name.kind in ("place", "capital") and not is_land_name(name) else None


def _parted(first: int, last: int, scene: Scene) -> bool:
    """Whether another verb or the beginning of a clause stands between."""
    verbs = any(first <= verb.first and verb.head < last and verb.finite for verb in scene.clauses.verbs)
    return verbs or any(at in scene.clauses.opens for at in range(first, last))


def is_land_name(name: Name) -> bool:
    return name.place is None or name.place.name in lands()


def _name_from(at: int, scene: Scene) -> Name | None:
    """The name that begins at a word."""
    return next((name for name in scene.names if name.start == scene.words[at].start), None)


def _name_to(at: int, scene: Scene) -> Name | None:
    """The name that ends with a word."""
    return next((name for name in scene.names if name.end == scene.words[at].end), None)


def _may_stand_between(at: int, scene: Scene) -> bool:
    """Whether a word is a plain one before a noun: "peace" of "the Geneva peace talks"."""
    word, grammar = scene.lowered[at], scene.grammar
    closed = grammar.phrase("prepositions", scene.lowered, at) or grammar.has("coordinators", word)
    return word.isalpha() and not closed and not grammar.has("determiners", word) and not scene.clauses.verb_at(at)
