"""Bare names of bodies in one sentence, by what is told of them: "Karvel said it had agreed", or by a union beside
them: "the Dockers Union and Karvel"."""

import re

from services.extractor.actors.bodies.line import LONGEST, SHORTEST_ACRONYM, Line
from services.extractor.actors.units import ALL, Unit

_NAME = re.compile(r"[uq]{1,4}")
"""Tags of a bare name."""


def beside_a_union(line: Line, at: int) -> Unit | None:
    """The employer beside a union, or whoever is one of two sides: "the Dockers Union and Karvel reached a deal",
    "talks between the union and Karvel", "talks between the Dockers Association and Karvel"."""
    before = line.row[at - 1] if at > 1 else None
    if before is None or before.tag != "&":
        return None
    kind, end = _kind_of(line, at - 2), _name_end(line, at)
    if kind is None or end is None or not (kind == _UNION or _is_between(line, at)):
        return None
    odd = end < len(line.row) and line.row[end].tag in "-cpobs"
    return None if odd or line.names_thing(end - 1, end) else line.called(at, end, "company")


def before_a_union(line: Line, at: int) -> Unit | None:
    """The employer who is named before the union, where something is between them: "entre Karvel et le syndicat"."""
    before = line.row[at - 1] if at else None
    if before is None or not line.grammar.has("reciprocal-markers", line.lowered[before.last]):
        return None
    end = _name_end(line, at)
    if end != at + 1 or line.tags(end, end + 1) != "&" or end + 1 >= len(line.row) or line.names_thing(at, end):
        return None  # more words than one may be a person's
    return line.called(at, end, "company") if _is_of_unions(line, end + 1) else None


def _is_of_unions(line: Line, at: int) -> bool:
    """Whether unions are named or described there."""
    at += line.row[at].tag == "d" and at + 1 < len(line.row)
    name = line.row[at].name
    if name is not None and any(party.kind == _UNION for party in name.parties):
        return True
    return (line.row[at].meaning or "").removeprefix(ALL) == _UNION or _kind_of(line, at) == _UNION


_UNION = "union"


def _kind_of(line: Line, at: int) -> str | None:
    """The kind of body that is named or described there, of one in small letters where it is a union."""
    if line.row[at].meaning == _UNION:
        return _UNION
    found = line.grammar.phrase("body-kinds", line.lowered, line.row[at].last) if line.is_capitalised(at) else None
    return found[1] if found is not None else None


def _is_between(line: Line, at: int) -> bool:
    """Whether "between" stands some words before a unit."""
    first = line.row[at].first
    return line.grammar.holds("reciprocal-markers", line.lowered[max(0, first - LONGEST) : first])


def _name_end(line: Line, at: int) -> int | None:
    """Behind the bare name that begins at a unit and is no rest of a longer one; None where none does."""
    if line.row[at].tag not in "uq" or (at and line.row[at - 1].tag in "uqptaoc"):
        return None
    found = _NAME.match(line.tags(at, at + LONGEST))
    if found is None or line.has("titles", at) or line.has("capital-nouns", at):
        return None
    end = at + found.end()
    short = end == at + 1 and len(line.words[line.row[at].first].text) < SHORTEST_ACRONYM
    return None if short or not line.is_capitalised(at) else end
