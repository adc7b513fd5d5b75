# ruff: noqa: E501 — sentences under test stay on one line.
"""Whom an article means that does not name him: its own state, the Union's Commission, the seat of a body. Texts are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

HOME = [
    # Where it was written, or the towns it tells of, say whose minister it is; a foreign firm does not.
    ("en", "SUVA - The labour minister rejected the demand of a Peruvian firm.", "reject occurred FJI > PER"),
    ("en", "MANILA (Wire) - The transport secretary rejected the offer of Norway.", "reject occurred PHL > NOR"),
    ("fr", "Le ministère a rejeté l'offre de l'ONU. La réunion avait eu lieu à Bordeaux.", "reject occurred FRA > un"),
    ("fr", "Le préfet a rejeté la demande de la CGT.", "reject occurred FRA > cgt"),
    ("fr", "À Guingamp, le préfet a rejeté la demande de l'ONU.", "reject occurred FRA > un"),
    ("fr", "Le préfet de la Marne a rejeté la demande de la CGT.", "reject occurred FRA > cgt"),
    ("en", "Lima lies far away. Peru, whose minister Luis Vega rejected the offer of Norway, is a state.", "reject occurred PER > NOR"),
    ("fr", "Le délégué FO a rejeté l'offre de la Norvège.", "reject occurred fo > NOR"),
]  # fmt: skip
UNION = [
    ("en", "Spain met the Commission on Monday.", "talks occurred ESP eu"),
    ("fr", "La Commission a rejeté l'offre de l'Espagne.", "reject occurred eu > ESP"),
    ("en", "Norway rejected the offer of Brussels.", "reject occurred NOR > eu"),
    ("fr", "Bruxelles a rejeté l'offre de la Norvège.", "reject occurred eu > NOR"),
    ("fr", "Le commissaire au Marché intérieur a rejeté l'offre de la Norvège.", "reject occurred eu > NOR"),
    # Where Belgium is told of, Brussels is its government; another commission is another body.
    ("fr", "Bruxelles a rejeté l'offre de la Norvège. La Belgique attend.", "reject occurred BEL > NOR"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), HOME + UNION)
def test_whom_an_article_means(language: Language, text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, language)]


def test_a_town_alone_makes_no_president_one_of_a_state() -> None:
    minister, president = (
        f"The {office} rejected the demand of NATO in Leeds." for office in ("minister", "president")
    )
    assert [" ".join(one) for one in told(minister)] == ["reject occurred GBR > nato"]
    assert not any("GBR" in " ".join(one) for one in told(president))


def test_the_commission_of_another_land_is_not_the_unions() -> None:
    assert not any("eu" in " ".join(one).split() for one in told("Peru met the Commission on Monday.", "en"))
