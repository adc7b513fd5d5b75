"""Bodies without a name that somebody leads: "a delegation led by the Peruvian minister" acts for Peru."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.actors.context import Context
from services.extractor.actors.genders import gender_of
from services.extractor.actors.mention import Mention
from services.extractor.grammar import lower


def with_led(found: Sequence[Mention], context: Context) -> list[Mention]:
    """The mentions of a sentence, who leads a body that nothing else tells as the whole of that body's noun phrase."""
    lowered = lower(context.sentence)
    if not context.grammar.places("leading-participles", lowered):
        return list(found)
    result: list[Mention] = []
    for mention in found:
        free = result[-1].last + 1 if result else 0
        first = _opening(mention, free, lowered, context)
        if first is not None:
            gender = gender_of(lowered[first], context.grammar)
            mention = replace(mention, first=first, start=context.sentence[first].start, gender=gender)
        result.append(mention)
    return result


def _opening(mention: Mention, free: int, lowered: Sequence[str], context: Context) -> int | None:
    """The word with which the noun phrase begins of a body that somebody leads, behind what is named before."""
    grammar, by = context.grammar, mention.first - 1
    participle = by - 1
    if participle <= free or not grammar.has("agents-of-nouns", lowered[by]):
        return None
    if any(actor.party.kind == _ALONE for actor in mention.actors):
        return None  # A former president leads it for those who sent him.
    if not grammar.has("leading-participles", lowered[participle]):
        return None
    end = participle - (lowered[participle - 1] == ",")
    noun = None
    for at in range(end - 1, max(free, end - _LONGEST) - 1, -1):
        if not lowered[at][0].isalnum() or (context.is_finite(lowered[at]) and not _is_body(at, lowered, context)):
            break
        noun = at if _is_body(at, lowered, context) else noun
    if noun is None:
        return None
    return noun - (noun > free and grammar.has("determiners", lowered[noun - 1]))


def _is_body(at: int, lowered: Sequence[str], context: Context) -> bool:
    return any(context.grammar.phrase(name, lowered, at) is not None for name in ("bodies", "body-kinds"))


_ALONE = "person"
"""Kind of party that somebody is who stands for no body."""

_LONGEST = 6
"""Words of a noun phrase from its noun on: "délégation commerciale de haut niveau"."""
