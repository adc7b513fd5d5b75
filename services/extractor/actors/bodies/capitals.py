"""Names that are a run of capitals around a noun of body: "The Semiconductor Industry Association"."""

from collections.abc import Sequence
from typing import NamedTuple

from services.extractor.actors.bodies.brackets import acronym, apposed_letters, known_behind
from services.extractor.actors.bodies.line import LONGEST, SHORTEST_ACRONYM, Line
from services.extractor.actors.entity import Party
from services.extractor.actors.parliaments import PARLIAMENT
from services.extractor.actors.tables import slug
from services.extractor.actors.units import OFFICIAL, Unit

_COMMON = "uatbqlcmGe"
"""Tags of units that may stand inside the name of a body if they are capitalised."""

_NEW = "uqtbGe"
"""Of these one at least must be there: a country and a noun alone ("Russian Federation") are that country."""

_OF_PEOPLE = ("movement", "igo", "union")
"""Kinds that a word of unions inside the name makes unions."""


class _Run(NamedTuple):
    """Where a name ends, the kind of body that its noun tells, if any does."""

    end: int
    kind: str | None
    marked: bool
    """Whether the noun is the mark of a company, which is no part of the usual name."""


def noun_among_capitals(line: Line, at: int) -> Unit | None:
    """The body whose name begins at a unit."""
    if not _is_part(line, at) or _is_of_people(line, at) or line.has("tenure-words", at):
        return None
    run = _run(line, at)
    if run.kind is None or not _is_a_name(line.row[at : run.end]) or line.names_thing(run.end - 1, run.end):
        return None
    whole = line.stretch(at, run.end)
    known = known_behind(line, run.end)
    if known is not None:
        line.remember(known, line.text(whole))
        return line.unit(whole, known)
    usual = line.stretch(at, run.end - 1) if run.marked and run.end - at > 1 else whole
    name = line.text(usual)
    short = acronym(line, run.end) or apposed_letters(line, at, name)
    identity = slug(short or name)
    if not identity:
        return None
    kind = PARLIAMENT if identity in line.grammar.chambers else _kind(line, usual, run.kind)
    party = Party(f"org:{identity}", line.written(usual), kind)
    line.remember(party, name, line.text(whole), *_short_names(short, name, line.text(whole)))
    return line.unit(whole, party)


def _is_of_people(line: Line, at: int) -> bool:
    """Whether a sentence opens with people who act for a body, named behind: "Negotiators for Kestrel Airways",
    "Workers at Karvel Steel"."""
    behind, unit = line.row[at + 1 : at + 2], line.row[at]
    people = unit.meaning == OFFICIAL or (unit.tag == "G" and unit.first == 0)
    return people and bool(behind) and behind[0].tag == "g"


def _kind(line: Line, name: range, told: str) -> str:
    """The kind that the noun told, or that of unions: "Movement of Dock Workers", no "Labour Relations Commission"."""
    words = [word.folded for word in line.words[name.start : name.stop]]
    if told not in _OF_PEOPLE or line.grammar.holds("offices-of-state", words):
        return told
    return "union" if line.grammar.holds("union-words", words) else told


def _short_names(written: str | None, *names: str) -> list[str]:
    """What a body may be called later on: the acronym that the text gives it, else the initials of its names."""
    short = [written] if written is not None else [_initials(name) for name in names]
    return [one for one in short if len(one) >= SHORTEST_ACRONYM]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split(" ") if word[0].isupper())


def _run(line: Line, at: int) -> _Run:
    """The run of capitals and what ties them that begins at a unit."""
    kind, end, marked, linked = None, at, False, False
    for position in range(at, min(at + LONGEST, len(line.row))):
        complete = kind is not None and not linked
        if _is_part(line, position):
            noun = _noun_of_name(line, position)
            if noun is not None:
                kind, marked, linked = noun, line.has("company-marks", position), False
            elif complete and not _goes_on(line, position):
                break  # Behind its noun only what "of" brings belongs to a name: "Federation of Dock Workers".
            end = position + 1
        elif not _ties(line, position) or (complete and _parts(line, at, position)):
            break
        elif kind is None and (
            line.row[position].tag == "g"
            or _is_land_alone(line, at, position)
            or _is_bearer(line, position)
            or (line.row[position].tag == "&" and _is_only_joint(line, at, position))
        ):
            break  # "Ana Quispe of Karvel Bank": what "of" brings hangs on a noun of a body.
        else:
            linked = True
    return _Run(end, kind, marked)


def _goes_on(line: Line, at: int) -> bool:
    """Whether capitals that follow a noun of a body end with another: "the Semiconductor Industry Association"."""
    while at < len(line.row) and _is_part(line, at):
        if _noun_of_name(line, at) is not None:
            return True
        at += 1
    return False


