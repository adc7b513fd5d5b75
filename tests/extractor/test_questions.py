"""What is only asked, supposed or opens a sentence. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

ENGLISH = [
    ("Will Norway meet Peru?", []),
    ("Has Norway signed a treaty with Peru?", []),
    ('"Will Norway accept the plan?" the envoy asked.', []),
    ("Why did Norway reject Peru's offer?", ["reject occurred NOR > PER"]),
    # What a condition supposes.
    ("Norway will sign the treaty if it meets Peru.", ["sign conditional NOR PER", "talks conditional NOR PER"]),
    # Whom a passive is aimed at.
    ("A fishing deal was offered to Peru by Norway.", ["propose occurred NOR > PER"]),
    ("Sanctions against Peru were lifted by Norway.", ["concede occurred NOR > PER"]),
    ("Peru was asked by Norway to free the crew.", ["demand occurred NOR > PER"]),
    ("The minister was asked by reporters whether Peru would free the crew.", []),
    # What opens a sentence is done by who is named behind.
    ("After meeting Peru, Norway recalled its envoy.", ["talks occurred NOR PER"]),
    ("After signing a treaty with Peru, Norway recalled its envoy.", ["sign occurred NOR PER"]),
    ("After lifting sanctions against Peru, Norway recalled its envoy.", ["concede occurred NOR > PER"]),
    ("After assuring Peru that it would pay its debts, Norway recalled its envoy.", ["promise occurred NOR > PER"]),
]

FRENCH: list[tuple[str, list[str]]] = [
    ("La Norvège va-t-elle rencontrer le Pérou ?", []),
    ("La Norvège acceptera-t-elle le texte du Pérou ?", []),
    ("La Norvège a-t-elle signé un traité avec le Pérou ?", []),
    ("Est-ce que la Norvège va rejeter le texte du Pérou ?", []),
]


@pytest.mark.parametrize(("sentence", "events"), ENGLISH)
def test_what_is_only_asked_or_supposed_is_not_told_as_done(sentence: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(sentence)] == events


@pytest.mark.parametrize(("sentence", "events"), FRENCH)
def test_the_same_in_french(sentence: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(sentence, "fr")] == events
