"""Verb groups that go on the one before: "will free the crew and lift the siege", "a proposé une trêve et promis"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from services.extractor.acts.verb_groups.chains import PURE
from services.extractor.acts.verb_groups.tokens import Tokens
from services.extractor.acts.verb_groups.verb import Verb

_CLOSING = frozenset(";:()")
"""Marks behind which nothing goes on an infinitive before them."""

_HELPED = 6
"""Words of whom one helps, between "help" and what these do."""


def with_infinitive_of(found: Sequence[Verb], verb: Verb, tokens: Tokens) -> Verb:
    """A plain form behind "and" goes on the infinitive before it: "will free the crew and lift the siege".

    It hangs on what that infinitive hangs on, unless a finite verb stands before that may be plain, too.
    """
    if not found or verb.tense != "present" or not tokens.grammar.shows("infinitive-particle"):
        return verb
    if _is_helped(found[-1], verb, tokens):
        return replace(verb, tense="infinitive", finite=False)
    joint = tokens.before_adverbs(verb.first)
    coordinated = tokens.grammar.has("coordinators", tokens.lowered[joint])
    if not coordinated or not tokens.may_be_infinitive(verb.first):
        return verb
    before = _infinitive_before(found, joint, tokens)
    return _hung_on(before, verb) if before is not None else verb


def _infinitive_before(found: Sequence[Verb], joint: int, tokens: Tokens) -> Verb | None:
    """The group that ends in an infinitive which a plain form behind a conjunction goes on."""
    before = next((one for one in reversed(found) if _ends_plain(one) or _is_plain(one, tokens)), None)
    if before is None or not _ends_plain(before) or not _CLOSING.isdisjoint(tokens.lowered[before.head : joint]):
        return None
    earlier = (one for one in reversed(found) if one.finite and one.head < before.first)
    matrix = before if before.finite else next(earlier, before)
    return None if _is_plain(matrix, tokens) else before  # "They refuse to disarm and demand": it may be either.


def _hung_on(before: Verb, verb: Verb) -> Verb:
    """A plain form with all that governs the infinitive before it."""
    return replace(
        verb,
        goes_on=True,
        tense=before.tense,
        finite=before.finite,
        negated=before.negated,
        negators=before.negators,
        modals=before.modals + verb.modals,
        lemmas=before.lemmas[:-1] + verb.lemmas,
        indices=before.indices[:-1] + verb.indices,
        tenses=(*before.tenses[:-1], "infinitive", *verb.tenses[1:]),
    )


def _is_helped(before: Verb, verb: Verb, tokens: Tokens) -> bool:
    """Whether a plain form says what one helps or lets others do: "helped Oslo and Lima reach a deal"."""
    if not tokens.grammar.has("bare-infinitives", before.lemma) or tokens.grammar.has("auxiliaries", before.lemma):
        return False
    between = tokens.lowered[before.head + 1 : verb.first]
    plain = all(word[0].isalnum() and not tokens.grammar.has("complementizers", word) for word in between)
    return 0 < len(between) <= _HELPED and plain and tokens.may_be_infinitive(verb.first)


def _ends_plain(verb: Verb) -> bool:
    """Whether the last verb of a group is an infinitive: "to free", "will free", "agreed to free"."""
    return verb.tense == "infinitive" or (len(verb.tenses) > 1 and verb.tenses[-1] == "infinitive")


def _is_plain(verb: Verb, tokens: Tokens) -> bool:
    """Whether a finite verb stands in a form that a plain one may go on: "they hold", "they want to see"."""
    helps = tokens.grammar.has("auxiliaries", verb.lemmas[0]) or tokens.grammar.modals.get(verb.lemmas[0]) in PURE
    return verb.finite and not helps and verb.tense == "present" and tokens.may_be_infinitive(verb.indices[0])


def with_auxiliary_of(found: Sequence[Verb], verb: Verb, tokens: Tokens) -> Verb:
    """A participle in a list with a perfect is one, too: "a proposé une trêve, exigé des excuses et promis de"."""
    if not found or verb.tenses[0] != "participle" or verb.tense != "participle":
        return verb
    goes_on = _is_perfect(found[-1], tokens) or _is_asked_besides(found, verb, tokens)
    if not (goes_on or _is_behind_infinitive(found, verb, tokens)):
        return verb
    if tokens.grammar.ends_in("agreeing-endings", tokens.lowered[verb.indices[0]]):
        return verb
    joint = tokens.before_adverbs(verb.first)
    joined = tokens.grammar.has_any(("coordinators", "adversatives"), tokens.lowered[joint])
    if joint <= found[-1].head or not joined:
        return verb
    return replace(verb, tense="past", finite=True, passive=False)


_MATRIX = 2
"""From the end, the place of the verb on which the last one hangs."""


def _is_asked_besides(found: Sequence[Verb], verb: Verb, tokens: Tokens) -> bool:
    """Whether who blames somebody for having done something also asks for something: "a accusé Lima d'avoir triché et
    exigé des excuses"."""
    blamed_for = found[-1]
    done = blamed_for.tenses[0] == "infinitive" and tokens.grammar.has("perfect-auxiliaries", blamed_for.lemmas[0])
    if not done or len(found) < _MATRIX or not _is_perfect(found[-_MATRIX], tokens):
        return False
    asks = "demand" in tokens.lexicon.told_by(verb.lemma)
    return asks and tokens.grammar.has("coordinators", tokens.lowered[tokens.before_adverbs(verb.first)])


def _is_behind_infinitive(found: Sequence[Verb], verb: Verb, tokens: Tokens) -> bool:
    """Whether a participle with an object goes on the perfect on which infinitives between hang: "a appelé Lima à
    libérer les marins et promis une aide"; one without is an adjective, "un pays uni et respecté par tous"."""
    hung = list(takewhile(lambda one: _is_infinitive(one, tokens), reversed(found)))
    matrix = found[-1 - len(hung)] if len(hung) < len(found) else None
    behind = tokens.lowered[verb.indices[0] + 1 : verb.indices[0] + 2]
    governs = bool(behind) and tokens.grammar.has_any(_GOVERNED, behind[0])
    return bool(hung) and matrix is not None and _is_perfect(matrix, tokens) and governs


def _is_infinitive(verb: Verb, tokens: Tokens) -> bool:
    """Whether a group opens with an infinitive, no auxiliary: a participle behind "avoir triché et" may go on that."""
    return verb.tenses[0] == "infinitive" and not tokens.grammar.has("perfect-auxiliaries", verb.lemmas[0])


_GOVERNED = ("determiners", "complementizers", "gerund-openers", "genitives")
"""Classes of words of which one begins what a participle governs."""


def _is_perfect(verb: Verb, tokens: Tokens) -> bool:
    """Whether a group is a perfect whose auxiliary serves others, or itself a participle of such a list."""
    active = verb.finite and verb.tense == "past" and not verb.passive and not verb.reflexive
    helped = tokens.grammar.has("perfect-auxiliaries", verb.lemmas[0]) and "participle" in verb.tenses[1:2]
    return active and (helped or verb.tenses[0] == "participle")
