"""Nearly the same text, met before: the same dispatch in several newspapers, one article under two addresses.

MinHash over runs of words (Broder, 1997), kept for the last articles of this process.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

from rensa import RMinHash, RMinHashLSH

_RUN = 5
"""Words of a shingle."""

_FEWEST = 80
"""Words below which a text is too short to be told from others."""

_ALIKE = 0.85
"""Share of common shingles from which two texts are the same: a changed headline, a correction, an added line."""

_PERMUTATIONS = 128
_BANDS = 16
_KEPT = 20_000
"""Articles that are remembered, some 25 MB."""


@dataclass(slots=True)
class NearDuplicates:
    """Texts by the id of their article."""

    _index: RMinHashLSH = field(default_factory=lambda: RMinHashLSH(_ALIKE, _PERMUTATIONS, _BANDS))
    _known: "OrderedDict[int, tuple[str, RMinHash]]" = field(default_factory=OrderedDict)
    _next: int = 0

    def of(self, article: str, words: tuple[str, ...]) -> str | None:
        """The id of another article with nearly the same text, if one is remembered."""
        if len(words) < _FEWEST:
            return None
        printed = _print(words)
        for number in sorted(self._index.query(printed)):
            known = self._known.get(number)
            if known is not None and known[0] != article and known[1].jaccard(printed) >= _ALIKE:
                return known[0]
        return None

    def remember(self, article: str, words: tuple[str, ...]) -> None:
        """Keep the text of an article that is on its way."""
        if len(words) < _FEWEST:
            return
        printed = _print(words)
        self._known[self._next] = (article, printed)
        self._index.insert(self._next, printed)
        self._next += 1
        if len(self._known) > _KEPT:
            number, _ = self._known.popitem(last=False)
            self._index.remove(number)


def _print(words: tuple[str, ...]) -> RMinHash:
    printed = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    printed.update([" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)])
    return printed
