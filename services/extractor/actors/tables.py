"""The tables of `data/` as values: countries, organisations, offices, people, places."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from importlib import resources

from schemas.negotiation import Level
from services.extractor.actors.entity import Office, Party, Person, Place, Tenure
from services.extractor.acts.morphology import agreements, feminine_of
from services.extractor.text.words import fold


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a table, filled up to a number of columns; lines that begin with # are comments."""
    path = resources.files("services.extractor") / "data" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row and not row[0].startswith("#"):
            yield [cell.strip() for cell in row + [""] * (columns - len(row))]


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens, "People's" one word: ids of names that no table gives one."""
    plain = fold(name).replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("æ", "ae").replace("ı", "i")
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"\s?'s\b", "s", plain)).strip("-")


@cache
def countries() -> dict[str, Party]:
    """Party id → state."""
    return {
        f"country:{row[0]}": Party(f"country:{row[0]}", row[1], "country", row[0]) for row in rows("countries.tsv", 11)
    }


@cache
def organisations() -> dict[str, Party]:
    """Party id → organisation or group, governments of regions among them."""
    bodies = {row[0]: Party(row[0], row[1], row[2], row[3] or None) for row in rows("organisations.tsv", 5)}
    return {row[0]: Party(row[0], f"{row[1]} government", "government", row[2]) for row in _regions()} | bodies


def _regions() -> Iterator[list[str]]:
    return rows("regions.tsv", 7)


@cache
def regions() -> dict[str, Party]:
    """English name of a region → its government."""
    return {row[1]: organisations()[row[0]] for row in _regions()}


def _region_spellings() -> Iterator[tuple[str, Party]]:
    """The names of the governments of regions: "Ontario government", "gouvernement ontarien"."""
    for row in _regions():
        party = organisations()[row[0]]
        for name in filter(None, (row[1], *row[3].split("|"))):
            yield from (
                (f"{name} {noun}", party) for noun in ("government", "state government", "provincial government")
            )
            yield f"government of {name}", party
        for adjective in filter(None, row[4].split("|")):
            yield f"{adjective} government", party
        adjective = row[5]
        for nouns, form in (
            (_REGIONAL, adjective),
            (_REGIONAL_FEMININE, adjective and feminine_of(adjective)),
            (_REGIONAL_PLURAL, adjective and f"{feminine_of(adjective)}s"),
        ):
            yield from ((f"{noun} {rest}", party) for noun in nouns for rest in (form, row[6]) if rest)


_REGIONAL = ("gouvernement", "exécutif", "parlement", "Land", "État", "Etat")
_REGIONAL_FEMININE = ("région", "province")
_REGIONAL_PLURAL = ("autorités",)
"""French nouns that with an adjective of a region, or "of" and its name, mean its government; by its form."""


@cache
def offices() -> dict[str, Office]:
    """Office key → office."""
    return {row[0]: Office(row[0], row[2], _level(row[1])) for row in rows("offices.tsv", 4)}


def _level(word: str) -> Level | None:
    return word or None  # type: ignore[return-value]


_PEOPLE = (
    "people.tsv",
    "people-europe.tsv",
    "people-americas.tsv",
    "people-asia.tsv",
    "people-africa-middle-east.tsv",
    "people-bodies.tsv",
    "people-parties.tsv",
    "people-before-1996.tsv",
    "foreign-ministers-2022.tsv",
)


@cache
def people() -> dict[str, Person]:
    """Person id → person. A person of several rows holds the offices of all."""
    names: dict[str, str] = {}
    tenures: dict[str, list[Tenure]] = {}
    for row in _people_rows():
        identity = f"person:{slug(row[0])}"
        names.setdefault(identity, row[0])
        tenures.setdefault(identity, []).extend(_tenure(cell) for cell in row[2].split(";"))
    return {identity: Person(identity, name, tuple(tenures[identity])) for identity, name in names.items()}


@cache
def parties_led() -> dict[str, tuple[Tenure, ...]]:
    """Person id → the political parties that he led, also of those whom `people` know by another office alone."""
    led = {person.id: person.tenures for person in people().values()}
    for name, cell in rows("rulers-parties.tsv", 2):
        identity = f"person:{slug(name)}"
        led[identity] = (*led.get(identity, ()), *(_tenure(one) for one in cell.split(";")))
    return led


def _people_rows() -> Iterator[list[str]]:
    for table in _PEOPLE:
        yield from rows(table, 3)


def _tenure(cell: str) -> Tenure:
    match = re.fullmatch(r"([a-z-]+)@([a-z]+:[A-Za-z0-9-]+):([\d-]*)\.\.([\d-]*)", cell.strip())
    if match is None:
        raise ValueError(f"not a tenure: {cell!r}; written as office@body:from..to")
    office, party, start, end = match.groups()
    return Tenure(office, party, _first_day(start), _last_day(end))


def _first_day(text: str) -> date | None:
    parts = [int(part) for part in text.split("-") if part]
    return date(*[*parts, 1, 1][:3]) if parts else None


def _last_day(text: str) -> date | None:
    parts = [int(part) for part in text.split("-") if part]
    if not parts or len(parts) == 3:
        return date(*parts) if parts else None
    following = date(parts[0] + 1, 1, 1) if len(parts) == 1 or parts[1] == 12 else date(parts[0], parts[1] + 1, 1)
    return following - timedelta(days=1)


@cache
def adjectives() -> dict[str, str]:
    """ISO alpha-3 → the English adjective of the country."""
    return {row[0]: row[5].split(",")[0] for row in rows("countries.tsv", 11) if row[5]}


def country_spellings() -> Iterator[tuple[str, str, Party]]:
    """(spelling, kind of name, state): names, adjectives, demonyms, metonyms and prefixes of compounds."""
    for row in rows("countries.tsv", 11):
        party = countries()[f"country:{row[0]}"]
        for cell, kind in ((row[1], "country"), (row[2], "country"), (row[9], "metonym")):
            yield from ((name, kind, party) for name in cell.split(",") if name)
        yield from ((name, "country", party) for cell in row[3:5] for name in cell.split(",") if name)
        for name in filter(None, row[5].split(",")):
            yield (
                name,
                "demonym" if name.endswith("s") and name[:-1] in row[5].split(",") else "adjective",
                party,
            )
        for adjective in filter(None, row[6].split(",")):
            for form in agreements(adjective, "fr"):
                yield form, "adjective", party
                yield form[0].upper() + form[1:], "demonym", party
        yield from ((prefix, "prefix", party) for prefix in row[10].split(",") if prefix)


@cache
def adjectives_of_bodies() -> dict[str, str]:
    """Id of a body → its English adjective: "European"."""
    return {row[0]: row[1] for row in rows("body-adjectives.tsv", 3) if row[1]}


def body_adjectives() -> Iterator[tuple[str, Party]]:
    """(adjective in one of its forms, the body that it means): "européenne", "onusiens"."""
    for row in rows("body-adjectives.tsv", 3):
        body = organisations()[row[0]]
        yield from ((adjective, body) for adjective in filter(None, row[1].split(",")))
        for adjective in filter(None, row[2].split(",")):
            yield from ((form, body) for form in agreements(adjective, "fr"))
    for row in _regions():
        government = organisations()[row[0]]
        yield from ((adjective, government) for adjective in row[4].split("|") if adjective and adjective != row[1])
        yield from ((form, government) for form in (agreements(row[5], "fr") if row[5] else ()))


def capital_spellings() -> Iterator[tuple[str, Party]]:
    """(name of a capital, its state); of a region whose government is called by its capital that government."""
    yield from ((row[0], organisations()[row[1]]) for row in rows("regional-capitals.tsv", 2))
    for row in rows("countries.tsv", 11):
        for name in _with_bare({*row[7].split(","), *row[8].split(",")} - {""}):
            yield name, countries()[f"country:{row[0]}"]


@cache
def capitals() -> dict[str, Place]:
    """Party id of a state → its capital as a place."""
    return {
        f"country:{row[0]}": places()[row[7].split(",")[0]]
        for row in rows("countries.tsv", 11)
        if row[7].split(",")[0] in places()
    }


def _with_bare(names: Iterable[str]) -> set[str]:
    """Names, and those with a French article also without it: "Le Caire" is "Caire" in "au Caire"."""
    return {*names, *(name[3:] for name in names if name.startswith("Le "))}


def organisation_spellings() -> Iterator[tuple[str, Party]]:
    """(spelling, organisation); what a row spells out is no region's government by rule ("autorités du Tigré")."""
    spelt: set[str] = set()
    for row in rows("organisations.tsv", 5):
        names = [name for name in dict.fromkeys((row[1], *row[4].split("|"))) if name]
        spelt.update(map(fold, names))
        yield from ((name, organisations()[row[0]]) for name in names)
    yield from ((name, government) for name, government in _region_spellings() if fold(name) not in spelt)


