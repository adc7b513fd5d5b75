"""What stands around the noun of a description: numbers and ranks, what it is one of two of, what it is of."""

from collections.abc import Sequence

from services.extractor.grammar import Grammar
from services.extractor.text.words import Word


def counts_people(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a word only counts, ranks or describes those who act together: "les 1 200 employés", "les principaux
    créanciers", "les jeunes médecins"."""
    if not _counts(lowered[at], grammar):
        return False
    first, noun = at, at + 1
    while first and _counts(lowered[first - 1], grammar):
        first -= 1
    while noun < len(lowered) and _counts(lowered[noun], grammar):
        noun += 1
    before = lowered[first - 1] if first else "."
    if not grammar.has("articles", before) or grammar.phrase("prepositions", [before], 0) is not None:
        return False  # "ses 300 employés", "aux 300 salariés" are not all there are.
    return noun < len(lowered) and grammar.phrase("acting-plurals", lowered, noun) is not None


def _counts(word: str, grammar: Grammar) -> bool:
    described = grammar.has("ranking-words", word) or grammar.has("prenominal-plurals", word)
    return word.isdecimal() or (described and not grammar.has_any(("others", "former-titles"), word))


def is_side(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a word stands where one of two sides is named: behind "between", or behind the "and" after it, or in a
    pair without articles, "Direction et syndicats"."""
    if at and grammar.has("reciprocal-markers", lowered[at - 1]):
        return True
    second = at > 0 and grammar.has("coordinators", lowered[at - 1])
    if second and grammar.holds("reciprocal-markers", lowered[max(at - _SIDE_REACH, 0) : at - 1]):
        return True
    own = grammar.phrase("acting-plurals", lowered, at) is not None  # People who act together need no article.
    return not own and _opens_pair(lowered, at - 2 if second else at, grammar)


def _opens_pair(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether two sides without articles begin at a word, at the head of a clause or behind a verb of meeting."""
    if at < 0 or at + 2 >= len(lowered) or not grammar.has("coordinators", lowered[at + 1]):
        return False
    before = lowered[at - 1] if at else "."
    free = not before[0].isalnum() or grammar.has_any(_BEFORE_PAIRS, before)
    return free and all(_tells_side(lowered[one : one + _LONGEST_SIDE], grammar) for one in (at, at + 2))


def _tells_side(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether words without an article tell who one of two sides is."""
    if any(grammar.phrase(name, words, 0) is not None for name in ("bodies", "acting-plurals")):
        return True
    return with_article("descriptions", words, grammar) is not None


_BEFORE_PAIRS = ("facing-verbs", "calendar-names", "time-words")
"""Classes of words behind which a pair without articles may stand: "a reçu mardi patronat et syndicats"."""

_LONGEST_SIDE = 3
"""Words of what one of a pair is called."""

_SIDE_REACH = 6
"""Words from "between" to the second side."""


def with_article(phrases: str, words: Sequence[str], grammar: Grammar) -> tuple[int, str] | None:
    """What words stand for in a class of phrases once an article is put before them; its size counts the article."""
    forms = (grammar.phrase(phrases, [article, *words], 0) for article in sorted(grammar.sets["articles"]))
    return next((found for found in forms if found is not None), None)


def kind_told(sentence: Sequence[Word], at: int, grammar: Grammar) -> str | None:
    """The kind of body that one noun tells before an office, "company", "union" or that it is the government's; none
    where it is part of a name or of a longer noun, "central bank governor"."""
    if at < 0 or (at and sentence[at].is_capitalised):
        return None
    before = sentence[at - 1] if at > 1 else None
    if before is not None and before.is_capitalised and not grammar.has("calendar-names", before.lower):
        return None
    noun = sentence[at].lower
    if at and grammar.phrase("bodies", [sentence[at - 1].lower, noun], 0) == (_TWO_WORDS, "none"):
        return None
    if grammar.has("governments", noun):
        return GOVERNMENT
    found = with_article("descriptions", [noun], grammar)
    return found[1] if found is not None and found[1] in _OF_OFFICES else None


GOVERNMENT = "government"
_TWO_WORDS = 2

_OF_OFFICES = frozenset({"company", "union", "political-party", "alliance"})
"""Kinds of bodies by whose noun somebody who holds an office in one is told of: "a company spokesman"."""


def tells_whence(lowered: Sequence[str], behind: int, grammar: Grammar) -> bool:
    """Whether the noun behind a land is a firm, or somebody who acts for himself, so that the land only says whence:
    "the US carmaker", "a Hong Kong tycoon"; not "US steel tariffs"."""
    if behind >= len(lowered) or not grammar.shows("compounds"):
        return False
    if grammar.has("private-people", lowered[behind]):
        return True
    known = with_article("descriptions", lowered[behind : behind + _LONGEST_FIRM], grammar)
    if known is not None and known[1] == _FIRM:
        return True
    found = grammar.phrase("kind-nouns", lowered, behind)
    one = found is not None and found[1] == _FIRM and not lowered[behind].endswith("s")
    return one and not grammar.has("trades", lowered[behind])


_FIRM = "company"
"""What a description or noun stands for that tells of a company."""

_LONGEST_FIRM = 3
"""Words of a description of a company behind its article, at most: "state oil company"."""


def is_of_group(lowered: Sequence[str], at: int, size: int, grammar: Grammar) -> bool:
    """Whether the noun of a description begins a longer one of people: "les organisations paysannes"."""
    group = grammar.phrase("acting-plurals", lowered, at + 1) if at + 1 < len(lowered) else None
    return group is not None and group[0] + 1 > size


def is_opposing(lowered: Sequence[str], at: int, end: int, grammar: Grammar) -> bool:
    """Whether "the opposition" is the act of who opposes: "l'opposition de plusieurs pays", "of the unions"."""
    if grammar.phrase("oppositions", lowered, at) is None or end + 1 >= len(lowered):
        return False
    fused = grammar.has("determiners", lowered[end])  # "du", "des"
    behind = fused or grammar.has("determiners", lowered[end + 1]) or is_against(lowered, end, grammar)
    return grammar.has("genitives", lowered[end]) and behind


def is_against(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether behind "opposition" it is said whose it is and to what, or before it what brings it about:
    "l'opposition de Lima à un gel des prix", "se heurte à l'opposition de Lima"."""
    if at >= len(lowered) or not grammar.has("genitives", lowered[at]):
        return False
    if grammar.holds("opposition-calls", lowered[max(0, at - _CALLED) : at]):
        return True
    behind = (grammar.phrase("prepositions", lowered, to) for to in range(at + 2, min(at + _TO_WHAT, len(lowered))))
    return any(found is not None and grammar.has("addressee-markers", found[1]) for found in behind)


_TO_WHAT = 6
"""Words from whose opposition it is to what it is to."""

_CALLED = 5
"""Words from what brings it about that somebody is against something to what says who, an adverb between."""
