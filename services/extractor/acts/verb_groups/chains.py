"""The verbs of one group, each hanging on the one before: "was expected to sign", "s'est dit prêt à rencontrer"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.extractor.acts.frame import FINITE, Inflection, Tense
from services.extractor.acts.lexicon import Lexicon
from services.extractor.acts.verb_groups.insertions import behind_insertion
from services.extractor.acts.verb_groups.inversion import tied_pronoun
from services.extractor.grammar import Grammar

PURE = frozenset({"future", "conditional", "possible", "obligation"})
"""What only verbs without a noun of the same form do to another verb: will, would, may, must."""

_MAX_GAP = 4
"""Adverbs, clitics and negators between two verbs of one group."""

_PHRASE = 3
"""Words by which one of them may be longer that is a phrase: "d'ores et déjà"."""


@dataclass(slots=True)
class Link:
    """One verb of a group: where it stands, and as which form it is read."""

    index: int
    inflection: Inflection


def chain(
    lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> tuple[list[Link], list[str]]:
    """The verbs of the group that begins at a word, first to last, and what the adjectives among them do to the last.

    `taken` are the words of names: a group ends before them.
    """
    links = [Link(at, _opening(lexicon.inflections(lowered[at])))]
    operators: list[str] = []
    while True:
        step = _next_link(lowered, links[-1], lexicon, grammar, taken)
        if step is None:
            return links, operators
        link, operator = step
        if operator:
            operators.append(operator)
        if link is None:
            return links, operators
        links.append(link)


def _next_link(
    lowered: Sequence[str], link: Link, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> tuple[Link | None, str | None] | None:
    """The next verb of the group behind a link, and the operator adjective that stands between or at the end.

    An operator that is a participle too ("prévu", "expected") is the verb itself where no infinitive follows.
    """
    lemma, operator = link.inflection.lemma, None
    ready = grammar.has("showing", lemma) and lowered[link.index + 1 : link.index + 2]
    opens = grammar.holds("infinitive-particles", lowered[link.index + 2 : link.index + 3])
    if ready and ready[0] in grammar.operators and (opens or not lexicon.inflections(ready[0])):
        return _behind_operator(lowered, link.index + 1, lexicon, grammar, taken)
    if not grammar.has("auxiliaries", lemma) and lemma not in grammar.modals:
        return None
    of_itself = _is_of_itself(lowered, link.index, grammar)  # "s'est ouvert" is open to nothing
    copula = grammar.has("passive-auxiliaries", lemma)
    tied = tied_pronoun(lowered, link.index, grammar)
    at, particle, participle, excess = link.index + 1 + tied, False, None, False
    while at < len(lowered) and at not in taken and at - link.index - tied <= _MAX_GAP + _PHRASE:
        word = lowered[at]
        excess = excess or grammar.has("excess", word)
        if excess and grammar.has("infinitive-particles", word):
            break  # "is too early to sign"
        adverb = grammar.phrase("adverbs", lowered, at)
        wanted = _wanted(lemma, operator, particle, grammar)
        fitting = [one for one in lexicon.inflections(word) if one.tense in wanted and adverb is None]
        said_of = copula and not (of_itself and fitting)
        is_operator = said_of and operator is None and not particle and word in grammar.operators
        if fitting and not is_operator:
            return Link(at, _likeliest(fitting, copula or grammar.has("perfect-auxiliaries", lemma))), operator
        aside = at + adverb[0] if adverb is not None else _behind_day(lowered, at, link, grammar)
        if aside > at:
            at = aside
            continue
        if is_operator:
            operator, participle = grammar.operators[word], Link(at, _likeliest(fitting, True)) if fitting else None
        elif copula and operator is None and grammar.has("planning-particles", word):
            operator, particle = "plan", True
        elif grammar.has("infinitive-particles", word) or (
            lemma in grammar.modals and grammar.has("finishing-particles", word)
        ):
            particle = True
        elif not _skippable(lowered, at, grammar):
            parted = _parted(lowered, at, link, lexicon, grammar, taken) if operator is None and not particle else None
            if parted is not None:
                return parted, None
            break
        at += 1
    return (participle, operator) if operator is not None else None


def _is_of_itself(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a reflexive stands before a verb, and no subject of its form: "nous nous sommes opposés", "nous sommes
    opposés"."""
    if not at or not grammar.has("reflexives", lowered[at - 1]):
        return False
    return not grammar.has("tied-subjects", lowered[at - 1]) or lowered[at - 2 : at - 1] == [lowered[at - 1]]


