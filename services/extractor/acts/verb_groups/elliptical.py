"""Infinitives behind an adjective of plan or will that wants its "be": "Oslo due to sign", "with Lima set to refuse".

English leaves it out in headlines and in clauses that "with" opens.
"""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.acts.verb_groups.tokens import Tokens
from services.extractor.acts.verb_groups.verb import Verb


def with_adjectives(found: Sequence[Verb], tokens: Tokens) -> list[Verb]:
    """The groups of a sentence, infinitives behind such an adjective as finite groups that begin with it."""
    grammar, lowered = tokens.grammar, tokens.lowered
    told = grammar.shows("infinitive-particle") and not grammar.operators.keys().isdisjoint(lowered)
    if not told:
        return list(found)
    result: list[Verb] = []
    for verb in found:
        at = verb.first - 1
        if verb.tense != "infinitive" or at < 1 or at - 1 not in tokens.taken or lowered[at] not in grammar.operators:
            result.append(verb)
            continue
        own = [one for one in result if (one.first, one.head) == (at, at)]  # "set", "scheduled", by form a verb itself
        if not _lacks_be([one for one in found if one not in own], at, tokens):
            result.append(verb)
            continue
        result = [one for one in result if one not in own]
        modals = (grammar.operators[lowered[at]], *verb.modals)
        result.append(replace(verb, first=at, tense="present", finite=True, modals=modals))
    return result


def _lacks_be(others: Sequence[Verb], adjective: int, tokens: Tokens) -> bool:
    """Whether no finite verb stands in the sentence, or "with" opens the clause of the name before the adjective."""
    if not any(one.finite for one in others):
        return True
    start = adjective
    while start > 0 and (start - 1 in tokens.taken or _joins(start - 1, tokens)):
        start -= 1
    return start > 0 and tokens.grammar.has("absolute-openers", tokens.lowered[start - 1])


def _joins(at: int, tokens: Tokens) -> bool:
    """Whether a word joins names or opens one: "with Oslo and the EU due to"."""
    return tokens.grammar.has_any(("coordinators", "determiners"), tokens.lowered[at])
