"""What the text tells and somebody's own words say again is told once. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


def acts(text: str, act: str) -> int:
    return sum(one == act for one, _, _ in told(text, "fr"))


@pytest.mark.parametrize(
    ("act", "lead", "quote"),
    [
        (
            "sign",
            "Un accord gazier a été signé mardi à Quito entre le Pérou et la Bolivie.",
            "« Nous avons signé un accord historique », s'est réjoui le ministre péruvien.",
        ),
        (
            "reject",
            "Le Pérou a rejeté mardi l'offre de la Bolivie sur le gaz, a annoncé le ministre péruvien, Jorge Salas.",
            "« C'est inacceptable », a-t-il ajouté.",
        ),
        (
            "reject",
            "Le Pérou a répété mardi qu'il n'accueillerait pas de centres d'accueil, un projet chilien.",
            "« Le Pérou n'ouvrira pas de centres de ce type », a déclaré le président péruvien.",
        ),
        (
            "demand",
            "L'ONU a réclamé mardi au Pérou la publication des résultats du scrutin.",
            "« Nous demandons la publication immédiate des résultats », a déclaré la porte-parole de l'ONU.",
        ),
    ],
)
def test_a_quotation_says_again_what_was_told(act: str, lead: str, quote: str) -> None:
    assert acts(f"{lead}\n\nLe dossier est sensible dans la région.\n\n{quote}", act) == 1


def test_a_quotation_of_something_else_is_another_demand() -> None:
    lead = "L'ONU a réclamé mardi au Pérou la publication des résultats du scrutin."
    quote = "« Nous demandons aussi au Pérou d'accueillir les réfugiés », a déclaré la porte-parole de l'ONU."
    assert acts(f"{lead}\n\nLe dossier est sensible dans la région.\n\n{quote}", "demand") == 2
