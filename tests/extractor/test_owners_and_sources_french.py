"""Whose meeting, offer and ministry it is, and who only reports. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_OWNERS = [
    ("L'arrivée du ministre péruvien à Oslo, capitale de la Norvège, après sa rencontre avec le Chili, inquiète.",
     ("talks", "CHL PER")),
    ("Le voyage du ministre péruvien à Oslo intervient après ses entretiens avec le Ghana.", ("talks", "GHA PER")),
    ("Le Pérou et le Chili sont en conflit. Lima a rejeté lundi l'offre d'une médiation norvégienne.",
     ("reject", "PER > NOR")),
    ("L'échec de la médiation norvégienne est patent. Lima a refusé l'offre d'une médiation norvégienne.",
     ("reject", "PER > NOR")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), _OWNERS)
def test_whose_it_is(text: str, event: tuple[str, str]) -> None:
    assert event in [(act, sides) for act, _, sides in told(text, "fr")]


@pytest.mark.parametrize("source", ["Selon le quotidien La Vigie", "D'après le journal Le Courrier"])
def test_a_paper_that_reports_is_not_the_body_behind_it(source: str) -> None:
    found = told(f"{source}, le syndicat a rejeté mardi l'offre du Pérou.", "fr")
    assert ("reject", "occurred", "unions > PER") in found


def test_a_body_may_stand_before_what_it_is() -> None:
    text = "Karvel, la société de transport, a rejeté mardi l'offre du Pérou."
    assert ("reject", "occurred", "karvel > PER") in told(text, "fr")


_DEPARTMENTS = [
    ("Le chef du Département des finances a reçu mardi la CGT.", "CHE cgt"),
    ("Le Département fédéral des finances a rencontré mardi la CGT.", "CHE cgt"),
]


@pytest.mark.parametrize(("text", "sides"), _DEPARTMENTS)
def test_a_department_is_a_ministry_where_it_says_what_for(text: str, sides: str) -> None:
    assert ("talks", "occurred", sides) in told(f"La Suisse est inquiète. {text}", "fr")


def test_a_department_with_the_name_of_a_province_is_none() -> None:
    found = told("La Suisse est inquiète. Le Département du Nord a rencontré mardi la CGT.", "fr")
    assert ("talks", "occurred", "CHE cgt") not in found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La rencontre aura lieu à Lima, a annoncé le ministre norvégien, qui a rejeté l'offre du Chili.",
         ("reject", "NOR > CHL")),
        ("Les envoyés se reverront à Oslo, a dit le gouvernement ghanéen, qui négocie avec la CGT.",
         ("talks", "GHA cgt")),
    ],
)  # fmt: skip
def test_who_is_quoted_is_whom_a_relative_behind_takes_up(text: str, event: tuple[str, str]) -> None:
    assert event in [(act, sides) for act, _, sides in told(text, "fr")]


def test_the_town_of_a_summit_between_others_is_where_it_is() -> None:
    assert ("talks", "occurred", "NOR PER") in told("Le sommet d'Accra entre le Pérou et la Norvège a duré.", "fr")
