"""Whom descriptions mean, of what the text has told: "the two sides", "the company", "the army", "l'opposition"."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.counting import UNNAMED, number_told, some_unions, that_many
from services.extractor.actors.entity import EVERY_UNION, NAMELESS, Party, is_nameless
from services.extractor.actors.governments import at_the_table, government_told, governs
from services.extractor.actors.groups import by_group, can_act, homes_of, leads_people
from services.extractor.actors.mention import Actor
from services.extractor.actors.names import parties_of
from services.extractor.actors.noun_phrases import is_side, with_article
from services.extractor.actors.of_lands import of_land, own_body
from services.extractor.actors.opposition import is_being_against, opposition_of
from services.extractor.actors.pairs import (
    DESCRIBED_KINDS,
    EVERYBODY,
    PLURAL_DESCRIPTION,
    everybody,
    pair_told,
    so_many,
)
from services.extractor.actors.parliaments import bare_chamber, chamber, members
from services.extractor.actors.tables import called, union_members
from services.extractor.actors.units import ALL, OFFICIAL, Unit
from services.extractor.grammar import lower
from services.extractor.text.words import fold, words

SOLE = "sole"
"""One body alone, in an article about its lands: "the Centre"."""

MEDIATORS = "mediators"
"""Those who mediate, of whom the article has told: "the mediators"."""

_CAMP, _PARTIES = "camp", "political-party"
"""Parties that stand together: "la gauche", "la majorité"."""

_TWO, _FEW = 2, 3


def by_description(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Whom a description means, or a bare noun of bodies behind a determiner: "the government", "its army"."""
    unit = units[0] if units[0].tag == "D" else units[-1]
    if len(units) > 1 and unit.tag == "D" and not _is_opposition(context, unit):
        return _with_more(context, units)
    if unit.tag == "D" and _is_opposition(context, unit) and is_being_against(context, unit.last):
        return []
    if unit.tag == "D":
        return described(context, unit.meaning or "", units)
    if context.grammar.has("bare-bodies", context.lowered(unit)):
        return described(context, PLURAL_DESCRIPTION, units)
    if found := members(context, units) or _people_of_opposition(context, units):
        return found
    determined = len(units) > 1 and context.grammar.has("determiners", context.lowered(units[0]))
    if not determined and not is_side(lower(context.sentence), unit.first, context.grammar):
        return bare_chamber(context, unit)
    if (sent := _sent_by(context, units)) is not None:
        return sent
    if context.grammar.has("possessives", context.lowered(units[0])):
        owner = _whose(context, units[0].first)
        other = context.grammar.has("relation-nouns", context.lowered(unit))  # "its ally" is not it itself
        return [] if other else [actor._replace(person=None, level=None) for actor in owner]
    if context.grammar.has("militaries", context.lowered(unit)):
        return _military(context)
    if governs(context, unit):
        return government_told(context, units)
    if _is_of_government(context, unit):
        home = at_the_table(context)
        return [Actor(home)] if home is not None else []
    return chamber(context, units) or _unions_without_names(context, units)


