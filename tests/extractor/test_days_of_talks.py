"""How long talks took by what is told of them elsewhere, and weekdays that are no day of the calendar."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_event_dates import events, rows, told

LASTING_ENGLISH = """
Mali and Niger agreed Tuesday after 2 days of talks mediated by Ghana. | mediate occurred 2024-06-10..2024-06-11 stated
Mali and Niger signed a truce Tuesday. The talks opened 2 June in Lomé. | talks occurred 2024-06-02..2024-06-11 stated
Mali and Niger reached a deal. The talks between the two began on 2 June. | talks occurred 2024-06-02..2024-06-13 stated
Mali and Niger signed a truce in 2015. New talks between the two opened on Monday. | talks occurred 2024-06-10 stated
Mali and Niger will meet on Friday. It will be their third meeting since April. | talks scheduled 2024-06-14 stated
"""

LASTING_FRENCH = """
Mali et Niger ont signé un pacte mardi. Le sommet s'est ouvert le 2 juin. | talks occurred 2024-06-02..2024-06-11 stated
La CGT a rejeté l'offre d'Air France, à deux jours d'un nouveau samedi de grève. | reject occurred 2024-06-13 document
La CGT a rejeté l'offre d'Air France samedi. | reject occurred 2024-06-08 stated
La CGT a rejeté l'offre d'Air France un samedi 8 juin. | reject occurred 2024-06-08 stated
"""


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [(*row, "en") for row in rows(LASTING_ENGLISH)] + [(*row, "fr") for row in rows(LASTING_FRENCH)],
)
def test_talks_take_as_long_as_is_told_of_them(text: str, expected: str, language: Language) -> None:
    assert expected in [told(event) for event in events(text, language)]


def test_a_meeting_counted_since_a_month_is_the_one_told_before() -> None:
    text = "Mali and Niger will meet on Friday in Lomé. It will be their third meeting since April."
    assert [told(event) for event in events(text, "en")] == ["talks scheduled 2024-06-14 stated"]
