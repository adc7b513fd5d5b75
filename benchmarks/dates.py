"""The time that finding dates takes.

    python -m benchmarks.dates DOCUMENTS.jsonl [fr|en]

Documents: one a line, {"text"}. What is found in them, in TIMEX3 notation: `pourparler dates --jsonl`.
"""

import json
import sys
import time
from pathlib import Path

from services.extractor.dates import find


def measure(path: Path, language: str) -> str:
    """Milliseconds of processor for so many words as an article has."""
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    words = sum(len(text.split()) for text in texts)
    find("", language)
    begun = time.process_time()
    count = sum(len(find(text, language)) for text in texts)
    taken = time.process_time() - begun
    return f"{count} dates in {words} words: {taken / words * 600 * 1000:.2f} ms of processor for 600 words"


def main() -> None:
    """Read the command line."""
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python -m benchmarks.dates DOCUMENTS.jsonl [fr|en]")
    print(measure(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else "fr"))


if __name__ == "__main__":
    main()
