"""Whom names mean that the tables know, and letters that they do not: "Paris", "Peruvian", "the PGA"."""

import re
from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import Name, Party
from services.extractor.actors.mention import Actor
from services.extractor.actors.tables import everyday, rulers, seats, slug, usual_seats
from services.extractor.actors.units import Unit
from services.extractor.text.words import fold

_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 5
"""Letters of an acronym that no table and no text explains."""


def by_name(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The bodies of names that the tables know: countries, organisations, demonyms, adjectives."""
    return [
        Actor(party_meant(context, unit.name))
        for unit in units
        if unit.tag in "cma" and unit.name and unit.name.parties
    ]


def by_section(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """A union's people in the firm or the town whose name stands behind its own: "la CGT Bertoli" is the CGT."""
    union, whose = units[-2].name, units[-1].name
    if union is None or whose is None or not union.parties or not whose.parties:
        return []
    local = whose.kind == "capital" or whose.parties[0].kind == "company"
    return [Actor(party_meant(context, union))] if union.parties[0].kind == "union" and local else []


def party_meant(context: Context, name: Name) -> Party:
    """The body that a name means; for a state who rules it, where the article names that movement."""
    party = _named(context, name)
    return _ruling(context, party) or party


def _ruling(context: Context, state: Party) -> Party | None:
    """The movement that rules a state on the day of the article, where the article names it."""
    day = context.published
    for body, first, last in rulers().get(state.id, ()):
        if day is not None and first <= day <= last and context.memory.counts[body]:
            return context.gazetteer.party(body)
    return None


def _named(context: Context, name: Name) -> Party:
    """The state, or for a capital the body that has its seat there, where the article is about that one."""
    party = max(name.parties, key=context.memory.likeliness)
    counts = context.memory.counts
    place = name.place.name if name.place is not None else ""
    if name.kind != "capital" or (counts[party.id] and place not in usual_seats()):
        return party
    seated = [body for body in seats().get(place, ()) if counts[body] > counts[party.id]]
    best = max(seated, key=lambda body: context.memory.counts[body], default=None)
    if best is None and not counts[party.id] and not context.memory.seats[party.country or ""]:
        best = usual_seats().get(place)
    return (context.gazetteer.party(best) if best else None) or party


_POLITICAL = "political-party"


def parties_of(context: Context, units: Sequence[Unit]) -> list[Party]:
    """The bodies named among the words, those of known names before those of letters."""
    named = [party_meant(context, unit.name) for unit in units if unit.tag in "ca" and unit.name and unit.name.parties]
    lettered = (_lettered(context, units[:at], unit) for at, unit in enumerate(units) if unit.tag == "q")
    return named + [party for party in lettered if party is not None]


def governed(context: Context, party: Party) -> Party:
    """The state that a political party governs, where its government or president is told of: "the Labour cabinet"."""
    if party.kind != _POLITICAL or party.country is None:
        return party
    return context.gazetteer.party(f"country:{party.country}") or party


def _lettered(context: Context, before: Sequence[Unit], unit: Unit) -> Party | None:
    """The body that letters stand for, known or new: "présidente du SNPL"."""
    known = context.memory.aliases.get(context.text([unit]))
    return known or (_unknown_acronym(context, [before[-1], unit]) if before else None)


def by_acronym(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The body that letters stand for: by the text so far, else a new one."""
    party = context.memory.aliases.get(context.text(units[-1:])) or _unknown_acronym(context, units)
    return [Actor(party)] if party is not None else []


def _unknown_acronym(context: Context, units: Sequence[Unit]) -> Party | None:
    """The body of letters that no table knows ("L'ARS", "OHB a"), unless they are a word or part of a name."""
    name = context.sentence[units[-1].first].text
    first, last = units[0].first, units[-1].last
    around = [word.text for word in (*context.sentence[:first][-1:], *context.sentence[last + 1 :][:1])]
    shouted = any(len(word) > 1 and word.isupper() for word in around)
    plain = not (_SHORTEST_ACRONYM <= len(name) <= _LONGEST_ACRONYM and name.isalpha()) or shouted
    plain = plain or context.grammar.has("plain-acronyms", name.lower()) or fold(name) in everyday()
    plain = plain or name in context.memory.things or _names_thing(context, last + 1)
    if plain or not (_has_article(context, units) or _is_bare(context, first, last)):
        return None
    party = Party(f"org:{slug(name)}", name, "organisation")
    return context.memory.aliases.setdefault(fold(name), party)


def _names_thing(context: Context, behind: int) -> bool:
    """Whether a noun of a thing ends the name that letters begin: "the DREAM Act"."""
    noun = context.sentence[behind] if behind < len(context.sentence) else None
    return noun is not None and noun.is_capitalised and context.grammar.has("thing-nouns", noun.lower)


def _has_article(context: Context, units: Sequence[Unit]) -> bool:
    return units[0].tag in "dg" and context.grammar.has("articles", context.lowered(units[0]))


def _is_bare(context: Context, first: int, last: int) -> bool:
    """Whether letters stand by themselves and act or have something: "OHB said", "SAMWU's secretary". Who reported is
    a medium: ", KLN reported"."""
    before = context.sentence[first - 1] if first else None
    behind = context.sentence[last + 1].lower if last + 1 < len(context.sentence) else "."
    alone = before is None or not (before.is_capitalised or before.text in ("-", "(", "/"))
    acts = context.is_finite(behind) and not context.grammar.has("relaying", behind)
    return alone and (behind == "'s" or acts)


def is_loose_list(context: Context, units: Sequence[Unit]) -> bool:
    """Whether several are named before a noun in the singular: "in Norway, Peru's minister"."""
    tags = "".join(unit.tag for unit in units)
    if not re.match(r"[dt]*[cq]s?[,&]", tags):
        return False
    noun = next((unit for unit in units if unit.tag in "ob"), None)
    return noun is None or not context.lowered(noun).endswith("s")
