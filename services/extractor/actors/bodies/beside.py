"""Bare names of bodies in one sentence, by what stands beside them: "the firm Karvel", "Coface, the credit agency"."""

import re
from collections.abc import Sequence

from services.extractor.actors.bodies.line import LONGEST, SHORTEST_ACRONYM, Line
from services.extractor.actors.units import Unit

_NAME_BEFORE = re.compile(r"[uq](?:-?[uqt]){0,3}(?=,[dD])")
"""Tags of a name before the comma of an apposition with a determiner."""

_NAME_OF_THING = re.compile(r"[uq](?:-?[uq]){0,3}(?=,x)")
"""Tags of a name before the comma of a relative clause."""

_OF_OFFICE = re.compile(r"s[te]*o")
"""Tags of a genitive's mark and an office."""

_NOUN_PHRASE = 6
"""Units of a noun phrase, its determiner included."""


def before_its_kind(line: Line, at: int) -> Unit | None:
    """The body whose name stands before what kind of body it is: "Coface, the French export credit agency"."""
    if not _begins(line, at, "uqptao") or _is_place_or_titled(line, at):
        return None
    found = _NAME_BEFORE.match(line.tags(at, at + LONGEST))
    if found is None:
        return None
    end = at + found.end()
    if line.names_thing(end - 1, end) or (end == at + 1 and line.has("capital-nouns", at)):
        return None
    told = line.row[end + 1]
    if told.tag == "D" and _is_subject(line, at, end + 1):
        return None
    if told.tag == "D" and _OF_OFFICE.match(line.tags(end + 2, end + 2 + LONGEST)):
        return None  # "Ana Quispe, the union's president", but "Karvel, the airline's parent"
    kind = told.meaning if told.tag == "D" else _kind_behind(line, end + 2)
    return line.called(at, end, kind) if kind is not None and kind in line.grammar.kinds else None


def _is_subject(line: Line, at: int, described: int) -> bool:
    """Whether a description is the subject behind what opens its sentence: "Selon Karvel, la société a accepté"."""
    first = line.row[at].first
    opens = line.grammar.holds("fronting-words", line.lowered[:_OPENING])
    behind = line.row[described].last + 1
    while behind < len(line.words) and line.grammar.has_any(_BEFORE_VERBS, line.lowered[behind]):
        behind += 1
    verb = behind < len(line.words) and line.is_verb(line.lowered[behind])
    return opens and verb and "," not in line.lowered[:first]


_OPENING = 2
"""Words of a sentence among which stands the preposition that opens it: "D'après", "Toujours selon"."""

_BEFORE_VERBS = ("clitics", "negations", "reflexives")


def before_relative_of_things(line: Line, at: int) -> Unit | None:
    """The body whose name a relative of things takes up, where it is no place: "Karvel, which had offered"."""
    if not _begins(line, at, "uqptaog") or _is_place_or_titled(line, at):
        return None
    found = _NAME_OF_THING.match(line.tags(at, at + LONGEST))
    if found is None or not line.has("relatives-of-things", at + found.end() + 1):
        return None
    end = at + found.end()
    too_short = len(line.words[line.row[end - 1].last].text) < SHORTEST_ACRONYM  # "Annex C, which"
    dated = any(line.has(name, end - 1) for name in ("calendar-names", "month-names"))  # "in early April, which"
    if too_short or dated or line.names_thing(end - 1, end):
        return None
    return line.called(at, end, "organisation")


def behind_its_kind(line: Line, at: int) -> Unit | None:
    """The body whose name stands behind what kind of body it is: "the operator, Karvel Transit,", "the firm Karvel"."""
    if line.row[at].tag not in "uq" or at < 1:
        return None
    noun, comma = _noun_before(line, at)
    kind = _kind_here(line, noun)
    if kind is None or (comma and not _is_free(line, noun)):
        return None
    end = _end_of_bare_name(line, at)
    if line.is_capitalised(noun) and _is_portfolio(line, end):
        return None
    if comma and end < len(line.row) and line.row[end].tag not in ",.;:)":
        return None
    too_short = end == at + 1 and len(line.words[line.row[at].first].text) < SHORTEST_ACRONYM
    return None if too_short or line.names_thing(end - 1, end) else line.called(at, end, kind)


def behind_its_whence(line: Line, at: int) -> Unit | None:
    """The body whose name stands behind where it has its seat, in English: "Lima-based Karvel Investment"."""
    whence = line.row[at - 1] if at else None
    if whence is None or whence.tag != "x" or whence.last == whence.first:
        return None
    if not line.grammar.has("whence-participles", line.lowered[whence.last]):
        return None
    end = _end_of_bare_name(line, at)
    odd = end < len(line.row) and line.row[end].tag in "op"
    return None if odd or line.names_thing(end - 1, end) else line.called(at, end, "organisation")


def _is_portfolio(line: Line, end: int) -> bool:
    """Whether capitals are the first of what a minister is for: "Union Commerce and Industry Minister Ana Ruiz"."""
    name = line.row[end + 1].name if line.tags(end, end + 2) == "&o" else None
    return name is not None and name.office is not None and name.office.level == "minister"


