"""What the benchmark holds, counted: Markdown tables by language, act, status and genre.

Run: python -m benchmarks.gold.counts
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr")


def articles(language: str) -> list[dict[str, Any]]:
    """The articles of a language, as the benchmark's file holds them."""
    # JSON strings may hold line separators of Unicode: only "\n" ends a record.
    text = (HERE / f"{language}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def tables() -> Iterator[str]:
    """The lines of all tables."""
    rows = {language: articles(language) for language in LANGUAGES}
    yield from _heading("holds", LANGUAGES)
    yield from _rows({language: _sizes(rows[language]) for language in LANGUAGES})
    for name in ("act", "status"):
        yield ""
        yield from _heading(f"{name}: events (of them optional)", LANGUAGES)
        yield from _rows({language: _events(rows[language], name) for language in LANGUAGES})
    yield ""
    yield from _heading("genre: articles", LANGUAGES)
    yield from _rows({language: dict(Counter(row["genre"] for row in rows[language])) for language in LANGUAGES})


def _sizes(rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    events = [event for row in rows for event in row["events"]]
    years = sorted(row["published"][:4] for row in rows)
    return {
        "articles": str(len(rows)),
        "of them without an event": str(sum(not row["events"] for row in rows)),
        "words": f"{sum(len(row['text'].split()) for row in rows):,}",
        "events (of them optional)": f"{len(events)} ({sum(bool(event.get('optional')) for event in events)})",
        "years of publication": f"{years[0]} to {years[-1]}",
    }


def _events(rows: Sequence[dict[str, Any]], name: str) -> dict[str, str]:
    events = [event for row in rows for event in row["events"]]
    every = Counter(event[name] for event in events)
    optional = Counter(event[name] for event in events if event.get("optional"))
    return {value: f"{count} ({optional[value]})" for value, count in every.most_common()}


def _heading(title: str, columns: Sequence[str]) -> Iterator[str]:
    yield f"| {title} | {' | '.join(columns)} |"
    yield "|---|" + "---|" * len(columns)


def _rows(columns: dict[str, dict[str, Any]]) -> Iterator[str]:
    names = dict.fromkeys(name for column in columns.values() for name in column)
    for name in names:
        yield f"| {name} | {' | '.join(str(column.get(name, 0)) for column in columns.values())} |"


def main() -> None:
    """Print the tables."""
    print("\n".join(tables()))


if __name__ == "__main__":
    main()