def _ties(line: Line, at: int) -> bool:
    """Whether a unit ties what stands before it to a part of a name behind it."""
    ties = _is_link(line.row[at]) or _is_plural_genitive(line, at)
    return ties and at + 1 < len(line.row) and _is_part(line, at + 1)


def _parts(line: Line, first: int, joint: int) -> bool:
    """Whether "and" parts two bodies, as in "the Dockers Union and Ferropal": what stands before it is a name, or no
    noun of a body ends what is behind; "&" and what tells of a trade go on, "Karvel Mining and Development Corp"."""
    if line.row[joint].tag != "&" or line.lowered[line.row[joint].first] == "&" or _is_of_trade(line, joint + 1):
        return False
    if _is_only_joint(line, first, joint):
        return True
    behind = joint + 1
    while behind < len(line.row) and _is_part(line, behind):
        if _noun_of_name(line, behind) is not None:
            return _is_a_name(line.row[first:joint])
        behind += 1
    return True


def _is_only_joint(line: Line, first: int, joint: int) -> bool:
    """Whether "and" is the one that "between" asks for: "talks between Karvel Investment and Ostra Bank"."""
    before = first - 1
    while before > 0 and (line.row[before].tag in "duq" or line.row[before].last > line.row[before].first):
        before -= 1  # "between the Lima-based Karvel"
    opened = before >= 0 and line.grammar.has("reciprocal-markers", line.lowered[line.row[before].first])
    return opened and "&" not in line.tags(joint + 1, joint + 1 + LONGEST)


def _is_of_trade(line: Line, at: int) -> bool:
    """Whether the one word before a noun of a company only says what that does, as does the one before "and"."""
    behind = at + 1 < len(line.row) and _is_part(line, at + 1) and _noun_of_name(line, at + 1) == "company"
    return behind and line.has("trades", at) and not line.has("company-marks", at - 2)


def _is_land_alone(line: Line, first: int, joint: int) -> bool:
    """Whether a land stands before "and", and behind it no other, or people whose capital is that of the sentence:
    "Kenya and Karvel Energy", "Creditors and Karvel Energy" are two."""
    if line.row[joint].tag != "&" or first != joint - 1:
        return False
    land = line.row[first]
    if land.tag == "G" and land.first == 0:
        return line.row[joint + 1].tag in "uqc"
    country = land.tag == "c" and land.name is not None and land.name.kind == "country"
    return country and line.row[joint + 1].tag in "uq"


def _is_bearer(line: Line, joint: int) -> bool:
    """Whether what stands before "and" is the name of who bears the office right before it: "Dockers' leader Ana Ruiz
    and Harbour Party leader Kofi Mensah"."""
    first = joint
    while first and line.row[first - 1].tag in "up":
        first -= 1
    return 0 < first < joint and line.row[first - 1].tag == "o"


def _noun_of_name(line: Line, at: int) -> str | None:
    """The kind of body that a capitalised word tells."""
    unit = line.row[at]
    if unit.first != unit.last or line.is_glued(at):
        return None  # "Co-operation" has no "Co" in it.
    for name in ("body-kinds", "name-endings"):
        found = line.grammar.phrase(name, line.lowered, unit.first)
        if found is not None:
            return found[1]
    return None


def _is_part(line: Line, at: int) -> bool:
    """Whether a unit may stand in a name: no body that the tables know does."""
    unit = line.row[at]
    known = unit.tag == "c" and unit.name is not None and unit.name.kind == "organisation"
    known = known and not _begins_longer(line, at)
    described = unit.tag == "D" and unit.first == unit.last  # the Hospital Employers Alliance
    return (unit.tag in _COMMON or described) and not known and line.is_capitalised(at)


def _begins_longer(line: Line, at: int) -> bool:
    """Whether the one word of a party is only part of another's name: "the National Labour Front"."""
    unit = line.row[at]
    party = unit.name is not None and any(one.kind == "political-party" for one in unit.name.parties)
    return party and unit.first == unit.last and _goes_on(line, at + 1)


def _is_link(unit: Unit) -> bool:
    return unit.tag in ("g", "&", "-")


def _is_plural_genitive(line: Line, at: int) -> bool:
    """ "Ferrymen's", "Workers'": inside a name, where "Norway's" is whose the body is."""
    unit = line.row[at]
    before = line.words[unit.first - 1].folded if unit.first else ""
    return unit.tag in ("s", "'") and before.endswith(("s", "men", "people"))


def _is_a_name(units: Sequence[Unit]) -> bool:
    return (len(units) > 1 and any(unit.tag in _NEW for unit in units[:-1])) or any(_is_link(unit) for unit in units)
