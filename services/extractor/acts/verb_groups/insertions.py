"""What parts an auxiliary from its participle: "a, dans un communiqué, demandé", "s'est de son côté engagé"."""

from collections.abc import Sequence

from services.extractor.grammar import Grammar

_LONGEST = 14
"""Words between the two marks of an insertion."""

BRACKETING = frozenset({",", "—", "–"})
"""Marks that stand on both sides of a parenthesis."""

_ENDS = frozenset(';:()"')
"""Marks that no insertion goes beyond."""


def behind_insertion(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    """The word behind an adverb, a day or a parenthesis that begins at a word; that word itself where none does."""
    if at >= len(lowered):
        return at
    at_adverb = _behind_adverb(lowered, at, grammar)
    if at_adverb > at:
        joined = at_adverb < len(lowered) - 1 and grammar.has("coordinators", lowered[at_adverb])
        other = _behind_adverb(lowered, at_adverb + 1, grammar) if joined else at_adverb + 1
        return other if other > at_adverb + 1 else at_adverb
    return _behind_marks(lowered, at) if lowered[at] in BRACKETING else _behind_day(lowered, at, grammar)


def goes_on(lowered: Sequence[str], start: int, at: int, grammar: Grammar) -> bool:
    """Whether only insertions stand from one word to another: from an auxiliary to its participle."""
    while start < at:
        behind = behind_insertion(lowered, start, grammar)
        if behind == start:
            return False
        start = behind
    return start == at


def _behind_adverb(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    adverb = grammar.phrase("adverbs", lowered, at)
    return at + (adverb[0] if adverb is not None else grammar.is_adverb(lowered[at]))


def _behind_marks(lowered: Sequence[str], at: int) -> int:
    for index in range(at + 2, min(at + 2 + _LONGEST, len(lowered) - 1)):
        if lowered[index] == lowered[at]:
            return index + 1
        if lowered[index] in _ENDS:
            break
    return at


def _behind_day(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    """Behind "lundi", "jeudi soir", "le 3 mars", "la semaine dernière"; a number tells a day with its month."""
    opened = grammar.has("day-openers", lowered[at]) or grammar.has("determiners", lowered[at])
    end = at + opened
    if end < len(lowered) and lowered[end].isdigit():
        return min(end + 2, len(lowered))
    first = end
    while end < len(lowered) and grammar.has_any(_DAYS, lowered[end]):
        end += 1
    return end if end > first else at


_DAYS = ("calendar-names", "month-names", "time-words")
"""Classes of words that tell a day."""
