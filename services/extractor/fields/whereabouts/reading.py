"""A sentence that is read for places: its names by the word they begin with, and what its words are to a place."""

from bisect import bisect_left
from dataclasses import replace

from services.extractor.actors.entity import Name, Place
from services.extractor.actors.tables import capitals
from services.extractor.acts.scene import Scene
from services.extractor.fields.whereabouts.atlas import Atlas
from services.extractor.fields.whereabouts.spot import Spot
from services.extractor.text.words import starts_of


class Reading:
    """Word indices throughout; `opens` is the word of place before a place, if any. A word behind the last is none."""

    def __init__(self, scene: Scene, atlas: Atlas) -> None:
        self.scene, self.atlas, self.grammar = scene, atlas, scene.grammar
        self.words, self.lowered = scene.words, scene.lowered
        self._starts = starts_of(scene.words)
        self.names = {bisect_left(self._starts, name.start): name for name in scene.names}
        # "His Harrisonville office" is no body.
        bodies = [one for one in scene.mentions if not scene.grammar.has("house-nouns", scene.lowered[one.last])]
        self.taken = {at for one in bodies for at in range(one.first, one.last + 1)}
        """The words of bodies."""

    def spot(self, place: Place, first: int, last: int, opens: int | None, *, known: bool = True) -> Spot:
        """A place that some words name."""
        return Spot(place, first, last, self.scene.span(first, last), opens, known)

    def house(self, place: Place | None, first: int, last: int, opens: int | None) -> Spot | None:
        """A place that some words tell as a building or by description, if it is known which."""
        if place is None:
            return None
        return Spot(place, first, last, self.scene.span(first, last), opens, house=True)

    def seat(self, name: Name, first: int, opens: int) -> Spot | None:
        """The capital that the seat of a government tells: "at the White House"."""
        capital = capitals().get(name.parties[0].id)
        spot = self.house(capital, first, self.last(name), opens)
        return replace(spot, seat=True) if spot is not None else None

    def text(self, first: int, last: int) -> str:
        """Words as they are written."""
        start, end = self.scene.span(first, last)
        return self.scene.sentence.text[start - self.scene.sentence.start : end - self.scene.sentence.start]

    def last(self, name: Name) -> int:
        """The last word of a name."""
        return bisect_left(self._starts, name.end) - 1

    def has(self, name: str, at: int) -> bool:
        """Whether a word belongs to a class."""
        return at < len(self.lowered) and self.grammar.has(name, self.lowered[at])

    def is_calendar(self, at: int) -> bool:
        """Whether a word is a day or a month."""
        return self.has("calendar-names", at) or self.has("month-names", at)

    def behind_article(self, at: int) -> int:
        """Past the article and words of which side of a town is meant ("in northern ...", "dans le centre de ...")."""
        while at < len(self.words) and at not in self.names and not self.words[at].is_capitalised:
            side = self.grammar.phrase("sides", self.lowered, at)
            if side is None and not self.has("determiners", at):
                break
            at += side[0] if side is not None else 1
        return at

    def town_noun(self, at: int, reach: int) -> int | None:
        """Index of "city", "resort", "station" among the next words, before any mark or word of function."""
        for index in range(at, min(at + reach, len(self.words))):
            if self.has("town-nouns", index) or self.has("capital-words", index):
                return index
            if not self.lowered[index][0].isalpha() and self.lowered[index] != "-":
                return None
            if self.grammar.phrase("prepositions", self.lowered, index) or self.has("coordinators", index):
                return None
            if self.scene.clauses.verb_at(index) is not None and index not in self.names:
                return None
        return None

    def closes(self, at: int) -> bool:
        """Whether what follows goes on without the name: "in Kalvik on Monday", where "in Kalvik talks" does not."""
        if at >= len(self.words) or not self.lowered[at][0].isalnum():
            return True
        if self.has("genitives", at):
            return False
        return self.grammar.phrase("prepositions", self.lowered, at) is not None or any(
            self.has(name, at) for name in ("coordinators", "calendar-names", "time-words", "relatives", "adverbs")
        )
