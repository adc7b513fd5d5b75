"""A pronoun takes up somebody of its own gender, where the words tell it. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


def initiators(text: str, act: str) -> set[str]:
    return {parties.split(" > ")[0] for one, _, parties in told(text, "fr") if one == act}


@pytest.mark.parametrize(
    ("lead", "elle"),
    [
        ("Le syndicat Unitas a rencontré lundi la direction de Karvel.", "karvel"),
        ("Le ministre péruvien a reçu lundi la CGT.", "cgt"),
        ("Le Chili a rencontré lundi la Bolivie à Lima.", "BOL"),
        ("La ministre norvégienne a reçu lundi le syndicat Unitas.", "NOR"),
    ],
)
def test_elle_is_who_is_feminine(lead: str, elle: str) -> None:
    assert initiators(f"{lead} Elle a rejeté mardi ce projet.", "reject") == {elle}


@pytest.mark.parametrize(
    ("lead", "il"),
    [
        ("La direction de Karvel a rencontré lundi le syndicat Unitas.", "unitas"),
        ("La Bolivie a rencontré lundi le Chili à Lima.", "CHL"),
        ("Le syndicat Unitas a rencontré lundi la direction de Karvel.", "unitas"),
    ],
)
def test_il_is_who_is_masculine(lead: str, il: str) -> None:
    assert initiators(f"{lead} Il a rejeté mardi ce projet.", "reject") == {il}


def test_who_is_told_of_without_gender_is_taken_up_by_either() -> None:
    for pronoun in ("Il", "Elle"):
        assert initiators(f"L'Espagne a reçu lundi l'Italie. {pronoun} a rejeté mardi ce projet.", "reject") == {"ESP"}


def test_one_body_has_the_gender_of_the_words_for_it() -> None:
    text = (
        "La Norvège se réjouit. Le gouvernement norvégien a reçu lundi le syndicat Unitas. Il a rejeté mardi ce projet."
    )
    assert initiators(text, "reject") == {"NOR"}
