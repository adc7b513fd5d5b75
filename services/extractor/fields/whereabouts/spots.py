"""Where a sentence says that something is: what stands behind words of place, journeys, "here" and "where"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from services.extractor.actors.entity import Name
from services.extractor.acts.scene import Scene
from services.extractor.fields.whereabouts.atlas import Atlas
from services.extractor.fields.whereabouts.described import described, on_ground
from services.extractor.fields.whereabouts.named import named
from services.extractor.fields.whereabouts.reading import Reading
from services.extractor.fields.whereabouts.spot import Spot
from services.extractor.grammar import grammar


def spots(scene: Scene, atlas: Atlas) -> list[Spot]:
    """The places of a sentence, in order."""
    openers = _openers(scene.grammar.language)
    marks = [at for at, word in enumerate(scene.lowered) if word in openers]
    if not marks:
        return []
    reading = Reading(scene, atlas)
    found = dict[int, Spot]()
    for at in marks:
        spot = _opened(reading, at)
        if spot is not None:
            found.setdefault(spot.first, spot)
    return _narrowest([found[first] for first in sorted(found)], reading)


def _narrowest(found: Sequence[Spot], reading: Reading) -> list[Spot]:
    """Towns alone: not the house before, nor the region behind: "at State House in Lima", "at the UN's headquarters in
    the Kenyan capital", "à Ica, dans l'Ica"."""
    towns = [spot for spot in found if spot.is_town and (not spot.house or reading.has("capital-words", spot.last))]
    opened = {spot.opens for spot in towns if spot.known}
    behind_house = {at - (reading.lowered[at - 1] == ",") for at in opened if at}
    behind_town = {spot.last + 2 for spot in towns if reading.lowered[spot.last + 1 : spot.last + 2] == [","]}
    return [
        spot
        for spot in found
        if not (spot.house or not spot.known) or spot.last + 1 not in behind_house
        if spot.opens not in behind_town
    ]


@cache
def _openers(language: str) -> frozenset[str]:
    """The words that may open a place: all others are passed over at once."""
    rules = grammar(language)
    return frozenset(rules.indices["locative"]).union(
        rules.indices["at-gatherings"], *(rules.sets[name] for name in _WAYS)
    )


def _opened(reading: Reading, at: int) -> Spot | None:
    """The place that a word opens."""
    if (gathering := _gathering(reading, at)) is not None:
        return gathering
    locative = reading.grammar.phrase("locative", reading.lowered, at)
    if locative is not None:
        start = reading.behind_article(at + locative[0])
        return named(reading, start, at) or described(reading, start, at)
    ways = _ways(reading.lowered[at], reading.grammar.language)
    return next((spot for way in ways if (spot := way(reading, at)) is not None), None)


def _goal(reading: Reading, at: int) -> Spot | None:
    """Where a journey goes: "a visit to Lima", "flew to Lima for talks", "sent her envoy to Lima to meet"."""
    journey = at > 0 and reading.has("journeys", at - 1)
    if not journey and not _is_travel(reading, at - 1) and not _is_sent(reading, at):
        return None
    spot = named(reading, reading.behind_article(at + 1), at)
    if spot is None or journey or _is_on_the_way(reading, at - 1):
        return spot
    return spot if _has_purpose(reading, spot.last + 1) else None


def _departure(reading: Reading, at: int) -> Spot | None:
    """Where somebody leaves for to do something: "left for Lima on Monday to meet", "s'envole pour Lima"."""
    verb = reading.scene.clauses.verb_at(at - 1) if at else None
    if verb is None or not reading.grammar.has("departures", verb.lemma):
        return None
    spot = named(reading, reading.behind_article(at + 1), at)
    return spot if spot is not None and _has_purpose(reading, spot.last + 1) else None


def _is_travel(reading: Reading, at: int) -> bool:
    """Whether a verb of travel ends with a word, or before it if that only says how: "flew to", "went on to"."""
    if at > 0 and reading.has("travel-particles", at):
        at -= 1
    verb = reading.scene.clauses.verb_at(at) if at >= 0 else None
    return verb is not None and verb.is_of("travels", reading.grammar)


def _is_sent(reading: Reading, at: int) -> bool:
    """Whether a verb of travel has whom it sends or asks behind it: "sent her envoy to", "has invited them to"."""
    verb = reading.scene.clauses.any_verb_before(at)
    if verb is None or not 0 < at - verb.head - 1 <= _TRAVELLERS or not verb.is_of("travels", reading.grammar):
        return False
    return not verb.passive and not reading.scene.clauses.crossed(verb.head + 1, at)


_TRAVELLERS = 7
"""Words of those who are sent or asked to come: "invited the leaders of both parties to"."""


def _is_on_the_way(reading: Reading, at: int) -> bool:
    """Whether a verb of travel only leads to what is told: "after flying to Lima, she met"."""
    verb = reading.scene.clauses.verb_at(at) or reading.scene.clauses.verb_at(at - 1)
    return verb is not None and verb.tense in ("gerund", "participle") and len(verb.lemmas) == 1


def _has_purpose(reading: Reading, at: int) -> bool:
    """Whether what a journey is for follows its goal, at once or behind a day: "to Lima on Monday for talks"."""
    at = _behind_date(reading, at)
    at += reading.lowered[at : at + 1] == [","]
    return reading.has("travel-purposes", at) or reading.has("where-words", at)


