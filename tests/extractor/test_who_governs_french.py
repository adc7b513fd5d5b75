# ruff: noqa: E501 — sentences under test stay on one line.
"""Whom an office of government means behind the head of a club. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_AT_HOME = "Le gouvernement norvégien a reçu lundi le syndicat LO à Oslo. "


@pytest.mark.parametrize(
    "office", ["Le chef du gouvernement", "Le Premier ministre", "Le chef de l'État", "La ministre"]
)
@pytest.mark.parametrize(
    "other",
    [
        "« C'est trop tard », a dit Ana Holm, présidente de la Ligue des marins.",
        "Un texte sera prêt jeudi, selon Ana Holm, la vice-présidente de l'Union des ports.",
    ],
)
def test_who_governs_is_not_who_heads_a_club(office: str, other: str) -> None:
    events = told(f"{_AT_HOME}{other} {office} a exigé un rapport mardi.", "fr")
    assert "NOR" in {parties.split(" > ")[0] for act, _, parties in events if act == "demand"}


def test_a_president_may_be_that_of_a_club() -> None:
    text = f"{_AT_HOME}Un texte sera prêt jeudi, selon Ana Holm, la présidente de la CGT. La présidente a exigé un rapport."
    assert "cgt" in {parties.split(" > ")[0] for act, _, parties in told(text, "fr") if act == "demand"}
