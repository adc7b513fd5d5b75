# ruff: noqa: E501 — texts under test stay on one line.
"""Who is meant by words that take up what an article has told before, and who are named together. Texts are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

BEARERS: list[tuple[Language, str, str]] = [
    ("en", "The foreign ministers of Japan and Ghana, Ken Morita and Kofi Lansah, met in Doha on Wednesday.", "talks occurred GHA JPN"),
    ("en", "Hungarian and Ghanaian Foreign Ministers Peter Varga and Kofi Lansah met in Doha on Wednesday.", "talks occurred GHA HUN"),
    ("en", "The presidents of Bolivia, Chile and Peru, Ana Rios, Juan Parra and Luis Vela, met in Arica on Tuesday.", "talks occurred BOL CHL PER"),
    ("fr", "Les chefs de la diplomatie du Japon et du Ghana, Ken Morita et Kofi Lansah, se sont entretenus mercredi à Doha.", "talks occurred GHA JPN"),
    ("fr", "Les présidents de la Hongrie et du Ghana, Peter Varga et Kofi Lansah, ont signé lundi un traité à Doha.", "sign occurred GHA HUN"),
    ("fr", "Les chefs d'État hongrois et ghanéen, Peter Varga et Kofi Lansah, se sont vus mercredi à Doha.", "talks occurred GHA HUN"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), BEARERS)
def test_who_bear_one_office_for_several_are_named_in_the_same_order(language: Language, text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text, language)}


def test_each_of_several_bearers_is_known_by_his_surname_behind() -> None:
    text = "The foreign ministers of Japan and Ghana, Ken Morita and Kofi Lansah, met in Doha. Lansah rejected Morita's demands."
    assert "reject occurred GHA > JPN" in {" ".join(one) for one in told(text)}


def test_what_two_do_to_each_other_in_turn_are_two_acts() -> None:
    text = "Norway accused Peru of cheating. Peru in turn accused Norway of massing troops at the border."
    assert [who for act, _, who in told(text) if act == "accuse"] == ["NOR > PER", "PER > NOR"]


def test_the_town_where_something_was_is_none_of_the_two_sides() -> None:
    text = "Verdi rejected an offer from Lufthansa on Thursday. It was told of this at talks in Vienna. The two sides will meet again on Monday."
    assert "talks scheduled lufthansa verdi" in {" ".join(one) for one in told(text)}


SEATED: list[tuple[Language, str, str]] = [
    ("en", "Norway accused Peru of cheating. Officials in Lima rejected the accusation.", "deny occurred PER > NOR"),
    ("en", "Norway accused Peru of cheating. In Lima, the government rejected the accusation.", "deny occurred PER > NOR"),
    ("fr", "La Norvège a accusé le Pérou de tricher. À Lima, le gouvernement a rejeté cette accusation.", "deny occurred PER > NOR"),
    ("fr", "La Norvège a accusé le Pérou de tricher. Des responsables à Lima ont rejeté cette accusation.", "deny occurred PER > NOR"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), SEATED)
def test_who_speaks_in_a_capital_speaks_for_its_state(language: Language, text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text, language)}


def test_diplomats_in_a_capital_are_of_no_state() -> None:
    text = "Norway accused Peru of cheating. Diplomats in Lima rejected the accusation."
    assert "deny" not in {act for act, _, _ in told(text)}


def test_the_government_is_the_one_that_was_named_as_one() -> None:
    text = (
        "The Kenyan government met the Polisario Front in Doha. Hungary, where the Hungarian Red Cross sits, watched. "
        "The government called on the Polisario Front to free captives."
    )
    assert "demand occurred KEN > polisario" in {" ".join(one) for one in told(text)}


GIVEN: list[tuple[Language, str, str]] = [
    ("en", "Norwegian Prime Minister Sofia Brekke urged Peru to release the crew.", "demand occurred NOR > PER"),
    ("en", "Paraguayan Foreign Minister Santiago Otero met his Peruvian counterpart on Monday.", "talks occurred PER PRY"),
    ("fr", "La ministre norvégienne Sofia Brekke a appelé le Pérou à libérer l'équipage.", "demand occurred NOR > PER"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), GIVEN)
def test_a_given_name_that_a_capital_has_is_no_party(language: Language, text: str, event: str) -> None:
    assert {" ".join(one) for one in told(text, language)} == {event}


FIRMS: list[tuple[Language, str, str]] = [
    ("en", "The Teamsters rejected an offer from Boeing. Chief executive Mark Tolland refused to raise wages.", "reject occurred boeing > teamsters"),
    ("en", "The Teamsters rejected an offer from Boeing. The chief executive promised the union a new offer.", "promise occurred boeing > teamsters"),
    ("fr", "La CFDT a rejeté l'offre de Renault. Le PDG, Marc Tollan, a rejeté les demandes du syndicat.", "reject occurred renault > cfdt"),
    ("fr", "La CFDT a rejeté l'offre de Renault. Le directeur général, Marc Tollan, a refusé de négocier.", "reject occurred renault > cfdt"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), FIRMS)
def test_the_chief_executive_is_of_the_only_company_told_of(language: Language, text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text, language)}


def test_who_faces_somebody_refuses_no_deal_of_others() -> None:
    text = "La CFDT a rejeté l'offre de Renault. Il y a deux ans, la Tunisie a signé un accord avec le Maroc. La direction juge ces revendications irréalistes."
    assert "MAR" not in " ".join(who for act, _, who in told(text, "fr") if act == "reject")


def test_two_of_long_ago_are_those_of_the_sentence_before_where_that_is_of_long_ago_too() -> None:
    news = "Norway and Peru met on Monday. Norway and Ghana signed a treaty in December. "
    assert told(news + "In June 2025 the two countries signed a pact.")[-1] == ("sign", "occurred", "GHA NOR")
    assert told(news + "The two countries agreed to build a bridge.")[-1] == ("agree", "occurred", "NOR PER")
