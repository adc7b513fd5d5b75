"""Whether a form that may be a verb is the object of the verb before it: "continue trade talks", "meet Oslo claims"."""

from services.extractor.acts.verb_groups.chains import PURE
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
    return not between and all(one.tense in ("present", "infinitive") for one in readings)
