"""What a date in a sentence means, seen from its publication."""

from datetime import date

import pytest

from services.extractor.dates import direction, find, is_anaphoric, resolve
from services.extractor.dates.expression import Days, TenseOfDate

WEDNESDAY = date(2023, 6, 14)


def meaning(
    sentence: str,
    language: str,
    tense: TenseOfDate,
    published: date | None = WEDNESDAY,
    context: date | None = None,
) -> str:
    """ "start..end granularity", or "start granularity" for one day, of the only date of a sentence."""
    (found,) = find(sentence, language)
    return written(resolve(found, published, tense, context))


def written(days: Days | None) -> str:
    if days is None:
        return "none"
    span = f"{days.start}" if days.start == days.end else f"{days.start}..{days.end}"
    return f"{span} {days.granularity}"


FRENCH_PAST = """
Les émissaires se sont vus lundi à Oslo. | 2023-06-12 day
Les émissaires se sont vus mercredi à Oslo. | 2023-06-14 day
Le traité a été paraphé mercredi dernier. | 2023-06-07 day
Le traité a été paraphé ce mercredi. | 2023-06-14 day
La séance s'est ouverte mardi matin. | 2023-06-13 day
La séance s'est ouverte mardi à 9 heures. | 2023-06-13 day
Les rebelles ont répondu hier soir. | 2023-06-13 day
Les rebelles ont répondu avant-hier. | 2023-06-12 day
Le ministre a parlé aujourd'hui. | 2023-06-14 day
Le ministre a parlé ce matin. | 2023-06-14 day
Le ministre a parlé aujourd'hui mercredi. | 2023-06-14 day
L'accord a été signé le 3 juin. | 2023-06-03 day
L'accord a été signé le 1er mai. | 2023-05-01 day
L'accord a été signé le 20 décembre. | 2022-12-20 day
L'accord a été signé le 20 décembre dernier. | 2022-12-20 day
L'accord a été signé le 20 décembre 2019. | 2019-12-20 day
L'accord a été signé le 20.12.2019. | 2019-12-20 day
L'accord a été signé le 20/12/2019. | 2019-12-20 day
L'accord a été signé le 2019-12-20. | 2019-12-20 day
L'accord a été signé le 7 juin au soir. | 2023-06-07 day
L'accord a été signé ce lundi 12 juin. | 2023-06-12 day
L'accord a été signé lundi 12 juin 2023. | 2023-06-12 day
L'accord a été signé lundi 12. | 2023-06-12 day
L'accord a été signé le 3 du mois. | 2023-06-03 day
ILS SE SONT VUS LE 3 JUIN. | 2023-06-03 day
Les délégations se sont vues les 5 et 6 juin. | 2023-06-05..2023-06-06 day
Les délégations ont siégé du 29 au 31 mai. | 2023-05-29..2023-05-31 day
Les délégations ont siégé du 29 mai au 2 juin. | 2023-05-29..2023-06-02 day
Les délégations ont siégé du 29 au 2 juin. | 2023-05-29..2023-06-02 day
Les délégations ont siégé du 28 décembre au 3 janvier. | 2022-12-28..2023-01-03 day
Les délégations ont siégé entre le 29 et le 31 mai. | 2023-05-29..2023-05-31 day
Les délégations ont siégé de lundi à mardi. | 2023-06-12..2023-06-13 day
Les délégations ont siégé lundi et mardi. | 2023-06-12..2023-06-13 day
Le pont a sauté dans la nuit de lundi à mardi. | 2023-06-12..2023-06-13 day
Le dialogue a repris cette semaine. | 2023-06-12..2023-06-18 week
Le dialogue a repris la semaine passée. | 2023-06-05..2023-06-11 week
Le dialogue a repris en début de semaine. | 2023-06-12..2023-06-14 week
Le dialogue a repris à la fin de la semaine dernière. | 2023-06-08..2023-06-11 week
Le dialogue a repris mardi de la semaine dernière. | 2023-06-06 day
Le dialogue a repris le mois dernier. | 2023-05-01..2023-05-31 month
Le dialogue a repris l'an dernier. | 2022-01-01..2022-12-31 year
Le dialogue a repris cette année. | 2023-01-01..2023-12-31 year
Le dialogue a repris le week-end dernier. | 2023-06-10..2023-06-11 day
Le dialogue a repris ce week-end. | 2023-06-10..2023-06-11 day
Le dialogue a repris en mars. | 2023-03-01..2023-03-31 month
Le dialogue a repris en novembre. | 2022-11-01..2022-11-30 month
Le dialogue a repris en mars dernier. | 2023-03-01..2023-03-31 month
Le dialogue a repris en mars de l'année dernière. | 2022-03-01..2022-03-31 month
Le dialogue a repris le 5 mars de l'an dernier. | 2022-03-05 day
Le dialogue a repris fin mars de cette année. | 2023-03-21..2023-03-31 month
Le dialogue a repris au mois d'avril. | 2023-04-01..2023-04-30 month
Le dialogue a repris en mars 2020. | 2020-03-01..2020-03-31 month
Le dialogue a repris en 2015. | 2015-01-01..2015-12-31 year
Le dialogue a repris début 2021. | 2021-01-01..2021-04-30 year
Le dialogue a repris mi-2021. | 2021-05-01..2021-08-31 year
Le dialogue a repris fin 2021. | 2021-09-01..2021-12-31 year
Le dialogue a repris début mai. | 2023-05-01..2023-05-10 month
Le dialogue a repris mi-mai. | 2023-05-11..2023-05-20 month
Le dialogue a repris fin mai. | 2023-05-21..2023-05-31 month
Le dialogue a repris à la fin du mois de mai. | 2023-05-21..2023-05-31 month
Le dialogue a repris au début de l'année. | 2023-01-01..2023-04-30 year
Le dialogue a repris dans la deuxième quinzaine de mai. | 2023-05-16..2023-05-31 month
Le dialogue a repris la première semaine de mai. | 2023-05-01..2023-05-07 week
Le dialogue a repris au premier trimestre. | 2023-01-01..2023-03-31 quarter
Le dialogue a repris au troisième trimestre 2021. | 2021-07-01..2021-09-30 quarter
Le dialogue a repris au premier semestre 2021. | 2021-01-01..2021-06-30 year
Le dialogue a repris à l'automne 2021. | 2021-09-23..2021-12-21 quarter
Le dialogue a repris l'été dernier. | 2022-06-21..2022-09-22 quarter
Le dialogue a repris il y a trois jours. | 2023-06-11 day
Le dialogue a repris il y a 48 heures. | 2023-06-12 day
Le dialogue a repris il y a deux semaines. | 2023-05-31 day
Le dialogue a repris il y a quinze jours. | 2023-05-30 day
Le dialogue a repris il y a environ deux mois. | 2023-04-01..2023-04-30 month
Le dialogue a repris il y a dix ans. | 2013-01-01..2013-12-31 year
Le dialogue dure depuis lundi. | 2023-06-12..2023-06-14 day
Le dialogue dure depuis le 3 juin. | 2023-06-03..2023-06-14 day
Le dialogue dure depuis mars. | 2023-03-01..2023-06-14 month
Le dialogue dure depuis le début du mois de mars. | 2023-03-01..2023-06-14 month
Le dialogue dure depuis fin 2021. | 2021-09-01..2023-06-14 year
Le dialogue dure depuis 2019. | 2019-01-01..2023-06-14 year
Le dialogue dure depuis trois jours. | 2023-06-11..2023-06-14 day
Le dialogue a progressé ces trois derniers jours. | 2023-06-11..2023-06-14 day
Le dialogue a repris plus tôt cette semaine. | 2023-06-12..2023-06-14 week
Le dialogue a progressé au cours des trois derniers jours. | 2023-06-11..2023-06-14 day
Le dialogue a progressé ces dernières 48 heures. | 2023-06-12..2023-06-14 day
Le dialogue a repris hier mardi. | 2023-06-13 day
Le dialogue a repris la semaine du 8 mai. | 2023-05-08..2023-05-14 week
Le dialogue a repris le premier lundi de mai. | 2023-05-01 day
Le dialogue a repris le dernier lundi de mai 2022. | 2022-05-30 day
Le dialogue a repris à Noël. | 2022-12-25 day
Le dialogue a repris le jour de l'an. | 2023-01-01 day
Le dialogue a repris au printemps dernier. | 2022-03-21..2022-06-20 quarter
Le dialogue a repris le week-end du 3 juin. | 2023-06-03..2023-06-04 day
Le dialogue a repris fin mars ou début avril. | 2023-03-21..2023-04-10 month
"""

