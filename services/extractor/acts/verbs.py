"""The verb groups of a sentence: auxiliaries, modals, negation and head as one, with tense, voice and mood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.extractor.acts.chains import PURE, Link, chain
from services.extractor.acts.conjugation import after_particle, is_passive, is_reduced, tense
from services.extractor.acts.frame import FINITE, Inflection, Tense
from services.extractor.acts.homographs import is_plain, is_verb
from services.extractor.acts.lexicon import Lexicon
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_NEGATION_REACH = 3
"""Words behind a verb among which the second part of its negation stands."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group. Word indices are inclusive; `head` is the last verb, the one that means something.

    `tense` is that of the first verb with compound tenses resolved ("a rencontré" is past); `modals` are what the
    verbs and adjectives before the head do to it, outermost first (`plan`, `possible`, `ready`, `refusal`, ...).
    """

    first: int
    head: int
    lemma: str
    tense: Tense
    finite: bool
    negated: bool = False
    passive: bool = False
    modals: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    indices: tuple[int, ...] = ()
    """The words of the group, one for each of `lemmas`."""
    tenses: tuple[Tense, ...] = ()
    """Their forms."""
    reflexive: bool = False
    negators: tuple[int, ...] = ()
    """The words that negate, of which `negated` tells."""
    goes_on: bool = False
    """Whether it hangs on what an infinitive before it hangs on: "lift" of "will free the crew and lift"."""

    def until(self, index: int, grammar: Grammar) -> "Verb":
        """The group up to one of its words: "had agreed" of "had agreed to sign"; itself up to its head."""
        if index not in self.indices[:-1]:
            return self
        count = self.indices.index(index) + 1
        denied = index + grammar.shows("split-negation")  # "n'accepte pas de céder"
        lemmas = self.lemmas[:count]
        reduced = self.tense == "participle" and count == 1  # "Invité à s'expliquer, il"
        return replace(
            self,
            head=index,
            lemma=lemmas[-1],
            negated=any(at <= denied for at in self.negators),
            passive=reduced
            or (
                count > 1
                and not (self.reflexive and grammar.shows("reflexive-verbs"))  # "s'est dit prêt"
                and grammar.has("passive-auxiliaries", lemmas[-2])
                and self.tenses[count - 1 : count] != ("gerund",)
            ),  # "is offering to go"
            modals=tuple(grammar.modals[lemma] for lemma in lemmas[:-1] if lemma in grammar.modals),
            lemmas=lemmas,
            indices=self.indices[:count],
        )


def verbs(sentence: Sequence[Word], lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> list[Verb]:
    """The verb groups in order. `taken` are the words of names, which are no verbs ("May", "Marche")."""
    lowered = lower(sentence)
    found: list[Verb] = []
    at = 0
    while at < len(sentence):
        if (
            at not in taken
            and is_verb(lowered, at, lexicon, grammar, taken)
            and not (found and _is_object_of(found[-1], lowered, at, lexicon, grammar, taken))
        ):
            links, operators = chain(lowered, at, lexicon, grammar, taken)
            group = _group(lowered, links, operators, lexicon, grammar, found[-1].head if found else -1)
            if found and group.tense == "present" and grammar.shows("infinitive-particle"):
                group = _going_on(found, group, lowered, lexicon, grammar, taken)
            found.append(_with_auxiliary_of(found, group, lowered, lexicon, grammar))
            at = found[-1].head + 1
        else:
            at += 1
    return found


_CLOSING = frozenset(";:()")
"""Marks behind which nothing goes on an infinitive before them."""


def _going_on(
    found: Sequence[Verb],
    verb: Verb,
    lowered: Sequence[str],
    lexicon: Lexicon,
    grammar: Grammar,
    taken: frozenset[int],
) -> Verb:
    """A plain form behind "and" goes on the infinitive before it: "will free the crew and lift the siege".

    It hangs on what that infinitive hangs on, unless a finite verb stands before that may be plain, too.
    """
    if _is_helped(found[-1], verb, lowered, lexicon, grammar):
        return replace(verb, tense="infinitive", finite=False)
    at = verb.first - 1
    while at > 0 and grammar.has("adverbs", lowered[at]):
        at -= 1
    if not grammar.has("coordinators", lowered[at]) or not _may_be_infinitive(lowered[verb.first], lexicon):
        return verb
    if _opens_unknown(found, lowered, at, lexicon, grammar, taken):
        return replace(verb, goes_on=True, tense="infinitive", finite=False)
    before = next(
        (one for one in reversed(found) if _ends_plain(one) or _is_plain(one, lowered, lexicon, grammar)), None
    )
    if before is None or not _ends_plain(before) or not _CLOSING.isdisjoint(lowered[before.head : at]):
        return verb
    earlier = (one for one in reversed(found) if one.finite and one.head < before.first)
    matrix = before if before.finite else next(earlier, before)
    if _is_plain(matrix, lowered, lexicon, grammar):
        return verb  # "They refuse to disarm and demand": it may be either.
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


def _opens_unknown(
    found: Sequence[Verb], lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> bool:
    """Whether an infinitive of a verb that no table knows stands before: "asked Oslo to vacate it and pull out"."""
    for opening in range(at - 2, found[0].head, -1):
        if lowered[opening] in _CLOSING:
            return False
        if grammar.has("infinitive-particles", lowered[opening]) and opening + 1 not in taken:
            word = lowered[opening + 1]
            known = word in grammar.closed or lexicon.is_noun(word) or bool(lexicon.inflections(word))
            around = [one for one in found if one.finite and one.head > opening]
            around += [one for one in found if one.finite and one.head < opening][-1:]
            free = not any(_is_plain(one, lowered, lexicon, grammar) for one in around)
            return word.isalpha() and not known and word[-1] != "s" and free
    return False


_HELPED = 6
"""Words of whom one helps, between "help" and what these do."""


def _is_helped(before: Verb, verb: Verb, lowered: Sequence[str], lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a plain form says what one helps or lets others do: "helped Oslo and Lima reach a deal"."""
    if not grammar.has("bare-infinitives", before.lemma) or grammar.has("auxiliaries", before.lemma):
        return False
    between = lowered[before.head + 1 : verb.first]
    plain = all(word[0].isalnum() and not grammar.has("complementizers", word) for word in between)
    return 0 < len(between) <= _HELPED and plain and _may_be_infinitive(lowered[verb.first], lexicon)


