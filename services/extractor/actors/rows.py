"""Words and names of a sentence as one row of units, over whose tags patterns are written."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from services.extractor.actors.compounds import with_compounds
from services.extractor.actors.entity import Name
from services.extractor.actors.name_parts import end_of_part, is_lettered, is_prefix
from services.extractor.actors.noun_phrases import tells_whence
from services.extractor.actors.phrase_units import BRINGING, by_mandate, by_whose, phrase_unit
from services.extractor.actors.portfolios import WITH_PORTFOLIO, end_of_portfolio
from services.extractor.actors.tables import regions
from services.extractor.actors.tied import as_adjectives, with_tied
from services.extractor.actors.two_lands import with_bodies_of_lands, with_joined_lands
from services.extractor.actors.units import Unit
from services.extractor.grammar import Grammar, grammar, lower
from services.extractor.text.words import Word, starts_of

_NAME_TAGS = {
    "country": "c", "capital": "c", "metonym": "c", "organisation": "c", "adjective": "a", "demonym": "m",
    "person": "p", "surname": "p", "office": "o", "office-tail": "O", "place": "l",
}  # fmt: skip

_SHORTEST_CRY = 4
"""Words in capitals from which on a sentence is shouted; fewer may be names."""

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}$")
_ROMAN = re.compile(r"[IVXLC]+$")


def row_of(
    sentence: Sequence[Word], names: Sequence[Name], grammar: Grammar, known: Mapping[str, object]
) -> list[Unit]:
    """The row of units. `known` holds, by folded word, people and bodies that the text has introduced."""
    sentence = _quietly(sentence)
    lowered, telling = lower(sentence), _telling(grammar.language)
    spans = _spans(sentence, lowered, names, grammar)
    row: list[Unit] = []
    at = 0
    while at < len(sentence):
        brought = _brought(row, sentence, lowered, at, grammar) if row and row[-1].tag in BRINGING else None
        if brought is not None and spans.get(at, (at,))[0] == at:
            row.append(brought)
        elif at in spans:
            row.append(_named(sentence, lowered, at, spans, grammar))
        elif (alone := _tag_alone(sentence[at], telling)) is not None:
            row.append(Unit(alone, at, at))
        else:
            row.append(_unnamed(sentence, lowered, at, spans, grammar, known))
        at = row[-1].last + 1
    row = with_bodies_of_lands(with_joined_lands(row, sentence, lowered, grammar), lowered, grammar)
    for at, unit in enumerate(row):
        if unit.tag == "l":
            row[at] = _governed(row, at)
    if grammar.shows("compounds"):
        row = with_compounds(with_tied(as_adjectives(row, sentence), sentence, grammar), lowered, grammar)
    origins = {at for name in _ORIGINS for at in grammar.places(name, lowered)}
    if not origins:
        return row
    return [
        unit._replace(tag="g") if unit.first in origins and _is_origin(row, at, lowered, grammar) else unit
        for at, unit in enumerate(row)
    ]


def _brought(
    row: Sequence[Unit], sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar
) -> Unit | None:
    """What a word is by the unit right before it."""
    return by_whose(row, sentence, lowered, at, grammar) or by_mandate(row, lowered, at, grammar)


def _spans(
    sentence: Sequence[Word], lowered: Sequence[str], names: Sequence[Name], grammar: Grammar
) -> Mapping[int, tuple[int, Name]]:
    """First word of a name → its last word and the name."""
    starts, spans = starts_of(sentence), {}
    for name in names:
        first, last = bisect_left(starts, name.start), bisect_left(starts, name.end) - 1
        if name.kind == "office" and first == last and grammar.has("not-offices", lowered[first]):
            continue
        spans[first] = (last, name)
    return spans


def _named(
    sentence: Sequence[Word], lowered: Sequence[str], at: int, spans: Mapping[int, tuple[int, Name]], grammar: Grammar
) -> Unit:
    """The unit of the name that begins at a word, what belongs to it behind it included."""
    last, name = spans[at]
    last = _with_mark(sentence, lowered, max(last, at), name, grammar)
    if name.office is not None and name.office.key in WITH_PORTFOLIO:
        last = end_of_portfolio(sentence, lowered, last, spans, grammar)
    elif name.office is not None:
        last = _before_adjective(sentence, lowered, last, spans, grammar)
    whence = name.kind in ("country", "capital") and tells_whence(lowered, last + 1, grammar)
    return Unit("a" if whence else _NAME_TAGS[name.kind], at, last, name)


def _unnamed(
    sentence: Sequence[Word],
    lowered: Sequence[str],
    at: int,
    spans: Mapping[int, tuple[int, Name]],
    grammar: Grammar,
    known: Mapping[str, object],
) -> Unit:
    """The unit of the word or phrase at which no name begins; the word alone where a name cuts the phrase short."""
    unit = _department(sentence, lowered, at, grammar) or _word_unit(sentence, lowered, at, grammar, known)
    inside = range(at + 1, unit.last + 1)
    cut = bool(inside) and any(_cuts(spans.get(one), unit) for one in inside)
    unit = Unit(_tag(sentence, lowered, at, grammar), at, at) if cut else unit
    numbered = unit.tag == "b" and grammar.has("numbered-bodies", lowered[unit.last])
    if numbered and lowered[min(unit.last + 1, len(lowered) - 1)].isdecimal():
        return unit._replace(last=unit.last + 1)  # "la section locale 1500 (de la FNT)"
    if unit.tag == "b" and grammar.has("ministries", lowered[unit.last]):
        return unit._replace(last=_before_adjective(sentence, lowered, unit.last, spans, grammar))
    return unit


def _department(sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar) -> Unit | None:
    """The noun of a ministry that some states call otherwise, by its capital and what it is for: "le Département de
    l'économie", "le Département fédéral des finances"; no province, "le Département du Nord"."""
    if not (grammar.has("departments-of-state", lowered[at]) and sentence[at].is_capitalised and at):
        return None
    behind = at + 1
    while behind < len(sentence) and grammar.has_any(("body-adjectives", "federal"), lowered[behind]):
        behind += 1
    if behind >= len(sentence) or not grammar.has("genitives", lowered[behind]):
        return None
    while behind < len(sentence) and grammar.has_any(("genitives", "determiners"), lowered[behind]):
        behind += 1
    return Unit("b", at, at, meaning="none") if behind < len(sentence) and sentence[behind].text.islower() else None


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
    office = before.name.office if before.name is not None else None
    if grammar.has("served-markers", lowered[row[at].first]):
        return office is not None and office.key == "aide"
    if office is not None and office.key == "envoy" and _is_charge(row, at, lowered, grammar):
        return False
    return before.tag in ("G" if grammar.has("owner-markers", lowered[row[at].first]) else "boGk")


