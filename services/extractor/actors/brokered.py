"""Those whose meeting it is, where it is told aside who brokered it: "la rencontre, sous les auspices de l'ONU, des
présidents norvégien et péruvien"."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.actors.mention import Mention
from services.extractor.grammar import Grammar
from services.extractor.text.words import Word

_PEOPLE = frozenset({"office", "body", "description", "demonym"})
"""Kinds of mentions of several who may meet, behind "des"."""


def is_brokered(broker: Mention, other: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether several stand behind the comma that closes what is told aside of who brokered their meeting."""
    marker = broker.marker or ""
    if not grammar.has("mediator-markers", marker) or grammar.has("agent-markers", marker) or not broker.governor:
        return False
    aside = sentence[broker.governor].text == "," and sentence[broker.last + 1].text == ","
    article = sentence[other.first - 1 if other.first == broker.last + _BEHIND else other.first]
    near = broker.last + _COMMA < other.first <= broker.last + _BEHIND or other.first == broker.last + _COMMA
    several = grammar.has("genitives", article.lower) and grammar.has("plural-determiners", article.lower)
    return aside and near and several and other.kind in _PEOPLE


_COMMA = 2
"""Words from who brokers to the first behind the comma."""

_BEHIND = 3
"""The same to a noun behind its article."""


def of_meeting(found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> list[Mention]:
    """The mentions of a sentence, those whose brokered meeting it is behind the preposition that says so."""
    result: list[Mention] = []
    for one in found:
        if result and one.marker is None and is_brokered(result[-1], one, sentence, grammar):
            of_it = next(iter(sorted(grammar.sets["genitive-markers"])))
            one = replace(one, marker=of_it, governor=result[-1].governor)
        result.append(one)
    return result
