"""What negates a verb group: a word inside it, an adverb before it, a determiner of its subject or object."""

from collections.abc import Sequence

from services.extractor.acts.verb_groups.chains import Link
from services.extractor.grammar import Grammar

_BEHIND = 1
"""Words behind a verb among which a negation stands: "refuses not", "did n't"."""

_BEHIND_SPLIT = 3
"""The same for the second part of a negation in two: "ne répondra donc pas"."""


def negators(lowered: Sequence[str], start: int, links: Sequence[Link], grammar: Grammar, last: int) -> tuple[int, ...]:
    """The words that negate a group, by index; empty where it is not negated.

    `start` is where the group begins, clitics included; `last` is the head of the group before it.
    """
    first, head = links[0], links[-1].index
    before = lowered[start : first.index]
    split = grammar.holds("infinitive-prefixes", before)
    found = _inside(lowered, range(start, head), grammar, split)
    if not found and grammar.holds("negations", before):
        found = _alone(lowered, start, links, grammar) or _of_complement(lowered, head, grammar)
    if not found and (split or not grammar.shows("split-negation")):
        found = (
            _before_verb(lowered, start, grammar)
            or _of_subject(lowered, start, grammar, last)
            or _of_nobody(lowered, start, grammar, last)
        )
    if not found and split and grammar.shows("split-negation"):
        found = _farther_before(lowered, start, grammar)
    return found


def _farther_before(lowered: Sequence[str], start: int, grammar: Grammar) -> tuple[int, ...]:
    """The other part of a negation in two, far before its verb, "à aucun moment nous n'avons promis", or what is its
    subject, "rien n'oblige"."""
    for at in range(start - 1, max(start - 1 - _SUBJECT, -1), -1):
        # "rien n'oblige", not "de plus, il n'a"
        half = 0 < at < start - 1 and grammar.has("half-negators", lowered[at])
        whole = grammar.has("negators", lowered[at]) and not half
        if whole or grammar.has("denying-determiners", lowered[at]):
            return (at,)
        if lowered[at] in ".;:()" or grammar.has("complementizers", lowered[at]):
            return ()
    return ()


def _inside(lowered: Sequence[str], group: range, grammar: Grammar, split: bool) -> tuple[int, ...]:
    """The words that negate before the head of a group or right behind; `split` tells whether "ne" stands before."""
    behind = group.stop + 1 + (_BEHIND_SPLIT if split else _BEHIND)
    return tuple(
        at
        for at in (*group, *range(group.stop + 1, min(behind, len(lowered))))
        if _negates(lowered, at, grammar) and (split or not grammar.has("half-negators", lowered[at]))
    )


def _before_verb(lowered: Sequence[str], start: int, grammar: Grammar) -> tuple[int, ...]:
    """The adverb that denies before a verb: "never agreed", "no longer demands", "never formally agreed"."""
    for at in range(start, max(0, start - 2), -1):
        if grammar.ends_before("denying-adverbs", lowered, at):
            return (at - 1,)
        if not (grammar.has("adverbs", lowered[at - 1]) or grammar.is_adverb(lowered[at - 1])):
            return ()
    return ()


def _of_subject(lowered: Sequence[str], start: int, grammar: Grammar, last: int) -> tuple[int, ...]:
    """The word that denies before a subject: "ni Oslo ni Lima n'ont accepté", "aucun des deux n'a", "neither has".

    `last` is the head of the verb before: what denies its subject says nothing of this one's.
    """
    first = last if grammar.shows("infinitive-particle") else -1
    before = lowered[max(start - _SUBJECT, first + 1, 0) : start]
    if grammar.sets["denying-determiners"].isdisjoint(before) and grammar.sets["neither"].isdisjoint(before):
        return ()  # Hardly any subject is denied.
    for at in range(start - 1, max(start - 1 - _SUBJECT, first), -1):
        none_of = grammar.has("denying-determiners", lowered[at]) and grammar.has("genitives", lowered[at + 1])
        if none_of or (grammar.has("neither", lowered[at]) and _denies_all(lowered[at + 1 : start], grammar)):
            return (at,)
        if lowered[at] in ".;:()" or grammar.has("adversatives", lowered[at]):
            return ()
    return ()


