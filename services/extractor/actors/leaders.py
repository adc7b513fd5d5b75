"""Parties, unions and armed groups told of with who leads them: "les conservateurs du chancelier Friedrich Merz"."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.actors.mention import Mention
from services.extractor.grammar import Grammar

_LED = frozenset({"political-party", "union", "armed-group", "movement"})
"""Kinds of bodies that are theirs who lead them; whose state he may govern besides takes no part with them."""


def with_leaders(found: Sequence[Mention], grammar: Grammar) -> list[Mention]:
    """The mentions of a sentence, a body and the person behind it whose it is as one: the body is meant."""
    result: list[Mention] = []
    for one in found:
        if result and _leads(one, result[-1], grammar):
            body = result[-1]
            own = one.actors if one.party_ids == body.party_ids else body.actors
            result[-1] = replace(body, last=one.last, end=one.end, actors=own)
        else:
            result.append(one)
    return result


def _leads(one: Mention, body: Mention, grammar: Grammar) -> bool:
    """Whether a mention says by "of" right behind a body who leads it, a person by name."""
    if one.governor != body.last or not grammar.has("genitive-markers", one.marker or ""):
        return False
    named = len(one.actors) == 1 and one.actors[0].person is not None and one.kind in ("person", "office")
    if not named or len(body.actors) != 1 or body.kind != "name" or grammar.has("place-markers", body.marker or ""):
        return False
    return body.actors[0].party.kind in _LED or body.party_ids == one.party_ids  # "la Norvège de Liv Dahl"
