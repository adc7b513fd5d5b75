"""The verb groups of a sentence: which words make one, and what it is by its form and the words around it."""

from collections.abc import Sequence

from services.extractor.acts.frame import FINITE
from services.extractor.acts.lexicon import Lexicon
from services.extractor.acts.verb_groups.chains import Link, chain
from services.extractor.acts.verb_groups.conjugation import (
    after_particle,
    is_passive,
    is_reduced,
    particle_before,
    tense,
)
from services.extractor.acts.verb_groups.continuing import with_auxiliary_of, with_infinitive_of
from services.extractor.acts.verb_groups.elliptical import with_adjectives
from services.extractor.acts.verb_groups.homographs import is_verb
from services.extractor.acts.verb_groups.narrative import with_narrative
from services.extractor.acts.verb_groups.negation import negators
from services.extractor.acts.verb_groups.object_nouns import is_object_of
from services.extractor.acts.verb_groups.tokens import Tokens
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word


def verbs(sentence: Sequence[Word], lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> list[Verb]:
    """The verb groups in order. `taken` are the words of names, which are no verbs ("May", "Marche")."""
    tokens = Tokens(lower(sentence), lexicon, grammar, taken)
    found: list[Verb] = []
    for at in [at for at, word in enumerate(tokens.lowered) if lexicon.inflections(word) and at not in taken]:
        last = found[-1].head if found else -1
        if (
            at > last
            and is_verb(tokens.lowered, at, lexicon, grammar, taken)
            and not (found and is_object_of(found[-1], at, tokens))
        ):
            links, operators = chain(tokens.lowered, at, lexicon, grammar, taken)
            group = _group(tokens, links, operators, last)
            found.append(with_auxiliary_of(found, with_infinitive_of(found, group, tokens), tokens))
    return with_adjectives(with_narrative(found, tokens), tokens)


def _group(tokens: Tokens, links: Sequence[Link], operators: Sequence[str], last: int) -> Verb:
    """The group that a chain of verbs and operator adjectives makes; `last` is the head of the group before it."""
    lowered, grammar = tokens.lowered, tokens.grammar
    first, head = links[0], links[-1]
    bare = first.inflection.tense in ("present", "infinitive")  # no "according to newly released papers"
    opened = particle_before(lowered, first.index, grammar) if bare else None
    start = _start(lowered, first.index if opened is None else opened, grammar)
    denied = negators(lowered, start, links, grammar, last)
    is_participle = tokens.may_be_participle(first.index)
    reduced = is_reduced(tokens, links, is_participle) or (is_participle and _is_beside(tokens, links))
    particle = opened is not None or after_particle(lowered, first.index, grammar)
    reflexive = _is_reflexive(lowered[start : head.index], first.inflection.tense in FINITE, grammar)
    modals = [
        "success" if not denied and _was_done(links, at, grammar) else grammar.modals[link.inflection.lemma]
        for at, link in enumerate(links[:-1])
        if link.inflection.lemma in grammar.modals
    ]
    return Verb(
        first=start,
        head=head.index,
        lemma=head.inflection.lemma,
        tense="participle" if reduced else tense(links, grammar, reflexive, particle),
        finite=first.inflection.tense in FINITE and not particle and not reduced,
        negated=bool(denied),
        passive=(reduced and len(links) == 1) or (is_passive(links, grammar) and not reflexive),
        modals=(*modals, *operators),
        lemmas=tuple(link.inflection.lemma for link in links),
        indices=tuple(link.index for link in links),
        tenses=tuple(link.inflection.tense for link in links),
        reflexive=reflexive,
        negators=denied,
    )


def _was_done(links: Sequence[Link], at: int, grammar: Grammar) -> bool:
    """Whether the perfect of a modal tells that it was done: "a dû céder", not "aurait dû céder", "devait céder"."""
    if at == 0 or not grammar.has("done-in-perfect", links[at].inflection.lemma):
        return False
    helps = grammar.has("perfect-auxiliaries", links[at - 1].inflection.lemma)
    return helps and links[at - 1].inflection.tense in ("present", "past", "infinitive", "gerund")


def _is_beside(tokens: Tokens, links: Sequence[Link]) -> bool:
    """Whether a participle between commas only says something of a name before its verb: "Norway, long opposed to the
    plan, accepted"; "Norway, caught in the middle, rejected"."""
    lowered, grammar, first = tokens.lowered, tokens.grammar, links[0].index
    opened = first - 1
    while opened > 0 and (grammar.has("adverbs", lowered[opened]) or grammar.is_adverb(lowered[opened])):
        opened -= 1
    if len(links) > 1 or opened < 1 or lowered[opened] != "," or not grammar.shows("noun-verbs"):
        return False
    if first + 1 >= len(lowered) or not _opens_with_name(tokens, opened):
        return False
    open_to = grammar.phrase("prepositions", lowered, first + 1) or grammar.has("particles", lowered[first + 1])
    end = next((at for at in range(first + 1, len(lowered) - 1) if lowered[at] in _CLOSING), None)
    if not open_to or end is None or lowered[end] != ",":
        return False
    return tokens.lexicon.is_finite(lowered[end + 1]) and end + 1 not in tokens.taken


def _opens_with_name(tokens: Tokens, end: int) -> bool:
    """Whether a clause begins with a name that ends there: no "treaty between Norway and Peru, signed in May"."""
    start, grammar = end, tokens.grammar
    while start > 0 and start - 1 in tokens.taken:
        start -= 1
    if start == end:
        return False
    start -= start > 0 and grammar.has("determiners", tokens.lowered[start - 1])
    before = tokens.lowered[start - 1] if start > 0 else ","
    openers = ("complementizers", "subordinators", "adversatives")
    return before in _CLOSING or grammar.has_any(openers, before)


_CLOSING = frozenset(',;:()"')


def _is_reflexive(before: Sequence[str], finite: bool, grammar: Grammar) -> bool:
    """Whether a reflexive pronoun stands among the words of a group: "nous" alone is a subject, "nous paierons"."""
    found = [word for word in before if grammar.has("reflexives", word)]
    return bool(found) and not (finite and len(found) == 1 and grammar.has("first-person", found[0]))


def _start(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    """Where the group of a verb begins, the clitics and the negation before it included: "ne pas avoir négocié"."""
    while at > 0 and (grammar.has("clitics", lowered[at - 1]) or grammar.has("infinitive-prefixes", lowered[at - 1])):
        at -= 1
    denied = at > 1 and grammar.has("negators", lowered[at - 1])
    return at - 2 if denied and grammar.has("infinitive-prefixes", lowered[at - 2]) else at
