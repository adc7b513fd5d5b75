"""What the gazetteers know: countries, organisations, people with dated offices, places; and names found in a text."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from schemas.negotiation import Level

NAMELESS = "group:"
"""How the identity of people begins who act together and have no name."""

EVERY_UNION = f"{NAMELESS}unions"
"""The unions of an article, whichever they are, until it names them."""

UNTOLD = "organisation"
"""Kind of a body of which no noun tells what it is."""

MULTILATERAL = frozenset({"igo", "alliance", "forum", "coalition"})
"""Kinds of bodies that several states or parties make up, and whose own meetings are talks between these."""


@dataclass(frozen=True, slots=True)
class Party:
    """A body that acts: state, organisation, group. `country` is where it belongs, if to one country (ISO alpha-3)."""

    id: str
    name: str
    kind: str
    """`country`, `igo`, `alliance`, `armed-group`, `union`, `company`, `political-party`, `movement`, ..."""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office as words name it: "ministre des Affaires étrangères", "foreign secretary"."""

    key: str
    """Language-free: `foreign-minister`, `head-of-state`, `spokesperson`, `ambassador`, `union-leader`, ..."""
    name: str
    """Usual English name."""
    level: Level | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds an office for a party, from and to inclusive days; None is open."""

    office: str
    party: str
    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether the office is held on a day."""
        return (self.start or date.min) <= day <= (self.end or date.max)


@dataclass(frozen=True, slots=True)
class Person:
    """A person with a public office."""

    id: str
    name: str
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region or country as a place; its English name, country and GeoNames identity."""

    name: str
    country: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None


NameKind = Literal[
    "country",
    "adjective",
    "demonym",
    "capital",
    "metonym",
    "organisation",
    "person",
    "surname",
    "office",
    "office-tail",
    "place",
]
"""`adjective`: "russe", also as in "Russian"; `demonym`: "les Russes"; `metonym`: "le Kremlin", "Downing Street"."""


class Name(NamedTuple):
    """A name found in the text; positions in the normalised text.

    `parties`, `persons`, `office`, `place` are what the words may mean; several parties or persons where the
    name is ambiguous (the surname of two, "Congolais"), best first.
    """

    start: int
    end: int
    kind: NameKind
    parties: tuple[Party, ...] = ()
    persons: tuple[Person, ...] = ()
    office: Office | None = None
    place: Place | None = None

    def moved(self, by: int) -> "Name":
        """The name in a text in which its own begins there."""
        return self._replace(start=self.start + by, end=self.end + by)


def is_nameless(party: str) -> bool:
    """Whether an id is that of a group without a name of its own, "the member states"; a region's government has it."""
    return party.startswith(NAMELESS) and not party.endswith(_GOVERNMENT)


_GOVERNMENT = "-government"
"""How the identity of the government of a region ends."""
