"""Whether a form that may be a verb belongs to the object of the verb before it: "continue trade talks", "meet Oslo
claims", "received revised offers"."""

from collections.abc import Sequence

from services.extractor.acts.frame import Inflection
from services.extractor.acts.lexicon import Lexicon
from services.extractor.acts.verb_groups.chains import PURE
from services.extractor.acts.verb_groups.tokens import Tokens
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import Grammar


def is_object_of(before: Verb, at: int, tokens: Tokens) -> bool:
    """Whether a form of the present behind an English verb is a noun: "continue trade talks", "meet Oslo demands"."""
    grammar, lexicon = tokens.grammar, tokens.lexicon
    if not grammar.shows("noun-verbs"):
        return False
    between = range(before.head + 1, at)
    has = grammar.has("perfect-auxiliaries", before.lemma) and not between  # "have lunch", but "have them lunch"
    if grammar.has("bare-infinitives", before.lemma) and not has:
        return False
    readings = lexicon.inflections(tokens.lowered[at])
    if any(grammar.has("auxiliaries", one.lemma) or grammar.modals.get(one.lemma) in PURE for one in readings):
        return False  # "those who refuse to disarm will be tried"
    return not between and all(one.tense in ("present", "infinitive") for one in readings)


def is_measured(lowered: Sequence[str], at: int, inflections: frozenset[Inflection], grammar: Grammar) -> bool:
    """Whether a form of the present is the noun that a share measures: "a 6 per cent pay rise"."""
    if at < _MEASURED or any(one.tense not in ("present", "infinitive") for one in inflections):
        return False
    return grammar.holds("shares", lowered[at - _BEHIND_UNIT : at]) and lowered[at - 1] != ","


_MEASURED = 3
"""Words before a noun that a share measures, at least: the article, the number and its unit."""

_BEHIND_UNIT = 2
"""Words from the unit of a share to the noun that it measures: "per cent pay rise"."""


def describes_object(
    lowered: Sequence[str],
    at: int,
    inflections: frozenset[Inflection],
    lexicon: Lexicon,
    grammar: Grammar,
    taken: frozenset[int],
) -> bool:
    """Whether a form of the past describes the noun behind it, another verb before it: "received revised offers"."""
    if not 0 < at < len(lowered) - 1 or at - 1 in taken or any(one.tense not in PAST for one in inflections):
        return False
    before = lexicon.inflections(lowered[at - 1])
    told = bool(before) and all(one.tense in PAST for one in before)
    helps = any(grammar.has("auxiliaries", one.lemma) or one.lemma in grammar.modals for one in before)
    return told and not helps and not lexicon.is_noun(lowered[at - 1]) and lexicon.is_noun(lowered[at + 1])


def is_behind_being(
    lowered: Sequence[str], at: int, inflections: frozenset[Inflection], lexicon: Lexicon, grammar: Grammar
) -> bool:
    """Whether a form of the present is an adjective behind "be", which no such form can follow: "was open to talks";
    one that tells of being ready is so in a headline's "says open to talks", too."""
    if any(one.tense not in ("present", "infinitive") or one.lemma in lexicon.hosting for one in inflections):
        return False  # "was host of the talks"
    before = at - 1
    while before > 0 and (
        grammar.has_any(("adverbs", "negators"), lowered[before]) or grammar.is_adverb(lowered[before])
    ):
        before -= 1
    forms = lexicon.inflections(lowered[before]) if before >= 0 else frozenset()
    says = lowered[at] in grammar.operators and any(grammar.has("showing", one.lemma) for one in forms)
    return says or any(
        grammar.has("auxiliaries", one.lemma) and grammar.has("passive-auxiliaries", one.lemma) for one in forms
    )


PAST = frozenset({"past", "participle"})
