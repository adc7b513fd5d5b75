# ruff: noqa: E501 — sentences under test stay on one line.
"""How French reports tell whose an act is: letters of another body, "les deux parties", "pour Oslo de négocier", deals called
by a town, where others talk. All sentences are invented."""

import pytest

from services.extractor.actors.gazetteer import gazetteer
from services.extractor.actors.things import letters_of_others
from services.extractor.grammar import grammar
from tests.extractor.test_extract import read, told


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou refuse de dissoudre la Commission électorale indépendante (CEI).",
        "L'Autorité des marchés financiers (AMF) a rejeté l'offre.",
        "Des membres de Reporters sans frontières (RSF) ont été reçus.",
    ],
)
def test_letters_that_spell_another_name_are_of_another_body(text: str) -> None:
    assert len(list(letters_of_others(text, grammar("fr"), gazetteer()))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "L'Organisation mondiale du commerce (OMC) a rejeté la plainte.",
        "L'Organisation du commerce mondial (OMC) a rejeté la plainte.",
        "Le directeur du Fonds monétaire international (FMI) a rejeté l'offre.",
        "Les ports du Pérou (CEI) sont fermés.",
    ],
)
def test_letters_of_a_name_that_the_tables_know_stay_theirs(text: str) -> None:
    assert not list(letters_of_others(text, grammar("fr"), gazetteer()))


def test_letters_of_another_body_are_no_body_of_the_tables() -> None:
    text = "Le Pérou garde la Commission électorale indépendante (CEI). La CEI a rejeté cette demande."
    assert ("reject", "occurred") in [one[:2] for one in told(text, "fr")]
    assert not any("cis" in parties.split() for *_, parties in told(text, "fr"))


@pytest.mark.parametrize(
    "text",
    [
        "Le Qatar et l'Egypte ont proposé une trêve entre le Soudan et le Tchad. Les deux parties ont accepté mercredi.",
        "Paris et Berlin ont appelé au dialogue entre le Soudan et le Tchad. Les deux camps ont accepté mercredi.",
        "L'ONU et la Norvège ont parlé de la guerre entre le Soudan et le Tchad. L'offre est écrite. Les deux parties ont accepté mercredi.",
    ],
)
def test_the_two_sides_are_those_between_whom_something_is(text: str) -> None:
    assert ("agree", "occurred", "SDN TCD") in told(text, "fr")


def test_who_mediates_is_no_side() -> None:
    text = (
        "La médiation menée par le Kenya et l'Angola a échoué. L'Ouganda a reproché aux deux belligérants leur lenteur."
    )
    assert ("accuse", "occurred", "UGA") in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Le gouvernement kényan appelle l'opposition à lever son mot d'ordre de grève.",
            ("demand", "occurred", "KEN > kenyan-opposition"),
        ),
        (
            "Le gouvernement togolais a exhorté l'opposition à renoncer au boycott.",
            ("demand", "occurred", "TGO > togolese-opposition"),
        ),
        (
            "Le gouvernement kényan a convié mercredi l'opposition à une rencontre.",
            ("talks", "proposed", "KEN kenyan-opposition"),
        ),
    ],
)
def test_the_opposition_is_somebody_where_it_is_called_to_something(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Début mars, la Norvège avait annoncé suspendre sa participation aux pourparlers avec le Canada.",
            ("suspend", "occurred", "NOR > CAN"),
        ),
        ("Le Kenya a annoncé mardi rompre les négociations avec la Somalie.", ("suspend", "occurred", "KEN > SOM")),
        ("L'Algérie a annoncé dimanche lever ses sanctions contre le Maroc.", ("concede", "occurred", "DZA > MAR")),
        ("La Norvège et le Chili ont annoncé mardi avoir signé un traité.", ("sign", "occurred", "CHL NOR")),
    ],
)
def test_what_is_announced_by_an_infinitive_is_done(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


def test_where_others_talk_is_nobody() -> None:
    text = "Les rebelles l'ont annoncé à Nairobi, où se tiennent des négociations avec le gouvernement somalien."
    assert not any("KEN" in parties for *_, parties in told(text, "fr"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kigali a insisté sur la nécessité pour Kinshasa de dialoguer avec le M23.", {"COD", "m23"}),
        ("La ministre a rappelé l'obligation pour la SNCF de négocier avec les syndicats.", {"sncf", "unions"}),
        ("C'est l'occasion pour Séoul de rencontrer Pyongyang.", {"KOR", "PRK"}),
        ("Ce sera l'occasion pour le président kényan et son homologue tanzanien de discuter du blé.", {"KEN", "TZA"}),
    ],
)
def test_for_whom_it_is_to_do_something_does_it(text: str, who: set[str]) -> None:
    assert [set(parties.split()) for act, _, parties in told(text, "fr") if act == "talks"] == [who]


def test_a_necessity_for_somebody_is_only_wanted() -> None:
    text = "Kigali a insisté sur la nécessité pour Kinshasa de dialoguer avec le M23."
    assert [status for act, status, _ in told(text, "fr") if act == "talks"] == ["proposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Le Rwanda a dénoncé le non-respect des accords de Nairobi.",
        "Le Rwanda a dénoncé la violation de l'accord de paix de Nairobi.",
        "Le Rwanda réclame l'application du protocole de Nairobi.",
    ],
)
def test_a_deal_called_by_a_town_behind_it_is_not_of_its_government(text: str) -> None:
    found = told(text, "fr")
    assert found
    assert not any("KEN" in parties for *_, parties in found)


def test_what_an_aim_is_has_not_been_done() -> None:
    found = told("Le but de la Norvège est de conclure un accord avec le Canada avant l'été.", "fr")
    assert ("agree", "occurred") not in [one[:2] for one in found]


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        (
            "Des médiateurs qataris tentaient de négocier mercredi un accord entre le Soudan et le Tchad.",
            {"country:QAT"},
        ),
        ("L'Egypte et le Qatar négocient une trêve entre le Soudan et le Tchad.", {"country:EGY", "country:QAT"}),
        ("La Suisse négociait un cessez-le-feu entre le Soudan et le Tchad.", {"country:CHE"}),
    ],
)
def test_who_negotiates_a_deal_between_two_others_mediates(text: str, mediators: set[str]) -> None:
    (event,) = read(text, "fr")
    assert (event.act, event.status) == ("mediate", "ongoing" if "négocient" in text else "occurred")
    assert {party.id for party in event.parties if party.role == "mediator"} == mediators


def test_who_negotiates_a_deal_with_somebody_mediates_nothing() -> None:
    assert told("La Norvège a négocié un accord avec le Canada.", "fr") == [("agree", "occurred", "CAN NOR")]


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou et le Chili négocient un accord de paix.",
        "Le Pérou négociait depuis mars un accord avec le Chili.",
        "Le Pérou espère négocier une trêve avec le Chili.",
    ],
)
def test_a_deal_that_is_being_negotiated_is_none_yet(text: str) -> None:
    assert [(act, parties) for act, _, parties in told(text, "fr")] == [("talks", "CHL PER")]