FRENCH_FUTURE = """
Le dialogue reprendra en mars de l'an prochain. | 2024-03-01..2024-03-31 month
Les émissaires se verront lundi à Oslo. | 2023-06-19 day
Les émissaires se verront lundi prochain. | 2023-06-19 day
Les émissaires se verront mercredi prochain. | 2023-06-21 day
Les émissaires se verront ce vendredi. | 2023-06-16 day
Les émissaires se verront vendredi 16. | 2023-06-16 day
Les émissaires se verront vendredi en huit. | 2023-06-23 day
Les émissaires se verront mardi de la semaine prochaine. | 2023-06-20 day
Les émissaires se verront demain matin. | 2023-06-15 day
Les émissaires se verront après-demain. | 2023-06-16 day
Les émissaires se verront ce soir. | 2023-06-14 day
Les émissaires se verront le 3 juillet. | 2023-07-03 day
Les émissaires se verront le 3 février. | 2024-02-03 day
Les émissaires se verront le 3 juillet prochain. | 2023-07-03 day
Les émissaires se verront les 20 et 21 juin. | 2023-06-20..2023-06-21 day
Les émissaires se verront du 28 juin au 2 juillet. | 2023-06-28..2023-07-02 day
Les émissaires se verront jeudi et vendredi. | 2023-06-15..2023-06-16 day
Les émissaires se verront la semaine prochaine. | 2023-06-19..2023-06-25 week
Les émissaires se verront la prochaine semaine. | 2023-06-19..2023-06-25 week
Les émissaires se verront en début de semaine prochaine. | 2023-06-19..2023-06-21 week
Les émissaires se verront ce week-end. | 2023-06-17..2023-06-18 day
Les émissaires se verront le mois prochain. | 2023-07-01..2023-07-31 month
Les émissaires se verront en septembre. | 2023-09-01..2023-09-30 month
Les émissaires se verront en mars. | 2024-03-01..2024-03-31 month
Les émissaires se verront en mars prochain. | 2024-03-01..2024-03-31 month
Les émissaires se verront au printemps 2024. | 2024-03-21..2024-06-20 quarter
Les émissaires se verront l'année prochaine. | 2024-01-01..2024-12-31 year
Les émissaires se verront dans dix jours. | 2023-06-24 day
Les émissaires se verront dans une semaine. | 2023-06-21 day
Les émissaires se verront dans deux mois. | 2023-08-01..2023-08-31 month
Les émissaires se verront dans les trois jours. | 2023-06-14..2023-06-17 day
Les émissaires se verront sous quinzaine. | 2023-06-14..2023-06-29 day
Les émissaires se verront sous 48 heures. | 2023-06-14..2023-06-16 day
Les émissaires se verront dans une quinzaine de jours. | 2023-06-29 day
Les émissaires se verront dans les prochaines 48 heures. | 2023-06-14..2023-06-16 day
Les émissaires se verront demain jeudi. | 2023-06-15 day
Les émissaires se verront le premier lundi de juillet. | 2023-07-03 day
Les émissaires se verront l'été prochain. | 2023-06-21..2023-09-22 quarter
Les émissaires se verront d'ici vendredi. | 2023-06-14..2023-06-16 day
Les émissaires se verront d'ici à la fin du mois. | 2023-06-14..2023-06-30 month
Les émissaires se verront d'ici fin juillet. | 2023-06-14..2023-07-31 month
Les émissaires se verront d'ici la fin de l'année. | 2023-06-14..2023-12-31 year
Les émissaires se verront d'ici 2025. | 2023-06-14..2025-12-31 year
Les émissaires se verront avant vendredi. | 2023-06-14..2023-06-15 day
Les émissaires se verront avant la fin du mois. | 2023-06-14..2023-06-30 month
Ils ont jusqu'à vendredi. | 2023-06-14..2023-06-16 day
Ils ont jusqu'au 2 juillet. | 2023-06-14..2023-07-02 day
Ils ont jusqu'à la fin juillet. | 2023-06-14..2023-07-31 month
Les émissaires se verront au cours de ce mois. | 2023-06-14..2023-06-30 month
Les émissaires se verront plus tard cette semaine. | 2023-06-14..2023-06-18 week
Les émissaires se verront dans les prochains jours. | none
"""

