"""Branches of bodies, called by a name and another with a hyphen: "UMP-Marne"; that of a union acts for it."""

from services.extractor.actors.bodies.line import SHORTEST_ACRONYM, Line
from services.extractor.actors.entity import Party
from services.extractor.actors.tables import slug
from services.extractor.actors.units import Unit
from services.extractor.text.words import fold

_BRANCHED = frozenset({"union", "political-party", "employer"})
"""Kinds of bodies whose branches are called so."""


def branch(line: Line, at: int) -> Unit | None:
    """A branch of a body, or two that act as one: "UMP-Marne", "UTS-UGTG"; not two known ones ("CGT-CFDT").

    Of a union's branches the press tells as of the union: "CGT-Spectacle" is the CGT.
    """
    unit = line.row[at]
    known = unit.name.parties[0] if unit.tag == "c" and unit.name is not None and unit.name.parties else None
    if unit.tag == "q" and len(line.words[unit.first].text) < SHORTEST_ACRONYM:
        return None
    if unit.tag != "q" and (known is None or known.kind not in _BRANCHED):
        return None
    end = at
    while line.is_glued(end) and line.row[end + 2].tag in "uqlc" and line.is_capitalised(end + 2):
        other = line.row[end + 2].name
        if known is not None and other is not None and other.kind == "organisation":
            return None
        end += 2
    if end == at:
        return None
    stretch = line.stretch(at, end + 1)
    if known is not None and known.kind == "union":
        return line.unit(stretch, known)
    name = "".join(word.text for word in line.words[stretch.start : stretch.stop])
    party = Party(f"org:{slug(name)}", name, known.kind if known is not None else "organisation")
    return line.unit(stretch, line.memory.aliases.setdefault(fold(name), party))
