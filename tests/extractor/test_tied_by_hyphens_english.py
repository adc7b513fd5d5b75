"""Lands and bodies that a hyphen ties to a participle, and whom the opposition's noun tells of. All are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway signed a deal with Lima-based Karvel Steel.", ("sign", "occurred", "NOR karvel-steel")),
        ("Norway signed a deal with Peruvian-based Karvel Investment.", ("sign", "occurred", "NOR karvel-investment")),
        ("Norway signed a deal with the London-listed Karvel Steel.", ("sign", "occurred", "NOR karvel-steel")),
        ("Norway rejected a bid from Lima-based Karvel Steel.", ("reject", "occurred", "NOR > karvel-steel")),
        ("State-owned Karvel Steel signed a deal with Norway.", ("sign", "occurred", "NOR karvel-steel")),
        ("Lima-based Karvel Steel rejected Norway's offer.", ("reject", "occurred", "karvel-steel > NOR")),
        ("Ghana-backed rebels rejected Norway's offer.", ("reject", "occurred", "rebels > NOR")),
        ("Peru's UN-backed government rejected Norway's offer.", ("reject", "occurred", "PER > NOR")),
        ("Norway met the Ghana-backed rebels in Lima on Monday.", ("talks", "occurred", "NOR rebels")),
        ("Norway signed a deal with the army-backed government of Peru.", ("sign", "occurred", "NOR PER")),
    ],
)
def test_what_a_hyphen_ties_takes_no_part(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Ostra Bank and Lima-based Karvel Investment opened in Quito on Monday.",
        "Talks between Lima-based Karvel Investment and Ostra Bank opened in Quito on Monday.",
    ],
)
def test_it_parts_no_two_sides(text: str) -> None:
    assert [set(parties.split()) for _, _, parties in told(text)] == [{"ostra-bank", "karvel-investment"}]


def test_who_leads_talks_by_a_hyphen_still_mediates() -> None:
    assert told("Norway-led talks between Peru and Ghana opened on Monday.") == [("talks", "occurred", "GHA PER")]


@pytest.mark.parametrize(
    "who",
    [
        "Opposition negotiators",
        "The opposition delegation",
        "Opposition groups",
        "The main opposition alliance",
        "An opposition spokesman",
        "Opposition leader Ana Quispe",
        "Peruvian opposition delegates",
    ],
)
def test_people_of_the_opposition_are_it(who: str) -> None:
    text = f"Peru has no budget. {who} rejected the government's offer."
    assert ("reject", "occurred", "peruvian-opposition > PER") in told(text)


def test_government_and_opposition_share_a_noun() -> None:
    found = told("Peru has no budget. Government and opposition negotiators met in Lima on Monday.")
    assert found == [("talks", "occurred", "PER peruvian-opposition")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru rejected a US-Norwegian peace plan.", ("reject", "occurred", "PER > NOR USA")),
        ("Peru welcomed the EU-Norwegian deal.", ("support", "occurred", "PER > NOR eu")),
        ("US-Norwegian talks opened in Quito on Monday.", ("talks", "occurred", "NOR USA")),
    ],
)
def test_a_name_tied_to_an_adjective_is_one(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)