def _is_charge(row: Sequence[Unit], at: int, lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether a preposition says with which land an envoy deals, of whom he is not: "the special envoy for Peru"."""
    behind = next((unit for unit in row[at + 1 :] if unit.tag != "d"), None)
    land = behind is not None and behind.name is not None and behind.name.kind == "country"
    return land and grammar.has("purpose-markers", lowered[row[at].first])


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


def _tag_alone(word: Word, telling: frozenset[str]) -> str | None:
    """The tag of a mark, or of a word in small letters, that is in no class of words that tell of somebody, nor begins
    a phrase that does: most words of a text, of which nothing else need be asked. None of others."""
    if word.is_capitalised or word.lower in telling or word.folded in telling:
        return None
    first = word.text[0]
    if first.isalpha():
        return "x"
    return None if first.isalnum() else first


@cache
def _telling(language: str) -> frozenset[str]:
    rules = grammar(language)
    return rules.openers.union(_closed_tags(language), *(rules.sets[name] for name in _TELLING))


_TELLING = ("ranking-words", "prenominal-plurals", "titles", "name-particles")
"""Classes of words that are a unit of their own, or part of the one beside."""


def _word_unit(
    sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar, known: Mapping[str, object]
) -> Unit:
    phrase = phrase_unit(lowered, at, grammar)
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
