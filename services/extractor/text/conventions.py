"""How sentences begin and end in a language, from `data/<language>/sentences.yaml`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from services.extractor.grammar import table
from services.extractor.text.words import fold, fold_text

LANGUAGES = ("fr", "en")
"""The languages there are tables for."""

_SHORTEST_PARTICIPLE = 7
_LONGEST_POINTER = 40


@dataclass(frozen=True, slots=True)
class Conventions:
    """Abbreviations without their last stop, as written; openers and stamps folded."""

    titles: frozenset[str]
    abbreviations: frozenset[str]
    counters: frozenset[str]
    openers: frozenset[str]
    opener_endings: tuple[str, ...]
    stamps: tuple[str, ...]
    day_openers: tuple[str, ...]
    pointers: tuple[str, ...]

    def opens(self, word: str) -> bool:
        """Whether a word (elided: with its apostrophe) is one that sentences begin with."""
        return fold(word) in self.openers

    def points_elsewhere(self, sentence: str) -> bool:
        """Whether a sentence names another article ("Read also: ...")."""
        return fold_text(sentence[:_LONGEST_POINTER].lstrip('"-–—•>([ ')).startswith(self.pointers)

    def resembles_opener(self, word: str) -> bool:
        """Whether a word looks like a participle that opens a sentence; a name may do so too ("Kipling")."""
        return len(word) >= _SHORTEST_PARTICIPLE and fold(word).endswith(self.opener_endings)


@cache
def conventions(*languages: str) -> Conventions:
    """The conventions of a language, or of several together where it is not known which it is."""
    tables = [table(language, "sentences") for language in languages]

    def all_of(name: str) -> Iterable[str]:
        return (entry for content in tables for entry in content[name])

    return Conventions(
        titles=frozenset(all_of("titles")),
        abbreviations=frozenset(all_of("abbreviations")),
        counters=frozenset(all_of("counters")),
        openers=frozenset(fold(word) for word in all_of("openers")),
        opener_endings=tuple(all_of("opener-endings")),
        stamps=tuple(fold(word) for word in all_of("stamps")),
        day_openers=tuple(fold(word) for word in all_of("day-openers")),
        pointers=tuple(fold(word) for word in all_of("pointers")),
    )
