"""Short names in brackets, behind long ones, "National Union of Dock Workers (NUDW)", or of many, "two unions (NUDW,
UMW)"."""

import re

from services.extractor.actors.bodies.line import Line
from services.extractor.actors.entity import UNTOLD, Party
from services.extractor.actors.tables import slug
from services.extractor.actors.units import ALL, Unit
from services.extractor.text.words import fold

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


def spelt_out(line: Line, at: int) -> Unit | None:
    """The long name that brackets spell out behind its letters: "la NUDW (Union nationale des dockers, fondée en
    2001)"; it tells nobody new, and the body is known by it from here on."""
    if at < _SHORT or line.row[at - 1].tag != "(" or line.row[at - _SHORT].tag not in "qc":
        return None
    short = line.words[line.row[at - _SHORT].last].text
    end = next((one for one in range(at, len(line.row)) if line.row[one].tag in "),;"), at)
    stretch = line.stretch(at, end) if end > at + 1 else range(0)
    if not (short.isupper() and stretch and spells(short, line.text(stretch))):
        return None
    party = line.memory.aliases.get(fold(short))
    if line.row[at - _SHORT].tag == "q":
        line.remember(party or Party(f"org:{slug(short)}", short, UNTOLD), line.text(stretch), short)
    return Unit("x", stretch[0], stretch[-1])


_SHORT = 2
"""Units from the first word in brackets back to the letters before them."""


def spells(short: str, long: str) -> bool:
    """Whether letters are the first ones of words of a name, in their order, that of its first word among them."""
    initials = iter(fold(word)[0] for word in long.split(" ") if word[0].isalpha())
    letters = fold(short)
    return fold(long).startswith(letters[0]) and all(letter in initials for letter in letters)


def in_quotes(line: Line, at: int) -> Unit | None:
    """The body named in quotation marks whose letters stand in brackets behind: 'le parti "Norvège libre" (NL)'."""
    if line.row[at].tag != '"' or at + 1 >= len(line.row) or not line.words[line.row[at + 1].first].is_capitalised:
        return None
    end = next((one for one in range(at + 2, min(at + _REACH, len(line.row))) if line.row[one].tag == '"'), None)
    short = acronym(line, end + 1) if end is not None else None
    if end is None or short is None or not short.isupper():
        return None
    name = line.text(line.stretch(at + 1, end))
    kind = _kind(line, line.row[at - 1]) if at else None
    of_thing = kind is None and at > 0 and not line.is_closed(at - 1) and line.lowered[line.row[at - 1].last].isalpha()
    if of_thing or short in line.memory.things or line.has("thing-nouns", at + 1) or not spells(short, name):
        return None  # "le plan « Horizon vert » (HV)"
    party = line.memory.aliases.get(fold(short)) or Party(f"org:{slug(short)}", name, kind or UNTOLD)
    line.remember(party, name, short)
    return line.unit(range(line.row[at].first, line.row[end + _BRACKETS].last + 1), party)


_BRACKETS = 3
"""Units of letters in brackets."""


def apposed_letters(line: Line, at: int, name: str) -> str | None:
    """The letters of a body that stand before its name, a comma between: "la NUDW, la Fédération des dockers"."""
    before = at - (line.row[at].tag != "D") - 1
    if before < 1 or line.row[before].tag != "," or line.row[before - 1].tag not in "qc":
        return None
    letters = line.row[before - 1]
    short = line.words[letters.last].text
    return short if short.isupper() and letters.first == letters.last and spells(short, name) else None


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


_LISTED = re.compile(r"\((?:[quc],)*[quc](?:,|,?&)[quc]\)")
"""Units of names in brackets, two or more."""


def learn_listed(line: Line, at: int) -> None:
    """Remember whom brackets name behind a noun of several bodies: "deux fédérations d'employeurs (UNAF, SYGEC)"."""
    if line.row[at].tag != "(" or not at:
        return
    listed = _LISTED.match(line.tags(at, len(line.row)))
    kind = _kind_of_many(line, at - 1) if listed is not None else None
    if listed is None or kind is None:
        return
    for unit in line.row[at + 1 : at + listed.end()]:
        name = line.words[unit.first].text
        if unit.tag in "qu" and slug(name):
            line.remember(Party(f"org:{slug(name)}", name, kind), name)


def _kind_of_many(line: Line, last: int) -> str | None:
    """What kind of bodies the noun phrase before brackets means, where it means several."""
    for at in range(last, max(-1, last - _NOUN), -1):
        if not any(_counts(line, one) for one in (at, at - 1) if one >= 0):
            continue
        return next(filter(None, (_kind(line, line.row[one]) for one in range(at, last + 1))), None)
    return None


def _counts(line: Line, at: int) -> bool:
    """Whether a unit opens a noun phrase of several."""
    return any(line.has(name, at) for name in ("plural-determiners", "two", "prenominal-plurals"))


def _kind(line: Line, unit: Unit) -> str | None:
    """The kind of bodies that a unit tells: people who act together, or a noun in the plural."""
    told = (unit.meaning or "").removeprefix(ALL) if unit.tag in "GD" else ""
    if told in line.grammar.kinds or told in _WITHOUT_NOUN:
        return told
    noun = line.lowered[unit.last].removesuffix("s")
    found = line.grammar.phrase("body-kinds", [noun], 0)
    return found[1] if found is not None else None


_WITHOUT_NOUN = frozenset({"employer"})
"""Kinds of people who act together of which no noun of bodies tells."""

_NOUN = 4
"""Units from brackets back to the noun of those whom they name, of whose trade they are between."""
