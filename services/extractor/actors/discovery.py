"""Bodies that an article calls by a bare name: "Ferropal", "le Snapap". One sentence does not tell them from people and
places; the whole article does, by the words beside the name each time.

A name counts as that of a body where a noun of a body's people or doings stands before or behind it ("la direction de
Ferropal", "Ferropal's board"), or where, in a language that gives people no article, it has one time and again. It does
not where it is ever part of a longer name, stands behind a title or an office, or where something is in it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from services.extractor.actors.entity import UNTOLD, Name, Party
from services.extractor.actors.tables import everyday, slug
from services.extractor.grammar import Grammar, lower
from services.extractor.text.sentences import Sentence
from services.extractor.text.words import Word, fold, starts_of

_SHORTEST = 3
_TWICE = 2
_LONGEST = 4
"""Words of a bare name."""


@dataclass(slots=True)
class _Sightings:
    """What was seen of a name: how it is spelt, the kinds of body told beside it, articles, what speaks against it."""

    spelt: str
    kinds: list[str]
    articles: int = 0
    against: bool = False


def discovered(sentences: Sequence[tuple[Sequence[Word], Sequence[Name]]], grammar: Grammar) -> Mapping[str, Party]:
    """Folded name → body, of the sentences of an article with the names the tables know in them."""
    seen: dict[str, _Sightings] = {}
    leading: set[str] = set()
    acting: set[str] = set()
    for words, names in sentences:
        lowered = lower(words)
        taken = _taken(words, names)
        if all(word.text.isupper() for word in words if word.text.isalpha()):
            continue
        opens = bool(words) and 0 not in taken and words[0].is_capitalised
        opening = _beside(lowered, 0, grammar) if opens and not grammar.is_function_word(lowered[0]) else None
        if opening is not None:
            seen.setdefault(words[0].folded, _Sightings(words[0].text, [])).kinds.append(opening)
        elif opens and len(words) > 1 and words[1].text.islower() and _tells_of_dealings(lowered, grammar):
            leading.add(words[0].folded)
        elif opens and len(words) > 1 and grammar.has("perfect-openers", lowered[1]):
            acting.add(words[0].folded)
        for first, last in _runs(words, taken, grammar):
            for at in range(first, last + 1):
                name = seen.setdefault(words[at].folded, _Sightings(words[at].text, []))
                name.against |= first != last
            if first == last:
                _look(seen[words[first].folded], words, lowered, first, names, grammar)
            elif last - first < _LONGEST and (kind := _told_beside(words, lowered, first, last, names, grammar)):
                whole = " ".join(word.text for word in words[first : last + 1])
                seen.setdefault(fold(whole), _Sightings(whole, [])).kinds.append(kind)
    alone = {one for one in acting & seen.keys() if not seen[one].articles}
    if alone and _tells_of_company(sentences, grammar):
        leading |= alone  # "Karvel has agreed", where "the company" is told of
    for folded in leading & seen.keys():
        seen[folded].kinds.append("company")  # a name inside other sentences too, no word that only opens this one
    return {folded: party for folded, one in seen.items() if (party := _party(one, grammar)) is not None}


def _tells_of_company(sentences: Sequence[tuple[Sequence[Word], Sequence[Name]]], grammar: Grammar) -> bool:
    """Whether an article tells of a company by a noun, "the company", and names none."""
    if any(party.kind == "company" for _, names in sentences for name in names for party in name.parties):
        return False
    told = (lower(words) for words, _ in sentences)
    return any(
        (grammar.phrase("descriptions", lowered, at) or (0, ""))[1] == "company"
        for lowered in told
        for at in grammar.openings("descriptions", lowered)
    )


def tells_names(sentence: Sentence, grammar: Grammar) -> bool:
    """Whether the capitals of a sentence tell names: those of a heading do in the house of somebody, "chez Karvel"."""
    if not sentence.is_heading:
        return True
    return grammar.holds("house-markers", sentence.text.lower().split())


def _party(one: _Sightings, grammar: Grammar) -> Party | None:
    name = one.spelt
    common = fold(name) in everyday() or grammar.has("capital-nouns", name.lower()) or len(name) < _SHORTEST
    common = common or grammar.has("creeds", name.lower())  # "Muslim rebels"
    common = common or grammar.phrase("body-kinds", [name.lower()], 0) is not None  # "the Society" is a known one
    if one.against or common or not slug(name) or (not one.kinds and one.articles < _TWICE):
        return None
    kind = max(dict.fromkeys(one.kinds), key=one.kinds.count, default=UNTOLD)
    return Party(f"org:{slug(name)}", name, kind)


def _taken(words: Sequence[Word], names: Sequence[Name]) -> frozenset[int]:
    """The words that names of the tables cover; both are in order."""
    found, at, starts = set(), 0, starts_of(words)
    for name in names:
        at = max(at, bisect_left(starts, name.start))
        if at < len(words) and name.kind == "adjective" and not words[at].is_capitalised:
            continue  # "le danois Karvel": no part of the name behind it.
        while at < len(words) and words[at].end <= name.end:
            found.add(at)
            at += 1
    return frozenset(found)


def _runs(words: Sequence[Word], taken: frozenset[int], grammar: Grammar) -> Iterator[tuple[int, int]]:
    """First and last word of each run of capitalised words that no table knows, nor the place that opens a sentence."""
    own = [
        at for at, word in enumerate(words) if at and word.is_capitalised and at not in taken and word.text.isalpha()
    ]
    for first in own:
        if first > 1 and first - 1 in own:
            continue
        at = first + 1
        while at in own:
            at += 1
        opens = first == 1 and grammar.has("determiners", words[0].lower)
        joined = first - 1 in taken or at in taken or (words[first - 1].is_capitalised and not opens)
        yield (first - 1 if joined else first), at - 1


def _told_beside(
    words: Sequence[Word], lowered: Sequence[str], first: int, last: int, names: Sequence[Name], grammar: Grammar
) -> str | None:
    """The kind of body that a noun before or behind a name of several words tells: "workers at Karvel Zinc"."""
    before = first - 1
    marker = before - 1 if grammar.has("articles", lowered[before]) else before
    if first == 0 or grammar.has("titles", lowered[before]) or not words[first].is_capitalised:
        return None
    if lowered[last + 1 : last + 2] == ["'"] and last + 2 < len(words) and words[last + 2].is_capitalised:
        return None  # "chairman of the Zinc Workers' Federation"
    kind = _of(lowered, marker, grammar) or _beside(lowered, last, grammar)
    own = grammar.has("company-marks", lowered[last]) or grammar.phrase("body-kinds", lowered, last)
    if kind is None and not own:  # "Karvel Lines Ltd" says itself what it is
        kind = _dealt_with(words, lowered, marker, names, grammar)
    return kind or _headed(words, lowered, marker, last, grammar)


def _look(
    one: _Sightings, words: Sequence[Word], lowered: Sequence[str], at: int, names: Sequence[Name], grammar: Grammar
) -> None:
    """Take in what stands beside a name of one word."""
    before = lowered[at - 1]
    if grammar.has("titles", before) or any(_ends_before(name, words[at]) for name in names):
        one.against = True
        return
    one.against |= grammar.has("towards-places", before) or _is_of_office(words, lowered, at, names, grammar)
    one.against |= _are_inhabitants(one, before, grammar)
    has_article = grammar.has("articles", before)
    one.articles += has_article
    # "du" is the article and "of" in one.
    marker = at - 2 if has_article and not grammar.has("genitives", before) else at - 1
    kind = _of(lowered, marker, grammar) or _beside(lowered, at, grammar)
    kind = kind or _dealt_with(words, lowered, marker, names, grammar)
    kind = kind or _headed(words, lowered, marker, at, grammar)
    if kind is None and _is_from(words, lowered, at, names, grammar):
        kind = "company"
    if kind is not None:
        one.kinds.append(kind)


def _is_from(words: Sequence[Word], lowered: Sequence[str], at: int, names: Sequence[Name], grammar: Grammar) -> bool:
    """Whether a name has before it only an article and whence it is, as companies have: "le danois Karvel"."""
    adjective = next((name for name in names if name.kind == "adjective" and name.end == words[at - 1].end), None)
    whence = adjective is not None and words[at - 1].start == adjective.start and not words[at - 1].is_capitalised
    first = at - 1
    if first > _TWICE and lowered[first - 1] == "-" and words[first - 1].start == words[first - 2].end:
        first -= _TWICE  # "le franco-danois Karvel"
    return whence and first > 0 and grammar.has("articles", lowered[first - 1])


def _is_of_office(
    words: Sequence[Word], lowered: Sequence[str], at: int, names: Sequence[Name], grammar: Grammar
) -> bool:
    """Whether a word tells what a minister is for: "le ministre du Travail", "le ministère de l'Intérieur"."""
    marker = at - 1
    while marker > 0 and grammar.has("articles", lowered[marker]) and not grammar.has("genitives", lowered[marker]):
        marker -= 1
    if marker < 1 or not grammar.has("genitives", lowered[marker]):
        return False
    if grammar.has("ministries", lowered[marker - 1]):
        return True
    ministers = (name for name in names if name.office is not None and name.office.level == "minister")
    return any(_ends_before(name, words[marker]) for name in ministers)


def _are_inhabitants(one: _Sightings, before: str, grammar: Grammar) -> bool:
    """Whether a name is that of a town's people: "les Bruxellois"."""
    plural = grammar.has("plural-determiners", before)
    return plural and grammar.ends_in("inhabitant-endings", one.spelt)


