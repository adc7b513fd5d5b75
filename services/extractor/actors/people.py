"""Whom the name of a person means: known to the tables or the text, or introduced by an office or a party beside it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from services.extractor.actors.context import Context
from services.extractor.actors.entity import Office, Party, Person, Tenure
from services.extractor.actors.holders import at_home, by_national_office, of_fighters, of_firm, owners_of, whose_office
from services.extractor.actors.mention import Actor, Representative
from services.extractor.actors.names import parties_of
from services.extractor.actors.opposition import is_shadow, opposed
from services.extractor.actors.tables import slug, surname_first
from services.extractor.actors.units import Unit
from services.extractor.text.words import fold

_SOON = timedelta(days=3 * 365)
"""How long before somebody takes office the name may mean him: later bearers of the name are others."""

_OFTEN = 2
"""Mentions that make an article one about a body."""


def by_person(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Somebody named, with an office or without: "M. Dahl", "le ministre norvégien Dahl"."""
    if _is_town(context, units) or _is_namesake(context, units):
        return []
    return by_persons_name(context, units, office_of(units))


def by_member(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Somebody known with the party that he is of behind him: there he stands for it, whatever office he held."""
    parties = parties_of(context, units)
    return by_persons_name(context, units, None) if parties and parties[0].kind == "political-party" else []


def by_fellow(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Somebody with the body that he is of in brackets or between commas: "Luc Barral (CGT)"; no state is one, but of
    those who bear one office: "Presidents Dahl of Norway and Salas of Peru"."""
    parties = parties_of(context, units)
    if parties and parties[0].kind == "country":
        before = _bearer_before(context, units[0].first)
        if before is None:
            return []
        return [actor._replace(level=before.level) for actor in by_persons_name(context, units, None)]
    return by_persons_name(context, units, None) if parties and parties[0].kind in WITH_FELLOWS else []


def by_demonym(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Somebody whose name says who he is, else of which people: "la Péruvienne Ana Quispe" acts for Peru."""
    named = [unit for unit in units if unit.tag in "pu"]
    return by_person(context, named) or [Actor(party) for unit in units if unit.name for party in unit.name.parties][:1]


def _bearer_before(context: Context, first: int) -> Actor | None:
    """Who bears an office and stands right before in a list with his country: "Presidents Dahl of Norway and"."""
    before = context.seen[-1] if context.seen else None
    if before is None or before.kind not in ("office", "person") or first - before.last > _LISTED:
        return None
    joint = [context.sentence[at].lower for at in range(before.last + 1, first)]
    listed = bool(joint) and all(word == "," or context.grammar.has("coordinators", word) for word in joint)
    own = any(context.grammar.has("genitives", context.sentence[at].lower) for at in range(before.first, before.last))
    bearer = before.actors[-1]
    return bearer if listed and own and bearer.person is not None and bearer.party.kind == "country" else None


_LISTED = 3
"""Words from one of a list to the next, a comma and "and" between."""

WITH_FELLOWS = frozenset({"union", "political-party", "employer", "movement", "ngo"})
"""Kinds of bodies by which the press tells for whom somebody speaks."""


def _is_town(context: Context, units: Sequence[Unit]) -> bool:
    """Whether a comma parts where something is from who is told of: "À Sarville, le préfet a"."""
    alone = len(units) > 1 and units[0].tag == "u" and context.sentence[units[1].first].text == ","
    return alone and units[0].first > 0 and context.grammar.has("locative", context.sentence[units[0].first - 1].lower)


def _is_namesake(context: Context, units: Sequence[Unit]) -> bool:
    """Whether another first name stands before a surname that is known: "Mansour Dahl" is not Arne Dahl."""
    unit, before = units[0], units[0].first - 1
    if before < 0 or unit.tag != "p" or (unit.name is not None and unit.name.kind != "surname"):
        return False
    word, lowered = context.sentence[before], context.sentence[before].lower
    if not (word.is_capitalised and lowered.isalpha()) or context.grammar.is_function_word(lowered):
        return False
    if any(mention.last >= before for mention in context.seen):
        return False
    known = context.memory.surnames.get(context.sentence[unit.last].folded)
    names = [known.person.name] if known is not None and known.person is not None else []
    names += [person.name for person in (unit.name.persons if unit.name is not None else ())]
    return bool(names) and not _is_part(word.text, names)


def _may_be_known(context: Context, units: Sequence[Unit]) -> bool:
    """Whether no other first name stands between an office and a surname that is known: "le maire Robert Dahl"; who
    bears the office and is named with an initial is known, by whatever form of his name: "President Robert B. Dahl"."""
    first = [unit for unit in units if not (unit.tag == "u" and _is_initial(context, unit))]
    return not any(
        unit.tag == "p"
        and before.tag == "u"
        and unit.name is not None
        and unit.name.kind == "surname"
        and not _is_part(context.sentence[before.last].text, [person.name for person in unit.name.persons])
        and (before.last + 1 == unit.first or not _bears(context, unit, office_of(units)))
        for before, unit in pairwise(first)
    )


def _is_initial(context: Context, unit: Unit) -> bool:
    """Whether a unit is a letter with its point: "Robert B. Dahl"."""
    word = context.sentence[unit.first].text
    return len(word) == 1 and word.isupper() and context.sentence[unit.last].text == "."


def _bears(context: Context, unit: Unit, office: Office | None) -> bool:
    """Whether somebody of a surname holds an office on the day of the article."""
    day = context.published
    known = unit.name.persons if unit.name is not None else ()
    return office is not None and any(
        tenure.office == office.key and (day is None or tenure.covers(day))
        for person in known
        for tenure in person.tenures
    )


def _is_part(word: str, names: Sequence[str]) -> bool:
    """Whether a word sounds like a part of one of some names."""
    return any(_sound(word) == _sound(part) for name in names for part in name.split())


def _sound(name: str) -> str:
    """What stays of a first name however it is spelt: its first two consonants."""
    return "".join(letter for letter in fold(name) if letter not in _VOWELS)[:2]


_VOWELS = "aeiouy'-"


def office_of(units: Sequence[Unit]) -> Office | None:
    """The office that the words name."""
    return next((unit.name.office for unit in units if unit.tag == "o" and unit.name), None)


def by_persons_name(context: Context, units: Sequence[Unit], office: Office | None) -> list[Actor]:
    """The actor where a person is named, known or new; a new person needs a party beside the name."""
    name = name_of_person(context, units)
    if name is None:
        return []
    parties = parties_of(context, units)
    if is_former(context, units):
        himself = _himself(context, name, units, office)
        if office is not None:
            context.memory.hold(former(office), himself)
        return [himself]
    if parties and all(party.kind == "country" for party in parties):
        parties = of_fighters(context, units) or parties  # "Peruvian rebel leader Ana Quispe"
    owned = office is not None or units[0].tag == "D"  # "the union's Ana Quispe"
    owners = [] if parties or not owned else owners_of(context, units)
    known = _known_person(context, name, units, parties, office)
    if known is not None and known.party.kind == "country" and is_shadow(context, units):
        known = None  # He has held or will hold the office itself.
    actor = known or _new_person(context, name, units, parties or owners, office)
    if actor is None:
        return []
    for surname in _surnames(name, actor):
        context.memory.introduce(surname, actor)
    if office is not None:
        context.memory.hold(office.key, actor)
        remember_title(context, units, actor)
    return [actor]


def _known_person(
    context: Context, name: str, units: Sequence[Unit], parties: list[Party], office: Office | None
) -> Actor | None:
    """Somebody the text or the tables know, if he stands for the parties beside the name."""
    remembered = context.memory.surnames.get(fold(name.split()[-1]))
    if remembered is not None and (not parties or remembered.party in parties):
        return remembered
    for person in _persons(units) if _may_be_known(context, units) else ():
        tenure = _tenure(context, person, parties, office)
        if tenure is not None:
            return _actor(context, person, tenure, office)
    return None


def is_former(context: Context, units: Sequence[Unit]) -> bool:
    """Whether the words before an office say that it is borne no more: "l'ancien ministre", "l'ex-ministre"."""
    titles = [context.sentence[unit.first].lower for unit in units if unit.tag == "t"]
    return context.grammar.holds("former-titles", titles)


def former(office: Office) -> str:
    """By what an article remembers who bore an office once, apart from who bears it now."""
    return f"former {office.key}"


def _himself(context: Context, name: str, units: Sequence[Unit], office: Office | None) -> Actor:
    """Who bears his office no more: he stands for the body that he is known to act for now, else for nobody else."""
    remembered = context.memory.surnames.get(fold(name.split()[-1]))
    if remembered is not None:
        return remembered
    known = next((person for person in _persons(units) if person.name.split()[0] in name.split()), None)
    day = context.published
    since = [one for one in known.tenures if office is None or one.office != office.key] if known is not None else []
    now = next((one for one in since if day is not None and one.covers(day)), None)
    actor = _actor(context, known, now, None) if known is not None and now is not None else None
    actor = actor or Actor(Party(known.id if known is not None else f"person:{slug(name)}", name, "person"))
    context.memory.introduce(name.split()[-1], actor)
    return actor


def _new_person(
    context: Context, name: str, units: Sequence[Unit], parties: list[Party], office: Office | None
) -> Actor | None:
    """Somebody whom the text introduces, for a party beside the name or the one that the office is of."""
    party = parties[0] if parties else None
    if party is None and office is not None and not is_of_unknown(context, units) and not is_of_people(context, units):
        told = by_national_office(context, units) or of_firm(context, units)
        party = next(iter(told), None) or whose_office(context, office)
        party = party or next((actor.party for actor in at_home(context, office)), None)
    if party is None or not slug(name):
        return None
    party = opposed(context, units, [party])[0]
    representative = Representative(f"person:{slug(name)}", name, office.name if office else None)
    return Actor(party, representative, office.level if office else "official")


def is_of_people(context: Context, units: Sequence[Unit]) -> bool:
    """Whether a common noun before "leader" says whose he is, and no state's: "farmer leader Ana Ruiz"."""
    if units[0].tag != "o" or units[0].first == 0 or not context.grammar.has("leaders", context.lowered(units[0])):
        return False
    before = context.sentence[units[0].first - 1].lower
    closed = context.grammar.has_any(_NO_NOUNS, before)
    closed = closed or context.grammar.phrase("prepositions", [before], 0) is not None
    return before.isalpha() and not closed and not context.is_finite(before)


_NO_NOUNS = (
    "determiners", "possessives", "coordinators", "complementizers", "subordinators", "relatives", "adversatives",
    "adverbs", "titles", "genitives", "militaries", "time-words", "calendar-names",
)  # fmt: skip
"""Classes of words before an office that say of nobody whose it is."""


def name_of_person(context: Context, units: Sequence[Unit]) -> str | None:
    inside = [unit for unit in units if unit.tag in "pu"]
    if not inside:
        return None
    words = context.sentence[inside[0].first : inside[-1].last + 1]
    middle = len(words[0].text) > 1
    initials = {at for at, word in enumerate(words[1:], 1) if middle and len(word.text) == 1 and word.text.isupper()}
    return " ".join(word.text for at, word in enumerate(words) if word.text not in "-." and at not in initials)


def _surnames(name: str, actor: Actor) -> Sequence[str]:
    """By what the text will call a person from here on: the last word, or where surnames stand first the first."""
    parts = name.split()
    if len(parts) > 1 and actor.party.country in surname_first():
        return [parts[0], parts[-1]]
    return parts[-1:]


def remember_title(context: Context, units: Sequence[Unit], actor: Actor) -> None:
    """Remember the words of an office: the Secretary of State will be "the Secretary"."""
    for unit in units:
        if unit.tag == "o":
            for word in context.text([unit]).split(" "):
                context.memory.titled[word] = actor


def _actor(context: Context, person: Person, tenure: Tenure, office: Office | None) -> Actor | None:
    party = context.gazetteer.party(tenure.party)
    if party is None:
        return None
    held = office or context.gazetteer.office(tenure.office)
    representative = Representative(person.id, person.name, held.name if held else None)
    return Actor(party, representative, held.level if held else None)


def _persons(units: Sequence[Unit]) -> list[Person]:
    return [person for unit in units if unit.tag == "p" and unit.name for person in unit.name.persons]


def _tenure(context: Context, person: Person, parties: list[Party], office: Office | None = None) -> Tenure | None:
    """The office a person holds on the day, else the last one before, for one of the parties if there are any.

    Of several it is that beside the name, else that of a body of which the article tells.
    """
    wanted = {party.id for party in parties}
    fitting = [tenure for tenure in person.tenures if not wanted or tenure.party in wanted]
    day = context.published
    current = [tenure for tenure in fitting if day is None or tenure.covers(day)]
    called = office.key if office is not None else None
    current.sort(key=lambda tenure: (tenure.office != called, not _is_about(context, tenure.party)))
    past = [tenure for tenure in fitting if day is None or (tenure.start or date.min) <= day]
    soon = [tenure for tenure in fitting if day is None or tenure.start is None or tenure.start <= day + _SOON]
    return next(iter(current or past[-1:] or soon), None)


def _is_about(context: Context, party: str) -> bool:
    """Whether the article names a body that fights, or one of several in its country: a party among parties."""
    body = context.gazetteer.party(party)
    if body is not None and body.kind == "armed-group":
        return bool(context.memory.counts[party])
    if body is None or body.kind != "political-party" or context.memory.counts[party] < _OFTEN:
        return False
    known = (context.gazetteer.party(one) for one, count in context.memory.counts.items() if count >= _OFTEN)
    return sum(one is not None and one.kind == "political-party" for one in known) > 1


def is_of_unknown(context: Context, units: Sequence[Unit]) -> bool:
    """Whether "of" and nobody known follow: "Anna Weiss, présidente du Rotary"."""
    around = [context.sentence[units[0].first - 1].lower if units[0].first else "", *map(context.lowered, units)]
    if context.grammar.holds("outlaws", around):
        return True  # "militant leader X" leads no state, whichever was named last.
    behind = units[-1].last + 1
    return behind < len(context.sentence) and context.grammar.has("genitives", context.sentence[behind].lower)
