"""Parties whose name only ends like one that the tables know: "the Harbour Democrats" in Prague."""

from services.extractor.actors.bodies.line import Line
from services.extractor.actors.entity import Party
from services.extractor.actors.tables import organisations
from services.extractor.actors.units import Unit

_POLITICAL = "political-party"


def longer_name(line: Line, at: int) -> Unit | None:
    """The party whose name begins with an unknown capital, or an adjective, and ends like that of another country."""
    if (
        line.row[at].tag not in "ua"
        or line.row[at].first == 0
        or line.has("capital-nouns", at)
        or line.has("titles", at)
    ):
        return None
    tail = line.row[at + 1] if at + 1 < len(line.row) else None
    if tail is None or tail.tag != "c" or tail.first != tail.last or tail.name is None or len(tail.name.parties) != 1:
        return None
    known = tail.name.parties[0]
    if known.kind != _POLITICAL:
        return None
    if known.id in organisations() and (
        _is_told_of(line, known) if line.row[at].tag == "u" else _is_of(line, at, known)
    ):
        return None
    return line.called(at, at + 2, _POLITICAL)


def _is_of(line: Line, at: int, party: Party) -> bool:
    """Whether an adjective is that of the country of a party."""
    name = line.row[at].name
    return name is None or any(one.country in (None, party.country) for one in name.parties)


def _is_told_of(line: Line, party: Party) -> bool:
    """Whether the article names the country of a party, a town or another body of it."""
    memory, country = line.memory, party.country or ""
    others = memory.seats[country] - memory.counts[party.id]
    return bool(memory.counts[f"country:{country}"] or memory.grounds[country] or others > 0)
