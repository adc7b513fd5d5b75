"""Who holds an office, and of whom it is, where the words do not say: by the text so far, else by the tables."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.descriptions import by_description, described
from services.extractor.actors.entity import Office, Party
from services.extractor.actors.governments import government_told
from services.extractor.actors.groups import fighters
from services.extractor.actors.mention import Actor, Representative
from services.extractor.actors.noun_phrases import GOVERNMENT, kind_told
from services.extractor.actors.opposition import opposition_at_home
from services.extractor.actors.tables import national_offices
from services.extractor.actors.units import ALL, Unit

OF_STATE = frozenset({"prefect"})
"""Offices that stand for the state wherever they are held, whatever region their name goes on with."""

_MANY = frozenset({"head-of-state", "leader", "secretary-general", "monarch", "deputy-head"})
"""High offices that clubs and companies have as well: they are those of a country only where it is named."""

_HIGH = ("head-of-state-or-government", "minister", "deputy-minister")
"""Levels of offices of which a country has few, so that the office alone tells whose it is."""


def holder_of(context: Context, office: Office, party: Party) -> Representative | None:
    """Who holds the office for a party on the day of the article, where that is one person alone."""
    known = context.memory.holders.get(office.key)
    if known is not None and known.party.id == party.id and known.person is not None:
        return known.person
    if context.published is None or office.level in (None, "official", "technical"):
        return None
    people = context.gazetteer.people_in_office(office.key, party.id, context.published)
    if len(people) != 1:
        return None
    return Representative(people[0].id, people[0].name, office.name)


def bearer_here(context: Context, office: Office) -> Actor | None:
    """Who was named in this sentence and bears the office: "M. Dahl a dit ..., et le président"."""
    named = (actor for mention in reversed(context.seen) for actor in mention.actors)
    return next((one for one in named if one.person is not None and one.person.office == office.name), None)


def whose_office(context: Context, office: Office) -> Party | None:
    """For whom a new bearer of an office acts where nothing is said: as the last one, or the country spoken of."""
    known = context.memory.holders.get(office.key)
    if known is not None and known.party.id in context.faced:
        return None
    if known is None or known.party.kind == "country":
        return known.party if known is not None else None
    focus = next((actor.party for actor in context.memory.focus if actor.party.kind == "country"), None)
    return focus or known.party


def possessor(context: Context, units: Sequence[Unit]) -> list[Party]:
    """Whose an office is by a possessive: "its director", "whose envoy" are of who was just spoken of."""
    before = context.sentence[units[0].first - 1].lower if units[0].first else ""
    owner = next((at for at, unit in enumerate(units) if at and unit.tag == "s" and units[at - 1].tag in "bD"), None)
    if owner is not None:  # the government's envoy, the union's president
        opening = max((at + 1 for at in range(owner) if units[at].tag == ","), default=0)  # behind who holds it
        return [actor.party for actor in by_description(context, units[opening:owner])][:1]
    possessive = context.grammar.has("possessives", context.lowered(units[0]))
    if not possessive and not context.grammar.has("relative-possessives", before):
        return []
    return [actor.party for actor in _speaker(context, units[0].first) or context.subject()][:1]


def owners_of(context: Context, units: Sequence[Unit]) -> list[Party]:
    """Whose an office is by the words around it that name nobody: a possessive, the opposition, the noun of a body."""
    found = possessor(context, units) or opposition_at_home(context, units) or _of_kind(context, units)
    return found or of_fighters(context, units)


def of_fighters(context: Context, units: Sequence[Unit]) -> list[Party]:
    """The armed group whose office somebody has by its noun: "rebel commander Ana Quispe"; a state beside it is only
    where they fight."""
    office = next((unit for unit in units if unit.tag == "o"), None)
    if office is None or not context.grammar.shows("compounds"):
        return []
    found = fighters(context, office.first) or fighters(context, office.first - 1)
    return [found] if found is not None else []


def _of_kind(context: Context, units: Sequence[Unit]) -> list[Party]:
    """Whose an office is by the noun of a body before it or in it, the one told of: "a company spokesman", "an airline
    executive", "union official Ana Ruiz"."""
    office = next((unit for unit in units if unit.tag == "o"), None)
    if office is None or not context.grammar.shows("compounds"):
        return []
    at = office.first if office.last > office.first else office.first - 1
    kind = kind_told(context.sentence, at, context.grammar)
    noun = Unit("D", max(at, 0), max(at, 0))
    if kind == GOVERNMENT:
        return [actor.party for actor in government_told(context, [noun])]
    if kind == _UNION and context.lowered(office).endswith("s"):
        kind = f"{ALL}{kind}"  # "union officials" are of all that are told of
    return [actor.party for actor in described(context, kind, [noun])] if kind is not None else []


_UNION = "union"


def _speaker(context: Context, possessive: int) -> Sequence[Actor]:
    """Who speaks, where a possessive opens what he tells somebody: "told the minister that his envoys would come"."""
    told = possessive - 1
    if told < 1 or not context.grammar.has("complementizers", context.sentence[told].lower):
        return ()
    seen = [one for one in context.seen if one.kind != "adjective"]
    return seen[0].actors if len(seen) > 1 and seen[-1].last == told - 1 else ()


def by_national_office(context: Context, units: Sequence[Unit]) -> list[Party]:
    """Whose an office is by its name alone, where the article has to do with that body: "the taoiseach"."""
    named = (national_offices().get(context.text([unit])) for unit in units if unit.tag == "o")
    found = [body for body in named if body is not None]  # "Deputy U.S. trade representative" holds two offices.
    party = context.gazetteer.party(found[0]) if len(found) == 1 else None
    if party is None or _is_written_elsewhere(context, party):
        return []
    return [party]


def _is_written_elsewhere(context: Context, party: Party) -> bool:
    """Whether the article was written in another country than that of an office and never names it."""
    memory = context.memory
    return memory.written is not None and party.country not in (None, memory.written) and not memory.counts[party.id]


def of_firm(context: Context, units: Sequence[Unit]) -> list[Party]:
    """The only company of which the article has told, whose chief executive is named by the office alone: "the chief
    executive, Luc Barral,"."""
    leads = (
        context.grammar.phrase("owner-nouns", context.lowered(unit).split(), 0) for unit in units if unit.tag == "o"
    )
    if not any(found is not None and found[1] == _COMPANY for found in leads):
        return []
    told = context.memory.every((_COMPANY,))
    return [*told] if len(told) == 1 else []


_COMPANY = "company"


def at_home(context: Context, office: Office) -> Sequence[Actor]:
    """A high office of which nobody was named is that of the country the article is about: "ministers"."""
    home = context.home() if office.level in _HIGH or office.key in OF_STATE else None
    if home is None or (office.key in _MANY and not context.memory.seats[home.country or ""]):
        return []
    return [Actor(home, holder_of(context, office, home), office.level)]
