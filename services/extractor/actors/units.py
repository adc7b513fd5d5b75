"""Words and names of a sentence as one row of units, each with a tag of one letter that patterns are written over."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from services.extractor.actors.entity import Name
from services.extractor.actors.name_parts import behind_genitive, end_of_part, is_bare_genitive, is_lettered, is_prefix
from services.extractor.actors.noun_phrases import (
    counts_people,
    is_against,
    is_of_group,
    is_opposing,
    is_side,
    tells_whence,
    with_article,
)
from services.extractor.actors.portfolios import WITH_PORTFOLIO, end_of_portfolio
from services.extractor.actors.tables import regions
from services.extractor.grammar import Grammar, grammar, lower
from services.extractor.text.words import Word, starts_of

TAGS = {
    "c": "named body: country, capital, metonym, organisation",
    "a": "adjective of a country",
    "m": "demonym as a noun",
    "p": "person the tables or the text know",
    "o": "office",
    "O": "rest of an office behind an adjective",
    "l": "place that is no party",
    "G": "people who act together: strikers, creditors",
    "b": "noun of a body: government, delegation, union",
    "k": "counterpart",
    "r": "pronoun",
    "D": "description of somebody known: the two sides",
    "q": "unknown acronym",
    "u": "unknown capitalised word",
    "d": "determiner",
    "t": "title or adjective of rank",
    "e": "adjective that tells what a body does: diplomatic, oil",
    "g": "of",
    "s": "English possessive",
    "&": "and, or",
    "x": "any other word",
}
"""Marks of punctuation are their own tags."""

_NAME_TAGS = {
    "country": "c", "capital": "c", "metonym": "c", "organisation": "c", "adjective": "a", "demonym": "m",
    "person": "p", "surname": "p", "office": "o", "office-tail": "O", "place": "l",
}  # fmt: skip

_SHORTEST_CRY = 4
"""Words in capitals from which on a sentence is shouted; fewer may be names."""

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}$")
_ROMAN = re.compile(r"[IVXLC]+$")


class Unit(NamedTuple):
    """A name or a word; `first` and `last` are inclusive word indices, `meaning` is what a phrase stands for."""

    tag: str
    first: int
    last: int
    name: Name | None = None
    meaning: str | None = None


def units(sentence: Sequence[Word], names: Sequence[Name], grammar: Grammar, known: Mapping[str, object]) -> list[Unit]:
    """The row of units. `known` holds, by folded word, people and bodies that the text has introduced."""
    sentence = _quietly(sentence)
    lowered, starts, telling = lower(sentence), starts_of(sentence), _telling(grammar.language)
    spans = {}
    for name in names:
        first, last = bisect_left(starts, name.start), bisect_left(starts, name.end) - 1
        if name.kind == "office" and first == last and grammar.has("not-offices", lowered[first]):
            continue
        spans[first] = (last, name)
    row: list[Unit] = []
    at = 0
    while at < len(sentence):
        brought = _by_whose(row, sentence, lowered, at, grammar) if row and row[-1].tag in _WHOSE else None
        if brought is not None and spans.get(at, (at,))[0] == at:
            row.append(brought)
        elif at in spans:
            last, name = spans[at]
            last = _with_mark(sentence, lowered, max(last, at), name, grammar)
            if name.office is not None and name.office.key in WITH_PORTFOLIO:
                last = end_of_portfolio(sentence, lowered, last, spans, grammar)
            elif name.office is not None:
                last = _before_adjective(sentence, lowered, last, spans, grammar)
            whence = name.kind in ("country", "capital") and tells_whence(lowered, last + 1, grammar)
            row.append(Unit("a" if whence else _NAME_TAGS[name.kind], at, last, name))
        elif _is_plain(sentence[at], telling):
            row.append(Unit("x", at, at))
        else:
            unit = _word_unit(sentence, lowered, at, grammar, known)
            inside = range(at + 1, unit.last + 1)
            cut = bool(inside) and any(_cuts(spans.get(one), unit) for one in inside)
            unit = Unit(_tag(sentence, lowered, at, grammar), at, at) if cut else unit
            if unit.tag == "b" and grammar.has("ministries", lowered[unit.last]):
                unit = unit._replace(last=_before_adjective(sentence, lowered, unit.last, spans, grammar))
            row.append(unit)
        at = row[-1].last + 1
    for at, unit in enumerate(row):
        if unit.tag == "l":
            row[at] = _governed(row, at)
    origins = {at for name in _ORIGINS for at in grammar.places(name, lowered)}
    return [
        unit._replace(tag="g") if unit.first in origins and _is_origin(row, at, lowered, grammar) else unit
        for at, unit in enumerate(row)
    ]


def _before_adjective(
    sentence: Sequence[Word], lowered: Sequence[str], last: int, spans: Mapping[int, tuple[int, Name]], grammar: Grammar
) -> int:
    """The last word of a ministry, or of who speaks for one, with what it is for where a country's adjective follows:
    "(le) ministère de la Défense péruvien", "(le) porte-parole des Affaires étrangères iranien"."""
    end = end_of_portfolio(sentence, lowered, last, spans, grammar)
    beside = spans.get(end + 1)
    return end if end > last and beside is not None and beside[1].kind == "adjective" else last


def _cuts(span: tuple[int, Name] | None, unit: Unit) -> bool:
    """Whether a name begins inside a phrase that is none of it: "l'Union" of "l'Union africaine".

    An office inside is part of it: "négociateur en chef", "les dirigeants syndicaux".
    """
    holds = unit.tag in "bG" or (unit.meaning or "").endswith("union")
    return span is not None and not (span[1].kind == "office" and holds and span[0] <= unit.last)


_GOVERNING = frozenset({"head-of-government", "regional-head", "governor", "minister"})
"""Offices that a region has as a state has them; ministers of all kinds too."""

_ITS_OWN = "head-of-state"
"""An office of a region where it is said to be its own, "Catalonia's president": others have presidents too."""


def _governed(row: Sequence[Unit], at: int) -> Unit:
    """A region beside an office of its government, as a body: "Ontario's premier", "gouverneur du Texas"."""
    unit = row[at]
    if unit.name is None or unit.name.place is None:
        return unit
    government = regions().get(unit.name.place.name)
    own = at + 1 < len(row) and row[at + 1].tag == "s"
    if government is None or not (_governs(_behind(row, at), own) or _governs(_before(row, at))):
        return unit
    return unit._replace(tag="c", name=unit.name._replace(kind="organisation", parties=(government,)))


def _behind(row: Sequence[Unit], at: int) -> Unit | None:
    """The office that follows a name, behind the mark of the genitive or titles."""
    at += 1
    while at < len(row) and row[at].tag in "ste":
        at += 1
    return row[at] if at < len(row) else None


def _before(row: Sequence[Unit], at: int) -> Unit | None:
    """The office that a name hangs on by "of", its holder between them or not: "Governor Ana Ruiz of Alaska"."""
    start = at
    while at and row[at - 1].tag in "dg":
        at -= 1
    if not any(unit.tag == "g" for unit in row[at:start]):
        return None
    while at and row[at - 1].tag in "up":
        at -= 1
    return row[at - 1] if at else None


def _governs(unit: Unit | None, own: bool = False) -> bool:
    office = unit.name.office if unit is not None and unit.tag == "o" and unit.name is not None else None
    if office is None:
        return False
    return office.key in _GOVERNING or office.level == "minister" or (own and office.key == _ITS_OWN)


def _with_mark(sentence: Sequence[Word], lowered: Sequence[str], last: int, name: Name, grammar: Grammar) -> int:
    """The last word of a name, the mark of a company's legal form behind it included: "General Motors Corp"."""
    behind = last + 1
    marked = name.kind == "organisation" and behind < len(sentence) and sentence[behind].is_capitalised
    return behind if marked and grammar.has("company-marks", lowered[behind]) else last


