"""Both of two are found where more than "and" parts them, and those whose meeting somebody brokers. All sentences are
invented."""

import pytest

from schemas.negotiation import NegotiationEvent
from tests.extractor.test_extract import parties, read, told

_PAIRS = [
    ("Un accord est intervenu lundi entre la Norvège, d'une part, et le Pérou, d'autre part.", "agree", "NOR PER"),
    ("Un texte a été signé entre la mairie de Lima, au Pérou, et le groupe Karvel.", "sign", "karvel lima"),
    ("Un texte a été signé entre la société Karvel, basée à Oslo, et le Pérou.", "sign", "PER karvel"),
    ("Un texte a été signé entre le groupe Karvel (Oslo) et le gouvernement du Pérou.", "sign", "PER karvel"),
    ("Un accord est intervenu entre la direction du site de Karvel, à Bergen, et la CGT.", "agree", "cgt karvel"),
    ("La rencontre entre le président péruvien, en visite à Oslo, et la CGT a duré.", "talks", "PER cgt"),
    ("Les discussions entre le constructeur Karvel, filiale de Nordik, et la CGT ont repris.", "talks", "cgt karvel"),
    ("Les discussions entre Karvel et les syndicats ont repris.", "talks", "karvel unions"),
]


@pytest.mark.parametrize(("text", "act", "sides"), _PAIRS)
def test_the_other_of_two_stands_behind_what_is_told_of_the_first(text: str, act: str, sides: str) -> None:
    assert (act, "occurred", sides) in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Un accord entre le Pérou, le Chili et la Norvège a été signé lundi.", "CHL NOR PER"),
        ("L'accord entre le Pérou et des éleveurs a été signé, et la Norvège l'a salué.", "NOR PER"),
        ("Une rencontre entre Luc Barral et les syndicats a eu lieu au Pérou.", "luc-barral unions"),
    ],
)
def test_lists_strangers_and_people_stay_what_they_are(text: str, sides: str) -> None:
    found = {who for _, _, who in told(text, "fr")}
    assert sides in found if sides.count(" ") > 1 else sides not in found


_BROKERED = [
    ("La rencontre à Accra, sous l'égide de l'ONU, des dirigeants norvégien et péruvien a duré.", "NOR PER"),
    ("La rencontre, sous les auspices de l'ONU, des présidents péruvien Jorge Salas et norvégien Liv Dahl a duré.",
     "NOR PER"),
    ("La réunion mardi à Accra, sous la médiation de l'ONU, des délégations du Pérou et du Chili a duré.", "CHL PER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sides"), _BROKERED)
def test_those_who_meet_stand_behind_who_brokers(text: str, sides: str) -> None:
    found = [event for event in read(text, "fr") if event.act == "talks"]
    assert [parties(event) for event in found] == [sides]
    assert mediators(found[0]) == ["org:un"]


def mediators(event: NegotiationEvent) -> list[str]:
    return sorted(one.id for one in event.parties if one.role == "mediator")


def test_several_brokers_stay_together() -> None:
    text = "Le Pérou et le Chili se sont réunis, sous l'égide de la Norvège, du Ghana et de l'ONU, à Accra."
    (event,) = read(text, "fr")
    assert parties(event) == "CHL PER"
    assert mediators(event) == ["country:GHA", "country:NOR", "org:un"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le Pérou et le Chili négocient. Un accord a été signé en mai sous l'égide de l'ONU.", ("sign", "CHL PER")),
        ("Le Pérou et le Chili négocient. Une trêve a été conclue lundi sous l'égide de l'ONU.", ("agree", "CHL PER")),
        ("La trêve a été approuvée sous l'égide de l'ONU par le Ghana et le Pérou.", ("agree", "GHA PER")),
    ],
)
def test_who_brokers_is_none_of_those_who_sign(text: str, event: tuple[str, str]) -> None:
    found = [one for one in read(text, "fr") if one.act == event[0]]
    assert [(one.act, parties(one)) for one in found] == [event]
    assert mediators(found[0]) == ["org:un"]


_FIRMS = [
    ("Le Ghana refuse l'offre du groupe germano-chilien Karvel.", ("reject", "occurred", "GHA > karvel")),
    ("Le Ghana a signé un accord avec le groupe franco-norvégien Karvel.", ("sign", "occurred", "GHA karvel")),
    ("Le géant anglo-norvégien Karvel a rejeté l'offre du Ghana.", ("reject", "occurred", "karvel > GHA")),
    ("Le Ghana a rejeté l'offre du franco-norvégien Karvel.", ("reject", "occurred", "GHA > karvel")),
]


@pytest.mark.parametrize(("text", "event"), _FIRMS)
def test_two_lands_of_one_firm_are_none_of_its_sides(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    "text", ["Le sommet germano-chilien s'est ouvert mardi.", "L'accord germano-chilien Barents a été signé mardi."]
)
def test_two_lands_of_what_both_have_are_its_sides(text: str) -> None:
    assert "CHL DEU" in {who for _, _, who in told(text, "fr")}


@pytest.mark.parametrize("town", ["Gland (VD)", "Saint-Imier (BE)", "Courtelary (BE)"])
def test_letters_of_a_canton_are_no_body(town: str) -> None:
    text = f"La direction de Karvel à {town} a rejeté mardi la demande de la CGT."
    assert ("reject", "occurred", "karvel > cgt") in told(text, "fr")


def test_letters_that_shorten_a_name_are_one() -> None:
    text = "Vestkraft (VSK) a rejeté mardi l'offre du Pérou."
    assert ("reject", "occurred", "vsk > PER") in told(text, "fr")


_SUBJECTS = [
    ("Le Pérou, pays andin, et la Norvège ont signé mardi un accord.", "NOR PER"),
    ("Le groupe Karvel, basé à Oslo, et le gouvernement péruvien ont signé mardi un accord.", "PER karvel"),
    ("Le Pérou, d'un côté, et le Chili, de l'autre, ont signé mardi un accord.", "CHL PER"),
    ("L'Union africaine, dont fait partie le Ghana, et le Pérou ont signé mardi un accord.", "PER african-union"),
]


@pytest.mark.parametrize(("text", "sides"), _SUBJECTS)
def test_the_other_of_two_subjects_stands_behind_what_is_told_of_the_first(text: str, sides: str) -> None:
    assert ("sign", "occurred", sides) in told(text, "fr")


def test_another_clause_behind_a_comma_has_its_own_subject() -> None:
    found = told("Le Pérou a rencontré la Norvège, et le Chili a signé mardi un accord avec le Ghana.", "fr")
    assert ("sign", "occurred", "CHL GHA") in found