ENGLISH_PAST = """
The envoys met in March last year. | 2022-03-01..2022-03-31 month
The envoys met on 5 March of last year. | 2022-03-05 day
The envoys met on March 5 this year. | 2023-03-05 day
The envoys met on Monday in Oslo. | 2023-06-12 day
The envoys met Wednesday in Oslo. | 2023-06-14 day
The envoys met last Wednesday. | 2023-06-07 day
The envoys met this Monday. | 2023-06-12 day
The envoys met on Tuesday night. | 2023-06-13 day
The envoys met early Tuesday. | 2023-06-13 day
The envoys met late on Tuesday evening. | 2023-06-13 day
The envoys met at 9 a.m. on Tuesday. | 2023-06-13 day
The envoys met yesterday. | 2023-06-13 day
The envoys met last night. | 2023-06-13 day
The envoys met the day before yesterday. | 2023-06-12 day
The envoys met today. | 2023-06-14 day
The envoys met earlier today. | 2023-06-14 day
The envoys met this morning. | 2023-06-14 day
The envoys met on June 3. | 2023-06-03 day
The envoys met on June 3rd. | 2023-06-03 day
The envoys met on the 3rd of June. | 2023-06-03 day
The envoys met on 3 June. | 2023-06-03 day
The envoys met on Dec. 20. | 2022-12-20 day
The envoys met on 20 Dec 2019. | 2019-12-20 day
The envoys met on December 20, 2019. | 2019-12-20 day
The envoys met on Monday, June 12. | 2023-06-12 day
The envoys met on Monday, 12 June 2023. | 2023-06-12 day
The envoys met on Mon 12 Jun. | 2023-06-12 day
The envoys met on Monday the 12th. | 2023-06-12 day
The envoys met on 2019-12-20. | 2019-12-20 day
The envoys met on 20/12/2019. | 2019-12-20 day
The envoys met on 12/20/2019. | 2019-12-20 day
The envoys met on June 5 and 6. | 2023-06-05..2023-06-06 day
The envoys met on 5-6 June. | 2023-06-05..2023-06-06 day
The envoys met on June 5-6, 2023. | 2023-06-05..2023-06-06 day
The envoys met between 5 and 6 June. | 2023-06-05..2023-06-06 day
The envoys met from May 29 to June 2. | 2023-05-29..2023-06-02 day
The envoys met from December 28 to January 3. | 2022-12-28..2023-01-03 day
The envoys met from Monday to Tuesday. | 2023-06-12..2023-06-13 day
The envoys met on Monday and Tuesday. | 2023-06-12..2023-06-13 day
The envoys met this week. | 2023-06-12..2023-06-18 week
The envoys met last week. | 2023-06-05..2023-06-11 week
The envoys met late last week. | 2023-06-08..2023-06-11 week
The envoys met on Tuesday last week. | 2023-06-06 day
The envoys met last month. | 2023-05-01..2023-05-31 month
The envoys met last year. | 2022-01-01..2022-12-31 year
The envoys met last weekend. | 2023-06-10..2023-06-11 day
The envoys met over the weekend. | 2023-06-10..2023-06-11 day
The envoys met earlier this month. | 2023-06-01..2023-06-14 month
The envoys met earlier this year. | 2023-01-01..2023-06-14 year
The envoys met in March. | 2023-03-01..2023-03-31 month
The envoys met in May. | 2023-05-01..2023-05-31 month
The envoys met in November. | 2022-11-01..2022-11-30 month
The envoys met last November. | 2022-11-01..2022-11-30 month
The envoys met in March 2020. | 2020-03-01..2020-03-31 month
The envoys met in 2015. | 2015-01-01..2015-12-31 year
The envoys met in early May. | 2023-05-01..2023-05-10 month
The envoys met in mid-May. | 2023-05-11..2023-05-20 month
The envoys met at the end of May. | 2023-05-21..2023-05-31 month
The envoys met in mid-2021. | 2021-05-01..2021-08-31 year
The envoys met in the second half of May. | 2023-05-16..2023-05-31 month
The envoys met in the first half of 2021. | 2021-01-01..2021-06-30 year
The envoys met in the first week of May. | 2023-05-01..2023-05-07 week
The envoys met in the first quarter of 2021. | 2021-01-01..2021-03-31 quarter
The envoys met in the first quarter of last year. | 2022-01-01..2022-03-31 quarter
The envoys met in autumn 2021. | 2021-09-23..2021-12-21 quarter
The envoys met last summer. | 2022-06-21..2022-09-22 quarter
The envoys met in the week of May 8. | 2023-05-08..2023-05-14 week
The envoys met on the first Monday in May. | 2023-05-01 day
The envoys met on Christmas Eve. | 2022-12-24 day
The envoys met on New Year's Day. | 2023-01-01 day
The envoys met on the weekend of June 3. | 2023-06-03..2023-06-04 day
The envoys met several times in the past week. | 2023-06-07..2023-06-14 day
The envoys met on Mon., June 12. | 2023-06-12 day
The envoys met on 2019/12/20. | 2019-12-20 day
The envoys met three days ago. | 2023-06-11 day
The envoys met 48 hours ago. | 2023-06-12 day
The envoys met two weeks ago. | 2023-05-31 day
The envoys met a fortnight ago. | 2023-05-31 day
The envoys met about two months ago. | 2023-04-01..2023-04-30 month
The envoys met ten years ago. | 2013-01-01..2013-12-31 year
The envoys have met since Monday. | 2023-06-12..2023-06-14 day
The envoys have met since June 3. | 2023-06-03..2023-06-14 day
The envoys have met since March. | 2023-03-01..2023-06-14 month
The envoys have met since 2019. | 2019-01-01..2023-06-14 year
The envoys have met since late 2021. | 2021-09-01..2023-06-14 year
The envoys have met over the past three days. | 2023-06-11..2023-06-14 day
"""

