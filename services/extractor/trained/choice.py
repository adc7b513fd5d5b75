"""A trained choice between classes, in which each clue speaks for or against each (multinomial logistic regression)."""

import gzip
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Clue = tuple[str, str]
"""What is looked at, and what is seen there: ("word", "rejected"), ("+1", "the")."""
Weights = tuple[float, ...]
"""How much a clue speaks for each class."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Classes, how likely each is before anything is seen, and clue → weight for each class.

    Each is itself alone: what is kept of a choice is kept under it.
    """

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[Clue, Weights]

    def probabilities(self, clues: Iterable[Clue]) -> dict[str, float]:
        """Class → probability; a clue that the training did not see says nothing."""
        return self.chosen(self.weighed(clues))

    def weighed(self, clues: Iterable[Clue]) -> list[Weights]:
        """The weights of those of the clues that say something."""
        return list(filter(None, map(self.weights.get, clues)))

    def sums(self, rows: Sequence[Weights]) -> list[float]:
        """What weights come to for each class, with what was known before; log-odds but for a constant."""
        return list(map(sum, zip(self.bias, *rows, strict=True)))

    def chosen(self, rows: Sequence[Weights]) -> dict[str, float]:
        """Class → probability by the weights of clues."""
        sums = self.sums(rows)
        most = max(sums)
        odds = list(map(math.exp, [one - most for one in sums]))
        total = sum(odds)
        return dict(zip(self.classes, [one / total for one in odds], strict=True))

    def packed(self) -> bytes:
        """As it is kept: the same choice gives the same bytes."""
        weights: dict[str, dict[str, Weights]] = {}
        for (look, seen), row in sorted(self.weights.items()):
            weights.setdefault(look, {})[seen] = row
        content = {"classes": self.classes, "bias": self.bias, "weights": weights}
        return gzip.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def unpacked(content: bytes) -> Choice:
    """The choice that `packed` wrote."""
    read: dict[str, Any] = json.loads(gzip.decompress(content))
    one: dict[float, float] = {}
    """Equal weights are one object: there are some thousand different ones in half a million."""
    weights = {
        (look, seen): tuple(one.setdefault(weight, weight) for weight in row)
        for look, rows in read["weights"].items()
        for seen, row in rows.items()
    }
    return Choice(tuple(read["classes"]), tuple(read["bias"]), weights)


@cache
def choice(language: str, name: str) -> Choice:
    """The choice kept as `data/<language>/<name>.json.gz`, made by `python -m training.fit`."""
    path = resources.files("services.extractor") / "data" / language / f"{name}.json.gz"
    return unpacked(path.read_bytes())
