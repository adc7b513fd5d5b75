"""Where dates stand in a text, and what only looks like one."""

from datetime import date

import pytest

from services.extractor.dates import expressions, find, resolve


def texts(sentence: str, language: str) -> list[str]:
    return [found.text for found in find(sentence, language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il a été reçu avec les honneurs.",
        "Elle avait été élue sans rival.",
        "La sonde est en route pour Mars.",
        "Ils ont cité l'article 5 du traité.",
        "La résolution 1701 reste lettre morte.",
        "La résolution 1973 reste lettre morte.",
        "Le plan en 28 points a été rejeté.",
        "Les accords de Minsk 2 sont morts.",
        "Quelque 2000 soldats sont partis.",
        "Un convoi de 2000 soldats est parti.",
        "Les pertes de 1950 hommes ont été niées.",
        "Ils ont parlé pendant trois heures.",
        "La trêve de quatre jours a tenu.",
        "Le chef, âgé de 52 ans, a refusé.",
        "Ils se voient tous les mardis.",
        "Ils se voient chaque semaine.",
        "La séance s'ouvre à 15 h 30.",
        "Le score était de 12 à 13.",
        "Les prix ont monté de 3,5 % et de 21.01 points.",
        "Vingt-quatre députés ont voté contre.",
        "Les musiques des années 90 reviennent.",
        "Des musiques des années 1990 sont revenues.",
        "Le second tour fut serré.",
        "La marche du temps est lente.",
        "L'accord du Vendredi saint tient encore.",
        "Le vendredi noir des banques fut oublié.",
        "Il parlait au nom de la majorité.",
        "Ils ont désormais le choix.",
        "Le lendemain de la rupture, ils ont ri.",
        "Ils ont ri au lendemain du scrutin.",
        "Ils ont ri la veille du scrutin.",
        "Ils ont ri deux jours après le scrutin.",
        "Ils ont ri deux jours avant l'échéance.",
        "Il en a fait une en deux ans.",
        "Il se rendra dans une dizaine de villes.",
        "Il se rendra dans une quinzaine de villes.",
        "Un décret de 2019 lignes a paru.",
        "Pierre-Noël Marchand a parlé au Chili.",
    ],
)
def test_no_date_in_french(sentence: str) -> None:
    assert texts(sentence, "fr") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They may attend, and the 12 may attend.",
        "May they attend? They may.",
        "Theresa May refused to attend.",
        "Thousands march for peace.",
        "March for peace!",
        "He sat down in the sun.",
        "They wed in secret.",
        "A second round failed.",
        "They cited Article 5 of the treaty.",
        "Resolution 1701 was ignored.",
        "Resolution 1973 was ignored.",
        "The 28-point plan was rejected.",
        "The Minsk 2 accords are dead.",
        "Some 2000 troops left.",
        "A force of 2000 troops left.",
        "They talked for three hours.",
        "The four-day truce held.",
        "The chief, 52 years old, refused.",
        "They meet every Tuesday.",
        "They meet on Tuesdays.",
        "They meet each week.",
        "The session opens at 3:30 p.m. sharp.",
        "It ended 12-13 after extra time.",
        "Prices rose 3.5% and 21.01 points.",
        "Songs of the 90s are back.",
        "Songs of the 1990s are back.",
        "The Good Friday Agreement still holds.",
        "Sales on Black Friday fell.",
        "The envoy is 2,015 days in office.",
        "Now they have a choice.",
        "The day after the vote they laughed.",
        "Two days after the vote they laughed.",
        "Two days before voting they laughed.",
        "This was their first meeting in five years.",
        "This was the deadliest attack in ten years.",
        "It spoils the fall of the house.",
        "They spring to their feet and fall.",
        "The August body refused.".replace("August", "august"),
    ],
)
def test_no_date_in_english(sentence: str) -> None:
    assert texts(sentence, "en") == []


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "L'accord du 20 janvier 2015 tient.", ["20 janvier 2015"]),
        ("en", "The 20 January 2015 agreement holds.", ["20 January 2015"]),
        ("fr", "Vus lundi, ils ont signé le 3 juin 2020 à Oslo.", ["lundi", "le 3 juin 2020"]),
        ("fr", "Ils siégeront du 3 au 5 mai, puis fin juin.", ["du 3 au 5 mai", "fin juin"]),
        ("fr", "Ils se verront d'ici à la fin du mois.", ["d'ici à la fin du mois"]),
        ("fr", "Rien n'a bougé depuis le 3 mai dernier.", ["depuis le 3 mai dernier"]),
        ("fr", "C'était dans la nuit de lundi à mardi.", ["dans la nuit de lundi à mardi"]),
        ("fr", "En mars 2020 puis en juin.", ["mars 2020", "juin"]),
        ("fr", "Vu le 3 mars. 12 morts.", ["le 3 mars"]),
        ("en", "Seen Monday, they signed on June 3, 2020, in Oslo.", ["Monday", "June 3, 2020"]),
        ("en", "They sit from 3 to 5 May and in late June.", ["from 3 to 5 May", "late June"]),
        ("en", "A deal by the end of March is likely.", ["by the end of March"]),
        ("en", "Nothing has moved since last Tuesday.", ["since last Tuesday"]),
        ("en", "Monday's talks and Tuesday's vote.", ["Monday", "Tuesday"]),
        ("en", "It was signed in 2015 and buried in 2018.", ["2015", "2018"]),
        ("en", "It was the worst of 2010-2015.", ["2010-2015"]),
        ("en", "In May they will march.", ["May"]),
        ("en", "The May 12 vote was close.", ["May 12"]),
        ("en", "A reply will come in two days.", ["in two days"]),
    ],
)
def test_a_date_is_found_with_the_words_that_belong_to_it(language: str, sentence: str, expected: list[str]) -> None:
    assert texts(sentence, language) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("fr", "Ils ont parlé pendant trois heures.", "duration"),
        ("fr", "Ils se voient tous les mardis.", "recurrent"),
        ("fr", "La séance s'ouvre à 15 h 30.", "clock"),
        ("fr", "Ils ont désormais le choix.", "reference"),
        ("en", "They talked for three hours.", "duration"),
        ("en", "They meet every Tuesday.", "recurrent"),
        ("en", "Songs of the 1990s are back.", "decade"),
    ],
)
def test_times_that_are_no_days_are_told_apart(language: str, sentence: str, kind: str) -> None:
    assert [found.kind for found in expressions(sentence, language)] == [kind]


def test_positions_are_those_of_the_text() -> None:
    text = "Émus, ils se sont vus le 3 juin 2020 puis, à Łódź, mardi soir et en mars 2021."
    for found in find(text, "fr"):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", ["", " ", "\n", "1" * 5000, "de " * 3000, "le 3, " * 2000, "du 1 au " * 2000])
def test_odd_texts_take_no_long_time(language: str, text: str) -> None:
    assert find(text, language) == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "fin " * 3000 + "mai",
        "the end of " * 3000 + "May",
        "lundi " * 3000,
        "il y a " * 3000 + "jours",
        "in 2015 and 2016 " * 1000,
        "May 1" + ", 3" * 3000,
        "İ" * 3000 + " mardi",
    ],
)
def test_texts_full_of_dates_are_read_to_their_end(language: str, text: str) -> None:
    for found in find(text, language):
        assert text[found.start : found.end] == found.text
        resolve(found, date(2023, 6, 14), "past")
