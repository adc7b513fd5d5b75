"""Phrases of a sentence as units: those that tell of somebody, and the noun behind whose it is."""

from collections.abc import Sequence

from services.extractor.actors.name_parts import behind_genitive, is_bare_genitive
from services.extractor.actors.noun_phrases import (
    counts_people,
    is_against,
    is_of_group,
    is_opposing,
    is_side,
    with_article,
)
from services.extractor.actors.units import OFFICIAL, STATES, Unit
from services.extractor.grammar import Grammar
from services.extractor.text.words import Word

_TAGS_OF_PHRASES = (
    ("D", "counted-sides"), ("D", "descriptions"), ("r", "pronouns"), ("G", "acting-plurals"), ("b", "bodies"),
)  # fmt: skip
"""Tags of phrases that tell of somebody, and their classes, the surest first."""


def phrase_unit(lowered: Sequence[str], at: int, grammar: Grammar) -> Unit | None:
    """The unit of the phrase that begins at a word and tells of somebody; None where none does."""
    if counts_people(lowered, at, grammar):
        return Unit("t", at, at)
    if at and grammar.has("genitives", lowered[at - 1]) and (firm := _firm(lowered, at, grammar)) is not None:
        return firm
    if lowered[at] not in grammar.openers and not lowered[at].isdecimal():
        return None
    described = _widened(lowered, at, grammar) or _counted_states(lowered, at, grammar) or _bare(lowered, at, grammar)
    if described is not None:
        return described
    for tag, index in _TAGS_OF_PHRASES:
        found = grammar.phrase(index, lowered, at)
        if found is not None:
            size, meaning = found
            if tag == "D" and (is_opposing(lowered, at, at + size, grammar) or is_of_group(lowered, at, size, grammar)):
                continue
            if tag == "b" and is_against(lowered, at + size, grammar) and grammar.has("opposition-nouns", lowered[at]):
                continue
            if tag == "b" and _is_some_land(lowered, at, grammar):
                continue
            if meaning == "counterpart":
                tag = "k"
            return Unit(tag, at, at + size - 1, meaning=meaning)
    return None


def _firm(lowered: Sequence[str], at: int, grammar: Grammar) -> Unit | None:
    """A description of a firm whose article is part of the "of" before it: "l'offre du constructeur"."""
    if not grammar.has("articles", lowered[at - 1]):
        return None
    found = with_article("descriptions", lowered[at : at + _LONGEST_DESCRIPTION], grammar)
    return Unit("D", at, at + found[0] - 2, meaning=found[1]) if found is not None and found[1] in _FIRMS else None


