"""The same article gives the same events in every process: Python orders sets of words anew in each."""

import json
import os
import subprocess
import sys
from pathlib import Path

_TEXT = (
    "Norway and Peru have been holding talks since June. Chile has cut its tariffs for Peru. "
    "Ghana did not put forward an offer to Togo. Kenya has put an offer to Uganda."
)


def test_the_same_article_gives_the_same_events_whatever_the_order_of_sets(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(json.dumps({"id": "a", "language": "en", "text": _TEXT, "published": "2026-03-05"}))
    told = {_read(articles, seed) for seed in range(6)}
    assert len(told) == 1
    assert '"act": "talks"' in told.pop()


def _read(articles: Path, seed: int) -> str:
    command = [sys.executable, "-m", "services", "extract", "--jsonl", str(articles)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    for event in events:
        del event["produced_at"]
    return json.dumps(events)
