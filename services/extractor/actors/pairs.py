"""Who the two are of whom a text has told, and the three or more: "the two sides", "both companies", "all three"."""

from collections import Counter
from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import is_nameless
from services.extractor.actors.mention import Actor
from services.extractor.actors.noun_phrases import with_article
from services.extractor.actors.units import ALL, Unit

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
    pair = _pair_before(context, units) or context.memory.pair
    if _says_states(context, units) and any(actor.party.kind != "country" for actor in pair):
        return context.memory.states or last_two(context)
    kinds = _kinds_of_all(context, units)
    if kinds and not {actor.party.kind for actor in pair} <= kinds:
        named = [party for party in context.memory.every(kinds) if not is_nameless(party.id)]
        return tuple(Actor(party) for party in named[-_TWO:]) if len(named) >= _TWO else ()
    counted = pair and (len(pair) == _TWO or not says_two(context, units))
    return _not_mediating(context, units, pair if counted else last_two(context) or pair)


def _kinds_of_all(context: Context, units: Sequence[Unit]) -> frozenset[str]:
    """The kinds of bodies of which a plural noun tells all, with or without a number: "both companies"."""
    *_, noun = context.lowered(units[-1]).split()
    found = with_article("descriptions", [noun], context.grammar)
    if found is None or not found[1].startswith(ALL):
        return frozenset()
    kind = found[1].removeprefix(ALL)
    return frozenset(DESCRIBED_KINDS.get(kind, (kind,)))


def _not_mediating(context: Context, units: Sequence[Unit], pair: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The sides, of whom those who only mediate are none: another pair in mind, or nobody."""
    mediating = frozenset(actor.party.id for actor in context.memory.mediators)
    if _says_states(context, units) or not {actor.party.id for actor in pair} <= mediating:
        return pair
    return context.memory.pair_without(mediating)


def _pair_before(context: Context, units: Sequence[Unit]) -> tuple[Actor, ...]:
    """The two states that the sentence before named, or between whom something was, where the words count two."""
    told, sides = context.memory.told_last, context.memory.sides
    states = len(told) == _TWO and all(actor.party.kind == "country" for actor in told)
    return (sides or (told if states else ())) if says_two(context, units) else ()


def last_two(context: Context) -> tuple[Actor, ...]:
    """The two bodies named last, countries if there are two."""
    countries = [party for party in context.memory.parties if party.kind == "country"]
    parties = countries if len(countries) >= _TWO else context.memory.parties
    return tuple(Actor(party) for party in parties[-2:]) if len(parties) >= _TWO else ()


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
