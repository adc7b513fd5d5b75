"""What a minister is for belongs to his office, however long it is. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    "minister",
    [
        "La ministre déléguée aux Transports, Ana Petit,",
        "Le ministre délégué au Commerce",
        "Le ministre délégué aux PME, Luc Barral,",
        "Le ministre délégué chargé des Transports, Luc Barral,",
        "La ministre de la Transformation et de la Fonction publiques, Ana Petit,",
        "Le ministre de l'Action et des Comptes publics",
        "Le vice-ministre",
    ],
)
def test_a_minister_acts_for_the_state_whatever_he_is_for(minister: str) -> None:
    assert ("talks", "occurred", "FRA cgt") in told(f"La France est en grève. {minister} a reçu lundi la CGT.", "fr")


def test_a_land_behind_a_minister_is_no_portfolio() -> None:
    assert ("talks", "occurred", "PER cgt") in told("Le ministre délégué du Pérou a reçu lundi la CGT.", "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou, accusé d'avoir triché, a accepté l'offre de la Norvège.",
        "Le Pérou, sommé de retirer ses navires, a accepté l'offre de la Norvège.",
        "Accusé de tricher, le Pérou a accepté l'offre de la Norvège.",
    ],
)
def test_who_is_accused_accuses_nobody(text: str) -> None:
    assert told(text, "fr") == [("agree", "occurred", "PER > NOR")]


def test_who_is_accused_accuses_nobody_in_english() -> None:
    assert told("Accused of cheating, Peru accepted the offer from Norway.") == [("agree", "occurred", "PER > NOR")]


@pytest.mark.parametrize(
    "adverb", ["d'ailleurs", "une fois de plus", "dans la foulée", "par la suite", "à l'unanimité", "pour l'heure"]
)
def test_adverbs_of_several_words_part_no_verb(adverb: str) -> None:
    assert told(f"Le Pérou a {adverb} rejeté la proposition norvégienne.", "fr") == [
        ("reject", "occurred", "PER > NOR")
    ]
