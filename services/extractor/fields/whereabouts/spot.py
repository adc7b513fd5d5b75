"""A place as a sentence names it."""

from dataclasses import dataclass

from services.extractor.actors.entity import Place
from services.extractor.actors.tables import capitals, lands
from services.extractor.candidate import Range


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the words that name it, `first` to `last`; `opens` is the word of place before them, if any."""

    place: Place
    first: int
    last: int
    span: Range
    opens: int | None
    known: bool = True
    """Whether a table knows it."""
    seat: bool = False
    """Whether it is told by the seat of a government, of which nobody says "the city": "from the White House"."""
    house: bool = False
    """Whether it is told as a building or by description, which no party is called by: "in the Egyptian capital"."""
    venue: bool = False
    """Whether it is where talks are to be held, as somebody offers or all agree: "Lima as the venue"."""
    gathering: bool = False
    """Whether it is told as the occasion of something, by what a meeting is called: "at the Lima summit"."""

    @property
    def is_town(self) -> bool:
        """A town or a house, not a region or a country."""
        return not self.known or not is_land(self.place)


def is_land(place: Place) -> bool:
    """Whether it is a region or a country."""
    return place.name in lands()


def is_country(place: Place) -> bool:
    """Whether it is a region or a country and no city too, as Singapore is: too wide to say anything there."""
    return is_land(place) and place not in capitals().values()
