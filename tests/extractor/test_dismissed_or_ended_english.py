# ruff: noqa: E501 — sentences under test stay on one line.
"""Persons who are dismissed, talks of two names that end, talks called off behind "but", whose account judges, duties
that are insisted on, "once" that opens no condition. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told


def _events(text: str, language: Language = "en") -> list[str]:
    return [" ".join(one) for one in told(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peru's Prime Minister Jorge Salas dismissed Interior Minister Ana Ruiz.", "en"),
        ("The Peruvian president dismissed the finance minister on Monday.", "en"),
        ("Le président péruvien a écarté le ministre des Finances.", "fr"),
    ],
)
def test_who_dismisses_somebody_refuses_nothing(text: str, language: Language) -> None:
    assert not [one for one in _events(text, language) if one.startswith(("reject", "suspend"))]


@pytest.mark.parametrize(
    "text", ["Peru dismissed Norway's offer.", "Peru dismissed Norwegian Prime Minister Liv Dahl's proposal on Monday."]
)
def test_who_dismisses_an_offer_does(text: str) -> None:
    assert "reject occurred PER > NOR" in _events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway-Peru talks collapsed in January.",
        "The Norway-Peru dialogue broke down following an attack in January.",
        "Norway-Peru free trade talks were suspended on Monday.",
    ],
)
def test_talks_of_two_joined_names_are_broken_off_by_both(text: str) -> None:
    assert _events(text) == ["suspend occurred NOR PER"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway ceased negotiations with Peru on Monday.", "suspend occurred NOR > PER"),
        ("The talks between Norway and Peru were scheduled for Lima late last month, but canceled.", "talks cancelled NOR PER"),
        ("The meeting between Norway and Peru was due to be held in Lima last week, but was called off.", "talks cancelled NOR PER"),
        ("According to a Norwegian government statement, the talks with Peru were constructive.", "assess occurred NOR"),
        ("Talks between Norway and Peru were \"frank and constructive\", according to Oslo.", "assess occurred NOR"),
        ("Ghana met Norway on Monday. Norway insists Peru must release the trawlers.", "demand occurred NOR > PER"),
        ("Norway and Peru agreed to meet next week to discuss reopening what was once a harbour.", "talks scheduled NOR PER"),
        ("Norway will meet Peru once it pays.", "talks conditional NOR PER"),
    ],
)  # fmt: skip
def test_what_becomes_of_talks(text: str, event: str) -> None:
    assert event in _events(text)


def test_who_moderates_talks_mediates() -> None:
    assert ("mediate", "ongoing") in [
        one[:2] for one in told("Ghana is moderating negotiations between Norway and Peru.")
    ]
