# ruff: noqa: E501 — sentences under test stay on one line.
"""Who acts in disputes of firms, their unions and towns that no table knows. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_pairs_and_onlookers import events, wanted

BEHIND_THEIR_KIND = [
    ("Les syndicats du constructeur Ardena ont rejeté lundi une offre du Portugal.", "reject occurred ARDENA-UNIONS > PRT"),
    ("Les salariés du géant minier Ardena ont rencontré lundi le Premier ministre portugais.", "talks occurred ARDENA-EMPLOYEES PRT"),
    ("Le PDG du constructeur automobile Ardena a rencontré lundi le Premier ministre portugais.", "talks occurred ARDENA PRT"),
    ("Un porte-parole du brasseur Ardena a rejeté lundi une offre du Portugal.", "reject occurred ARDENA > PRT"),
    ("Les négociateurs de la société Ardena ont rejeté une offre du Portugal.", "reject occurred ARDENA > PRT"),
    ("Les négociateurs du groupe Ardena ont rejeté une offre du Portugal.", "reject occurred ARDENA > PRT"),
    ("La CGT a signé lundi un accord avec le cimentier suisse Ardena.", "sign occurred ARDENA CGT"),
]  # fmt: skip
OF_A_FIRM = [
    ("fr", "Les syndicats d'Ardena ont rejeté lundi l'offre de la direction. Les deux parties se sont rencontrées mardi.", "talks occurred ARDENA ARDENA-UNIONS"),
    ("fr", "Unilever a lancé une OPA sur Ardena. Ardena a rejeté lundi l'offre d'Unilever.", "reject occurred ARDENA > UNILEVER"),
    ("fr", "Les syndicats sont parvenus lundi à un accord avec Ardena sur les salaires.", "agree occurred ARDENA UNIONS"),
    ("fr", "La CGT a ouvert lundi des négociations avec Ardena.", "talks occurred ARDENA CGT"),
    ("en", "Unions at Ardena rejected the management's offer on Monday. The two sides met on Tuesday.", "talks occurred ARDENA UNIONS"),
    ("en", "The government of Portugal held talks with the management of Ardena on Monday.", "talks occurred ARDENA PRT"),
]  # fmt: skip
OF_A_TOWN = [
    ("fr", "La mairie de Villeneuve et la société Ardena s'opposent sur l'usine. Le maire a accusé lundi Ardena de polluer la rivière.", "accuse occurred VILLENEUVE > ARDENA"),
    ("fr", "Le maire de Villeneuve a rencontré lundi les salariés d'Ardena. Le maire leur a promis une aide.", "promise occurred VILLENEUVE > ARDENA-EMPLOYEES"),
    ("en", "The town of Pershore rejected an offer from Portugal on Monday.", "reject occurred PERSHORE > PRT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), BEHIND_THEIR_KIND)
def test_people_of_a_body_are_told_of_with_what_it_is_before_its_name(text: str, event: str) -> None:
    assert wanted(event) in events(text, "fr")


@pytest.mark.parametrize(("language", "text", "event"), OF_A_FIRM)
def test_a_firm_is_known_by_who_deals_with_it(language: Language, text: str, event: str) -> None:
    assert wanted(event) in events(text, language)


@pytest.mark.parametrize(("language", "text", "event"), OF_A_TOWN)
def test_a_mayor_without_a_town_speaks_for_the_one_told_of(language: Language, text: str, event: str) -> None:
    assert wanted(event) in events(text, language)
