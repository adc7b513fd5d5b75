"""Lands and bodies that a hyphen ties to a participle in English, which only say whence somebody is or who backs him:
"with Lima-based Karvel Steel", "the UN-backed government", "Norway-backed rebels"."""

from collections.abc import Sequence

from services.extractor.actors.units import Unit
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_DASHES = frozenset("-–")

_NAMED = "calqmubDGxe"
"""Tags of what may be tied to a participle."""

_TIED = 3
"""Units of what is tied: the name, the hyphen and the participle."""


def with_tied(row: Sequence[Unit], sentence: Sequence[Word], grammar: Grammar) -> list[Unit]:
    """The row, what is tied before people or a body of government as an adjective of theirs, and before any name where
    it only says whence that is."""
    if not _has_dash(sentence):
        return list(row)
    result: list[Unit] = []
    at = 0
    while at < len(row):
        behind = at + _TIED
        if behind < len(row) and row[at].tag in _NAMED and is_tied(row[at].last + 1, sentence, grammar):
            people = next((unit.tag for unit in row[behind:] if unit.tag not in "et"), "x")
            whence = grammar.has("whence-participles", sentence[row[behind - 1].last].text)
            if people in "Gb" or whence:
                result.append(Unit("e" if people in "Gb" else "x", row[at].first, row[behind - 1].last))
                at = behind
                continue
        result.append(row[at])
        at += 1
    return result


def as_adjectives(row: Sequence[Unit], sentence: Sequence[Word]) -> list[Unit]:
    """The row, names that have no adjective as one where a hyphen ties them to another's: "the EU-Norwegian deal"."""
    found = list(row)
    for at, unit in enumerate(row[:-_JOINT] if _has_dash(sentence) else ()):
        pair = unit.tag == "c" and unit.name is not None and unit.name.kind in _PLAIN and row[at + _JOINT].tag == "a"
        if pair and _is_glued(unit.last + 1, sentence):
            found[at] = unit._replace(tag="a")
    return found


_JOINT = 2
"""Units from a name to the adjective that a hyphen ties to it."""

_PLAIN = frozenset({"country", "organisation"})
"""Kinds of names that English puts before a noun as they are."""


def is_tied(hyphen: int, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a hyphen without spaces stands at a word, and such a participle behind it."""
    return _is_glued(hyphen, sentence) and grammar.has("tied-participles", sentence[hyphen + 1].text)


def _has_dash(sentence: Sequence[Word]) -> bool:
    return not _DASHES.isdisjoint(lower(sentence))


def _is_glued(hyphen: int, sentence: Sequence[Word]) -> bool:
    """Whether a hyphen without spaces stands at a word."""
    if hyphen < 1 or hyphen + 1 >= len(sentence) or sentence[hyphen].text not in _DASHES:
        return False
    return sentence[hyphen - 1].end == sentence[hyphen].start and sentence[hyphen].end == sentence[hyphen + 1].start


def beyond_tied(
    markers: dict[int, tuple[str, int]], sentence: Sequence[Word], grammar: Grammar
) -> dict[int, tuple[str, int]]:
    """The prepositions by the word that they bring, also by the name behind what is tied: "with the Lima-based | Karvel
    Steel"."""
    found = dict(markers)
    for hyphen in range(1, len(sentence) - 2) if _has_dash(sentence) else ():
        if not is_tied(hyphen, sentence, grammar) or not sentence[hyphen + 2].text[0].isalnum():
            continue
        first = hyphen - 1
        while first and first not in markers and sentence[first - 1].is_capitalised:
            first -= 1
        if first and first not in markers and grammar.has("determiners", sentence[first - 1].lower):
            first -= 1
        if first in markers:
            found.setdefault(hyphen + 2, markers[first])
    return found
