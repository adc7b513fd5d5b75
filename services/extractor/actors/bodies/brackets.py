"""Short names in brackets behind long ones: "National Union of Dock Workers (NUDW)"."""

import re

from services.extractor.actors.bodies.line import Line
from services.extractor.actors.entity import Party

_REACH = 12
"""Units from the noun of a name to the bracket that holds its acronym."""


def acronym(line: Line, end: int) -> str | None:
    """The acronym that no table knows in brackets behind a name."""
    found = re.fullmatch(r"\([qu]\)", line.tags(end, end + 3))
    return line.words[line.row[end + 1].first].text if found is not None else None


def known_behind(line: Line, end: int) -> Party | None:
    """The body of the tables whose short name stands in brackets behind a long one: "South American Union (Unasur)"."""
    if line.tags(end, end + 3) != "(c)":
        return None
    name = line.row[end + 1].name
    if name is None or name.kind != "organisation" or not name.parties:
        return None
    return name.parties[0]


def bracket(line: Line, at: int) -> int | None:
    """Where the bracket with the acronym of a name opens, if no other mark stands before it."""
    found = re.match(r"[^,.;:()\"]+(?=\([quc]\))", line.tags(at + 1, at + _REACH + 3))
    return at + 1 + found.end() if found is not None and found.end() <= _REACH else None


def learn_initials(line: Line, at: int) -> None:
    """Remember the letters in brackets behind a name of the tables where they are written as a word: "(Num)"."""
    unit = line.row[at]
    short = acronym(line, at + 1) if unit.tag == "c" and unit.name is not None else None
    if short is None or unit.name is None or unit.name.kind != "organisation" or not unit.name.parties:
        return
    first = [word.text[0] for word in line.words[unit.first : unit.last + 1] if word.is_capitalised]
    opened = len(first) > len(short) and line.has("articles", at)
    if "".join(first[opened:]).lower() == short.lower():
        line.remember(unit.name.parties[0], short)
