"""Dates in TIMEX3 notation, to be scored against annotated corpora, and the time that finding them takes.

    python benchmarks/dates.py timex DOCUMENTS.jsonl > PREDICTED.jsonl
    python benchmarks/dates.py speed DOCUMENTS.jsonl

Documents: one a line, {"id", "text", "dct" (day of creation)}; `speed` reads "text" alone.
No verb is looked at: the tense is taken as unknown, so that weekdays are past ones.
"""

import json
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from services.extractor.dates import expressions, find, resolve
from services.extractor.dates.expression import DateExpression, Days
from services.extractor.dates.surroundings import innermost

_LETTERS = {
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "half": "M",
    "year": "Y",
}
_SEASONS = ("SP", "SU", "FA", "WI")
_OUTER = frozenset({"by", "before", "since", "until", "later", "earlier"})


def _leaves(one: DateExpression) -> Iterator[DateExpression]:
    """TIMEX3 marks the ends of a span each by itself, and no prepositions."""
    if one.kind == "span":
        yield from _leaves(one.said["of"])
        yield from _leaves(one.said["until"])
    elif one.kind in _OUTER:
        yield from _leaves(one.said["of"])
    else:
        yield one


def _length(said: Mapping[str, Any]) -> str:
    unit = said.get("unit", "day")
    count = said.get("count", "X") if "shifts" not in said else "X"
    return f"P{'T' if unit == 'hour' else ''}{count}{_LETTERS[unit]}"


def _time(said: Mapping[str, Any]) -> str:
    if "clock" in said:
        hours, *minutes = [int(figures) for figures in _figures(said["clock"])]
        hours += 12 if "p" in said["clock"] and hours < 12 else 0
        return f"T{hours:02}:{(minutes or [0])[0]:02}"
    return f"T{said['moment']}" if "moment" in said else ""


def _figures(text: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in text).split()


def _day_value(days: Days, one: DateExpression) -> str:
    start, said = days.start, one.said
    if one.kind == "season":
        return f"{start.year}-{_SEASONS[said['season'] - 1]}"
    if one.kind == "quarter":
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if said.get("unit", said.get("period")) == "weekend":
        return f"{start.isocalendar().year}-W{start.isocalendar().week:02}-WE"
    return {
        "day": f"{start}{_time(said)}",
        "week": f"{start.isocalendar().year}-W{start.isocalendar().week:02}",
        "month": f"{start:%Y-%m}",
        "quarter": f"{start.year}-Q{(start.month + 2) // 3}",
        "year": f"{start.year}",
    }[days.granularity]


def _timex(one: DateExpression, created: date, context: date) -> tuple[str, str, date]:
    """(type, value, the day that later expressions count from)."""
    inner = innermost(one)
    if one.kind in ("duration", "within", "vague"):
        return "DURATION", _length(one.said), context
    if one.kind == "recurrent":
        return "SET", _length({"count": 1} | dict(one.said)), context
    if one.kind == "reference":
        return "TIME", one.said["moment"], context
    if one.kind == "decade":
        return "DATE", "XXXX", context
    if one.kind == "clock":
        return "TIME", f"{context}{_time(one.said)}", context
    days = resolve(one, created, "unknown", context)
    if days is None:
        return "DATE", "XXXX-XX-XX", context
    kind = "TIME" if _time(inner.said) else "DATE"
    return kind, _day_value(days, inner), days.start


def timexes(text: str, created: date, language: str) -> Iterator[dict[str, Any]]:
    """The time expressions of a document as TIMEX3 says them; offsets in code points."""
    context = created
    for found in expressions(text, language):
        if found.kind == "name":
            continue
        for one in _leaves(found):
            kind, value, context = _timex(one, created, context)
            yield {"start": one.start, "end": one.end, "type": kind, "value": value, "text": one.text}


def _documents(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def _write_timex(path: str, language: str) -> None:
    for document in _documents(path):
        found = list(timexes(document["text"], date.fromisoformat(document["dct"]), language))
        print(json.dumps({"id": document["id"], "timex": found}, ensure_ascii=False))


def _write_speed(path: str, language: str) -> None:
    texts = [document["text"] for document in _documents(path)]
    words = sum(len(text.split()) for text in texts)
    find("", language)
    begun = time.process_time()
    count = sum(len(find(text, language)) for text in texts)
    taken = time.process_time() - begun
    print(f"{count} dates in {words} words: {taken / words * 600 * 1000:.2f} ms of processor for 600 words")


def main() -> None:
    """Read the command line."""
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in ("timex", "speed"):
        sys.exit("usage: python benchmarks/dates.py timex|speed DOCUMENTS.jsonl [fr|en]")
    task = {"timex": _write_timex, "speed": _write_speed}[sys.argv[1]]
    task(sys.argv[2], sys.argv[3] if len(sys.argv) == 4 else "fr")


if __name__ == "__main__":
    main()
