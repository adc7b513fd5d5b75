"""Whether a form that may be a noun too is a verb where it stands: "talks", "offer", "rencontre"."""

from collections.abc import Mapping, Sequence

from services.extractor.acts.frame import FINITE, Inflection
from services.extractor.acts.lexicon import Lexicon
from services.extractor.acts.verb_groups.apposed import is_apposed
from services.extractor.acts.verb_groups.chains import PURE
from services.extractor.acts.verb_groups.clitics import is_only_clitic, is_where_to
from services.extractor.acts.verb_groups.conjugation import particle_before
from services.extractor.acts.verb_groups.inversion import tied_pronoun
from services.extractor.acts.verb_groups.object_nouns import PAST, describes_object, is_behind_being, is_measured
from services.extractor.grammar import Grammar


def is_verb(
    lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int] = frozenset()
) -> bool:
    """Whether the word is a verb here: it has a verb's form and does not stand where a noun or adjective must."""
    inflections = lexicon.inflections(lowered[at])
    if not inflections:
        return False
    before = lowered[at - 1] if at else ""
    if grammar.has("shortfalls", lowered[at]) and grammar.has("towards", "".join(lowered[at + 1 : at + 2])):
        return False  # "close to a deal"
    own = grammar.phrase("prepositions", lowered, at)
    if (own is not None and own[0] == 1) or (at - 1 not in taken and _is_noun_phrase(lowered, at, lexicon, grammar)):
        return False
    hyphened = before == "-" or (lowered[at + 1 : at + 2] == ["-"] and not tied_pronoun(lowered, at, grammar))
    opening = lowered[at - 2] if at > 1 and grammar.is_adverb(before) else before  # ", still present in Lima,"
    apposed = opening == "," and is_apposed(lowered, at, inflections, lexicon, grammar)
    if hyphened or apposed or _is_noun_here(lowered, at, lexicon, grammar, taken):
        return False
    if grammar.shows("noun-verbs") and (
        describes_object(lowered, at, inflections, lexicon, grammar, taken)
        or is_measured(lowered, at, inflections, grammar)
        or _disagrees(lowered, at, inflections, lexicon, grammar, taken)
        or _is_plural_of(lowered, at, inflections, lexicon, grammar, taken)
        or _is_before_its_verb(lowered, at, lexicon, grammar)
        or is_behind_being(lowered, at, inflections, lexicon, grammar)
    ):
        return False
    if at > 1 and (grammar.phrase("descriptions", lowered, at - 2) or (0, ""))[0] == 2:
        return True  # "The two met": what else is a determiner stands for the two.
    if is_only_clitic(before, lowered, at, grammar) and not is_where_to(lowered, at, lexicon, grammar):
        # "n'accepte pas l'offre" has a noun, "pour ne pas le faire" an infinitive.
        # Behind "ne" there is always one: "personne n'a rencontré".
        opened = any(grammar.has("infinitive-prefixes", word) for word in lowered[at - 2 : at])
        behind_pas = not opened and grammar.has("negators", lowered[at - 2])
        return not behind_pas or any(one.tense == "infinitive" for one in inflections)
    nominal = _is_nominal(before, grammar) and not _takes_up_noun(lowered, at, inflections, lexicon, grammar)
    if nominal and _floats(lowered, at - 1, lexicon, grammar, taken):
        return True
    if nominal and at - 1 not in taken and not _is_auxiliary_behind_pronoun(before, lowered[at], inflections, grammar):
        return _has_pronoun(lowered, at, lexicon, grammar) or _behind_pronoun(lowered, at, lexicon, grammar, taken)
    if grammar.phrase("prepositions", lowered, at - 1) if at else None:
        wanted = (
            {"infinitive", "gerund"}
            if not grammar.sets["gerund-markers"]
            or grammar.has("gerund-markers", before)
            or grammar.ends_before("privatives", lowered, at)
            else {"gerund"}
        )
        return any(inflection.tense in wanted for inflection in inflections)
    return True


def _is_nominal(before: str, grammar: Grammar) -> bool:
    """Whether a word opens a noun phrase: an article, "its", "Lima's"."""
    return grammar.has("determiners", before) or before == "'s" or grammar.has("possessives", before)


