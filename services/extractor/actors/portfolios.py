"""What a minister is for, as part of his office: "ministre délégué aux Transports", "ministre chargée des PME",
"ministre de la Transformation et de la Fonction publiques", "minister for Regional Affairs"."""

from collections.abc import Container, Sequence

from services.extractor.grammar import Grammar
from services.extractor.text.words import Word

WITH_PORTFOLIO = frozenset({"minister", "deputy-minister"})
"""Offices that are of any portfolio."""

_MOST = 4
"""Portfolios of one office."""


def end_of_portfolio(
    sentence: Sequence[Word], lowered: Sequence[str], last: int, named: Container[int], grammar: Grammar
) -> int:
    """The last word of an office whose noun ends at `last`, with its portfolios; `named` holds where names begin."""
    at = last + 1
    while at < len(sentence) and grammar.has("portfolio-words", lowered[at]):
        at += 1
    for _ in range(_MOST):
        end = _behind_portfolio(sentence, lowered, at, named, grammar)
        if end is None:
            break
        last, at = end - 1, end
        if at < len(sentence) and grammar.has("coordinators", lowered[at]):
            at += 1
    return last


def _behind_portfolio(
    sentence: Sequence[Word], lowered: Sequence[str], at: int, named: Container[int], grammar: Grammar
) -> int | None:
    """Behind a preposition, a noun in a capital and its adjectives, where these begin here."""
    opened = grammar.phrase("portfolio-openers", lowered, at) if at < len(sentence) else None
    noun = at + opened[0] if opened is not None else len(sentence)
    if noun >= len(sentence) or not sentence[noun].is_capitalised or noun in named:
        return None
    end = noun + 1
    while end < len(sentence) and end not in named and _goes_on(sentence, lowered, end, named, grammar):
        end += 1
    return end


def _goes_on(
    sentence: Sequence[Word], lowered: Sequence[str], at: int, named: Container[int], grammar: Grammar
) -> bool:
    """Whether a word in small letters is an adjective of a portfolio: what follows it ends the phrase."""
    word = sentence[at]
    if word.is_capitalised or not word.text.isalpha() or grammar.is_function_word(lowered[at]):
        return False
    if not grammar.ends_in("portfolio-endings", lowered[at]):
        return False
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    if behind is None or at + 1 in named:  # "des Affaires étrangères iranien"
        return True
    return not behind.text[0].isalnum() or behind.is_capitalised
