"""Whether a form that may be a verb is the object of the verb before it: "continue trade talks", "meet Oslo claims"."""

from services.extractor.acts.frame import Inflection
from services.extractor.acts.verb_groups.chains import PURE
from services.extractor.acts.verb_groups.homographs import is_plain
from services.extractor.acts.verb_groups.tokens import Tokens
from services.extractor.acts.verb_groups.verb import Verb


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
    if between and (before.lemma in lexicon.reporting or not _ends_object(between, at, readings, tokens)):
        return False
    if between and grammar.has("complementizers", tokens.lowered[between[0]]):
        return False  # "demanded that Oslo pay": no name has "that" for its article
    return all(one.tense in ("present", "infinitive") for one in readings)


def _ends_object(between: range, at: int, readings: frozenset[Inflection], tokens: Tokens) -> bool:
    """Whether a form ends the object of the verb before it: a noun behind a name, or in -s behind plain words.

    "Meet Oslo demands", "discussed border issues"; not "said Oslo issues".
    """
    if tokens.lexicon.is_noun(tokens.lowered[at]) and tokens.taken.issuperset(between):
        return True
    plural = all(one.tense == "present" and one.plural is False for one in readings)
    return plural and len(between) <= _OBJECT and all(_is_plain_singular(one, tokens) for one in between)


def _is_plain_singular(at: int, tokens: Tokens) -> bool:
    """Whether a word may stand before a noun that it describes: no name, no plural, no function word."""
    return at not in tokens.taken and is_plain(tokens.lowered[at], tokens.grammar) and tokens.lowered[at][-1] != "s"


_OBJECT = 2
"""Words between a verb and the noun of an object without an article."""
