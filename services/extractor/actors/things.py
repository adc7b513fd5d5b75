"""Letters that the text gives to what is no body, "the Inflation Reduction Act (IRA)", "a joint fishing pact (JFP)", or
to another body than the tables do: "la Commission électorale indépendante (CEI)"."""

import re
from collections.abc import Iterator

from services.extractor.actors.gazetteer import Gazetteer
from services.extractor.grammar import Grammar
from services.extractor.text.words import fold

_BRACKETED = re.compile(r"(\w+)[ -](\w+) \(([A-Z][A-Za-z]*[A-Z])\)")
"""The two words before letters in brackets, and the letters."""


def letters_of_things(text: str, grammar: Grammar) -> Iterator[str]:
    """The letters that stand in brackets behind the noun of a thing, an adjective between them or none."""
    if "(" not in text:
        return  # Most sentences: the pattern would try each word.
    for found in _BRACKETED.finditer(text):
        if any(grammar.has("thing-nouns", found[word].lower()) for word in (1, 2)):
            yield found[3]


_NAMED = re.compile(r"((?:[\w'-]+ ){2,9})\(([A-Z]{3,6})\)")
"""The words before letters in brackets, and the letters."""

_STEM = 6
"""Letters of a word by which two of one stem, or of two languages, are known: "démocratique", "democratic"."""


def letters_of_others(text: str, grammar: Grammar, gazetteer: Gazetteer) -> Iterator[str]:
    """The letters in brackets that the words before spell out, where those share less than half with each long name of
    the bodies that the tables know by them."""
    if "(" not in text:
        return
    for found in _NAMED.finditer(text):
        letters = found[2]
        known = gazetteer.long_names(letters)
        words = _spelt_out(letters, found[1], grammar) if known else []
        stems = {word[:_STEM] for word in words}
        if stems and all(2 * len(stems & _stems(name)) < len(stems) for name in known):
            yield letters


def _spelt_out(letters: str, before: str, grammar: Grammar) -> list[str]:
    """The words that letters are the initials of, last first; empty where they are not. What ties names may have a
    letter or none: "Reporters sans frontières (RSF)"."""
    spelt: list[str] = []
    for word in reversed(re.findall(r"\w{2,}", before.lower())):
        if len(spelt) == len(letters):
            break
        if fold(word)[0] == letters[-1 - len(spelt)].lower():
            spelt.append(fold(word))
        elif not _ties(word, grammar):
            return []
    return spelt if len(spelt) == len(letters) else []


def _ties(word: str, grammar: Grammar) -> bool:
    """Whether a word only ties the parts of a name: "Union des chauffeurs de taxi et de bus"."""
    tied = grammar.has_any(("articles", "genitives", "coordinators"), word)
    return tied or grammar.phrase("prepositions", [word], 0) is not None


def _stems(name: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w+", fold(name))}
