"""The countries that the towns of an article speak for: whose "government" is meant where it names no country."""

import re
from collections.abc import Iterator, Sequence

from services.extractor.actors.entity import Name
from services.extractor.actors.tables import everyday, towns, usual_seats
from services.extractor.grammar import Grammar
from services.extractor.text.words import fold

_TOWN = re.compile(r"(?P<before>\w+'?)\s?(?P<name>[^\W\d_a-zà-ÿ][^\W\d_]+(?:[-' ][^\W\d_]+){0,3})")
_BEFORE_TOWNS = ("locative", "towards", "vantages", "genitives")


def of_names(names: Sequence[Name]) -> Iterator[str]:
    """Countries (ISO alpha-3) of the towns among the names of a sentence; a seat of others speaks for none."""
    for name in names:
        place = name.place if name.kind in ("capital", "place") else None
        if place is not None and place.country is not None and place.name not in usual_seats():
            yield place.country


def of_words(text: str, grammar: Grammar) -> Iterator[str]:
    """Countries of the towns that a sentence names behind words of place or "of", by the long list of towns."""
    for found in _TOWN.finditer(text):
        if any(grammar.has(name, found["before"].lower()) for name in _BEFORE_TOWNS):
            known = next((town for name in _shorter(found["name"]) for town in towns(fold(name))), None)
            if known is not None and known.country is not None:
                yield known.country


def _shorter(name: str) -> Iterator[str]:
    """A name and its beginnings: "Pau confirme que", "Pau"; none that is an everyday word."""
    parts = re.split(r"([-' ])", name)
    for end in range(len(parts), 0, -2):
        whole = "".join(parts[:end])
        if fold(whole) not in everyday():
            yield whole