def _behind_date(reading: Reading, at: int) -> int:
    while reading.is_calendar(at) or any(
        reading.has(name, at) for name in ("day-openers", "date-openers", "time-words")
    ):
        at += 1
    return at


def _gathering(reading: Reading, at: int) -> Spot | None:
    """Where a gathering is at which something is said or done: "en marge du sommet de Bali", "at the Bali summit"."""
    opener = reading.grammar.phrase("at-gatherings", reading.lowered, at)
    if opener is None:
        return None
    apart = reading.grammar.phrase("sidelines", reading.lowered, at) is not None
    for index in range(at + opener[0], min(at + opener[0] + _GATHERING, len(reading.words) - 1)):
        name = reading.names.get(index)
        if name is not None and name.kind in ("place", "capital") and _is_called(reading, name, index, apart=apart):
            spot = reading.spot(name.place, index, reading.last(name), at) if name.place is not None else None
            return replace(spot, house=True, gathering=True) if spot is not None and spot.is_town else None
        if not reading.lowered[index][0].isalnum() or reading.scene.clauses.verb_at(index) is not None:
            return None
    return None


def _is_called(reading: Reading, name: Name, at: int, *, apart: bool) -> bool:
    """Whether a gathering has its name from a town: "the Bali summit", "le sommet du G20 de Bali".

    `apart` is whether its words are those that only open the name of one: "en marge de".
    """
    if reading.grammar.sets["eponym-markers"]:
        of = at > 0 and reading.has("eponym-markers", at - 1)
        return of and (apart or any(reading.has("gatherings", one) for one in range(max(0, at - _NOUN), at - 1)))
    behind = reading.last(name) + 1
    noun = next((index for index in range(behind, behind + _NOUN) if reading.has("gatherings", index)), None)
    return noun is not None and all(_is_plain(reading, index) for index in range(behind, noun))


def _is_plain(reading: Reading, at: int) -> bool:
    """Whether a word may stand between a town and the gathering called by it: "the Bali G-20 summit"."""
    word = reading.lowered[at]
    closed = reading.grammar.is_function_word(word) or reading.is_calendar(at)
    return word[0].isalnum() and not closed and reading.scene.clauses.verb_at(at) is None


_NOUN = 4
"""Words among which the noun of a gathering stands before its town, or behind it."""

_GATHERING = 8
"""Words from "en marge de" to the town of the gathering."""


def _there(reading: Reading, at: int) -> Spot | None:
    """ "There": the town told of last."""
    return reading.house(reading.atlas.town(), at, at, at) if _is_place(reading, at) else None


def _here(reading: Reading, at: int) -> Spot | None:
    """ "Here": where the article was written."""
    return reading.house(reading.atlas.written, at, at, at) if _is_place(reading, at) else None


def _is_place(reading: Reading, at: int) -> bool:
    """Whether "here" or "there" stands for a place, not as in "from here on", "d'ici à mars"."""
    before = reading.lowered[at - 1] if at else ""
    if not at and reading.scene.clauses.verb_at(at + 1) is None:
        return True  # "There he met them", not "There is no plan".
    said = reading.has("determiners", at + 1) or at + 1 in reading.taken  # "Told reporters here the government would"
    apart = reading.closes(at + 1) or (said and before.isalpha() and reading.scene.clauses.verb_at(at - 1) is None)
    return apart and not reading.grammar.phrase("prepositions", before.split() or [""], 0)


def _ground(reading: Reading, at: int) -> Spot | None:
    """ "On Colombian soil"."""
    return on_ground(reading, reading.behind_article(at + 1), at)


def _start(reading: Reading, at: int) -> Spot | None:
    """Where somebody speaks from: a house, "from the White House"."""
    spot = named(reading, reading.behind_article(at + 1), at)
    return spot if spot is not None and spot.house else None


def _antecedent(reading: Reading, at: int) -> Spot | None:
    """The place before a "where", whatever stands before it: "came back from Lima, where they had met"."""
    last = at - 2 if at > 1 and reading.lowered[at - 1] == "," else at - 1
    for first, name in reading.names.items():
        if reading.last(name) <= last and _behind_date(reading, reading.last(name) + 1) == last + 1:
            return reading.spot(name.place, first, last, None) if name.place is not None else None
    return None


def _venue(reading: Reading, at: int) -> Spot | None:
    """The town that is told to be the venue: "offered the town of Lima as the venue", "Lima comme lieu de"."""
    end = at - 1 - (at > 0 and reading.has("determiners", at - 1))
    if end < 1 or not reading.has("as-words", end):
        return None
    first = next((one for one, name in reading.names.items() if reading.last(name) == end - 1), None)
    spot = reading.house(reading.names[first].place, first, end - 1, None) if first is not None else None
    return replace(spot, last=at, venue=True) if spot is not None else None


_WAYS: Mapping[str, Callable[[Reading, int], Spot | None]] = {
    "towards": _goal,
    "bound-for": _departure,
    "there-words": _there,
    "here-words": _here,
    "surfaces": _ground,
    "starting-points": _start,
    "where-words": _antecedent,
    "venue-words": _venue,
}
"""Class of words → the place that one of them opens; of a word of two classes the first that finds one tells."""


@lru_cache(maxsize=4096)
def _ways(word: str, language: str) -> Sequence[Callable[[Reading, int], Spot | None]]:
    """In which ways a word that may open a place does."""
    return [way for name, way in _WAYS.items() if grammar(language).has(name, word)]