def _is_origin(row: Sequence[Unit], at: int, lowered: Sequence[str], grammar: Grammar) -> bool:
    """ "Negotiators from Norway", "officials for Ford", "an adviser to the premier", "staff at Ford": behind people who
    act for a body the preposition says whose."""
    if at == 0 or row[at].tag != "x":
        return False
    before = row[at - 1]
    if grammar.has("served-markers", lowered[row[at].first]):
        office = before.name.office if before.name is not None else None
        return office is not None and office.key == "aide"
    return before.tag in ("G" if grammar.has("owner-markers", lowered[row[at].first]) else "boGk")


_ORIGINS = ("origin-markers", "served-markers", "owner-markers")
"""Classes of prepositions that say whose people are."""


def _quietly(sentence: Sequence[Word]) -> Sequence[Word]:
    """A sentence in capitals as if it were in small letters: there a capital tells no name."""
    if any(word.text.islower() for word in sentence):
        return sentence
    letters = [word.text for word in sentence if word.text[0].isalpha()]
    if len(letters) < _SHORTEST_CRY or not all(map(str.isupper, letters)):
        return sentence
    return [word.spelt(word.lower) for word in sentence]


def _is_plain(word: Word, telling: frozenset[str]) -> bool:
    """Whether a word in small letters is in no class of words that tell of somebody, nor begins a phrase that does:
    most words of a text, of which nothing else need be asked."""
    plain = not word.is_capitalised and word.lower not in telling and word.folded not in telling
    return plain and word.text[0].isalpha()