def office_spellings() -> Iterator[tuple[str, Office]]:
    """(phrase, office)."""
    for row in rows("offices.tsv", 4):
        yield from ((phrase, offices()[row[0]]) for phrase in row[3].split("|"))


@cache
def office_phrases() -> frozenset[str]:
    """All phrases of offices, folded."""
    return frozenset(fold(phrase) for phrase, _ in office_spellings())


def person_spellings() -> Iterator[tuple[str, Person]]:
    """(name or surname, person); `~` in the table is the last word of the name."""
    for row in _people_rows():
        person = people()[f"person:{slug(row[0])}"]
        others = (row[0].split(" ")[-1] if name == "~" else name for name in row[1].split("|"))
        yield from ((name, person) for name in dict.fromkeys((row[0], *others)) if len(name) > 1)


@cache
def everyday() -> frozenset[str]:
    """Names, folded, that are everyday words as well."""
    return frozenset(fold(word) for row in rows("everyday-words.tsv", 1) for word in row[0].split(" "))


@cache
def places() -> dict[str, Place]:
    """Any spelling of a place → the place; the first of several with one name is the larger."""
    found: dict[str, Place] = {}
    for row in rows("places.tsv", 6):
        place = Place(row[0], row[2] or None, int(row[3]) if row[3] else None, _number(row[4]), _number(row[5]))
        for name in sorted(_with_bare({row[0], *row[1].split("|")} - {""})):
            found.setdefault(name, place)
    for row in _regions():
        for name in filter(None, (row[1], *row[3].split("|"))):
            found.setdefault(name, Place(row[1], row[2], None, None, None))
    for row in rows("countries.tsv", 11):
        place = Place(row[1], row[0], None, None, None)
        for name in (row[1], row[2], *row[3].split(","), *row[4].split(",")):
            if name:
                found.setdefault(name, place)
    return found


