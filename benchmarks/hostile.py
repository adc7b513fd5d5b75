"""Seconds and events of articles that no editor would print: endless, broken, mixed, or no articles at all.

Prints a table case → seconds, events, one line a case, the slowest of the rounds counting.

Run: python -m benchmarks.hostile [--rounds 1] [--only WORDS]
"""

import argparse
import time

from services.extractor.extract import extract
from services.extractor.page.read import read
from services.extractor.page.unreadable import Unreadable
from tests.extractor.hostile.cases import Case, cases

LIMIT = 2.0
"""Seconds that no article should take; the workers' own limit is far above it."""


def measured(case: Case) -> tuple[float, str]:
    """Seconds of processor time, and the number of events or why nothing was read."""
    start = time.process_time()
    try:
        found = str(len(extract(read(case.article), case.article.produced_at)))
    except Unreadable as error:
        found = error.reason
    return time.process_time() - start, found


def main() -> None:
    """Print the table; exit code 1 where a case takes more than the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", default="", help="cases whose name holds these words")
    options = parser.parse_args()
    chosen = [case for case in cases() if options.only in case.name]
    for case in cases():
        if case.name.startswith("as long as is read"):  # one of each language: loading its tables is no article's time
            measured(case)
    slow = 0
    for case in chosen:
        rounds = [measured(case) for _ in range(options.rounds)]
        seconds = max(taken for taken, _ in rounds)
        slow += seconds > LIMIT
        print(f"{case.name:<48}{seconds:>8.2f} s  {rounds[0][1]}{'  slow' if seconds > LIMIT else ''}", flush=True)
    print(f"{slow} of {len(chosen)} cases take more than {LIMIT:g} s")
    raise SystemExit(slow > 0)


if __name__ == "__main__":
    main()
