"""Who a section, a delegation or somebody of a union acts for. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_SECTIONS = [
    ("La filiale péruvienne de Renault a rejeté mardi l'offre de la CGT.", "renault > cgt"),
    ("La section locale 1500 de la CGT a rejeté mardi l'offre de Karvel.", "cgt > karvel"),
    ("Les sections locales de la CGT ont rejeté mardi l'offre de Karvel.", "cgt > karvel"),
    ("Luc Barral, délégué CGT chez Karvel, a rejeté mardi l'offre de la direction.", "cgt > karvel"),
    ("L'intersyndicale CGT-CFDT a rejeté mardi l'offre de Karvel.", "cfdt cgt > karvel"),
    ("Les grévistes de Karvel ont rejeté mardi l'offre de la direction.", "karvel-strikers > karvel"),
    ("La CGT et le groupe Karvel négocient. La partie syndicale a rejeté mardi l'offre de Karvel.", "cgt > karvel"),
    ("Le banc syndical a rejeté mardi l'offre du banc patronal au Pérou.", "unions > employers"),
    ("Le front commun syndical a rejeté mardi l'offre du gouvernement péruvien.", "unions > PER"),
]


@pytest.mark.parametrize(("text", "sides"), _SECTIONS)
def test_they_act_for_the_union(text: str, sides: str) -> None:
    assert sides in [who for act, _, who in told(text, "fr") if act == "reject"]


def test_a_delegation_of_unions_meets_the_government() -> None:
    found = told("Une délégation syndicale et le gouvernement péruvien se sont réunis mardi.", "fr")
    assert ("talks", "occurred", "PER unions") in found


def test_the_employers_are_the_firm_that_was_named() -> None:
    text = "Le groupe Karvel négocie avec la CGT. La partie patronale a rejeté mardi la demande de la CGT."
    assert ("reject", "occurred", "karvel > cgt") in told(text, "fr")


def test_a_hyphen_between_a_union_and_its_employer_makes_no_side() -> None:
    found = told("Le conflit CGT-Karvel dure. La CGT a rejeté mardi l'offre de la direction.", "fr")
    assert "cgt karvel" not in [who.partition(" > ")[0] for act, _, who in found if act == "reject"]
