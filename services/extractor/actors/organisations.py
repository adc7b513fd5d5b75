"""Which body a noun of bodies means: "the Peruvian government", "le groupe Bertoli", "Norway's unions"."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.actors.bodies.brackets import spells
from services.extractor.actors.context import Context
from services.extractor.actors.descriptions import described
from services.extractor.actors.entity import EVERY_UNION, NAMELESS, UNTOLD, Party
from services.extractor.actors.mention import Actor
from services.extractor.actors.names import governed, is_loose_list, parties_of, party_meant
from services.extractor.actors.of_lands import own_body
from services.extractor.actors.opposition import opposed
from services.extractor.actors.pairs import PLURAL_DESCRIPTION, says_two
from services.extractor.actors.people import by_persons_name
from services.extractor.actors.tables import slug
from services.extractor.actors.units import ALL, OFFICIAL, Unit
from services.extractor.grammar import lower
from services.extractor.text.words import fold, written


def by_body(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The bodies whose government, delegation, unions ... are named: those they belong to."""
    several = units[0].tag == "D" and units[0].meaning == PLURAL_DESCRIPTION and says_two(context, units[:1])
    if several or is_loose_list(context, units):
        return []
    if units[0].tag == "D" and (units[0].meaning or "").removeprefix(ALL) in _OF_STAFF:
        return unions_of(context, units[:1], parties_of(context, units))  # "the unions of Renault" are not Renault
    level = next((unit.meaning for unit in units if unit.tag == "b"), None)
    if level != OFFICIAL and (own := _own(context, units)) is not None:
        return own
    if (envoy := _envoy_of_all(context, units)) is not None:
        return [envoy]
    if units[0].tag in "tp" and not parties_of(context, units):
        return [actor._replace(person=None) for actor in by_persons_name(context, units, None)]
    owned = next((at for at, unit in enumerate(units) if unit.tag == "s"), -1)
    parties = parties_of(context, units[owned + 1 :]) or parties_of(context, units)
    if not parties and any(unit.tag == "p" for unit in units):
        parties = [
            actor.party for actor in by_persons_name(context, [unit for unit in units if unit.tag in "pu-"], None)
        ]
    if any(context.lowered(unit) in context.grammar.sets["governments"] for unit in units if unit.tag == "b"):
        parties = [governed(context, party) for party in parties]
        context.memory.cabinet = parties[0] if len(parties) == 1 else context.memory.cabinet
    parties = opposed(context, units, parties)
    if parties and any(context.grammar.has("militaries", context.lowered(unit)) for unit in units):
        context.memory.army = parties[-1]
    actors = [Actor(party, level="official" if level == OFFICIAL else None) for party in parties]
    if actors:
        sent = (context.lowered(unit) for unit in units if unit.tag == "b" and unit.meaning == OFFICIAL)
        context.memory.call(sent, actors)  # "the delegation" behind it is theirs
    return actors


def _own(context: Context, units: Sequence[Unit]) -> Sequence[Actor] | None:
    """Who is told of by a noun of bodies that are not the state beside whose adjective it stands, and no more."""
    noun = next((unit for unit in units if unit.tag == "b"), None)
    if noun is None or any(unit.tag not in "dtba" for unit in units):
        return None
    return own_body(context, units, noun)


