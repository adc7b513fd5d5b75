"""The words of a sentence before its verbs are known, with what tells which are verbs."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.extractor.acts.lexicon import Lexicon
from services.extractor.grammar import Grammar


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words in lower case, the forms and function words of their language, and which words are names."""

    lowered: Sequence[str]
    lexicon: Lexicon
    grammar: Grammar
    taken: frozenset[int]
    """The words of names, by index, which are no verbs: "May", "Marche"."""

    def before_adverbs(self, at: int) -> int:
        """Index of the last word before another that is no adverb and no quotation mark; below 1 if there is none."""
        at -= 1
        while at > 0 and (self.grammar.has("adverbs", self.lowered[at]) or self.lowered[at] == '"'):
            at -= 1
        return at

    def may_be_infinitive(self, at: int) -> bool:
        """Whether a word has the form of an infinitive, as plain forms of the present do in English."""
        return any(one.tense == "infinitive" for one in self.lexicon.inflections(self.lowered[at]))

    def may_be_participle(self, at: int) -> bool:
        """Whether a word has the form of a participle."""
        return any(one.tense == "participle" for one in self.lexicon.inflections(self.lowered[at]))
