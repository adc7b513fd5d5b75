"""The countries that the towns of an article speak for: whose "government" is meant where it names no country."""

from collections.abc import Iterator, Sequence

from services.extractor.actors.entity import Name
from services.extractor.actors.tables import usual_seats
from services.extractor.grammar import Grammar
from services.extractor.text.words import fold


def of_names(names: Sequence[Name]) -> Iterator[str]:
    """Countries (ISO alpha-3) of the towns among the names of a sentence; a seat of others speaks for none."""
    for name in names:
        place = name.place if name.kind in ("capital", "place") else None
        if place is not None and place.country is not None and place.name not in usual_seats():
            yield place.country


def coloured(text: str, names: Sequence[Name], grammar: Grammar) -> Iterator[str]:
    """Countries of adjectives beside no office or noun of a body: "a Norwegian firm", not "le ministre norvégien"."""
    for at, name in enumerate(names):
        if name.kind != "adjective" or len(name.parties) != 1 or name.parties[0].kind != "country":
            continue
        beside = [one for one in (*names[max(0, at - 1) : at], *names[at + 1 : at + 2]) if one.kind in _OF_STATE]
        near = any(one.end + 1 == name.start or name.end + 1 == one.start for one in beside)
        if near:
            continue
        words = (_last(text[max(0, name.start - _REACH) : name.start]), _first(text[name.end : name.end + _REACH]))
        if not any(word and _is_stately(word, grammar) for word in words):
            yield name.parties[0].country or ""


def inner(text: str, names: Sequence[Name], grammar: Grammar) -> Iterator[str]:
    """Ids of the states of whose politics at home a sentence tells: "l'opposition togolaise"."""
    for name in names:
        if name.kind not in ("country", "adjective") or len(name.parties) != 1:
            continue
        before = text[: name.start].split()[-_INNER_REACH:]
        if any(grammar.has("inner-words", fold(word).rpartition("'")[2]) for word in before):
            yield name.parties[0].id


_INNER_REACH = 2
"""Words between a noun of politics at home and the country that it is of: "l'opposition au Venezuela"."""

_REACH = 30
"""Characters beside an adjective in which the next word stands."""

_OF_STATE = ("office", "office-tail")
_STATELY = ("governments", "militaries", "ministries", "capital-words")


def _is_stately(word: str, grammar: Grammar) -> bool:
    found = grammar.phrase("bodies", [word], 0)
    return (found is not None and found[1] == "official") or grammar.has_any(_STATELY, word)


def _first(text: str) -> str:
    return text.split(maxsplit=1)[0].lower().strip(",.;:") if text.strip() else ""


def _last(text: str) -> str:
    words = text.split()
    return words[-1].lower().rpartition("'")[2] if words else ""