ENGLISH_FUTURE = """
The envoys will meet in early March next year. | 2024-03-01..2024-03-10 month
The envoys will meet on Monday. | 2023-06-19 day
The envoys will meet next Monday. | 2023-06-19 day
The envoys will meet next Wednesday. | 2023-06-21 day
The envoys will meet this Friday. | 2023-06-16 day
The envoys will meet on Tuesday next week. | 2023-06-20 day
The envoys will meet a week from Friday. | 2023-06-23 day
The envoys will meet tomorrow morning. | 2023-06-15 day
The envoys will meet the day after tomorrow. | 2023-06-16 day
The envoys will meet tonight. | 2023-06-14 day
The envoys will meet on July 3. | 2023-07-03 day
The envoys will meet on February 3. | 2024-02-03 day
The envoys will meet on the first of July. | 2023-07-01 day
The envoys will meet on June 20 and 21. | 2023-06-20..2023-06-21 day
The envoys will meet from Thursday to Friday. | 2023-06-15..2023-06-16 day
The envoys will meet from June 28 to July 2. | 2023-06-28..2023-07-02 day
The envoys will meet next week. | 2023-06-19..2023-06-25 week
The envoys will meet early next week. | 2023-06-19..2023-06-21 week
The envoys will meet this weekend. | 2023-06-17..2023-06-18 day
The envoys will meet later this month. | 2023-06-14..2023-06-30 month
The envoys will meet later this week. | 2023-06-14..2023-06-18 week
The envoys will meet next month. | 2023-07-01..2023-07-31 month
The envoys will meet in September. | 2023-09-01..2023-09-30 month
The envoys will meet next March. | 2024-03-01..2024-03-31 month
The envoys will meet in March. | 2024-03-01..2024-03-31 month
The envoys will meet in ten days. | 2023-06-24 day
The envoys will meet a week from now. | 2023-06-21 day
The envoys will meet in two weeks' time. | 2023-06-28 day
The envoys will meet in two months. | 2023-08-01..2023-08-31 month
The envoys will meet within three days. | 2023-06-14..2023-06-17 day
The envoys will meet within 48 hours. | 2023-06-14..2023-06-16 day
The envoys will meet over the next two days. | 2023-06-14..2023-06-16 day
The envoys will meet within the week. | 2023-06-14..2023-06-21 day
The envoys will meet by year's end. | 2023-06-14..2023-12-31 year
The envoys will meet by month-end. | 2023-06-14..2023-06-30 month
The envoys will meet in Q4. | 2023-10-01..2023-12-31 quarter
The envoys will meet by Friday. | 2023-06-14..2023-06-16 day
The envoys will meet by the end of the month. | 2023-06-14..2023-06-30 month
The envoys will meet by the end of July. | 2023-06-14..2023-07-31 month
The envoys will meet by 2025. | 2023-06-14..2025-12-31 year
The envoys will meet before Friday. | 2023-06-14..2023-06-15 day
The envoys will meet before the end of the year. | 2023-06-14..2023-12-31 year
They have until Friday. | 2023-06-14..2023-06-16 day
They have until July 2. | 2023-06-14..2023-07-02 day
The envoys will meet in the course of this month. | 2023-06-14..2023-06-30 month
The envoys will meet this spring. | 2023-06-14..2023-06-20 quarter
The envoys will meet at the end of the summer. | 2023-08-22..2023-09-22 quarter
The envoys will meet in the coming days. | none
"""


