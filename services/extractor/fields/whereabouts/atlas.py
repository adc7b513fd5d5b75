"""The places that an article has told of so far, for "here", "the city", "the capital"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from services.extractor.actors.entity import Name, Place
from services.extractor.actors.tables import capitals
from services.extractor.fields.whereabouts.spot import Spot


@dataclass(slots=True)
class Atlas:
    """What an article has told of places, sentence by sentence."""

    seats: Mapping[str, int] = field(default_factory=dict)
    """How often the bodies of each country are named in the article; ISO alpha-3."""
    written: Place | None = None
    """Where the article says it was written."""
    towns: list[Place] = field(default_factory=list)
    """In order of their last mention."""

    def date(self, names: Sequence[Name]) -> None:
        """Take in a dateline."""
        self.written = self.written or next((one.place for one in names if one.place is not None), None)

    def hear(self, found: Sequence[Spot]) -> None:
        """Take in the places of a sentence that is done."""
        for spot in found:
            if spot.is_town and not spot.seat:
                if spot.place in self.towns:
                    self.towns.remove(spot.place)
                self.towns.append(spot.place)

    def town(self, country: str | None = None) -> Place | None:
        """The town told of last, of a country where one is given."""
        return next((one for one in reversed(self.towns) if country in (None, one.country)), None)

    def capital(self) -> Place | None:
        """The capital told of last, else that of where the article was written."""
        known = set(capitals().values())
        told = [*([self.written] if self.written else []), *self.towns]
        return next((one for one in reversed(told) if one in known), None)
