"""How far confidence can be believed: what is said against what is right, on labelled articles.

Prints for whole events ("overall": told, with most of the parties; "wholly": nothing of them wrong) and for each field
the events, the mean confidence, the share that is right, the expected calibration error (ten bins of equal width;
Naeini et al., 2015), a reliability plot of whole events and the precision from .8 upwards.

Run: python -m benchmarks.calibration.report [FILE.jsonl ...] [--svg FILE]
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.calibration.fit import FIELDS
from benchmarks.calibration.labels import Labelled, gold, is_wholly_right, pairs, right
from services.extractor.confidence import TOLD
from services.extractor.extract import extract
from services.extractor.page.read import read

GOLD = Path(__file__).parents[3] / "shared" / "gold"
SETS = ("en-dev", "fr-dev")
TAKEN = 0.8
"""From this confidence on a careful consumer takes events."""

WHOLLY = "wholly"
"""What is said of a whole event beside whether nothing of act, status and parties is wrong."""

_BINS = 10
Judged = tuple[float, bool]
"""What was said, and whether it was right."""


def judged(labelled: Sequence[Labelled]) -> dict[str, list[Judged]]:
    """Field → its judgements; events that readers may differ on are left out."""
    found: dict[str, list[Judged]] = {field: [] for field in (*FIELDS, WHOLLY) if field != TOLD}
    for one in labelled:
        events = extract(read(one.article), one.article.produced_at)
        labels = pairs(one.events, events)
        for at, event in enumerate(events):
            label = labels.get(at)
            if label is not None and label.optional:
                continue
            found[WHOLLY].append((event.confidence.overall, is_wholly_right(label, event)))
            for field, is_right in right(label, event).items():
                sure = getattr(event.confidence, field)
                if sure is not None:
                    found[field].append((sure, is_right))
    return found


def bins(rows: Sequence[Judged]) -> Iterator[tuple[int, float, float]]:
    """(events, mean confidence, share right) of each tenth that has any."""
    for tenth in range(_BINS):
        inside = [row for row in rows if min(int(row[0] * _BINS), _BINS - 1) == tenth]
        if inside:
            yield len(inside), _mean(sure for sure, _ in inside), _mean(float(good) for _, good in inside)


def error(rows: Sequence[Judged]) -> float:
    """The expected calibration error: how far confidence and truth lie apart, weighed by events."""
    return sum(count * abs(sure - good) for count, sure, good in bins(rows)) / max(len(rows), 1)


def taken(rows: Sequence[Judged], least: float = TAKEN) -> tuple[int, float]:
    """Events of at least this confidence, and the share of them that is right."""
    chosen = [float(good) for sure, good in rows if sure >= least]
    return len(chosen), _mean(chosen)


def _mean(values: Iterator[float] | Sequence[float]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else 0.0


def plot(rows: Sequence[Judged]) -> Iterator[str]:
    """The reliability plot as text: # what is right, | what is said."""
    yield "said  right  events"
    for count, sure, good in bins(rows):
        bar = ["#" if at < round(good * 40) else " " for at in range(41)]
        bar[round(sure * 40)] = "|"
        yield f"{sure:.2f}   {good:.2f}   {count:>5}  {''.join(bar).rstrip()}"


def svg(rows: Sequence[Judged]) -> str:
    """The reliability plot as a drawing: a dot a tenth, its area its events; the diagonal is perfect calibration."""
    dots = "".join(
        f'<circle cx="{40 + 320 * sure:.1f}" cy="{360 - 320 * good:.1f}" r="{2 + count**0.5:.1f}" fill="#36c" '
        f'fill-opacity=".6"><title>said {sure:.2f}, right {good:.2f}, {count} events</title></circle>'
        for count, sure, good in bins(rows)
    )
    ticks = "".join(
        f'<text x="{40 + 32 * at}" y="380">{at / 10:.1f}</text><text x="8" y="{364 - 32 * at}">{at / 10:.1f}</text>'
        for at in range(0, 11, 2)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" font-family="sans-serif" font-size="11">'
        '<rect width="400" height="400" fill="#fff"/><path d="M40 40V360H360M40 360L360 40" fill="none" stroke="#888"/>'
        f"{ticks}{dots}"
        '<text x="160" y="396">confidence</text><text x="48" y="52">share right</text></svg>\n'
    )


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="gold files; those of ../shared/gold where none is given")
    parser.add_argument("--svg", type=Path, help="where to draw the reliability plot")
    options = parser.parse_args()
    files = options.files or [GOLD / f"{name}.jsonl" for name in SETS]
    lacking = [str(file) for file in files if not file.exists()]
    if lacking:
        raise SystemExit(f"no gold at {', '.join(lacking)}: name the files to measure on")
    found = judged([one for file in files for one in gold(file)])
    print("field     events  said   right  error")
    for field, rows in found.items():
        said, good = _mean(sure for sure, _ in rows), _mean(float(good) for _, good in rows)
        print(f"{field:<9}{len(rows):>7}  {said:.3f}  {good:.3f}  {error(rows):.3f}")
    count, precision = taken(found["overall"])
    _, whole = taken(found[WHOLLY])
    every = len(found["overall"])
    print(f"\nfrom {TAKEN} upwards: {count} of {every} events, precision {precision:.3f}, wholly right {whole:.3f}\n")
    print("\n".join(plot(found["overall"])))
    if options.svg:
        options.svg.write_text(svg(found["overall"]), encoding="utf-8")


if __name__ == "__main__":
    main()