def with_its_kind(line: Line, row: Sequence[Unit]) -> list[Unit]:
    """The row of a French sentence with each body as one unit with the noun before it that says what it is: "(les
    syndicats du) constructeur automobile Karvel". English has these in front of who acts, by other patterns."""
    result: list[Unit] = []
    for unit in row:
        start = len(result)
        if (
            unit.tag == "c"
            and unit.name is not None
            and unit.name.kind == "organisation"
            and line.words[unit.first].is_capitalised
        ):
            while start and result[start - 1].tag in "xaet" and line.words[result[start - 1].last].text.islower():
                start -= 1
                if _names_kind(line, result[start]):
                    unit = unit._replace(first=result[start].first)
                    del result[start:]
                    break
        result.append(unit)
    return result


def _names_kind(line: Line, unit: Unit) -> bool:
    found = line.grammar.phrase("kind-nouns", line.lowered, unit.first)
    return unit.tag == "x" and found is not None and unit.first + found[0] - 1 == unit.last


def _begins(line: Line, at: int, others: str) -> bool:
    """Whether a name begins here, and is no rest of one: no unit of these tags stands before it."""
    return line.row[at].tag in "uq" and not (at and line.row[at - 1].tag in others)


def _is_place_or_titled(line: Line, at: int) -> bool:
    """Whether the word before a name tells that it is that of a place or a person."""
    first = line.row[at].first
    before = line.lowered[first - 1] if first else ""
    return any(line.grammar.has(name, before) for name in ("towards-places", "locative", "titles"))


def _noun_before(line: Line, at: int) -> tuple[int, bool]:
    """Where the noun before a name would stand, and whether a comma parts them: "the operator, the Karvel"."""
    before = at - 1
    if line.row[before].tag == "d" and before and line.row[before - 1].tag == ",":
        before -= 1
    if line.row[before].tag == ",":
        return before - 1, True
    while before and line.row[before].tag in "ae" and not line.is_capitalised(before):
        before -= 1  # "le cimentier suisse Karvel"
    return before, False


def _kind_here(line: Line, at: int) -> str | None:
    """The kind of body that a common noun names, alone or with its determiner; with a capital where it opens."""
    if at < 0 or line.row[at].tag not in ("xbDGeu" if line.row[at].first == 0 else "xbDGe"):
        return None
    unit = line.row[at]
    if unit.tag == "D" and unit.meaning in line.grammar.kinds:
        return unit.meaning
    if unit.tag == "D" and unit.first != unit.last:
        return None
    found = line.grammar.phrase("kind-nouns", line.lowered, unit.last)
    return found[1] if found is not None and found[0] == 1 else None


def _kind_behind(line: Line, at: int) -> str | None:
    """The kind of body that a noun phrase names which begins here; None where its noun is another."""
    kind, told = None, -1
    for unit in line.row[at : at + LONGEST]:
        found = line.grammar.phrase("kind-nouns", line.lowered, unit.last)
        ends = unit.tag in ",.;:)gd" or line.grammar.has("relatives", line.lowered[unit.first])
        if ends or line.grammar.phrase("prepositions", line.lowered, unit.first):
            return kind
        if unit.tag not in "xaetubGls'-":
            return None
        if unit.last > told:  # "Group" tells less than "pressure group".
            kind, told = (found[1], unit.last + found[0] - 1) if found is not None else (None, -1)
    return None


def _is_free(line: Line, at: int) -> bool:
    """Whether the noun phrase that ends here hangs on no other: in "the head of the union, Ana Quispe," it does."""
    for back in range(at, max(at - _NOUN_PHRASE, -1), -1):
        unit = line.row[back]
        if unit.tag in "Dd":
            before = line.row[back - 1] if back else None
            if before is None or unit.first == 0:
                return True
            return before.tag != "g" and not line.grammar.has("owner-nouns-links", line.lowered[before.last])
        if unit.tag in ",.;:g&":
            return False
    return False


def _end_of_bare_name(line: Line, at: int) -> int:
    """Behind the last unit of a run of capitalised words, with what "de" or a hyphen brings: "Laiterie de l'Ouest"."""
    end = at + 1
    while end < len(line.row) and end - at < LONGEST:
        if line.row[end].tag in "uqb" and line.is_capitalised(end):
            end += 1
        elif line.is_glued(end - 1) and line.is_capitalised(end + 1):
            end += 2
        elif line.row[end].tag == "g" and (inner := _capital_behind(line, end + 1)) is not None:
            end = inner
        else:
            break
    return min(end, len(line.row))


def _capital_behind(line: Line, at: int) -> int | None:
    """Behind the capitalised word that a link brings, an article before it or not."""
    if at < len(line.row) and line.row[at].tag == "d":
        at += 1
    return at + 1 if at < len(line.row) and line.row[at].tag == "u" and line.is_capitalised(at) else None
