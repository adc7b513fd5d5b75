"""Adjectives of two lands, which a hyphen joins, of one body that is at home in both: "le groupe germano-chilien
Karvel", "l'offre du groupe germano-chilien"."""

from collections.abc import Sequence

from services.extractor.actors.units import Unit, tags_of
from services.extractor.grammar import Grammar
from services.extractor.text.words import Word

_TWO_LANDS = "a-a"
"""Tags of two adjectives and the hyphen between them."""
_JOINED = len(_TWO_LANDS)

_FIRM_AND_LAND = "xa"
"""Tags of a noun and the land behind it."""


def with_joined_lands(
    row: Sequence[Unit], sentence: Sequence[Word], lowered: Sequence[str], grammar: Grammar
) -> list[Unit]:
    """The row, two adjectives as one where they only say of one body whence it is: those of two sides stay two."""
    if _TWO_LANDS not in tags_of(row):
        return list(row)
    result: list[Unit] = []
    at = 0
    while at < len(row):
        if _are_joined(row, at, sentence) and _say_whence(row, at, sentence, lowered, grammar):
            result.append(row[at + 2]._replace(first=row[at].first))
            at += _JOINED
        else:
            result.append(row[at])
            at += 1
    return result


def with_bodies_of_lands(row: Sequence[Unit], lowered: Sequence[str], grammar: Grammar) -> list[Unit]:
    """The row, a noun of a firm as that of a body where a land and no name is behind it: "une société péruvienne"."""
    if _FIRM_AND_LAND not in tags_of(row):
        return list(row)
    return [
        unit._replace(tag="b", meaning="none") if _is_of_land(row, at, lowered, grammar) else unit
        for at, unit in enumerate(row)
    ]


def _is_of_land(row: Sequence[Unit], at: int, lowered: Sequence[str], grammar: Grammar) -> bool:
    if row[at].tag != "x" or at + 1 >= len(row) or row[at + 1].tag != "a":
        return False
    if at + 2 < len(row) and row[at + 2].tag in _NAMES:
        return False
    return grammar.phrase("own-bodies", lowered, row[at].first) == (1, _FIRM)


def _are_joined(row: Sequence[Unit], at: int, sentence: Sequence[Word]) -> bool:
    if tags_of(row[at : at + _JOINED]) != _TWO_LANDS:
        return False
    first, mark, second = (sentence[unit.first] for unit in row[at : at + _JOINED])
    return first.end == mark.start and mark.end == second.start and not second.is_capitalised


def _say_whence(
    row: Sequence[Unit], at: int, sentence: Sequence[Word], lowered: Sequence[str], grammar: Grammar
) -> bool:
    """Whether the noun of a company stands before two adjectives, or the name of a body behind them and no noun of a
    thing before, "l'accord franco-allemand Karvel"."""
    noun = at - 1
    while noun >= 0 and row[noun].tag in "et":
        noun -= 1
    if noun < 0:
        return False
    behind = row[at + _JOINED] if at + _JOINED < len(row) else None
    named = behind is not None and behind.tag in _NAMES and sentence[behind.first].is_capitalised
    named = named and behind is not None and (behind.name is None or behind.name.kind == "organisation")
    if row[noun].tag in "Db" and (named or row[noun].meaning == _FIRM):
        return True
    if named and row[noun].tag in "dg":
        return True
    kinds = ("body-kinds", "kind-nouns") if named else ("body-kinds",)
    told = (grammar.phrase(name, lowered, row[noun].last) for name in kinds)
    return any(kind is not None and kind[1] == _FIRM for kind in told)


_NAMES = frozenset("uqc")
"""Tags of names of bodies, known or not."""

_FIRM = "company"
