"""People who act together without a name of their own, "the rebels", "les enseignants", or of a body's ranks."""

from collections.abc import Sequence
from typing import NamedTuple

from services.extractor.actors.context import Context
from services.extractor.actors.entity import MULTILATERAL, UNTOLD, Party, is_nameless
from services.extractor.actors.mention import Actor
from services.extractor.actors.names import by_acronym, parties_of
from services.extractor.actors.tables import adjectives, adjectives_of_bodies, organisations, slug
from services.extractor.actors.told_of import asks_or_offers
from services.extractor.actors.units import OFFICIAL, STATES, Unit
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import fold


def by_group(context: Context, units: Sequence[Unit], behind: int | None = None) -> Sequence[Actor]:
    """People who act together: the body of their kind that the article has named, else they themselves.

    Those whose land or town is told are no others than these: "les pêcheurs péruviens", "the miners of Potosí".
    `behind` is the word behind the whole phrase, where more belongs to it than these units.
    """
    at = next(place for place, unit in enumerate(units) if unit.tag == "G")
    noun = next((unit for unit in units[at + 1 :] if unit.tag in "bo"), None)
    if noun is not None and not any(unit.tag == "b" for unit in units[:at]):
        behind = units[-1].last + 1
        return by_group(context, units[: at + 1], behind) if _acts_for_them(context, noun) else []
    unit, whole = units[at], units[at].meaning or ""
    beside = [*units[:at], *units[at + 1 :]]
    named = [party for party in parties_of(context, beside) if party.kind != "country" or units[0].tag == "c"]
    ranks = _WITH_RANKS if whole == _ARMED else _WITH_ELECTED if _is_elected(context, unit) else ()
    by_name = all(one.tag != "a" for one in beside)
    if named and (named[0].kind == whole != _COMPANY or (by_name and named[0].kind in ranks)):
        return [Actor(named[0])]  # "the ELN rebels", "les séparatistes du FLP"
    if named and named[0] not in context.memory.parties:
        context.memory.parties.append(named[0])  # "Boeing's machinists": "the company" means Boeing.
    first = _before_adjective(context, units[0].first)
    behind = behind or units[-1].last + 1
    told = whole == STATES and _are_instances_told(context, behind)
    compound = context.grammar.phrase("compound-openers", lower(context.sentence), unit.first) is not None
    if told and first and context.grammar.shows("compounds"):
        return []  # "with many countries, including Peru": with these.
    told = told or (compound and context.grammar.has("definites", context.sentence[units[0].first].lower))
    if not (told or can_act(context, first) or _acts(context, first, behind) or asks_or_offers(context, first, behind)):
        return []
    name = context.lowered(unit)
    name = _of_states(context, name) if whole == STATES else name
    opener = context.grammar.phrase("compound-openers", name.split(), 0)  # "rebel leaders" are the rebels
    opened = opener is not None and opener[1] == _ARMED
    identity = context.grammar.group_names.get(name.split()[0] if opened else name) or slug(name)
    if homes := [] if whole == STATES else homes_of(context, beside):
        return [Actor(one.group(identity, name, whole)) for one in homes]
    if at + 1 < len(units) and not named:
        return []
    known = _standing_for(context, whole, identity)
    if known is not None:
        return [Actor(known)]
    if named and named[0].kind != "country" and by_name:
        identity = f"{named[0].id.partition(':')[2]}-{identity}"  # "les salariés de Bertoli"
    return [Actor(Party(f"group:{identity}", name, whole))]


def fighters(context: Context, at: int) -> Party | None:
    """Those who fight, by their noun before somebody who leads or speaks for them: "rebel commander Ana Quispe"."""
    found = context.grammar.phrase("compound-openers", lower(context.sentence), at) if at >= 0 else None
    if found is None or found[1] != _ARMED:
        return None
    identity = context.grammar.group_names[context.sentence[at].lower]
    return _standing_for(context, found[1], identity) or Party(f"group:{identity}", identity, found[1])


