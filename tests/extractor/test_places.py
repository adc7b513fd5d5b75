# ruff: noqa: E501 — sentences under test stay on one line.
"""Where an act takes place: what each wording of the two languages must give. All sentences are invented."""

import pytest

from services.extractor.actors import tables
from services.extractor.document import Language
from tests.extractor.test_extract import read


def places(text: str, language: Language = "en") -> list[tuple[str, str | None]]:
    """(act, English name of its place) of each event."""
    return [(event.act, event.place.name if event.place else None) for event in read(text, language)]


ENGLISH = [
    ("Norway and Peru will meet at NATO headquarters next week.", "Brussels"),
    ("The Norwegian president received his Peruvian counterpart at the White House on Friday.", "Washington"),
    ("The Norwegian foreign minister flew back from Quito, where she had met the Peruvian president.", "Quito"),
    ("Norway announced in Havana that it had reached a deal with Peru.", "Havana"),
    ("Norway and Peru have agreed to lift the ban, the union's lawyer announced in Lagos.", "Lagos"),
    ("Norway and Peru met in the Red Sea resort of Sharm el-Sheikh.", "Sharm el-Sheikh"),
    ("Norway and Peru met in northern Cyprus.", "Cyprus"),
    ("Norway and Peru signed the accord on Colombian soil.", "Colombia"),
    ("Norway and Peru opened talks in Quito on Monday. On Tuesday Norway and Peru signed a truce there.", "Quito"),
    ("Norway's envoy arrived in Quito on Monday. There he met his Peruvian counterpart.", "Quito"),
    ("Norway's minister will lead a delegation of 20 officials to Lima next week for talks with Peru.", "Lima"),
    ("Norway's prime minister will visit Lima next week.", "Lima"),
    ("Norway's prime minister visited Peru's capital Lima for talks with the Peruvian president.", "Lima"),
    ("Norway used a speech in Lagos to propose a new treaty to Peru.", "Lagos"),
    ("Norway and Peru met in Kalvik last week.", "Kalvik"),
    ("Norway and Peru met in Paris, Texas, on Monday.", "Paris"),
    ("Norway met Peru at a Florida hotel.", "Florida"),
    ('"We reject the plan," the Norwegian foreign minister told reporters in Brussels.', "Brussels"),
    ("The Geneva peace talks between Norway and Peru collapsed on Friday.", "Geneva"),
    ("Norway and Peru signed the accord in Wichita Falls.", "Wichita Falls"),
    ("Norway cancelled the meeting with Peru that had been set for Sunday in Quito.", "Quito"),
    ("Norway's delegates will go on to Lagos on Monday for talks with Peru.", "Lagos"),
    ("Norway pledged in Lagos in April to send aid to Peru.", "Lagos"),
    ("At a summit in Montevideo, Norway and Peru agreed to cut catches.", "Montevideo"),
    ("Peru's foreign minister flew to Oslo on Monday and met his Norwegian counterpart.", "Oslo"),
    ("Peru's foreign minister arrived in Oslo on Monday. He met his Norwegian counterpart for two hours.", "Oslo"),
    ("LAGOS, March 3 (Agency) - Norway and Peru signed a fisheries deal on Tuesday.", "Lagos"),
    ("Norway and Peru met at State House in Gaborone on Monday.", "Gaborone"),
    ("Norway and Peru met in Paraguay's capital, Asuncion, on Monday.", "Asuncion"),
    ("Norway and Peru met in secret in Malta on Monday.", "Malta"),
    ("The talks between Norway and Peru collapsed in acrimony in Switzerland in July 2025.", "Switzerland"),
    ("Soon after flying in to Quito, the Norwegian foreign minister held talks with the Peruvian president.", "Quito"),
    ("Norway and Peru mended their ties during a visit by Norwegian prime minister Ine Dahl to Lima.", "Lima"),
    ("The Norwegian president flew to Peru in February, where he met his Peruvian counterpart.", "Peru"),
    ("Norway accused Peru of stalling at a session of the council in Geneva.", "Geneva"),
    ("Norway promised Peru more aid at a conference of donors held in London.", "London"),
    ("Norway's president met his Peruvian counterpart in Lagos on Monday and urged Peru to lift the ban.", "Lagos"),
    ("A joint summit of the African Union and IGAD in Addis Ababa urged Peru to accept a truce.", "Addis Ababa"),
]
FRENCH = [
    ("La Norvège et le Pérou se sont retrouvés lundi au Caire.", "Cairo"),
    ("Le président norvégien a reçu son homologue péruvien à l'Élysée vendredi.", "Paris"),
    ("Les pourparlers de Genève entre la Norvège et le Pérou ont repris lundi.", "Geneva"),
    ("Les pourparlers directs de Genève entre la Norvège et le Pérou ont repris lundi.", "Geneva"),
    ("La Norvège et le Pérou se sont rencontrés dans la capitale angolaise.", "Luanda"),
    ("Le secrétaire d'État américain se rendra lundi à Oslo pour préparer le sommet de Lima.", "Oslo"),
    ("C'est à Genève que la Norvège et le Pérou se sont rencontrés.", "Geneva"),
    ("Nairobi a accueilli mardi des pourparlers entre la Norvège et le Pérou.", "Nairobi"),
    ("La Norvège et le Pérou se sont rencontrés en marge du sommet de l'Otan de Madrid.", "Madrid"),
    ("La Norvège et le Pérou se sont rencontrés dans la ville angolaise de Lobito.", "Lobito"),
    ("La Norvège et le Pérou se sont rencontrés dans la capitale de l'Angola.", "Luanda"),
    (
        "Le ministre norvégien des Affaires étrangères revient de Quito, où il a rencontré le président péruvien.",
        "Quito",
    ),
    ("La CGT et la direction de Renault se sont réunies mardi à Saint-Nazaire.", "Saint-Nazaire"),
    ("La CGT et la direction de Renault se sont réunies mardi à La Roche-sur-Yon.", "La Roche-sur-Yon"),
    (
        "Les ministres norvégien et péruvien se sont réunis dans la station balnéaire de Charm el-Cheikh.",
        "Sharm el-Sheikh",
    ),
    ("Les ministres norvégien et péruvien se sont réunis au siège de l'ONU.", "New York"),
    ("La Norvège rencontrera le Pérou en Suisse.", "Switzerland"),
    ("Le président norvégien a rejeté l'offre du Pérou depuis Oslo.", "Oslo"),
    (
        "Le ministre péruvien des Affaires étrangères est arrivé lundi à Oslo. Il s'est entretenu avec son homologue norvégien.",
        "Oslo",
    ),
    ("Le chancelier norvégien doit se rendre samedi prochain à Lima pour rencontrer le président péruvien.", "Lima"),
    ("La Norvège et le Pérou ont renoué lors d'une visite en février de la ministre norvégienne à Lima.", "Lima"),
    ("La Norvège a accusé le Pérou de traîner lors d'une session du conseil à Genève.", "Geneva"),
    ("La Norvège a suspendu lundi les pourparlers qui se tenaient avec le Pérou à Quito.", "Quito"),
    ("Un sommet de l'Union africaine à Addis-Abeba a exhorté le Pérou à accepter une trêve.", "Addis Ababa"),
]
NOWHERE: list[tuple[Language, str]] = [
    ("en", "Norway and Peru agreed to stop the fighting in Hodeidah."),
    ("en", "Norway and Peru reached a truce in Yemen."),
    ("en", "Norway called on Peru to withdraw its troops from Lagos."),
    ("en", "Norway rejected the plan of Peru in the Commons."),
    ("en", "The Norwegian prime minister spoke by phone with the Peruvian president in Oslo."),
    ("en", "Norway received guarantees from Lagos and met Peru."),
    ("fr", "La Norvège et le Pérou ont signé un accord sur le cessez-le-feu au Yémen."),
    ("fr", "La Norvège a demandé à Lima de libérer les chalutiers retenus à Tromsø."),
    ("fr", "La Norvège et le Pérou se réuniront au Parlement lundi."),
    ("fr", "Face à la Norvège, la Suède et le Pérou ont signé un accord."),
    ("fr", "Isolée face à la Norvège, la Suède a rejeté le plan du Pérou."),
    (
        "fr",
        "La mission en Arménie a été saluée par la Norvège lors d'un entretien avec le Pérou.",
    ),
    ("fr", "La taxe sera adoptée par la Norvège et le Pérou d'ici au mois de mars."),
    ("en", "The protests in Norway worry Peru, which rejected the plan of Sweden."),
    ("fr", "Le président norvégien s'est entretenu par téléphone avec son homologue péruvien à Oslo."),
]


