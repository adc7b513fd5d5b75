"""Who the two are of whom a text has told, and the three or more: "the two sides", "both companies", "all three"."""

from collections import Counter
from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import MULTILATERAL, Party, is_nameless
from services.extractor.actors.mention import Actor, are_states, distinct
from services.extractor.actors.noun_phrases import with_article
from services.extractor.actors.units import ALL, STATES, Unit
from services.extractor.text.words import is_year

PLURAL_DESCRIPTION = "pair"
"""Those who talk with each other: "the two sides", "both countries"."""

EVERYBODY = "everybody"
"""All who have a part in it: "all sides" are the pair where the article tells of no third one as often."""

DESCRIBED_KINDS = {
    "company": ("company", "employer"),
    "movement": ("movement", "ngo", "employer"),
    "followers": ("armed-group", "movement", "political-party", "union"),
    "circle": ("armed-group", "company", "employer", "political-party", "movement"),
    "organised": ("union", "employer", "ngo", "movement"),
    "body": ("igo", "alliance", "union", "ngo", "employer", "movement", "armed-group", "organisation"),
}
"""What kinds of bodies a description may mean besides the one it names."""

_TWO = 2


def pair_told(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Whom the words for a pair mean: those who were just named together, or talk, or were named last."""
    if _are_others(context, units):
        return ()
    pair = _pair_before(context, units) or context.memory.pair
    if _says_states(context, units) and not are_states(pair):
        return _named_here(context, units) or context.memory.states or last_two(context)
    kinds = _kinds_of_pair(context, units)
    if kinds and not (pair and _are_of(pair, kinds)):
        coupled = context.memory.coupled if _are_of(context.memory.coupled, kinds) else ()
        named = [party for party in context.memory.every(kinds) if not is_nameless(party.id)][-_TWO:]
        return coupled or (tuple(map(Actor, named)) if len(named) == _TWO else ())
    counted = pair and (len(pair) == _TWO or not says_two(context, units))
    last = _named_here(context, units) or context.memory.coupled or _two_of(context, pair) or _last_sides(context)
    return _not_mediating(context, units, pair if counted else last or pair)


def _two_of(context: Context, talking: Sequence[Actor]) -> tuple[Actor, ...]:
    """The two, of more who talk, whom the sentence before named in one list: "Oslo hosted Lima and Accra"."""
    listed = {actor.party.id for actor in context.memory.listed}
    return context.memory.listed if listed < {actor.party.id for actor in talking} else ()


def _are_others(context: Context, units: Sequence[Unit]) -> bool:
    """Whether a noun follows that says what the two are, of no kind of body: "both hostages"; by its end it is none of
    the verbs that two may be said to do. "Between the two generals" somebody acts for each."""
    first, at = units[0].first, units[-1].last + 1
    between = first > 0 and context.grammar.has("reciprocal-markers", context.sentence[first - 1].lower)
    if between or at >= len(context.sentence) or not says_two(context, units):
        return False
    word = context.sentence[at]
    if not (word.text.isalpha() and word.text.islower()) or len(word.text) < _SHORTEST_PLURAL:
        return False
    if context.grammar.has("stretches", word.text):
        return True  # "au cours des deux jours"
    plural = context.grammar.ends_in("plural-endings", word.text) and not word.text.endswith(_NO_PLURAL)
    closed = context.grammar.has_any(_CLOSED, word.text)
    return plural and not closed and context.grammar.phrase("prepositions", [word.text], 0) is None


_SHORTEST_PLURAL = 4
"""Letters of a noun in the plural: "was" and "has" are none."""

_NO_PLURAL = "ss"
"""How verbs end that look like plurals: "the two press for a truce"."""

_CLOSED = ("determiners", "possessives", "adverbs", "time-words", "coordinators", "subordinators", "relatives")
"""Classes of words that may end like a plural."""


def _are_of(actors: Sequence[Actor], kinds: frozenset[str]) -> bool:
    return {actor.party.kind for actor in actors} <= kinds


def _kinds_of_pair(context: Context, units: Sequence[Unit]) -> frozenset[str]:
    """The kinds of bodies that two may be by their noun: "both companies", "the two movements"; none where it tells
    nothing of them, "both sides"."""
    *_, noun = context.lowered(units[-1]).split()
    told = context.grammar.phrase("pair-kinds", [noun], 0)
    if told is not None:
        return frozenset(DESCRIBED_KINDS.get(told[1], (told[1],)))
    found = with_article("descriptions", [noun], context.grammar)
    if found is None or not found[1].startswith(ALL):
        return frozenset()
    kind = found[1].removeprefix(ALL)
    return frozenset(DESCRIBED_KINDS.get(kind, (kind,)))


def _not_mediating(context: Context, units: Sequence[Unit], pair: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The sides, of whom those who only mediate are none: another pair in mind, or nobody."""
    mediating = frozenset(actor.party.id for actor in context.memory.mediators)
    parties = {actor.party.id for actor in pair}
    between = {actor.party.id for actor in context.memory.mediated_between}
    if _says_states(context, units) or not parties & mediating:
        return pair
    if not parties <= mediating:  # who mediates has met one of the two
        return context.memory.mediated_between if len(parties & between) == 1 and not between & mediating else pair
    return context.memory.pair_without(mediating)


def _pair_before(context: Context, units: Sequence[Unit]) -> tuple[Actor, ...]:
    """The two states that the sentence before named, or between whom something was, where the words count two."""
    told, sides = context.memory.told_last, context.memory.sides
    earlier = context.memory.told_before
    if len(earlier) == _TWO and are_states(earlier) and says_two(context, units) and _says_month(context):
        return earlier
    states = len(told) == _TWO and are_states(told)
    states = states and not {actor.party.id for actor in told} <= context.memory.idle
    return (sides or (told if states else ())) if says_two(context, units) else ()


def _says_month(context: Context) -> bool:
    """Whether a sentence says in which month or year something was: "In June 2019 the two countries signed"."""
    return any(
        (word.is_capitalised and context.grammar.has("month-names", word.lower)) or is_year(word.text)
        for word in context.sentence
    )


def _named_here(context: Context, units: Sequence[Unit]) -> tuple[Actor, ...]:
    """The two whom the sentence itself has named before, one by one: "met his Chilean counterpart and said the two
    countries"; two who are one subject may speak of others."""
    if not says_two(context, units):
        return ()
    named = [one for one in context.seen if one.is_named]
    bodies = distinct(tuple(actor for one in named for actor in one.actors))
    apart = all(len(one.actors) == 1 for one in named)
    return tuple(actor._replace(person=None, level=None) for actor in bodies) if apart and len(bodies) == _TWO else ()


def _last_sides(context: Context) -> tuple[Actor, ...]:
    """The two named last who may be the sides of something: no body of states that only looks on, nor a land where it
    only is, as "les parties" in one are no two lands."""
    known = context.memory.parties
    lands = [party for party in known if party.kind == "country" and party.id in context.memory.acting]
    bodies = [party for party in known if party in lands or party.kind not in _NO_SIDES]
    sides = lands if len(lands) >= _TWO else _with_employer(context, bodies)
    return tuple(Actor(party) for party in sides[-_TWO:]) if len(sides) >= _TWO else ()


_NO_SIDES = MULTILATERAL | {"country", STATES}
"""Kinds of bodies that are no sides where nothing but their names speaks for it; "many countries" among them."""


def last_two(context: Context) -> tuple[Actor, ...]:
    """The two bodies named last, countries if there are two."""
    countries = [party for party in context.memory.parties if party.kind == "country"]
    parties = countries if len(countries) >= _TWO else context.memory.parties
    return tuple(Actor(party) for party in parties[-2:]) if len(parties) >= _TWO else ()


def _with_employer(context: Context, parties: Sequence[Party]) -> Sequence[Party]:
    """Bodies in order, those of staff alone with their employer: a union and the workers for whom it acts are one side
    of two."""
    if not all(party.kind in _OF_STAFF for party in parties[-_TWO:]):
        return parties
    employer = context.memory.latest(_EMPLOYERS)
    unions = [party for party in parties[-_TWO:] if party.kind == _UNION] or parties[-1:]
    nameless = [party for party in parties[-_TWO:] if is_nameless(party.id)]
    if employer is None:
        return [] if nameless else parties  # "the miners" and their union
    return [employer, unions[-1]]


_UNION = "union"

_OF_STAFF = frozenset({_UNION, "people", "works-council"})
_EMPLOYERS = ("company", "employer", "management")


def everybody(context: Context) -> Sequence[Actor]:
    """All who have a part in it: the pair, where nobody else is named as often."""
    return context.memory.pair if _is_of_pair(context) else ()


def _is_of_pair(context: Context) -> bool:
    """Whether the article names nobody as often as the two who are talking."""
    pair = {actor.party.id for actor in context.memory.pair}
    counts = Counter(party for parties in context.memory.mentioned.values() for party in parties)
    weakest = min((counts[party] for party in pair), default=0)
    return all(counts[party] < weakest for party in counts if party not in pair)


def so_many(context: Context, number: int) -> Sequence[Actor]:
    """Those who were named together where they are so many: "the three countries"; "all three" of other things are
    nobody."""
    here = (mention.actors for mention in reversed(context.seen) if len(mention.actors) == number)
    pair = context.memory.pair if len(context.memory.pair) == number else ()
    known = next(here, ()) or context.memory.together.get(number, ()) or pair
    return tuple(actor._replace(person=None, level=None) for actor in known)


def _says_states(context: Context, units: Sequence[Unit]) -> bool:
    return context.grammar.holds("state-words", context.lowered(units[-1]).split())


def says_two(context: Context, units: Sequence[Unit]) -> bool:
    """Whether the words count two: "the two sides", "les deux"."""
    return context.grammar.holds("two", context.lowered(units[-1]).split())
