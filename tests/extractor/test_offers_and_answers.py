# ruff: noqa: E501 — sentences under test stay on one line.
"""Offers and answers told by readiness, judgement, noun and passive; meetings of one side. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Ouganda s'est dit prêt à partager les données.", ("propose", "occurred", "UGA")),
        ("L'Ouganda est disposé à partager les données.", ("propose", "occurred", "UGA")),
        ("L'Ouganda juge l'offre dérisoire.", ("reject", "occurred", "UGA")),
        ("Le Kenya a posé trois conditions à l'Ouganda.", ("demand", "occurred", "KEN > UGA")),
        ("Le Kenya attend de l'Ouganda des excuses.", ("demand", "occurred", "KEN > UGA")),
        ("Le Kenya et l'Ouganda ont négocié en janvier. La proposition de l'Ouganda a été refusée.", ("reject", "occurred", "KEN > UGA")),
        # One side of a meeting is enough where others of whom nothing is known are met.
        ("La Norvège a rencontré les verriers du fjord.", ("talks", "occurred", "NOR")),
        ("Fin de non-recevoir de l'Ouganda.", ("reject", "occurred", "UGA")),
    ],
)  # fmt: skip
def test_offers_and_answers_by_noun_and_passive(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text, "fr")
