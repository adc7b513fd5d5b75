"""How far the two readers of the benchmark agree, and how far the gold is from each.

The second reader's events are scored against the first's, then each reader's against the gold that was made of both.

Run: python -m benchmarks.gold.agreement
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.gold.counts import LANGUAGES
from benchmarks.gold.score import Articles, Score, load, score

HERE = Path(__file__).parent


def agreement(language: str) -> Score:
    """The second reader scored against the first."""
    return score(_reader(language, 1), _reader(language, 2))


def _reader(language: str, number: int) -> Articles:
    return load(HERE / "readers" / f"{language}-{number}.jsonl")


def table() -> Iterator[str]:
    """The figures of all languages as a Markdown table."""
    yield "| language | compared | found F1 | core F1 | exact F1 | status | date | place | roles | items |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for language in LANGUAGES:
        gold = load(HERE / f"{language}.jsonl")
        yield _row(language, "second reader with first", agreement(language))
        yield _row(language, "first reader with gold", score(gold, _reader(language, 1)))
        yield _row(language, "second reader with gold", score(gold, _reader(language, 2)))


def _row(language: str, compared: str, result: Score) -> str:
    kinds = (result.found.f1, result.core.f1, result.exact.f1)
    shares = (result.fields[name].as_dict()["share"] for name in ("status", "date", "place", "roles", "items"))
    figures = " | ".join(f"{value:.3f}".removeprefix("0") for value in (*kinds, *shares))
    return f"| {language} | {compared} | {figures} |"


def main() -> None:
    """Print the table."""
    print("\n".join(table()))


if __name__ == "__main__":
    main()
