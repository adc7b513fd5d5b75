# ruff: noqa: E501 — texts under test stay on one line.
"""Headlines in which each word has a capital. Texts are invented."""

import pytest

from tests.extractor.test_extract import told

HEADED: list[tuple[str, set[str]]] = [
    ("Ghana Government, Rebels Resume Talks\n\nThe two sides met in Lima on Thursday.", {"talks occurred GHA rebels"}),
    ("Peruvian Rebels Reject Peace Offer\n\nThe rebels met officials in Lima.", {"reject occurred peruvian-rebels > PER", "talks occurred PER peruvian-rebels"}),
    ("Norway Envoy Urges Rebels To Join Talks\n\nThe envoy, Liv Dahl, met rebels in Accra on Monday.", {"demand occurred NOR > rebels", "talks occurred NOR rebels"}),
    ("Peru President Says Mining Talks Will Continue\n\nPresident Jorge Salas met miners on Monday.", {"talks occurred PER miners"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), HEADED)
def test_verbs_of_a_headline_of_capitals_are_no_names(text: str, events: set[str]) -> None:
    assert {" ".join(one) for one in told(text)} == events


def test_a_word_to_which_the_text_gives_capitals_keeps_its_own_in_a_headline() -> None:
    text = "Support Movement Rejects Norway Plan\n\nThe leaders of the Support Movement met on Monday. They rejected the plan of Norway."
    assert "reject occurred support-movement > NOR" in {" ".join(one) for one in told(text)}