def _may_be_infinitive(word: str, lexicon: Lexicon) -> bool:
    return any(one.tense == "infinitive" for one in lexicon.inflections(word))


def _ends_plain(verb: Verb) -> bool:
    """Whether the last verb of a group is an infinitive: "to free", "will free", "agreed to free"."""
    return verb.tense == "infinitive" or (len(verb.tenses) > 1 and verb.tenses[-1] == "infinitive")


def _is_plain(verb: Verb, lowered: Sequence[str], lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a finite verb stands in a form that a plain one may go on: "they hold", "they want to see"."""
    helps = grammar.has("auxiliaries", verb.lemmas[0]) or grammar.modals.get(verb.lemmas[0]) in PURE
    return (
        verb.finite and not helps and verb.tense == "present" and _may_be_infinitive(lowered[verb.indices[0]], lexicon)
    )


def _with_auxiliary_of(
    found: Sequence[Verb], verb: Verb, lowered: Sequence[str], lexicon: Lexicon, grammar: Grammar
) -> Verb:
    """A participle in a list with a perfect is one, too: "a proposé une trêve, exigé des excuses et promis de"."""
    if not found or verb.tenses[0] != "participle" or verb.tense != "participle":
        return verb
    before, at = found[-1], verb.first - 1
    while at > before.head and grammar.has("adverbs", lowered[at]):
        at -= 1
    perfect = before.finite and before.tense == "past" and not before.passive and not before.reflexive
    helped = grammar.has("perfect-auxiliaries", before.lemmas[0]) and "participle" in before.tenses[1:2]
    alone = before.tenses[0] == "participle"  # itself one of the list
    if not perfect or not (helped or alone) or at <= before.head:
        return verb
    if lowered[verb.indices[0]].endswith(tuple(grammar.sets["agreeing-endings"])):
        return verb
    listed = lowered[at] == "," and _ends_list(lowered, verb.head + 1, lexicon, grammar)
    if not listed and not grammar.has("coordinators", lowered[at]):
        return verb
    return replace(verb, tense="past", finite=True, passive=False)


def _ends_list(lowered: Sequence[str], start: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a coordinator with a participle behind it follows before any mark."""
    for at in range(start, len(lowered) - 1):
        if not (lowered[at].isalnum() or lowered[at].endswith("'")):
            return False
        if grammar.has("coordinators", lowered[at]):
            return any(one.tense == "participle" for one in lexicon.inflections(lowered[at + 1]))
    return False


def _is_object_of(
    before: Verb, lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> bool:
    """Whether a form of the present behind an English verb is a noun: "continue trade talks", "meet Oslo demands"."""
    between = range(before.head + 1, at)
    has = grammar.has("perfect-auxiliaries", before.lemma) and not between  # "have lunch", but "have them lunch"
    if not grammar.shows("noun-verbs") or (grammar.has("bare-infinitives", before.lemma) and not has):
        return False
    readings = lexicon.inflections(lowered[at])
    if any(grammar.has("auxiliaries", one.lemma) or grammar.modals.get(one.lemma) in PURE for one in readings):
        return False  # "those who refuse to disarm will be tried"
    owned = lexicon.is_noun(lowered[at]) and before.lemma not in lexicon.reporting and taken.issuperset(between)
    if between and not owned and not _ends_object(lowered, between, before, readings, lexicon, grammar, taken):
        return False
    return all(one.tense in ("present", "infinitive") for one in readings)


def _ends_object(
    lowered: Sequence[str],
    between: range,
    before: Verb,
    readings: frozenset[Inflection],
    lexicon: Lexicon,
    grammar: Grammar,
    taken: frozenset[int],
) -> bool:
    """Whether a form in -s ends the object of the verb before it: "discussed border issues", not "said Oslo issues"."""
    third = all(one.tense == "present" and one.plural is False for one in readings)
    plain = all(at not in taken and is_plain(lowered[at], grammar) and lowered[at][-1] != "s" for at in between)
    return third and plain and len(between) <= _OBJECT and before.lemma not in lexicon.reporting


_OBJECT = 2
"""Words between a verb and the noun of an object without an article."""


def _group(
    lowered: Sequence[str],
    links: Sequence[Link],
    operators: Sequence[str],
    lexicon: Lexicon,
    grammar: Grammar,
    last: int,
) -> Verb:
    """The group that a chain of verbs and operator adjectives makes; `last` is the head of the group before it."""
    first, head = links[0], links[-1]
    start = _start(lowered, first.index, grammar)
    if (
        start > 1
        and grammar.has("negators", lowered[start - 1])
        and grammar.has("infinitive-prefixes", lowered[start - 2])
    ):
        start -= 2  # "ne pas avoir négocié"
    modals = [grammar.modals[link.inflection.lemma] for link in links[:-1] if link.inflection.lemma in grammar.modals]
    parted = any(grammar.has("infinitive-prefixes", word) for word in lowered[start : first.index])
    behind = _NEGATION_REACH if parted else 1  # "ne répondra donc pas"
    inside = [*range(start, head.index), *range(head.index + 1, min(head.index + 1 + behind, len(lowered)))]
    negators = tuple(
        at
        for at in inside
        if _negates(lowered, at, grammar) and (parted or not grammar.has("half-negators", lowered[at]))
    )
    if not negators and any(grammar.has("negations", word) for word in lowered[start : first.index]):
        negators = _alone(lowered, start, first, head.index, grammar) or _of_complement(lowered, head.index, grammar)
    if not negators and (parted or not grammar.shows("split-negation")):
        negators = _before_verb(lowered, start, grammar) or _of_subject(lowered, start, grammar, last)
    is_participle = any(one.tense == "participle" for one in lexicon.inflections(lowered[first.index]))
    reduced = is_reduced(lowered, links, grammar, is_participle)
    particle = after_particle(lowered, first.index, grammar)
    reflexive = any(grammar.has("reflexives", word) for word in lowered[start : head.index])
    return Verb(
        first=start,
        head=head.index,
        lemma=head.inflection.lemma,
        tense="participle" if reduced else tense(links, grammar, reflexive, particle),
        finite=first.inflection.tense in FINITE and not particle and not reduced,
        negated=bool(negators),
        passive=(reduced and len(links) == 1) or (is_passive(links, grammar) and not reflexive),
        modals=tuple(modals + list(operators)),
        lemmas=tuple(link.inflection.lemma for link in links),
        indices=tuple(link.index for link in links),
        tenses=tuple(link.inflection.tense for link in links),
        reflexive=reflexive,
        negators=negators,
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
    for at in range(start - 1, max(start - 1 - _SUBJECT, first), -1):
        none_of = grammar.has("denying-determiners", lowered[at]) and grammar.has("genitives", lowered[at + 1])
        if none_of or (grammar.has("neither", lowered[at]) and _denies_all(lowered[at + 1 : start], grammar)):
            return (at,)
        if lowered[at] in ".;:()" or grammar.has("adversatives", lowered[at]):
            return ()
    return ()


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
    if grammar.has("negators", lowered[at]) or lowered[at].endswith("n't"):
        return True
    behind = lowered[at + 1 : at + 2]
    return bool(behind) and grammar.has("delays", lowered[at]) and grammar.has("infinitive-particles", behind[0])


def _alone(lowered: Sequence[str], start: int, first: Link, head: int, grammar: Grammar) -> tuple[int, ...]:
    """The "ne" that negates by itself before some verbs: "nous ne pouvons l'accepter", not "ne peut que l'accepter"."""
    if not grammar.has("negated-alone", first.inflection.lemma):
        return ()
    if any(grammar.has("complementizers", word) for word in lowered[first.index + 1 : head + _ONLY]):
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


def _start(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    while at > 0 and (grammar.has("clitics", lowered[at - 1]) or grammar.has("infinitive-prefixes", lowered[at - 1])):
        at -= 1
    return at
