"""The verb groups of a sentence: auxiliaries, modals, negation and head as one, with tense, voice and mood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from services.extractor.acts.frame import FINITE, Inflection, Tense
from services.extractor.acts.lexicon import Lexicon
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_NEGATION_REACH = 3
"""Words behind a verb among which the second part of its negation stands."""

_PURE = frozenset({"future", "conditional", "possible", "obligation"})
"""What only verbs without a noun of the same form do to another verb: will, would, may, must."""

_AGENT_REACH = 8
"""Words behind a participle in which its agent stands."""

_MAX_GAP = 4  # adverbs, clitics and negators between two verbs of one group


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

    def until(self, index: int, grammar: Grammar) -> "Verb":
        """The group up to one of its words: "had agreed" of "had agreed to sign"; itself up to its head."""
        if index not in self.indices[:-1]:
            return self
        count = self.indices.index(index) + 1
        lemmas = self.lemmas[:count]
        return replace(
            self,
            head=index,
            lemma=lemmas[-1],
            negated=any(at <= index + (grammar.language == "fr") for at in self.negators),  # "n'accepte pas de céder"
            passive=count > 1
            and grammar.has("passive-auxiliaries", lemmas[-2])
            and self.tenses[count - 1 : count] != ("gerund",),  # "is offering to go"
            modals=tuple(grammar.modals[lemma] for lemma in lemmas[:-1] if lemma in grammar.modals),
            lemmas=lemmas,
            indices=self.indices[:count],
        )


@dataclass(slots=True)
class _Link:
    index: int
    inflection: Inflection


def verbs(sentence: Sequence[Word], lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> list[Verb]:
    """The verb groups in order. `taken` are the words of names, which are no verbs ("May", "Marche")."""
    lowered = lower(sentence)
    found: list[Verb] = []
    at = 0
    while at < len(sentence):
        if (
            at not in taken
            and is_verb(lowered, at, lexicon, grammar, taken)
            and not (found and _is_object_of(found[-1], lowered, at, lexicon, grammar))
        ):
            links, operators = _chain(lowered, at, lexicon, grammar, taken)
            found.append(_group(lowered, links, operators, grammar))
            at = found[-1].head + 1
        else:
            at += 1
    return found


def _is_object_of(before: Verb, lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a form of the present right behind an English verb is a noun: "continue trade talks"."""
    if grammar.language != "en" or at != before.head + 1 or grammar.has("bare-infinitives", before.lemma):
        return False
    return all(one.tense in ("present", "infinitive") for one in lexicon.inflections(lowered[at]))


def is_verb(
    lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int] = frozenset()
) -> bool:
    """Whether the word is a verb here: it has a verb's form and does not stand where a noun or adjective must."""
    inflections = lexicon.inflections(lowered[at])
    if not inflections:
        return False
    before = lowered[at - 1] if at else ""
    own = grammar.phrase("prepositions", lowered, at)
    if (own is not None and own[0] == 1) or (at - 1 not in taken and _is_noun_phrase(lowered, at, lexicon, grammar)):
        return False
    if before == "-" or lowered[at + 1 : at + 2] == ["-"] or _is_noun_here(lowered, at, lexicon, grammar, taken):
        return False
    if grammar.language == "en" and _disagrees(lowered, at, inflections, grammar, taken):
        return False
    if at > 1 and (grammar.phrase("descriptions", lowered, at - 2) or (0, ""))[0] == 2:
        return True  # "The two met": what else is a determiner stands for the two.
    if _is_only_clitic(before, lowered, at, grammar):
        # "n'accepte pas l'offre" has a noun, "pour ne pas le faire" an infinitive.
        behind_pas = not grammar.has("infinitive-prefixes", lowered[at - 2]) and grammar.has(
            "negators", lowered[at - 2]
        )
        return not behind_pas or any(one.tense == "infinitive" for one in inflections)
    nominal = grammar.has("determiners", before) or before == "'s" or grammar.has("possessives", before)
    if nominal and at - 1 not in taken:
        return False
    if grammar.phrase("prepositions", lowered, at - 1) if at else None:
        wanted = (
            {"infinitive", "gerund"}
            if not grammar.sets["gerund-markers"] or grammar.has("gerund-markers", before)
            else {"gerund"}
        )
        return any(inflection.tense in wanted for inflection in inflections)
    return True