def _ends_before(name: Name, word: Word) -> bool:
    return name.kind in ("office", "person", "surname") and word.start - 2 < name.end < word.start


def _of(lowered: Sequence[str], marker: int, grammar: Grammar) -> str | None:
    """The kind of body that a noun before "of" tells: "la direction de", "workers at"."""
    if marker >= 0 and grammar.has("house-markers", lowered[marker]):
        return "company"
    at_it = marker > 0 and grammar.has("owner-markers", lowered[marker])
    if marker < 1 or not (grammar.has("genitives", lowered[marker]) or at_it):
        return None
    return _kind_before(lowered, marker, grammar) or (
        _kind_before(lowered, marker, grammar, "possessed-nouns") if at_it else None
    )


def _tells_of_dealings(lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether a sentence tells of a deal as companies make, or of a union and what it settles with one."""
    found = [grammar.phrase("dealings", lowered, at) for at in grammar.openings("dealings", lowered)]
    kinds = {one[1] for one in found if one is not None}
    return "company" in kinds or ("union" in kinds and grammar.holds("unions", lowered))


def _dealt_with(
    words: Sequence[Word], lowered: Sequence[str], marker: int, names: Sequence[Name], grammar: Grammar
) -> str | None:
    """The kind of a body with which companies deal, "a takeover offer from Karvel", or a union that stands before: "the
    Dockers reached an agreement with Karvel"."""
    reach = range(marker, max(marker - _BESIDE, 0), -1)  # "from its German rival Karvel"
    marker = next((at for at in reach if grammar.has("dealing-markers", lowered[at])), 0)
    if marker < 1 or not all(word.text.isalpha() for word in words[marker : reach.start + 1]):
        return None
    other = _kind_before(lowered, marker, grammar, "dealings")
    if other != "union" or any(grammar.has("unions", word) for word in lowered[:marker]):
        return "company" if other is not None else None
    before = (name for name in names if name.end < words[marker].start)
    return "company" if any(party.kind == "union" for name in before for party in name.parties) else None


_BESIDE = 4
"""Words before a name in which the preposition stands that brings it."""


def _headed(words: Sequence[Word], lowered: Sequence[str], marker: int, last: int, grammar: Grammar) -> str | None:
    """The kind of a body of which it is told who heads or speaks for it, with his name between commas: "le président
    de Ferropal, Luc Barral,", "Luc Barral, porte-parole de Ferropal"; a post alone may be that of a place."""
    if marker < 1 or not grammar.has("genitives", lowered[marker]) or words[last].text.isupper():
        return None  # Letters are told elsewhere what they mean.
    for first in range(marker - 1, max(marker - 1 - _LONGEST_NOUN, -1), -1):
        found = grammar.phrase("body-heads", lowered, first)
        if found is not None and first + found[0] == marker:
            opening = first - grammar.has("determiners", lowered[first - 1]) if first else first
            return UNTOLD if _is_named(words, last + 2) or _is_named(words, opening - 1 - _NAME) else None
    return None


def _is_named(words: Sequence[Word], at: int) -> bool:
    """Whether a name of two words stands there between commas, or at the head of its sentence."""
    if not 0 <= at <= len(words) - _NAME:
        return False
    marks = [words[one].text for one in (at - 1, at + _NAME) if 0 <= one < len(words)]
    name = words[at : at + _NAME]
    return "," in marks and all(word.is_capitalised and word.text[-1].isalpha() for word in name)


_NAME = 2
"""Words of a person's name."""


def _kind_before(lowered: Sequence[str], end: int, grammar: Grammar, nouns: str = "owner-nouns") -> str | None:
    """The kind that a noun tells which ends right before a word: "le directeur général | de"."""
    for first in range(end - 1, max(end - 1 - _LONGEST_NOUN, -1), -1):
        found = grammar.phrase(nouns, lowered, first)
        if found is not None and first + found[0] == end:
            return found[1]
    return None


_LONGEST_NOUN = 3
"""Words of a noun of a body's people: "conseil d'administration"."""


def _beside(lowered: Sequence[str], at: int, grammar: Grammar) -> str | None:
    """The kind that a noun right behind tells, with the mark of the genitive or without: "Ferropal's board"."""
    owned = lowered[at + 1 : at + 2] == ["'s"]
    behind = at + 1 + owned
    if behind >= len(lowered):
        return None
    reach = range(behind, min(behind + _TOLD_OF, len(lowered)) if owned else behind)
    ways = (grammar.phrase("possessed-nouns", lowered, one) for one in reach)
    possessed = next((found for found in ways if found is not None), None)
    return possessed[1] if possessed is not None else _kind(lowered, behind, grammar)


_TOLD_OF = 3
"""Words from the mark of the genitive in which its noun stands: "Karvel's improved takeover offer"."""


def _kind(lowered: Sequence[str], at: int, grammar: Grammar) -> str | None:
    found = grammar.phrase("owner-nouns", lowered, at)
    return found[1] if found is not None else None
