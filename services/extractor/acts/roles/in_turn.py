"""Whom one meets, visits or comes to terms with one after the other: an event each."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from services.extractor.actors.mention import Actor, Mention, distinct
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.roles import Found, is_with
from services.extractor.acts.scene import Scene
from services.extractor.candidate import DEALS
from services.extractor.text.words import is_year

_TOGETHER = DEALS | {"talks"}
"""Acts that one may do with several, one after the other."""

_SEVERAL = 2
"""Partners from which on there is a turn to take."""


def one_after_other(scene: Scene, trigger: Trigger, found: Found | None) -> Iterator[Found | None]:
    """Whom one deals with apart from each other, each by himself: "spoke separately with Lima and Oslo", "visited Lima
    and Oslo", "signed agreements with Lima and Oslo", "met Lima on Monday and Oslo on Tuesday".
    """
    if not found or trigger.frame.act not in _TOGETHER or any(role != "participant" for role, _, _ in found):
        yield found
        return
    separate = trigger.frame.act == "talks" and _is_apart(scene, trigger)
    if not (separate or _is_in_turn(scene, found)) or (sides := _one_and_several(found)) is None:
        sides = _goals(trigger, found) or _with_each(scene, found)
    if sides is None:
        yield found
        return
    mention, one, several = sides
    for partner, actor in several:
        yield [("participant", mention, (one,)), ("participant", _alone(scene, partner, actor), (actor,))]


Sides = tuple[Mention, Actor, list[tuple[Mention, Actor]]]
"""Who deals with several, as which words name him, and these with theirs."""


def _one_and_several(found: Found) -> Sides | None:
    """The one side, if the other is of several, in whichever order they are told."""
    (_, mention, own), *others = found
    partners = _partners(others)
    if len(one := distinct(own)) == 1 and len(partners) >= _SEVERAL:
        return mention, one[0], partners
    if len(partners) == 1 and len(one) >= _SEVERAL:
        return others[0][1], partners[0][1], [(mention, actor) for actor in one]
    return None


def _partners(found: Found) -> list[tuple[Mention, Actor]]:
    """One actor a party with the words that name it."""
    known = {actor.party.id: (mention, actor) for _, mention, actors in reversed(found) for actor in actors}
    ordered = dict.fromkeys(actor.party.id for _, _, actors in found for actor in distinct(actors))
    return [known[party] for party in ordered]


def _goals(trigger: Trigger, found: Found) -> Sides | None:
    """Who travels, and the countries that he goes to: nobody visits two at once."""
    if trigger.frame.form != "visit":
        return None
    visited = found[1:] if trigger.inflections else found  # The traveller is its verb's subject.
    return _split(found, [one for one in visited if (one[1].marker or "object") in trigger.frame.counterpart])


def _with_each(scene: Scene, found: Found) -> Sides | None:
    """Who makes several deals with several: "signed agreements with Lima and Oslo", no trilateral ones."""
    return _split(found, [one for one in found if is_with(scene, one[1]) and _is_of_several(scene, one[1])])


def _split(found: Found, partners: Found) -> Sides | None:
    others = [one for one in found if one not in partners]
    several = _partners(partners)
    doers = _partners(others)
    if len(doers) != 1 or len(several) < _SEVERAL:
        return None
    ((mention, one),) = doers
    return mention, one, [each for each in several if each[1].party.id != one.party.id]


def _is_of_several(scene: Scene, partners: Mention) -> bool:
    """Whether the noun before those with whom it is means several things, and none of all of them together; with "many
    states, including Lima and Oslo" they are told as one."""
    if scene.grammar.has("instance-markers", scene.lowered[partners.first - 1]):
        return False
    for at in range(partners.first - 2, max(-1, partners.first - 2 - _NOUN_PHRASE), -1):
        if scene.clauses.crossed(at, at + 1) or scene.clauses.verb_at(at) is not None:
            return False
        if scene.grammar.has("several-nouns", scene.lowered[at]):
            before = scene.lowered[max(0, at - _ADJECTIVES) : at]
            return not scene.grammar.holds("of-all-together", before)
    return False


_NOUN_PHRASE = 6
"""Words from a noun to with whom it is, what it is about between: "agreements on reciprocal trade with Lima"."""

_ADJECTIVES = 4
"""Words before a noun among which its adjectives stand."""


def _alone(scene: Scene, mention: Mention, actor: Actor) -> Mention:
    """The words that name one of several."""
    if actor.span is None or mention.party_ids == {actor.party.id}:
        return mention
    start, end = actor.span
    inside = [at for at in range(mention.first, mention.last + 1) if start <= scene.words[at].start < end]
    return replace(mention, first=inside[0], last=inside[-1], start=start, end=end) if inside else mention


def _is_in_turn(scene: Scene, found: Found) -> bool:
    """Whether whom one meets are told one after the other: "jeudi avec Lima, puis vendredi avec Quito"."""
    partners = [one for _, one, _ in found[1:]]
    return any(_follows(scene, one, other) for one, other in pairwise(partners))


def _follows(scene: Scene, one: Mention, other: Mention) -> bool:
    """Whether a day or "then", and no verb, stands between two whom one meets."""
    between = range(one.last + 1, other.first)
    if not between or any(scene.clauses.verb_at(at) for at in between):
        return False
    words = [scene.lowered[at] for at in between]
    return scene.grammar.holds("in-turn", words) or (
        any(_is_of_date(scene, word) for word in words) and (is_with(scene, other) or one.marker == other.marker)
    )


def _is_of_date(scene: Scene, word: str) -> bool:
    named = scene.grammar.has_any(("calendar-names", "month-names"), word)
    return named or is_year(word)


def _is_apart(scene: Scene, trigger: Trigger) -> bool:
    """Whether a word near that tells of talks says that they are with one after the other.

    At the head of the sentence it sets them apart from what was told before.
    """
    near = scene.lowered[max(1, trigger.first - _APART) : trigger.last + 1 + _APART]
    return scene.grammar.holds("apart", near)


_APART = 6
"""Words from a word of talks to "separately"."""
