"""French words before a form that are a pronoun, an article or a preposition: "il l'exige", "la mise en place"."""

from collections.abc import Sequence

from services.extractor.acts.lexicon import Lexicon
from services.extractor.grammar import Grammar


def is_only_clitic(before: str, lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """ "le" and "la" before a verb are pronouns behind another pronoun or negation ("ne le fera", "il l'exige")."""
    if not grammar.has("clitics", before) or at < 2:
        return False
    earlier = lowered[at - 2]
    return (
        earlier in grammar.indices["pronouns"]
        or grammar.has("negations", earlier)
        or before not in grammar.sets["determiners"]
    )


def is_where_to(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether what else is a clitic is the preposition of a noun, behind another verb: "la mise en place", "sont en
    grève"; not "en finir", "qui en demande"."""
    opened = at > 1 and grammar.has("gerund-openers", lowered[at - 1]) and bool(lexicon.inflections(lowered[at - 2]))
    return opened and all(one.tense in ("present", "subjunctive") for one in lexicon.inflections(lowered[at]))
