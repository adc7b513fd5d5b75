"""What ties a person to his body in English: what he speaks on or is for, between its name and his office, "the
Greens' health spokesman", "Dockers Union national secretary"; "from" behind his name, "Ana Ruiz from the Dockers
Union"."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import MULTILATERAL
from services.extractor.actors.noun_phrases import kind_told
from services.extractor.actors.people import WITH_FELLOWS
from services.extractor.actors.units import Unit
from services.extractor.grammar import lower

_OWNERS = "cqD"
"""Tags of units that say whose an office behind them is."""

_MOST = 3
"""Words of what it is for, at most."""


def with_ties(row: Sequence[Unit], context: Context) -> Sequence[Unit]:
    """The row with plain words between a body and an office as parts of its title, and with "from" as "of"."""
    if not context.grammar.shows("compounds"):
        return row
    offices = [at for at, unit in enumerate(row) if unit.tag == "o"]
    froms = frozenset(context.grammar.places("author-markers", lower(context.sentence)))
    if not offices and not froms:
        return row
    found = list(row)
    for at, unit in enumerate(row):
        if unit.tag == "o" and _is_body(row, at - 1, context):
            found[at - 1] = row[at - 1]._replace(tag="t")  # "a company spokesman"
        elif unit.tag == "o" and (first := _opening(row, at, context)) < at:
            found[first:at] = [one._replace(tag="t") for one in row[first:at]]
        elif unit.tag == "o" and _is_second_portfolio(row, at, context):
            found[at - _LISTED : at] = [one._replace(tag="t") for one in row[at - _LISTED : at]]
        elif unit.first in froms and _is_from(row, at):
            found[at] = unit._replace(tag="g")
    return found


def _opening(row: Sequence[Unit], office: int, context: Context) -> int:
    """Where plain words before an office begin that a body or its genitive stands before; the office without any."""
    first = office
    while first and office - first < _MOST and _is_plain(row[first - 1], context):
        first -= 1
    if first in (0, office):
        return office
    if row[first - 1].tag == "s":
        return first
    nouns = all(unit.tag == "b" or not context.is_finite(context.lowered(unit)) for unit in row[first:office])
    owner = row[first - 1].name
    of_states = owner is not None and any(party.kind in MULTILATERAL for party in owner.parties)
    return first if row[first - 1].tag in _OWNERS and nouns and not of_states else office  # no "EU affairs minister"


def _is_body(row: Sequence[Unit], at: int, context: Context) -> bool:
    """Whether the noun of a body stands before an office and nobody's name before it, but an article at most."""
    if at < 0 or row[at].tag not in "xb" or (at and row[at - 1].tag in "acqsDG"):
        return False
    return kind_told(context.sentence, row[at].first, context.grammar) is not None


_LISTED = 3
"""Units from a title in a capital to the office behind it, a portfolio and "and" between."""


def _is_second_portfolio(row: Sequence[Unit], office: int, context: Context) -> bool:
    """Whether a minister of two portfolios is told of by a noun of bodies that is his title: "Union Commerce and
    Industry Minister"."""
    name = row[office].name
    if office < _LISTED or name is None or name.office is None or name.office.level != "minister":
        return False
    title, portfolio, joint = row[office - _LISTED : office]
    listed = portfolio.tag == "u" and joint.tag == "&"
    return listed and title.tag == "b" and context.sentence[title.first].is_capitalised


def _is_plain(unit: Unit, context: Context) -> bool:
    """Whether a unit is one word in small letters that may be a noun or adjective."""
    word = context.sentence[unit.first]
    plain = unit.tag in "xb" and unit.first == unit.last and word.text.isalpha() and word.text.islower()
    return plain and (unit.tag == "b" or not context.grammar.is_function_word(word.lower))


def _is_from(row: Sequence[Unit], at: int) -> bool:
    """Whether "from" says behind a name of which union, party or association somebody is."""
    if row[at].tag != "x":
        return False
    before = at - 1 - (row[at - 1].tag == "," and at > 1)
    behind = at + 1 + (at + 1 < len(row) and row[at + 1].tag == "d")
    if before < 0 or row[before].tag not in "up" or behind >= len(row):
        return False
    body = row[behind].name
    return body is not None and bool(body.parties) and body.parties[0].kind in WITH_FELLOWS
