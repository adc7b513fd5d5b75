"""Talks that brought nothing, or came to their end, were held all the same. Sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

SENTENCES: list[tuple[Language, str, list[str]]] = [
    (
        "fr",
        "La réunion entre la Norvège et le Pérou n'a pas permis de rapprocher les points de vue.",
        ["talks occurred NOR PER"],
    ),
    ("fr", "La rencontre entre la Norvège et le Pérou n'a pas convaincu les pêcheurs.", ["talks occurred NOR PER"]),
    ("fr", "La réunion entre la Norvège et le Pérou n'a pas porté ses fruits.", ["talks occurred NOR PER"]),
    ("fr", "Deux jours de pourparlers entre la Norvège et le Pérou n'ont pas suffi.", ["talks occurred NOR PER"]),
    ("fr", "Les pourparlers entre la Norvège et le Pérou ont pris fin mardi à Genève.", ["talks occurred NOR PER"]),
    ("fr", "La réunion entre la Norvège et le Pérou n'a pas commencé.", ["talks denied NOR PER"]),
    ("fr", "Le Pérou n'a pas permis une rencontre avec la Norvège.", ["talks denied NOR PER"]),
    ("en", "The meeting between Norway and Peru did not last long.", ["talks occurred NOR PER"]),
    ("en", "Talks between Norway and Peru have not produced any breakthrough.", ["talks occurred NOR PER"]),
    ("en", "The talks between Norway and Peru have not begun.", ["talks denied NOR PER"]),
]


@pytest.mark.parametrize(("language", "sentence", "events"), SENTENCES)
def test_talks_without_an_outcome_were_held(language: Language, sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, language)) == sorted(events)
