"""Places by their name: of a table, of a house, or a capital that no table of names knows."""

from functools import cache

from services.extractor.actors.entity import Name, Place
from services.extractor.actors.tables import capitals, places, towns, venues
from services.extractor.fields.whereabouts.reading import Reading
from services.extractor.fields.whereabouts.spot import Spot, is_land
from services.extractor.fields.whereabouts.unlisted import longer, unlisted
from services.extractor.phrases import Phrases, match, phrases
from services.extractor.text.words import fold

PEOPLES = frozenset({"adjective", "country", "demonym"})
"""Kinds of names whose capital may be told: "the Angolan capital"."""

_BUILDINGS = frozenset({"metonym"})


def named(reading: Reading, at: int, opens: int) -> Spot | None:
    """The place whose name begins at a word."""
    if at >= len(reading.words):
        return None
    name = reading.names.get(at)
    house = match(_houses(), reading.lowered, at) if reading.lowered[at] in _houses() else None
    if house is not None and (name is None or reading.last(name) < at + house[0]):
        return reading.house(places()[house[1]], at, at + house[0] - 1, opens)
    return _listed(reading, name, at, opens) if name is not None else unlisted(reading, at, opens)


def capital_of(name: Name) -> Place | None:
    """The capital of the country whose name or body it is."""
    return capitals().get(name.parties[0].id) if name.parties else None


def _listed(reading: Reading, name: Name, at: int, opens: int) -> Spot | None:
    """What a name of the tables means as a place here, by what follows it."""
    if name.place is not None and name.place.country is None and name.place.geonames_id is None:
        return None  # A sea, a continent, a range of many countries.
    last = reading.last(name)
    behind = last + 1
    noun = behind + (reading.lowered[behind : behind + 1] == ["'s"])
    if name.kind in PEOPLES and name.parties and reading.has("capital-words", noun):
        return reading.house(capital_of(name), at, noun, opens)
    town = reading.names.get(behind + 1) if noun > behind else None
    if town is not None and town.kind in ("place", "capital") and name.kind in PEOPLES:
        return _listed(reading, town, behind + 1, opens)  # "In Peru's Lima"
    if reading.lowered[behind : behind + 1] == ["-"] and name.kind in PEOPLES:
        return None  # "In China-EU relations"
    if name.place is not None and (reading.has("house-nouns", behind) or _names_gathering(reading, behind)):
        return reading.house(name.place, at, last, opens)
    if _goes_on(reading, behind):
        return longer(reading, at, last, opens)
    if reading.town_noun(behind, 2) is not None:
        return None
    if name.kind in _BUILDINGS and name.parties and name.place is None:
        return reading.seat(name, at, opens)
    if name.place is None or _is_addressed(reading, name, at, opens):
        return None
    land = _land_behind(reading, behind)
    elsewhere = land is not None and name.place.country not in (None, land) and not is_land(name.place)
    place = _namesake(reading.text(at, last), land) if elsewhere else name.place
    return reading.spot(place, at, last, opens)


def _names_gathering(reading: Reading, at: int) -> bool:
    """Whether a town stands before a meeting of its own: "in a Manila ceremony"; French puts it behind."""
    return not reading.grammar.sets["eponym-markers"] and reading.has("gatherings", at)


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a name goes on past what the tables know of it: "Victoria Street", "Geneva Conference Centre"."""
    if at >= len(reading.words) or at in reading.names or reading.is_calendar(at):
        return False
    word = reading.words[at]
    return word.is_capitalised and word.text.isalpha() and not reading.grammar.has("titles", word.folded)


def _is_addressed(reading: Reading, name: Name, at: int, opens: int) -> bool:
    """Whether a country behind a preposition and its article is spoken to: "à la Norvège", but "en Norvège"."""
    return name.kind == "country" and at > opens + 1 and reading.has("addressee-markers", opens)


def _land_behind(reading: Reading, at: int) -> str | None:
    """The country that is told behind the name of a town: "in Paris, Texas"."""
    name = reading.names.get(at + 1) if reading.lowered[at : at + 1] == [","] else None
    if name is None or name.place is None or not is_land(name.place):
        return None
    behind = reading.last(name) + 1  # "Talks in Geneva, Norway's minister said", "in Geneva, Norway refused"
    acts = reading.lowered[behind : behind + 1] == ["'s"] or reading.scene.clauses.verb_at(behind) is not None
    return None if acts else name.place.country


def _namesake(text: str, land: str | None) -> Place:
    """The town of a name in a country."""
    there = (one for one in towns(fold(text)) if one.country == land)
    return next(there, Place(text, land, None, None, None))


@cache
def _houses() -> Phrases:
    """Phrase of a house → the English name of its town."""
    return phrases(venues())
