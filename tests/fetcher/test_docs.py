"""docs/fetching.md says what is tested: every test it names is there, and no row claims without one."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8")


def test_the_tests_that_the_documentation_names_exist() -> None:
    there = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    named = set(re.findall(r"`(test_\w+)`", DOC))
    assert len(named) > 40
    assert named - there == set()


def test_each_of_the_55_features_is_there_and_what_is_claimed_has_a_test() -> None:
    rows = re.findall(r"^\| (\d+) \| .+? \| (yes|no) \| (.*?)\|$", DOC, re.MULTILINE)
    assert [int(number) for number, _, _ in rows] == list(range(1, 56))
    assert [number for number, claim, test in rows if (claim == "yes") != ("`test_" in test)] == []
