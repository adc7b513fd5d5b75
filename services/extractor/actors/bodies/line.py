"""A sentence as its words and as its row of units, with what is at hand to find the bodies that it names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.extractor.actors.entity import Name, Party
from services.extractor.actors.memory import Memory
from services.extractor.actors.tables import slug
from services.extractor.actors.units import Unit, tags_of
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word, fold, written

LONGEST = 8
"""Units of a name."""

SHORTEST_ACRONYM = 3
"""An acronym of so many letters or more is understood without being written beside the name."""

_CLOSED = (
    "determiners", "coordinators", "complementizers", "relatives", "subordinators", "conditions", "negations",
    "adversatives", "adverbs", "prepositions", "time-words", "calendar-names", "clitics", "reflexives",
)  # fmt: skip
"""Classes of words of which none belongs to a name."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `at` is an index of `row`, `end` one behind the last unit; a stretch is a range of word indices."""

    words: Sequence[Word]
    row: Sequence[Unit]
    grammar: Grammar
    memory: Memory
    """The article's; bodies that are found are added to it."""
    is_verb: Callable[[str], bool]
    """Whether a word in lower case may be a finite verb or an infinitive."""

    lowered: Sequence[str]
    has_bracket: bool
    """Whether a short name may stand in brackets behind a long one."""
    place_nouns: frozenset[int]
    """The words that may begin a noun of a body before the place that it is of: "conseil municipal"."""
    beginnings: frozenset[int]
    """The words at which the name of a body may begin, if none stands in brackets: capitals, nouns before a place."""

    @classmethod
    def of(
        cls,
        words: Sequence[Word],
        row: Sequence[Unit],
        grammar: Grammar,
        memory: Memory,
        is_verb: Callable[[str], bool],
    ) -> "Line":
        """The line of a sentence, with what is asked of each."""
        lowered = lower(words)
        place_nouns = frozenset(grammar.openings("nouns-before-places", lowered))
        capitals = [at for at, word in enumerate(words) if word.is_capitalised]
        has_bracket = "(" in tags_of(row)
        return cls(words, row, grammar, memory, is_verb, lowered, has_bracket, place_nouns, place_nouns.union(capitals))

    def tags(self, at: int, end: int) -> str:
        """The letters of units, for patterns."""
        return tags_of(self.row[at:end])

    def is_capitalised(self, at: int) -> bool:
        """Whether a unit begins with a capital."""
        return self.words[self.row[at].first].is_capitalised

    def has(self, name: str, at: int) -> bool:
        """Whether the first word of a unit belongs to a class."""
        return self.grammar.has(name, self.lowered[self.row[at].first])

    def is_closed(self, at: int) -> bool:
        """Whether a unit begins with a word that belongs to no name."""
        return any(self.grammar.phrase(name, self.lowered, self.row[at].first) for name in _CLOSED)

    def names_thing(self, last: int, end: int) -> bool:
        """Whether a name whose last unit is `last` is that of a thing, by its last word or by those in capitals behind
        it: "the Reciprocal Access Agreement", "the Karvel Zinc Trade Agreement"."""
        if self.grammar.has("thing-nouns", self.lowered[self.row[last].last]):
            return True
        while end < len(self.row) and self.is_capitalised(end) and self.row[end].tag in "ub":
            if self.has("thing-nouns", end):
                return True
            end += 1
        return False

    def is_glued(self, at: int) -> bool:
        """Whether a hyphen without spaces ties the next unit to this one."""
        behind = self.row[at + 1 : at + 3]
        if len(behind) < 2 or behind[0].tag != "-":
            return False
        mark = self.words[behind[0].first]
        return self.words[self.row[at].last].end == mark.start and mark.end == self.words[behind[1].first].start

    def stretch(self, at: int, end: int) -> range:
        """The words of a run of units."""
        return range(self.row[at].first, self.row[end - 1].last + 1)

    def text(self, stretch: range) -> str:
        """Words and marks with a space between each two, as names are looked up."""
        return " ".join([word.text for word in self.words[stretch.start : stretch.stop]])

    def written(self, stretch: range) -> str:
        """Words and marks as the text writes them, as names are shown."""
        return written(self.words[stretch.start : stretch.stop])

    def unit(self, stretch: range, party: Party) -> Unit:
        """A stretch as the name of a body."""
        start, end = self.words[stretch[0]].start, self.words[stretch[-1]].end
        return Unit("c", stretch[0], stretch[-1], Name(start, end, "organisation", (party,)))

    def remember(self, party: Party, *names: str) -> None:
        """Know a body by names from here on; what a name meant before it goes on to mean."""
        for name in names:
            self.memory.aliases.setdefault(fold(name), party)

    def called(self, at: int, end: int, kind: str) -> Unit | None:
        """A run of units as the whole name of a body, the one that the text called so before if there is one.

        None where the name has no letter that an id could be made of.
        """
        return self.named(self.stretch(at, end), kind)

    def named(self, stretch: range, kind: str) -> Unit | None:
        """The same of a stretch of words."""
        name = self.text(stretch)
        if not slug(name):
            return None
        party = self.memory.aliases.setdefault(fold(name), Party(f"org:{slug(name)}", self.written(stretch), kind))
        return self.unit(stretch, party)

    def placed(self, stretch: range, place: range, kind: str) -> Unit | None:
        """A stretch of words as the body of a place, which has the place's name: "la mairie de Lyon" is Lyon."""
        name = self.text(place)
        if not slug(name):
            return None
        party = Party(f"org:{slug(name)}", self.written(place), kind)
        return self.unit(stretch, self.memory.aliases.setdefault(fold(self.text(stretch)), party))
