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
    ("en", "The talks between Norway and Peru ended in deadlock.", ["talks occurred NOR PER"]),
    ("en", "The talks between Norway and Peru ended with no breakthrough.", ["talks occurred NOR PER"]),
    ("en", "The talks between Norway and Peru were adjourned to a later date.", ["talks occurred NOR PER"]),
    ("en", "Norway and Peru adjourned their talks until April.", ["talks occurred NOR PER"]),
    ("en", "The talks between Norway and Peru collapsed.", ["suspend occurred NOR PER"]),
    # Talks that came to a deal: both are told.
    ("en", "The talks between Norway and Peru led to a truce.", ["agree occurred NOR PER", "talks occurred NOR PER"]),
    (
        "en",
        "The talks between Norway and Peru have produced a tentative agreement.",
        ["agree occurred NOR PER", "talks occurred NOR PER"],
    ),
    ("en", "Their negotiations resulted in an accord between Norway and Peru.", ["agree occurred NOR PER"]),
    ("en", "The talks between Norway and Peru led to a new factory.", ["talks occurred NOR PER"]),
    ("en", "The talks between Norway and Peru did not lead to a truce.", ["talks occurred NOR PER"]),
    ("en", "The talks between Norway and Peru ended the truce.", ["talks occurred NOR PER"]),
    # A deal that does something was made.
    ("en", "The deal between Norway and Peru averted a trade war.", ["agree occurred NOR PER"]),
    ("en", "An agreement between Norway and Peru provides for a joint zone.", ["agree occurred NOR PER"]),
    ("en", "Any agreement between Norway and Peru must provide for a joint zone.", []),
    ("en", "Norway and Peru failed to reach an agreement.", ["agree denied NOR PER"]),
    ("en", "Norway and Peru failed to agree on quotas.", ["agree denied NOR PER"]),
    ("en", "Norway and Peru parted without reaching an agreement.", ["suspend occurred NOR PER"]),
]


@pytest.mark.parametrize(("language", "sentence", "events"), SENTENCES)
def test_talks_without_an_outcome_were_held(language: Language, sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, language)) == sorted(events)


@pytest.mark.parametrize(
    ("language", "sentence", "events"),
    [
        ("fr", "Le Pérou a accepté le report de la hausse.", ["agree occurred PER"]),
        ("fr", "La Norvège et le Pérou se sont entendus sur l'annulation de la dette.", ["agree occurred NOR PER"]),
        ("en", "Norway agreed to the postponement of the vote.", ["agree occurred NOR"]),
        ("fr", "La signature de l'accord entre la Norvège et le Pérou a été reportée.", ["sign cancelled NOR PER"]),
    ],
)
def test_a_delay_that_is_agreed_on_calls_off_no_agreement(language: Language, sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, language)) == sorted(events)


@pytest.mark.parametrize("direction", ["direction locale", "direction générale", "direction"])
def test_the_management_of_a_firm_speaks_for_it(direction: str) -> None:
    assert told(f"La {direction} de la SNCF a rejeté l'offre mardi.", "fr") == [("reject", "occurred", "sncf")]