def _takes_up_noun(
    lowered: Sequence[str], at: int, inflections: frozenset[Inflection], lexicon: Lexicon, grammar: Grammar
) -> bool:
    """Whether "that" before a form of the past takes up the noun before it: "the unions that rejected the offer"."""
    if at < 2 or not grammar.has("complementizers", lowered[at - 1]) or lexicon.is_noun(lowered[at]):
        return False
    noun = lowered[at - 2]
    if not noun.isalpha() or lexicon.inflections(noun) or grammar.has_any(_NO_NOUN, noun):
        return False
    preposition = grammar.phrase("prepositions", lowered, at - 2)
    return preposition is None and any(one.tense == "past" for one in inflections)


_NO_NOUN = ("coordinators", "complementizers", "adverbs", "negations", "clitics", "relatives", "subordinators")
"""Classes of words that "that" takes not up."""


def _floats(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> bool:
    """Whether a determiner stands for those named before it, and the word behind is their verb: "A and B both met"."""
    if at < 1 or not grammar.has("floating", lowered[at]) or not lexicon.is_finite(lowered[at + 1]):
        return False
    before = lowered[at - 1]
    several = before[-1] == "s" and before.isalpha() and not lexicon.inflections(before)  # "the sides both agreed"
    return several or at - 1 in taken or before in _pronouns(grammar) or grammar.has("first-person", before)


def _has_pronoun(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether what else is an article stands for the object, behind a pronoun or "and": "Oslo la lit et la refuse"."""
    if at < 2 or not grammar.has("object-clitics", lowered[at - 1]) or lexicon.is_noun(lowered[at]):
        return False
    subject = lowered[at - 2]
    # Not behind a name: "l'accord de Lima la semaine passée".
    opened = subject in _pronouns(grammar) or grammar.has_any(("coordinators", "relatives"), subject)
    behind = grammar.has("inverting", subject) or _goes_on(lowered, at + 1, grammar)  # "comme le demande Lima"
    return opened and lexicon.is_finite(lowered[at]) and behind


def _behind_pronoun(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> bool:
    """Whether what else is a determiner stands for whom it is done to: before an infinitive that is no noun, "de les
    libérer", or between a name and its verb, "Lima leur propose"."""
    if at < 2:
        return False
    given, done = grammar.has("dative-clitics", lowered[at - 1]), grammar.has("object-clitics", lowered[at - 1])
    if not given and not done:
        return False
    if all(one.tense == "infinitive" for one in lexicon.inflections(lowered[at])):
        opened = grammar.has("infinitive-particles", lowered[at - 2]) or grammar.has("purpose-markers", lowered[at - 2])
        return opened and not grammar.has("nominal-infinitives", lowered[at])
    if given and at - 2 in taken and lexicon.is_finite(lowered[at]):
        return True
    return done and grammar.shows("reflexive-verbs") and _is_done_to(lowered, at, lexicon, grammar, taken)


def _is_done_to(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> bool:
    """Whether an article is the object of the word behind it, which is no noun by its form, "Lima l'accusait", or as an
    infinitive hangs on it, "Oslo la presse d'accepter"."""
    if all(one.tense in _VERBAL for one in lexicon.inflections(lowered[at])):
        return not lexicon.is_noun(lowered[at])
    if at - 2 in taken and _acts_on(lowered, at, lexicon, grammar):
        return True
    near = range(at + 1, min(at + 3, len(lowered) - 1))
    particle = next((one for one in near if grammar.has("infinitive-particles", lowered[one])), None)
    if at - 2 not in taken or particle is None or not lexicon.is_finite(lowered[at]):
        return False
    deed = particle + 1 + grammar.has("clitics", lowered[particle + 1])  # "de les libérer"
    return deed < len(lowered) and any(one.tense == "infinitive" for one in lexicon.inflections(lowered[deed]))


def _acts_on(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a word is a present of a verb of negotiation and no noun besides, with its object before it: "Lima le
    rejette en bloc"."""
    if lexicon.is_noun(lowered[at]) or grammar.has("nouns-too", lowered[at]) or not lexicon.is_finite(lowered[at]):
        return False
    acts = any(lexicon.told_by(one.lemma) for one in lexicon.inflections(lowered[at]))
    return acts and _goes_on(lowered, at + 1, grammar)


_VERBAL = frozenset({"past", "future", "conditional"})
"""Tenses whose forms no noun has."""


def _goes_on(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether no noun or adjective follows that would make a noun of the word before: a mark, a word of function."""
    if at >= len(lowered) or not lowered[at][0].isalnum():
        return True
    return grammar.phrase("prepositions", lowered, at) is not None or grammar.has_any(
        ("adverbs", "coordinators", "negators", "calendar-names", "subordinators"), lowered[at]
    )


def _is_auxiliary_behind_pronoun(before: str, word: str, inflections: frozenset[Inflection], grammar: Grammar) -> bool:
    """Whether a pronoun stands before an auxiliary, which no article can: "Oslo l'avait refusée", not "l'est"."""
    clitic = grammar.has("object-clitics", before) or grammar.has("dative-clitics", before)
    alone = grammar.has("standing-alone", before)  # "This was no offer"
    return (clitic or alone) and _helps(inflections, grammar) and not grammar.has("directions", word)


def _helps(inflections: frozenset[Inflection], grammar: Grammar) -> bool:
    """Whether a form is the finite one of a verb that helps others, and of nothing else: "is", "will", "ont"."""
    return any(
        one.tense in FINITE and (grammar.has("auxiliaries", one.lemma) or grammar.modals.get(one.lemma) in PURE)
        for one in inflections
    )


def _is_before_its_verb(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a verb follows whose subject the word is, and no verb itself: "the protests are over"."""
    behind = lexicon.inflections(lowered[at + 1]) if at + 1 < len(lowered) else frozenset()
    if not _helps(behind, grammar):
        return False
    if grammar.has("plural-auxiliaries", lowered[at + 1]) and all(
        one.tense == "present" for one in lexicon.inflections(lowered[at])
    ):
        return lowered[at].endswith("s")  # "Oslo's demands were met"
    return not any(
        one.lemma in grammar.modals or one.lemma in lexicon.reporting or grammar.has("auxiliaries", one.lemma)
        for one in lexicon.inflections(lowered[at])
    )


def _is_noun_phrase(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """A form that is a noun of negotiation too, behind a determiner and one adjective: "une nouvelle rencontre"."""
    if at < 2 or not lexicon.is_noun(lowered[at]):
        return False
    marks = int(at > _QUOTED and lowered[at - 1] == '"' == lowered[at - 3])  # "a "historic" offer"
    at -= marks
    between = lowered[at - 1]
    plain = between.isalpha() and not lexicon.inflections(between) and not grammar.has("clitics", between)
    plain = plain and not grammar.has("writings", between)  # "la résolution demande"
    before = lowered[at - 2 - marks]
    many = grammar.has("genitives", before) and grammar.has("prenominal-plurals", between)  # "de nombreux entretiens"
    opened = grammar.has("determiners", before) or before == "'s" or many
    return plain and opened and between not in _pronouns(grammar)


_QUOTED = 3
"""Words before a noun behind an adjective in quotes: the marks and the article."""


def _is_noun_here(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> bool:
    """English "talks", "offer", "bargaining": verbs only behind what licenses one (to, auxiliary, pronoun)."""
    readings = {inflection.tense for inflection in lexicon.inflections(lowered[at])}
    if not grammar.shows("noun-verbs") or not lexicon.is_noun(lowered[at]):
        return False
    if readings & PAST:
        return at > 0 and at - 1 not in taken and _is_described(lowered, at, lexicon, grammar)
    opened = particle_before(lowered, at, grammar)
    back = at - 1 if opened is None else opened
    while back >= 0 and (grammar.has("adverbs", lowered[back]) or grammar.has("negators", lowered[back])):
        back -= 1
    if back < 0:
        return True
    before = lowered[back]
    plural_before = before.endswith("s") and not lowered[at].endswith("s") and len(before) > 3
    bare = "infinitive" in readings  # "seeks talks": what stands behind a verb or "to" is no form of the third person
    subject = back in taken or (lowered[at].endswith("s") and grammar.has("writings", before))  # "the letter demands"
    licensed = (
        ((subject or plural_before) and (not lexicon.is_talks(lowered[at]) or lexicon.opens(lowered, at)))
        or (bare and grammar.has("infinitive-particles", before))
        or (back not in taken and before in _pronouns(grammar))  # "an Iran-US meeting"
        or grammar.has("relatives", before)
        or ((before == "," or grammar.has("coordinators", before)) and _opens_phrase(lowered, at, lexicon, grammar))
        or (back not in taken and grammar.has("first-person", before))
        or (
            bare
            and any(
                one.lemma in grammar.modals or one.lemma in grammar.sets["auxiliaries"]
                for one in lexicon.inflections(before)
            )
        )
        or ("gerund" in readings and _is_gerund(lowered, at, back, lexicon, grammar, taken))
        or ("gerund" in readings and _says_where(lowered, at, lexicon, grammar, taken))
    )
    return not licensed


def _is_described(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a form that may be of the past is described: "an improved | bid", "a takeover | bid"."""
    before = {inflection.tense for inflection in lexicon.inflections(lowered[at - 1])}
    behind_article = at >= len(("an", "improved")) and _is_nominal(lowered[at - 2], grammar)
    compound = lowered[at - 1] in lexicon.object_forms("mergers")
    return compound or (behind_article and "participle" in before and before <= PAST)


def _opens_phrase(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a phrase of a verb begins at a word: "and calls on Oslo to", not "and calls on Monday"."""
    dated = grammar.holds("day-openers", lowered[at + 1 : at + 2]) and grammar.holds(
        "calendar-names", lowered[at + 2 : at + 3]
    )
    return lexicon.opens(lowered, at) and not dated


def _is_gerund(
    lowered: Sequence[str], at: int, back: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> bool:
    """Whether a form in -ing that may be a noun has an object, behind "be" or what opens a clause: "after signing a
    treaty", "is lifting sanctions"; not "after the signing of a treaty"."""
    object_follows = at + 1 in taken or (at + 1 < len(lowered) and _opens_object(lowered, at + 1, lexicon, grammar))
    runs = any(grammar.has("passive-auxiliaries", one.lemma) for one in lexicon.inflections(lowered[back]))
    opened = lowered[back] == "," or grammar.has("gerund-openings", lowered[back])
    return runs or (opened and object_follows)


def _says_where(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> bool:
    """Whether a form in -ing says where people without an article do what it tells: "EU leaders(,) meeting in Lima(,)";
    "a leaders' meeting in Lima" is one."""
    people = at - 1 - (lowered[at - 1] == ",")
    behind = grammar.phrase("prepositions", lowered, at + 1) if at + 1 < len(lowered) else None
    if people < 0 or people not in taken or behind is None or not grammar.has("place-markers", behind[1]):
        return False
    first = people
    while (
        first > 0
        and not _is_nominal(lowered[first], grammar)
        and _goes_before(lowered, first - 1, lexicon, grammar, taken)
    ):
        first -= 1
    opened = _is_nominal(lowered[first], grammar) or (first > 0 and _is_nominal(lowered[first - 1], grammar))
    return lowered[people].endswith("s") and (people < at - 1 or not opened)


def _goes_before(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]) -> bool:
    """Whether a word may stand before people as part of what they are: a name, an adjective, "and" between two."""
    other = grammar.phrase("prepositions", lowered, at) is not None or bool(lexicon.inflections(lowered[at]))
    return at in taken or (lowered[at].isalpha() and not other and not grammar.opens_clause(lowered[at]))


def _opens_object(lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether an object may begin at a word, or with whom it is done: no verb, mark, preposition or adverb."""
    word = lowered[at]
    if grammar.has("determiners", word) or lexicon.is_noun(word):
        return True
    preposition = grammar.phrase("prepositions", lowered, at)
    if preposition is not None:
        return grammar.has("comitative-markers", preposition[1])
    return is_plain(word, grammar) and not lexicon.inflections(word) and not grammar.is_adverb(word)


_NOUN_PHRASE = 3
"""Words between a determiner and its noun."""


def _disagrees(
    lowered: Sequence[str],
    at: int,
    inflections: frozenset[Inflection],
    lexicon: Lexicon,
    grammar: Grammar,
    taken: frozenset[int],
) -> bool:
    """A plural form of the present behind one noun in the singular is no verb but a noun: "the surprise move"."""
    if at < 2 or any(one.tense not in ("present", "infinitive") or one.plural is False for one in inflections):
        return False
    if any(grammar.has("auxiliaries", one.lemma) or grammar.modals.get(one.lemma) in PURE for one in inflections):
        return False
    nearest = lowered[at - 1]
    if nearest.endswith("s") or nearest in grammar.sets["plurals-without-s"]:
        return False
    if _describes_behind(lowered, at, lexicon, grammar, taken):
        return True
    for back in range(at - 1, max(at - 2 - _NOUN_PHRASE, -1), -1):
        word = lowered[back]
        if grammar.has("determiners", word) or word == "'s":
            wanted = word != "'s" and _is_wanted(lowered, back - 1, at, lexicon, grammar)
            return back < at - 1 and not grammar.has("complementizers", word) and not wanted
        plain = is_plain(word, grammar) or grammar.has("body-adjectives", word)  # "a new plan"
        if back not in taken and not plain and word != '"':  # "a "grave" challenge"
            return False
    return False


def _describes_behind(
    lowered: Sequence[str], at: int, lexicon: Lexicon, grammar: Grammar, taken: frozenset[int]
) -> bool:
    """Whether a form only describes the noun behind it, a number or a preposition and an adjective before it: "12 free
    elections", "on new free trade"."""
    if not any(lexicon.is_noun(word) or is_plain(word, grammar) for word in lowered[at + 1 : at + 2]):
        return False
    nearest, opened = lowered[at - 1], grammar.phrase("prepositions", lowered, at - 2)
    adjective = at - 1 not in taken and nearest.isalpha() and nearest not in _pronouns(grammar)
    behind = opened is not None and opened[0] == 1 and not grammar.has("infinitive-particles", lowered[at - 2])
    return nearest.isdecimal() or (adjective and behind)


def _is_wanted(lowered: Sequence[str], at: int, verb: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a verb of demanding ends before a noun phrase and a verb: "demanded (that) the firm reinstate them"."""
    at -= at > 0 and grammar.has("complementizers", lowered[at])
    object_behind = any(
        grammar.has(name, word) for word in lowered[verb + 1 : verb + 2] for name in ("determiners", "possessives")
    )
    demands = at >= 0 and any(grammar.has("mandative", one.lemma) for one in lexicon.inflections(lowered[at]))
    return demands and object_behind


def is_plain(word: str, grammar: Grammar) -> bool:
    """Whether a word may be an adjective, a noun or a number: no function word, no mark but the hyphen."""
    known = word in grammar.closed or word in grammar.indices["pronouns"]
    return word == "-" or (word[0].isalnum() and not known)


def _pronouns(grammar: Grammar) -> Mapping[str, object]:
    return grammar.indices["pronouns"]


def _is_plural_of(
    lowered: Sequence[str],
    at: int,
    inflections: frozenset[Inflection],
    lexicon: Lexicon,
    grammar: Grammar,
    taken: frozenset[int],
) -> bool:
    """A form in -s before "of" is the plural of a noun, "its acts of terror", but where the verb takes "of"; so is one
    that ends what a preposition brings, "talks over sea disputes"."""
    third = all(one.tense == "present" and one.plural is False for one in inflections)
    if not third or any(one.lemma in lexicon.reporting for one in inflections):
        return False
    if lowered[at + 1 : at + 2] == ["of"] and not lexicon.opens(lowered, at):
        return not any(one.lemma in lexicon.of for one in inflections)
    opened = grammar.phrase("prepositions", lowered, at - 2) if at > 1 else None
    brought = opened is not None and opened[0] == 1 and not grammar.has("infinitive-particles", lowered[at - 2])
    noun = at - 1 not in taken and is_plain(lowered[at - 1], grammar)
    return brought and noun and _goes_on(lowered, at + 1, grammar)
