"""Dates that stand beside others: in what opens a sentence, in an insertion, with what holds later, told before."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_event_dates import events, rows, told

FRENCH = """
Après avoir reçu la CFDT la veille, Paris a rejeté mardi sa demande. | talks occurred 2024-06-10 stated
Après avoir rencontré la veille le ministre malien, le Norvégien est parti lundi. | talks occurred 2024-06-09 stated
Lundi, Alger a imputé à Rabat l'absence d'avancées depuis lors. | accuse occurred 2024-06-10 stated
La CSN a accepté une offre de 4 %, rétroactive à janvier, lundi. | agree occurred 2024-06-10 stated
Le Mali a accepté mardi une trêve applicable au 1er juillet. | agree occurred 2024-06-11 stated
Le ministre norvégien se rendra en Islande pour signer un accord vendredi. | talks scheduled 2024-06-14 stated
Oslo a reporté les pourparlers avec Rome prévus pour s'ouvrir vendredi. | talks cancelled 2024-06-14 stated
Oslo a promis de rouvrir son ambassade quand les deux rois se sont vus le 3 mai. | promise occurred 2024-05-03 stated
Oslo a rejeté l'offre de Lima lorsque les ministres se sont réunis lundi. | reject occurred 2024-06-10 stated
Oslo a promis de libérer les otages maliens lorsque le mandat expirera en août. | promise occurred 2024-06-13 document
Le président malien recevra dans l'après-midi son homologue nigérien. | talks scheduled 2024-06-13 stated
Le président malien a rencontré son homologue nigérien pour préparer le sommet en août. | talks occurred undated
Berne et Rome signeront cette semaine un accord. | sign scheduled 2024-06-10..2024-06-16 stated
La préparation du sommet Mali-Ghana qui aura lieu en août avance. | talks scheduled 2024-08-01..2024-08-31 stated
Le ministère a annulé la rencontre avec la CFDT qui devait se tenir vendredi. | talks cancelled 2024-06-14 stated
Samedi, le Mali condamnera le putsch au Niger. | accuse scheduled 2024-06-15 stated
Ce vendredi, le Mali ne viendra pas à Lomé pour rencontrer le ministre togolais. | talks denied 2024-06-14 stated
"""

ENGLISH = """
After meeting Unison the day before, Mali's president left on Tuesday. | talks occurred 2024-06-10 stated
On Tuesday, Chile blamed Peru for the lack of progress since then. | accuse occurred 2024-06-11 stated
Unison accepted an offer of 4 percent, backdated to January, on Tuesday. | agree occurred 2024-06-11 stated
Mali accepted a rise in fees as of June from France on Tuesday. | agree occurred 2024-06-11 stated
By Tuesday, Mali had agreed to lift the ban on French cheese. | agree occurred 2024-06-11 stated
By mid-May, Mali had agreed to sign the accord with France. | agree occurred 2024-05-11..2024-05-20 stated
Mali offered to help France in Lima, where north and south made peace in 2005. | propose occurred 2024-06-13 document
Mali demands that France leave by Friday. | demand occurred 2024-06-13 document
Norway's foreign minister will visit Mali to sign an accord on Friday. | talks scheduled 2024-06-14 stated
Norway's minister will fly to Rome to hold talks with Italy on Monday. | talks scheduled 2024-06-17 stated
Norway cancelled the meeting with Iceland set for Friday. | talks cancelled 2024-06-14 stated
Norway put off its talks with Iceland, due to open on Friday. | talks cancelled 2024-06-14 stated
Norway called off Friday's meeting with Iceland. | talks cancelled 2024-06-14 stated
The pope left on Monday. Peru's minister met Chile's president later in the day. | talks occurred 2024-06-10 stated
Mali vowed to open its border when the leaders gathered in Rome in May. | promise occurred 2024-05-01..2024-05-31 stated
Norway rejected the Peruvian offer (PNO) when the ministers met on Monday. | reject occurred 2024-06-10 stated
Peru demanded an apology from Chile when a Lima court on May 6 freed him. | demand occurred 2024-05-06 stated
Mali promised to free the hostages when the mandate ends in August. | promise occurred 2024-06-13 document
Unison, which last month reported a gain, said it wanted more pay from Mali. | demand occurred 2024-06-13 document
Peru's minister, who will be in Rome on Monday, said Chile must pay. | demand occurred 2024-06-13 document
Peru has proposed talks with Chad in Oslo, the city where a truce was signed in 1999. | talks proposed undated
Mali's leader, who is due in Rome on Friday, has offered to hold talks with Chad. | talks proposed undated
France and Mali will meet on Monday for three consecutive days. | talks scheduled 2024-06-17..2024-06-19 stated
France and Mali will sign the treaty this week. | sign scheduled 2024-06-10..2024-06-16 stated
Rome and Mali, whose trade grew last year, have negotiated since May. | talks occurred 2024-05-01..2024-06-13 stated
The pope prayed on Monday. Mali, which in May was silent, agreed with France to cede. | agree occurred 2024-06-10 stated
"""


@pytest.mark.parametrize(("text", "expected"), rows(FRENCH))
def test_another_date_of_a_french_sentence_is_not_that_of_the_event(text: str, expected: str) -> None:
    assert expected in [told(event) for event in events(text, "fr")]


@pytest.mark.parametrize(("text", "expected"), rows(ENGLISH))
def test_another_date_of_an_english_sentence_is_not_that_of_the_event(text: str, expected: str) -> None:
    assert expected in [told(event) for event in events(text, "en")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "Turkey's foreign minister met his Greek counterpart in Athens on Monday.\n\n"
                "Greece signed a maritime accord with Egypt in 2020.\n\nTurkey urged Greece to drop the accord."
            ),
            "demand occurred 2024-06-10 stated",
        ),
        (
            "fr",
            (
                "Oslo et Moscou se sont parlé lundi à Kirkenes.\n\nOslo a signé en 2010 un traité avec Moscou.\n\n"
                "Moscou a reproché à Oslo de fermer ses ports."
            ),
            "accuse occurred 2024-06-10 stated",
        ),
        (  # What is told as it stands now is told as of the day of publication.
            "en",
            (
                "Kenya and Ethiopia held talks in Nairobi on Monday.\n\nKenya signed a pact with Sudan in 2020.\n\n"
                "Kenya wants Ethiopia to open the border."
            ),
            "demand occurred 2024-06-13 document",
        ),
        (  # Whomever one of them told something.
            "en",
            (
                "Ghana's president received Togo's president in Accra on Monday.\n\n"
                "Ghana signed a pact with Mali in 2020.\n\nGhana called on Niger to free its president."
            ),
            "demand occurred 2024-06-10 stated",
        ),
        (  # What one thinks of a thing may be said any day.
            "en",
            (
                "Ghana's president received Togo's president in Accra on Monday.\n\n"
                "Ghana signed a pact with Mali in 2020.\n\nGhana's foreign minister played down the dispute."
            ),
            "assess occurred 2024-06-13 document",
        ),
        (  # Not by somebody who was not there.
            "en",
            (
                "Peru and Chile held talks in Lima on Monday.\n\nPeru signed a pact with Spain in 2020.\n\n"
                "Bolivia urged Chile to return the coast."
            ),
            "demand occurred 2024-06-13 document",
        ),
        (
            "en",
            (
                "Norway's minister spoke today with his Danish counterpart, following their meeting on June 11. "
                "He asked Denmark to release the trawler."
            ),
            "demand occurred 2024-06-13 stated",
        ),
    ],
)
def test_those_who_met_spoke_to_each_other_then(language: Language, text: str, expected: str) -> None:
    assert expected in [told(event) for event in events(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Kenya's president will meet Uganda's president on Friday. He will also meet Sudan's foreign minister.",
            "talks scheduled 2024-06-14 stated",
        ),
        (
            "fr",
            "Le président malien recevra lundi son homologue nigérien. Il s'entretiendra aussi avec celui du Soudan.",
            "talks scheduled 2024-06-17 stated",
        ),
        (  # Not of what others will do.
            "en",
            "Peru will host Bolivia for talks on Saturday. Chile will hold talks with Argentina.",
            "talks scheduled undated",
        ),
    ],
)
def test_what_else_one_will_do_is_on_the_day_to_come_told_last(language: Language, text: str, expected: str) -> None:
    assert told(events(text, language)[-1]) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A meeting between Norway and Peru, which had been on Friday's programme, will not take place."),
        ("en", "A meeting between Norway and Peru, which was on Friday's agenda, was cancelled."),
        ("fr", "La rencontre entre la Norvège et le Pérou, qui figurait au programme de vendredi, n'aura pas lieu."),
    ],
)
def test_the_day_of_an_agenda_is_that_of_what_is_on_it(language: Language, text: str) -> None:
    assert [told(event) for event in events(text, language)] == ["talks cancelled 2024-06-14 stated"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Norway and Peru met for the first time since relations were cut in 2019.", "talks occurred undated"),
        ("en", "Norway and Peru held their first talks since the war ended in 2019.", "talks occurred undated"),
        ("en", "Norway and Peru held their first talks in May 2019.", "talks occurred 2019-05-01..2019-05-31 stated"),
    ],
)
def test_a_day_since_which_something_is_told_is_not_that_of_the_act(
    language: Language, text: str, expected: str
) -> None:
    assert [told(event) for event in events(text, language)] == [expected]


@pytest.mark.parametrize(
    ("text", "scheduled"),
    [
        ("Norway and Peru met on Monday to prepare the next round of talks.", "talks scheduled undated"),
        ("Norway and Peru met on Monday to set the date of the next meeting.", "talks scheduled undated"),
        ("Norway announced on Monday a meeting with Peru.", "talks scheduled undated"),
    ],
)
def test_the_day_on_which_talks_are_prepared_is_not_theirs(text: str, scheduled: str) -> None:
    assert told(events(text, "en")[-1]) == scheduled
