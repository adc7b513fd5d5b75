"""Those who stand behind somebody, by his name: "le camp Salas", "les mouvances Salas et Dahl", "les partisans de Jorge
Salas". They are a body of their own, "group:salas-camp", whatever office he holds."""

from collections.abc import Sequence
from itertools import groupby

from services.extractor.actors.context import Context
from services.extractor.actors.entity import NAMELESS, Party
from services.extractor.actors.mention import Actor
from services.extractor.actors.tables import slug
from services.extractor.actors.units import Unit

_KIND = "movement"


def by_camp(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The camps of those who are named behind a noun of camps, of two behind its plural alone."""
    noun = next(unit for unit in units if unit.tag in "bG")
    word = context.sentence[noun.last].lower
    of_somebody = any(unit.tag == "g" for unit in units)
    if not context.grammar.has("camps", word) and not (of_somebody and context.grammar.has("followers-of", word)):
        return []
    before = context.sentence[noun.first - 2].lower if noun.first > 1 else ""
    if not of_somebody and context.grammar.has("locative", before):
        return []  # "dans le camp Salas": tents
    behind = units[units.index(noun) + 1 :]
    names = [list(run) for named, run in groupby(behind, lambda unit: unit.tag in "pu-") if named]
    if len(names) > 1 and not word.endswith("s"):
        return []
    return [Actor(_camp(context, name)) for name in names]


def _camp(context: Context, name: Sequence[Unit]) -> Party:
    surname = context.sentence[name[-1].last].text
    written = " ".join(context.sentence[at].text for at in range(name[0].first, name[-1].last + 1))
    return Party(f"{NAMELESS}{slug(surname)}-camp", f"{written} camp", _KIND)
