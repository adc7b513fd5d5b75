"""Firms whose name "&" ties, and rivals, partners and neighbours by their names. All are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("H&K rejected Peru's offer.", ("reject", "occurred", "h-k > PER")),
        ("Dahl & Salas signed a deal with Peru.", ("sign", "occurred", "PER dahl-salas")),
        ("Peru signed a deal with Karvel & Sons.", ("sign", "occurred", "PER karvel-sons")),
        ("Peru made an offer for H&K on Monday.", ("propose", "occurred", "PER > h-k")),
        (
            "AT&T and the Communications Workers of America reached a tentative agreement.",
            ("agree", "occurred", "at-t cwa"),
        ),
    ],
)
def test_an_ampersand_ties_the_name_of_a_firm(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


def test_its_letters_mean_the_firm() -> None:
    found = told("Harbour & Karvel (H&K) has mines in Peru. H&K rejected Peru's offer.")
    assert ("reject", "occurred", "harbour-karvel > PER") in found


@pytest.mark.parametrize("text", ["Peru told R&D to stop.", "Peru rejected M&A as a way to grow."])
def test_letters_of_things_are_no_firm(text: str) -> None:
    assert all("-" not in parties for _, _, parties in told(text))


@pytest.mark.parametrize(
    ("whom", "parties"),
    [
        ("neighbours Chile and Bolivia", "BOL CHL NOR"),
        ("partners Karvel Steel and Ostra Bank", "NOR karvel-steel ostra-bank"),
        ("its rivals Chile and Bolivia", "BOL CHL NOR"),
        ("suitor Karvel Steel", "NOR karvel-steel"),
    ],
)
def test_what_they_are_to_each_other_stands_before_their_names(whom: str, parties: str) -> None:
    assert told(f"Norway held talks with {whom} in Quito on Monday.") == [("talks", "occurred", parties)]
