"""Names found in a text in one pass over all tables of both languages."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import ahocorasick_rs

from services.extractor.actors import tables
from services.extractor.actors.entity import Name, NameKind, Office, Party, Person, Place
from services.extractor.text.words import fold

_RANK: dict[str, int] = {
    kind: rank
    for rank, kind in enumerate(
        ("person", "organisation", "country", "metonym", "capital", "adjective", "demonym", "prefix", "surname", "office", "place")
    )
}


@dataclass(frozen=True, slots=True)
class _Entry:
    spelling: str
    kind: str
    party: Party | None = None
    person: Person | None = None
    office: Office | None = None
    place: Place | None = None


class Gazetteer:
    """All known names, matched on folded text, checked for case and word boundaries."""

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        for entry in _all_entries():
            self._entries[fold(entry.spelling)].append(entry)
        self._patterns = list(self._entries)
        self._matcher = ahocorasick_rs.AhoCorasick(self._patterns, matchkind=ahocorasick_rs.MatchKind.Standard)
        self._in_office: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in tables.people().values():
            for tenure in person.tenures:
                self._in_office[tenure.office, tenure.party].append(person)

    def find(self, text: str) -> list[Name]:
        """Names in order, none within another: leftmost first, then longest.

        Positions are those of `text`, which must be normalised (straight apostrophes, plain spaces).
        """
        folded = fold_text(text)
        spans = sorted(
            ((start, end, index) for index, start, end in self._matcher.find_matches_as_indexes(folded, overlapping=True)),
            key=lambda span: (span[0], -span[1]),
        )
        found: list[Name] = []
        reached = 0
        for start, end, index in spans:
            if start < reached or not _is_whole(folded, start, end):
                continue
            name = self._name(text, start, end, self._entries[self._patterns[index]])
            if name is not None:
                found.append(name)
                reached = end
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
            if any(
                tenure.office == office and tenure.party == party and (tenure.start or date.min) <= day <= (tenure.end or date.max)
                for tenure in person.tenures
            )
        ]

    def _name(self, text: str, start: int, end: int, entries: list[_Entry]) -> Name | None:
        surface = text[start:end]
        fitting = [entry for entry in entries if _case_fits(surface, entry) and _prefix_fits(text, end, entry)]
        if not fitting:
            return None
        fitting.sort(key=lambda entry: _RANK[entry.kind])
        best = [entry for entry in fitting if entry.kind == fitting[0].kind]
        place = next((entry.place for entry in fitting if entry.place is not None), None)
        return Name(
            start=start,
            end=end,
            kind=_kind(best[0], surface),
            parties=tuple(dict.fromkeys(entry.party for entry in best if entry.party is not None)),
            persons=tuple(dict.fromkeys(entry.person for entry in best if entry.person is not None)),
            office=best[0].office,
            place=place,
        )


def _kind(entry: _Entry, surface: str) -> NameKind:
    if entry.kind == "prefix":
        return "adjective"
    if entry.kind == "person" and " " not in surface and "-" not in surface:
        return "surname"
    return entry.kind  # type: ignore[return-value]


def _case_fits(surface: str, entry: _Entry) -> bool:
    """A name in capitals or with a capital needs one; adjectives and offices may stand in any case."""
    spelling = entry.spelling
    if surface == spelling:
        return True
    if entry.kind in ("office", "prefix") or (entry.kind == "adjective" and spelling[0].islower()):
        return surface.islower() or surface[0].isupper()
    if spelling.isupper() and len(spelling) <= 5:
        return False
    capital = next((character for character in surface if character.isalpha()), "")
    wanted = next((character for character in spelling if character.isalpha()), "")
    return capital.isupper() or wanted.islower()


def _prefix_fits(text: str, end: int, entry: _Entry) -> bool:
    return entry.kind != "prefix" or text[end : end + 1] in ("-", "–")


def _is_whole(folded: str, start: int, end: int) -> bool:
    before, behind = folded[start - 1 : start], folded[end : end + 1]
    return not (before.isalnum() and folded[start].isalnum()) and not (behind.isalnum() and folded[end - 1].isalnum())


def fold_text(text: str) -> str:
    """A whole text folded by words, so that the folding of each is made once."""
    return " ".join(fold(part) for part in text.split(" "))


def _all_entries() -> Iterator[_Entry]:
    places = tables.places()
    for spelling, kind, state in tables.country_spellings():
        yield _Entry(spelling, kind, party=state, place=places.get(spelling) if kind == "country" else None)
    for spelling, state in tables.capital_spellings():
        yield _Entry(spelling, "capital", party=state, place=places.get(spelling))
    for spelling, body in tables.organisation_spellings():
        yield _Entry(spelling, "organisation", party=body)
    for spelling, office in tables.office_spellings():
        yield _Entry(spelling, "office", office=office)
    for spelling, person in tables.person_spellings():
        yield _Entry(spelling, "person", person=person)
    for spelling, place in places.items():
        yield _Entry(spelling, "place", place=place)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, built once."""
    return Gazetteer()
