# ruff: noqa: E501 — sentences under test stay on one line.
"""Parties called by their family: whose Greens, Socialists, Liberals are meant where each country has its own. Texts are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told

OWN = [
    # The party of the country the article is about, in capitals and small letters, with an article and in lists.
    ("fr", "La Bulgarie vote en mai. Les socialistes ont rejeté l'offre du GERB.", "bsp > gerb"),
    ("fr", "La Finlande vote en mai. Les Verts ont rejeté l'offre des sociaux-démocrates.", "greens-fin > sdp-fin"),
    ("fr", "Au Danemark, sociaux-démocrates et libéraux se sont rencontrés lundi.", "social-democrats-dnk venstre-dnk"),
    ("fr", "La Suède vote en mai. Les chrétiens-démocrates ont rejeté l'offre de l'extrême droite.", "christian-democrats-swe > sweden-democrats"),
    ("fr", "La Grèce vote en mai. Les députés communistes ont rejeté l'offre de Syriza.", "kke > syriza"),
    ("en", "Austria votes in May. The far right rejected the offer of the Greens.", "fpo > greens-aut"),
    ("en", "Spain votes in May. The social democrats rejected nothing. The Socialists rejected the offer of Vox.", "psoe > vox"),
    ("en", "Chile votes in May. Communist lawmakers rejected the offer of the Christian Democrats.", "pc-chl > pdc-chl"),
    # Also where the article names that of a neighbour once.
    ("fr", "Les Verts allemands y étaient. La Finlande vote en mai, la Finlande attend. Les Verts ont rejeté l'offre de la Finlande.", "greens-fin > FIN"),
    # By whence they are, wherever it is told.
    ("fr", "La France vote en mai. Les socialistes espagnols ont rejeté l'offre de la France.", "psoe > FRA"),
    ("en", "France votes in May. The Dutch Greens rejected the offer of France.", "groenlinks > FRA"),
    # At the head of a sentence what a party does tells its name from the word.
    ("en", "Malta votes in May. Labour rejected the offer of Malta.", "labour-mlt > MLT"),
]  # fmt: skip
SEATED = [
    # Of a region's parliament, or the Union's, where the article is about that.
    ("fr", "Le Canada vote en mai. Les libéraux ont rejeté l'offre du Canada.", "liberal-party-can > CAN"),
]  # fmt: skip
NOBODY = [
    # An everyday word where no party of that name is told of, or where it only says of what sort something is.
    ("fr", "Au Paraguay, les libéraux-là ont rejeté l'offre."),
    ("fr", "En Belgique, des médecins libéraux ont cédé."),
    ("fr", "Au Togo, les communistes ont rejeté l'offre."),
    ("en", "In Togo, the communists rejected the offer."),
    ("en", "Togo votes in May. Conservatives rejected the offer."),
]


@pytest.mark.parametrize(("language", "text", "parties"), [*OWN, *SEATED])
def test_a_party_called_by_its_family_is_of_the_country_in_question(
    language: Language, text: str, parties: str
) -> None:
    assert parties in [who for _, _, who in told(text, language)]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_an_everyday_word_makes_no_party_that_is_not_known(language: Language, text: str) -> None:
    assert not [one for event in read(text, language) for one in event.parties if one.id.startswith("org:")]
