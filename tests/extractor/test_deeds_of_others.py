"""Whom a demand or a threat is for where only the deed says it: whose deed it is, whom it would hit. All sentences are
invented."""

import pytest

from tests.extractor.test_extract import told

ASKED = [
    "Le Pérou exige le départ des troupes chiliennes.",
    "Le Pérou réclame la fin du blocus chilien.",
    "Le Pérou réclame la levée des sanctions chiliennes.",
    "Le Pérou appelle au retrait des forces chiliennes.",
    "Peru demanded Chile's withdrawal from the lake.",
    "Peru called for the withdrawal of Chilean troops.",
    "Peru demanded an end to Chile's blockade.",
    "Peru demanded a halt to Chilean attacks on its trawlers.",
    "Peru asked for Chile's help.",
]
THREATENED = [
    "Le Pérou menace de fermer sa frontière au Chili.",
    "Le Pérou a menacé de prendre des mesures contre le Chili.",
    "Peru threatened to close its border to Chile.",
]
OF_NOBODY = [
    "Le Pérou réclame la levée des sanctions contre le Chili.",
    "Le Pérou demande de l'aide pour le Chili.",
    "Peru called for an end to sanctions against Chile.",
    "Peru called for the release of Chilean prisoners.",
]


def of(act: str, text: str) -> list[str]:
    return [parties for one, _, parties in told(text, "fr" if text.startswith("Le") else "en") if one == act]


@pytest.mark.parametrize("text", ASKED)
def test_who_alone_can_do_it_is_asked(text: str) -> None:
    assert of("demand", text) == ["PER > CHL"]


@pytest.mark.parametrize("text", THREATENED)
def test_who_would_be_hit_is_threatened(text: str) -> None:
    assert of("threaten", text) == ["PER > CHL"]


@pytest.mark.parametrize("text", OF_NOBODY)
def test_who_undergoes_it_is_not_asked(text: str) -> None:
    assert of("demand", text) == ["PER"]
