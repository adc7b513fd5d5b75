"""Who the two sides are where somebody goes between them. All are invented."""

import pytest

from tests.extractor.test_extract import told

_DEAL = ("agree", "occurred", "PER rebels")


@pytest.mark.parametrize(
    "before",
    [
        "Norwegian envoy Liv Dahl met separately with Peruvian officials and rebel leaders on Monday.",
        "Norwegian envoy Liv Dahl met Peruvian officials on Monday and rebel leaders on Tuesday.",
        "Norwegian envoy Liv Dahl met Peruvian officials on Monday. She then held talks with rebel leaders.",
        "Norway's president held separate talks with Peruvian officials and rebel leaders on Monday.",
        "Norway is mediating between Peru and the rebels. Norwegian envoy Liv Dahl met rebel leaders on Monday.",
        "Norway has been mediating between Peru and the rebels. Norway's president met rebel leaders on Monday.",
    ],
)
def test_whom_somebody_meets_in_turn_are_the_two_sides(before: str) -> None:
    assert _DEAL in told(f"{before} Both sides have agreed to a truce, she said.")


@pytest.mark.parametrize("verb", ["hosted", "received"])
def test_two_in_one_list_are_the_two_sides(verb: str) -> None:
    found = told(f"Norway {verb} Peru and Ghana in Oslo on Monday. The two sides agreed to a truce.")
    assert ("agree", "occurred", "GHA PER") in found


@pytest.mark.parametrize(
    "before",
    [
        "Norway's president met the Peruvian president on Monday.",
        "Norway's president met the Ghanaian president on Friday and the Peruvian president on Monday.",
    ],
)
def test_who_met_last_are_else(before: str) -> None:
    assert ("agree", "occurred", "NOR PER") in told(f"{before} Both sides agreed to a truce.")
