"""Parties that the press calls by their family, as it does in many countries: "les Verts", "the Social Democrats".

Such a name tells a party only together with the country that the article is about.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from services.extractor.actors.entity import Name, Party
from services.extractor.actors.memory import Memory
from services.extractor.actors.tables import adjectives, organisations, rows
from services.extractor.acts.morphology import plural_of
from services.extractor.document import Language
from services.extractor.grammar import table
from services.extractor.text.sentences import Sentence

_POLITICAL = "political-party"
_LANGUAGES: tuple[Language, ...] = ("en", "fr")


def spellings() -> Iterator[tuple[str, Party]]:
    """(name, party): the words of its family, its people by their adjective, both with whence they are."""
    for row in rows("party-families.tsv", 5):
        for member in row[4].split("|"):
            party = organisations()[member.partition("@")[0]]
            country = "" if "@" in member else party.country or ""
            for name in row[2].split("|"):
                yield name, party
                yield from ((longer, party) for longer in _of_country(name, country))
            if row[1][0].isupper():
                yield from ((f"{row[1].removesuffix('s')} {noun}", party) for noun in _members("en"))
            yield from _by_adjectives(row[3], party, country)
    for row in rows("party-adjectives.tsv", 3):
        party = organisations()[row[0]]
        yield from _by_adjectives(row[1], party, party.country or "")
        for adjective in filter(None, row[2].split("|")):
            yield from ((f"{adjective} {noun}", party) for noun in _members("en"))


def _members(language: Language) -> Sequence[str]:
    """Nouns of people, and of one of them, that stand beside the adjective or the name of their party."""
    return (*_people(language), *table(language, "grammar")["party-members"])


def _people(language: Language) -> Sequence[str]:
    """Nouns of people that stand beside the adjective or the name of their party."""
    nouns: Sequence[str] = table(language, "grammar")["party-people"]
    return nouns


def _of_country(name: str, country: str) -> Iterator[str]:
    """A name with the adjective of a country: "Dutch Greens", "Parti socialiste chilien"."""
    if name.startswith("Parti "):
        yield from (f"{name} {adjective}" for adjective in _french(country))
    elif country in adjectives() and not name.startswith(("the ", "l'")):
        yield f"{adjectives()[country]} {name}"


def _by_adjectives(cell: str, party: Party, home: str) -> Iterator[tuple[str, Party]]:
    """The people of a party by its adjective: "députés socialistes", "groupe socialiste", "sénateur socialiste"."""
    for adjective in filter(None, cell.split("|")):
        plural = plural_of(adjective)
        yield from ((f"{noun} {plural}", party) for noun in _people("fr"))
        yield f"groupe {adjective}", party
        yield from ((f"{noun} {adjective}", party) for noun in table("fr", "grammar")["party-members"])
        for country in _french(home):
            yield from ((f"{article}{plural} {plural_of(country)}", party) for article in ("", "les "))


def _french(country: str) -> Iterator[str]:
    """The French adjective of a country, if it has one."""
    adjective = _french_adjectives().get(country)
    if adjective:
        yield adjective


@cache
def _french_adjectives() -> Mapping[str, str]:
    return {row[0]: row[6].split(",")[0] for row in rows("countries.tsv", 11)}


@cache
def _common() -> frozenset[str]:
    """Names of families, as written, that are everyday words but for where they stand."""
    return frozenset(
        name
        for row in rows("party-families.tsv", 5)
        for name in row[2].split("|")
        if name.islower() and not name.startswith(("l'", "the "))
    )


@cache
def seated() -> Mapping[str, str]:
    """Id of a party of a region or union → the body for whose parliament it stands. A family's name means none."""
    members = (member for row in rows("party-families.tsv", 5) for member in row[4].split("|") if "@" in member)
    return {party: body for party, _, body in (member.partition("@") for member in members)}


@cache
def _alone() -> re.Pattern[str]:
    """What stands before a word in small letters that is a noun by itself: "les libéraux", "et socialistes"."""
    before = "|".join(
        sorted({word for language in _LANGUAGES for word in table(language, "grammar")["before-parties"]})
    )
    return re.compile(rf"(?:(?:^|[\s'(«\"])(?:{before}) |[,:] )$", re.IGNORECASE)


_BEFORE = 12
"""Characters in which it stands."""


def is_adjective(text: str, start: int, end: int) -> bool:
    """Whether a word in small letters that may mean a party only tells what sort something is: "médecins libéraux"."""
    return text[start:end] in _common() and _alone().search(text[max(0, start - _BEFORE) : start]) is None


def is_namesake(name: Name) -> bool:
    """Whether political parties of several countries share a name: "the Greens", "Labour"."""
    return len(name.parties) > 1 and all(party.kind == _POLITICAL for party in name.parties)


def settle(text: Sequence[Sentence], names: dict[int, Sequence[Name]], memory: Memory) -> None:
    """Decide which party each name means that several share, once all else is counted; `names` are by sentence."""
    for sentence in text:
        found = names[sentence.index]
        if any(map(is_namesake, found)):
            meant = [_settled(name, memory) for name in found]
            names[sentence.index] = [name for name in meant if name is not None]


def _settled(name: Name, memory: Memory) -> Name | None:
    """A name as that of the one party meant; None for an everyday word that means none here."""
    if not is_namesake(name):
        return name
    party = _meant(name, memory)
    if party is None:
        return None
    memory.count(party)
    return name._replace(parties=(party,))


def _meant(name: Name, memory: Memory) -> Party | None:
    """The party of the country the article is about, else of one that it tells of as much, else nobody."""
    home = (memory.home() or "").partition(":")[2]
    own = [party for party in name.parties if party.country == home and party.id not in seated()]
    national = [party for party in name.parties if party.id not in seated()]
    likeliest = max(national, key=lambda party: _weight(memory, party.country))
    if own and not 0 < _weight(memory, home) <= _weight(memory, likeliest.country):
        return own[0]
    if memory.is_told_of(likeliest) and _weight(memory, likeliest.country) * 2 >= _weight(memory, home):
        return likeliest
    return None


def _weight(memory: Memory, country: str | None) -> int:
    """How often a country and its bodies are named."""
    return memory.counts[f"country:{country}"] + memory.seats[country or ""]
