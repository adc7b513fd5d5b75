"""Those who stand behind somebody, and bodies whose long names begin with a common noun. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_CAMPS = [
    ("Le camp Salas ne veut rien céder au gouvernement péruvien.", ("reject", "salas-camp > PER")),
    ("La mouvance Salas a accepté mardi la proposition de la Norvège.", ("agree", "salas-camp > NOR")),
    ("Les mouvances Salas et Dahl ont signé mardi un accord à Lima.", ("sign", "dahl-camp salas-camp")),
    ("Le camp de Jorge Salas a rejeté mardi l'offre de la Norvège.", ("reject", "salas-camp > NOR")),
    ("Les partisans de Jorge Salas ont rejeté mardi l'offre de la Norvège.", ("reject", "salas-camp > NOR")),
    ("Les négociations entre le camp Salas et le camp Dahl ont échoué à Lima.", ("suspend", "dahl-camp salas-camp")),
    ("Les quatre mouvances péruviennes ont signé mardi un accord.", ("sign", "peruvian-movements")),
]


@pytest.mark.parametrize(("text", "event"), _CAMPS)
def test_a_camp_is_called_by_whose_it_is(text: str, event: tuple[str, str]) -> None:
    assert event in [(act, sides) for act, _, sides in told(text, "fr")]


@pytest.mark.parametrize(
    "text",
    [
        "Des réfugiés du camp Salas ont rencontré le ministre péruvien.",
        "Le ministre a visité le camp de Tamale au Ghana.",
    ],
)
def test_a_camp_of_tents_is_nobody(text: str) -> None:
    assert all("camp" not in sides for _, _, sides in told(text, "fr"))


_LONG = [
    ("Le Pérou et la Coalition pour la défense des mers ont signé mardi un accord.",
     ("sign", "PER coalition-pour-la-defense-des-mers")),
    ("La Corporation des garagistes de Bergen a rejeté mardi l'offre de la CGT.",
     ("reject", "corporation-des-garagistes-de-bergen > cgt")),
    ("Le Regroupement des éleveurs a rejeté mardi l'offre du Pérou.", ("reject", "regroupement-des-eleveurs > PER")),
    ("La Fraternité des policiers de Bergen a rejeté mardi l'offre du Pérou.",
     ("reject", "fraternite-des-policiers-de-bergen > PER")),
    ("La Caisse de retraite des mineurs a conclu mardi un accord avec le Pérou.",
     ("agree", "PER caisse-de-retraite-des-mineurs")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), _LONG)
def test_a_common_noun_with_a_capital_begins_a_long_name(text: str, event: tuple[str, str]) -> None:
    assert event in [(act, sides) for act, _, sides in told(text, "fr")]
