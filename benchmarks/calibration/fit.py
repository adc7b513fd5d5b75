"""Fit the weights of confidence on the labelled articles of this folder and write them to the extractor's data.

Again after every change of lexicon or rules; the same articles and the same code give the same bytes.

Run: python -m benchmarks.calibration.fit
"""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.calibration.labels import Labelled, articles, pairs, right
from services.extractor.confidence import Setting, evidence
from services.extractor.extract import candidate_events
from services.extractor.page.read import read
from services.extractor.record import records
from services.extractor.text.normalise import normalise

TABLE = Path(__file__).parents[2] / "services" / "extractor" / "data" / "confidence.yaml"
FIELDS = ("overall", "act", "status", "parties", "time", "place")

_RIDGE = 20.0
"""Weight of the prior that evidence tells nothing: a few hundred events do not support strong opinions."""

_ROUNDS = 12
_OF_FIELDS = ("act ", "status ")
"""Evidence for the fields alone: of whether there is an event at all, a few hundred do not tell by act."""

_HEADER = """# Weights of evidence for confidence, by field; logistic. Made by `python -m benchmarks.calibration.fit`
# from the labelled articles of benchmarks/calibration; not edited by hand.
"""

Sample = tuple[dict[str, float], dict[str, bool]]
"""Evidence of an event, and which of its fields are right."""


def samples(labelled: Sequence[Labelled]) -> Iterator[Sample]:
    """The events read in labelled articles; those that readers may differ on are left out."""
    for one in labelled:
        document = read(one.article)
        normalised = normalise(document.text)
        found = candidate_events(document, normalised)
        events = list(records(found, document, normalised, one.article.produced_at))
        article = Setting.of(found)
        labels = pairs(one.events, events)
        for at, (candidate, event) in enumerate(zip(found, events, strict=True)):
            label = labels.get(at)
            if label is None or not label.optional:
                yield evidence(candidate, article), right(label, event)


def fitted(seen: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Field → evidence → weight."""
    return {field: regression(list(_rows(seen, field))) for field in FIELDS}


def _rows(seen: Sequence[Sample], field: str) -> Iterator[tuple[dict[str, float], bool]]:
    left_out = _OF_FIELDS if field == "overall" else ()
    for facts, told in seen:
        if field in told:
            yield {name: value for name, value in facts.items() if not name.startswith(left_out)}, told[field]


def regression(rows: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Logistic regression with a ridge on all but the bias, by Newton's method."""
    names = ["bias", *sorted({name for facts, _ in rows for name, value in facts.items() if value})]
    table = [[1.0, *(facts.get(name, 0.0) for name in names[1:])] for facts, _ in rows]
    weights = [0.0] * len(names)
    for _ in range(_ROUNDS):
        slope = [0.0] + [_RIDGE * weight for weight in weights[1:]]
        curve = [[_RIDGE * (i == j and i > 0) + 1e-6 * (i == j) for j in range(len(names))] for i in range(len(names))]
        for row, (_, is_right) in zip(table, rows, strict=True):
            guess = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row, strict=True))))
            for i, x in enumerate(row):
                if x:
                    slope[i] += (guess - is_right) * x
                    for j, y in enumerate(row):
                        curve[i][j] += guess * (1 - guess) * x * y
        weights = [weight - step for weight, step in zip(weights, _solved(curve, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _solved(matrix: list[list[float]], right_side: list[float]) -> list[float]:
    """The solution of linear equations, by elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right_side, strict=True)]
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for other in range(size):
            if other != at and rows[other][at]:
                factor = rows[other][at] / rows[at][at]
                rows[other] = [x - factor * y for x, y in zip(rows[other], rows[at], strict=True)]
    return [row[-1] / row[at] for at, row in enumerate(rows)]


def written(weights: dict[str, dict[str, float]]) -> str:
    """The table as it is kept."""
    parts = [_HEADER]
    for field, row in weights.items():
        parts.append(f"{field}:\n")
        parts += [f"  {name}: {weight:.2f}\n" for name, weight in row.items() if name == "bias" or abs(weight) >= 0.01]
    return "".join(parts)


def main() -> None:
    """Write the table."""
    seen = [sample for language in ("en", "fr") for sample in samples(articles(language))]
    TABLE.write_text(written(fitted(seen)), encoding="utf-8")
    print(f"{len(seen)} events read, {sum(told['overall'] for _, told in seen)} of them right: {TABLE.name} written")


if __name__ == "__main__":
    main()
