# ruff: noqa: E501 — sentences under test stay on one line.
"""Short names in brackets between a body and its people. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        ("Leader of the Harbour Party of Peru (HPP) Ana Ruiz accused Norway of lying.", "en", "accuse occurred hpp > NOR"),
        ("The head of the Lima Dockers' Union (LDU), Ana Ruiz, urged Norway to pay.", "en", "demand occurred ldu > NOR"),
        ("Secretary-general of the National Union of Dockers (NUD) Liv Dahl urged Peru to pay. Dahl rejected an offer of Peru.", "en", "reject occurred nud > PER"),
        ("Harbour Party of Peru (HPP) leader Ana Ruiz accused Norway of lying.", "en", "accuse occurred hpp > NOR"),
        ("Le président de la Fédération des dockers (FDD) Luc Barral a accusé le Pérou de mentir.", "fr", "accuse occurred fdd > PER"),
    ],
)  # fmt: skip
def test_letters_in_brackets_part_nobody_from_his_body(text: str, language: Language, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, language)]


def test_a_town_in_brackets_is_no_short_name() -> None:
    text = "The leader of the Dockers' Union (Lima) Ana Ruiz urged Norway to pay."
    assert all("PER" not in who for _, _, who in told(text))
