"""Letters that the text gives to what is no body: "the Inflation Reduction Act (IRA)", "a joint fishing pact (JFP)"."""

import re
from collections.abc import Iterator

from services.extractor.grammar import Grammar

_BRACKETED = re.compile(r"(\w+)[ -](\w+) \(([A-Z][A-Za-z]*[A-Z])\)")
"""The two words before letters in brackets, and the letters."""


def letters_of_things(text: str, grammar: Grammar) -> Iterator[str]:
    """The letters that stand in brackets behind the noun of a thing, an adjective between them or none."""
    if "(" not in text:
        return  # Most sentences: the pattern would try each word.
    for found in _BRACKETED.finditer(text):
        if any(grammar.has("thing-nouns", found[word].lower()) for word in (1, 2)):
            yield found[3]
