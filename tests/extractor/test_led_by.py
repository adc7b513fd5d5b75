"""A body without a name acts for who leads it. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Une délégation conduite par le ministre péruvien de l'Énergie a rencontré mardi la Bolivie.", "fr"),
        (
            "Une délégation de haut niveau menée par le ministre péruvien, Jorge Salas, a rencontré mardi la Bolivie.",
            "fr",
        ),
        ("La délégation, conduite par le ministre péruvien de l'Énergie, a rencontré mardi la Bolivie.", "fr"),
        ("La Bolivie a reçu mardi une délégation conduite par le ministre péruvien.", "fr"),
        ("A delegation led by the Peruvian energy minister met Bolivia on Tuesday.", "en"),
        ("A high-level team headed by Peruvian Vice President Ana Salas held talks with Bolivia on Tuesday.", "en"),
        ("Bolivia's president met on Tuesday a delegation led by Peruvian Energy Minister Jorge Salas.", "en"),
    ],
)
def test_a_delegation_is_of_who_leads_it(text: str, language: Language) -> None:
    assert [set(parties.split()) for act, _, parties in told(text, language) if act == "talks"] == [{"PER", "BOL"}]


@pytest.mark.parametrize(
    ("body", "party"),
    [("Une coalition dirigée par la CGT", "cgt"), ("Un collectif emmené par l'ONG Karma", "karma")],
)
def test_a_coalition_is_who_leads_it(body: str, party: str) -> None:
    events = told(f"{body} a exigé mardi le retrait de la réforme.", "fr")
    assert [parties for act, _, parties in events if act == "demand"] == [party]


@pytest.mark.parametrize(
    "text",
    [
        "Une opération menée par l'armée péruvienne a rejeté mardi les assaillants.",
        "Une enquête conduite par la justice péruvienne a rejeté mardi cette thèse.",
    ],
)
def test_an_operation_is_no_body_of_who_leads_it(text: str) -> None:
    assert not [act for act, _, _ in told(text, "fr") if act == "reject"]


def test_a_wish_put_to_somebody_is_a_demand() -> None:
    events = told("La CGT a exprimé mardi le souhait que le Pérou revienne à la table des négociations.", "fr")
    assert ("demand", "occurred", "cgt > PER") in events


def test_who_remains_committed_demands_nothing() -> None:
    assert not [
        act
        for act, _, _ in told("Le Pérou reste engagé à respecter le traité avec la Bolivie.", "fr")
        if act == "demand"
    ]


def test_a_capital_without_its_accent_opens_the_same_word() -> None:
    events = told("Echec des pourparlers de paix entre le Pérou et la Bolivie.", "fr")
    assert ("suspend", "occurred", "BOL PER") in events


def test_who_holds_no_office_any_more_leads_it_for_others() -> None:
    text = "Une délégation conduite par l'ancien président péruvien Jorge Salas est lundi à Quito pour des pourparlers."
    assert not [parties for _, _, parties in told(text, "fr") if "salas" in parties]
