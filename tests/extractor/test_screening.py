"""News about something else is passed over at a glance; nothing that tells an event is."""

from datetime import UTC, datetime

import pytest

from benchmarks.calibration.labels import articles
from schemas.article import Article
from services.extractor.document import Language
from services.extractor.extract import extract
from services.extractor.page.read import read
from services.extractor.screening import screen

_NOW = datetime(2026, 3, 1, tzinfo=UTC)
_GARDEN = {
    "en": "Gardeners know the trouble: the first warm days bring out the slugs, and by the weekend the lettuces are "
    "eaten. Copper tape, beer traps and crushed shells all have their friends, yet none of them works for long. What "
    "helps is to water in the morning rather than at night, to keep the soil loose, and to let toads and hedgehogs do "
    "the rest. A plank laid between the rows draws the slugs; lift it at dawn and carry the catch away. Older plants "
    "hold out better than seedlings, so raise these on the window sill until the nights are dry. ",
    "fr": "Les jardiniers le savent : les premiers jours doux font sortir les limaces, et le samedi il ne reste rien "
    "des salades. Le cuivre, la bière et les coquilles ont leurs partisans, mais rien de tout cela ne dure. Mieux vaut "
    "arroser le matin que le soir, garder une terre meuble et laisser faire crapauds et hérissons. Une planche posée "
    "entre les rangs attire les limaces ; il suffit de la soulever à l'aube. Les vieilles feuilles tiennent mieux que "
    "les jeunes plants, que l'on garde donc sur le rebord de la fenêtre jusqu'aux nuits sèches. ",
}
_TOLD = {
    "en": "Peru and Norway held talks in Oslo on Monday. ",
    "fr": "Le Pérou et la Norvège ont tenu des pourparlers lundi à Oslo. ",
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_article_about_something_else_is_passed_over(language: Language) -> None:
    assert not screen(language).passes(_GARDEN[language])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_sentence_of_a_negotiation_is_enough(language: Language) -> None:
    told = extract(read(article(language, _GARDEN[language] + _TOLD[language])), _NOW)
    assert [event.act for event in told] == ["talks"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The pact with the growers of Peru was a settlement of all claims. "),
        ("fr", "Le pacte avec les maraîchers du Pérou vaut accord sur tout le reste. "),
    ],
)
def test_words_for_deals_and_plans_are_read_further(language: Language, text: str) -> None:
    assert screen(language).passes(_GARDEN[language] + text)
    assert not screen(language).passes(8 * _GARDEN[language] + 8 * text)  # said again they are no more


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_short_text_and_one_in_capitals_are_read(language: Language) -> None:
    garden = _GARDEN[language]
    assert screen(language).passes(garden[:200])
    assert screen(language).passes(garden.upper())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_article_of_which_readers_found_events_is_passed_over(language: Language) -> None:
    told = [one.article.text or "" for one in articles(language) if any(not event.optional for event in one.events)]
    assert len(told) > 30
    assert [text[:60] for text in told if not screen(language).passes(text)] == []


def article(language: str, text: str) -> Article:
    return Article(id="a", produced_at=_NOW, published_at=_NOW, text=text, language=language)
