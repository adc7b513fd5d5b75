"""Whether an article may tell of a negotiation at all: a look at its words, many times quicker than reading it.

Most of the world's news is about something else. What is passed over here is what reading would find no event in.
"""

import re
from collections.abc import Sequence
from functools import cache

import ahocorasick_rs

from schemas.negotiation import Act
from services.extractor.actors.gazetteer import gazetteer
from services.extractor.acts.lexicon import lexicon
from services.extractor.candidate import DEALS, TOGETHER
from services.extractor.document import Language
from services.extractor.grammar import table

_ACTS: frozenset[Act] = TOGETHER | {"propose", "demand", "promise", "reject", "concede", "suspend"}
_PLAIN = 0.85
"""Weight from which on a word tells of its act whatever stands around it."""
_OUTCOME_ACTS: frozenset[Act] = DEALS | {"mediate", "propose"}
_NOUN = 0.7
"""Weight from which on a noun tells of a deal or of a plan for one, "pact", "proposal"; each counts once, as it may be
what the article calls a thing of another kind."""
_WORDS = re.compile(r"[^\W\d_]+")
_FEW = 80
"""Words of a text that is too short to tell."""
_BODY = 3.0
_LEAST = 7.0
"""A text that is read has so many words of such acts in a thousand, each body that it names counting as three. Of some
280 articles in which a reader found events the emptiest had 8, but for one with 3; three in ten of those that only look
like it have less than 7."""

_TOLD, _BOTH = 3, 2
"""So many words of such acts and so many bodies are enough, in however long a text: a report among other things."""


class Screen:
    """The words of negotiating acts and their outcomes and the names of bodies, of one language."""

    def __init__(self, language: Language) -> None:
        acts = lexicon(language)
        self._told = acts.plainly(_ACTS, _PLAIN)
        self._outcomes = frozenset(filter(acts.is_noun, acts.plainly(_OUTCOME_ACTS, _NOUN))) - self._told
        kinds = table(language, "grammar")["body-kinds"]
        self._unions = frozenset(phrase.split()[0] for phrase in kinds["union"])
        self._bodies = gazetteer().spellings
        self._names = list(self._bodies)
        longest = ahocorasick_rs.MatchKind.LeftmostLongest
        self._matcher = ahocorasick_rs.AhoCorasick(self._names, matchkind=longest)

    def passes(self, text: str) -> bool:
        """Whether a normalised text is worth reading. One in capitals is: its names cannot be told from words."""
        words = _WORDS.findall(text.lower())
        if len(words) < _FEW or text.isupper():
            return True
        told = sum(word in self._told for word in words) + len(self._outcomes.intersection(words))
        named = self._named(text, words)
        return (told >= _TOLD and named >= _BOTH) or 1000 * told / len(words) + _BODY * named >= _LEAST

    def _named(self, text: str, words: Sequence[str]) -> int:
        """How many bodies the text names; unions together count as one more."""
        found = {
            self._bodies[self._names[index]]
            for index, start, end in self._matcher.find_matches_as_indexes(text)
            if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        }
        return len(found) + any(word in self._unions for word in words)


@cache
def screen(language: Language) -> Screen:
    """The screen of a language, built once."""
    return Screen(language)