def by_ranks(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The body in letters whose men or elected are told of: "les indépendantistes du FLP", no "salariés du FLP"."""
    people = next(unit for unit in units if unit.tag == "G")
    letters = context.sentence[units[-1].first].text
    if not letters.isupper() or not (people.meaning == _ARMED or _is_elected(context, people)):
        return []
    return by_acronym(context, units[-2:])


def _is_elected(context: Context, people: Unit) -> bool:
    return context.grammar.has("party-people", context.lowered(people))


_ARMED = "armed-group"
_WITH_RANKS = frozenset({_ARMED, "movement", "political-party", UNTOLD})
"""Kinds of bodies that act through those who fight for them."""

_WITH_ELECTED = frozenset({"union", "political-party"})
"""Kinds of bodies that act through those who are elected for them: "les élus de la CGT"."""


def _of_states(context: Context, name: str) -> str:
    """What states are called of which only the number is told: in English with it, "eighty countries"."""
    if not context.grammar.shows("compounds"):
        return name.rpartition(" ")[2]
    words = name.split()
    opener = context.grammar.phrase("count-openers", words, 0)
    return " ".join(words[opener[0] if opener is not None else 0 :])


def _acts_for_them(context: Context, noun: Unit) -> bool:
    """Whether a noun behind people tells of their union or association, or of who speaks for them: "the miners' union",
    "the drivers' spokesman"."""
    if noun.tag == "o" or noun.meaning == OFFICIAL:
        return True
    kind = context.grammar.phrase("body-kinds", lower(context.sentence), noun.first)
    return kind is not None and kind[1] in _THEIR_OWN


_THEIR_OWN = frozenset({"union", "movement", "employer", "igo"})
"""Kinds of bodies that people of a kind have for themselves."""


def _standing_for(context: Context, kind: str, identity: str) -> Party | None:
    """The body with a name that stands for people of its kind, "les pilotes" of whose union an article tells, or those
    of whom it told with more words: "les chauffeurs" behind "les chauffeurs de bus"."""
    told = [party for party in reversed(context.memory.parties) if party.kind == kind]
    same = next((party for party in told if is_nameless(party.id) and party.id.endswith(f"-{identity}")), None)
    if same is not None or (kind in _OF_THEMSELVES and identity not in context.grammar.sets["people-of-movements"]):
        return same
    named = (one for one in told if not is_nameless(one.id) or context.gazetteer.party(one.id) is not None)
    return next((one for one in named if is_of_people(one, context.grammar)), None)


def is_of_people(body: Party, grammar: Grammar) -> bool:
    """Whether people without a name may be those of a body: a movement that the tables know, or that by its name is one
    of people who act together, a campaign, no town council."""
    known = body.kind != _MOVEMENT or body.id in organisations()
    return known or grammar.holds("protest-nouns", fold(body.name).split())


_MOVEMENT = "movement"


_COMPANY = "company"
"""Kind of bodies whose people are others than they: "Boeing suppliers"."""


_OF_THEMSELVES = frozenset({"people", "company", "movement", "coalition"})
"""Kinds of people for whom no body speaks of which an article tells."""


class Home(NamedTuple):
    """Where people are at home, as the English name of their group begins, and in which country."""

    name: str
    country: str | None

    def group(self, identity: str, name: str, kind: str) -> Party:
        """People of this home: "group:peruvian-fishermen"."""
        return Party(f"group:{slug(self.name)}-{identity}", name, kind, self.country)


def homes_of(context: Context, beside: Sequence[Unit]) -> list[Home]:
    """The countries or the town that words beside people say they are of; none where a body is named."""
    found = []
    for unit in beside:
        name = unit.name
        if unit.tag in "ac" and name is not None and name.parties and name.kind in _OF_STATES:
            adjective = _adjective(name.parties[0])
            if adjective is None:
                return []
            found.append(Home(adjective, name.parties[0].country))
        elif name is not None and (region := _region(context, unit, name.parties)) is not None:
            found.append(region)
        elif unit.tag in "cl" and name is not None and name.place is not None:
            found.append(Home(name.place.name, name.place.country))
        elif unit.tag in "cqp":
            return []
    unknown = [unit for unit in beside if unit.tag == "u"]
    if unknown and not found:
        return [Home(context.text(unknown), None)]
    return found


def _region(context: Context, unit: Unit, parties: Sequence[Party]) -> Home | None:
    """The region that an article tells from the town of its name: "les enseignants du Québec"."""
    before = context.sentence[unit.first - 1].lower if unit.first else ""
    party = parties[0] if parties and parties[0].kind == "government" and unit.tag == "c" else None
    name = _adjective(party) if party is not None and context.grammar.has("definites", before) else None
    return Home(name, party.country) if party is not None and name is not None else None


def _adjective(party: Party) -> str | None:
    """The English adjective of a country or a union of states, or of the region whose government bears it:
    "catalan-government"."""
    if party.kind == "country":
        return adjectives().get(party.country or "")
    if party.kind in MULTILATERAL:
        return adjectives_of_bodies().get(party.id)
    return party.id.partition(":")[2].rpartition("-")[0] if party.kind == "government" else None


_OF_STATES = frozenset({"adjective", "demonym", "country"})
"""Kinds of names that say of which state people are."""


def leads_people(context: Context, head: Unit, behind: int) -> bool:
    """Whether somebody is told to speak for the people behind him, "le porte-parole des éleveurs"; not where more is
    said of whose they are, "les ministres des États membres de l'Union"."""
    more = behind < len(context.sentence) and context.grammar.has("genitives", context.sentence[behind].lower)
    return not more and (head.tag == "o" or head.meaning == OFFICIAL)


def can_act(context: Context, first: int) -> bool:
    """Whether words that begin here can be a subject or take part; as an object they are only spoken of."""
    if first == 0 or not context.sentence[first - 1].text[0].isalnum():
        return True
    own = context.grammar.phrase("prepositions", lower(context.sentence), first)  # "aux enseignants"
    if own is not None and context.grammar.has("addressee-markers", own[1]):
        return True
    if is_faced(context, first) or _speaks(context, first) or _is_inverted(context, first):
        return True
    counted = _before_count(context, first)
    if counted < first:
        return counted == 0 or _opens(context, counted)  # "Quelque 300 mineurs"
    before = context.sentence[first - 1].lower
    if context.grammar.has("plural-articles", before) and _opens(context, first - 1):
        return True  # "Des collectifs demandent"
    many = context.grammar.has("prenominal-plurals", before) and first > 1
    if many and context.grammar.has("genitives", context.sentence[first - 2].lower):
        return True  # "De nombreux pêcheurs"
    if context.grammar.has("genitives", before):
        counted = first > 1 and context.grammar.has("quantities", context.sentence[first - 2].lower)
        return counted or _is_listed_with(context, first)
    wanted = (
        "complementizers", "coordinators", "comitative-markers", "reciprocal-markers", "passive-markers",
        "when-words", "relatives", "adversatives", "homes",
    )  # fmt: skip
    return context.grammar.has_any(wanted, before)


def _is_listed_with(context: Context, first: int) -> bool:
    """Whether people are others than those of whom people before "and" are: "les délégués du Pérou et des rebelles"."""
    before = context.seen[-1] if context.seen else None
    if before is None or before.last != first - _JOINT or before.last - before.first < _WITH_OWNER:
        return False
    joined = context.grammar.has("coordinators", context.sentence[first - 2].lower)
    return joined and any(
        context.grammar.has("genitives", word.lower) for word in context.sentence[before.first + 1 : before.last]
    )


_JOINT = 3
"""Words from the end of a mention to people behind "and of"."""

_WITH_OWNER = 2
"""Words behind the first of a mention that says whose people are."""


def _acts(context: Context, first: int, behind: int) -> bool:
    """Whether people are the subject of the clause that a conjunction or a day opens: "as farmers demanded", "after
    nurses", "on Tuesday teachers rejected"."""
    before = context.sentence[first - 1].lower if first else ""
    if _is_between(context, before) or context.grammar.has("month-names", before) or _is_year(context, first - 1):
        return behind < len(context.sentence) and context.is_finite(context.sentence[behind].lower)
    opened = context.grammar.has_any(("subordinators", "conditions"), before)
    aside = opened and first >= _ASIDE and context.sentence[first - _ASIDE].text == ","  # ", as some campaigners want,"
    return opened and not aside and behind < len(context.sentence) and context.is_finite(context.sentence[behind].lower)


def _is_year(context: Context, at: int) -> bool:
    """Whether a word is a year behind its preposition: "in 1998 farmers signed"."""
    year = at > 0 and context.sentence[at].text.isdecimal() and len(context.sentence[at].text) == _YEAR
    return year and context.grammar.phrase("prepositions", lower(context.sentence), at - 1) is not None


_YEAR = 4
"""Figures of a year."""

_ASIDE = 2
"""Words from a comma to people behind it, the conjunction between."""


def _before_adjective(context: Context, first: int) -> int:
    """Where plain words before people begin, "(the) angry farmers", "oil industry employees", else the people."""
    if not first or not context.grammar.shows("compounds"):
        return first  # French has its adjectives behind.
    opener = first
    while opener and first - opener < _COMPOUND and _is_plain(context, opener - 1):
        opener -= 1
    if opener == first:
        return first
    opener -= opener > 0 and context.grammar.has("determiners", context.sentence[opener - 1].lower)
    joined = opener > 0 and context.grammar.has("coordinators", context.sentence[opener - 1].lower)
    return first if joined else opener  # "Oslo and six major powers" are told of together.


_COMPOUND = 3
"""Words before people, at most, that say of which kind they are."""


def _is_plain(context: Context, at: int) -> bool:
    """Whether a word only describes the people behind it: an adjective or noun in small letters, and no verb."""
    word, grammar = context.sentence[at], context.grammar
    determined = at > 0 and grammar.has("determiners", context.sentence[at - 1].lower)
    if not word.text.isalpha() or grammar.is_function_word(word.lower) or word.lower.endswith(_GERUND):
        return False
    return (word.text.islower() or at == 0) and (determined or not context.is_finite(word.lower))


_GERUND = "ing"
"""How a word ends whose object the people are, rather than described by it: "meeting farmers"."""


def _is_inverted(context: Context, first: int) -> bool:
    """Whether people are the subject behind the verb of a clause: "ce que réclament les mineurs"."""
    if not context.grammar.sets["inverting"] or not context.is_finite(context.sentence[first - 1].lower):
        return False
    at = first - 2
    while at > 0 and context.grammar.has("clitics", context.sentence[at].lower):
        at -= 1
    return at >= 0 and context.grammar.has_any(_INVERTING, context.sentence[at].lower)


_INVERTING = ("inverting", "dative-relatives", "genitive-relatives")
"""Classes of words that open a clause in which the subject may stand behind its verb."""


def _opens(context: Context, at: int) -> bool:
    """Whether a sentence or a clause begins at a word."""
    before = context.sentence[at - 1].lower if at else "."
    return not before[0].isalnum() or context.grammar.opens_clause(before)


def is_faced(context: Context, first: int) -> bool:
    """Whether a verb of meeting or addressing people stands before, their number, whose they are or a day between.

    "Offered nurses a raise", "met its 640 pilots", "the airline and its 640 pilots met", "a reçu hier des éleveurs".
    """
    if context.grammar.ends_before("facing-openers", lower(context.sentence[:first]), first):
        return True  # "called on farmers"
    at = first - 1
    counted = context.sentence[at].text.isdigit()
    at -= counted and at > 0
    at -= context.grammar.has("possessives", context.sentence[at].lower) and at > 0
    before = context.sentence[at].lower
    if counted and context.grammar.has("coordinators", before):
        return True
    while at > 0 and first - at <= _FACED and _is_between(context, context.sentence[at].lower):
        at -= 1
    return context.grammar.has("facing-verbs", context.sentence[at].lower)


def _is_between(context: Context, word: str) -> bool:
    """Whether a word may stand between a verb and the people who are its object: "des", "mardi", "matin"."""
    return context.grammar.has_any(("plural-articles", "calendar-names", "time-words"), word)


_FACED = 4
"""Words between a verb and the people who are its object: "hier matin des"."""


def _are_instances_told(context: Context, behind: int) -> bool:
    """Whether it is said behind people which of them are meant: "l'opposition de plusieurs pays, dont Malte"."""
    at = behind + (behind < len(context.sentence) and context.sentence[behind].text == ",")
    return context.grammar.phrase("instance-openers", lower(context.sentence[at : at + _OPENER]), 0) is not None


_OPENER = 4
"""Words of what opens the names of some of many, at most."""


def _before_count(context: Context, first: int) -> int:
    """Where the number before people begins, "quelque" and "près de" included; the people themselves without one."""
    at = first
    while at and context.sentence[at - 1].text.isdecimal():
        at -= 1
    lowered = lower(context.sentence[:at]) if at < first else []
    for opener in range(max(0, at - _COUNT_OPENER), len(lowered)):
        found = context.grammar.phrase("count-openers", lowered, opener)
        if found is not None and opener + found[0] == at:
            return opener
    return at


_COUNT_OPENER = 2
"""Words of what opens a number: "près de"."""


def _speaks(context: Context, first: int) -> bool:
    """Whether people stand behind a quotation and its verb: "... une hausse", ont déclaré les pilotes."""
    marks = [at for at in range(first) if context.sentence[at].text == '"']
    return bool(marks) and len(marks) % 2 == 0 and 1 < first - marks[-1] <= _VERB_OF_SPEECH


_VERB_OF_SPEECH = 5
"""Words from the end of a quotation to who said it, a comma and the verb between."""
