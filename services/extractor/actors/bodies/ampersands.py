"""Firms whose name "&" ties: "H&K", "Karvel & Sons", "Dahl, Salas & Co"."""

from services.extractor.actors.bodies.line import LONGEST, Line
from services.extractor.actors.entity import Party
from services.extractor.actors.units import Unit

_PARTS = "uq"
"""Tags of the parts of such a name."""


def tied_by_ampersand(line: Line, at: int) -> Unit | None:
    """The firm whose name begins at a unit and goes on behind "&"; none whose letters are those of a thing, "R&D"."""
    end = _behind_capitals(line, at)
    if at and _is_part(line, at - 1):
        return None  # It begins before.
    tied = False
    while end + 1 < len(line.row) and end - at < LONGEST and _is_ampersand(line, end) and _is_part(line, end + 1):
        end, tied = _behind_capitals(line, end + 1), True
    marked = tied and line.has("company-marks", end - 1) and not _is_ampersand(line, end - _MARK)
    if not tied or marked or line.names_thing(end - 1, end):
        return None  # "Karvel & Dahl Ltd" says itself what it is.
    stretch = line.stretch(at, end)
    if line.grammar.has("lettered-things", line.written(stretch).lower()):
        return None
    found = line.named(stretch, "company")
    if found is not None and found.name is not None:
        _learn_letters(line, end, line.text(stretch), found.name.parties[0])
    return found


def _learn_letters(line: Line, at: int, name: str, firm: Party) -> None:
    """Know a firm by the letters in brackets behind its name: "Harbour & Karvel (H&K)"."""
    if line.tags(at, at + 1) != "(" or at + _BRACKETED >= len(line.row) or line.row[at + _BRACKETED].tag != ")":
        return
    letters = line.text(line.stretch(at + 1, at + _BRACKETED))
    if letters.split() == [word[0] for word in name.split()]:
        line.remember(firm, letters)


_MARK = 2
"""Units from behind a name to what stands before its last word."""

_BRACKETED = 4
"""Units from a bracket that holds two letters and "&" to its end."""


def _behind_capitals(line: Line, at: int) -> int:
    """Behind the capitals that begin at a unit."""
    while at < len(line.row) and _is_part(line, at):
        at += 1
    return at


def _is_part(line: Line, at: int) -> bool:
    """Whether a unit may be a part of such a name: a capitalised word, or a letter before "&" that may be a word."""
    text = line.words[line.row[at].last].text
    letter = line.row[at].tag == "x" and len(text) == 1 and at + 1 < len(line.row) and _is_ampersand(line, at + 1)
    return (line.row[at].tag in _PARTS or letter) and line.is_capitalised(at) and text.isalpha()


def _is_ampersand(line: Line, at: int) -> bool:
    return line.row[at].tag == "&" and line.words[line.row[at].first].text == "&"