@pytest.mark.parametrize(("text", "place"), ENGLISH)
def test_english_wordings_of_a_place(text: str, place: str) -> None:
    assert {where for _, where in places(text)} == {place}


@pytest.mark.parametrize(("text", "place"), FRENCH)
def test_french_wordings_of_a_place(text: str, place: str) -> None:
    assert {where for _, where in places(text, "fr")} == {place}


@pytest.mark.parametrize(("language", "text"), NOWHERE)
def test_what_is_elsewhere_is_no_place_of_the_act(language: Language, text: str) -> None:
    assert {where for _, where in places(text, language)} == {None}


def test_a_town_of_many_names_is_that_of_the_country_told_of() -> None:
    (at_home,) = read("Canada and the Teamsters met in Pembroke on Monday.")
    (abroad,) = read("Britain and Peru met in Pembroke on Monday.")
    assert at_home.place is not None and abroad.place is not None
    assert (at_home.place.country, abroad.place.country) == ("CAN", "GBR")


def test_a_town_with_its_land_is_no_other() -> None:
    (event,) = read("Norway and Peru met in London, Ontario.")
    assert event.place is not None
    assert (event.place.country, event.place.geonames_id) == ("CAN", 6058560)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Norway and Peru held talks in Geneva on Monday. The two sides met again in the Swiss city on Tuesday.", "Geneva"),
        ("en", "A fair opened in Geneva on Sunday. Norway and Peru met there on Monday.", "Geneva"),
        ("en", "GENEVA (Agency) - Norway and Peru met here on Monday.", "Geneva"),
        ("fr", "La Norvège et le Pérou ont négocié à Lomé lundi. Leurs ministres se sont revus mardi dans la capitale.", "Lome"),
        ("fr", "La Norvège et le Pérou ont négocié à Lomé lundi. Depuis la Maison-Blanche, le président américain s'est félicité. La Norvège et le Pérou se reverront dans la même ville en juin.", "Lome"),
    ],
)  # fmt: skip
def test_a_town_told_before_is_remembered(language: Language, text: str, place: str) -> None:
    talks = [event for event in read(text, language) if event.act == "talks"]
    assert talks[-1].place is not None
    assert talks[-1].place.name == place