def _is_noun_phrase(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """A form that is a noun of negotiation too, behind a determiner and one adjective: "une nouvelle rencontre"."""
    if at < 2 or not lexicon.is_noun(lowered[at]):
        return False
    between = lowered[at - 1]
    plain = between.isalpha() and not lexicon.inflections(between) and not grammar.has("clitics", between)
    return (
        plain
        and (grammar.has("determiners", lowered[at - 2]) or lowered[at - 2] == "'s")
        and between not in _pronouns(grammar)
    )


def _is_noun_here(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> bool:
    """English "talks", "offer", "bargaining": verbs only behind what licenses one (to, auxiliary, pronoun)."""
    readings = {inflection.tense for inflection in lexicon.inflections(lowered[at])}
    if grammar.language != "en" or not lexicon.is_noun(lowered[at]) or readings & {"past", "participle"}:
        return False
    back = at - 1
    while back >= 0 and (grammar.has("adverbs", lowered[back]) or grammar.has("negators", lowered[back])):
        back -= 1
    if back < 0:
        return True
    before = lowered[back]
    plural_before = before.endswith("s") and not lowered[at].endswith("s") and len(before) > 3
    bare = "infinitive" in readings  # "seeks talks": what stands behind a verb or "to" is no form of the third person
    licensed = (
        ((back in taken or plural_before) and (not lexicon.is_talks(lowered[at]) or lexicon.opens(lowered, at)))
        or (bare and grammar.has("infinitive-particles", before))
        or before in _pronouns(grammar)
        or grammar.has("relatives", before)
        or (grammar.has("coordinators", before) and lexicon.opens(lowered, at))
        or grammar.has("first-person", before)
        or (
            bare
            and any(
                one.lemma in grammar.modals or one.lemma in grammar.sets["auxiliaries"]
                for one in lexicon.inflections(before)
            )
        )
    )
    return not licensed


def _disagrees(
    lowered: Sequence[str], at: int, inflections: frozenset[Inflection], grammar: Grammar, taken: frozenset[int]
) -> bool:
    """A plural form of the present behind one noun in the singular is no verb but a noun: "the surprise move"."""
    if at < 2 or any(one.tense not in ("present", "infinitive") or one.plural is False for one in inflections):
        return False
    if any(grammar.has("auxiliaries", one.lemma) or grammar.modals.get(one.lemma) in _PURE for one in inflections):
        return False
    nearest = lowered[at - 1]
    if nearest.endswith("s") or nearest in grammar.sets["plurals-without-s"]:
        return False
    for back in range(at - 1, max(at - 2 - _NOUN_PHRASE, -1), -1):
        word = lowered[back]
        if grammar.has("determiners", word) or word == "'s":
            return back < at - 1 and not grammar.has("complementizers", word)
        if back not in taken and not _is_plain(word, grammar):
            return False
    return False


_NOUN_PHRASE = 3
"""Words between a determiner and its noun."""


def _is_plain(word: str, grammar: Grammar) -> bool:
    """Whether a word may be an adjective, a noun or a number: no function word, no mark but the hyphen."""
    known = any(word in members for members in grammar.sets.values()) or word in grammar.indices["pronouns"]
    return word == "-" or (word[0].isalnum() and not known)


def _pronouns(grammar: Grammar) -> Mapping[str, object]:
    return grammar.indices["pronouns"]


def _is_only_clitic(before: str, lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """ "le" and "la" before a verb are pronouns behind another pronoun or negation ("ne le fera", "il l'exige")."""
    if not grammar.has("clitics", before) or at < 2:
        return False
    earlier = lowered[at - 2]
    return (
        earlier in grammar.indices["pronouns"]
        or grammar.has("negations", earlier)
        or before not in grammar.sets["determiners"]
    )


def _chain(
    lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> tuple[list[_Link], list[str]]:
    links = [_Link(at, _best(lexicon.inflections(lowered[at]), first=True))]
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
    lowered: Sequence[str], link: _Link, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> tuple[_Link | None, str | None] | None:
    """The next verb of the group behind a link, and the operator adjective that stands between or at the end.

    An operator that is a participle too ("prévu", "expected") is the verb itself where no infinitive follows.
    """
    lemma, operator = link.inflection.lemma, None
    auxiliary, modal = grammar.has("auxiliaries", lemma), lemma in grammar.modals
    ready = grammar.has("showing", lemma) and lowered[link.index + 1 : link.index + 2]
    if ready and ready[0] in grammar.operators and not lexicon.inflections(ready[0]):
        return _behind_operator(lowered, link.index + 1, lexicon, grammar, taken)
    if not (auxiliary or modal):
        return None
    at, particle, participle = link.index + 1, False, None
    while at < len(lowered) and at not in taken and at - link.index <= _MAX_GAP + 2:
        word = lowered[at]
        adverb = grammar.phrase("adverbs", lowered, at)
        opened = operator is not None and (particle or grammar.language == "fr")  # "due to return", not "due back"
        wanted = _wanted(auxiliary and operator is None, modal or opened, particle, grammar.language)
        if modal and not auxiliary and not particle and _wants_particle(lemma, grammar):
            wanted = ()  # "to continue trade talks": without "to" the word behind is no infinitive
        fitting = [one for one in lexicon.inflections(word) if one.tense in wanted and adverb is None]
        is_operator = (
            grammar.has("passive-auxiliaries", lemma)
            and operator is None
            and not particle
            and word in grammar.operators
        )
        if fitting and not is_operator:
            return _Link(at, fitting[0]), operator
        if adverb is not None:
            at += adverb[0]
            continue
        if is_operator:
            operator, participle = grammar.operators[word], _Link(at, fitting[0]) if fitting else None
        elif grammar.has("passive-auxiliaries", lemma) and operator is None and grammar.has("planning-particles", word):
            operator, particle = "plan", True
        elif grammar.has("infinitive-particles", word):
            particle = True
        elif not _skippable(lowered, at, grammar):
            break
        at += 1
    return (participle, operator) if operator is not None else None


def _behind_operator(
    lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> tuple[_Link | None, str | None]:
    """The infinitive of "s'est dit prêt à rencontrer": the adjective does to it what it does behind "be"."""
    operator = grammar.operators[lowered[at]]
    for behind in range(at + 1, min(at + 1 + _MAX_GAP, len(lowered))):
        fitting = [one for one in lexicon.inflections(lowered[behind]) if one.tense == "infinitive"]
        if behind in taken:
            break
        if fitting and lowered[behind - 1] != ",":
            return _Link(behind, fitting[0]), operator
    return None, operator


def _wanted(auxiliary: bool, modal: bool, particle: bool, language: str) -> tuple[Tense, ...]:
    if auxiliary and not particle:
        return ("participle", "gerund") if language == "fr" else ("participle", "gerund", "infinitive")
    if auxiliary or modal:
        return ("infinitive",)
    return ()


def _wants_particle(lemma: str, grammar: Grammar) -> bool:
    """Whether an infinitive behind a verb takes "to": behind "plan", "continue", not behind "will", "must"."""
    return grammar.language == "en" and grammar.modals[lemma] not in _PURE


def _skippable(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    return (
        grammar.has("negators", lowered[at])
        or grammar.has("negations", lowered[at])
        or grammar.has("clitics", lowered[at])
        or lowered[at].endswith(tuple(grammar.sets["adverb-endings"]))
        or lowered[at] == '"'
    )


def _best(inflections: frozenset[Inflection], first: bool) -> Inflection:
    """A form of many senses: finite ones before others where the group begins."""
    order: Mapping[str, int] = {tense: rank for rank, tense in enumerate(FINITE)}
    return min(inflections, key=lambda one: (order.get(one.tense, 9) if first else 0, one.lemma))


def _group(lowered: Sequence[str], links: Sequence[_Link], operators: Sequence[str], grammar: Grammar) -> Verb:
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
    negators = tuple(at for at in inside if grammar.has("negators", lowered[at]) or lowered[at].endswith("n't"))
    reduced = _is_reduced(lowered, links, grammar)
    particle = _after_particle(lowered, first.index, grammar)
    reflexive = any(grammar.has("reflexives", word) for word in lowered[start : head.index])
    return Verb(
        first=start,
        head=head.index,
        lemma=head.inflection.lemma,
        tense="participle" if reduced else _tense(links, grammar, reflexive, particle),
        finite=first.inflection.tense in FINITE and not particle and not reduced,
        negated=bool(negators),
        passive=reduced or (_is_passive(links, grammar) and not reflexive),
        modals=tuple(modals + list(operators)),
        lemmas=tuple(link.inflection.lemma for link in links),
        indices=tuple(link.index for link in links),
        tenses=tuple(link.inflection.tense for link in links),
        reflexive=reflexive,
        negators=negators,
    )


def _is_reduced(lowered: Sequence[str], links: Sequence[_Link], grammar: Grammar) -> bool:
    """A participle alone before its agent is a relative clause without its beginning: "talks brokered by Oman"."""
    tells_past = links[-1].inflection.tense in ("past", "participle")
    if len(links) > 1 or not tells_past:
        return False
    in_front = links[0].index == 0 and links[0].inflection.tense == "participle"
    if in_front and grammar.language == "fr" and not grammar.has("be-conjugated", links[0].inflection.lemma):
        return True  # "Reçu mardi à Oslo, le ministre ...": he was received.
    marker = _agent_marker(lowered, links[-1].index + 1, grammar)
    doer = lowered[marker + 1 : marker + 2] if marker is not None else []
    # "spoke by telephone", "left by Friday" name no doer.
    return bool(doer) and not (
        grammar.has("means", doer[0]) or grammar.has("calendar-names", doer[0]) or doer[0].isdigit()
    )


def _agent_marker(lowered: Sequence[str], at: int, grammar: Grammar) -> int | None:
    """Where "by" stands behind a participle: at once, or where only time and place come first, "in Quito in 2016"."""
    if at < len(lowered) and not (
        grammar.has("passive-markers", lowered[at])
        or grammar.has("place-markers", lowered[at])
        or grammar.has("calendar-names", lowered[at])
    ):
        return None
    for index in range(at, min(at + _AGENT_REACH, len(lowered))):
        if grammar.has("passive-markers", lowered[index]):
            return index
        if not lowered[index][0].isalnum() or grammar.has("complementizers", lowered[index]):
            return None
    return None


def _after_particle(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Behind the particle that makes an English infinitive of a form that is a present tense too."""
    return at > 0 and grammar.has("planning-particles", lowered[at - 1])


def _start(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    while at > 0 and (grammar.has("clitics", lowered[at - 1]) or grammar.has("infinitive-prefixes", lowered[at - 1])):
        at -= 1
    return at


def _tense(links: Sequence[_Link], grammar: Grammar, reflexive: bool, particle: bool) -> Tense:
    first = links[0].inflection
    if particle and first.tense == "present":
        return "infinitive"
    if len(links) == 1:
        return first.tense
    if grammar.has("future-auxiliaries", first.lemma):
        # "allait signer", the future seen from the past, tells like a conditional; "will" has no such form.
        return "conditional" if first.tense == "past" else "future"
    if grammar.has("conditional-auxiliaries", first.lemma):
        return "conditional"
    perfect = grammar.has("perfect-auxiliaries", first.lemma) or (
        grammar.has("auxiliaries", first.lemma) and (reflexive or not _is_passive(links, grammar))
    )
    if perfect and first.tense in ("present", "past", "subjunctive") and links[1].inflection.tense == "participle":
        return "past"
    return first.tense


def _is_passive(links: Sequence[_Link], grammar: Grammar) -> bool:
    """ "be" or "être" before a participle; not the French verbs of movement, nor reflexives, that are conjugated so."""
    if len(links) < 2 or links[-1].inflection.tense != "participle":
        return False
    before, head = links[-2].inflection.lemma, links[-1].inflection.lemma
    return (
        grammar.has("passive-auxiliaries", before)
        and not grammar.has("be-conjugated", head)
        and not head.startswith(("se ", "s'"))
    )