def table(rows: str) -> list[tuple[str, str]]:
    return [(sentence, expected) for sentence, expected in (row.split(" | ") for row in rows.strip().split("\n"))]


@pytest.mark.parametrize(("sentence", "expected"), table(FRENCH_PAST))
def test_french_of_what_happened(sentence: str, expected: str) -> None:
    assert meaning(sentence, "fr", "past") == expected


@pytest.mark.parametrize(("sentence", "expected"), table(FRENCH_FUTURE))
def test_french_of_what_lies_ahead(sentence: str, expected: str) -> None:
    assert meaning(sentence, "fr", "future") == expected


@pytest.mark.parametrize(("sentence", "expected"), table(ENGLISH_PAST))
def test_english_of_what_happened(sentence: str, expected: str) -> None:
    assert meaning(sentence, "en", "past") == expected


@pytest.mark.parametrize(
    ("language", "sentence", "tense", "expected"),
    [
        ("en", "The envoys will meet this week.", "future", "2023-06-19..2023-06-25 week"),
        ("en", "The envoys met this week.", "past", "2023-06-12..2023-06-18 week"),
        ("fr", "Les émissaires se verront cette semaine.", "future", "2023-06-19..2023-06-25 week"),
        ("fr", "Les émissaires se sont vus cette semaine.", "past", "2023-06-12..2023-06-18 week"),
    ],
)
def test_on_a_sunday_the_week_that_comes_is_this_week(
    language: str, sentence: str, tense: TenseOfDate, expected: str
) -> None:
    assert meaning(sentence, language, tense, published=date(2023, 6, 18)) == expected


