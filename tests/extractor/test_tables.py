"""The tables of names: well-formed, consistent with each other, wide enough."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Set
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from services.extractor.actors import families, tables
from services.extractor.acts.lexicon import lexicon
from services.extractor.grammar import Trait, grammar
from services.extractor.text.words import fold

_PARTY_ID = re.compile(r"country:[A-Z]{3}|(?:org|group):[a-z0-9]+(?:-[a-z0-9]+)*")


def test_ids_follow_the_rule_of_the_contract() -> None:
    wrong = [
        identity for identity in (*tables.countries(), *tables.organisations()) if not _PARTY_ID.fullmatch(identity)
    ]
    assert wrong == []
    assert [one for one in tables.people() if not re.fullmatch(r"person:[a-z0-9]+(?:-[a-z0-9]+)*", one)] == []


def test_no_body_stands_in_two_rows() -> None:
    identities = Counter(row[0] for row in tables.rows("organisations.tsv", 5))
    states = Counter(row[0] for row in tables.rows("countries.tsv", 11))
    assert [one for one, times in (identities + states).items() if times > 1] == []


def test_every_body_with_a_home_belongs_to_a_known_state() -> None:
    homes = {party.country for party in tables.organisations().values() if party.country}
    assert homes <= {party.country for party in tables.countries().values()}


def test_every_trait_that_code_asks_for_is_one_of_some_language() -> None:
    assert grammar("fr").traits | grammar("en").traits == set(get_args(Trait))


def test_regions_have_one_government_of_a_known_state() -> None:
    rows = list(tables.rows("regions.tsv", 7))
    assert {row[2] for row in rows} <= {party.country for party in tables.countries().values()}
    assert {party.kind for party in tables.regions().values()} == {"government"}
    assert [name for name, times in Counter(row[1] for row in rows).items() if times > 1] == []


def test_people_hold_known_offices_of_known_bodies() -> None:
    bodies = {**tables.countries(), **tables.organisations()}
    unknown = [
        (person.id, tenure)
        for person in tables.people().values()
        for tenure in person.tenures
        if tenure.party not in bodies or tenure.office not in tables.offices()
    ]
    assert unknown == []


def test_terms_of_office_are_possible() -> None:
    wrong = [
        (person.id, tenure)
        for person in tables.people().values()
        for tenure in person.tenures
        if (tenure.start or date.min) > (tenure.end or date.max)
        or (tenure.start is not None and not 1945 <= tenure.start.year <= 2027)
    ]
    assert wrong == []


def test_a_term_that_is_not_written_as_one_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"not a tenure: 'minister of fish'.*office@body:from\.\.to"):
        tables._tenure("minister of fish")


def test_a_year_without_a_month_covers_the_whole_year() -> None:
    tenure = tables._tenure("head-of-state@country:FRA:2007..2012-02")
    assert (tenure.start, tenure.end) == (date(2007, 1, 1), date(2012, 2, 29))


def test_a_name_means_one_body() -> None:
    """Two states share an adjective or a capital's name at times; those are known and listed here."""
    shared = {"congolese", "congolais", "congolaise", "congolaises", "colombo", "nigero"}
    found = _meanings(chain(tables.organisation_spellings(), families.spellings()))
    found = _merged(found, ((spelling, party) for spelling, _, party in tables.country_spellings()))
    found = _merged(found, tables.capital_spellings())
    several = {spelling: parties for spelling, parties in found.items() if len(parties) > 1}
    namesakes = {spelling for spelling, parties in several.items() if _are_parties_of_several_countries(parties)}
    assert set(several) - namesakes <= shared


def _are_parties_of_several_countries(bodies: Set[str]) -> bool:
    """Labour, the Greens, the Socialists: which is meant, the country or region tells that the article is about."""
    known = [tables.organisations().get(body) for body in bodies]
    parties = [body for body in known if body is not None and body.kind == "political-party"]
    return len(parties) == len(bodies) == len({(party.country, families.seated().get(party.id)) for party in parties})


def test_parties_of_a_region_name_a_body_that_is_known() -> None:
    assert set(families.seated().values()) <= set(tables.organisations())


def _meanings(spellings: Iterable[tuple[str, object]]) -> dict[str, set[str]]:
    return _merged(defaultdict(set), spellings)


