"""Where a sentence says that something is: places behind words of place, capitals, houses, towns that it describes."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from services.extractor.actors.entity import Name, Place
from services.extractor.actors.tables import capitals, everyday, lands, places, towns, venues
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Range
from services.extractor.grammar import Phrases, grammar, match, phrases
from services.extractor.text.words import fold

_OPENING = ("surfaces", "starting-points", "where-words", "here-words", "there-words", "towards")

_DESCRIPTION = 5
"""Words between "in the" and the town of "in the Red Sea port city"."""

_BUILDINGS = frozenset({"metonym"})
_PEOPLES = frozenset({"adjective", "country", "demonym"})


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
    house: bool = False
    """Whether it is told as a building or by description, which no party is called by: "in the Egyptian capital"."""

    @property
    def is_town(self) -> bool:
        """A town or a house, not a region or a country."""
        return not self.known or not _is_land(self.place)


def _is_land(place: Place) -> bool:
    return place.name in lands()


@dataclass(slots=True)
class Atlas:
    """The places that an article has told of so far, for "here", "the city", "the capital"."""

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
            if spot.is_town:
                if spot.place in self.towns:
                    self.towns.remove(spot.place)
                self.towns.append(spot.place)

    def town(self, country: str | None) -> Place | None:
        """The town told of last, of a country where one is given."""
        return next((one for one in reversed(self.towns) if country in (None, one.country)), None)

    def capital(self) -> Place | None:
        """The capital told of last, else that of where the article was written."""
        known = set(capitals().values())
        told = [*([self.written] if self.written else []), *self.towns]
        return next((one for one in reversed(told) if one in known), None)


def spots(scene: Scene, atlas: Atlas) -> list[Spot]:
    """The places of a sentence, in order."""
    openers = _openers(scene.grammar.language)
    marks = [at for at, word in enumerate(scene.lowered) if word in openers]
    if not marks:
        return []
    found = dict[int, Spot]()
    reader = _Reader(scene, atlas)
    for at in marks:
        for spot in reader.at(at):
            found.setdefault(spot.first, spot)
    return [found[first] for first in sorted(found)]


@cache
def _openers(language: str) -> frozenset[str]:
    """The words that may open a place: all others are passed over at once."""
    rules = grammar(language)
    sets = (rules.sets[name] for name in _OPENING)
    return frozenset(rules.indices["locative"]).union(*sets)


class _Reader:
    def __init__(self, scene: Scene, atlas: Atlas) -> None:
        self.scene, self.atlas = scene, atlas
        self.starts = [word.start for word in scene.words]
        self.names = {bisect_left(self.starts, name.start): name for name in scene.names}
        # "His Harrisonville office" is no body.
        bodies = [one for one in scene.mentions if not scene.grammar.has("house-nouns", scene.lowered[one.last])]
        self.taken = {at for one in bodies for at in range(one.first, one.last + 1)}

    def at(self, at: int) -> Iterator[Spot]:
        """The places that the word at an index opens."""
        rules, lowered = self.scene.grammar, self.scene.lowered
        found = rules.phrase("locative", lowered, at)
        if found is not None:
            start = self._behind_article(at + found[0])
            if start < len(lowered) and (spot := self._named(start, at) or self._described(start, at)):
                yield spot
        elif rules.has("towards", lowered[at]) and (spot := self._goal(at)) is not None:
            yield spot
        elif rules.has("there-words", lowered[at]) and self._is_here(at) and (town := self.atlas.town(None)):
            yield self._spot(town, at, at, at, house=True)
        elif rules.has("here-words", lowered[at]) and self.atlas.written is not None and self._is_here(at):
            yield self._spot(self.atlas.written, at, at, at, house=True)
        elif rules.has("surfaces", lowered[at]) and (spot := self._ground(self._behind_article(at + 1), at)):
            yield spot
        elif rules.has("starting-points", lowered[at]):
            start = self._behind_article(at + 1)
            if start < len(lowered) and (spot := self._named(start, at)) is not None and spot.house:
                yield spot
        elif rules.has("where-words", lowered[at]) and (spot := self._antecedent(at)):
            yield spot

    def _goal(self, at: int) -> Spot | None:
        """Where a journey goes: "a visit to Lima", "flew to Lima for talks"."""
        journey = at > 0 and self.scene.grammar.has("journeys", self.scene.lowered[at - 1])
        travels = journey or self._is_travel(at - 1)
        start = self._behind_article(at + 1) if travels else len(self.scene.words)
        spot = self._named(start, at) if start < len(self.scene.words) else None
        return spot if spot is not None and (journey or self._has_purpose(spot.last + 1)) else None

    def _is_travel(self, at: int) -> bool:
        """Whether a verb of travel ends with a word, or before it if that only says how: "flew to", "went on to"."""
        rules, lowered = self.scene.grammar, self.scene.lowered
        if at > 0 and rules.has("travel-particles", lowered[at]):
            at -= 1
        verb = self.scene.clauses.verb_at(at) if at >= 0 else None
        return verb is not None and rules.has("travels", verb.lemma)

    def _has_purpose(self, at: int) -> bool:
        """Whether what a journey is for follows its goal, at once or behind a day: "to Lima on Monday for talks"."""
        lowered, rules = self.scene.lowered, self.scene.grammar
        while at < len(lowered) and (self._is_calendar(at) or rules.has("day-openers", lowered[at])):
            at += 1
        return at < len(lowered) and rules.has("travel-purposes", lowered[at])

    def _is_here(self, at: int) -> bool:
        """Whether "here" or "there" stands for a place, not as in "from here on", "d'ici à mars"."""
        before = self.scene.lowered[at - 1] if at else ""
        return self._closes(at + 1) and not self.scene.grammar.phrase("prepositions", before.split() or [""], 0)

    def _antecedent(self, at: int) -> Spot | None:
        """The place before a "where", whatever stands before it: "came back from Lima, where they had met"."""
        last = at - 2 if at > 1 and self.scene.lowered[at - 1] == "," else at - 1
        first = next((first for first, name in self.names.items() if self._last(name) == last), None)
        place = self.names[first].place if first is not None else None
        return self._spot(place, first, last, None) if place is not None and first is not None else None

    def _spot(
        self, place: Place, first: int, last: int, opens: int | None, *, known: bool = True, house: bool = False
    ) -> Spot:
        return Spot(place, first, last, self.scene.span(first, last), opens, known, house)

    def _behind_article(self, at: int) -> int:
        """Past the article and words of which side of a town is meant ("in northern ...", "dans le centre de ...")."""
        scene = self.scene
        while at < len(scene.lowered) and at not in self.names and not scene.words[at].is_capitalised:
            side = scene.grammar.phrase("sides", scene.lowered, at)
            if side is None and not scene.grammar.has("determiners", scene.lowered[at]):
                break
            at += side[0] if side is not None else 1
        return at

    def _last(self, name: Name) -> int:
        return bisect_left(self.starts, name.end) - 1

    def _named(self, at: int, opens: int) -> Spot | None:
        """A place by its name: of a table, of a house, or by a capital that no table knows."""
        lowered = self.scene.lowered
        house = match(_houses(), lowered, at) if lowered[at] in _houses() else None
        name = self.names.get(at)
        if house is not None and (name is None or self._last(name) < at + house[0]):
            return self._spot(places()[house[1]], at, at + house[0] - 1, opens, house=True)
        if name is None:
            return self._town(at, opens)
        if name.place is not None and name.place.country is None and name.place.geonames_id is None:
            return None  # A sea, a continent, a range of many countries.
        last = self._last(name)
        if name.kind in _PEOPLES and name.parties and self._is_capital(last + 1):
            capital = capitals().get(name.parties[0].id)
            return self._spot(capital, at, last + 1, opens, house=True) if capital is not None else None
        if self._is_house(last + 1) and name.place is not None:
            return self._spot(name.place, at, last, opens, house=True)
        if self._goes_on(last + 1):
            return self._longer(at, last, opens)
        if self._town_noun(last + 1, 2) is not None:
            return None
        if name.kind in _BUILDINGS and name.parties:
            capital = capitals().get(name.parties[0].id)
            return self._spot(capital, at, last, opens, house=True) if capital is not None else None
        if name.place is None or self._is_addressed(name, at, opens):
            return None
        land = self._land_behind(last + 1)
        if land is not None and name.place.country not in (None, land):
            return self._spot(self._namesake(at, last, land), at, last, opens)
        return self._spot(name.place, at, last, opens)

    def _land_behind(self, at: int) -> str | None:
        """The country that is told behind the name of a town: "in Paris, Texas"."""
        name = self.names.get(at + 1) if self.scene.lowered[at : at + 1] == [","] else None
        return name.place.country if name is not None and name.place is not None and _is_land(name.place) else None

    def _namesake(self, at: int, last: int, land: str) -> Place:
        text = self._text(at, last)
        there = (one for one in towns(fold(text)) if one.country == land)
        return next(there, Place(text, land, None, None, None))

    def _is_addressed(self, name: Name, at: int, opens: int) -> bool:
        """Whether a country behind a preposition and its article is spoken to: "à la Norvège", but "en Norvège"."""
        mark = self.scene.lowered[opens]
        return name.kind == "country" and at > opens + 1 and self.scene.grammar.has("addressee-markers", mark)

    def _is_house(self, at: int) -> bool:
        """Whether a house follows that is called by its town: "at a Florida hotel", "in his Harrisonville office"."""
        lowered = self.scene.lowered
        return at < len(lowered) and self.scene.grammar.has("house-nouns", lowered[at])

    def _goes_on(self, at: int) -> bool:
        """Whether a name goes on past what the tables know of it: "Victoria Street", "Geneva Conference Centre"."""
        words = self.scene.words
        if at >= len(words) or at in self.names or not words[at].is_capitalised or not words[at].text.isalpha():
            return False
        return not self._is_calendar(at) and not self.scene.grammar.has("titles", words[at].folded)

    def _longer(self, at: int, last: int, opens: int) -> Spot | None:
        """A town whose name begins with a known one: "Wichita Falls", but no "Victoria Street"."""
        while last + 1 < len(self.scene.words) and (step := self._step(last)):
            last += step
        known = self._meant(self._text(at, last))
        return self._spot(known, at, last, opens) if known is not None else None

    def _text(self, first: int, last: int) -> str:
        start, end = self.scene.span(first, last)
        return self.scene.sentence.text[start - self.scene.sentence.start : end - self.scene.sentence.start]

    def _town(self, at: int, opens: int) -> Spot | None:
        """A name that no table of names knows: a town of the long list, or a place by what stands around it."""
        last = self._end_of_name(at)
        if last is None or self._has_article(at):
            return None
        text = self._text(at, last)
        known = self._meant(text)
        if known is not None:
            return self._spot(known, at, last, opens, house=self._is_house(last + 1))
        plain = last + 1 == len(self.scene.words) or not self.scene.words[last + 1].text[0].isalnum()
        if plain or self._closes(last + 1):
            return self._spot(Place(text, None, None, None, None), at, last, opens, known=False)
        return None

    def _has_article(self, at: int) -> bool:
        """Whether it is called with an article, as assemblies and ministries are: "in the Senate", "au Parlement"."""
        before = self.scene.lowered[at - 1]
        possessive = self.scene.grammar.has("possessives", before)
        return self.scene.grammar.has("determiners", before) and not possessive

    def _meant(self, text: str) -> Place | None:
        """The town of this name in the country that the article tells of most, else the largest."""
        if fold(text) in everyday():
            return None
        found = towns(fold(text))
        return max(found, key=lambda one: self.atlas.seats.get(one.country or "", 0), default=None)

    def _end_of_name(self, at: int) -> int | None:
        words = self.scene.words
        opened = words[at].is_capitalised and self.scene.grammar.has("determiners", self.scene.lowered[at])
        last = at + 1 if opened else at  # La Rochelle, Les Herbiers
        if last >= len(words) or not self._is_name(last):
            return None
        while last + 1 < len(words) and (step := self._step(last)):
            last += step
        return last

    def _step(self, last: int) -> int:
        """How many words of a name follow its word: "Saint-Nazaire", "Villeneuve-d'Ascq", "Cedar Falls"."""
        words = self.scene.words
        if words[last + 1].text == "-" and last + 2 < len(words) and words[last].end + 1 == words[last + 2].start:
            return 2
        elided = words[last].text.endswith("'")
        return 1 if elided or self._is_name(last + 1) else 0

    def _is_name(self, at: int) -> bool:
        word = self.scene.words[at]
        plain = word.is_capitalised and word.text.isalpha() and len(word.text) > 2 and not word.text.isupper()
        inside = at in self.taken or any(first <= at <= self._last(name) for first, name in self.names.items())
        return plain and not inside and not self._is_calendar(at)

    def _is_calendar(self, at: int) -> bool:
        grammar, word = self.scene.grammar, self.scene.lowered[at]
        return grammar.has("calendar-names", word) or grammar.has("month-names", word)

    def _closes(self, at: int) -> bool:
        """Whether what follows goes on without the name: "in Kalvik on Monday", where "in Kalvik talks" does not."""
        grammar, lowered = self.scene.grammar, self.scene.lowered
        if at >= len(lowered) or not lowered[at][0].isalnum():
            return True
        if grammar.has("genitives", lowered[at]):
            return False
        return grammar.phrase("prepositions", lowered, at) is not None or any(
            grammar.has(name, lowered[at])
            for name in ("coordinators", "calendar-names", "time-words", "relatives", "adverbs")
        )

    def _is_capital(self, at: int) -> bool:
        lowered = self.scene.lowered
        return at < len(lowered) and self.scene.grammar.has("capital-words", lowered[at])

    def _town_noun(self, at: int, reach: int) -> int | None:
        """Index of "city", "resort", "station" among the next words, before any mark or word of function."""
        grammar, lowered = self.scene.grammar, self.scene.lowered
        for index in range(at, min(at + reach, len(lowered))):
            if grammar.has("town-nouns", lowered[index]) or grammar.has("capital-words", lowered[index]):
                return index
            if not lowered[index][0].isalpha() and lowered[index] != "-":
                return None
            if grammar.phrase("prepositions", lowered, index) or grammar.has("coordinators", lowered[index]):
                return None
            if self.scene.clauses.verb_at(index) is not None and index not in self.names:
                return None
        return None

    def _described(self, at: int, opens: int) -> Spot | None:
        """ "In the Swiss city of Geneva", "dans la capitale angolaise", "in the Red Sea port city", "dans la ville"."""
        noun = self._town_noun(at, _DESCRIPTION)
        if noun is None:
            return None
        of = self._behind_noun(noun)
        if of is not None:
            first = self._behind_article(of)
            name = self.names.get(first)
            if name is not None and self._is_capital(noun) and name.kind == "country":
                return self._of_country([name], noun, first, opens)
            return self._named(first, opens) if first < len(self.scene.words) else None
        around = [self.names[index] for index in range(at, noun + 2) if index in self.names]
        peoples = [name for name in around if name.kind in _PEOPLES and name.parties]
        if self._is_capital(noun):
            if peoples:
                return self._of_country(peoples, at, noun, opens)
            place = self.atlas.capital() if noun == at else None
        elif self.scene.grammar.has("demonstratives", self.scene.lowered[at - 1]):
            place = self.atlas.town(peoples[0].parties[0].country if peoples else None)
        else:
            place = None
        return self._spot(place, at, noun, opens, house=True) if place is not None else None

    def _of_country(self, names: Sequence[Name], first: int, last: int, opens: int) -> Spot | None:
        capital = capitals().get(names[0].parties[0].id)
        end = max(last, self._last(names[0]))
        return self._spot(capital, first, end, opens, house=True) if capital is not None else None

    def _behind_noun(self, noun: int) -> int | None:
        """The word behind the "of" of a town: "the resort of", "la station balnéaire de"."""
        grammar, lowered = self.scene.grammar, self.scene.lowered
        for at in range(noun + 1, min(noun + 3, len(lowered))):
            if grammar.has("genitives", lowered[at]):
                return at + 1
            if at in self.names:
                return None
        return None

    def _ground(self, at: int, opens: int) -> Spot | None:
        """ "On Colombian soil", "sur le sol colombien", "sur l'île de Sentosa"."""
        lowered, grammar = self.scene.lowered, self.scene.grammar
        if at >= len(lowered):
            return None
        if grammar.has("island-words", lowered[at]):
            return self._described(at, opens)
        for noun, beside in ((at, at + 1), (self._behind(at), at)):
            name = self.names.get(beside)
            if noun < len(lowered) and grammar.has("soil-words", lowered[noun]) and name is not None and name.parties:
                country = places().get(name.parties[0].name) if name.kind in _PEOPLES else None
                return self._spot(country, at, max(noun, self._last(name)), opens, house=True) if country else None
        return None

    def _behind(self, at: int) -> int:
        return self._last(self.names[at]) + 1 if at in self.names else at + 1


@cache
def _houses() -> Phrases:
    """Phrase of a house → the English name of its town."""
    return phrases(venues())