@pytest.mark.parametrize(("sentence", "expected"), table(ENGLISH_FUTURE))
def test_english_of_what_lies_ahead(sentence: str, expected: str) -> None:
    assert meaning(sentence, "en", "future") == expected


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Le lendemain, ils ont renoncé.", "2023-03-11 day"),
        ("fr", "Ils avaient renoncé la veille.", "2023-03-09 day"),
        ("fr", "Ils avaient renoncé la veille au soir.", "2023-03-09 day"),
        ("fr", "Ils avaient renoncé le jour précédent.", "2023-03-09 day"),
        ("fr", "Ils avaient renoncé l'avant-veille.", "2023-03-08 day"),
        ("fr", "Le surlendemain, ils ont renoncé.", "2023-03-12 day"),
        ("fr", "Le même jour, ils ont renoncé.", "2023-03-10 day"),
        ("fr", "Ce jour-là, ils ont renoncé.", "2023-03-10 day"),
        ("fr", "Ils ont renoncé trois jours plus tard.", "2023-03-13 day"),
        ("fr", "Ils avaient renoncé deux semaines auparavant.", "2023-02-24 day"),
        ("fr", "Ils ont renoncé la semaine suivante.", "2023-03-13..2023-03-19 week"),
        ("fr", "Ils ont renoncé le lundi suivant.", "2023-03-13 day"),
        ("fr", "Ils avaient renoncé le vendredi précédent.", "2023-03-03 day"),
        ("en", "They had given up the previous Thursday.", "2023-03-09 day"),
        ("en", "They had given up the week before.", "2023-02-27..2023-03-05 week"),
        ("fr", "Ils ont renoncé l'année suivante.", "2024-01-01..2024-12-31 year"),
        ("fr", "Ils ont renoncé le même mois.", "2023-03-01..2023-03-31 month"),
        ("en", "The next day they gave up.", "2023-03-11 day"),
        ("en", "The following day they gave up.", "2023-03-11 day"),
        ("en", "They had given up the day before.", "2023-03-09 day"),
        ("en", "They gave up the same day.", "2023-03-10 day"),
        ("en", "They gave up three days later.", "2023-03-13 day"),
        ("en", "They had given up two weeks earlier.", "2023-02-24 day"),
        ("en", "They gave up the following week.", "2023-03-13..2023-03-19 week"),
        ("en", "They gave up the following Monday.", "2023-03-13 day"),
        ("en", "They gave up that year.", "2023-01-01..2023-12-31 year"),
        ("en", "They gave up two months later.", "2023-05-01..2023-05-31 month"),
    ],
)
def test_counts_from_the_last_date_of_the_text(language: str, sentence: str, expected: str) -> None:
    (found,) = find(sentence, language)
    assert is_anaphoric(found)
    assert written(resolve(found, WEDNESDAY, "past", date(2023, 3, 10))) == expected
    assert resolve(found, None, "past", date(2023, 3, 10)) == resolve(found, WEDNESDAY, "past", date(2023, 3, 10))
    assert resolve(found, WEDNESDAY, "past") is None


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Réunion le 20 décembre 2019.", "2019-12-20 day"),
        ("fr", "Réunion en décembre 2019.", "2019-12-01..2019-12-31 month"),
        ("fr", "Réunion fin 2019.", "2019-09-01..2019-12-31 year"),
        ("fr", "Réunion du 28 décembre au 3 janvier 2020.", "2019-12-28..2020-01-03 day"),
        ("fr", "Réunion le 20 décembre.", "none"),
        ("fr", "Réunion lundi.", "none"),
        ("fr", "Réunion hier.", "none"),
        ("fr", "Réunion dans trois jours.", "none"),
        ("en", "They met on December 20, 2019.", "2019-12-20 day"),
        ("en", "They met on Monday.", "none"),
        ("en", "They met last week.", "none"),
        ("en", "They met this summer.", "none"),
    ],
)
def test_without_publication_only_dates_with_a_year_are_known(language: str, sentence: str, expected: str) -> None:
    assert meaning(sentence, language, "past", published=None) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Vus les 5, 6 et 8 juin.", ["2023-06-05..2023-06-06 day", "2023-06-08 day"]),
        ("fr", "Vus les 1er, 3 et 5 juin 2020.", ["2020-06-01 day", "2020-06-03 day", "2020-06-05 day"]),
        ("fr", "Vus le 27 avril et le 26 mai.", ["2023-04-27 day", "2023-05-26 day"]),
        ("fr", "Vus entre le 27 avril et le 26 mai.", ["2023-04-27..2023-05-26 day"]),
        ("fr", "Vus lundi et jeudi.", ["2023-06-12 day", "2023-06-08 day"]),
        ("fr", "Vus en mars et en mai.", ["2023-03-01..2023-03-31 month", "2023-05-01..2023-05-31 month"]),
        ("fr", "Vus en mars et avril.", ["2023-03-01..2023-04-30 month"]),
        ("en", "Seen on June 5, 6 and 8.", ["2023-06-05..2023-06-06 day", "2023-06-08 day"]),
        ("en", "Seen on June 1st, 3rd and 5th.", ["2023-06-01 day", "2023-06-03 day", "2023-06-05 day"]),
        ("en", "Seen on April 27 and May 26.", ["2023-04-27 day", "2023-05-26 day"]),
        ("en", "Seen between April 27 and May 26.", ["2023-04-27..2023-05-26 day"]),
        ("en", "Seen on Monday and Thursday.", ["2023-06-12 day", "2023-06-08 day"]),
        ("en", "Seen in 2019 and 2021.", ["2019-01-01..2019-12-31 year", "2021-01-01..2021-12-31 year"]),
        ("en", "Seen between 2019 and 2021.", ["2019-01-01..2021-12-31 year"]),
    ],
)
def test_days_told_one_by_one_are_no_span(language: str, sentence: str, expected: list[str]) -> None:
    assert [written(resolve(found, WEDNESDAY, "past")) for found in find(sentence, language)] == expected