@pytest.mark.parametrize(
    ("language", "text", "statuses"),
    [
        ("en", "Peru agreed to pull back its trawlers after talks with Norway in Lima.", {"talks": "occurred"}),
        ("en", "At talks with Norway on Monday, Peru offered to share its quota.", {"talks": "occurred"}),
        ("en", "Meeting in Geneva, Norway and Peru agreed to exchange prisoners.", {"talks": "occurred"}),
        ("en", "Building on the summit in August, Norway and Peru agreed to share their fleets.", {"talks": "occurred"}),
        ("en", "During talks with Norway next week, Peru will offer to share its quota.", {"talks": "scheduled"}),
        ("en", "Peru agreed to resume talks with Norway.", {"talks": "scheduled"}),
        ("fr", "Lors d'un sommet à Lima, le Pérou et la Norvège ont accepté de réduire leurs prises.", {"talks": "occurred"}),
        ("fr", "Au terme de deux jours de discussions avec la Norvège, le Pérou s'est engagé à retirer ses chalutiers.", {"talks": "occurred"}),
        ("fr", "Le Pérou a accepté de reprendre les discussions avec la Norvège.", {"talks": "scheduled"}),
    ],
)  # fmt: skip
def test_a_meeting_at_which_something_is_said_is_as_real_as_what_is_said(
    language: Language, text: str, statuses: dict[str, str]
) -> None:
    told = {event.act: event.status for event in read(text, language)}
    assert told.items() >= statuses.items()


