"""People of a group told of by its noun in the singular, as English does: "rebel leaders", "Muslim guerrilla
negotiators", "the rebel delegation", "opposition groups"."""

from collections.abc import Sequence

from services.extractor.actors.units import OFFICIAL, Unit, tags_of
from services.extractor.grammar import Grammar

_FILLERS = 2
"""Words between the noun of the group and its people that say at what they act: "rebel peace negotiators"."""

_SHORTENED = "xeuabt"
"""Tags of words that may be one before such a noun: of what faith, people or part of the land they are."""


def with_compounds(row: Sequence[Unit], lowered: Sequence[str], grammar: Grammar) -> list[Unit]:
    """The row, each such phrase as one unit of people who act together, what only describes them before it as rank."""
    if not grammar.openings("compound-openers", lowered) and "G" not in tags_of(row):
        return list(row)  # Most sentences.
    result: list[Unit] = []
    at = 0
    while at < len(row):
        noun = _noun(row[at], lowered, grammar)
        end = _end_of_compound(row, at, noun, lowered, grammar) if noun is not None else None
        if end is not None and noun is not None:
            result += [Unit("d", row[at].first, noun - 1)] if noun > row[at].first else []
            result.append(_compound(noun, row[end - 1].last, lowered, grammar))
        else:
            result.append(row[at])
        at = end or at + 1
    for place, unit in enumerate(result):
        if unit.tag == "G" and grammar.phrase("compound-openers", [_singular(lowered[unit.first])], 0) is not None:
            _rank(result, place, lowered, grammar)
    return result


def _compound(first: int, last: int, lowered: Sequence[str], grammar: Grammar) -> Unit:
    """The unit of such a phrase: people who fight, or those who act for the opposition."""
    kind = grammar.phrase("compound-openers", lowered, first)
    if grammar.has("opposition-nouns", lowered[first]):
        return Unit("b", first, last, meaning=OFFICIAL)
    return Unit("G", first, last, meaning=kind[1] if kind is not None else None)


def _noun(unit: Unit, lowered: Sequence[str], grammar: Grammar) -> int | None:
    """The word of a unit that is such a noun, its first, or its last behind an article: "the opposition"."""
    first = unit.last if unit.tag == "D" and grammar.has("articles", lowered[unit.first]) else unit.first
    return first if grammar.phrase("compound-openers", lowered, first) is not None else None


def _end_of_compound(row: Sequence[Unit], at: int, first: int, lowered: Sequence[str], grammar: Grammar) -> int | None:
    """Behind the last unit of the people whose group's noun stands in a unit; None where they do not follow."""
    head = first + 1
    while head < len(lowered) and head - first <= _FILLERS and grammar.has("compound-fillers", lowered[head]):
        head += 1
    found = grammar.phrase("compound-people", lowered, head) if head < len(lowered) else None
    one = found is None and head < len(lowered) and grammar.has("compound-persons", lowered[head])
    last = head if one else head + found[0] - 1 if found is not None else -1
    end = next((place + 1 for place in range(at, len(row)) if row[place].last == last), None)
    if end is None or (one and _is_somebody(row, end)) or _is_named(row, end, head, lowered, grammar):
        return None
    return end


def _is_named(row: Sequence[Unit], behind: int, noun: int, lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether the name of a body stands right behind its noun: "the rebel movement Ruhal"."""
    body = any(grammar.phrase(name, lowered, noun) is not None for name in ("body-kinds", "kind-nouns"))
    return body and behind < len(row) and row[behind].tag in "cqu"


def _is_somebody(row: Sequence[Unit], behind: int) -> bool:
    """Whether the name follows of the one who is told of: "rebel chief Ana Quispe", "the rebel chief, Ana Quispe"."""
    behind += behind < len(row) and row[behind].tag == ","
    return behind < len(row) and row[behind].tag in "upqt"


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _rank(row: list[Unit], people: int, lowered: Sequence[str], grammar: Grammar) -> None:
    """Mark as titles the words before people that say of what faith, people or part of the land they are."""
    at = people - 1
    while at >= 0 and row[at].tag in _SHORTENED and grammar.has_any(_DESCRIBING, lowered[row[at].first]):
        row[at] = Unit("t", row[at].first, row[at].last)
        at -= 1


_DESCRIBING = ("creeds", "compound-fillers")
"""Classes of words that only describe people: "Muslim separatist rebels"."""
