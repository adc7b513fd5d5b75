"""People without a name are told apart by the country that their article is about: "group:teachers-unions-fra"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from services.extractor.actors.entity import EVERY_UNION, MULTILATERAL, NAMELESS, Party, is_nameless
from services.extractor.actors.memory import Memory
from services.extractor.actors.mention import Actor
from services.extractor.actors.parliaments import PARLIAMENT
from services.extractor.actors.tables import adjectives, organisations, slug
from services.extractor.candidate import Candidate
from services.extractor.document import Language
from services.extractor.grammar import grammar, table
from services.extractor.text.words import fold

_LOCAL = frozenset({"union", "company", "employer", "people", "movement", "political-party"})
"""Kinds of people that are of one country, as allies or rebels need not be."""


_TOLD_OF = 3
"""So often a country or its bodies are named in an article that is about it, and does not only speak of it."""


def told_apart(told: Sequence[Candidate], memory: Memory, language: Language) -> Sequence[Candidate]:
    """The events of an article, where it is about one country the people in them as those of that country."""
    country = (memory.home() or "").partition(":")[2]
    _say_whose(told, country, memory, language)
    _say_of_what(told, memory, language)
    for one in told if memory.seats[country] + memory.grounds[country] >= _TOLD_OF else ():
        for filler in one.fillers:
            filler.actor = _at_home(filler.actor, country, language)
        if one.source is not None:
            one.source = replace(one.source, actor=_at_home(one.source.actor, country, language))
    return told


def _say_whose(told: Sequence[Candidate], country: str, memory: Memory, language: Language) -> None:
    """Give the chambers of a parliament the country that they are of: "le Sénat" → `org:french-senate`."""
    adjective, names = adjectives().get(country), grammar(language).chambers
    for one in told if adjective else ():
        for filler in one.fillers:
            party = filler.actor.party
            name = names.get(party.id.removeprefix("org:"))
            if name is not None and party.country is None:
                whose = replace(party, id=f"org:{slug(f'{adjective} {name}')}", country=country)
                filler.actor = filler.actor._replace(party=_listed_as(name, country, memory) or whose)


def _listed_as(name: str, country: str, memory: Memory) -> Party | None:
    """The body of the tables that is called by a chamber's noun: that of the country that the article is about, else of
    the one of which it tells most; in an article on Oslo and Washington the Congress is the US Congress."""
    listed = [party for party in _listed().get(name, ()) if party.country == country or memory.is_told_of(party)]
    return max(listed, key=lambda party: (party.country == country, memory.likeliness(party)), default=None)


@cache
def _listed() -> Mapping[str, Sequence[Party]]:
    """Last word of its name → the parliaments of the tables, and the parties where no parliament is so called."""
    found: dict[str, dict[str, Party]] = {}
    for party in sorted(organisations().values(), key=lambda one: one.kind != PARLIAMENT):
        if party.kind in (PARLIAMENT, "political-party") and party.country is not None:
            found.setdefault(slug(party.name).rpartition("-")[2], {}).setdefault(party.country, party)
    return {name: tuple(parties.values()) for name, parties in found.items()}


def _say_of_what(told: Sequence[Candidate], memory: Memory, language: Language) -> None:
    """Tell traders apart by what the one commodity is that bodies in the article are for: "coffee-producers"."""
    rules = grammar(language)
    bodies = (party.name for party in memory.parties if party.kind in MULTILATERAL)
    traded = {word for name in bodies for word in fold(name).split() if rules.has("commodities", word)}
    for one in told if len(traded) == 1 else ():
        for filler in one.fillers:
            party = filler.actor.party
            noun = party.id.removeprefix(NAMELESS)
            if is_nameless(party.id) and rules.has("traders", noun):
                named = replace(party, id=f"{NAMELESS}{next(iter(traded))}-{noun}")
                filler.actor = filler.actor._replace(party=named)


def _at_home(actor: Actor, country: str, language: Language) -> Actor:
    party = actor.party
    if party.country is not None or party.kind not in _LOCAL or party.id not in _plain(language):
        return actor
    return actor._replace(party=replace(party, id=f"{party.id}-{country.lower()}", country=country))


@cache
def _plain(language: Language) -> frozenset[str]:
    """Ids of people of whom only their trade or part is told; not of those who come from anywhere."""
    rules, content = grammar(language), table(language, "grammar")
    nouns = {noun for found in content["acting-plurals"].values() for noun in found}
    nouns |= rules.sets["members-of-chambers"]
    slugs = {rules.group_names.get(noun) or slug(noun) for noun in nouns} | content["nameless"].keys()
    return frozenset(f"{NAMELESS}{one}" for one in slugs - rules.sets["people-anywhere"]) | {EVERY_UNION}
