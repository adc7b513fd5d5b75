"""Infinitives that tell what somebody then did: "Et la CGT de réclamer une hausse", "Et Oslo d'appeler au calme"."""

from collections.abc import Sequence
from dataclasses import replace

from services.extractor.acts.verb_groups.tokens import Tokens
from services.extractor.acts.verb_groups.verb import Verb

_SUBJECT = 3
"""Words from the head of the sentence to the particle, the shortest subject between: "Et Oslo d'appeler"."""


def with_narrative(found: Sequence[Verb], tokens: Tokens) -> list[Verb]:
    """The verbs of a sentence, its first as finite where it is an infinitive that tells what was done."""
    if not found or not _is_narrative(found[0], tokens) or _is_subject(found, tokens):
        return list(found)
    return [replace(found[0], tense="past", finite=True), *found[1:]]


def _is_narrative(verb: Verb, tokens: Tokens) -> bool:
    """Whether "and", a subject and the particle of an infinitive stand before the first verb, parted by nothing."""
    before = tokens.lowered[: verb.first]
    if verb.tense != "infinitive" or len(before) < _SUBJECT or not tokens.grammar.has("narrative-openers", before[0]):
        return False
    parted = any(mark in before for mark in _MARKS)
    article = tokens.grammar.has("genitives", before[1])  # "Et de la CGT"
    return tokens.grammar.has("genitives", before[-1]) and not article and not parted


def _is_subject(found: Sequence[Verb], tokens: Tokens) -> bool:
    """Whether a finite verb tells something of the noun before the infinitive: "Et le droit de refuser demeure"."""
    behind = next((one for one in found[1:] if one.finite), None)
    between = tokens.lowered[found[0].head + 1 : behind.first] if behind is not None else []
    opened = any(tokens.grammar.holds(name, between) for name in _CLAUSES) or any(mark in between for mark in _MARKS)
    return behind is not None and not opened


_CLAUSES = ("complementizers", "subordinators", "relatives", "object-relatives")
_MARKS = (",", ";", ":", '"')
