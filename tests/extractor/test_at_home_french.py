# ruff: noqa: E501 — sentences under test stay on one line.
"""French words of home politics and of the street that tell no negotiation, each beside one that does. All invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

LAWS: list[tuple[Language, str]] = [
    ("fr", "Le Sénat chilien a adopté mardi la proposition de loi sur les loyers."),
    ("fr", "Le Parlement islandais a approuvé en deuxième lecture le budget de l'État."),
    ("fr", "La loi adoptée mardi par le Parlement kényan inquiète la Tanzanie."),
    ("fr", "Le gouvernement péruvien a adopté mardi un projet de loi sur la pêche."),
    ("fr", "Le Parlement chilien a adopté mardi une résolution sur le Pérou."),
    ("en", "Chile's Congress approved a bill on fisheries on Monday."),
    ("en", "The amendment was approved by the Kenyan parliament on Friday."),
]
DEALS: list[tuple[Language, str, str]] = [
    ("fr", "Le Parlement chilien a approuvé l'accord de pêche avec le Pérou.", "agree occurred CHL PER"),
    ("fr", "Le Kenya a accepté le budget proposé par la Tanzanie.", "propose occurred TZA > KEN"),
    ("fr", "Les Vingt-Sept ont adopté mardi le budget de l'Union européenne.", "agree occurred EU"),
    ("en", "The Chilean parliament approved the accord with Peru.", "agree occurred CHL PER"),
]
CROWDS = [
    "Les gilets jaunes se sont retrouvés samedi sur les ronds-points.",
    "Des centaines d'agriculteurs se sont réunis mardi devant le Parlement kényan.",
    "Les chauffeurs se retrouveront mercredi à Arequipa.",
]
OPPOSITION = [
    "Le président kényan a rencontré deux figures du parti d'opposition Tujenge.",
    "Les partis de l'opposition togolaise se sont réunis vendredi.",
]
AGAINST = [
    ("L'opposition de la Norvège au projet islandais a bloqué le sommet.", "reject occurred NOR > ISL"),
    ("Le Pérou a exprimé son opposition au plan chilien.", "reject occurred PER > CHL"),
]
THINGS = [
    "Le gouvernement péruvien a pris la mesure après avoir reçu des garanties sur la légalité du projet.",
    "Il ne suffit pas que la Norvège reçoive des navires chargés de gaz.",
    "Le Kenya a agi après avoir reçu une demande d'aide de la part des dirigeants maliens.",
    "Le président chilien a reçu le soutien public de l'ancien président péruvien.",
]
SET_OUT = [
    "Le ministre péruvien a décliné mardi un train de mesures pour apaiser le Chili.",
    "La présidente chilienne a décliné ses priorités devant les syndicats.",
    "Le ministre péruvien a décliné dans un discours son ambition pour le Chili.",
]
DECLINED = [
    ("Le président kényan a décliné l'invitation de la Tanzanie.", "reject occurred KEN > TZA"),
    ("Sollicité par le Pérou, le Chili a décliné pour le moment.", "reject occurred CHL > PER"),
]
AVOIDED = [
    ("La CSC a refusé de participer à la réunion convoquée par la ministre belge.", "reject occurred CSC > BEL"),
    ("Le Kenya boycotte la conférence convoquée par la Tanzanie.", "suspend occurred KEN > TZA"),
    ("Le Chili a exclu de participer à la réunion organisée vendredi par le Pérou.", "reject occurred CHL > PER"),
    ("La CSC a par ailleurs d'ores et déjà refusé de participer à la réunion organisée mardi par la ministre belge.", "reject occurred CSC > BEL"),
]  # fmt: skip
OWN_PEOPLE = [
    "Le président kényan a demandé aux Kényans de rester chez eux.",
    "La ministre tunisienne a invité les Tunisiens à économiser l'eau.",
]
PEOPLE = [
    ("Le ministre péruvien a reçu mardi des pêcheurs.", "talks occurred PER fishermen"),
    ("Le Premier ministre kényan recevra jeudi des syndicats.", "talks scheduled KEN unions"),
    ("Le président péruvien a reçu des diplomates boliviens à Cuzco.", "talks occurred BOL PER"),
]


def _events(text: str, language: Language = "fr") -> set[str]:
    return {" ".join(one).upper() for one in told(text, language)}


@pytest.mark.parametrize(("language", "text"), LAWS)
def test_a_country_that_gives_itself_a_law_accepts_nothing(language: Language, text: str) -> None:
    assert not any(one.startswith("AGREE") for one in _events(text, language))


@pytest.mark.parametrize(("language", "text", "event"), DEALS)
def test_what_a_parliament_or_several_states_accept_is_told(language: Language, text: str, event: str) -> None:
    assert event.upper() in _events(text, language)


@pytest.mark.parametrize("text", CROWDS)
def test_a_crowd_that_comes_together_talks_with_nobody(text: str) -> None:
    assert not any(one.startswith("TALKS") for one in _events(text))


def test_a_crowd_that_meets_a_minister_talks() -> None:
    assert "TALKS OCCURRED PER FISHERMEN" in _events("Les pêcheurs se sont réunis lundi avec le ministre péruvien.")


@pytest.mark.parametrize("text", OPPOSITION)
def test_the_opposition_of_a_country_is_no_refusal(text: str) -> None:
    assert not any(one.startswith("REJECT") for one in _events(text))


@pytest.mark.parametrize(("text", "event"), AGAINST)
def test_opposition_to_a_plan_is_a_refusal(text: str, event: str) -> None:
    assert event.upper() in _events(text)


@pytest.mark.parametrize("text", THINGS)
def test_who_receives_a_thing_meets_nobody(text: str) -> None:
    assert not any(one.startswith("TALKS") for one in _events(text))


@pytest.mark.parametrize(("text", "event"), PEOPLE)
def test_who_receives_people_meets_them(text: str, event: str) -> None:
    assert event.upper() in _events(text)


@pytest.mark.parametrize("text", SET_OUT)
def test_who_sets_out_a_plan_refuses_nothing(text: str) -> None:
    assert not any(one.startswith("REJECT") for one in _events(text))


@pytest.mark.parametrize(("text", "event"), DECLINED)
def test_who_declines_what_another_wants_refuses_it(text: str, event: str) -> None:
    assert event.upper() in _events(text)


@pytest.mark.parametrize(("text", "event"), AVOIDED)
def test_who_will_not_go_to_a_meeting_refuses_it_to_who_called_it(text: str, event: str) -> None:
    assert _events(text) == {event.upper()}


@pytest.mark.parametrize("text", OWN_PEOPLE)
def test_who_calls_on_the_own_people_asks_no_other_side(text: str) -> None:
    assert not _events(text)


def test_who_calls_on_the_people_of_another_country_asks_it() -> None:
    text = "Le président péruvien a demandé aux Chiliens d'ouvrir la frontière."
    assert "DEMAND OCCURRED PER > CHL" in _events(text)


@pytest.mark.parametrize(("name", "parties"), [("FO", "CFDT CGT FO FSU"), ("CFTC", "CFDT CFTC CGT FSU")])
def test_letters_that_are_a_word_too_stand_in_a_list(name: str, parties: str) -> None:
    assert f"SIGN OCCURRED {parties}" in _events(f"Le texte a été signé lundi par la CFDT, {name}, la FSU et la CGT.")


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "L'UE se fâche. L'UE attend. Le ministre péruvien se rend à Bruxelles. La Belgique est loin.",
            "PER EU",
        ),
        ("La Belgique se fâche. La Belgique attend l'UE. Le ministre péruvien se rend à Bruxelles.", "BEL PER"),
    ],
)
def test_brussels_is_whom_the_article_names_more(text: str, met: str) -> None:
    assert any(one.startswith("TALKS") and one.endswith(met) for one in _events(text))
