"""Headlines in which each word has a capital: which of them would have none in a sentence.

"Peru Government, Rebels Resume Talks" is read as "Peru Government, rebels resume talks": else capitals make names of
verbs and nouns. The rest of the article tells names from words: what it writes in small letters is a word.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from services.extractor.actors.entity import Name
from services.extractor.grammar import Grammar
from services.extractor.text.sentences import Sentence
from services.extractor.text.words import Word, Words, inside

_LONG = 4
"""Letters from which on a word has its capital in such a headline; shorter ones ("of", "to") may go without."""


@dataclass(frozen=True)
class Usage:
    """How the sentences of an article write their words."""

    small: frozenset[str]
    """Words that are written in small letters, in lower case."""
    capital: frozenset[str]
    """Those that have a capital though they open no sentence, in lower case."""


def usage(sentences: Iterable[tuple[Sentence, Sequence[Word]]]) -> Usage:
    """What the sentences, each with its words, tell; headlines tell nothing."""
    small: set[str] = set()
    capital: set[str] = set()
    for sentence, found in sentences:
        if sentence.is_heading:
            continue
        small.update(word.lower for word in found if not word.is_capitalised)
        capital.update(word.lower for word in found[1:] if word.is_capitalised)
    return Usage(frozenset(small), frozenset(capital))


def in_sentence_case(
    found: Sequence[Word],
    names: Sequence[Name],
    used: Usage,
    grammar: Grammar,
    is_verb: Callable[[str], bool],
) -> Sequence[Word]:
    """The words of a heading, where each has a capital those that are no names in small letters. `names` are the
    heading's, with their places in the text."""
    named = {at for name in names for at in inside(found, name.start, name.end)}
    free = [at for at, word in enumerate(found) if at not in named and word.text.isalpha()]
    if not _has_capitals([found[at] for at in free], grammar):
        return found
    words = Words(found)
    for at in free:
        word = found[at]
        if at and word.is_capitalised and not word.text.isupper() and _is_common(word.lower, used, grammar, is_verb):
            words[at] = word.spelt(word.lower)
    return words


def _has_capitals(free: Sequence[Word], grammar: Grammar) -> bool:
    """Whether each long word but those of grammar has a capital, and not because all letters are capitals."""
    long = [word for word in free if len(word.text) >= _LONG and not _is_of_grammar(word.lower, grammar)]
    return len(long) > 1 and all(word.is_capitalised for word in long) and not all(word.text.isupper() for word in long)


def _is_common(word: str, used: Usage, grammar: Grammar, is_verb: Callable[[str], bool]) -> bool:
    """Whether a word is no name: one of grammar, or else, where the article never gives it a capital, a verb or a word
    that it writes small."""
    if grammar.has_any(_ALWAYS_CAPITAL, word):
        return False
    if _is_of_grammar(word, grammar):
        return True
    return word not in used.capital and (word in used.small or is_verb(word))


_ALWAYS_CAPITAL = ("calendar-names", "month-names")


def _is_of_grammar(word: str, grammar: Grammar) -> bool:
    """Whether a word ties others, and names nothing: "to", "with", "and"."""
    return any(grammar.phrase(name, [word], 0) is not None for name in _TIES)


_TIES = (
    "determiners", "coordinators", "complementizers", "relatives", "subordinators", "conditions", "negations",
    "adversatives", "prepositions",
)  # fmt: skip