def by_staff(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The state for which the government or office of its leader acts, "Prime Minister Ana Quispe's government"; a body
    that is no part of it, like her party, is not the state."""
    apart = context.grammar.phrase("body-kinds", lower(context.sentence), units[-1].first)
    return [] if apart is not None else by_body(context, units)


_OF_STAFF = frozenset({"union", "works-council"})
"""Kinds of bodies that a company's staff have: they are not the company."""


def unions_of(context: Context, units: Sequence[Unit], owners: Sequence[Party]) -> Sequence[Actor]:
    """The unions that the article names, else those of the company beside: "group:bertoli-unions"."""
    found = described(context, units[0].meaning or f"{ALL}union", units)
    bare = len(found) == 1 and found[0].party.id in (EVERY_UNION, _WORKS_COUNCIL)
    if not bare or not owners or owners[0].kind != "company":
        return found
    if owners[0] not in context.memory.parties:
        context.memory.parties.append(owners[0])  # "the management" behind it is that company's.
    of_whom = owners[0].id.partition(":")[2]
    identity = f"{NAMELESS}{of_whom}-{found[0].party.id.removeprefix(NAMELESS)}"
    return [Actor(replace(found[0].party, id=identity))]


_WORKS_COUNCIL = f"{NAMELESS}works-council"


def _envoy_of_all(context: Context, units: Sequence[Unit]) -> Actor | None:
    """The envoy of a body of states who was just told of, by whence he is: "the Norwegian diplomat" of the UN.

    Only where nothing else speaks for that state.
    """
    if [unit.tag for unit in units] != ["d", "a", "b"] or not context.grammar.has("envoys", context.lowered(units[-1])):
        return None
    party = next(iter(parties_of(context, units[1:2])), None)
    if (
        party is None
        or context.memory.counts[party.id] > 1
        or not context.grammar.has("articles", context.lowered(units[0]))
    ):
        return None
    last = next(iter(context.memory.focus), None)
    return last if last is not None and last.person is not None and last.party.kind in _OF_STATES else None


_OF_STATES = frozenset({"igo", "alliance"})
"""Kinds of bodies whose envoys come from member states."""


def by_named_body(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """ "le groupe allemand Bertoli", "la compagnie Air France": who is named last, a body of that kind."""
    last = units[-1]
    if last.tag == "c":
        known = last.name is not None and last.name.kind == "organisation"
        return [Actor(party_meant(context, last.name))] if known and last.name is not None else []
    kind = _kind_of_body(context, units)
    if kind == UNTOLD:
        kind = next((unit.meaning or "" for unit in units if unit.tag == "D"), "")
    named = [unit for unit in units if unit.tag in "uq"]
    words = context.sentence[named[0].first : last.last + 1]
    name = " ".join(word.text for word in words)
    if kind not in context.grammar.kinds or not slug(name) or context.grammar.has("thing-nouns", words[-1].lower):
        return []  # "the Railway Labor Act" is none
    country = next((party.id.removeprefix("country:") for party in parties_of(context, units)), None)
    party = context.memory.aliases.setdefault(fold(name), Party(f"org:{slug(name)}", written(words), kind, country))
    return [Actor(party)]


def by_new_body(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """A body that the text introduces by a noun and a name, known by both and by its acronym from here on."""
    if any(context.grammar.has("ministries", context.lowered(unit)) for unit in units):
        return _at_home_government(context)
    if any(context.grammar.has("people-nouns", context.lowered(unit)) for unit in units):
        return []  # "board member Ana Quispe"
    named = [unit for unit in units if unit.tag in "uq"]
    acronym = named[-1] if named[-1].tag == "q" and len(named) > 1 else None
    if acronym is not None and context.text([acronym]).upper() in context.memory.things:
        return []
    inside = [unit for unit in named if unit is not acronym]
    words = context.sentence[inside[0].first : inside[-1].last + 1]
    name = " ".join(word.text for word in words)
    identity = slug(context.text([acronym]) if acronym is not None else name)
    if not identity or (len(named) == 1 and named[0].first == 0 and named[0].tag == "u"):
        return []  # The capital of a word that opens the sentence tells nothing: "Economy ministry sources".
    kind = _kind_of_body(context, units)
    if kind == UNTOLD and all(unit.tag == "u" for unit in named):
        return []  # "sous la présidence d'Ana Quispe", "de son côté Ana Quispe": people.
    if kind == UNTOLD and acronym is not None and not _abbreviates(context.text([acronym]), name):
        return []  # "à Gland (VD)"
    party = Party(f"org:{identity}", written(words), kind)
    context.memory.aliases[fold(name)] = party
    if acronym is not None:
        context.memory.aliases[context.text([acronym])] = party
    return [Actor(party)]


def _abbreviates(letters: str, name: str) -> bool:
    """Whether letters are the initials of a name, or three or more of its letters: those of a town's canton or
    department are neither."""
    rest = iter(fold(name))
    inside = (
        len(letters) >= _TELLING and fold(name)[:1] == fold(letters)[:1] and all(one in rest for one in fold(letters))
    )
    return inside or spells(letters, name)


_TELLING = 3
"""Letters of an abbreviation that are more than a region's."""


def _at_home_government(context: Context) -> Sequence[Actor]:
    """A ministry of which nothing else is said is one of the country that the article is about."""
    home = context.home()
    return [Actor(home)] if home is not None else []


def _kind_of_body(context: Context, units: Sequence[Unit]) -> str:
    lowered = lower(context.sentence)
    for unit in units:
        noun = unit.last if unit.tag == "D" else unit.first  # a description begins with its determiner: "le groupe"
        found = context.grammar.phrase("body-kinds", lowered, noun)
        if found is not None:
            return found[1]
    return UNTOLD
