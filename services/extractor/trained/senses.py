"""In which sense a word stands: which act it tells here, or none; the clues for it and the choice."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations

from schemas.negotiation import Act
from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import grammar
from services.extractor.trained.choice import Clue
from services.extractor.trained.surroundings import NOBODY, Surroundings, kind

NONE = "none"
"""The class of words that tell no act."""

_BESIDE = 3
"""Words on each side whose place counts."""
_TIED = 1
"""Words on each side that count together with the word itself as well."""
_AROUND = 7
"""Words on each side that count wherever they stand."""
_LEAST = 4
"""Letters of a word that counts wherever it stands."""
_STEM = 6
"""First letters by which the forms of a word are known as one."""
_SHORTEST = 3
"""Letters of a word that no frame knows, to be looked at."""
_FUNCTIONAL = ("determiners", "auxiliaries", "relatives", "complementizers", "coordinators")
"""Words that tell nothing by themselves."""
_NEAR: tuple[frozenset[str], ...] = (
    frozenset({"agree", "sign"}),
    frozenset({"propose", "promise"}),
    frozenset({"talks", "mediate"}),
    frozenset({"reject", "suspend"}),
    frozenset({"reject", "deny"}),
    frozenset({"agree", "promise"}),
    frozenset({"concede", "promise"}),
    frozenset({"accuse", "threaten"}),
)
"""Acts that careful readers take for one another."""
_ALIKE = frozenset(pair for near in _NEAR for pair in permutations(near))


def stem(word: str) -> str:
    """What the forms of a word share, roughly."""
    return word[:_STEM]


def may_tell(around: Surroundings, at: int) -> bool:
    """Whether a word may tell an act at all: no name, no mere auxiliary, no word that only joins others."""
    word, scene = around.scene.lowered[at], around.scene
    if at in around.named or not word[0].isalpha() or scene.is_verb(at) is None:
        return False
    return at in around.triggers or has_sense(around, at)


def has_sense(around: Surroundings, at: int) -> bool:
    """Whether a word may mean something by itself: none too short, or that only joins others."""
    word = around.scene.lowered[at]
    return len(word) >= _SHORTEST and word not in _functional(around.scene.grammar.language)


@cache
def _functional(language: str) -> frozenset[str]:
    return frozenset().union(*(grammar(language).sets[name] for name in _FUNCTIONAL))


def are_near(one: str, other: str) -> bool:
    """Whether two acts are one, or such as careful readers take for one another."""
    return one == other or (one, other) in _ALIKE


def share_of(act: Act, seen: dict[str, float]) -> float:
    """How likely a word tells an act, or one that readers take for it."""
    return sum(share for other, share in seen.items() if are_near(act, other))


def clues(around: Surroundings, at: int) -> list[Clue]:
    """What speaks for the sense of a word, each clue once."""
    return [*clues_of_word(around, at), *clues_around(around, at)]


def clues_of_word(around: Surroundings, at: int) -> list[Clue]:
    """What a word says by itself."""
    return [*_of_letters(around.shown[at]), *_of_frames(around, at)]


def clues_of_lone_word(word: str) -> list[Clue]:
    """What a word says by itself that no frame knows."""
    return [*_of_letters(word), ("frame", NONE)]


def _of_letters(word: str) -> tuple[Clue, ...]:
    return ("word", word), ("stem", stem(word)), ("end", word[-3:])


def clues_around(around: Surroundings, at: int) -> list[Clue]:
    """What the words around say."""
    acts: Sequence[str] = sorted({one.frame.act for one in around.triggers.get(at, ())}) or [stem(around.shown[at])]
    verb = around.own_verb(at)
    told = _of_noun(around, at, acts) if verb is None else _of_verb(around, at, verb, acts)
    return [*told, *_beside(around.shown, at), *around.whole]


def _of_frames(around: Surroundings, at: int) -> Iterator[Clue]:
    told = around.told.get(at, NONE)
    # In the order of the text: sums of weights must not depend on that of a set.
    seen = dict.fromkeys([clue for trigger in around.triggers.get(at, ()) for clue in _of_frame(trigger.frame)])
    yield from seen or [("frame", NONE)]
    if seen or told != NONE:
        yield "told", told


@cache
def _of_frame(frame: Frame) -> tuple[Clue, ...]:
    return (
        ("frame", frame.act),
        ("frame weight", f"{frame.act} {frame.pos} {frame.weight:.1f}"),
        ("lemma", f"{frame.lemma} {frame.act}"),
    )


def _of_noun(around: Surroundings, at: int, acts: Sequence[str]) -> Iterator[Clue]:
    scene = around.scene
    yield "manner", "noun"
    before = scene.clauses.verb_before(at)
    if before is not None and at - before.head <= _AROUND:
        yield "governed", before.lemma
        yield from (("governed", f"{before.lemma} {act}") for act in acts)
    determiners = scene.grammar.sets["determiners"]
    reach = range(at - 1, max(at - _BESIDE - 1, -1), -1)
    determiner = next((around.shown[one] for one in reach if around.shown[one] in determiners), NONE)
    yield "determiner", determiner
    yield from (("determiner", f"{determiner} {act}") for act in acts)


def _of_verb(around: Surroundings, at: int, verb: Verb, acts: Sequence[str]) -> Iterator[Clue]:
    whole = around.verbs[at]
    clauses = around.scene.clauses
    subject, behind = clauses.subject(whole), next(iter(clauses.complements(whole)), None)
    told = [*_manners(verb), "last" if at == whole.head else "before another"]
    for manner in dict.fromkeys(told):
        yield "manner", manner
        yield from (("manner", f"{manner} {act}") for act in acts)
    for look, seen in (("by", _who(subject)), ("to", f"{behind.marker if behind else NONE} {_who(behind)}")):
        yield look, seen
        yield from ((look, f"{seen} {act}") for act in acts)
    yield "before", around.shown[whole.first - 1] if whole.first else NONE


def _manners(verb: Verb) -> Iterator[str]:
    yield verb.tense
    for is_so, name in (
        (not verb.finite, "not finite"),
        (verb.negated, "negated"),
        (verb.passive, "passive"),
        (verb.reflexive, "reflexive"),
    ):
        if is_so:
            yield name
    yield from verb.modals


def _who(mention: Mention | None) -> str:
    return NOBODY if mention is None else "pronoun" if mention.kind == "pronoun" else kind(mention)


_PLACES = [
    (offset, f"{offset:+}", f"stem {offset:+}" if abs(offset) <= _TIED else None)
    for offset in range(-_BESIDE, _BESIDE + 1)
    if offset
]
"""Places beside a word, and what is looked at there: the word, and for those right beside it both together."""


def _beside(shown: list[str], at: int) -> list[Clue]:
    own, found = stem(shown[at]), list[Clue]()
    for offset, place, tied in _PLACES:
        if 0 <= at + offset < len(shown):
            other = shown[at + offset]
            found.append((place, other))
            if tied is not None:
                found.append((tied, f"{own} {other}"))
    around = shown[max(0, at - _AROUND) : at] + shown[at + 1 : at + _AROUND + 1]
    near = dict.fromkeys([one[:_STEM] for one in around if len(one) >= _LEAST])
    found += [("near", seen) for seen in near]
    return found
