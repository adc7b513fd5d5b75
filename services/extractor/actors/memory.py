"""What a reader of the article has in mind: who was introduced, who spoke, which pair is talking."""

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from services.extractor.actors.entity import MULTILATERAL, Party
from services.extractor.actors.mention import Actor, Gender, Mention, are_states, distinct
from services.extractor.text.words import fold

_TWO = 2
_FADES = 0.8
"""What is left, when another pair is told of, of how much a pair is in mind."""


_COUNTRY = "country:"
_OF_COUNTRY, _OF_TOWN, _WRITTEN, _COLOURED = 5, 4, 15, 7
"""What speaks for a country as the one an article is about: a mention of it, which counts twice, or of a body of its;
of a town of its; that the article was written there. What is taken off where a lone adjective only says whence somebody
is."""

_GOVERNING = frozenset({"country", "government"})
"""Kinds of bodies that have a government: states and regions."""

_HARDLY = 3
"""How much more often than any other a country is named in an article that is about it alone."""


@dataclass(slots=True)
class Memory:
    """Grows sentence by sentence; forgets nothing, prefers the latest."""

    counts: Counter[str] = field(default_factory=Counter)
    """How often each body is named in the whole article, capitals not counted."""
    inner: Counter[str] = field(default_factory=Counter)
    """How often the opposition, crisis or army of each country is told of; ids. The article is about that one."""
    seats: Counter[str] = field(default_factory=Counter)
    """How often the bodies of each country are named in the whole article; ISO alpha-3."""
    coloured: Counter[str] = field(default_factory=Counter)
    """How often each country is named only to say whence something is: "a Norwegian firm"; ISO alpha-3."""
    grounds: Counter[str] = field(default_factory=Counter)
    """How often towns of each country are named in the whole article, capitals among them; ISO alpha-3."""
    capitals: Counter[str] = field(default_factory=Counter)
    """How often the capital of each state, or region that is called by its capital, is named; ids."""
    written: str | None = None
    """Country of the town where the article says it was written; ISO alpha-3."""
    mentioned: dict[int, frozenset[str]] = field(default_factory=dict)
    """Index of each sentence that is done → the bodies named in it, by themselves or by somebody of theirs."""
    surnames: dict[str, Actor] = field(default_factory=dict)
    nouns: dict[str, Party] = field(default_factory=dict)
    """Folded word of the long name of a body of the tables → the body: "the League" of the Arab League."""
    aliases: dict[str, Party] = field(default_factory=dict)
    """Folded acronyms and short names introduced by the text → the body."""
    things: set[str] = field(default_factory=set)
    """Letters that the text gives to a law, a treaty, a ministry or a common noun."""
    taken: set[str] = field(default_factory=set)
    """Letters that the text gives to another body than the tables do."""
    holders: dict[str, Actor] = field(default_factory=dict)
    """Office key → who was last named by that office."""
    rulers: dict[str, Actor] = field(default_factory=dict)
    """The same of those who bear it for a state or region: clubs and parties have presidents too."""
    partisans: dict[str, Party] = field(default_factory=dict)
    """Id of a person who acts for a state → the political party that the text tells to be his."""
    titled: dict[str, Actor] = field(default_factory=dict)
    """Word of an office, folded → who was last named with it."""
    called: dict[str, tuple[Actor, ...]] = field(default_factory=dict)
    """Word of people in office, in lower case → whose they were when last named: "EU foreign ministers"."""
    parties: list[Party] = field(default_factory=list)
    """Bodies in the order of their last mention, latest last."""
    cabinet: Party | None = None
    """Whose government was named last: "the government" behind it is that one."""
    army: Party | None = None
    """Whose army was named last: "the army" is that one."""
    pair: tuple[Actor, ...] = ()
    """Those who are talking, as far as was told."""
    _pairs: dict[frozenset[str], tuple[float, tuple[Actor, ...]]] = field(default_factory=dict)
    """Party ids → how much was told of them together, and who they are; the latest last."""
    mediators: tuple[Actor, ...] = ()
    """Those who mediate, as far as was told."""
    mediated_between: tuple[Actor, ...] = ()
    """The two between whom somebody was last told to mediate."""
    states: tuple[Actor, ...] = ()
    """The two states that talked last: "the two countries"."""
    told_last: tuple[Actor, ...] = ()
    """Whom the sentence before named: "the two countries", if it named two."""
    told_before: tuple[Actor, ...] = ()
    """Whom the sentence before named, where it told what lies before the news: "the two countries" of long ago."""
    acting: set[str] = field(default_factory=set)
    """The bodies that did something, or with whom something was, and were no mere place or subject of talk; ids."""
    idle: frozenset[str] = frozenset()
    """The bodies that the sentence before only named together behind a preposition, "ships of Oslo and Lima"; ids."""
    sides: tuple[Actor, ...] = ()
    """Between which two a truce, talks or a war was said to be just before: "the two sides"."""
    listed: tuple[Actor, ...] = ()
    """Which two the sentence before named in one list, behind whatever: "Oslo hosted Lima and Accra"."""
    met_apart: bool = False
    """Whether the sentence that is done says that somebody meets others one by one: "met separately with"."""
    met_last: tuple[Actor, ...] = ()
    """Who met last, where they were two."""
    coupled: tuple[Actor, ...] = ()
    """Which two, no states, were named last as doing something together, behind no preposition: "the CGT and FO"."""
    together: dict[int, tuple[Actor, ...]] = field(default_factory=dict)
    """How many → who were named last in a list, or in a sentence, of so many: "the three countries"."""
    told_singly: tuple[tuple[Gender, Actor], ...] = ()
    """Whom the sentence before told of by words of one gender, one body each: whom "il" or "elle" may mean."""
    latest_named: tuple[Actor, ...] = ()
    """Whom the last mention of the sentence before named: "the latter"."""
    words: frozenset[str] = frozenset()
    """The words of the sentence before, in lower case: what "it" may stand for is among them."""
    speaker: Actor | None = None
    authors: tuple[Actor, ...] = ()
    """Whose statement or speech the article is, for "I" and "we" outside of quotations."""
    focus: tuple[Actor, ...] = ()
    """Subject of the last sentence, for "il", "they"."""
    focus_gender: Gender | None = None
    """That of the words for him: who is "le gouvernement" here is "la France" there."""

    def count(self, party: Party) -> None:
        """Take in that a body is named once, before anything is read."""
        self.counts[party.id] += 1
        if party.country:
            self.seats[party.country] += 1

    def named_most(self, most: int) -> list[str]:
        """The ids of the bodies that the article names most often, the first of them first."""
        return heapq.nlargest(most, self.counts, key=self.counts.__getitem__)

    def introduce(self, surname: str, actor: Actor) -> None:
        """Remember a person by the surname for the rest of the text."""
        self.surnames[fold(surname)] = actor

    def hold(self, office: str, actor: Actor) -> None:
        """Remember who bears an office, for "le ministre"."""
        self.holders[office] = actor
        if actor.party.kind in _GOVERNING:
            self.rulers[office] = actor

    def call(self, words: Iterable[str], actors: Sequence[Actor]) -> None:
        """Remember whose people in office are, for "the ministers" by themselves."""
        self.called.update(dict.fromkeys(words, tuple(actor._replace(person=None) for actor in actors)))

    def notice(self, mentions: Sequence[Mention], sentence: int) -> None:
        """Take in the mentions of a sentence that is done."""
        named = (one for one in mentions if one.is_named and not (one.kind == "capital" and one.marker is not None))
        self.told_last = distinct(tuple(actor for one in named for actor in one.actors))
        behind = (one for one in mentions if one.plural and one.marker is not None)
        self.idle = frozenset[str]().union(*(one.party_ids for one in behind))
        self.mentioned[sentence] = frozenset(actor.party.id for mention in mentions for actor in mention.actors)
        self._group(mentions)
        self.told_singly = tuple((one.gender, one.actors[0]) for one in mentions if one.gender and len(one.actors) == 1)
        for mention in mentions:
            if not mention.is_named:
                continue
            if mention.kind != "capital" or mention.marker is None:  # not "à Oslo"
                self.latest_named = mention.actors
            for actor in mention.actors:
                if actor.party in self.parties:
                    self.parties.remove(actor.party)
                self.parties.append(actor.party)

    def _group(self, mentions: Sequence[Mention]) -> None:
        """Take in who is named in one list, or, where no list was of so many, in one sentence; and which two act."""
        self.listed = ()
        if len(self.told_last) > _TWO:
            self.together.setdefault(len(self.told_last), self.told_last)
        for mention in mentions:
            if not mention.is_named:
                continue
            if len(mention.actors) > _TWO:
                self.together[len(mention.actors)] = mention.actors
            elif len(mention.party_ids) == _TWO:
                self.listed = mention.actors
                if mention.marker is None and _may_be_sides(mention.actors):
                    self.coupled = mention.actors

    def part(self, between: Iterable[Mention]) -> None:
        """Take in between which two something is; they are forgotten where a sentence names others alone."""
        two = next((one.actors for one in between if len(distinct(one.actors)) == _TWO), ())
        if two or not {actor.party.id for actor in self.told_last} <= {actor.party.id for actor in self.sides}:
            self.sides = distinct(two)

    def met(self, actors: tuple[Actor, ...], weight: float = 1.0) -> None:
        """Take in who talked with whom; the pair in mind is the one told of most, of late more than long ago."""
        together = distinct(actors)
        self._met_one_by_one(together)
        if len(together) >= _TWO:
            self._weigh(together, weight)
            self.pair = max(reversed(self._pairs.values()), key=lambda one: one[0])[1]
            if len(self.pair) == _TWO and are_states(self.pair):
                self.states = self.pair

    def _met_one_by_one(self, together: tuple[Actor, ...]) -> None:
        """Take in who met, one by one: whom an envoy or who mediates met in turn are two sides, too."""
        if len(together) != _TWO:
            return
        both = (*self.met_last, *together)
        ids = {actor.party.id for actor in self.met_last} & {actor.party.id for actor in together}
        between = [actor for actor in both if actor.party.id in ids]
        if len(ids) == 1 and (self.met_apart or all(map(self._goes_between, between))):
            others = [one for one in both if one.party.id not in ids]
            if not any(self._goes_between(one) or one.party.kind in MULTILATERAL for one in others):
                self.sides = tuple(one._replace(person=None, level=None) for one in others)
        self.met_last = together

    def _goes_between(self, actor: Actor) -> bool:
        mediates = actor.party.id in {one.party.id for one in self.mediators}
        return mediates or (actor.level == "envoy" and actor.person is not None)

    def mediated(self, actors: Sequence[Actor], between: Sequence[Actor]) -> None:
        """Take in who mediates, and between whom; persons are forgotten, for "the mediators" means their bodies."""
        if actors and len(between) == _TWO:
            self.mediated_between = tuple(actor._replace(person=None, level=None) for actor in between)
        self.mediators = distinct((*self.mediators, *(actor._replace(person=None) for actor in actors)))

    def _weigh(self, together: tuple[Actor, ...], weight: float) -> None:
        faded = {parties: (known * _FADES, actors) for parties, (known, actors) in self._pairs.items()}
        parties = frozenset(actor.party.id for actor in together)
        known, _ = faded.pop(parties, (0.0, together))
        self._pairs = {**faded, parties: (known + weight, together)}

    def latest(self, kinds: Iterable[str]) -> Party | None:
        """The body of one of these kinds that was mentioned last."""
        wanted = frozenset(kinds)
        return next((party for party in reversed(self.parties) if party.kind in wanted), None)

    def every(self, kinds: Iterable[str]) -> tuple[Party, ...]:
        """The bodies of these kinds that were mentioned, in order."""
        wanted = frozenset(kinds)
        return tuple(party for party in self.parties if party.kind in wanted)

    def others(self, party_id: str) -> tuple[Actor, ...]:
        """The rest of the pair that a party belongs to; empty where it does not."""
        if party_id not in {actor.party.id for actor in self.pair}:
            return ()
        return tuple(actor for actor in self.pair if actor.party.id != party_id)

    def pair_without(self, parties: frozenset[str]) -> tuple[Actor, ...]:
        """The pair told of most to which none of these parties belongs; empty where there is none."""
        others = [one for ids, one in reversed(self._pairs.items()) if not ids & parties]
        return max(others, key=lambda one: one[0])[1] if others else ()

    def weight_of(self, party: Party) -> int:
        """How often a body is named: in the whole article where the tables know it, else so far."""
        return self.counts[party.id] or sum(party.id in named for named in self.mentioned.values())

    def likeliness(self, party: Party) -> tuple[int, int, int]:
        """How likely a name that several bodies share means this one: how often it and its country are named."""
        country = party.country or ""
        return self.counts[party.id], self.counts[_COUNTRY + country], self.seats[country]

    def is_told_of(self, party: Party) -> bool:
        """Whether the article names a party's country, or anything that is at home there."""
        country = party.country or ""
        return bool(self.counts[_COUNTRY + country] or self.seats[country])

    def home(self, besides: Set[str] = frozenset()) -> str | None:
        """Id of the country the article is about: whose "government" it is.

        The one whose politics at home it tells of, else the one that most speaks for: its name, where the article was
        written, its bodies and towns. None of those `besides` is meant.
        """
        inner = [party for party in self.inner if party not in besides]
        if inner:
            return max(inner, key=lambda party: (self.inner[party], self.counts[party]))
        weights = {country: weight for country, weight in self._weights().items() if _COUNTRY + country not in besides}
        return _COUNTRY + max(weights, key=lambda country: weights[country]) if weights else None

    def is_alone(self, country: str) -> bool:
        """Whether an article names a country and hardly another: "the Norwegians" of whom it tells are its people."""
        others = (count for party, count in self.counts.items() if party.startswith(_COUNTRY) and party != country)
        return self.counts[country] > _HARDLY * max(others, default=0)

    def _weights(self) -> Counter[str]:
        """What speaks for each country as the one that the article is about; ISO alpha-3."""
        weights = Counter[str]()
        for country, count in self.seats.items():
            weights[country] += (count + self.counts[_COUNTRY + country]) * _OF_COUNTRY
            if self.coloured[country] == count == 1:
                weights[country] -= _COLOURED
        for country, count in self.grounds.items():
            told = self.seats[country] > self.coloured[country]
            weights[country] += 0 if told else count * _OF_TOWN
        if self.written is not None:
            weights[self.written] += _WRITTEN
        return weights


def _may_be_sides(actors: Sequence[Actor]) -> bool:
    """Whether two who are told of together may be the two of a dispute: no two states, who are remembered otherwise,
    and no body of states beside one."""
    multilateral = [actor.party.kind in MULTILATERAL for actor in actors]
    return not are_states(actors) and any(multilateral) == all(multilateral)
