"""Letters that the text gives to what is no body: "the Inflation Reduction Act (IRA)", "a joint fishing pact (JFP)"."""

import re
from collections.abc import Iterator, Sequence

from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word, fold

_BRACKETED = re.compile(r"(\w+)[ -](\w+) \(([A-Z][A-Za-z]*[A-Z])\)")
"""The two words before letters in brackets, and the letters."""

_LETTERS = range(2, 7)
"""How many letters an abbreviation has."""
_REACH = 9
"""Words before a bracket in which what its letters stand for begins."""
_JOINING = ("determiners", "coordinators", "genitives", "prepositions")
"""Classes of words of which letters leave out the initials."""


def letters_of_things(text: str, grammar: Grammar) -> Iterator[str]:
    """The letters that stand in brackets behind the noun of a thing, an adjective between them or none."""
    if "(" not in text:
        return  # Most sentences: the pattern would try each word.
    for found in _BRACKETED.finditer(text):
        if any(grammar.has("thing-nouns", found[word].lower()) for word in (1, 2)):
            yield found[3]


def letters_of_common_nouns(words: Sequence[Word], grammar: Grammar) -> Iterator[str]:
    """The letters in brackets of a sentence that are the initials of a common noun, or of a ministry."""
    brackets = [at for at in range(1, len(words) - 2) if words[at].text == "(" and words[at + 2].text == ")"]
    lowered = lower(words) if brackets else []
    for at in brackets:
        letters = words[at + 1].text
        short = letters.isupper() and letters.isalpha() and len(letters) in _LETTERS
        if short and _is_thing(words, lowered, at, grammar):
            yield letters


def _is_thing(words: Sequence[Word], lowered: Sequence[str], bracket: int, grammar: Grammar) -> bool:
    first = _expansion(words, lowered, bracket, grammar)
    if first is None:
        return _is_of_ministry(words, lowered, bracket, grammar)
    if any(grammar.has("thing-nouns", lowered[head]) for head in (first, bracket - 1)):
        return True
    common = not any(word.is_capitalised for word in words[first:bracket])
    body = any(grammar.phrase("body-kinds", lowered, at) for at in range(first, bracket))
    return (common and not body) or _is_of_ministry(words, lowered, bracket, grammar)


def _expansion(words: Sequence[Word], lowered: Sequence[str], bracket: int, grammar: Grammar) -> int | None:
    """Where the words begin whose initials the letters in a bracket are; None where they are not."""
    left = fold(words[bracket + 1].text)
    for at in range(bracket - 1, max(-1, bracket - 1 - _REACH), -1):
        word = words[at].folded
        if not word[0].isalpha():
            return None
        joins = any(
            grammar.phrase(name, lowered, at) if name == "prepositions" else grammar.has(name, lowered[at])
            for name in _JOINING
        )
        if word[0] == left[-1]:
            left = left[:-1]
        elif not joins:
            return None
        if not left:
            return at
    return None


def _is_of_ministry(words: Sequence[Word], lowered: Sequence[str], bracket: int, grammar: Grammar) -> bool:
    """Whether the name before a bracket is that of a ministry, which is its country."""
    for at in range(bracket - 1, max(-1, bracket - 1 - _REACH), -1):
        if grammar.has("ministries", lowered[at]):
            return True
        if not words[at].text[0].isalpha():
            return False
    return False
