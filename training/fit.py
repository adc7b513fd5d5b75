"""Train the choices of the second reading on the passages of this folder and write them to the extractor's data.

Again after every change of the passages, the frames or the clues; the same passages and code give the same weights, but
for a last digit here and there.

Run: python -m training.fit
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from numpy import float64, full, zeros
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from services.extractor.trained.castings import NOBODY
from services.extractor.trained.choice import Choice
from services.extractor.trained.reading import Reading
from services.extractor.trained.senses import NONE
from training.lessons import Lesson, lessons, telling
from training.passages import Passage, passages

DATA = Path(__file__).parents[1] / "services" / "extractor" / "data"
LANGUAGES = ("en", "fr")

_RARE = 3
"""Times that a clue is seen at least."""
_PRIOR = 0.1
"""Inverse of the weight of the prior that a clue says nothing: of .03, .1, .3 and 1 the best on passages held out."""
_ROUNDS = 300
_EPSILON = 1e-3
_SLIGHT = 0.05
"""A clue that moves no class by more than this is left out."""
_IMPOSSIBLE = -20.0


def fitted(seen: Sequence[Lesson], classes: Sequence[str]) -> Choice:
    """The choice that a multinomial logistic regression makes of lessons."""
    counter = CountVectorizer(analyzer=lambda clues: clues, binary=True, min_df=_RARE)
    table = counter.fit_transform([lesson.clues for lesson in seen])
    model = LogisticRegression(C=_PRIOR, max_iter=_ROUNDS, tol=_EPSILON)
    model.fit(table, [classes.index(lesson.right) for lesson in seen])
    bias, columns = _by_class(model, classes)
    weights = {}
    for clue, column in counter.vocabulary_.items():
        weight = tuple(round(float(one), 2) + 0.0 for one in columns[:, column])  # No negative zero.
        if max(map(abs, weight)) >= _SLIGHT:
            weights[clue] = weight
    return Choice(tuple(classes), tuple(round(float(one), 3) for one in bias), weights)


def _by_class(model: LogisticRegression, classes: Sequence[str]) -> tuple[NDArray[float64], NDArray[float64]]:
    """Intercepts and coefficients, a row a class; one that no lesson teaches is impossible."""
    bias, coefficients = full(len(classes), _IMPOSSIBLE), zeros((len(classes), model.coef_.shape[1]))
    for row, number in enumerate(model.classes_):
        of_two = len(model.classes_) == 2  # Of two classes only the second has weights.
        bias[number] = row * model.intercept_[0] if of_two else model.intercept_[row]
        coefficients[number] = row * model.coef_[0] if of_two else model.coef_[row]
    return bias, coefficients


def choices(taught: Iterable[Passage]) -> tuple[Choice, Choice]:
    """Senses and castings as passages of one language teach them."""
    taken = [lessons(passage) for passage in taught]
    senses = list(telling([lesson for one in taken for lesson in one.senses]))
    castings = [lesson for one in taken for lesson in one.castings]
    return fitted(senses, _classes(senses, NONE)), fitted(castings, _classes(castings, NOBODY))


def _classes(seen: Sequence[Lesson], first: str) -> list[str]:
    return [first, *sorted({lesson.right for lesson in seen} - {first})]


def reading(taught: Iterable[Passage]) -> Reading:
    """The reading that passages of one language teach."""
    return Reading.by(*choices(taught))


def main() -> None:
    """Write the choices of both languages."""
    for language in LANGUAGES:
        senses, castings = choices(passages(language))
        for name, choice in (("senses", senses), ("castings", castings)):
            path = DATA / language / f"{name}.json.gz"
            path.write_bytes(choice.packed())
            print(f"{path.name} of {language}: {len(choice.weights)} clues, {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
