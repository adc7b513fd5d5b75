"""Scores the extraction on the development gold with its scorer; keeps the floors.

Run: python -m tests.quality.measure
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

GOLD = Path(__file__).parents[3] / "shared" / "gold"
SCORER = GOLD.parent / "tools" / "score.py"
SETS = ("seed", "fr-dev", "en-dev")
_FLOORS = Path(__file__).with_name("floors.json")
_SHARES = ("status", "date", "stated_date", "items", "place", "level", "roles")


def floors() -> dict[str, dict[str, float]]:
    """Set → figure → least value."""
    content: dict[str, dict[str, float]] = json.loads(_FLOORS.read_text())
    return content


def measured(name: str) -> dict[str, float]:
    """F1 of found, core and exact, and the share of fields that are right, on one set."""
    gold = GOLD / f"{name}.jsonl"
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
        command = [sys.executable, "-m", "services", "extract", "--jsonl", str(gold), "--jobs", "2"]
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=True)
        score = [sys.executable, str(SCORER), str(gold), out.name, "--json"]
        figures = json.loads(subprocess.run(score, capture_output=True, text=True, check=True).stdout)
    result = {f"{kind}-f1": figures[kind]["f1"] for kind in ("found", "core", "exact")}
    return result | {share: figures[share]["share"] for share in _SHARES}


def main() -> None:
    """Print today's figures; raise floors that are beaten, never lower one."""
    known, kept = floors(), {}
    for name in SETS:
        today = measured(name)
        kept[name] = {figure: max(value, known.get(name, {}).get(figure, 0.0)) for figure, value in today.items()}
        print(name, " ".join(f"{figure} {value:.3f}" for figure, value in today.items()))
    _FLOORS.write_text(json.dumps(kept, indent=2) + "\n")


if __name__ == "__main__":
    main()
