# ruff: noqa: E501 — sentences under test stay on one line.
"""A town acts by its mayor, by name or by the office alone. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_LEAD = "Le maire de Villars-sur-Ombre, Yann Le Goff, a reçu lundi le collectif Stop Carrière."


def initiators(text: str, act: str) -> set[str]:
    return {parties.split(" > ")[0] for one, _, parties in told(text, "fr") if one == act}


@pytest.mark.parametrize(
    "who",
    [
        "Le maire (PS) de Sarville, Yann Le Goff,",
        "Le maire de Sarville Yann Le Goff (PS)",
        "La maire écologiste de Sarville",
        "Le maire sans étiquette de Sarville",
        "Yann Le Goff, maire de Sarville,",
        "Yann Le Goff, le maire (LR) de Sarville,",
    ],
)
def test_a_mayor_stands_for_the_town_whatever_his_party(who: str) -> None:
    assert initiators(f"{who} a proposé mardi un moratoire à l'opérateur Kernet.", "propose") == {"sarville"}


@pytest.mark.parametrize("who", ["Le maire", "L'édile", "M. Le Goff", "Yann Le Goff", "Le conseil municipal"])
def test_a_mayor_told_of_is_the_town_again(who: str) -> None:
    assert initiators(f"{_LEAD}\n\n{who} a refusé mardi de négocier.", "reject") == {"villars-sur-ombre"}


def test_the_mayor_is_that_of_the_town_hall_told_of() -> None:
    text = "La mairie de Sarville et le collectif Stop Carrière s'affrontent.\n\nLe bourgmestre a refusé mardi de négocier."
    assert initiators(text, "reject") == {"sarville"}


def test_a_relative_behind_a_mayor_takes_up_the_town() -> None:
    text = "« C'est bien », a déclaré le maire de Sarville, Yann Le Goff, qui a signé une convention avec l'opérateur Kernet."
    assert any(act == "sign" and "sarville" in parties for act, _, parties in told(text, "fr"))


def test_a_first_name_beside_a_mayor_is_nobodys_surname() -> None:
    text = (
        "Le maire de Sarville, Philippe, a reçu lundi la CGT. Le Premier ministre norvégien Arne Philippe est là."
        " M. Philippe a exigé mardi un rapport."
    )
    assert initiators(text, "demand") == {"NOR"}
