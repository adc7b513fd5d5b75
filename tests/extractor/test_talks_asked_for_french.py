"""Who is asked to hold talks holds them, not who asks. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

SENTENCES = [
    (
        "L'ONU exhorte la Norvège et le Pérou à reprendre leurs négociations.",
        ["demand occurred un > NOR PER", "talks proposed NOR PER"],
    ),
    (
        "Le Ghana a demandé à la Norvège et au Pérou de reprendre leurs pourparlers.",
        ["demand occurred GHA > NOR PER", "talks proposed NOR PER"],
    ),
    ("L'ONU a exhorté les deux pays à poursuivre leurs discussions.", ["demand occurred un"]),
    (
        "La Norvège et le Pérou ont demandé à reprendre leurs négociations.",
        ["demand occurred NOR PER", "talks proposed NOR PER"],
    ),
]


@pytest.mark.parametrize(("sentence", "events"), SENTENCES)
def test_who_is_asked_to_talk_takes_part(sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, "fr")) == sorted(events)
