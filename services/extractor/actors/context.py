"""What is at hand to tell who is meant in a sentence: its words, the tables, what the article has told before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from services.extractor.actors.entity import Party
from services.extractor.actors.gazetteer import Gazetteer
from services.extractor.actors.memory import Memory
from services.extractor.actors.mention import Actor, Mention
from services.extractor.actors.units import Unit
from services.extractor.grammar import Grammar
from services.extractor.text.words import Word


@dataclass(slots=True)
class Context:
    """One sentence, left to right; `memory` is the article's, `published` its day."""

    sentence: Sequence[Word]
    grammar: Grammar
    gazetteer: Gazetteer
    memory: Memory
    published: date | None
    is_finite: Callable[[str], bool]
    """Whether a word in lower case may be a finite verb."""
    seen: list[Mention] = field(default_factory=list)
    """Mentions of this sentence so far."""
    faced: frozenset[str] = frozenset()
    """Countries whose minister the sentence calls somebody's counterpart: that somebody is of another one; ids."""

    def text(self, units: Sequence[Unit]) -> str:
        """The words of units, folded: without case and accents."""
        return " ".join(word.folded for word in self.sentence[units[0].first : units[-1].last + 1])

    def lowered(self, unit: Unit) -> str:
        """The words of a unit in lower case."""
        return " ".join(word.lower for word in self.sentence[unit.first : unit.last + 1])

    def home(self, besides: frozenset[str] = frozenset()) -> Party | None:
        """Whose "government", "army", "ministers" are meant: of the country in whose capital the sentence is set, else
        of the one that the article is about, none of those besides (ids)."""
        return self.scene() or self.gazetteer.party(self.memory.home(self.faced | besides) or "")

    def scene(self) -> Party | None:
        """The country in whose capital a sentence opens: "In Lima, the government said"."""
        first = self.seen[0] if self.seen else None
        if first is None or first.kind != "capital" or first.first != 1:
            return None
        closed = self.sentence[first.last + 1 : first.last + 2]
        opens = self.grammar.has("place-markers", self.sentence[0].lower) and bool(closed) and closed[0].text == ","
        party = first.actors[0].party
        return party if opens and party.kind == "country" else None

    def ends_phrase(self, behind: int) -> bool:
        """Whether a noun phrase ends before a word: no adjective and no "of" follows, but what is to be done may, "a
        demandé au syndicat de céder"."""
        if behind >= len(self.sentence):
            return True
        word = self.sentence[behind].lower
        if not word[0].isalpha() or self.is_finite(word):
            return True
        if self.grammar.has("genitives", word):
            next_word = self.sentence[behind + 1].lower if behind + 1 < len(self.sentence) else ""
            return self.grammar.has("gerund-openers", word) or self.grammar.looks_like_infinitive(next_word)
        if self.grammar.phrase("prepositions", [word], 0) is not None:
            return True
        return self.grammar.has_any(_NO_ADJECTIVES, word)

    def subject(self) -> tuple[Actor, ...]:
        """Who was just spoken of: named last in this sentence, else in focus before it.

        One of two sides is not whose people the other is: "Lima announced talks between the rebels and its envoys".
        """
        named = (mention for mention in reversed(self.seen) if mention.kind != "adjective")
        return next((mention.actors for mention in named if not self._is_side(mention)), ()) or self.memory.focus

    def _is_side(self, mention: Mention) -> bool:
        """Whether a mention that ends the sentence so far is the first of two sides: "between the rebels and"."""
        before = self.sentence[mention.first - 1].lower if mention.first else ""
        return self.grammar.has("reciprocal-markers", before)


_NO_ADJECTIVES = (
    "determiners", "clitics", "negations", "adverbs", "relatives", "coordinators", "complementizers", "adversatives",
)  # fmt: skip
"""Classes of words that go on no noun phrase."""
