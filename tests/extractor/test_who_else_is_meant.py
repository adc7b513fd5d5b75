# ruff: noqa: E501 — sentences under test stay on one line.
"""Parties beside the first one named: who is added to a list, people who are addressed, who "we" and "they" take in.
All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

ADDED = [
    ("fr", "Le Tchad ainsi que le Niger ont rejeté lundi l'offre de la Norvège.", "reject occurred NER TCD > NOR"),
    ("fr", "Le Tchad, mais aussi le Niger, ont rejeté lundi l'offre de la Norvège.", "reject occurred NER TCD > NOR"),
    ("fr", "Le Tchad, tout comme le Niger, exige de la Norvège qu'elle rouvre le port.", "demand occurred NER TCD > NOR"),
    ("fr", "Le Tchad, à l'instar du Niger, a condamné mercredi la Norvège.", "accuse occurred NER TCD > NOR"),
    ("fr", "Le Tchad a demandé à la Norvège, mais aussi au Pérou, d'alléger sa dette.", "demand occurred TCD > NOR PER"),
    ("fr", "Le Tchad a signé lundi un accord avec la Norvège ainsi qu'avec le Pérou.", "sign occurred NOR PER TCD"),
    ("en", "Chad, as well as Niger, rejected Norway's offer on Monday.", "reject occurred NER TCD > NOR"),
    ("en", "Chad as well as Niger demands that Norway reopen the port.", "demand occurred NER TCD > NOR"),
    ("en", "Chad, along with Niger and Togo, urged Norway to reopen the port.", "demand occurred NER TCD TGO > NOR"),
    ("en", "Chad, like Niger, condemned Norway on Wednesday.", "accuse occurred NER TCD > NOR"),
    ("en", "Chad asked Norway, and also Peru, to ease its debt.", "demand occurred TCD > NOR PER"),
    # A list that somebody unknown ends is one.
    ("fr", "« C'est inacceptable », dénoncent la CGT, FO et Tramur.", "accuse occurred CGT FO"),
    ("fr", "La CGT, FO et Tramur accusent la SNCF de mentir.", "accuse occurred CGT FO > SNCF"),
    ("en", "Kenya, Uganda and their neighbours demanded a ceasefire from Sudan.", "demand occurred KEN UGA > SDN"),
]  # fmt: skip
ADDRESSED = [
    ("fr", "Le Pérou a appelé les agriculteurs à lever leurs barrages.", "demand occurred PER > FARMERS"),
    ("fr", "Le Pérou a exhorté les réfugiés péruviens à rentrer.", "demand occurred PER > PERUVIAN-REFUGEES"),
    ("fr", "Le Pérou somme les pêcheurs chiliens de quitter ses eaux.", "demand occurred PER > CHILEAN-FISHERMEN"),
    ("fr", "Le Pérou exhorte la communauté internationale à agir.", "demand occurred PER > INTERNATIONAL-COMMUNITY"),
    ("en", "Peru called on farmers to lift their roadblocks.", "demand occurred PER > FARMERS"),
    ("en", "Peru appealed to Peruvian refugees to return home.", "demand occurred PER > PERUVIAN-REFUGEES"),
    ("en", "Peru encouraged Chilean firms to invest more.", "demand occurred PER > CHILEAN-COMPANIES"),
    ("en", "Peru called upon rich nations to pay more.", "demand occurred PER > RICH-COUNTRIES"),
    ("en", "Peru's president met business leaders on Monday.", "talks occurred PER BUSINESS-LEADERS"),
]  # fmt: skip
TOGETHER = [
    ("fr", "Le Norvégien Arne Dahl et la Péruvienne Ana Quispe se sont mis d'accord lundi sur une trêve.", "agree occurred NOR PER"),
    ("en", "President Ana Quispe of Peru met President Luis Rojas of Chile on Monday. Quispe said they had agreed to open the border.", "agree occurred CHL PER"),
    ("en", "Prime Minister Ana Quispe of Peru and the Chilean leader agreed to open the border.", "agree occurred CHL PER"),
    ("en", "The Peruvian, Chilean and Norwegian ministers agreed on Monday to cut tariffs.", "agree occurred CHL NOR PER"),
    ("en", "The Peruvian government and the miners' union agreed on a pay rise.", "agree occurred MINERS PER"),
    # As many as the talks are said to be between.
    ("en", "Peru and Chile are allies of Norway and their leaders held three-way talks in March.", "talks occurred CHL NOR PER"),
    ("en", "Peru and Chile are allies of Norway and their leaders met in March for three-way talks.", "talks occurred CHL NOR PER"),
    # Who asks a body to meet, sits in it.
    ("fr", "La Norvège a demandé une réunion d'urgence de la Ligue arabe.", "talks proposed ARAB-LEAGUE NOR"),
    ("en", "Norway requested an emergency meeting of the Arab League.", "talks proposed ARAB-LEAGUE NOR"),
]  # fmt: skip
GOVERNORS = [
    ("The Swedish ambassador met the governor of Arequipa on Monday.", "talks occurred PER SWE"),
    ("L'ambassadrice de Suède a rencontré lundi le gouverneur d'Arequipa.", "talks occurred PER SWE"),
]


def events(text: str, language: Language) -> set[tuple[str, frozenset[str]]]:
    """Acts with status, and who stands on which side of them, in no order."""
    return {(f"{act} {status}", frozenset(parties.upper().split())) for act, status, parties in told(text, language)}


def expected(event: str) -> tuple[str, frozenset[str]]:
    act, status, *parties = event.split()
    return f"{act} {status}", frozenset(parties)


@pytest.mark.parametrize(("language", "text", "event"), ADDED)
def test_who_is_added_to_one_does_it_too(language: Language, text: str, event: str) -> None:
    assert expected(event) in events(text, language)


@pytest.mark.parametrize(("language", "text", "event"), ADDRESSED)
def test_people_without_a_name_who_are_addressed(language: Language, text: str, event: str) -> None:
    assert expected(event) in events(text, language)


@pytest.mark.parametrize(("language", "text", "event"), TOGETHER)
def test_all_who_are_meant(language: Language, text: str, event: str) -> None:
    assert expected(event) in events(text, language)


@pytest.mark.parametrize(("text", "event"), GOVERNORS)
def test_a_governor_whom_the_government_sends_acts_for_the_country(text: str, event: str) -> None:
    assert expected(event) in events(text, "fr" if text.startswith("L'") else "en")


def test_that_of_a_federation_does_not() -> None:
    assert not any("MEX" in parties for _, parties in events("The envoy of Peru met the governor of Veracruz.", "en"))


def test_a_union_that_says_we_answers_alone() -> None:
    text = "The miners' union met Peru's labour minister on Monday. \"We agreed to the offer,\" the union said."
    assert not any(
        act == "agree occurred" and ">" not in parties and len(parties) > 1 for act, parties in events(text, "en")
    )