@pytest.mark.parametrize(
    ("language", "sentence", "published", "expected"),
    [
        # The weekday says that the 3rd of January two years before is not meant, whatever the tense.
        ("fr", "Ils se verront lundi 12 juin.", WEDNESDAY, "2023-06-12 day"),
        ("fr", "Le texte date du vendredi 3 février.", WEDNESDAY, "2023-02-03 day"),
        ("en", "They will meet on Saturday, December 30.", WEDNESDAY, "2023-12-30 day"),
        ("fr", "Le texte parle de mardi 16.", WEDNESDAY, "2023-05-16 day"),
    ],
)
def test_a_weekday_tells_the_year_and_the_month(language: str, sentence: str, published: date, expected: str) -> None:
    assert meaning(sentence, language, "future", published) == expected


def test_a_number_behind_a_weekday_that_fits_no_month_near_is_no_day() -> None:
    (found,) = find("Les gardes ont tué mardi 25 personnes.", "fr")
    assert written(resolve(found, WEDNESDAY, "past")) == "2023-06-13 day"


def test_a_day_that_no_month_has_means_nothing() -> None:
    (found,) = find("Ils se sont vus le 30 février 2020.", "fr")
    assert resolve(found, WEDNESDAY, "past") is None


def test_days_beyond_the_calendar_mean_nothing() -> None:
    (found,) = find("It happened 900 years ago.", "en")
    assert resolve(found, date(500, 1, 1), "past") is None


