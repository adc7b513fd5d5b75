"""Bodies that the text introduces by their own name, and those that it introduced before.

"The Semiconductor Industry Association", "American Motors Corp", "National Union of Dock Workers (NUDW)" and later
"the NUDW", "American Motors": what is found becomes one unit, like a name that the tables know.
"""

from collections.abc import Callable, Sequence
from functools import cache

from services.extractor.actors.bodies.ampersands import tied_by_ampersand
from services.extractor.actors.bodies.beside import (
    before_its_kind,
    before_relative_of_things,
    behind_its_kind,
    behind_its_whence,
    with_its_kind,
)
from services.extractor.actors.bodies.brackets import in_quotes, learn_initials, learn_listed, spelt_out
from services.extractor.actors.bodies.branches import branch
from services.extractor.actors.bodies.capitals import noun_among_capitals
from services.extractor.actors.bodies.doing import before_a_union, beside_a_union
from services.extractor.actors.bodies.line import LONGEST, Line
from services.extractor.actors.bodies.local import before_its_place, behind_its_place
from services.extractor.actors.bodies.small_letters import going_on_small, with_its_letters
from services.extractor.actors.memory import Memory
from services.extractor.actors.units import Unit
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word, fold


def introduced(
    sentence: Sequence[Word], row: Sequence[Unit], grammar: Grammar, memory: Memory, is_verb: Callable[[str], bool]
) -> list[Unit]:
    """The row with each body that it introduces, or that the text introduced before, as one unit.

    `is_verb` tells of a word in lower case whether it may be a finite verb or an infinitive.
    """
    if all(word.text.isupper() for word in sentence if word.text.isalpha()):
        return list(row)  # A line in capitals does not tell names from other words.
    line = Line.of(sentence, _opened(sentence, row, grammar, is_verb), grammar, memory, is_verb)
    result: list[Unit] = []
    reached = -1
    for at, unit in enumerate(line.row):
        if unit.first <= reached:
            continue
        if line.has_bracket:
            learn_initials(line, at)
            learn_listed(line, at)
        elif unit.first not in line.beginnings and unit.last not in line.beginnings:
            result.append(unit)  # Most units.
            reached = unit.last
            continue
        found = _body(line, at)
        if found is not None and found.first > unit.first:
            result.append(Unit("d", unit.first, found.first - 1))
        result.append(found or unit)
        reached = result[-1].last
    return result if grammar.shows("compounds") else with_its_kind(line, result)


def _opened(
    sentence: Sequence[Word], row: Sequence[Unit], grammar: Grammar, is_verb: Callable[[str], bool]
) -> Sequence[Unit]:
    """The row with "The Guild" before "of" as two words: it begins a name and describes nobody. What a name says a body
    is for ties its words as "of" does: "the Front for Renewal", "the Movement for a Free Press"."""
    lowered = lower(sentence)
    tied = {}
    if grammar.places("name-links", lowered):
        for before in range(len(row)):
            if (end := _for_what(row, before, sentence, lowered, grammar)) is not None:
                tied[before + 1] = end
    if not tied and not [unit for unit in row if unit.tag == "D" and sentence[unit.last].is_capitalised]:
        return row
    found: list[Unit] = []
    at = 0
    while at < len(row):
        unit = row[at]
        if at in tied:
            found.append(Unit("g", unit.first, row[tied[at] - 1].last))
            at = tied[at]
            continue
        behind = tied.get(at + 1, at + 2)
        opens = unit.tag == "D" and sentence[unit.last].is_capitalised and behind < len(row)
        links = opens and (at + 1 in tied or row[at + 1].tag == "g")
        if links and not is_verb(sentence[row[behind].first].text):
            covered = range(unit.first, unit.last + 1)
            found += [Unit("d" if index < unit.last else "u", index, index) for index in covered]
        else:
            found.append(unit)
        at += 1
    return found


def _for_what(
    row: Sequence[Unit], at: int, sentence: Sequence[Word], lowered: Sequence[str], grammar: Grammar
) -> int | None:
    """Where the capitals begin that a noun of a body among capitals has behind "for", an article between."""
    unit, behind = row[at], at + 2
    if behind >= len(row) or unit.tag not in "uD" or not sentence[unit.last].is_capitalised:
        return None
    if not grammar.has("name-links", lowered[row[at + 1].first]):
        return None
    kind = grammar.phrase("body-kinds", lowered, unit.last)
    if kind is None or kind[1] not in _WITH_AIMS:
        return None
    behind += row[behind].tag == "d" and behind + 1 < len(row)
    return behind if row[behind].tag in "ueb" and sentence[row[behind].first].is_capitalised else None


_WITH_AIMS = frozenset({"armed-group", "movement", "political-party", "union", "igo"})
"""Kinds of bodies that have their aim in their name."""


def _known_again(line: Line, at: int) -> Unit | None:
    """The longest run of unknown capitalised words here that the text has used as a name of a body."""
    if line.row[at].tag not in "uqatG" or not line.is_capitalised(at):
        return None
    for end in range(min(at + LONGEST, len(line.row)), at, -1):
        stretch = line.stretch(at, end)
        party = line.memory.aliases.get(fold(line.text(stretch)))
        if party is not None:
            return line.unit(stretch, party)
    return None


_Way = Callable[[Line, int], Unit | None]

_WAYS: Sequence[tuple[_Way, str]] = (
    (before_its_place, ""),
    (tied_by_ampersand, "uqx"),
    (branch, "qc"),
    (_known_again, "uqatG"),
    (going_on_small, "Dub"),
    (with_its_letters, ""),
    (noun_among_capitals, "uatbqlcmGeD"),
    (behind_its_place, "ulqc"),
    (before_its_kind, "uq"),
    (behind_its_kind, "uq"),
    (behind_its_whence, "uq"),
    (before_relative_of_things, "uq"),
    (beside_a_union, "uq"),
    (before_a_union, "uq"),
)
"""How a body may be named, the surest way first, and the tags of the units with which a name so begins, if not all."""


@cache
def _ways(tag: str) -> Sequence[_Way]:
    """How a body may be named whose name begins with a unit of this tag."""
    return [way for way, tags in _WAYS if not tags or tag in tags]


def _body(line: Line, at: int) -> Unit | None:
    """The body whose name begins at a unit, in the first way in which one is found."""
    unit = line.row[at]
    if line.has_bracket and (told := spelt_out(line, at) or in_quotes(line, at)) is not None:
        return told
    if not (line.words[unit.first].is_capitalised or line.words[unit.last].is_capitalised):
        # No other name begins here: most units.
        found = with_its_letters(line, at) if line.has_bracket else None
        return found or (before_its_place(line, at) if unit.last in line.place_nouns else None)
    return next((found for way in _ways(unit.tag) if (found := way(line, at)) is not None), None)
