"""Bodies of a town, a county or a school, named by a common noun beside the place: "the Denver city council",
"la mairie de Lyon"."""

import re

from services.extractor.actors.bodies.line import LONGEST, Line
from services.extractor.actors.units import Unit

TOWN = "town"
"""Kind of body that a town is: whoever speaks for it, mayor or town hall, speaks as the town."""

_OF_A_PLACE = "ulqc"
"""Tags of units that may name the place."""


def behind_its_place(line: Line, at: int) -> Unit | None:
    """The body whose noun follows its place: "the Maple Grove school district", "the Maple Grove School District"."""
    end = _behind_place(line, at)
    noun = None
    while end > at and noun is None:  # In capitals the noun looks like more of the place.
        if end < len(line.row):
            noun = line.grammar.phrase("nouns-behind-places", line.lowered, line.row[end].first)
        end -= noun is None
    if noun is None:
        return _of_mayor(line, at, _behind_place(line, at))
    last = _unit_of(line, end, line.row[end].first + noun[0] - 1)
    if noun[1] == TOWN:
        return _of_mayor(line, at, end)
    return line.called(at, last + 1, noun[1]) if last is not None else None


def _of_mayor(line: Line, at: int, end: int) -> Unit | None:
    """A town by the mayor behind it of whom no table knows more: "Leeds Mayor Ana Ruiz", "Lima's mayor"."""
    mayor = end + (end > at and end < len(line.row) and line.row[end].tag == "s")
    if not at < mayor < len(line.row):
        return None
    noun = line.grammar.phrase("nouns-behind-places", line.lowered, line.row[mayor].first)
    known = mayor + 1 < len(line.row) and line.row[mayor + 1].tag == "p"
    if noun is None or noun[1] != TOWN or known:
        return None
    return line.placed(range(line.row[at].first, line.row[mayor].last + 1), line.stretch(at, end), TOWN)


def before_its_place(line: Line, at: int) -> Unit | None:
    """The body whose place its noun brings by "of": "le conseil départemental de la Loire"."""
    noun = line.grammar.phrase("nouns-before-places", line.lowered, line.row[at].last)
    if noun is None:
        return None
    joint = _unit_of(line, at, line.row[at].last + noun[0] - 1)
    mayor = line.grammar.has("town-heads", line.lowered[line.row[at].last])
    if joint is not None and mayor:
        joint = _behind_party(line, joint)
    if joint is None or joint + 1 >= len(line.row) or line.row[joint + 1].tag != "g":
        return None
    place = joint + 2
    while place < len(line.row) and line.row[place].tag == "d":
        place += 1
    end = _behind_place(line, place)
    if end == place:
        return None
    if mayor:
        end = _before_holder(line, place, end)
    stretch = range(line.row[at].last, line.row[end - 1].last + 1)
    if noun[1] != TOWN:
        return line.named(stretch, noun[1])
    by_noun = line.grammar.shows("compounds") and not line.grammar.has("town-heads", line.lowered[stretch.start])
    if by_noun and not _acts(line, stretch.start):
        return None
    return line.placed(stretch, line.stretch(place, end), TOWN)


def _behind_party(line: Line, mayor: int) -> int:
    """The unit before "of" where it is said of a mayor between of which party he is: "le maire (PS) de Sarville", "la
    maire écologiste de Sarville"."""
    told = _PARTY_OF.match(line.tags(mayor + 1, mayor + 1 + LONGEST))
    if told is None or any(line.is_verb(line.lowered[unit.first]) for unit in line.row[mayor + 1 : mayor + told.end()]):
        return mayor
    return mayor + told.end()


_PARTY_OF = re.compile(r"(?:\([cqxu]{1,3}\)|[axetcq]{1,2})(?=g)")
"""Tags of what says of which party somebody is."""


def _acts(line: Line, noun: int) -> bool:
    """Whether a town by its noun may be who acts, and not where something is or what is left: "the city of Leeds" opens
    a clause, or stands behind "with" or "by"."""
    first = noun
    while first and noun - first < _DESCRIBED and line.grammar.has("determiners", line.lowered[first - 1]):
        first -= 1
    if not first or not line.lowered[first - 1][0].isalnum():
        return True
    return line.grammar.has_any(_BEFORE_WHO_ACTS, line.lowered[first - 1])


_DESCRIBED = 2
"""Words before the noun of a town: its article."""

_BEFORE_WHO_ACTS = ("coordinators", "complementizers", "comitative-markers", "reciprocal-markers", "passive-markers")


def _before_holder(line: Line, place: int, end: int) -> int:
    """Where a town ends behind which its mayor is named: "le maire de Quimper Loïc Kerouan". Names of towns in capitals
    that no table knows hang together by hyphens, but for an article before them."""
    behind = place + 1
    while behind < end and line.row[behind].tag == "-":
        behind += 2
    named = line.grammar.has("articles", line.lowered[line.row[place].first]) and behind == place + 1
    behind += named
    return behind if end - behind >= _FULL_NAME else end


_FULL_NAME = 2
"""Words of who bears an office."""


def _behind_place(line: Line, at: int) -> int:
    """Behind the capitalised words that name a place here, hyphens between them."""
    end = at
    while end < len(line.row) and end - at < LONGEST and _is_of_place(line, end):
        end += 1
        while line.is_glued(end - 1) and end + 1 < len(line.row):
            small = line.is_glued(end + 1) and not line.is_capitalised(end + 1)  # "Villars-sur-Ombre"
            if not line.is_capitalised(end + 1) and not small:
                break
            end += 2
    return end


def _is_of_place(line: Line, at: int) -> bool:
    unit = line.row[at]
    name = unit.name
    body = name is not None and name.kind not in ("capital", "place")
    return unit.tag in _OF_A_PLACE and line.is_capitalised(at) and not body


def _unit_of(line: Line, at: int, word: int) -> int | None:
    """The unit that ends with a word, from a unit on; None where one goes on beyond it."""
    while at < len(line.row) and line.row[at].last < word:
        at += 1
    return at if at < len(line.row) and line.row[at].last == word else None
