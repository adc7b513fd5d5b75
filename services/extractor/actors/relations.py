"""Names that a noun of relation stands before: "its ally Iran", "arch-rival Pakistan", "fellow EU member Malta"."""

from collections.abc import Mapping, Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.mention import BARE, Mention
from services.extractor.grammar import lower
from services.extractor.text.words import Word

_LONGEST = 5
"""Words before a noun of relation that belong to it: "its long-time EU ally"."""


_CLOSED = (
    "coordinators", "relatives", "complementizers", "subordinators", "adversatives",
)  # fmt: skip
"""Classes of words with which no description goes on."""


def openings(found: Sequence[Mention], context: Context) -> dict[int, int]:
    """First word of each name that a noun of relation describes → the word with which that description begins."""
    lowered = lower(context.sentence)
    return {
        one.first: _opening(one.first - 1, lowered, context)
        for one in found
        if one.kind in BARE and one.first and context.grammar.has("relation-nouns", lowered[one.first - 1])
    }


def _opening(noun: int, lowered: Sequence[str], context: Context) -> int:
    first = noun
    while first > max(0, noun - _LONGEST) and _goes_before(lowered, first - 1, context):
        first -= 1
        if context.grammar.has("determiners", lowered[first]):
            break
    return first


def _goes_before(lowered: Sequence[str], at: int, context: Context) -> bool:
    word, grammar = lowered[at], context.grammar
    if word in ("-", "'s"):
        return True
    if not word[0].isalpha() or context.is_finite(word) or grammar.has_any(_CLOSED, word):
        return False
    return grammar.phrase("prepositions", lowered, at) is None


def plain_names(found: Sequence[Mention], described: Mapping[int, int], sentence: Sequence[Word]) -> list[Mention]:
    """The mentions without those that only describe another: "Hamas" of "Hamas backer Iran"."""
    before = {name - 2 - (sentence[name - 2].text == "'s") for name in described}
    return [one for one in found if one.last not in before]