def _is_some_land(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a noun of lands in English tells of nobody who acts: "a European country", "in her country"; it does in
    "her country would pay"."""
    if not grammar.has("own-lands", lowered[at]):
        return False
    acts = grammar.holds("deed-auxiliaries", lowered[at + 1 : at + 2])
    return not (acts and at and grammar.has("possessives", lowered[at - 1]))


def _bare(lowered: Sequence[str], at: int, grammar: Grammar) -> Unit | None:
    """A description without its article, of one of two sides or behind "of" that holds it: "entre direction et
    syndicats", "les ministres des deux pays"."""
    if is_side(lowered, at, grammar):
        found = with_article("descriptions", lowered[at : at + _LONGEST_DESCRIPTION], grammar)
        return Unit("D", at, at + found[0] - 2, meaning=found[1]) if found is not None else None
    before = lowered[at - 1] if at else ""
    if not (grammar.has("genitives", before) and grammar.has("plural-determiners", before)):
        return None
    if not grammar.has("plural-determiners", lowered[at]):
        return None  # A number: "des deux pays", "des trois pays".
    noun = lowered[at : at + _LONGEST_DESCRIPTION]
    found = with_article("counted-sides", noun, grammar) or with_article("descriptions", noun, grammar)
    return Unit("D", at, at + found[0] - 2, meaning=found[1]) if found is not None else None


def by_whose(
    row: Sequence[Unit], sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar
) -> Unit | None:
    """What a noun is behind the genitive of whose it is, or behind its land: "the French carmaker"."""
    if not row or row[-1].tag not in _WHOSE:
        return None
    if row[-1].tag in _NAMED:
        return Unit("s", at, at) if is_bare_genitive(sentence, row[-1].first, at) else None
    if row[-1].tag != "a":
        brought = behind_genitive("".join(unit.tag for unit in row[-2:]), lowered, at, grammar)
        return Unit(brought[0], at, brought[1]) if brought is not None else None
    if len(row) < _ARTICLE_AND_LAND or not grammar.has("definites", lowered[row[-2].first]):
        return None
    found = with_article("descriptions", lowered[at : at + _LONGEST_DESCRIPTION], grammar)
    if found is None or found[1] not in _ONE_BODY or grammar.has("opposition-nouns", lowered[at]):
        return None
    inside = row[-2].first > 0 and grammar.has("locative", lowered[row[-2].first - 1])  # "a figure in the French group"
    behind = at + found[0] - 1
    named = sentence[at].is_capitalised or (behind < len(sentence) and sentence[behind].is_capitalised)
    return None if named or inside else Unit("D", at, behind - 1, meaning=found[1])


def by_mandate(row: Sequence[Unit], lowered: Sequence[str], at: int, grammar: Grammar) -> Unit | None:
    """What says for whom an envoy acts, as "of" does: "médiateur pour le compte de l'Union", "envoyé au nom de"."""
    envoy = row[-1] if row else None
    if envoy is None or not (envoy.tag == "o" or envoy.meaning == OFFICIAL):
        return None
    office = envoy.name.office if envoy.name is not None else None
    found = grammar.phrase("mandates", lowered, at) if office is None or office.level == "envoy" else None
    return Unit("g", at, at + found[0] - 1) if found is not None else None


_FIRMS = frozenset({"company", "circle"})
"""What descriptions of companies stand for, "le groupe" among them."""

_NAMED = frozenset("cql")
"""Tags of names that may end in -s, behind which an apostrophe alone marks the genitive."""

_WHOSE = frozenset("s'acql")
"""Tags behind which a noun may be somebody by whose it is, or an apostrophe mark the genitive."""

BRINGING = _WHOSE | frozenset("oDbG")
"""Tags of units that may say what the next word is: whose it is, or that somebody acts for others."""

_ARTICLE_AND_LAND = 2
"""Units before the noun: "the French"."""

_ONE_BODY = frozenset({"company", "union", "armed-group", "political-party", "movement"})
"""Kinds of bodies of which one is told of by its land."""


def _widened(lowered: Sequence[str], at: int, grammar: Grammar) -> Unit | None:
    """A description with numbers or adjectives of rank inside: "les trois principaux syndicats" are "les syndicats"."""
    if not grammar.has("determiners", lowered[at]):
        return None
    noun = at + 1
    while noun < len(lowered) and grammar.has("ranking-words", lowered[noun]):
        noun += 1
    if noun == at + 1:
        return None
    found = grammar.phrase("descriptions", [lowered[at], *lowered[noun : noun + _LONGEST_DESCRIPTION]], 0)
    if found is None or not (grammar.has("plural-determiners", lowered[at]) or found[1] in _RANKED):
        return None
    return Unit("D", at, noun + found[0] - 2, meaning=found[1])


def _counted_states(lowered: Sequence[str], at: int, grammar: Grammar) -> Unit | None:
    """States of which only the number is told: "80 pays", "une trentaine de pays", not those known, "les 28 pays"."""
    if at and grammar.has("plural-determiners", lowered[at - 1]):
        return None
    opener = grammar.phrase("count-openers", lowered, at)
    first = at + opener[0] if opener is not None else at
    if first >= len(lowered):
        return None
    rounded = grammar.phrase("counts-of-states", lowered, first)
    noun = first + rounded[0] if rounded is not None else first + 1
    if rounded is None and not (lowered[first].isdecimal() and int(lowered[first][:_FIGURES]) > _FEW):
        return None
    counted = noun < len(lowered) and grammar.has("counted-states", lowered[noun])
    return Unit("G", at, noun, meaning=STATES) if counted else None


_FIGURES = 4
"""Figures of a number that are read."""

_FEW = 4
"""So many states or fewer an article names."""

_RANKED = frozenset({"union"})
"""Kinds of one body that is told of by its rank among its like: "le principal syndicat"."""

_LONGEST_DESCRIPTION = 4
"""Words of the noun phrase that a description is, behind its determiner."""
