"""What a sentence is to the patterns: units, names or words, each with a tag of one letter."""

from collections.abc import Iterable
from typing import NamedTuple

from services.extractor.actors.entity import Name

TAGS = {
    "c": "named body: country, capital, metonym, organisation",
    "a": "adjective of a country",
    "m": "demonym as a noun",
    "p": "person the tables or the text know",
    "o": "office",
    "O": "rest of an office behind an adjective",
    "l": "place that is no party",
    "G": "people who act together: strikers, creditors",
    "b": "noun of a body: government, delegation, union",
    "k": "counterpart",
    "r": "pronoun",
    "D": "description of somebody known: the two sides",
    "q": "unknown acronym",
    "u": "unknown capitalised word",
    "d": "determiner",
    "t": "title or adjective of rank",
    "e": "adjective that tells what a body does: diplomatic, oil",
    "g": "of",
    "s": "English possessive",
    "&": "and, or",
    "x": "any other word",
}
"""Marks of punctuation are their own tags."""

ALL = "all "
"""Before the kind of bodies of which a description means every one: "all union" of "the unions"."""

OFFICIAL = "official"
"""What a noun stands for that tells of people who act for others: "delegation", "un délégué"."""

STATES = "states"
"""What the people are who act together, where they are states of which nothing but their number is told."""


class Unit(NamedTuple):
    """A name or a word; `first` and `last` are inclusive word indices, `meaning` is what a phrase stands for."""

    tag: str
    first: int
    last: int
    name: Name | None = None
    meaning: str | None = None


def tags_of(row: Iterable[Unit]) -> str:
    """The letters of units, for patterns."""
    return "".join([unit.tag for unit in row])
