# ruff: noqa: E501 — sentences under test stay on one line.
"""Who did what stands in a list of deeds, in English: one subject for all of them. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

TOLD = [
    # No name inside the list is the subject of what follows, whatever the tenses.
    (
        "Liv Dahl, the prime minister of Norway, met the president of Chile, secured a trade deal with Ghana, signed a treaty with Peru, and left.",
        ["talks occurred CHL NOR", "agree occurred GHA NOR", "sign occurred NOR PER"],
    ),
    (
        "Peru, unlike Ghana, recognises Norway, has dropped its demand for a fishing zone and is committed to peace.",
        ["concede occurred PER"],
    ),
    (
        "Norway condemned Peru, has rejected the plan of Ghana and will leave.",
        ["accuse occurred NOR > PER", "reject occurred NOR > GHA"],
    ),
    # What is said behind a comma has its subject behind it.
    ("Norway rejected the plan of Peru, said Ghana.", ["reject occurred NOR > PER"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_list_of_deeds_has_one_subject(text: str, expected: list[str]) -> None:
    assert [" ".join(one) for one in told(text)] == expected