def _behind_day(lowered: Sequence[str], at: int, link: Link, grammar: Grammar) -> int:
    """The particle of an infinitive behind a day that parts it from its modal, "a prévu vendredi de voir"; the day
    itself where none follows."""
    if link.inflection.lemma not in grammar.modals or not grammar.has("calendar-names", lowered[at]):
        return at
    behind = behind_insertion(lowered, at, grammar)
    follows = behind < len(lowered) and grammar.has("infinitive-particles", lowered[behind])
    return behind if follows else at


def _parted(
    lowered: Sequence[str], at: int, link: Link, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> Link | None:
    """The participle of an auxiliary behind what is put in between: "a, dans un communiqué, demandé"."""
    if not grammar.has("auxiliaries", link.inflection.lemma):
        return None
    while (behind := behind_insertion(lowered, at, grammar)) > at:
        at = behind
    if at >= len(lowered) or at in taken:
        return None
    fitting = [one for one in lexicon.inflections(lowered[at]) if one.tense == "participle"]
    return Link(at, _likeliest(fitting, True)) if fitting else None


def _behind_operator(
    lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> tuple[Link | None, str | None]:
    """The infinitive of "s'est dit prêt à rencontrer": the adjective does to it what it does behind "be"."""
    operator = grammar.operators[lowered[at]]
    for behind in range(at + 1, min(at + 1 + _MAX_GAP, len(lowered))):
        fitting = [one for one in lexicon.inflections(lowered[behind]) if one.tense == "infinitive"]
        if behind in taken:
            break
        if fitting and lowered[behind - 1] != ",":
            return Link(behind, _likeliest(fitting, False)), operator
    return None, operator


def _wanted(lemma: str, operator: str | None, particle: bool, grammar: Grammar) -> tuple[Tense, ...]:
    """In which forms the next verb stands behind a verb, an operator adjective and the particle of infinitives."""
    auxiliary, modal = grammar.has("auxiliaries", lemma), lemma in grammar.modals
    if modal and not auxiliary and not particle and _wants_particle(lemma, grammar):
        return ()  # "to continue trade talks": without "to" the word behind is no infinitive
    if auxiliary and operator is None and not particle:
        helps_infinitives = grammar.shows("do-support") and not (
            grammar.has("passive-auxiliaries", lemma) or grammar.has("perfect-auxiliaries", lemma)
        )
        return ("participle", "gerund", "infinitive") if helps_infinitives else ("participle", "gerund")
    bare = not grammar.shows("infinitive-particle")  # "due to return", not "due back"
    opened = operator is not None and (particle or bare)
    return ("infinitive",) if modal or opened or (auxiliary and operator is None) else ()


def _wants_particle(lemma: str, grammar: Grammar) -> bool:
    """Whether an infinitive behind a verb takes "to": behind "plan", "continue", not behind "will", "must"."""
    bare = grammar.modals[lemma] in PURE or grammar.has("bare-infinitives", lemma)  # "helped broker a truce"
    return grammar.shows("infinitive-particle") and not bare


def _skippable(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    return (
        grammar.has("negators", lowered[at])
        or grammar.has("negations", lowered[at])
        or grammar.has("clitics", lowered[at])
        or grammar.is_adverb(lowered[at])
        or lowered[at] == '"'
    )


def _likeliest(fitting: Sequence[Inflection], behind_be: bool) -> Inflection:
    """Of a form of many senses the participle behind "be" and "have", else the infinitive: "has cut", "did not cut"."""
    first = "participle" if behind_be else "infinitive"
    return min(fitting, key=lambda one: (one.tense != first, one.tense, one.lemma, one.plural is True))


@lru_cache(maxsize=8192)
def _opening(inflections: frozenset[Inflection]) -> Inflection:
    """Of a form of many senses where a group begins a finite one before others."""
    return min(inflections, key=lambda one: (_ORDER.get(one.tense, 9), one.lemma, one.tense, one.plural is True))


_ORDER: Mapping[str, int] = {tense: rank for rank, tense in enumerate(FINITE)}
