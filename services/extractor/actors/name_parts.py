"""What belongs to the name or title of a person besides whole words: initials, small words, what a hyphen ties."""

from collections.abc import Sequence

from services.extractor.grammar import Grammar
from services.extractor.text.words import Word


def end_of_part(sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar) -> int | None:
    """Where ends what stands before a surname: an initial ("Ana R. Quispe"), small words ("Omar al-Dahl") or an article
    that is part of it ("Ana Le Dahl")."""
    end = at
    if at and sentence[at].is_capitalised and _is_article_of_name(sentence, lowered, at, grammar):
        return at
    if at and sentence[at].is_capitalised and _goes_on_small(sentence, lowered, at, grammar):
        return at + 2
    if len(lowered[at]) == 1 and sentence[at].text.isupper() and sentence[at + 1 : at + 2]:
        end = at + 1 if sentence[at + 1].text == "." and sentence[at + 1].start == sentence[at].end else at
    elif not grammar.has("name-particles", lowered[at]):
        return None
    elif at and sentence[at - 1].is_capitalised:
        while end < len(lowered) and (
            grammar.has("name-particles", lowered[end]) or (end > at and lowered[end] == "-")
        ):
            end += 1
        end -= 1
    named = end >= at and sentence[end + 1 : end + 2] and sentence[end + 1].is_capitalised
    return end if named and (end > at or grammar.has("name-particles", lowered[at])) else None


def _is_article_of_name(sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a French article in a capital stands between capitals: there it opens a surname, "Yann Le Dahl"."""
    around = sentence[at - 1 : at + 2]
    if len(around) < _BETWEEN or not all(word.is_capitalised for word in around):
        return False
    return grammar.has("articles", lowered[at]) and not grammar.shows("compounds")


_BETWEEN = 3
"""A word and its neighbours."""


def _goes_on_small(sentence: Sequence[Word], lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a hyphen ties a part in small letters to a given name behind the surname: "Kim Tae-yol", "Lin Wei-chun";
    not "a San Tomas-based firm"."""
    if at + 2 >= len(sentence) or lowered[at + 1] != "-" or not sentence[at - 1].is_capitalised:
        return False
    small, glued = sentence[at + 2], sentence[at].end == sentence[at + 1].start
    plain = small.text.islower() and small.text.isalpha() and len(small.text) <= _SYLLABLE
    told = grammar.has("behind-hyphens", lowered[at + 2]) or lowered[at + 2].endswith(("ed", "ing"))
    return plain and glued and sentence[at + 1].end == small.start and not told


_SYLLABLE = 6
"""Letters of the last part of such a name."""


def is_lettered(sentence: Sequence[Word], at: int) -> bool:
    """Whether brackets give with a word the letters of what stands before: "le comité d'entreprise (CE)"."""
    return at > 0 and sentence[at - 1].text == "(" and sentence[at].text.isupper() and sentence[at].text.isalpha()


def is_prefix(sentence: Sequence[Word], at: int) -> bool:
    """Whether a hyphen ties a title to the office behind it: "l'ex-ministre"."""
    glued = at + 2 < len(sentence) and sentence[at + 1].text == "-" and sentence[at].end == sentence[at + 1].start
    return glued and sentence[at + 1].end == sentence[at + 2].start


def behind_genitive(tags: str, lowered: Sequence[str], at: int, grammar: Grammar) -> tuple[str, int] | None:
    """The tag and last word of what the mark of a genitive brings, by the tags of the units before: an adjective of two
    words, "Yemen's Saudi-backed government"; what people have for themselves, "the players' association"."""
    if tags.endswith("s") and lowered[at + 1 : at + 2] == ["-"] and at + 2 < len(lowered):
        return "e", at + 2
    theirs = tags == "G'" and grammar.phrase("body-kinds", lowered, at) is not None
    return ("b", at) if theirs else None


def is_bare_genitive(sentence: Sequence[Word], name: int, at: int) -> bool:
    """Whether an apostrophe behind a name in -s marks the genitive, "Hamas' leader", and closes no quotation."""
    mark, before = sentence[at], sentence[at - 1]
    glued = mark.text in _APOSTROPHES and before.end == mark.start and before.text.endswith("s")
    quoted = name > 0 and sentence[name - 1].text in _APOSTROPHES
    return glued and not quoted and at + 1 < len(sentence) and sentence[at + 1].text[0].isalnum()


_APOSTROPHES = frozenset("'’")
