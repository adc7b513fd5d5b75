"""Dates on the development gold: those of a corpus in TIMEX3, and the days that relative ones mean."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.quality.measure import GOLD

_DATES = GOLD / "dates"
_SCORER = GOLD.parent / "tools" / "score_dates.py"
_CORPUS = {"relaxed": 0.956, "strict": 0.931, "value": 0.858}
"""F1 reached on the French TimeBank's half for development."""
_RELATIVE = {"fr": 0.95, "en": 0.95}
"""Shares of relative dates whose first and last day are right."""

pytestmark = pytest.mark.skipif(
    not _DATES.exists(), reason="the development gold is not beside the checkout: dates are not measured here"
)


def written(gold: Path, out: Path, *options: str) -> Path:
    command = [sys.executable, "-m", "services", "dates", "--jsonl", str(gold), *options]
    out.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    return out


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_dates_of_a_corpus_are_found_as_well_as_they_were(tmp_path: Path) -> None:
    gold = _DATES / "fr-timebank-dev.jsonl"
    found = written(gold, tmp_path / "found.jsonl", "--language", "fr")
    told = subprocess.run([sys.executable, str(_SCORER), str(gold), str(found)], capture_output=True, check=True)
    rows = (line.split() for line in told.stdout.decode().splitlines() if " F1 " in line)
    reached = {row[0]: float(row[-1]) for row in rows}
    assert {name: reached[name] for name in _CORPUS if reached[name] < _CORPUS[name]} == {}


def test_relative_dates_mean_the_right_days(tmp_path: Path) -> None:
    gold = _DATES / "relative-dev.jsonl"
    found = {one["id"]: one["timex"] for one in lines(written(gold, tmp_path / "found.jsonl"))}
    right, all_of_them = Counter[str](), Counter[str]()
    for wanted in lines(gold):
        days = [
            (one["first_day"], one["last_day"])
            for one in found[wanted["id"]]
            if one["start"] < wanted["end_offset"] and wanted["start_offset"] < one["end"]
        ]
        all_of_them[wanted["language"]] += 1
        right[wanted["language"]] += (wanted["start"], wanted["end"]) in days
    shares = {language: right[language] / all_of_them[language] for language in _RELATIVE}
    assert {language: share for language, share in shares.items() if share < _RELATIVE[language]} == {}
