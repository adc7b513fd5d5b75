# ruff: noqa: E501 — sentences under test stay on one line.
"""Who governs acts for his party where parties of his country deal with each other. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

FOR_HIS_PARTY = [
    # Whose party it is, says the sentence itself or an earlier one.
    ("en", "Talks between Norwegian Prime Minister Liv Dahl's Labour Party and the Centre Party resumed on Monday.", "talks occurred centre-party-nor labour-nor"),
    ("en", "Norwegian Prime Minister Liv Dahl's own Labour Party lost. Dahl met Centre Party leader Jon Vik on Tuesday.", "talks occurred centre-party-nor labour-nor"),
    ("en", "Norwegian Prime Minister Liv Dahl, who leads the Labour Party, rejected the Greens' demands.", "reject occurred labour-nor > mdg-nor"),
    ("en", "Norwegian Prime Minister Liv Dahl, leader of the Labour Party, rejected the Greens' demands.", "reject occurred labour-nor > mdg-nor"),
    ("en", "Norway's Greens are ready. Labour leader and Prime Minister Liv Dahl has offered the Greens two ministries.", "propose occurred labour-nor > mdg-nor"),
    ("en", "Norway's Greens are ready. Prime Minister Liv Dahl (Labour) has offered the Greens two ministries.", "propose occurred labour-nor > mdg-nor"),
    ("fr", "La Première ministre norvégienne Liv Dahl, cheffe du Parti travailliste, a rejeté les demandes des Verts.", "reject occurred labour-nor > mdg-nor"),
    ("fr", "La Première ministre norvégienne Liv Dahl, qui dirige le Parti travailliste, a rejeté les demandes des Verts.", "reject occurred labour-nor > mdg-nor"),
    ("fr", "Les conservateurs de la Première ministre norvégienne Liv Dahl hésitent. Mme Dahl a rejeté les demandes des Verts.", "reject occurred hoyre > mdg-nor"),
    # Also where only a later sentence says it.
    ("fr", "La Première ministre norvégienne Liv Dahl a rejeté les demandes des Verts. Le Parti travailliste de Mme Dahl a gagné.", "reject occurred labour-nor > mdg-nor"),
    # The tables tell it of a party that the article names.
    ("en", "Poland's Civic Platform is worried. Polish Prime Minister Donald Tusk rejected the demands of Law and Justice.", "reject occurred civic-platform > pis"),
]  # fmt: skip
FOR_THE_STATE = [
    # What is no party's, or whose party nobody tells, is the state's.
    ("en", "Norwegian Prime Minister Liv Dahl's Labour Party lost. Dahl rejected Peru's demands.", "reject occurred NOR > PER"),
    ("en", "Norwegian Prime Minister Liv Dahl rejected the Greens' demands.", "reject occurred NOR > mdg-nor"),
    ("en", "Norwegian Prime Minister Liv Dahl's Labour rivals lost. Dahl rejected the Greens' demands.", "reject occurred NOR > mdg-nor"),
    ("fr", "La Première ministre norvégienne Liv Dahl a rejeté les demandes des Verts.", "reject occurred NOR > mdg-nor"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), FOR_HIS_PARTY + FOR_THE_STATE)
def test_who_governs_stands_for_his_party_among_parties_alone(language: Language, text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, language)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway votes in May. Labour leader Jon Vik arrived. Vik rejected the Greens' demands.", "reject occurred labour-nor > mdg-nor"),
        ("Norway votes in May. Labour MP Jon Vik arrived. Vik rejected the Greens' demands.", "reject occurred labour-nor > mdg-nor"),
        ("Norway votes in May. Labour leaders rejected the Greens' demands.", "reject occurred labour-nor > mdg-nor"),
        ("Norway votes in May. The Labour leader rejected the Greens' demands.", "reject occurred labour-nor > mdg-nor"),
    ],
)  # fmt: skip
def test_a_member_named_behind_his_party_is_known_from_then_on(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]
