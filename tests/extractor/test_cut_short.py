"""Sentences that end too early, as summaries and headlines do, are read: they neither crash nor hang."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Pérou et la Norvège négocient. Le Pérou a rejeté lundi"),
        ("fr", "Le Pérou a rejeté, une majorité de"),
        ("en", "Norway and Peru met, both of"),
        ("en", "Norway said efforts by Peru have been insufficient"),
        ("en", "Norway offered 2 percent. Peru called this insufficient"),
    ],
)
def test_a_sentence_may_end_anywhere(language: Language, text: str) -> None:
    assert len(told(text, language)) < 4
