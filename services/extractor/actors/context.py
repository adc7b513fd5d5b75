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

    def home(self) -> Party | None:
        """The country that the article is about: whose "government", "army", "ministers" are meant."""
        return self.gazetteer.party(self.memory.home(self.faced) or "")

    def region(self) -> Party | None:
        """The government of a region that was named, and that the article names more often than its country.

        There "the government" and the ministers who have no other rank are its own.
        """
        named = [actor.party for mention in self.seen for actor in mention.actors]
        regions = [party for party in (*self.memory.parties, *named) if party.kind == "government"]
        counts = self.memory.counts
        party = max(reversed(regions), key=lambda one: counts[one.id], default=None)
        if party is None or counts[party.id] <= counts[f"country:{party.country}"]:
            return self._region_of_capital()
        return party

    def _region_of_capital(self) -> Party | None:
        """The government of the region whose capital the article names more often than its country and that one's."""
        capitals, home = self.memory.capitals, self.home()
        if home is None or not capitals:
            return None
        most = max(capitals, key=lambda one: capitals[one])
        party = self.gazetteer.party(most)
        if party is None or party.kind != "government" or f"country:{party.country}" != home.id:
            return None
        return party if capitals[most] > self.memory.counts[home.id] + capitals[home.id] else None

    def subject(self) -> tuple[Actor, ...]:
        """Who was just spoken of: named last in this sentence, else in focus before it."""
        nearest = next((mention.actors for mention in reversed(self.seen) if mention.kind != "adjective"), ())
        return nearest or self.memory.focus
