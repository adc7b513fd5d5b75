"""Offices with an adjective in the middle, "ministre norvégienne des Affaires étrangères", or at the end of a party's
name, "Labour leader Jon Vik"."""

from collections.abc import Sequence

from services.extractor.actors.entity import Name
from services.extractor.actors.gazetteer import Gazetteer
from services.extractor.grammar import Grammar

_LONGEST_TAIL = 60
"""Characters behind the adjective in which the rest of the office stands."""


def whole_offices(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """The names of a text, offices that an adjective interrupts made whole; their rest is an `office-tail`."""
    result: list[Name] = []
    for name in names:
        tail = _tail(text, result[-1], name, gazetteer) if result and name.kind == "adjective" else None
        if tail is not None:
            result[-1] = result[-1]._replace(office=tail.office)
        result.append(name)
        if tail is not None:
            result.append(tail)
    reached = 0
    kept = []
    for name in result:
        if name.start >= reached:
            kept.append(name)
            reached = name.end
    return kept


def _tail(text: str, before: Name, adjective: Name, gazetteer: Gazetteer) -> Name | None:
    if before.kind != "office" or text[before.end : adjective.start] != " ":
        return None
    head, rest = text[before.start : before.end], text[adjective.end : adjective.end + _LONGEST_TAIL]
    found = next(iter(gazetteer.find(head + rest)), None)
    if found is None or found.kind != "office" or found.start or found.end <= len(head) + 1:
        return None
    start = adjective.end + 1
    return Name(start, adjective.end + found.end - len(head), "office-tail", office=found.office)


def before_members(text: str, names: Sequence[Name], gazetteer: Gazetteer, grammar: Grammar) -> list[Name]:
    """The names of a text; the noun of a member of a party apart where his name follows: it says his office."""
    result: list[Name] = []
    for name in names:
        whose, _, noun = text[name.start : name.end].rpartition(" ")
        named = text[name.end : name.end + 1] == " " and text[name.end + 1 : name.end + 2].isupper()
        office = _office(noun, gazetteer) if whose and named and grammar.has("party-members", noun) else None
        if office is None:
            result.append(name)
        else:
            parted = name.start + len(whose)
            result += [name._replace(end=parted), office.moved(parted + 1)]
    return result


def _office(noun: str, gazetteer: Gazetteer) -> Name | None:
    return next((name for name in gazetteer.find(noun) if name.kind == "office" and name.end == len(noun)), None)
