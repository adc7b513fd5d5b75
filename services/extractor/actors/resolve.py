"""What a pattern's units mean: known and introduced people and bodies, counterparts, descriptions, pronouns."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from services.extractor.actors.entity import EVERY_UNION, Name, Office, Party, Person, Tenure
from services.extractor.actors.gazetteer import Gazetteer
from services.extractor.actors.memory import Memory
from services.extractor.actors.mention import Actor, Mention, MentionKind, Representative, distinct
from services.extractor.actors.tables import (
    adjectives,
    everyday,
    national_offices,
    office_phrases,
    seats,
    slug,
    surname_first,
)
from services.extractor.actors.units import Unit
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word, fold

_KINDS: dict[str, MentionKind] = {"named-body": "name", "new-body": "name", "acronym": "name", "group": "name"}
_PLURAL_DESCRIPTION = "pair"
_HIGH = ("head-of-state-or-government", "minister")
_TWO = 2
_SOON = timedelta(days=3 * 365)
"""How long before somebody takes office the name may mean him: later bearers of the name are others."""

_OFTEN = 2
"""Mentions that make an article one about a body."""

_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 5
_ALL = "all "
"""Before a kind of body: the words mean every body of the kind that the article has named ("the companies")."""

_DESCRIBED_KINDS = {"company": ("company", "employer"), "movement": ("movement", "ngo", "employer")}


@dataclass(slots=True)
class Resolver:
    """Resolves the chunks of one sentence; `memory` is the article's."""

    sentence: Sequence[Word]
    grammar: Grammar
    gazetteer: Gazetteer
    memory: Memory
    published: date | None
    seen: list[Mention] = field(default_factory=list)
    """Mentions of this sentence so far."""
    _by_kind: dict[str, Callable[[Sequence[Unit]], Sequence[Actor]]] = field(init=False)

    def resolve(self, kind: str, units: Sequence[Unit]) -> Mention | None:
        """The mention that a chunk of this kind is, or None where the words mean nobody known."""
        actors = self._by_kind[kind](units)
        if not actors:
            return None
        return self._mention(_KINDS.get(kind, kind), units, distinct(tuple(actors)))  # type: ignore[arg-type]

    def keep(self, mention: Mention) -> None:
        """Take a mention into account for what comes later in the sentence."""
        self.seen.append(mention)

    def __post_init__(self) -> None:
        self._by_kind = {
            "named-body": self._named_body, "office": self._office, "person": self._person, "body": self._body,
            "counterpart": self._counterpart,
            "name": self._name, "new-body": self._new_body, "acronym": self._acronym, "demonym": self._name,
            "description": self._description, "group": self._group, "pronoun": self._pronoun, "adjective": self._name,
        }  # fmt: skip

    def _mention(self, kind: MentionKind, units: Sequence[Unit], actors: tuple[Actor, ...]) -> Mention:
        first, last = units[0].first, units[-1].last
        name = next((unit.name for unit in units if unit.tag == "c"), None)
        if kind == "name" and name is not None and name.kind == "capital":
            kind = "capital"
        place = name.place if name is not None and kind in ("name", "capital") else None
        plural = len(actors) > 1 or kind == "demonym" or self._is_several(units)
        span = (self.sentence[first].start, self.sentence[last].end)
        actors = tuple(replace(actor, span=span) for actor in actors)
        return Mention(
            first,
            last,
            self.sentence[first].start,
            self.sentence[last].end,
            kind,
            actors,
            plural=plural,
            place=place,
        )

    def _is_several(self, units: Sequence[Unit]) -> bool:
        """Whether the words say of a body that several act: "les syndicats", where one is known."""
        first = self._lowered(units[0]).split(" ")[0]
        return any(unit.tag in "bDGo" for unit in units) and self.grammar.has("plural-determiners", first)

    # Names that the tables know.

    def _name(self, units: Sequence[Unit]) -> Sequence[Actor]:
        return [
            Actor(self._meant(unit.name)) for unit in units if unit.tag in "cma" and unit.name and unit.name.parties
        ]

    def _meant(self, name: Name) -> Party:
        """The state, or for a capital the body that has its seat there, where the article is about that one."""
        party = max(name.parties, key=self.memory.likeliness)
        if name.kind != "capital" or self.memory.counts[party.id]:
            return party
        place = name.place.name if name.place is not None else ""
        seated = [body for body in seats().get(place, ()) if self.memory.counts[body]]
        best = max(seated, key=lambda body: self.memory.counts[body], default=None)
        return (self.gazetteer.party(best) if best else None) or party

    def _parties(self, units: Sequence[Unit]) -> list[Party]:
        return [self._meant(unit.name) for unit in units if unit.tag in "ca" and unit.name and unit.name.parties] + [
            party for at, unit in enumerate(units) if unit.tag == "q" and (party := self._lettered(units[:at], unit))
        ]

    def _lettered(self, before: Sequence[Unit], unit: Unit) -> Party | None:
        """The body that letters stand for, known or new: "présidente du SNPL"."""
        known = self.memory.aliases.get(self._text([unit]))
        return known or (self._unknown_acronym([before[-1], unit]) if before else None)

    def _body(self, units: Sequence[Unit]) -> Sequence[Actor]:
        several = units[0].tag == "D" and units[0].meaning == _PLURAL_DESCRIPTION and self._says_two(units[:1])
        if several or self._is_loose_list(units):
            return []
        if units[0].tag == "D" and (units[0].meaning or "").removeprefix(_ALL) == "union":
            return self._described(units[0].meaning or "", units[:1])  # "the unions of Renault" are not Renault
        level = next((unit.meaning for unit in units if unit.tag == "b"), None)
        if units[0].tag in "tp" and not self._parties(units):
            return [replace(actor, person=None) for actor in self._named(units, None)]
        owned = next((at for at, unit in enumerate(units) if unit.tag == "s"), -1)
        parties = self._parties(units[owned + 1 :]) or self._parties(units)
        if not parties and any(unit.tag == "p" for unit in units):
            parties = [actor.party for actor in self._named([unit for unit in units if unit.tag in "pu-"], None)]
        if parties and all(party.kind == "company" for party in parties) and self._are_unions(units):
            return self._described(f"{_ALL}union", units[:1])  # "onze syndicats d'Air France" are not Air France
        if parties and any(self.grammar.has("militaries", self._lowered(unit)) for unit in units):
            self.memory.army = parties[-1]
        return [Actor(party, level="official" if level == "official" else None) for party in parties]

    def _is_loose_list(self, units: Sequence[Unit]) -> bool:
        """Whether several are named before a noun in the singular: "in Norway, Peru's minister"."""
        tags = "".join(unit.tag for unit in units)
        if not re.match(r"[dt]*[cq]s?[,&]", tags):
            return False
        noun = next((unit for unit in units if unit.tag in "ob"), None)
        return noun is None or not self._lowered(noun).endswith("s")

    # People and their offices.

    def _office(self, units: Sequence[Unit]) -> Sequence[Actor]:
        office = next((unit.name.office for unit in units if unit.tag == "o" and unit.name), None)
        if office is None or self._is_loose_list(units):
            return []
        named = self._named(units, office)
        if named:
            return named
        before = self.sentence[units[0].first - 1].text.lower() if units[0].first else ""
        titles = [before, *(self._lowered(unit) for unit in units if unit.tag == "t")]
        if any(self.grammar.has("former-titles", title) for title in titles):
            return []  # "the former German president" acts for nobody that the words say.
        parties = self._parties(units) or self._owner(units) or self._national(units)
        if not parties:
            return [] if self._is_of_somebody(units) else self._holder(office, units)
        actors = [Actor(party, self._holder_of(office, party), office.level) for party in parties]
        for actor in actors:
            self.memory.hold(office.key, actor)
            self._title(units, actor)
        return actors

    def _owner(self, units: Sequence[Unit]) -> list[Party]:
        """Whose an office is by a possessive: "its director", "their envoy" are of who was just spoken of."""
        if not self.grammar.has("possessives", self._lowered(units[0])):
            return []
        return [actor.party for actor in self._subject()][:1]

    def _national(self, units: Sequence[Unit]) -> list[Party]:
        """Whose an office is by its name alone, where the article has to do with that body: "the taoiseach"."""
        found = [national_offices().get(self._text([unit])) for unit in units if unit.tag == "o"]
        party = self.gazetteer.party(found[0]) if len(found) == 1 and found[0] else None
        return [party] if party is not None else []

    def _person(self, units: Sequence[Unit]) -> Sequence[Actor]:
        office = next((unit.name.office for unit in units if unit.tag == "o" and unit.name), None)
        return self._named(units, office)

    def _named(self, units: Sequence[Unit], office: Office | None) -> list[Actor]:
        """The actor where a person is named, known or new; a new person needs a party beside the name."""
        name = self._name_of_person(units)
        if name is None:
            return []
        parties = self._parties(units)
        if self._is_somebody_elses(units, parties):
            return []
        owners = [] if parties or office is None else self._owner(units)
        actor = self._known_person(name, units, parties, office) or self._new_person(
            name, units, parties or owners, office
        )
        if actor is None:
            return []
        for surname in self._surnames(name, actor):
            self.memory.introduce(surname, actor)
        if office is not None:
            self.memory.hold(office.key, actor)
            self._title(units, actor)
        return [actor]

    def _title(self, units: Sequence[Unit], actor: Actor) -> None:
        """Remember the words of an office: the Secretary of State will be "the Secretary"."""
        for unit in units:
            if unit.tag == "o":
                for word in self._text([unit]).split(" "):
                    self.memory.titled[word] = actor

    def _surnames(self, name: str, actor: Actor) -> Sequence[str]:
        """By what the text will call a person from here on: the last word, or where surnames stand first the first."""
        parts = name.split()
        if len(parts) > 1 and actor.party.country in surname_first():
            return [parts[0], parts[-1]]
        return parts[-1:]

    def _name_of_person(self, units: Sequence[Unit]) -> str | None:
        inside = [unit for unit in units if unit.tag in "pu"]
        if not inside:
            return None
        return " ".join(word.text for word in self.sentence[inside[0].first : inside[-1].last + 1] if word.text != "-")

    def _known_person(
        self, name: str, units: Sequence[Unit], parties: list[Party], office: Office | None
    ) -> Actor | None:
        remembered = self.memory.surnames.get(fold(name.split()[-1]))
        if remembered is not None and (not parties or remembered.party in parties):
            return remembered
        persons = self._persons(units)
        for person in persons:
            tenure = self._tenure(person, parties)
            if tenure is not None:
                return self._actor(person, tenure, office)
        return None

    def _persons(self, units: Sequence[Unit]) -> list[Person]:
        return [person for unit in units if unit.tag == "p" and unit.name for person in unit.name.persons]

    def _is_somebody_elses(self, units: Sequence[Unit], parties: Sequence[Party]) -> bool:
        """Whether behind a comma somebody follows who is known to stand for others: "de Pékin, M. Trump"."""
        comma = any(self.sentence[unit.first].text == "," for unit in units if unit.first == unit.last)
        known = self._persons(units)
        return comma and bool(parties) and bool(known) and not any(self._tenure(one, list(parties)) for one in known)

    def _tenure(self, person: Person, parties: list[Party]) -> Tenure | None:
        """The office a person holds on the day, else the last one before, for one of the parties if there are any."""
        wanted = {party.id for party in parties}
        fitting = [tenure for tenure in person.tenures if not wanted or tenure.party in wanted]
        day = self.published
        current = [tenure for tenure in fitting if day is None or _covers(tenure, day)]
        current.sort(key=lambda tenure: not self._is_about(tenure.party))
        past = [tenure for tenure in fitting if day is None or (tenure.start or date.min) <= day]
        soon = [tenure for tenure in fitting if day is None or tenure.start is None or tenure.start <= day + _SOON]
        return next(iter(current or past[-1:] or soon), None)

    def _is_about(self, party: str) -> bool:
        """Whether the article names a body of which there are several in its country: a party among parties."""
        body = self.gazetteer.party(party)
        if body is None or body.kind != "political-party" or self.memory.counts[party] < _OFTEN:
            return False
        known = (self.gazetteer.party(one) for one, count in self.memory.counts.items() if count >= _OFTEN)
        return sum(one is not None and one.kind == "political-party" for one in known) > 1

    def _actor(self, person: Person, tenure: Tenure, office: Office | None) -> Actor | None:
        party = self.gazetteer.party(tenure.party)
        if party is None:
            return None
        held = office or self.gazetteer.office(tenure.office)
        representative = Representative(person.id, person.name, held.name if held else None)
        return Actor(party, representative, held.level if held else None)

    def _new_person(
        self, name: str, units: Sequence[Unit], parties: list[Party], office: Office | None
    ) -> Actor | None:
        party = parties[0] if parties else None
        if party is None and office is not None and not self._is_of_unknown(units):
            party = next(iter(self._national(units)), None) or self._whose_office(office)
            party = party or next((actor.party for actor in self._at_home(office)), None)
        if party is None or not slug(name):
            return None
        representative = Representative(f"person:{slug(name)}", name, office.name if office else None)
        return Actor(party, representative, office.level if office else "official")

    def _whose_office(self, office: Office) -> Party | None:
        """For whom a new bearer of an office acts where nothing is said: as the last one, or the country spoken of."""
        known = self.memory.holders.get(office.key)
        if known is None or known.party.kind == "country":
            return known.party if known is not None else None
        focus = next((actor.party for actor in self.memory.focus if actor.party.kind == "country"), None)
        return focus or known.party

    def _holder(self, office: Office, units: Sequence[Unit]) -> Sequence[Actor]:
        """Who is meant by an office alone: the one last named by it, else by words that hold its own, else its rank."""
        if self._is_plural_office(units[-1]) and units[0].tag in "dt":
            return self._together(units)
        if self._is_plural_office(units[-1]) and self._are_others(units[0].first):
            return []  # "He and other leaders", "the two leaders" of whom nothing is known
        here = self._bearer_here(office)
        if here is not None:
            return [here]
        if office.key in self.memory.holders:
            return [self.memory.holders[office.key]]
        word = self._text(units[-1:]).split(" ")[-1]
        if word in self.memory.titled:
            return [self.memory.titled[word]]
        ranked = [actor for actor in reversed(self.memory.holders.values()) if actor.level == office.level]
        return ranked[:1] or self._at_home(office)

    def _bearer_here(self, office: Office) -> Actor | None:
        """Who was named in this sentence and bears the office: "M. Dahl a dit ..., et le président"."""
        named = (actor for mention in reversed(self.seen) for actor in mention.actors)
        return next((one for one in named if one.person is not None and one.person.office == office.name), None)

    def _is_plural_office(self, unit: Unit) -> bool:
        phrase = self._text([unit])
        return phrase.endswith("s") and phrase[:-1] in office_phrases()

    def _are_others(self, first: int) -> bool:
        """Whether the word before says that these are not those known, or how many they are."""
        before = self.sentence[first - 1].text.lower() if first else ""
        return self.grammar.has("others", before) or self.grammar.has("two", before)

    def _together(self, units: Sequence[Unit]) -> Sequence[Actor]:
        """Who "the leaders" are: those who met last, else the body of bodies that was named last."""
        if self.memory.pair:
            return [replace(actor, person=None) for actor in self.memory.pair]
        party = self.memory.latest(("igo", "alliance", "forum"))
        if party is None and any(self.grammar.has("two", self._lowered(unit)) for unit in units):
            return self._last_two()
        return [Actor(party)] if party is not None else []

    def _at_home(self, office: Office) -> Sequence[Actor]:
        """A high office of which nobody was named is that of the country the article is about: "ministers"."""
        home = self.gazetteer.party(self.memory.home() or "") if office.level in _HIGH else None
        return [Actor(home, self._holder_of(office, home), office.level)] if home is not None else []

    def _is_of_unknown(self, units: Sequence[Unit]) -> bool:
        """Whether "of" and nobody known follow: "Anna Weiss, présidente du Rotary"."""
        behind = units[-1].last + 1
        return behind < len(self.sentence) and self.grammar.has("genitives", self.sentence[behind].text.lower())

    def _is_of_somebody(self, units: Sequence[Unit]) -> bool:
        """Whether the words beside an office say whose it is, and nobody known: "le président du Rotary"."""
        before = units[0].first - 1
        if self._is_of_unknown(units):
            return True
        return before > 0 and self.sentence[before].is_capitalised and units[0].tag == "o"

    def _holder_of(self, office: Office, party: Party) -> Representative | None:
        known = self.memory.holders.get(office.key)
        if known is not None and known.party.id == party.id and known.person is not None:
            return known.person
        if self.published is None or office.level in (None, "official", "technical"):
            return None
        people = self.gazetteer.people_in_office(office.key, party.id, self.published)
        if len(people) != 1:
            return None
        return Representative(people[0].id, people[0].name, office.name)

    # Bodies that the text introduces.

    def _new_body(self, units: Sequence[Unit]) -> Sequence[Actor]:
        if any(self.grammar.has("ministries", self._lowered(unit)) for unit in units):
            return self._at_home_government()
        named = [unit for unit in units if unit.tag in "uq"]
        acronym = named[-1] if named[-1].tag == "q" and len(named) > 1 else None
        inside = [unit for unit in named if unit is not acronym]
        name = " ".join(word.text for word in self.sentence[inside[0].first : inside[-1].last + 1])
        identity = slug(self._text([acronym]) if acronym is not None else name)
        if not identity or (len(named) == 1 and named[0].first == 0 and named[0].tag == "u"):
            return []  # The capital of a word that opens the sentence tells nothing: "Economy ministry sources".
        party = Party(f"org:{identity}", name, self._kind_of_body(units))
        self.memory.aliases[fold(name)] = party
        if acronym is not None:
            self.memory.aliases[self._text([acronym])] = party
        return [Actor(party)]

    def _at_home_government(self) -> Sequence[Actor]:
        """A ministry of which nothing else is said is one of the country that the article is about."""
        home = self.memory.home()
        party = self.gazetteer.party(home) if home else None
        return [Actor(party)] if party is not None else []

    def _named_body(self, units: Sequence[Unit]) -> Sequence[Actor]:
        """ "le groupe allemand Bertoli", "la compagnie Air France": who is named last, a body of that kind."""
        last = units[-1]
        if last.tag == "c":
            known = last.name is not None and last.name.kind == "organisation"
            return [Actor(self._meant(last.name))] if known and last.name is not None else []
        kind = self._kind_of_body(units)
        if kind == "organisation":
            kind = next((unit.meaning or "" for unit in units if unit.tag == "D"), "")
        named = [unit for unit in units if unit.tag in "uq"]
        name = " ".join(word.text for word in self.sentence[named[0].first : last.last + 1])
        if kind not in self.grammar.kinds or not slug(name):
            return []
        country = next((party.id.removeprefix("country:") for party in self._parties(units)), None)
        party = self.memory.aliases.setdefault(fold(name), Party(f"org:{slug(name)}", name, kind, country))
        return [Actor(party)]

    def _kind_of_body(self, units: Sequence[Unit]) -> str:
        lowered = lower(self.sentence)
        for unit in units:
            found = self.grammar.phrase("body-kinds", lowered, unit.first)
            if found is not None:
                return found[1]
        return "organisation"

    def _acronym(self, units: Sequence[Unit]) -> Sequence[Actor]:
        party = self.memory.aliases.get(self._text(units[-1:])) or self._unknown_acronym(units)
        return [Actor(party)] if party is not None else []

    def _unknown_acronym(self, units: Sequence[Unit]) -> Party | None:
        """ "L'ARS", "the PGA": letters behind an article that no table knows are a body, unless they are a word."""
        name = self.sentence[units[-1].first].text
        first, last = units[0].first, units[-1].last
        around = [word.text for word in (*self.sentence[:first][-1:], *self.sentence[last + 1 :][:1])]
        shouted = any(len(word) > 1 and word.isupper() for word in around)
        plain = not (_SHORTEST_ACRONYM <= len(name) <= _LONGEST_ACRONYM and name.isalpha()) or shouted
        plain = plain or self.grammar.has("plain-acronyms", name.lower()) or fold(name) in everyday()
        if units[0].tag not in "dg" or plain or not self.grammar.has("articles", self._lowered(units[0])):
            return None
        return self.memory.aliases.setdefault(fold(name), Party(f"org:{slug(name)}", name, "organisation"))

    # Those who are known already.

    def _counterpart(self, units: Sequence[Unit]) -> Sequence[Actor]:
        named = self._named(units, None)
        if named:
            return named
        here = self._subject()
        role = here[0] if here else None
        parties = self._parties(units)
        if parties:
            return [Actor(party, None, role.level if role else None) for party in parties]
        if role is None:
            return []
        return [replace(actor, level=actor.level or role.level) for actor in self.memory.others(role.party.id)]

    def _subject(self) -> tuple[Actor, ...]:
        nearest = next((mention.actors for mention in reversed(self.seen) if mention.kind != "adjective"), ())
        return nearest or self.memory.focus

    def _description(self, units: Sequence[Unit]) -> Sequence[Actor]:
        unit = units[0] if units[0].tag == "D" else units[-1]
        if len(units) > 1 and unit.tag == "D" and not self._is_opposition(unit):
            return []
        if unit.tag == "D":
            return self._described(unit.meaning or "", units)
        if self.grammar.has("bare-bodies", self._lowered(unit)):
            return self._described(_PLURAL_DESCRIPTION, units)
        if len(units) == 1 or not self.grammar.has("determiners", self._lowered(units[0])):
            return []
        if self.grammar.has("possessives", self._lowered(units[0])):
            return [replace(actor, person=None, level=None) for actor in self._subject()]
        if self.grammar.has("militaries", self._lowered(unit)):
            return self._military()
        if (
            self._text([unit]) in self.grammar.sets["governments"]
            or self._lowered(unit) in self.grammar.sets["governments"]
        ):
            home = self.memory.home()
            party = self.gazetteer.party(home) if home else None
            return [Actor(party)] if party is not None else []
        return []

    def _military(self) -> Sequence[Actor]:
        """Who "the army" is: a party of that name if the article has one, else the country it is about."""
        armies = [
            party
            for party in self.memory.parties
            if party.kind in ("armed-group", "government")
            and self.grammar.sets["militaries"] & set(fold(party.name).split())
        ]
        party = armies[-1] if armies else self.memory.army or self.gazetteer.party(self.memory.home() or "")
        return [Actor(party)] if party is not None else []

    def _described(self, meaning: str, units: Sequence[Unit]) -> Sequence[Actor]:
        if meaning == _PLURAL_DESCRIPTION:
            pair = self._pair_here() or self.memory.pair
            if self._says_states(units) and any(actor.party.kind != "country" for actor in pair):
                return self.memory.states or self._last_two()
            return pair if pair and (len(pair) == _TWO or not self._says_two(units)) else self._last_two() or pair
        kinds = _DESCRIBED_KINDS.get(meaning.removeprefix(_ALL), (meaning.removeprefix(_ALL),))
        if meaning.startswith(_ALL):
            known = self.memory.every(kinds)
            return [Actor(party) for party in known] or self._nameless(units, meaning)
        party = self._latest_here(kinds) or self._most_told(kinds)
        if party is None and self.sentence[units[-1].last].is_capitalised:
            party = self.memory.latest(("igo",))  # The Union, the Commission: of a body of bodies.
        if party is None and self._is_opposition(units[0]):
            party = self._opposition(units)
        return [Actor(party)] if party is not None else self._nameless(units, meaning)

    def _are_unions(self, units: Sequence[Unit]) -> bool:
        """Whether the noun of a body means unions."""
        lowered = lower(self.sentence)
        kinds = (self.grammar.phrase("body-kinds", lowered, unit.first) for unit in units if unit.tag == "b")
        words = [self._lowered(unit) for unit in units if unit.tag == "b"]
        plural = any(self.grammar.has("union-plurals", word) for word in words)
        return plural or any(kind is not None and kind[1] == "union" for kind in kinds)

    def _most_told(self, kinds: Sequence[str]) -> Party | None:
        """The body of these kinds that was named last; of companies the one that the article is about."""
        known = self.memory.every(kinds)
        if "company" not in kinds or not known:
            return self.memory.latest(kinds)
        return max(reversed(known), key=lambda party: self.memory.counts[party.id])

    def _is_opposition(self, unit: Unit) -> bool:
        return self.grammar.phrase("oppositions", lower(self.sentence), unit.first) is not None

    def _opposition(self, units: Sequence[Unit]) -> Party | None:
        """That of the country of the adjective behind it, else of the one that the article is about."""
        owner = next(iter(self._parties(units)), None) or self.gazetteer.party(self.memory.home() or "")
        if owner is None or owner.country is None or owner.kind != "country":
            return None
        adjective = adjectives()[owner.country]
        identity = f"group:{slug(adjective)}-opposition"
        known = self.gazetteer.party(identity)
        return known or Party(identity, f"{adjective} opposition", "movement", owner.country)

    def _pair_here(self) -> tuple[Actor, ...]:
        """The two that this sentence has named together: "A and B said ... after the two men dined"."""
        named = (mention.actors for mention in self.seen if mention.kind not in ("pronoun", "adjective", "description"))
        return next((actors for actors in named if len(actors) == _TWO), ())

    def _nameless(self, units: Sequence[Unit], meaning: str) -> Sequence[Actor]:
        """A group of its own, where nobody of the kind is named: "the unions", "la direction", "the opposition"."""
        kind = meaning.removeprefix(_ALL)
        if kind == "union" and meaning.startswith(_ALL):
            return [Actor(Party(EVERY_UNION, "unions", kind))]
        found = self.grammar.phrase("nameless", lower(self.sentence), units[-1].first)
        return [Actor(Party(f"group:{found[1]}", self._lowered(units[-1]), kind))] if found is not None else []

    def _latest_here(self, kinds: Sequence[str]) -> Party | None:
        """The body of one of these kinds that this sentence has named last."""
        named = (mention for mention in reversed(self.seen) if mention.kind not in ("pronoun", "adjective"))
        return next((actor.party for mention in named for actor in mention.actors if actor.party.kind in kinds), None)

    def _says_states(self, units: Sequence[Unit]) -> bool:
        return any(self.grammar.has("state-words", word) for word in self._lowered(units[-1]).split())

    def _says_two(self, units: Sequence[Unit]) -> bool:
        return any(self.grammar.has("two", word) for word in self._lowered(units[-1]).split())

    def _last_two(self) -> tuple[Actor, ...]:
        countries = [party for party in self.memory.parties if party.kind == "country"]
        parties = countries if len(countries) >= _TWO else self.memory.parties
        return tuple(Actor(party) for party in parties[-2:]) if len(parties) >= _TWO else ()

    def _pronoun(self, units: Sequence[Unit]) -> Sequence[Actor]:
        number, word = units[0].meaning, self._lowered(units[0])
        if number == "impersonal" or self.grammar.phrase("impersonal", lower(self.sentence), units[0].first):
            return []
        named = [mention for mention in self.seen if mention.kind != "adjective"]
        before = [mention for mention in named if not self._hangs(mention)]
        if number == "plural":
            plural = next((mention.actors for mention in reversed(before) if mention.plural), ())
            return plural or self.memory.focus or self.memory.pair
        if self.grammar.has("personal", word):
            return self._person_meant(before)
        single = next((mention.actors for mention in before if len(mention.actors) == 1), ())
        if single:
            return single
        focus = self.memory.focus
        return focus if len(focus) == 1 else ((self.memory.speaker,) if self.memory.speaker else ())

    def _hangs(self, mention: Mention) -> bool:
        """Whether a preposition stands before a mention: it is no subject that a pronoun takes up, but a topic is."""
        if self.grammar.has("topic-markers", mention.marker or ""):
            return False
        if self.sentence[mention.last + 1 : mention.last + 2] and self.sentence[mention.last + 1].text == "'s":
            return True  # "Britain's unions said they": whose something is, is not what is spoken of.
        return (
            mention.first > 0
            and self.grammar.phrase("prepositions", lower(self.sentence), mention.first - 1) is not None
        )

    def _person_meant(self, before: Sequence[Mention]) -> Sequence[Actor]:
        """Whom "he" or "she" means: who was named first in the sentence, else spoke or acted last; a person if any."""
        single = [mention.actors[0] for mention in before if len(mention.actors) == 1]
        earlier = [*self.memory.focus[:1], *([self.memory.speaker] if self.memory.speaker else [])]
        everybody = single + earlier
        return [next((actor for actor in everybody if actor.person is not None), everybody[0])] if everybody else []

    def _group(self, units: Sequence[Unit]) -> Sequence[Actor]:
        """People who act together: the body of their kind that the article has named, else they themselves."""
        meaning = units[-1].meaning or ""
        named = [party for party in self._parties(units) if units[0].tag != "a"]
        if named and named[0].kind == meaning:
            return [Actor(named[0])]  # "the ELN rebels"
        if named and named[0] not in self.memory.parties:
            self.memory.parties.append(named[0])  # "Boeing's machinists": "the company" means Boeing.
        if not self._can_act(units[0].first):
            return []
        known = self.memory.latest((meaning,))
        if known is not None:
            return [Actor(known)]
        name = self._lowered(units[-1])
        identity = self.grammar.group_names.get(name) or slug(name)
        return [Actor(Party(f"group:{identity}", name, meaning))]

    def _can_act(self, first: int) -> bool:
        """Whether words that begin here can be a subject or take part; as an object they are only spoken of."""
        if first == 0 or not self.sentence[first - 1].text[0].isalnum():
            return True
        own = self.grammar.phrase("prepositions", lower(self.sentence), first)  # "aux enseignants"
        if own is not None and self.grammar.has("addressee-markers", own[1]):
            return True
        before = self.sentence[first - 1].text.lower()
        if self.grammar.has("genitives", before):
            return first > 1 and self.grammar.has("quantities", self.sentence[first - 2].text.lower())
        wanted = ("complementizers", "coordinators", "comitative-markers", "reciprocal-markers", "passive-markers")
        return any(self.grammar.has(name, before) for name in wanted)

    def _text(self, units: Sequence[Unit]) -> str:
        return " ".join(word.folded for word in self.sentence[units[0].first : units[-1].last + 1])

    def _lowered(self, unit: Unit) -> str:
        return " ".join(word.text.lower() for word in self.sentence[unit.first : unit.last + 1])


def _covers(tenure: Tenure, day: date) -> bool:
    return (tenure.start or date.min) <= day <= (tenure.end or date.max)
