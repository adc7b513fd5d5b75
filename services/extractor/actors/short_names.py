"""Short names in brackets between a body and its people, which part nothing: "Leader of the Dockers' League (DL) Ana
Ruiz", "Dockers' League (DL) leader Ana Ruiz"."""

import re
from collections.abc import Sequence

from services.extractor.actors.units import Unit

_BRACKET = r"c(?P<bracket>\([qcu]\))"
_OF_BODY = re.compile(rf"o(?:-?t*o)*t*O?g+d?[te]*(?P<body>{_BRACKET})(?=,?t*[pu])")
_BODYS = re.compile(rf"(?P<body>{_BRACKET})(?=s?[te]*o)")


def with_short_names(row: Sequence[Unit]) -> Sequence[Unit]:
    """The row, each body whose people are told of in one unit with its short name in brackets."""
    tags = "".join([unit.tag for unit in row])
    if "c(" not in tags:
        return row
    bodies = {found.start("body") for pattern in (_OF_BODY, _BODYS) for found in pattern.finditer(tags)}
    bodies = {at for at in bodies if _is_short_name(row[at], row[at + 2])}
    result: list[Unit] = []
    for at, unit in enumerate(row):
        if at in bodies:
            result.append(unit._replace(last=row[at + _BRACKETED].last))
        elif not any(at - back in bodies for back in range(1, _BRACKETED + 1)):
            result.append(unit)
    return result


_BRACKETED = 3
"""Units of a bracket that holds one name."""


def _is_short_name(body: Unit, inside: Unit) -> bool:
    """Whether brackets hold letters of a body, or its own other name: no town, no other body."""
    if body.name is None or body.name.kind != "organisation":
        return False
    return inside.name is None or (bool(inside.name.parties) and inside.name.parties == body.name.parties)
