"""ARCHITECTURE.md: the sentence it follows goes as it says."""

import re
from pathlib import Path

from tests.docs.walk import TEXT, walk

ARCHITECTURE = (Path(__file__).parents[2] / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_the_sentence_goes_the_way_that_is_shown() -> None:
    shown = re.search(r"```walk\n(.*?)```", ARCHITECTURE, re.DOTALL)
    assert shown is not None
    assert shown[1].splitlines() == list(walk()), "print it anew: python -m tests.docs.walk"
    assert TEXT.split(" that")[0] in ARCHITECTURE
