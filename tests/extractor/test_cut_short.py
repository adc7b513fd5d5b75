"""Sentences that end too early, as summaries and headlines do, are read: they neither crash nor hang."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("fr", "Le Pérou et la Norvège négocient. Le Pérou a rejeté lundi", "reject occurred PER > NOR"),
        ("fr", "Le Pérou a rejeté, une majorité de", "reject occurred PER"),
        ("en", "Norway and Peru met, both of", "talks occurred NOR PER"),
        ("en", "Norway said efforts by Peru have been insufficient", "reject occurred NOR"),
        ("en", "Norway offered 2 percent. Peru called this insufficient", "propose occurred NOR"),
    ],
)
def test_a_sentence_may_end_anywhere(language: Language, text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, language)]
