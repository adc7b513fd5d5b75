"""Time expressions in the notation of TIMEX3."""

from datetime import date

import pytest

from services.extractor.dates.timex import timexes

WEDNESDAY = date(2023, 6, 14)


def noted(sentence: str, language: str) -> list[str]:
    """ "text type value" of each expression."""
    return [f"{one.text} {one.type} {one.value}" for one in timexes(sentence, WEDNESDAY, language)]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        # Signals and prepositions are no part of what is marked.
        ("fr", "Les ports ferment depuis vingt ans.", ["vingt ans DURATION P20Y"]),
        ("fr", "Le pont a été bâti il y a quelques mois.", ["quelques mois DURATION PXM"]),
        ("fr", "La loi a été votée à l'automne 2021.", ["l'automne 2021 DATE 2021-FA"]),
        ("fr", "Le pont a cédé au lendemain de la fête.", ["lendemain DATE 2023-06-14"]),
        # Each day of a list or a span is marked by itself.
        ("fr", "La foire dura du 5 au 9 mai.", ["5 DATE 2023-05-05", "9 mai DATE 2023-05-09"]),
        ("fr", "Le marché ouvrit les 5 et 6 mai.", ["5 DATE 2023-05-05", "6 mai DATE 2023-05-06"]),
        ("en", "The fair was held on May 5 and 6.", ["May 5 DATE 2023-05-05", "6 DATE 2023-05-06"]),
        # How old somebody is, is no time that passes.
        ("fr", "Un marin de 38 ans a été repêché.", []),
        ("fr", "Une institutrice italienne de 41 ans a gagné.", []),
        ("fr", "Elle est morte à l'âge de 104 ans.", []),
        ("fr", "Les moins de 17 ans jouent dehors.", []),
        ("fr", "Un camp pour les enfants de 6 à 12 ans.", []),
        ("fr", "Ils ont un contrat de dix ans.", ["dix ans DURATION P10Y"]),
        ("fr", "Il a pris une peine de trois ans.", ["trois ans DURATION P3Y"]),
        ("fr", "Le lac a baissé en dix ans.", ["dix ans DURATION P10Y"]),
        ("en", "A 38-year-old sailor was saved.", []),
        ("en", "They have a 10-year lease.", ["10-year DURATION P10Y"]),
        # Centuries, years of two figures, years that belong to a noun.
        ("fr", "Le canal date du XIXe siècle.", ["XIXe siècle DATE 18XX"]),
        ("en", "The canal is of the 19th century.", ["the 19th century DATE 18XX"]),
        ("fr", "Trois crues en 97, aucune en 98.", ["97 DATE 1997", "98 DATE 1998"]),
        ("fr", "Ils vivent à deux en 80 mètres carrés.", []),
        ("fr", "Le budget 2019 est voté.", ["2019 DATE 2019"]),
        ("fr", "Le hangar abrite 2019 vélos.", []),
        # A month behind a year is of that year.
        ("fr", "En 2015, ils ont voté en mars.", ["2015 DATE 2015", "mars DATE 2015-03"]),
        ("en", "In 2015 they voted on March 3.", ["2015 DATE 2015", "March 3 DATE 2015-03-03"]),
        ("fr", "Ils ont voté en 2015. Rien en mars.", ["2015 DATE 2015", "mars DATE 2023-03"]),
        ("fr", "Ils abordent la nouvelle année sans crainte.", ["la nouvelle année DATE 2023"]),
        (
            "fr",
            "Le précédent maire et les prochaines élections.",
            ["précédent TIME PAST_REF", "prochaines TIME FUTURE_REF"],
        ),
    ],
)
def test_expressions_are_noted_as_the_standard_has_it(language: str, sentence: str, expected: list[str]) -> None:
    assert noted(sentence, language) == expected


def test_positions_are_those_of_the_text() -> None:
    text = "Émus, ils ont siégé du 5 au 9 mai, depuis vingt ans, au lendemain de la fête."
    for one in timexes(text, WEDNESDAY, "fr"):
        assert text[one.start : one.end] == one.text
