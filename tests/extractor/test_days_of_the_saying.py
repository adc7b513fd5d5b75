"""Days that are those of the saying, wherever they stand, deals that are a ground, plans for a day far ahead."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_event_dates import events, rows, told

SAYING_ENGLISH = """
The Malian premier urged Niger to reopen the road in a speech on Tuesday. | demand occurred 2024-06-11 stated
The Malian premier urged Niger to reopen the road on Tuesday in a televised speech. | demand occurred 2024-06-11 stated
Mali demanded that Niger free the herders on Tuesday in an open letter. | demand occurred 2024-06-11 stated
Mali accused Niger of arming the rebels on Sunday in an interview. | accuse occurred 2024-06-09 stated
The unions asked Renault to open talks, on Monday, before the vote in August. | demand occurred 2024-06-10 stated
Mali condemned the arrest, on Monday, of three herders by Niger. | accuse occurred 2024-06-10 stated
Mali asked Niger to reopen the road last month. | demand occurred 2024-05-01..2024-05-31 stated
Ghana promised to send 300 soldiers to Mali in 2019. | promise occurred 2019-01-01..2019-12-31 stated
Mali called on Niger to free the herders arrested last week. | demand occurred 2024-06-13 document
Mali urged Niger to back its summit in Lomé last month. | demand occurred 2024-06-13 document
Mali said it will send a doctor after the flood of last month. | promise occurred 2024-06-13 document
Mali asked Niger to reply by Monday in a letter. | demand occurred 2024-06-13 document
Mali urged Niger to "stop the killing of herders" on Monday. | demand occurred 2024-06-10 stated
Mali called for "free talks" with Niger and "an end to the raids" on Monday. | demand occurred 2024-06-10 stated
Ghana accused Togo of "hiding the men who shot at the police" on Sunday. | accuse occurred 2024-06-09 stated
"""

SAYING_FRENCH = """
Le Mali a appelé le Niger à rouvrir la route mardi soir dans un communiqué. | demand occurred 2024-06-11 stated
Le Mali a exhorté le Niger à libérer les éleveurs, lundi, lors d'un discours. | demand occurred 2024-06-10 stated
Le Mali a exigé que le Niger libère les éleveurs, lundi, avant le vote d'août. | demand occurred 2024-06-10 stated
Le Mali a refusé de rencontrer le Niger, mardi, à quelques heures du sommet. | reject occurred 2024-06-11 stated
Le Mali a demandé au Niger de rouvrir la route le mois dernier. | demand occurred 2024-05-01..2024-05-31 stated
Le Mali a demandé au Niger de libérer les éleveurs arrêtés la semaine dernière. | demand occurred 2024-06-13 document
Le Mali a appelé le Niger à « respecter sa parole » mardi. | demand occurred 2024-06-11 stated
Le Ghana a accusé le Togo de « cacher les hommes qui ont tiré » dimanche. | accuse occurred 2024-06-09 stated
"""

REPORTED_ENGLISH = """
Mali rejected Niger's offer, a spokesman said on Tuesday. | reject occurred 2024-06-11 stated
Mali accused Niger of arming rebels, local radio reported late on Sunday. | accuse occurred 2024-06-09 stated
The Teamsters have called for a rise at Boeing, officials said on Tuesday. | demand occurred 2024-06-11 stated
Mali demanded that Niger free the herders, according to a text released Monday. | demand occurred 2024-06-10 stated
Mali rejected the plan in January, a lawyer said on Monday. | reject occurred 2024-01-01..2024-01-31 stated
Mali will sign the treaty with Niger, an aide said on Monday. | sign scheduled undated
Mali and Niger will meet in Rome, according to a text released on Monday. | talks scheduled undated
Mali and Niger will hold talks expected to begin in August. | talks scheduled 2024-08-01..2024-08-31 stated
"""

REPORTED_FRENCH = """
Le Mali a rejeté l'offre du Niger, a indiqué mardi un porte-parole. | reject occurred 2024-06-11 stated
La CGT a réclamé à Air France une hausse, a rapporté lundi la presse locale. | demand occurred 2024-06-10 stated
Le Mali a exigé des excuses du Niger, selon un communiqué publié lundi. | demand occurred 2024-06-10 stated
"""

GROUNDS_ENGLISH = """
Under an accord reached by Mali and Niger on Monday, herders may pass. | agree occurred 2024-06-10 stated
Under a deal between Mali and Niger, herders will pass. | agree occurred 2024-06-13 document
In line with the 2015 pact between Mali and Niger, herders may pass. | agree occurred 2015-01-01..2015-12-31 stated
Under the pact between Mali and Niger, due to take effect Sunday, they may pass. | agree occurred 2024-06-13 document
Mali and Niger may reach a deal on Monday. | agree conditional 2024-06-17 stated
"""

GROUNDS_FRENCH = """
Selon l'accord conclu lundi entre le Mali et le Niger, les éleveurs peuvent passer. | agree occurred 2024-06-10 stated
Aux termes d'un accord de 2015 entre le Mali et le Niger, ils passeront. | agree occurred 2015-01-01..2015-12-31 stated
"""

PLANNED_ENGLISH = """
Mali and Niger will meet in Rome in April. | talks scheduled 2025-04-01..2025-04-30 stated
Mali and Niger are to meet on 5 April. | talks scheduled 2025-04-05 stated
Mali and Niger will meet again after talks in April. | talks scheduled undated
Mali and Niger met in April and will meet again. | talks scheduled undated
Mali and Niger will meet in two weeks to discuss the herds. | talks scheduled 2024-06-27 stated
Mali and Niger have put off a meeting due to take place on Friday. | talks cancelled 2024-06-14 stated
A treaty between Mali and Niger is to be signed next week. | sign scheduled 2024-06-17..2024-06-23 stated
It was last week that Mali met Nigerien ministers. | talks occurred 2024-06-03..2024-06-09 stated
"""

PLANNED_FRENCH = """
Le Mali et le Niger se rencontreront en avril à Rome. | talks scheduled 2025-04-01..2025-04-30 stated
Des pourparlers entre le Mali et le Niger doivent s'ouvrir samedi. | talks scheduled 2024-06-15 stated
Le Mali a dit que des pourparlers avec le Niger débuteraient en août. | talks scheduled 2024-08-01..2024-08-31 stated
C'est lundi que le Mali recevra les syndicats. | talks scheduled 2024-06-17 stated
C'est en 2015 que le Mali et le Niger se sont rencontrés. | talks occurred 2015-01-01..2015-12-31 stated
"""


def _all(english: str, french: str) -> list[tuple[str, str, Language]]:
    return [(*row, "en") for row in rows(english)] + [(*row, "fr") for row in rows(french)]


@pytest.mark.parametrize(("text", "expected", "language"), _all(SAYING_ENGLISH, SAYING_FRENCH))
def test_a_day_that_only_the_saying_can_have_is_its_own(text: str, expected: str, language: Language) -> None:
    assert expected in [told(event) for event in events(text, language)]


@pytest.mark.parametrize(("text", "expected", "language"), _all(REPORTED_ENGLISH, REPORTED_FRENCH))
def test_a_report_at_the_end_dates_what_was_said_and_no_plan(text: str, expected: str, language: Language) -> None:
    assert expected in [told(event) for event in events(text, language)]


@pytest.mark.parametrize(("text", "expected", "language"), _all(GROUNDS_ENGLISH, GROUNDS_FRENCH))
def test_a_deal_by_which_something_is_done_was_reached_before(text: str, expected: str, language: Language) -> None:
    assert expected in [told(event) for event in events(text, language)]


@pytest.mark.parametrize(("text", "expected", "language"), _all(PLANNED_ENGLISH, PLANNED_FRENCH))
def test_the_verb_tells_on_which_side_a_day_lies(text: str, expected: str, language: Language) -> None:
    assert expected in [told(event) for event in events(text, language)]
