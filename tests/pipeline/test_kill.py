"""A short form of benchmarks/kill.py: a process killed at random moments loses and doubles nothing."""

import pytest

from benchmarks.kill import measure


@pytest.mark.timeout(180)
def test_nothing_is_lost_or_doubled_when_the_process_is_killed() -> None:
    figures = measure(articles=60, count=4, seed=7)
    assert figures["events"]
    assert figures["equal"], figures
