"""Places that are told by what they are: "in the Swiss city of Geneva", "in the capital", "on Colombian soil"."""

from collections.abc import Sequence

from services.extractor.actors.entity import Name, Place
from services.extractor.actors.tables import places
from services.extractor.fields.whereabouts.named import PEOPLES, capital_of, named
from services.extractor.fields.whereabouts.reading import Reading
from services.extractor.fields.whereabouts.spot import Spot

_REACH = 5
"""Words between "in the" and the town of "in the Red Sea port city"."""

_DESCRIBED = 3
"""Words from "capital" to the comma before its name, an adjective or two among them."""


def described(reading: Reading, at: int, opens: int) -> Spot | None:
    """ "In the Swiss city of Geneva", "dans la capitale angolaise", "in the Red Sea port city", "dans la ville"."""
    noun = reading.town_noun(at, _REACH)
    if noun is None:
        return None
    of = _behind_of(reading, noun)
    if of is not None:
        return _by_name(reading, noun, reading.behind_article(of), opens)
    beside = _beside(reading, noun)
    if beside is not None:
        return named(reading, beside, opens)
    around = [reading.names[index] for index in range(at, noun + 2) if index in reading.names]
    peoples = [name for name in around if name.kind in PEOPLES and name.parties]
    if reading.has("capital-words", noun) and peoples:
        return _capital(reading, peoples[0], at, noun, opens)
    return reading.house(_told_before(reading, at, noun, peoples), at, noun, opens)


def on_ground(reading: Reading, at: int, opens: int) -> Spot | None:
    """ "On Colombian soil", "sur le sol colombien", "sur l'île de Sentosa"."""
    if reading.has("island-words", at):
        return described(reading, at, opens)
    behind = reading.last(reading.names[at]) + 1 if at in reading.names else at + 1
    for noun, beside in ((at, at + 1), (behind, at)):
        name = reading.names.get(beside)
        if reading.has("soil-words", noun) and name is not None and name.parties:
            country = places().get(name.parties[0].name) if name.kind in PEOPLES else None
            return reading.house(country, at, max(noun, reading.last(name)), opens)
    return None


def _behind_of(reading: Reading, noun: int) -> int | None:
    """The word behind the "of" of a town: "the resort of", "la station balnéaire de"."""
    for at in range(noun + 1, min(noun + 3, len(reading.words))):
        if reading.has("genitives", at):
            return at + 1
        if at in reading.names and reading.names[at].kind not in PEOPLES:
            return None  # "La ville péruvienne de Piura"
    return None


def _beside(reading: Reading, noun: int) -> int | None:
    """Where the name stands that tells which town is meant: "the capital Lima", "la capitale économique, Abidjan"."""
    if (name := reading.names.get(noun + 1)) is not None and name.kind in ("place", "capital"):
        return noun + 1
    comma = next((at for at in range(noun + 1, noun + 1 + _DESCRIBED) if reading.lowered[at : at + 1] == [","]), None)
    name = reading.names.get(comma + 1) if comma is not None else None
    return comma + 1 if comma is not None and name is not None and name.kind in ("place", "capital") else None


def _by_name(reading: Reading, noun: int, first: int, opens: int) -> Spot | None:
    """The place whose name stands behind the "of" of a noun, or the capital of the country that does."""
    name = reading.names.get(first)
    if name is not None and reading.has("capital-words", noun) and name.kind == "country":
        return _capital(reading, name, first, noun, opens)
    return named(reading, first, opens)


def _capital(reading: Reading, name: Name, first: int, last: int, opens: int) -> Spot | None:
    return reading.house(capital_of(name), first, max(last, reading.last(name)), opens)


def _told_before(reading: Reading, at: int, noun: int, peoples: Sequence[Name]) -> Place | None:
    """The place that a noun takes up: "in the capital", "in this Norwegian town"."""
    if reading.has("capital-words", noun):
        return reading.atlas.capital() if noun == at else None
    if reading.has("demonstratives", at - 1):
        return reading.atlas.town(peoples[0].parties[0].country if peoples else None)
    return None
