"""People who are told of by what they ask or offer: "the farmers' demands", "a request from residents"."""

from collections.abc import Sequence
from functools import cache

from services.extractor.actors.context import Context
from services.extractor.acts.entries import noun_forms
from services.extractor.grammar import lower, table

_NOUN = 3
"""Words behind a genitive in which its noun stands: "residents' latest pay demand"."""


def asks_or_offers(context: Context, first: int, behind: int) -> bool:
    """Whether people (their first word, the one behind them) are told of as who asks, offers or answers something."""
    if not context.grammar.shows("compounds"):
        return False
    sentence = context.sentence
    if behind < len(sentence) and sentence[behind].lower in _GENITIVE:
        glued = sentence[behind].start == sentence[behind - 1].end
        return glued and _holds_answer(lower(sentence[behind + 1 : behind + 1 + _NOUN]), context.grammar.language)
    if context.grammar.ends_before("account-markers", lower(sentence[:first]), first):
        return True  # "according to farmers"
    authored = first > 1 and context.grammar.has("author-markers", sentence[first - 1].lower)
    noun = lower(sentence[first - 2 : first - 1])
    return authored and (_holds_answer(noun, context.grammar.language) or context.grammar.holds("writings", noun))


_GENITIVE = ("'", "'s")


def _holds_answer(words: Sequence[str], language: str) -> bool:
    return not _answerables(language).isdisjoint(words)


@cache
def _answerables(language: str) -> frozenset[str]:
    return noun_forms(table(language, "answers")["answerables"], language)
