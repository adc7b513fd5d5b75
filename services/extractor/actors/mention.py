"""Who is meant in a sentence: actors, the mentions that name them, and the groups that mentions form."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from schemas.negotiation import Level
from services.extractor.actors.entity import Party, Place


@dataclass(frozen=True, slots=True)
class Representative:
    """A person who speaks or acts for a party."""

    id: str
    name: str
    office: str | None = None


class Actor(NamedTuple):
    """A party, the person who stands for it here if one does, and that person's rank."""

    party: Party
    person: Representative | None = None
    level: Level | None = None
    span: tuple[int, int] | None = None
    """Where the words stand that name this one, also within a list."""


Gender = Literal["masculine", "feminine"]

MentionKind = Literal[
    "name",
    "capital",
    "person",
    "office",
    "body",
    "demonym",
    "counterpart",
    "description",
    "pronoun",
    "adjective",
]

BARE: frozenset[MentionKind] = frozenset({"name", "capital"})
"""Kinds of mentions that are a name alone, of a body or of the town that stands for one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a sentence that mean one actor or several.

    `first` and `last` are inclusive word indices of the sentence. `marker` is the preposition before it ("avec",
    "between"), `possessive` for an English genitive, `joined` where a hyphen makes it part of a longer word, None for a
    bare subject or object; `governor` is the index of the word that the preposition hangs on. `place` is what a capital
    or country means as a place.
    """

    first: int
    last: int
    start: int
    end: int
    kind: MentionKind
    actors: tuple[Actor, ...]
    marker: str | None = None
    governor: int | None = None
    plural: bool = False
    place: Place | None = None
    gender: Gender | None = None
    """What an article, a title or a pronoun tells of it."""

    @property
    def party_ids(self) -> frozenset[str]:
        return frozenset(actor.party.id for actor in self.actors)

    @property
    def is_named(self) -> bool:
        """Whether it says who is meant by a name or office, not by a pronoun, adjective or description."""
        return self.kind not in ("pronoun", "adjective", "description")

    def marked(self, marker: str, governor: int | None) -> "Mention":
        """This mention behind a preposition, or what else marks it."""
        return Mention(
            self.first,
            self.last,
            self.start,
            self.end,
            self.kind,
            self.actors,
            marker,
            governor,
            self.plural,
            self.place,
            self.gender,
        )

    def joined(self, other: "Mention") -> "Mention":
        """This mention and a coordinated one behind it as one ("Paris, Berlin et Londres")."""
        return replace(
            self,
            last=other.last,
            end=other.end,
            actors=distinct(self.actors + other.actors),
            plural=True,
            place=None,
            gender=None,
            kind=_kind_of_both(self.kind, other.kind),
        )


def _kind_of_both(one: MentionKind, other: MentionKind) -> MentionKind:
    """That of a name, where one of the two is more than a description: "the unions and Ferropal"."""
    if one == "description" and other not in ("pronoun", "adjective", "capital"):
        return other
    return "name" if one == "capital" else one


def are_states(actors: Iterable[Actor]) -> bool:
    """Whether all of them are states; of nobody that is so."""
    return all(actor.party.kind == "country" for actor in actors)


def distinct(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """One actor a party, the one with a person before the one without."""
    best: dict[str, Actor] = {}
    for actor in actors:
        known = best.get(actor.party.id)
        if known is None or (known.person is None and actor.person is not None):
            best[actor.party.id] = actor
    return tuple(best.values())