def _merged(found: dict[str, set[str]], spellings: Iterable[tuple[str, object]]) -> dict[str, set[str]]:
    for spelling, party in spellings:
        found[fold(spelling)].add(party.id)  # type: ignore[attr-defined]
    return found


def test_all_members_of_the_united_nations_and_the_disputed_states_are_there() -> None:
    states = {identity.removeprefix("country:") for identity in tables.countries()}
    assert len(states) >= 200
    assert {"XKX", "PSE", "TWN", "VAT", "ESH", "HKG", "GRL", "NCL", "SSD", "TLS", "KIR", "AND"} <= states


def test_most_capitals_have_coordinates() -> None:
    places = tables.places()
    capitals = {row[7].split(",")[0] for row in tables.rows("countries.tsv", 11) if row[7]}
    located = {name for name in capitals if name in places and places[name].latitude is not None}
    assert len(located) >= 0.97 * len(capitals), sorted(capitals - located)


def test_a_town_has_one_name_and_others() -> None:
    named = Counter(row[3] for row in tables.rows("places.tsv", 6) if row[3])
    assert [identity for identity, names in named.items() if names > 1] == []


def test_the_tables_are_wide() -> None:
    assert len(tables.organisations()) >= 4500
    assert len(tables.people()) >= 2400
    assert len(tables.places()) >= 2500


def test_words_for_an_office_mean_one_office() -> None:
    phrases = Counter(spelling for spelling, _ in tables.office_spellings())
    assert [phrase for phrase, times in phrases.items() if times > 1] == []


def test_forums_and_seats_name_known_bodies() -> None:
    for row in tables.rows("members.tsv", 2):
        assert row[0] in tables.organisations()
        assert tables.members(row[0])
    for bodies in tables.seats().values():
        assert set(bodies) <= set(tables.organisations())


@pytest.mark.parametrize(
    ("masculine", "forms"),
    [
        ("ouzbek", {"ouzbeks", "ouzbèke", "ouzbèkes"}),
        ("tadjik", {"tadjiks", "tadjike", "tadjikes"}),
        ("turc", {"turcs", "turque", "turques"}),
        ("grec", {"grecs", "grecque", "grecques"}),
        ("israélien", {"israéliens", "israélienne", "israéliennes"}),
        ("français", {"française", "françaises"}),
        ("nord-coréen", {"nord-coréens", "nord-coréenne"}),
        ("libanais", {"libanaise"}),
        ("burkinabè", {"burkinabè"}),
    ],
)
def test_french_adjectives_agree_as_the_press_writes_them(masculine: str, forms: set[str]) -> None:
    adjectives = {spelling for spelling, kind, _ in tables.country_spellings() if kind == "adjective"}
    assert {fold(form) for form in forms | {masculine}} <= {fold(one) for one in adjectives}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_verb_of_a_frame_is_a_word_of_grammar(language: str) -> None:
    """A phrase whose head is "not" would make a verb of it, and of every negation a clause of its own."""
    words, known = lexicon(language), grammar(language)
    closed = ("negators", "negations", "determiners", "coordinators", "complementizers", "relatives", "genitives")
    wrong = {
        word
        for name in closed
        for word in known.sets[name]
        if any(one.lemma == word for one in words.inflections(word))
    }
    assert wrong == set()


class _Strict(yaml.SafeLoader):
    """Refuses what stands twice under one name: of two the first would count for nothing."""


def _mapping(loader: _Strict, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
    names = [key.value for key, _ in node.value]
    assert len(names) == len(set(names)), f"{node.start_mark}: {sorted({one for one in names if names.count(one) > 1})}"
    return yaml.SafeLoader.construct_mapping(loader, node, deep)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@pytest.mark.parametrize("path", sorted(Path("services/extractor/data").rglob("*.yaml")), ids=str)
def test_nothing_stands_twice_in_a_table(path: Path) -> None:
    yaml.load(path.read_text(encoding="utf-8"), _Strict)


def test_parties_of_those_who_govern_are_known_and_so_are_they() -> None:
    led = list(tables.rows("rulers-parties.tsv", 2))
    assert [name for name, _ in led if f"person:{tables.slug(name)}" not in tables.people()] == []
    tenures = chain.from_iterable(tables.parties_led()[f"person:{tables.slug(name)}"] for name, _ in led)
    assert {one.party for one in tenures} <= {*tables.countries(), *tables.organisations()}
