"""Whether a form that may be a verb stands behind a comma as what somebody is: "Oslo, cible de critiques,"."""

from collections.abc import Sequence

from services.extractor.acts.frame import Inflection
from services.extractor.acts.lexicon import Lexicon
from services.extractor.grammar import Grammar


def is_apposed(
    lowered: Sequence[str], at: int, inflections: frozenset[Inflection], lexicon: Lexicon, grammar: Grammar
) -> bool:
    """Whether a form of the present behind a comma is a noun that says who somebody is, "Oslo, cible de critiques,":
    no verb that tells an act or what is said, and its complement behind it; or an adjective, ", présente à Lima,"."""
    if at + 1 >= len(lowered):
        return False
    if grammar.has("apposed-adjectives", lowered[at]):
        behind = grammar.phrase("prepositions", lowered, at + 1)
        return behind is not None and grammar.has("place-markers", behind[1])
    if not grammar.has("genitives", lowered[at + 1]):
        return False
    return all(
        one.tense in ("present", "subjunctive")
        and one.lemma not in lexicon.reporting
        and one.lemma not in grammar.modals
        and not grammar.has("auxiliaries", one.lemma)
        and not lexicon.told_by(one.lemma)
        for one in inflections
    )
