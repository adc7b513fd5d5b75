# ruff: noqa: E501 — sentences under test stay on one line.
"""Where somebody says what he says, and what only seems to be that place. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read

_BEFORE = {
    "en": "The two countries have been at odds over fish for years.\n\nAnalysts expect little change this spring.\n\n",
    "fr": "Les deux pays se disputent le poisson depuis des années.\n\nLes observateurs attendent peu de changement ce printemps.\n\n",
}


def said(text: str, language: Language, act: str) -> set[str | None]:
    """The English names of the places of the events of an act, in an article that told of nothing before."""
    told = read(_BEFORE[language] + text, language)
    return {event.place.name if event.place else None for event in told if event.act == act}


@pytest.mark.parametrize(
    ("language", "text", "act", "place"),
    [
        ("en", "In Oslo on Monday, Foreign Minister Liv Dahl demanded that Peru release the trawlers.", "demand", "Oslo"),
        ("en", "At a news conference in Oslo, Foreign Minister Liv Dahl demanded that Peru release the trawlers.", "demand", "Oslo"),
        ("en", "Speaking in Nairobi on Tuesday, Ugandan Foreign Minister Ruth Okello demanded that Rwanda withdraw its troops.", "demand", "Nairobi"),
        ("en", "It was not the first quarrel -- at last month's conference in Lima, Bolivian President Luis Rojas rejected the Chilean proposal.", "reject", "Lima"),
        ("fr", "Lundi à Oslo, la ministre des Affaires étrangères, Liv Dahl, a exigé que le Pérou libère les chalutiers.", "demand", "Oslo"),
        ("fr", "S'exprimant mardi à Nairobi, le ministre ougandais Paul Okello a exigé que le Rwanda retire ses troupes.", "demand", "Nairobi"),
        ("fr", "L'affaire est close : réuni mardi à Caen, le bureau national de la CFDT a rejeté la proposition du gouvernement.", "reject", "Caen"),
    ],
)  # fmt: skip
def test_a_place_told_first_is_where_it_is_said(language: Language, text: str, act: str, place: str) -> None:
    assert said(text, language, act) == {place}


def test_what_is_told_before_it_is_quoted_is_said_where_the_quotation_is() -> None:
    text = 'Kenya\'s president rejected the Somali offer.\n\n"It comes too late," he told reporters in Mombasa.'
    assert said(text, "en", "reject") == {"Mombasa"}


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "Parliament, in a resolution on the fishermen held in Lima, accused Peru of breaking international law.", "accuse"),
        ("en", "Finnish Prime Minister Aino Virtanen, who will hold talks with her Estonian counterpart in Tallinn next week, demanded that Russia withdraw its troops.", "demand"),
        ("en", "Police fired tear gas in the Chadian capital, N'Djamena, and the opposition accused France of backing the junta.", "accuse"),
        ("fr", "Le Parlement norvégien, dans une résolution sur les pêcheurs détenus à Lima, accuse le Pérou de violer le droit international.", "accuse"),
        ("fr", "Le premier ministre finlandais, dont le ministre de la Défense se trouvait lundi à Tallinn, a exigé que la Russie retire ses troupes.", "demand"),
        ("fr", "Le président kényan, qui rencontrera vendredi les syndicats à Mombasa, a promis à la Tanzanie de lever les droits de douane sur le sucre.", "promise"),
        ("fr", "Les cheminots, qui ont manifesté mardi à Lyon, réclament au gouvernement une hausse des salaires.", "demand"),
    ],
)  # fmt: skip
def test_a_place_of_somebody_beside_is_not_where_it_is_said(language: Language, text: str, act: str) -> None:
    assert said(text, language, act) == {None}


def test_a_law_that_is_steered_from_a_house_is_not_rejected_there() -> None:
    text = "Le syndicat CGT a rejeté la réforme pilotée depuis Matignon par le gouvernement."
    assert said(text, "fr", "reject") == {None}


def test_a_country_is_too_wide_to_say_anything_in() -> None:
    text = "Depuis l'Argentine, le président chilien a exigé que le Pérou libère les chalutiers."
    assert said(text, "fr", "demand") == {None}


def test_what_is_told_beside_a_place_is_not_yet_said_there() -> None:
    text = "The rebels refused to talk while bombs fall, their leader said, accusing the Kenyan air force of strikes in Garissa."
    assert said(text, "en", "accuse") == {None}


def test_a_name_that_no_table_knows_is_no_place_to_speak_in() -> None:
    text = "La ministre péruvienne a dit que l'Union européenne avait promis la réintégration des chercheurs dans Horizon Andes."
    assert said(text, "fr", "promise") == {None}


@pytest.mark.parametrize(
    ("language", "text", "act", "place"),
    [
        ("en", "Japan's prime minister demanded that North Korea free its prisoners at this week's Manila summit.", "demand", "Manila"),
        ("en", "At the Glasgow climate conference, India promised to close its oldest mines.", "promise", "Glasgow"),
        ("en", "Foreign Minister Jorge Salas told the Lima summit that Peru demanded the return of the trawlers.", "demand", "Lima"),
        ("en", "Chile and Bolivia agreed at the Lima summit to reopen the railway.", "agree", "Lima"),
        ("fr", "Lors du sommet de Manille, le Japon a exigé que la Corée du Nord libère ses prisonniers.", "demand", "Manila"),
        ("fr", "Au sommet du G20 de Bali, le président turc a apporté son soutien à la proposition indienne.", "support", "Bali"),
        ("fr", "Dans l'accord de Copenhague, la Norvège s'est engagée à donner 30 milliards aux pays pauvres.", "promise", "Copenhagen"),
        ("fr", "La Géorgie a accusé la Russie de violer la trêve pendant les pourparlers de Genève.", "accuse", "Geneva"),
    ],
)  # fmt: skip
def test_at_a_gathering_that_is_called_by_its_town_it_is_said_there(
    language: Language, text: str, act: str, place: str
) -> None:
    assert said(text, language, act) == {place}


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "Chile rejected the Lima agreement on fishing.", "reject"),
        ("en", "Greens want Canada to stay in the Paris agreement.", "demand"),
        ("fr", "Les États-Unis s'opposent à l'accord de Paris sur le climat.", "reject"),
    ],
)
def test_what_is_called_by_a_town_is_not_where_it_is_rejected(language: Language, text: str, act: str) -> None:
    assert said(text, language, act) == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Oslo, the Peruvian foreign minister said she would meet her Ghanaian counterpart next week."),
        ("en", "Speaking in Oslo on Monday, the Peruvian foreign minister called for talks with Ghana."),
        ("en", "At the Oslo summit, Chile's president proposed talks with Bolivia on the railway."),
        ("fr", "À Oslo, le président chilien a proposé des pourparlers à la Bolivie."),
    ],
)
def test_talks_that_are_only_told_of_somewhere_are_not_held_there(language: Language, text: str) -> None:
    met = [event for event in read(_BEFORE[language] + text, language) if event.act == "talks"]
    assert [event.place for event in met if event.status in ("proposed", "scheduled")] == [None]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway's foreign minister Liv Dahl told reporters here her government rejected the Peruvian proposal.", "reject"),
        ("Norway's foreign minister Liv Dahl told a news conference here the government rejected the Peruvian proposal.", "reject"),
    ],
)  # fmt: skip
def test_here_is_where_reporters_hear_it(text: str, act: str) -> None:
    told = read(f"LIMA, March 14 - Trade has suffered.\n\n{text}\n\nExports have grown.", "en")
    assert {event.place.name if event.place else None for event in told if event.act == act} == {"Lima"}
