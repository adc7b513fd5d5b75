"""Which mentions belong to a noun of an act: adjectives and compounds beside it, genitives and complements behind."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.roles import is_broker, is_place_only, is_present, is_with
from services.extractor.acts.scene import HYPHENS, Scene

_NOUN_REACH = 14
"""Words behind a noun in which its complements are looked for."""


def attached(scene: Scene, trigger: Trigger) -> Iterator[Mention]:
    """Mentions that belong to a noun: adjectives and compounds beside it, genitives, complements behind it."""
    for mention in scene.mentions:
        if _leans_before(scene, mention, trigger.first):
            beside = mention.marker == "possessive" or is_place_only(scene, mention)
            yield mention if beside else replace(mention, marker=None, governor=None)  # "at the NATO summit"
    verb = scene.clauses.verb_after(trigger.last)
    yield from _behind(scene, trigger, verb.first if verb is not None else len(scene.words))
    if (
        verb is not None
        and (verb.lemma in scene.lexicon.occurrence or (verb.passive and verb.lemma in trigger.frame.lights))
        and not scene.clauses.crossed(trigger.last + 1, verb.first)
    ):
        # "des consultations ont eu lieu à Vienne entre A et B": the noun's own stand behind the verb.
        # "A eu lieu après des pourparlers entre A et B": another noun's.
        own = (one for one in scene.clauses.complements(verb) if _takes_part(scene, one))
        yield from (one for one in own if not _is_of_another(scene, scene.lowered[verb.head : one.first]))


def _is_of_another(scene: Scene, between: Sequence[str]) -> bool:
    """Whether another noun of an act stands before: "come after the signing of a treaty between Oslo and Lima"."""
    return any(map(scene.lexicon.is_noun, between))


def _behind(scene: Scene, trigger: Trigger, limit: int) -> Iterator[Mention]:
    last = reach = trigger.last
    brokered = False
    compound = scene.lowered[last + 1 : last + 2] in (["-"], ["–"])
    for mention in scene.mentions:
        if mention.first <= last or mention.first >= limit:
            continue
        brokered = brokered or is_broker(scene, mention)  # "la rencontre, sous l'égide de l'ONU, des présidents"
        pair = brokered or scene.grammar.has("reciprocal-markers", mention.marker or "")
        if mention.first - last > (2 * _NOUN_REACH if pair else _NOUN_REACH) or scene.clauses.crossed(
            last + 1, mention.first
        ):
            return
        if _hangs_elsewhere(scene, mention, reach) or _opens_another(scene, mention):
            return
        if mention.kind == "adjective":
            if mention.first > reach + 2 and not _describes_object(scene, trigger, mention):
                continue
        elif (
            mention.marker is None
            and mention.first > last + 1 + compound
            and not _is_hyphened(scene, mention, reach)
            and not _opens_pair(scene, mention, last)
        ):
            return
        yield mention
        reach = mention.last


def _describes_object(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """Whether an adjective stands behind what the noun is done to: "la levée des sanctions américaines"."""
    objects = trigger.frame.objects
    return bool(objects) and scene.lowered[mention.first - 1] in scene.lexicon.object_forms(*objects)


def _is_hyphened(scene: Scene, mention: Mention, reach: int) -> bool:
    """The second of two names that a hyphen joins: "the EU-China summit", "le sommet UE-Chine"."""
    return mention.first == reach + 2 and scene.lowered[reach + 1] in HYPHENS


def _opens_pair(scene: Scene, mention: Mention, last: int) -> bool:
    """The first of two whom a hyphen joins, an adjective before them: "le sommet historique Ruiz-Solvang"."""
    if scene.lowered[mention.last + 1 : mention.last + 2] not in (["-"], ["–"]):
        return False
    joined = any(one.first == mention.last + 2 for one in scene.mentions)
    between = range(last + 1, mention.first)
    return joined and len(between) <= _ADJECTIVES and all(_may_describe(scene, at) for at in between)


_ADJECTIVES = 2
"""Words between a noun of talks and the two whom a hyphen joins."""


def _may_describe(scene: Scene, at: int) -> bool:
    word = scene.lowered[at]
    known = word.isalpha() and scene.grammar.phrase("prepositions", scene.lowered, at) is None
    return known and scene.clauses.verb_at(at) is None and not scene.grammar.has("determiners", word)


def _hangs_elsewhere(scene: Scene, mention: Mention, reach: int) -> bool:
    """A genitive of another noun: "the meeting on the margins of the NATO summit"."""
    if not scene.grammar.has("genitive-markers", mention.marker or "") or mention.governor is None:
        return False
    before = scene.lowered[reach + 1 : mention.governor + 1]
    aside = scene.lowered[reach + 1 : mention.first]
    if any(scene.grammar.phrase("sidelines", aside, at) for at in range(len(aside))):
        return True  # "leur rencontre en marge du sommet de l'Otan" is none of NATO
    return scene.grammar.shows("nearest-genitive") and any(
        scene.grammar.phrase("prepositions", before, at) for at in range(len(before))
    )


def _opens_another(scene: Scene, mention: Mention) -> bool:
    """Whether somebody behind a noun owns another one, of what was before or is between two: "a trip since Lima's war
    with Oslo"; what follows belongs to that one."""
    if mention.marker != "possessive" or mention.first < 1:
        return False
    opened = scene.grammar.phrase("prepositions", scene.lowered, mention.first - 1)
    owned = scene.lowered[mention.last + 2 : mention.last + 3]
    apart = opened is not None and scene.grammar.has("backdrops", opened[1])
    return apart or (opened is not None and scene.grammar.holds("between-two", owned))


def _takes_part(scene: Scene, one: Mention) -> bool:
    return is_with(scene, one) or is_present(scene, one)


_COMPOUNDED = frozenset({"adjective", "name", "capital", "person"})
"""Kinds of mentions that a noun may follow as one compound, an adjective between."""


def _leans_before(scene: Scene, mention: Mention, first: int) -> bool:
    """Directly before the noun: "US-Russia talks", "Russian proposal", "Kyiv's latest offer"."""
    if mention.last >= first or first - mention.last > 4:
        return False
    between = scene.lowered[mention.last + 1 : first]
    if mention.marker == "possessive":
        return any(word in between for word in ("'s", "'")) and "," not in between
    office = mention.kind == "office" and not between  # "an EU foreign ministers meeting"
    compound = scene.grammar.shows("compounds") and (office or mention.kind in _COMPOUNDED)
    return (
        compound
        and all(word == "-" or word[0].isalpha() for word in between)
        and not any(
            scene.clauses.verb_at(at)
            or scene.grammar.has("determiners", scene.lowered[at])
            or at in scene.clauses.opens
            for at in range(mention.last + 1, first)
        )
        and not scene.grammar.phrase("prepositions", scene.lowered, max(first - 1, 0))
        and len(between) <= 2
    )