def _of_nobody(lowered: Sequence[str], start: int, grammar: Grammar, last: int) -> tuple[int, ...]:
    """The "no" or "few" that opens the subject of an English verb: "No minister of Norway has met", "few states have
    signed"; not of what stands elsewhere, "gave no hint Oslo would pay"."""
    if not grammar.shows("infinitive-particle") or start < _ONE_NOUN:
        return ()
    for at in range(start - 1, max(start - 1 - _SUBJECT, last, -1), -1):
        if grammar.has("hardly-anybody", lowered[at]):
            return (at,) if at + 1 < start and _opens_clause(lowered, at, grammar) else ()
        preposition = grammar.phrase("prepositions", lowered, at)
        plain = lowered[at][0].isalnum() or lowered[at] in ("'s", "-")
        if (
            not plain
            or grammar.opens_clause(lowered[at])
            or (preposition and not grammar.has("genitives", lowered[at]))
        ):
            return ()
    return ()


def _opens_clause(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    before = lowered[at - 1] if at else '"'
    return before == '"' or grammar.opens_clause(before) or grammar.has("coordinators", before)


def _denies_all(between: Sequence[str], grammar: Grammar) -> bool:
    """Whether what stands behind "neither" is a subject and no clause: "side", "of the two sides", "A nor B"."""
    if not grammar.shows("infinitive-particle"):
        return True
    nor = any(grammar.has("negators", word) and grammar.has("coordinators", word) for word in between)
    return nor or len(between) <= _ONE_NOUN or grammar.has("genitives", between[0])


_ONE_NOUN = 2
"""Words of "side" or "rebel group" behind "neither"."""

_SUBJECT = 9
"""Words from the word that denies to the verb of its subject."""


def _negates(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a word of a group negates it: "not", "hasn't", the "yet" of "has yet to agree"."""
    if grammar.has("negators", lowered[at]) or grammar.ends_in("negating-endings", lowered[at]):
        return True
    behind = lowered[at + 1 : at + 2]
    return bool(behind) and grammar.has("delays", lowered[at]) and grammar.has("infinitive-particles", behind[0])


def _alone(lowered: Sequence[str], start: int, links: Sequence[Link], grammar: Grammar) -> tuple[int, ...]:
    """The "ne" that negates by itself before some verbs: "nous ne pouvons l'accepter", "n'ont pu signer", not "ne peut
    que l'accepter"."""
    first, *rest = links
    compound = bool(rest) and grammar.has("perfect-auxiliaries", first.inflection.lemma)
    told = rest[0] if compound else first
    if not grammar.has("negated-alone", told.inflection.lemma):
        return ()
    if grammar.holds("complementizers", lowered[first.index + 1 : links[-1].index + _ONLY]):
        return ()
    return tuple(at for at in range(start, first.index) if grammar.has("infinitive-prefixes", lowered[at]))


_ONLY = 3
"""Words behind a verb in which the "que" of "ne ... que" stands."""


def _of_complement(lowered: Sequence[str], head: int, grammar: Grammar) -> tuple[int, ...]:
    """The determiner farther behind that with "ne" negates: "ne réclame d'argent à aucun voisin"."""
    for at in range(head + 1, min(head + 1 + _COMPLEMENT, len(lowered))):
        if grammar.has("denying-determiners", lowered[at]):
            return (at,)
        if not (lowered[at].isalpha() or lowered[at].endswith("'")) or grammar.has("complementizers", lowered[at]):
            return ()
    return ()


_COMPLEMENT = 6
"""Words from a verb to a determiner that denies what it does."""
