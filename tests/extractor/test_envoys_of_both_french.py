# ruff: noqa: E501 — sentences under test stay on one line.
"""People who act for two sides, told of at once: "les délégués du gouvernement et de la CGT". All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_LEAD = "Le Pérou est en guerre depuis deux ans. Le FLZ, un groupe rebelle, contrôle le nord.\n\n"


@pytest.mark.parametrize(
    ("whose", "sides"),
    [
        ("du gouvernement et du FLZ", {"PER", "flz"}),
        ("du gouvernement et des rebelles", {"PER", "flz"}),
        ("du pouvoir et de l'opposition", {"PER", "peruvian-opposition"}),
        ("des syndicats et du patronat", {"unions", "employers"}),
        ("de l'Etat et de la région Bretagne", {"PER", "brittany-region"}),
    ],
)
@pytest.mark.parametrize("people", ["Les délégués", "Des représentants", "Les négociateurs"])
def test_both_sides_take_part(people: str, whose: str, sides: set[str]) -> None:
    events = told(f"{_LEAD}{people} {whose} se sont rencontrés lundi à Genève.", "fr")
    assert any(act == "talks" and set(parties.split()) == sides for act, _, parties in events)


@pytest.mark.parametrize(
    "text",
    [
        "Le syndicat Unitas a annoncé une réunion jeudi entre la ministre péruvienne et ses responsables.",
        "Le syndicat Unitas a annoncé des discussions jeudi entre le Pérou et ses délégués.",
    ],
)
def test_the_people_of_the_second_side_are_not_those_of_the_first(text: str) -> None:
    assert any(set(parties.split()) == {"PER", "unitas"} for act, _, parties in told(text, "fr") if act == "talks")


def test_farmers_are_no_one_of_two_unions() -> None:
    text = (
        "Les agriculteurs ont rejeté mardi l'offre du Pérou. La Fédération des éleveurs (FDE) est sceptique."
        " Le Syndicat des planteurs (SDP) ne l'est pas."
    )
    assert any("farmers" in parties for act, _, parties in told(text, "fr") if act == "reject")
