"""Whether words beside an act show that it tells of another field: "accepter une démission", "réunis en congrès"."""

from collections.abc import Mapping
from functools import cache

from schemas.negotiation import Act
from services.extractor.acts.morphology import plurals
from services.extractor.acts.roles.legislation import is_legislation
from services.extractor.acts.roles.sessions import sits_by_itself
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SYMMETRIC
from services.extractor.grammar import table
from services.extractor.phrases import Phrases, match, phrases

_OBJECT = 5
"""Words from a verb to the noun of its object, its determiner, an adverb and an adjective between."""

_ADDRESSEE = 9
"""Words from a verb to whom something is promised or asked of, what it is between."""

_GATHERED = 4
"""Words from a verb of meeting to what says in what one meets, a day between."""

_CONTEST = 12
"""Words from a word of meeting to one of a contest, or from a journey to what it is for."""

_ADDRESSING = frozenset({"demand", "propose", "promise"})
_ANSWERS = frozenset({"agree", "reject"})


def is_elsewhere(scene: Scene, act: Act, verb: Verb, last: int) -> bool:
    """Whether what a verb is said of, whom it addresses or in what one meets is of another field.

    `last` is the last word of the phrase that tells the act.
    """
    words = _words(scene.grammar.language)
    behind = max(verb.head, last) + 1
    if act in SYMMETRIC:
        alone = is_contest(scene, behind) or _holds(scene, "unnamed", behind)
        return alone or _gathers(scene, words, behind) or sits_by_itself(scene, last, last, verb)
    if act in _ADDRESSING and words["publics"] and _addresses(scene, words["publics"], verb.head + 1):
        return True
    if act in _ANSWERS and _is_voted(scene, behind):
        return True
    if act in DEALS and is_contest(scene, behind):
        return True
    if act == "agree" and is_legislation(scene, verb):
        return True
    if act == "demand" and _holds(scene, "unnamed", max(0, verb.first - _CONTEST)):
        return True  # "spoke on condition of anonymity under rules set by Oslo"
    others = words.get(act)
    return bool(others) and (_subject if verb.passive else _object)(scene, words[act], verb, behind)


def is_occasion(scene: Scene, verb: Verb) -> bool:
    """Whether a journey is for something that is no talk: "s'est rendue à Lima pour un mariage"."""
    occasions = _words(scene.grammar.language)["occasions"]
    return any(word in occasions for word in scene.lowered[verb.head + 1 : verb.head + 1 + _CONTEST])


def is_contest(scene: Scene, behind: int) -> bool:
    """Whether those who meet play against each other: "se retrouvent en quart de finale", "la rencontre au stade"."""
    return _holds(scene, "contests", behind)


def _is_voted(scene: Scene, behind: int) -> bool:
    """Whether it is the people of a country who answer: "ont rejeté le texte par référendum"."""
    return _holds(scene, "polls", behind)


def _holds(scene: Scene, name: str, behind: int) -> bool:
    """Whether one of these phrases stands near."""
    index = _phrases(scene.grammar.language)[name]
    near = range(behind, min(behind + _CONTEST, len(scene.words)))
    if index.keys().isdisjoint(scene.lowered[near.start : near.stop]):
        return False
    return any(match(index, scene.lowered, at) for at in near)


def _object(scene: Scene, nouns: frozenset[str], verb: Verb, behind: int) -> bool:
    """Whether the noun right behind a verb is one of these: of "a proposition of resignation" the first counts."""
    for at in range(behind, min(behind + _OBJECT, len(scene.words))):
        word = scene.lowered[at]
        if word in nouns:
            return True
        if word in MARKS or scene.clauses.verb_at(at) is not None:
            return False
        if (
            at > behind
            and scene.grammar.phrase("prepositions", scene.lowered, at) is not None
            and not _is_adverb(scene, at - 1)
        ):
            return False
    return False


def _is_adverb(scene: Scene, at: int) -> bool:
    word = scene.lowered[at]
    return scene.grammar.is_adverb(word) or scene.grammar.has_any(("calendar-names", "negators"), word)


def _subject(scene: Scene, nouns: frozenset[str], verb: Verb, behind: int) -> bool:
    """Whether what a passive is said of is one of these nouns: "la démission du ministre a été acceptée"."""
    first = max((at for at in range(verb.first) if scene.clauses.crossed(at, at + 1)), default=-1) + 1
    head = next((at for at in range(first, verb.first) if scene.grammar.has("determiners", scene.lowered[at])), None)
    return head is not None and any(word in nouns for word in scene.lowered[head + 1 : min(head + 3, verb.first)])


def _addresses(scene: Scene, publics: frozenset[str], behind: int) -> bool:
    """Whether those are addressed with whom nobody negotiates: "appelle la population à", "promet aux habitants"."""
    for at in range(behind, min(behind + _ADDRESSEE, len(scene.words))):
        if scene.lowered[at] in MARKS or scene.clauses.verb_at(at) is not None or at in scene.clauses.opens:
            return False
        if scene.lowered[at] not in publics:
            continue
        found = scene.grammar.phrase("prepositions", scene.lowered, at - 1)
        before = scene.grammar.phrase("prepositions", scene.lowered, at - 2) if at - 2 >= behind else None
        marker = found[1] if found is not None else before[1] if before is not None else None
        return marker is None or scene.grammar.has("addressee-markers", marker)
    return False


def _gathers(scene: Scene, words: Mapping[str, frozenset[str]], behind: int) -> bool:
    """Whether a body only gathers its own people: "réunis en congrès"."""
    return any(
        scene.lowered[at] in words["gatherings"]
        and scene.grammar.phrase("prepositions", scene.lowered, at - 1) is not None
        for at in range(behind + 1, min(behind + _GATHERED, len(scene.words)))
    )


@cache
def _words(language: str) -> Mapping[str, frozenset[str]]:
    """Act or kind of words → its nouns in both numbers, lower case."""
    content = {
        name: nouns
        for name, nouns in table(language, "elsewhere").items()
        if name not in (*_PHRASED, *_OF_SESSIONS, *_OF_LAWS)
    }
    listed = {**content.pop("objects"), **content}
    return {
        name: frozenset(form for noun in nouns for form in plurals(noun, language)) for name, nouns in listed.items()
    }


_PHRASED = ("contests", "polls", "unnamed")
_OF_SESSIONS = ("organs", "session-gathering", "session-sorts")
"""What `sessions.py` reads."""

_OF_LAWS = ("enacting", "laws", "resolved", "chambers")
"""What `legislation.py` reads."""


@cache
def _phrases(language: str) -> Mapping[str, Phrases]:
    content = table(language, "elsewhere")
    return {name: phrases((one, name) for one in content[name]) for name in _PHRASED}