def _people_of_opposition(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The opposition for which people act who are told of by its noun, in English: "opposition negotiators"."""
    unit = units[-1]
    if unit.last == unit.first or not context.grammar.has("opposition-nouns", context.sentence[unit.first].lower):
        return []
    party = _opposition(context, units)
    return [Actor(party)] if party is not None else _nameless(context, [unit._replace(last=unit.first)], "movement")


def _whose(context: Context, possessive: int) -> Sequence[Actor]:
    """Who was just spoken of; in what somebody tells another he himself: "told Oslo's minister that her country"."""
    named = [one for one in context.seen if one.kind != "adjective"]
    told = possessive > 0 and context.grammar.has("complementizers", context.sentence[possessive - 1].lower)
    addressed = told and len(named) > 1 and named[-1].last == possessive - _TWO
    return named[-_TWO].actors if addressed else context.subject()


def _sent_by(context: Context, units: Sequence[Unit]) -> Sequence[Actor] | None:
    """For whom those act of whom the same noun told whose they are: "the delegation", "these officials"."""
    unit, opener = units[-1], context.lowered(units[0])
    known = unit.meaning == OFFICIAL and not context.grammar.has("possessives", opener)
    if not known or context.grammar.has("indefinite-articles", opener):
        return None
    return context.memory.called.get(context.lowered(unit))


def _unions_without_names(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """A union, or several, of which nothing more is said: "un syndicat de policiers", "plusieurs syndicats"."""
    noun = context.lowered(units[-1])
    kind = context.grammar.phrase("body-kinds", lower(context.sentence), units[-1].first)
    alone = context.grammar.has("indefinite-articles", context.lowered(units[0]))
    if kind is not None and kind[1] == "union" and alone:
        return [Actor(Party("group:union", noun, "union"))]
    return some_unions(context, units) if context.grammar.has("union-plurals", noun) else []


def _with_more(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Whom a description means of which it is said besides whose they are."""
    meaning = next(unit.meaning or "" for unit in units if unit.tag == "D")
    if meaning == PLURAL_DESCRIPTION:
        return _of_countries(context, units)
    unit = next(unit for unit in units if unit.tag == "D")
    found = _at_home(context, units) or of_land(context, units, meaning)
    return found or (not meaning.startswith(ALL) and own_body(context, units, unit)) or []


def _is_of_government(context: Context, unit: Unit) -> bool:
    """Whether an adjective behind a noun says that it is the government's: "la délégation gouvernementale"."""
    behind = context.sentence[unit.last + 1 : unit.last + 2]
    return bool(behind) and context.grammar.has("government-adjectives", behind[0].lower)


def by_part(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Those whose body or people a noun tells of: "la coalition d'opposition", "la fédération des mineurs"."""
    head, whole = next(unit for unit in units if unit.tag in "boD"), units[-1]
    if whole.tag == "b" and units[-2].tag == "d":
        ministry = context.grammar.has("ministries", context.lowered(whole))
        return [] if ministry else by_description(context, units[-2:])  # "la délégation de l'armée"
    if whole.tag == "G":
        told = not _tells_opposition(context, head) if head.tag == "D" else leads_people(context, head, whole.last + 1)
        told = told or any(unit.tag in "bD" for unit in units[units.index(head) + 1 : -1])  # of their federation
        whence = [unit for unit in units if unit.tag == "a"]
        return by_group(context, [units[0], *whence, whole]) if told else []
    if whole.tag == "D" and not _tells_opposition(context, whole):
        return _people_of(head, described(context, whole.meaning or "", [whole]))
    if not _tells_opposition(context, whole) or _tells_opposition(context, head):
        if whole.tag != "b":
            return []
        return _people_of(head, chamber(context, [whole]) or _behind_contraction(context, units))
    if is_being_against(context, whole.last):
        return []
    party = _opposition(context, [whole])
    return [Actor(party)] if party is not None else _nameless(context, [whole], "movement")


def _behind_contraction(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Whom a noun means whose article is part of the preposition before it: "les dirigeants du parti"."""
    whole = units[-1]
    if not context.grammar.has("articles", context.lowered(units[-2])):
        return []
    if governs(context, whole):
        return government_told(context, units[-2:])  # "les délégués du gouvernement et de la CGT"
    if not context.ends_phrase(whole.last + 1):
        return []
    found = with_article("descriptions", lower(context.sentence[whole.first : whole.last + 1]), context.grammar)
    return described(context, found[1], [whole]) if found is not None else []


def _people_of(head: Unit, bodies: Sequence[Actor]) -> Sequence[Actor]:
    """The bodies whose people a noun tells of, with the rank that it tells: "the foreign ministers of both sides"."""
    office = head.name.office if head.name is not None else None
    return [actor._replace(person=None, level=office.level if office is not None else None) for actor in bodies]


def _tells_opposition(context: Context, unit: Unit) -> bool:
    return context.grammar.has("opposition-nouns", context.sentence[unit.last].lower)


def _of_countries(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Those who talk for the countries of the adjectives behind: "les négociateurs iraniens", not "both sides"."""
    return [Actor(party) for party in parties_of(context, units[1:])]


def _at_home(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """People without a name of their own, by the land or town beside them: "les syndicats péruviens"."""
    if units[0].tag != "D":
        return of_their_land(context, units)
    found = described(context, units[0].meaning or "", units[:1])
    noun = found[0].party.id.removeprefix(NAMELESS) if len(found) == 1 else ""
    if not context.grammar.has("people-at-home", noun):
        return []
    party = found[0].party
    return [Actor(home.group(noun, party.name, party.kind)) for home in homes_of(context, units[1:])]


def of_their_land(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The unions or employers of a land: those of it that the article names, else all: "Spanish union leaders"."""
    head = next(unit for unit in units if unit.tag in "Do")
    kind = (head.meaning or _UNION).removeprefix(ALL)
    determined = context.grammar.has("determiners", context.lowered(head).split()[0])
    if determined or kind not in _OF_A_LAND or not context.lowered(head).endswith("s"):
        return []
    homes = homes_of(context, [unit for unit in units if unit is not head])
    lands = {home.country for home in homes}
    named = [party for party in context.memory.every((kind,)) if party.country in lands and not is_nameless(party.id)]
    return [Actor(party) for party in named] or [Actor(home.group(f"{kind}s", f"{kind}s", kind)) for home in homes]


_UNION = "union"

_OF_A_LAND = frozenset({_UNION, "employer"})
"""Kinds of bodies of which a land before them tells whose they are, where none is named."""


def described(context: Context, meaning: str, units: Sequence[Unit]) -> Sequence[Actor]:
    """Whom a description with this meaning stands for: a pair, all of a kind, or the one of a kind that is told of."""
    if meaning == PLURAL_DESCRIPTION:
        return pair_told(context, units)
    if meaning == MEDIATORS:
        return context.memory.mediators
    if meaning == EVERYBODY:
        return everybody(context)
    if meaning.isdecimal():
        return so_many(context, int(meaning)) if context.ends_phrase(units[-1].last + 1) else ()
    if meaning == SOLE:
        only = _sole(context, units) or (_by_noun(context, units) if context.ends_phrase(units[-1].last + 1) else None)
        return [Actor(only)] if only is not None else []
    kinds = DESCRIBED_KINDS.get(meaning.removeprefix(ALL), (meaning.removeprefix(ALL),))
    if _are_others(context, units, kinds):
        return []
    if meaning.startswith(ALL):
        return _all_of(context, units, meaning, kinds)
    own = _sole(context, units) or _by_noun(context, units) or _of_those_called(context, units)
    if own is None and not {"company", "union", "alliance"} & {*kinds[:1]}:
        own = _called_so(context, units)
    party = own or _latest_here(context, kinds) or _most_told(context, kinds)
    if party is None and context.sentence[units[-1].last].is_capitalised:
        party = context.memory.latest(("igo",))  # The Union, the Commission: of a body of bodies.
    if party is None and _is_opposition(context, units[0]):
        party = _opposition(context, units)
    return [Actor(party)] if party is not None else _nameless(context, units, meaning)


def _all_of(context: Context, units: Sequence[Unit], meaning: str, kinds: Sequence[str]) -> Sequence[Actor]:
    """Every body of these kinds that the article has named, or as many of them as the words count."""
    number = number_told(context, units)
    if number is not None and (counted := that_many(context, kinds, number)) is not None:
        return counted
    latest = context.memory.latest(kinds)
    known = context.memory.every((latest.kind,)) if latest is not None else ()
    named = [party for party in known if not is_nameless(party.id)]  # "the unions" are not "the gendarmes"
    if len(named) == 1 and meaning == f"{ALL}union" and context.grammar.shows("rival-unions"):
        return [Actor(UNNAMED)]  # More than the CGT.
    if "company" in kinds and len(named) > _FEW:
        return [actor for actor in context.memory.pair if actor.party in named]  # Not all of a trade.
    return [Actor(party) for party in named] or _nameless(context, units, meaning)


def _are_others(context: Context, units: Sequence[Unit], kinds: Sequence[str]) -> bool:
    """Whether the words behind make others of them than who was named, "les organisations internationales", "le groupe
    d'amitié", "la majorité des voix", or a camp only is where something is: "des critiques dans la majorité"."""
    if _CAMP in kinds and not can_act(context, units[0].first):
        return True
    return (len(kinds) > _TWO or _CAMP in kinds) and not context.ends_phrase(units[-1].last + 1)


def _by_noun(context: Context, units: Sequence[Unit]) -> Party | None:
    """The body of whose long name a noun in a capital is a word: "the League", where the Arab League is told of."""
    noun = context.sentence[units[-1].last]
    return context.memory.nouns.get(noun.folded) if noun.is_capitalised and units[0].last == units[-1].last else None


def _of_those_called(context: Context, units: Sequence[Unit]) -> Party | None:
    """The latest of the few bodies that a noun means behind an article: "the bloc" of the EU, where the UN is told
    of; else the one of them that the article names most."""
    bodies = called().get(context.text(units[-1:]).partition(" ")[2], frozenset())
    here = [actor.party for mention in context.seen if mention.is_named for actor in mention.actors]
    latest = next((party for party in reversed((*context.memory.parties, *here)) if party.id in bodies), None)
    counts = context.memory.counts
    most = max(sorted(bodies), key=lambda one: counts[one], default="")
    return latest or (context.gazetteer.party(most) if counts[most] else None)


def _called_so(context: Context, units: Sequence[Unit]) -> Party | None:
    """The latest body with the noun in its own name: "the association", where a teachers' association is told of."""
    noun = context.sentence[units[-1].last].folded
    if units[0].last != units[-1].last:
        return None
    named = (one for one in reversed(context.memory.parties) if not (one.kind == "country" or is_nameless(one.id)))
    return next((party for party in named if noun in fold(party.name).split()), None)


def _sole(context: Context, units: Sequence[Unit]) -> Party | None:
    """The union of states that a bare noun in a capital means in its lands: "the Commission" in an article on Spain."""
    noun = context.sentence[units[-1].last]
    body = context.grammar.sole_bodies.get(noun.lower) if noun.is_capitalised else None
    longer = (name.split(" ") for name in context.memory.aliases if " " in name)
    if body is None or any(noun.folded in words for words in longer) or _goes_on(context, units[-1].last + 1):
        return None
    named = context.memory.seats.keys() | context.memory.grounds.keys()
    lands = union_members().get(body, frozenset({body.partition(":")[2]}))
    return context.gazetteer.party(body) if named & lands or context.memory.counts[body] else None


def _goes_on(context: Context, at: int) -> bool:
    """Whether what follows makes a bare noun part of a longer name: "the North Pole", "le Sud de l'Ostrel"."""
    if at >= len(context.sentence):
        return False
    behind = context.sentence[at]
    asked = at + 1 < len(context.sentence) and context.grammar.looks_like_infinitive(context.sentence[at + 1].text)
    if asked:
        return behind.is_capitalised  # "a demandé à la Commission de revoir"
    return behind.is_capitalised or context.grammar.has("genitives", behind.lower)


def _latest_here(context: Context, kinds: Sequence[str]) -> Party | None:
    """The body of one of these kinds that this sentence has named last."""
    seen = (mention for mention in reversed(context.seen) if mention.kind not in ("pronoun", "adjective"))
    told = (actor.party for mention in seen for actor in mention.actors if actor.party.kind in kinds)
    return next((party for party in told if _is_body(party)), None)


def _is_body(party: Party) -> bool:
    """Whether a noun of a body may mean a party: "the company" none of its creditors or suppliers."""
    return party.kind != _COMPANY or not is_nameless(party.id)


def _most_told(context: Context, kinds: Sequence[str]) -> Party | None:
    """The body of these kinds that was named last; of companies the one that the article is about, which its creditors
    and suppliers are not."""
    known = context.memory.every(kinds)
    if "company" not in kinds or not known:
        return context.memory.latest(kinds)
    return max(filter(_is_body, reversed(known)), key=context.memory.weight_of, default=None)


_COMPANY = "company"


def _military(context: Context) -> Sequence[Actor]:
    """Who "the army" is: a party of that name if the article has one, else the country it is about."""
    armies = [
        party
        for party in context.memory.parties
        if party.kind in ("armed-group", "government")
        and context.grammar.sets["militaries"] & {word.folded for word in words(party.name)}
    ]
    party = armies[-1] if armies else context.memory.army or at_the_table(context)
    return [Actor(party)] if party is not None else []


def _is_opposition(context: Context, unit: Unit) -> bool:
    return context.grammar.phrase("oppositions", lower(context.sentence), unit.first) is not None


def _opposition(context: Context, units: Sequence[Unit]) -> Party | None:
    """That of the country of the adjective behind it, else of the one that the article is about."""
    owner = next(iter(parties_of(context, units)), None) or context.home()
    return opposition_of(context, owner) if owner is not None else None


def _nameless(context: Context, units: Sequence[Unit], meaning: str) -> Sequence[Actor]:
    """A group of its own, where nobody of the kind is named: "the unions", "la direction", "the opposition"."""
    kind = _PARTIES if meaning == _CAMP else meaning.removeprefix(ALL)
    words = _unranked(context, units[-1])
    found = context.grammar.phrase("nameless", words, 0) or with_article("nameless", words, context.grammar)
    if found is None and kind == "union" and meaning.startswith(ALL):
        return [Actor(Party(EVERY_UNION, "unions", kind))]
    if found is None:
        return _of_a_trade(context, units[-1])
    return [Actor(Party(f"group:{found[1]}", context.lowered(units[-1]), kind))]


def _of_a_trade(context: Context, unit: Unit) -> Sequence[Actor]:
    """The people that a description names by their trade, where no body of the kind is named: "les banques"."""
    lowered = lower(context.sentence)
    bare = not context.grammar.has("determiners", lowered[unit.first])  # one of two sides: "between banks and growers"
    noun = unit.first + (not bare)
    group = context.grammar.phrase("acting-plurals", lowered, noun)
    if group is None or noun + group[0] - 1 != unit.last:
        return []
    people = Unit("G", noun, unit.last, meaning=group[1])
    return by_group(context, [people] if bare else [Unit("d", unit.first, unit.first), people])


def _unranked(context: Context, unit: Unit) -> Sequence[str]:
    """The words of a description without those of rank: "le syndicat" of "le principal syndicat"."""
    first, *rest = lower(context.sentence[unit.first : unit.last + 1])
    return [first, *(word for word in rest if not context.grammar.has("ranking-words", word))]