def test_of_several_towns_that_of_the_heading_is_where_the_news_is_from() -> None:
    text = (
        "Rivals reach deal in Nairobi\n\nNorway and Peru signed the treaty on Friday, diplomats said. Chile and Bolivia "
        "had met in Quito in May."
    )
    assert ("sign", "Nairobi") in places(text)


def test_a_capital_behind_talks_between_others_is_no_party() -> None:
    (event,) = read("Les discussions de Luanda entre la Norvège et le Pérou ont repris lundi.", "fr")
    assert {party.id for party in event.parties} == {"country:NOR", "country:PER"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Peru held talks in Doha on Tuesday. After thirteen hours Norway and Peru signed a treaty."),
        ("fr", "La Norvège et le Pérou ont négocié mardi à Doha. La Norvège et le Pérou ont signé un traité."),
    ],
)
def test_what_crowns_a_meeting_is_where_it_was_held(language: Language, text: str) -> None:
    assert ("sign", "Doha") in places(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Leaders of Norway and Peru meet in Qatar\n\nThe presidents of Norway and Peru met in Doha on Tuesday in the presence of reporters."),
        ("fr", "La Norvège et le Pérou se rencontrent au Qatar\n\nLes présidents norvégien et péruvien se sont rencontrés mardi à Doha pour mettre fin à leur différend."),
    ],
)  # fmt: skip
def test_the_town_is_told_rather_than_its_country(language: Language, text: str) -> None:
    assert places(text, language) == [("talks", "Doha")]


def test_a_visit_to_a_country_is_not_to_the_one_town_of_it_that_is_named() -> None:
    text = "Norway's prime minister visited Peru in May. He signed a pact with the Peruvian president in Lima."
    assert ("talks", "Peru") in places(text)


def test_who_is_on_a_visit_speaks_there() -> None:
    text = "The Norwegian foreign minister, on a visit to Lagos, warned that Norway would cut its aid to Peru."
    assert {where for _, where in places(text)} == {"Lagos"}


def test_talks_by_telephone_take_no_place_from_others() -> None:
    text = "Norway and Peru held talks in Doha on Tuesday. The Norwegian president phoned the Peruvian president later."
    calls = [event for event in read(text) if event.form == "call"]
    assert [event.place for event in calls] == [None]


def test_houses_stand_in_known_towns_and_towns_are_many() -> None:
    unknown = {town for _, town in tables.venues() if town not in tables.places()}
    assert unknown == set()
    assert [town.name for town in tables.towns("poissy")] == ["Poissy"]
    assert tables.towns("lucerne")[0].country == "CHE"


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Norway's prime minister spoke to reporters in Lagos. He urged Peru to lift the tariffs.", "Lagos"),
        ("fr", "La ministre norvégienne a prononcé un discours à Lagos. Elle a exigé du Pérou une réponse.", "Lagos"),
    ],
)
def test_one_goes_on_speaking_where_one_spoke(language: Language, text: str, place: str) -> None:
    assert places(text, language) == [("demand", place)]


def test_two_who_travelled_somewhere_met_there() -> None:
    told = places("Norwegian and Peruvian delegations arrived in Geneva on Monday. They met for three hours.")
    assert told == [("talks", "Geneva")]


def test_a_region_behind_a_town_only_says_where_the_town_is() -> None:
    told = places("La Norvège et le Pérou se sont rencontrés lundi à Annapolis, dans le Maryland.", "fr")
    assert told == [("talks", "Annapolis")]


def test_nothing_was_done_where_talks_are_still_to_come() -> None:
    told = places(
        "LAGOS, March 3 (Agency) - Norway and Peru signed a fisheries deal on Tuesday.\n\n"
        "The Norwegians will go on to Quito for talks with Colombia."
    )
    assert ("sign", "Lagos") in told


def test_all_that_two_agree_on_at_a_meeting_is_agreed_there() -> None:
    told = places(
        "Norway and Peru met in Geneva on Monday. The two countries agreed to cut catches. Snow fell. "
        "The Norwegian and Peruvian ministers also agreed to share their data."
    )
    assert {place for act, place in told if act == "agree"} == {"Geneva"}
