"""Fit the weights of confidence on labelled articles and passages, and write them to the extractor's data.

Again after every change of lexicon or rules; the same articles and the same code give the same weights, but
for a last digit here and there.

Run: python -m benchmarks.calibration.fit [FIELD ...]
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.calibration.labels import Labelled, articles, is_wholly_right, pairs, right
from services.extractor.confidence import TOLD, Setting, evidence, weights
from services.extractor.extract import told_events
from services.extractor.page.read import read
from services.extractor.record import records
from services.extractor.text.normalise import normalise
from services.extractor.trained.reading import SecondReading
from training.fit import reading
from training.passages import passages

TABLE = Path(__file__).parents[2] / "services" / "extractor" / "data" / "confidence.yaml"
FIELDS = (TOLD, "overall", "act", "status", "parties", "time", "place")

_RIDGE = 20.0
"""Weight of the prior that evidence tells nothing: some thousand events do not support strong opinions."""

_ROUNDS = 2000
_OF_FIELDS = ("act ", "status ")
"""Evidence for the fields alone: of whether there is an event at all, a few hundred do not tell by act."""

_OF_PASSAGES = "of a passage"
"""What holds of passages alone, beside articles, is found by the fit and left out of the table."""

_HEADER = """# Weights of evidence for confidence, by field; logistic. Made by `python -m benchmarks.calibration.fit`
# from the labelled articles of benchmarks/calibration and the passages of training; not edited by hand.
"""

Sample = tuple[dict[str, float], dict[str, bool]]
"""Evidence of an event, and which of its fields are right."""


def samples(labelled: Iterable[Labelled], trained: SecondReading | None = None) -> Iterator[Sample]:
    """The events read in labelled articles; those that readers may differ on are left out."""
    for one in labelled:
        document = read(one.article)
        normalised = normalise(document.text)
        found = told_events(document, normalised, trained)
        events = list(records(found, document, normalised, one.article.produced_at))
        article = Setting.of(found)
        labels = pairs(one.events, events)
        for at, (candidate, event) in enumerate(zip(found, events, strict=True)):
            label = labels.get(at)
            if label is None or not label.optional:
                fields = right(label, event)
                yield (
                    evidence(candidate, article),
                    fields | {TOLD: fields["overall"], "overall": is_wholly_right(label, event)},
                )


def samples_of_passages(language: str) -> Iterator[Sample]:
    """The same in the passages of the training, each half read by what the other half teaches."""
    every = list(passages(language))
    for half in (0, 1):
        for facts, told in samples((one.labelled() for one in every[half::2]), reading(every[1 - half :: 2])):
            yield facts | {_OF_PASSAGES: 1.0}, told


def fitted(seen: Sequence[Sample], fields: Sequence[str] = FIELDS) -> dict[str, dict[str, float]]:
    """Field → evidence → weight."""
    return {field: regression(list(_rows(seen, field))) for field in fields}


def _rows(seen: Sequence[Sample], field: str) -> Iterator[tuple[dict[str, float], bool]]:
    left_out = _OF_FIELDS if field in (TOLD, "overall") else ()
    for facts, told in seen:
        if field in told:
            yield {name: value for name, value in facts.items() if not name.startswith(left_out)}, told[field]


def regression(rows: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Logistic regression with a ridge on all but the bias."""
    table = DictVectorizer(sparse=False)
    model = LogisticRegression(C=1 / _RIDGE, max_iter=_ROUNDS)
    model.fit(table.fit_transform([facts for facts, _ in rows]), [is_right for _, is_right in rows])
    weights = zip(table.get_feature_names_out(), model.coef_[0], strict=True)
    return {"bias": float(model.intercept_[0])} | {str(name): float(weight) for name, weight in weights}


def written(weights: dict[str, dict[str, float]]) -> str:
    """The table as it is kept."""
    parts = [_HEADER]
    for field, row in weights.items():
        parts.append(f"{field}:\n")
        parts += [
            f"  {name}: {weight:.2f}\n"
            for name, weight in row.items()
            if name == "bias" or (abs(weight) >= 0.01 and name != _OF_PASSAGES)
        ]
    return "".join(parts)


def main() -> None:
    """Write the table: the rows of the fields named, or of all; the others stay as they were fitted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fields", nargs="*", metavar="FIELD", help=f"of {', '.join(FIELDS)}; all where none is given")
    chosen = parser.parse_args().fields or list(FIELDS)
    if unknown := set(chosen) - set(FIELDS):
        parser.error(f"no such field: {', '.join(sorted(unknown))}; choose of {', '.join(FIELDS)}")
    seen = [
        sample
        for language in ("en", "fr")
        for found in (samples(articles(language)), samples_of_passages(language))
        for sample in found
    ]
    kept = {field: dict(row) for field, row in weights().items()}
    TABLE.write_text(written(kept | fitted(seen, chosen)), encoding="utf-8")
    print(f"{len(seen)} events read, {sum(told['overall'] for _, told in seen)} of them right: {TABLE.name} written")


if __name__ == "__main__":
    main()
