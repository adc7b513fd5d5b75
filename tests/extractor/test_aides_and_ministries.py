# ruff: noqa: E501 — sentences under test stay on one line.
"""For whom those act who serve the bearer of an office, ministries whose country stands behind what they are for, and the
people of a party. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

SERVING = [
    "Un conseiller du président péruvien",
    "Le porte-parole du président péruvien",
    "L'envoyé spécial du Premier ministre péruvien",
    "Le directeur de cabinet du Premier ministre péruvien",
    "Un proche du président péruvien",
    "Des proches du Premier ministre péruvien",
    "Un membre du gouvernement péruvien",
    "Plusieurs membres du gouvernement péruvien",
    "Ana Quispe, porte-parole du président péruvien,",
    "Le porte-parole du président péruvien, Ana Quispe,",
]
MINISTRIES = [
    "Le ministère des Affaires étrangères péruvien",
    "Le ministère de la Défense péruvien",
    "Une porte-parole du ministère du Commerce péruvien",
    "Le porte-parole des Affaires étrangères péruvien, Luis Rojas,",
    "Le chef des Affaires étrangères péruvien",
]
SERVING_IN_ENGLISH = [
    "An adviser to the Peruvian president",
    "A senior adviser to Peruvian President Ana Quispe",
    "An aide to Peru's foreign minister",
    "Luis Rojas, an adviser to the Peruvian president,",
    "The Peruvian president's adviser",
    "The Peruvian foreign minister's spokesman",
]
PARTIES = [
    ("Labour MP Ana Quispe", "the British government", "LABOUR-PARTY > GBR"),
    ("Conservative leader Ana Quispe", "the British government", "CONSERVATIVE-PARTY > GBR"),
    ("Tory MPs", "the British government", "CONSERVATIVE-PARTY > GBR"),
    ("Republican lawmakers", "President Biden", "US-REPUBLICANS > USA"),
    ("Democratic Senator Ana Quispe", "President Trump", "US-DEMOCRATS > USA"),
    ("Democratic leaders in Congress", "President Trump", "US-DEMOCRATS > USA"),
]


def accused(text: str, language: Language) -> list[str]:
    return [parties.upper() for act, _, parties in told(text, language) if act == "accuse"]


@pytest.mark.parametrize("who", [*SERVING, *MINISTRIES])
def test_who_serves_acts_for_the_same_body(who: str) -> None:
    assert accused(f"{who} a accusé mardi Oslo de mentir.", "fr") == ["PER > NOR"]


def test_who_is_close_to_something_serves_nobody() -> None:
    assert accused("Un proche du dossier péruvien a accusé mardi Oslo de mentir.", "fr") != ["PER > NOR"]


@pytest.mark.parametrize("who", SERVING_IN_ENGLISH)
def test_so_in_english(who: str) -> None:
    assert accused(f"{who} accused Norway of lying on Tuesday.", "en") == ["PER > NOR"]


def test_who_is_sent_somewhere_serves_nobody_there() -> None:
    assert not any("PER" in parties for _, _, parties in told("President Trump sent aides to Lima on Monday.", "en"))


@pytest.mark.parametrize(("who", "whom", "parties"), PARTIES)
def test_the_people_of_a_party_act_for_it(who: str, whom: str, parties: str) -> None:
    assert accused(f"{who} accused {whom} of lying on Tuesday.", "en") == [parties]