@cache
def _telling(language: str) -> frozenset[str]:
    rules = grammar(language)
    return rules.openers.union(_closed_tags(language), *(rules.sets[name] for name in _TELLING))


_TELLING = ("ranking-words", "prenominal-plurals", "titles", "name-particles")
"""Classes of words that are a unit of their own, or part of the one beside."""


def _word_unit(
    sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar, known: Mapping[str, object]
) -> Unit:
    phrase = _phrase_unit(lowered, at, grammar)
    if phrase is not None:
        return phrase
    word = sentence[at]
    if word.folded in known and word.is_capitalised:
        return Unit("p", at, at)
    if grammar.has("titles", word.folded):
        dotted = at + 1 < len(sentence) and sentence[at + 1].text == "." and word.is_capitalised
        return Unit("t", at, at + (dotted or is_prefix(sentence, at)))
    if (end := end_of_part(sentence, lowered, at, grammar)) is not None:
        return Unit("u", at, end)
    return Unit(_tag(sentence, lowered, at, grammar), at, at)


_TAGS_OF_PHRASES = (
    ("D", "counted-sides"), ("D", "descriptions"), ("r", "pronouns"), ("G", "acting-plurals"), ("b", "bodies"),
)  # fmt: skip
"""Tags of phrases that tell of somebody, and their classes, the surest first."""


def _phrase_unit(lowered: Sequence[str], at: int, grammar: Grammar) -> Unit | None:
    if counts_people(lowered, at, grammar):
        return Unit("t", at, at)
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
            if meaning == "counterpart":
                tag = "k"
            return Unit(tag, at, at + size - 1, meaning=meaning)
    return None


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


def _by_whose(
    row: Sequence[Unit], sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar
) -> Unit | None:
    """What a noun is behind the genitive of whose it is, or behind its land: "the French carmaker"."""
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


_NAMED = frozenset("cql")
"""Tags of names that may end in -s, behind which an apostrophe alone marks the genitive."""

_WHOSE = frozenset("s'acql")
"""Tags behind which a noun may be somebody by whose it is, or an apostrophe mark the genitive."""

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

ALL = "all "
"""Before the kind of bodies of which a description means every one: "all union" of "the unions"."""

OFFICIAL = "official"
"""What a noun stands for that tells of people who act for others: "delegation", "un délégué"."""

STATES = "states"
"""What the people are who act together, where they are states of which nothing but their number is told."""

_FEW = 4
"""So many states or fewer an article names."""

_RANKED = frozenset({"union"})
"""Kinds of one body that is told of by its rank among its like: "le principal syndicat"."""

_LONGEST_DESCRIPTION = 4
"""Words of the noun phrase that a description is, behind its determiner."""


@cache
def _closed_tags(language: str) -> Mapping[str, str]:
    """Words of closed classes → their tag; of a word of several classes the first tells."""
    rules, found = grammar(language), {"'s": "s"}
    for name, tag in (("genitives", "g"), ("determiners", "d"), ("coordinators", "&"), ("body-adjectives", "e")):
        for word in rules.sets[name]:
            found.setdefault(word, tag)
    return found


def _tag(sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar) -> str:
    word, text = sentence[at], lowered[at]
    closed = _closed_tags(grammar.language).get(text)
    if closed is not None and not is_lettered(sentence, at):
        return closed
    if not word.text[0].isalnum():
        return word.text[0]
    if _ACRONYM.match(word.text) and not _ROMAN.match(word.text):
        return "q"
    if grammar.has("calendar-names", text):
        return "x"
    if word.is_capitalised and (at > 0 or not grammar.is_function_word(text)):
        return "u"
    return "x"
