"""The verb groups of a sentence in the order of their heads, and which of them is nearest to a word."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from services.extractor.acts.verb_groups.verb import Verb


class VerbsInOrder:
    """The groups, looked up by halving: which is nearest is asked a hundred times a sentence."""

    __slots__ = ("_finite", "_finite_firsts", "_finite_heads", "_heads", "_verbs", "heads")

    def __init__(self, verbs: Sequence[Verb]) -> None:
        self._verbs = verbs
        self._finite = [verb for verb in verbs if verb.finite]
        self._heads = [verb.head for verb in verbs]
        self._finite_heads = [verb.head for verb in self._finite]
        self._finite_firsts = [verb.first for verb in self._finite]
        self.heads = frozenset(self._heads)
        """The words that are the head of a group."""

    def before(self, index: int) -> Verb | None:
        """The last group whose head stands before a word."""
        behind = bisect_left(self._heads, index)
        return self._verbs[behind - 1] if behind else None

    def finite_before(self, index: int) -> Verb | None:
        """The last finite one."""
        behind = bisect_left(self._finite_heads, index)
        return self._finite[behind - 1] if behind else None

    def finite_behind(self, index: int) -> Verb | None:
        """The first finite group that begins behind a word."""
        at = bisect_right(self._finite_firsts, index)
        return self._finite[at] if at < len(self._finite) else None

    def behind(self, index: int) -> Sequence[Verb]:
        """The groups whose head stands behind a word."""
        return self._verbs[bisect_right(self._heads, index) :]