@cache
def called_as_capitals(language: str) -> dict[str, Place]:
    """English name of a country → it as a place, where only French calls its capital so: "Mexico"."""
    named_so = {row[1] for row in rows("countries.tsv", 11) if row[1] != row[7] and row[1] in row[8].split(",")}
    return {} if language != "en" else {place.name: place for place in places().values() if place.name in named_so}


@cache
def lands() -> frozenset[str]:
    """English names of the places that are no towns: countries, regions, seas."""
    known = {row[0] for row in rows("places-extra.tsv", 4) if row[3]} | {row[1] for row in _regions()}
    return frozenset(known | {row[1] for row in rows("countries.tsv", 11)})


@cache
def _towns() -> dict[str, list[str]]:
    """Folded name → rows of `towns.tsv`, as they are: few of so many are ever asked for."""
    path = resources.files("services.extractor") / "data" / "towns.tsv"
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for name in line.partition("\t")[0].split("|"):
                found.setdefault(name, []).append(line)
    return found


def towns(name: str) -> list[Place]:
    """The towns of a folded name, those whose own name it is first, then by size.

    They are too many to be looked for everywhere in a text.
    """
    rows_of = [line.split("\t") for line in _towns().get(name, ())]
    rows_of.sort(key=lambda row: row[0].split("|")[0] != name)
    return [Place(row[1], row[2], int(row[3]), float(row[4]), float(row[5])) for row in rows_of]


def venues() -> Iterator[tuple[str, str]]:
    """(house, English name of the town where it stands): "UN headquarters", "siège de l'Otan"."""
    for row in rows("venues.tsv", 2):
        yield from ((house, row[0]) for house in row[1].split("|"))


@cache
def members(forum: str) -> tuple[Party, ...]:
    """The bodies that meet in a forum, where they are few and fixed."""
    every = {**countries(), **organisations()}
    return next(
        (tuple(every[one] for one in row[1].split(",")) for row in rows("members.tsv", 2) if row[0] == forum),
        (),
    )


@cache
def national_offices() -> dict[str, str]:
    """Phrase of an office, folded, that only one body has → its party id."""
    return {fold(phrase): row[0] for row in rows("national-offices.tsv", 2) for phrase in row[1].split("|")}


@cache
def surname_first() -> frozenset[str]:
    """Countries (ISO alpha-3) whose usage puts the surname before the given name, also in English and French texts."""
    return frozenset(code for row in rows("surname-first.tsv", 1) for code in row[0].split(","))


@cache
def seats() -> dict[str, tuple[str, ...]]:
    """English name of a capital → ids of the bodies that are called by it."""
    return {row[0]: tuple(row[1].split(",")) for row in rows("seats.tsv", 3)}


@cache
def rulers() -> dict[str, tuple[tuple[str, date, date], ...]]:
    """Id of a country → the movements that rule it in the place of a government: (id, first day, last day)."""
    found: dict[str, tuple[tuple[str, date, date], ...]] = {}
    for body, country, first, last in rows("rulers.tsv", 4):
        rule = (body, date.fromisoformat(first), date.fromisoformat(last) if last else date.max)
        found[f"country:{country}"] = (*found.get(f"country:{country}", ()), rule)
    return found


@cache
def federations() -> frozenset[str]:
    """Countries whose governors speak for their states or provinces (ISO alpha-3)."""
    return frozenset(row[0] for row in rows("federations.tsv", 1)) | {one.country or "" for one in regions().values()}


@cache
def usual_seats() -> dict[str, str]:
    """English name of a capital → id of the body that it means where the article names neither it nor the state."""
    return {row[0]: row[2] for row in rows("seats.tsv", 3) if row[2]}


@cache
def union_members() -> dict[str, frozenset[str]]:
    """Id of a union of states → its members (ISO alpha-3)."""
    return {row[0]: frozenset(row[1].split(",")) for row in rows("union-members.tsv", 2)}


@cache
def called() -> dict[str, frozenset[str]]:
    """Noun, folded → the bodies that it means behind an article: "the bloc"."""
    return {fold(noun): frozenset(row[1].split(",")) for row in rows("called.tsv", 2) for noun in row[0].split("|")}


def _number(text: str) -> float | None:
    return float(text) if text else None
