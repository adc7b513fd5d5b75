"""Names found in a text in one pass over all tables of both languages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import chain
from typing import get_args

import ahocorasick_rs

from services.extractor.actors import families, tables
from services.extractor.actors.entity import Name, NameKind, Office, Party, Person, Place
from services.extractor.document import Language
from services.extractor.grammar import grammar
from services.extractor.text.words import fold, fold_text

_KINDS = [
    "person",
    "organisation",
    "country",
    "metonym",
    "capital",
    "adjective",
    "demonym",
    "prefix",
    "surname",
    "office",
    "place",
    "something-else",
]
_RANK = {kind: rank for rank, kind in enumerate(_KINDS)}
_ELSE = "something-else"
_ARTICLES = frozenset({"le", "la", "les", "l'", "the", "el"})


@dataclass(frozen=True, slots=True)
class _Entry:
    spelling: str
    kind: str
    parties: tuple[Party, ...] = ()
    person: Person | None = None
    office: Office | None = None
    place: Place | None = None


class Gazetteer:
    """All known names, matched on folded text, checked for case and word boundaries."""

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        for entry in _all_entries():
            _put(entry, self._entries[fold(entry.spelling)])
        self._patterns = list(self._entries)
        standard = ahocorasick_rs.MatchKind.Standard
        self._matcher = ahocorasick_rs.AhoCorasick(self._patterns, matchkind=standard)
        self._in_office: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in tables.people().values():
            for tenure in person.tenures:
                self._in_office[tenure.office, tenure.party].append(person)

    def find(self, text: str) -> list[Name]:
        """Names in order, none within another: leftmost first, then longest.

        Positions are those of `text`, which must be normalised (straight apostrophes, plain spaces).
        """
        folded = fold_text(text)
        matches = self._matcher.find_matches_as_indexes(folded, overlapping=True)
        spans = sorted(((start, end, index) for index, start, end in matches), key=lambda span: (span[0], -span[1]))
        found: list[Name] = []
        reached = 0
        for start, end, index in spans:
            entries = self._entries[self._patterns[index]]
            if start < reached or not _is_whole(folded, start, end):
                continue
            name = self._name(text, start, end, entries)
            if name is not None:
                found.append(name)
            if name is not None or _is_something_else(text[start:end], entries):
                reached = end
        return found

    @property
    def spellings(self) -> dict[str, str]:
        """Each spelling of a state or organisation → its id; of several that share one the first."""
        found: dict[str, str] = {}
        for entries in self._entries.values():
            for entry in entries:
                if entry.parties and entry.kind != "prefix":
                    found.setdefault(entry.spelling, entry.parties[0].id)
        return found

    def long_names(self, letters: str) -> list[str]:
        """All names of several words of the bodies that letters stand for."""
        ids = {party.id for entry in self._entries.get(fold(letters), []) for party in entry.parties}
        return [name for one in sorted(ids) for name in self._of_several_words[one]]

    @cached_property
    def _of_several_words(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for entries in self._entries.values():
            for entry in entries:
                for party in entry.parties if entry.kind == "organisation" and " " in entry.spelling else ():
                    found[party.id].append(entry.spelling)
        return found

    def party(self, identity: str) -> Party | None:
        """The body with this id."""
        return tables.countries().get(identity) or tables.organisations().get(identity)

    def office(self, key: str) -> Office | None:
        """The office with this key."""
        return tables.offices().get(key)

    def people_in_office(self, office: str, party: str, day: date) -> list[Person]:
        """Who holds an office for a body on a day."""
        return [
            person
            for person in dict.fromkeys(self._in_office[office, party])
            if any((tenure.office, tenure.party) == (office, party) and tenure.covers(day) for tenure in person.tenures)
        ]

    def _name(self, text: str, start: int, end: int, entries: list[_Entry]) -> Name | None:
        surface = text[start:end]
        fitting = [
            entry
            for entry in entries
            if entry.kind != _ELSE
            and _case_fits(surface, entry)
            and _prefix_fits(text, end, entry)
            and _place_fits(text, start, end, entry)
        ]
        if not fitting:
            return None
        fitting.sort(key=lambda entry: (_is_other_case(surface, entry), _RANK[entry.kind]))
        best = [entry for entry in fitting if entry.kind == fitting[0].kind]
        place = next((entry.place for entry in fitting if entry.place is not None), None)
        return Name(
            start=start,
            end=end,
            kind=_kind(best[0], surface),
            parties=_parties(best),
            persons=tuple(dict.fromkeys(entry.person for entry in best if entry.person is not None)),
            office=best[0].office,
            place=place,
        )


def _put(entry: _Entry, known: list[_Entry]) -> None:
    """Add what a spelling may mean; bodies of which one is spelt as the other are one entry: of some forty parties."""
    for at, other in enumerate(known):
        if entry.parties and (entry.spelling, entry.kind) == (other.spelling, other.kind):
            if entry.parties[0] not in other.parties:
                known[at] = replace(other, parties=(*other.parties, *entry.parties))
            return
    known.append(entry)


def _parties(entries: list[_Entry]) -> tuple[Party, ...]:
    """The bodies of entries, each once."""
    if len(entries) == 1:
        return entries[0].parties
    return tuple(dict.fromkeys(party for entry in entries for party in entry.parties))


def _kind(entry: _Entry, surface: str) -> NameKind:
    if entry.kind == "prefix":
        return "adjective"
    if entry.kind == "person" and " " not in surface and "-" not in surface:
        return "surname"
    return entry.kind  # type: ignore[return-value]


def _case_fits(surface: str, entry: _Entry) -> bool:
    """A name in capitals or with a capital needs one; adjectives and offices may stand in any case.

    Surface and spelling are of one length, since folding keeps the number of characters.
    """
    spelling = entry.spelling
    if surface == spelling:
        return True
    if entry.kind in ("office", "prefix") or (entry.kind == "adjective" and spelling[0].islower()):
        plain = surface.islower() or surface[0].isupper()  # "chefs d'Etat", written "d'État" in the table
        return plain or all(shown.islower() or wanted.isupper() for shown, wanted in _initials(surface, spelling))
    if spelling.isupper() and len(spelling) <= 5:
        # "Unesco", "Otan" are usual; a shorter one in lower case would be a word ("us", "au", "un").
        return len(spelling) >= 4 and surface.istitle() and fold(spelling) not in tables.everyday()
    if entry.kind in ("person", "place", "capital", _ELSE) or spelling.split(" ")[0].lower() in _ARTICLES:
        return all(shown.isupper() for shown, wanted in _initials(surface, spelling) if wanted.isupper())
    shown, wanted = next((pair for pair in _initials(surface, spelling) if pair[1].isalpha()), ("A", "A"))
    return shown.isupper() or wanted.islower()


def _initials(surface: str, spelling: str) -> Iterator[tuple[str, str]]:
    """The first characters of the words of both, pair by pair."""
    for at, (shown, wanted) in enumerate(zip(surface, spelling, strict=True)):
        if at == 0 or not spelling[at - 1].isalnum():
            yield shown, wanted


def _place_fits(text: str, start: int, end: int, entry: _Entry) -> bool:
    """Where spelling alone is no evidence: "Nice" as the first word, "UN" and "AU" in a line in capitals."""
    if entry.kind == "organisation" and text[start].islower() and families.is_adjective(text, start, end):
        return False
    if any(party.kind == "coalition" for party in entry.parties) and _GOES_ON.match(text, end):
        return False
    if entry.kind == "organisation" and _LONGER.match(text, end) and fold(entry.spelling) in _body_nouns():
        return False
    portfolio = entry.office is not None and entry.office.level == "minister"  # "Peruvian Energy Minister"
    if entry.kind == "office" and not portfolio and _ends_name(text, start, end):
        return False
    is_word = entry.kind in ("office", "adjective", "demonym", "prefix")
    if is_word or fold(entry.spelling) not in tables.everyday():
        return True
    if text[start:end].isupper():
        return not any(word.isupper() and len(word) >= 4 for word in _neighbours(text, start, end))
    is_party = any(party.kind == "political-party" for party in entry.parties)
    if _HAS_SOMEBODY.match(text, end) or (is_party and _DOES.match(text, end)):
        return True
    before = text[:start].rstrip(" \"'«([“‘-")
    return bool(before) and before[-1] not in ".!?:;\n»"


def _ends_name(text: str, start: int, end: int) -> bool:
    """Whether the first word of an office, a noun of bodies, ends the name of one: "Harbour Party | leader"."""
    noun = text[start:end].split(" ")[0]
    if len(noun) == end - start or not noun[0].isupper() or fold(noun) not in _body_nouns():
        return False
    before = re.search(r"([^\W\d]+)['’]? $", text[:start])
    return before is not None and before[1][0].isupper() and fold(before[1]) not in _ARTICLES


@cache
def _body_nouns() -> frozenset[str]:
    """Nouns of bodies that an office may begin with where what is whose stands first: "party leader"."""
    return frozenset(noun for language in get_args(Language) for noun in grammar(language).indices["body-kinds"])


_GOES_ON = re.compile(r" [A-Z]")
"""What makes a name of many states the beginning of another: "the West German government"."""

_LONGER = re.compile(r" (?:pour|for|des|de la|de l['’]|du|of the) ?\w")
"""What makes a bare noun of bodies the beginning of a longer name: "the Coalition | for a Fair Peace"."""

_HAS_SOMEBODY = re.compile(r"'s [A-Z]\w+ [A-Z]")
"""What tells a name at the head of a sentence by who is of it: "Labour's Ana Holm"."""

_DOES = re.compile(r" (?:[a-z]+ed|said|says|will|would)\b")
"""What tells it by what it does: "Labour rejected"."""


def _neighbours(text: str, start: int, end: int) -> list[str]:
    """The words right before and right behind; a comma parts those of a list, "la CFDT, FO, la CGT"."""
    before, behind = text[max(0, start - 30) : start], text[end : end + 30]
    return re.findall(r"\w+(?=[^\w,]*$)", before) + re.findall(r"^[^\w,]*(\w+)", behind)


def _is_something_else(surface: str, entries: list[_Entry]) -> bool:
    """Whether the words hold a name and mean another thing: "Gulf of Mexico", "Washington Post"."""
    return any(entry.kind == _ELSE and _case_fits(surface, entry) for entry in entries)


def _is_other_case(surface: str, entry: _Entry) -> bool:
    """Of "russes" and "Russes" the one as written: the adjective and the people differ in nothing else."""
    return entry.kind == "adjective" and entry.spelling[0].islower() and surface[0].isupper()


def _prefix_fits(text: str, end: int, entry: _Entry) -> bool:
    return entry.kind != "prefix" or text[end : end + 1] in ("-", "–")


def _is_whole(folded: str, start: int, end: int) -> bool:
    before, behind = folded[max(0, start - 1) : start], folded[end : end + 1]
    return not ((before.isalnum() and folded[start].isalnum()) or (behind.isalnum() and folded[end - 1].isalnum()))


def _all_entries() -> Iterator[_Entry]:
    places = tables.places()
    for spelling, kind, state in tables.country_spellings():
        place = places.get(spelling) if kind == "country" else None
        for shape in _joined_otherwise(spelling) if kind == "country" else (spelling,):
            yield _Entry(shape, kind, parties=(state,), place=place)
    for spelling, state in tables.capital_spellings():
        for shape in _joined_otherwise(spelling):
            yield _Entry(shape, "capital", parties=(state,), place=places.get(spelling))
    for spelling, body in chain(tables.organisation_spellings(), families.spellings()):
        yield _Entry(spelling, "organisation", parties=(body,))
    for spelling, body in tables.body_adjectives():
        yield _Entry(spelling, "adjective", parties=(body,))
    for spelling, office in tables.office_spellings():
        yield _Entry(spelling, "office", office=office)
    yield from _people()
    for spelling, place in places.items():
        for shape in _joined_otherwise(spelling):
            yield _Entry(shape, "place", place=place)
    for row in tables.rows("something-else.tsv", 1):
        yield _Entry(row[0], _ELSE)


def _people() -> Iterator[_Entry]:
    """People by their names, whole ones with spaces for their hyphens too: "Ana Ruiz Solano"."""
    for spelling, person in tables.person_spellings():
        yield _Entry(spelling, "person", person=person)
        if " " in spelling and "-" in spelling:
            yield _Entry(spelling.replace("-", " "), "person", person=person)


def _joined_otherwise(spelling: str) -> set[str]:
    """A name of several words as it stands, and with spaces for its hyphens or hyphens for its spaces: the press writes
    "Burkina-Faso", "Dar-es-Salaam", "Port au Prince".
    """
    return {spelling, spelling.replace(" ", "-"), spelling.replace("-", " ")}


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, built once."""
    return Gazetteer()