def test_the_29th_of_february_is_that_of_a_leap_year() -> None:
    (found,) = find("Ils se sont vus le 29 février.", "fr")
    assert written(resolve(found, date(2023, 6, 14), "past")) == "2020-02-29 day"


def test_what_happened_the_day_before_did_not_happen_before_a_day_ahead() -> None:
    (found,) = find("Ils s'étaient vus la veille.", "fr")
    assert written(resolve(found, WEDNESDAY, "past", date(2023, 6, 20))) == "2023-06-13 day"
    assert written(resolve(found, WEDNESDAY, "future", date(2023, 6, 20))) == "2023-06-19 day"


@pytest.mark.parametrize(
    ("language", "said", "expected"),
    [
        ("fr", "demain", "future"),
        ("fr", "la semaine prochaine", "future"),
        ("fr", "d'ici vendredi", None),
        ("fr", "d'ici la fin du mois", "future"),
        ("fr", "dans trois jours", "future"),
        ("fr", "mardi prochain", "future"),
        ("fr", "le 20 juin", "future"),
        ("fr", "le 20 décembre", None),
        ("fr", "le 2 août", "future"),
        ("fr", "le 2 mai", "past"),
        ("fr", "d'ici au 2 juillet", "future"),
        ("fr", "depuis le 2 juillet", "past"),
        ("fr", "en août 2024", "future"),
        ("fr", "hier", "past"),
        ("fr", "mardi dernier", "past"),
        ("fr", "il y a trois jours", "past"),
        ("fr", "depuis 2019", "past"),
        ("fr", "mardi", None),
        ("fr", "aujourd'hui", None),
        ("fr", "cette semaine", None),
        ("fr", "en mars", None),
        ("en", "tomorrow", "future"),
        ("en", "next month", "future"),
        ("en", "within two days", "future"),
        ("en", "by the end of next week", "future"),
        ("en", "August 2", "future"),
        ("en", "two weeks ago", "past"),
        ("en", "last year", "past"),
        ("en", "since March", "past"),
        ("en", "Tuesday", None),
        ("en", "today", None),
        ("en", "this year", None),
    ],
)
def test_some_dates_point_by_themselves(language: str, said: str, expected: str | None) -> None:
    (found,) = find(f"Talks {said}.", language)
    assert direction(found, WEDNESDAY) == expected
