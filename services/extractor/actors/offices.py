"""Whom an office means: "Peru's foreign minister", "the minister", "the two leaders"."""

from collections.abc import Sequence
from itertools import groupby, takewhile

from services.extractor.actors.context import Context
from services.extractor.actors.descriptions import described, of_their_land
from services.extractor.actors.entity import Office, Party
from services.extractor.actors.holders import (
    OF_STATE,
    at_home,
    bearer_here,
    by_national_office,
    holder_of,
    of_firm,
    owners_of,
)
from services.extractor.actors.mayors import by_office_of_town
from services.extractor.actors.mention import Actor
from services.extractor.actors.names import governed, is_loose_list, parties_of
from services.extractor.actors.of_lands import own_body
from services.extractor.actors.opposition import opposed
from services.extractor.actors.pairs import last_two
from services.extractor.actors.parliaments import members
from services.extractor.actors.people import (
    by_persons_name,
    former,
    is_of_people,
    is_of_unknown,
    office_of,
    remember_title,
)
from services.extractor.actors.tables import federations, office_phrases
from services.extractor.actors.units import ALL, Unit


def by_office(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Who bears the office for each party that it is of; by the office alone, who was told of before."""
    office = office_of(units)
    if office is None or is_loose_list(context, units):
        return []
    named = [] if _are_of_several(context, units) else by_persons_name(context, units, office)
    if named:
        return named
    before = context.sentence[units[0].first - 1].lower if units[0].first else ""
    titles = [before, *(context.sentence[unit.first].lower for unit in units if unit.tag == "t")]
    if context.grammar.holds("former-titles", titles):
        known = context.memory.holders.get(former(office))  # "the former German president" acts for himself alone.
        return [known] if known is not None else []
    told = parties_of(context, units)
    if (own := _of_own_body(context, office, told, units)) is not None:
        return own
    parties = told or owners_of(context, units)
    led = any(unit.tag == "g" for unit in units)  # "le président du parti" leads the party itself
    if office.key in _OF_GOVERNMENT and not led:
        parties = [governed(context, party) for party in parties or _colours(units)]  # "the Democratic president"
    if not parties and _has_unknown_owner(context, units):
        return []
    if not parties and office.key in OF_STATE:
        parties = [actor.party for actor in at_home(context, office)]
    parties = parties or by_national_office(context, units) or _of_firm_alone(context, office, units)
    if all(party.kind == "country" for party in parties) and (found := members(context, units)):
        return found  # "Several MPs urged", and "Peruvian lawmakers" are not Peru
    if not parties:
        actors = [] if _is_of_somebody(context, units) else _holder(context, office, units)
        whose = opposed(context, units, [actor.party for actor in actors])  # "le chef de l'opposition" at home
        return [actor._replace(party=party) for actor, party in zip(actors, whose, strict=True)]
    parties = opposed(context, units, parties)
    actors = [Actor(party, holder_of(context, office, party), office.level) for party in parties]
    for actor in actors:
        context.memory.hold(office.key, actor)
        remember_title(context, units, actor)
    if told:
        context.memory.call(_plural_words(context, units), actors)
    return actors


def _of_own_body(
    context: Context, office: Office, told: Sequence[Party], units: Sequence[Unit]
) -> Sequence[Actor] | None:
    """The firm, union or party that an office is of, where its noun and land tell it: "le patron du groupe péruvien",
    "Spanish union leaders"; these are not the state."""
    if told and office.key == _OF_UNIONS and all(party.kind == "country" for party in told):
        return of_their_land(context, units)
    of_it = next((at for at, unit in enumerate(units) if unit.tag == "g"), len(units))
    body = [unit for unit in units[of_it + 1 :] if unit.tag != "d"]
    if [unit.tag for unit in body] not in (["b", "a"], ["D", "a"]):
        return None
    own = own_body(context, body, body[0])
    return None if own is None else [actor._replace(level=office.level) for actor in own]


def by_bearers(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Who bear one office for several bodies, named in the same order: "the ministers of Norway and Peru, Dahl and
    Quispe"; nobody where there are more of one than of the other."""
    first = next(at for at, unit in enumerate(units) if unit.tag in "pu")
    lands = [unit for unit in units[:first] if unit.tag in "ca" and parties_of(context, [unit])]
    names = [list(group) for listed, group in groupby(units[first:], lambda unit: unit.tag in _LISTING) if not listed]
    if len(lands) < _SEVERAL or len(lands) != len(names):
        return []
    office = office_of(units)
    actors = [
        actor
        for land, name in zip(lands, names, strict=True)
        for actor in by_persons_name(context, [land, *name], office)
    ]
    context.memory.call(_plural_words(context, units), actors)
    return actors if len(actors) == len(lands) else []


def _are_of_several(context: Context, units: Sequence[Unit]) -> bool:
    """Whether an office in the plural is of several bodies, so that whoever is named behind it is only one of them."""
    several = any(unit.tag == "o" and _is_plural_office(context, unit) for unit in units)
    return several and units[-1].tag in "pu" and len(parties_of(context, units)) >= _SEVERAL


_LISTING = ",&"
"""Tags between the names of a list."""

_SEVERAL = 2

_ALONE = 3
"""Units of an office of which nothing else is said: its article and itself."""


def _plural_words(context: Context, units: Sequence[Unit]) -> list[str]:
    """The words of an office that several hold: "foreign ministers"."""
    plural = (unit for unit in units if unit.tag == "o" and _is_plural_office(context, unit))
    return [word for unit in plural for word in context.lowered(unit).split(" ")]


def _of_firm_alone(context: Context, office: Office, units: Sequence[Unit]) -> list[Party]:
    """The company of the article, where an office of companies stands without a name and nobody bears it yet."""
    known = office.key in context.memory.holders or units[0].tag not in "dt" or _is_of_somebody(context, units)
    known = known or any(unit.tag == "o" and _is_plural_office(context, unit) for unit in units)
    return [] if known else of_firm(context, units)


def _colours(units: Sequence[Unit]) -> list[Party]:
    """The political parties by whose adjective an office is told of."""
    return [party for unit in units if unit.tag == "t" and unit.name is not None for party in unit.name.parties][:1]


_OF_GOVERNMENT = frozenset({"head-of-state", "head-of-government"})


_OF_A_REGION = "governor"

_OF_UNIONS = "union-leader"


def _holder(context: Context, office: Office, units: Sequence[Unit]) -> Sequence[Actor]:
    """Who is meant by an office alone: the one last named by it, else by words that hold its own, else its rank."""
    mayor = by_office_of_town(context, context.lowered(units[-1])) if len(units) < _ALONE else None
    if mayor is not None:
        return [mayor]
    if context.grammar.has("mediating-offices", context.lowered(units[-1])):
        several = _is_plural_office(context, units[-1])
        if several or len(context.memory.mediators) == 1:
            return context.memory.mediators
    if office.key == _OF_UNIONS and _are_many(context, units):
        return described(context, f"{ALL}union", units)  # "les syndicalistes" are no side of a company
    if _is_plural_office(context, units[-1]) and units[0].tag in "dt":
        return _of_their_kind(office, _together(context, units))
    before = context.sentence[units[0].first - 1].lower if units[0].first else ""
    if _is_plural_office(context, units[-1]) and context.grammar.has("plural-determiners", before):
        return []  # "Les chefs d'Etat" of whom nothing is known
    here = bearer_here(context, office)
    if here is not None:
        return [here]
    leads = _leads_government(context, office, units)
    holders = context.memory.rulers if leads else context.memory.holders
    if office.key in holders:
        return [holders[office.key]]
    word = context.text(units[-1:]).split(" ")[-1]
    if word in context.memory.titled and not leads:
        return [context.memory.titled[word]]
    if office.key == _OF_A_REGION:
        return []
    ranked = [
        actor
        for key, actor in reversed((context.memory.rulers if office.key.endswith(_MINISTER) else holders).items())
        if actor.level == office.level and key not in OF_STATE
    ]
    home = at_home(context, office)
    return home if home and office.key in _OF_GOVERNMENT else ranked[:1] or home


def _are_many(context: Context, units: Sequence[Unit]) -> bool:
    """Whether an office is told of all who hold it: "les syndicalistes", "union leaders" that no article opens."""
    bare = context.grammar.shows("compounds") and units[0].tag == "o" and _is_plural_office(context, units[-1])
    return bare or context.grammar.has("plural-determiners", context.lowered(units[0]))


def by_local_office(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """A governor whom the government of a country sends to a town or province: "le gouverneur d'Arequipa"."""
    office, place = office_of(units), units[-1].name.place if units[-1].name is not None else None
    if office is None or place is None or office.key != _OF_A_REGION or place.country in federations():
        return []
    country = context.gazetteer.party(f"country:{place.country}")
    return [Actor(country, None, office.level)] if country is not None else []


def _leads_government(context: Context, office: Office, units: Sequence[Unit]) -> bool:
    """Whether by its name an office is at the head of a state or region: "le chef de l'État", "the prime minister"."""
    words = context.lowered(units[-1]).split(" ") if office.key == _PRESIDENT else ()
    stately = any(context.grammar.has(name, word) for word in words for name in ("land-nouns", "governments"))
    return stately or office.key == "head-of-government"


_PRESIDENT, _MINISTER = "head-of-state", "minister"
"""The office by whose plain name, "président", clubs and companies have somebody too, and how ministers' keys end."""


def _together(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Who "the leaders" are: whose leaders were named, else those who met last, else the body of bodies that was named
    last."""
    two = any(context.grammar.has("two", context.lowered(unit)) for unit in units)
    called = context.memory.called.get(context.lowered(units[-1]).split(" ")[-1], ())
    if called and not (two and len(called) != 2):
        return called
    if context.memory.pair:
        return [actor._replace(person=None) for actor in context.memory.pair]
    party = context.memory.latest(("igo", "alliance", "forum"))
    if party is None and two:
        return last_two(context)
    return [Actor(party)] if party is not None else []


def _of_their_kind(office: Office, those: Sequence[Actor]) -> Sequence[Actor]:
    """Of two who talk those that have such an office: a union has no ministers, so "les ministres" are the state's."""
    own = [actor for actor in those if actor.party.kind not in _WITHOUT_MINISTERS]
    return own if own and office.key.endswith(_MINISTER) else those


_WITHOUT_MINISTERS = frozenset({"company", "union", "employer", "ngo", "movement", "religious-body"})
"""Kinds of bodies that no minister is of."""


def _is_plural_office(context: Context, unit: Unit) -> bool:
    """Whether an office is held by several: "presidents", "heads of state", "premiers ministres"."""
    phrase = context.text([unit]).replace("' ", "'")
    first, _, rest = phrase.partition(" ")
    alone = " ".join(word.removesuffix("s") for word in phrase.split(" "))
    one = list(takewhile(lambda word: not context.grammar.has("coordinators", word), rest.split(" ")))
    singular = (phrase[:-1], f"{first[:-1]} {rest}", " ".join([first[:-1], *one]), alone)
    return (phrase.endswith("s") or first.endswith("s")) and any(one in office_phrases() for one in singular)


def _is_of_somebody(context: Context, units: Sequence[Unit]) -> bool:
    """Whether the words beside an office say whose it is, and nobody known: "le président du Rotary"."""
    before = units[0].first - 1
    if is_of_unknown(context, units) or is_of_people(context, units):
        return True
    return before > 0 and context.sentence[before].is_capitalised and units[0].tag == "o"


def _has_unknown_owner(context: Context, units: Sequence[Unit]) -> bool:
    """Whether a genitive says whose an office is, and no land's: "the club's president", "Ladonia's president"."""
    mark = next((unit.first for unit in units if unit.tag == "s"), units[0].first - 1)
    if mark < 1 or context.sentence[mark].lower not in _GENITIVE:
        return False
    owner = context.sentence[mark - 1].lower
    return not context.grammar.has_any(("land-nouns", "subject-pronouns", "demonstratives"), owner)


_GENITIVE = frozenset({"'s"})
