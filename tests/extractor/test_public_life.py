"""People of public life whom articles name without saying who they are: for whom they stand on a day."""

from datetime import date

import pytest

from services.extractor.actors.gazetteer import gazetteer
from tests.extractor.test_extract import told


def stands_for(name: str, day: date) -> set[str]:
    """Bodies for which the people of a name hold an office on a day."""
    people = [person for found in gazetteer().find(f"{name}.") for person in found.persons]
    return {
        tenure.party
        for person in people
        for tenure in person.tenures
        if (tenure.start or date.min) <= day <= (tenure.end or date.max)
    }


@pytest.mark.parametrize(
    ("name", "day", "body"),
    [
        ("Hervé Berville", date(2023, 3, 6), "country:FRA"),
        ("Franck Devulder", date(2023, 2, 28), "org:csmf"),
        ("Karine Gély", date(2022, 11, 8), "org:snpl"),
        ("Christelle Morançais", date(2021, 9, 7), "org:pays-de-la-loire-region"),
        ("Marianne Streel", date(2023, 9, 5), "org:federation-wallonne-de-l-agriculture"),
        ("Giorgio Tuti", date(2015, 10, 6), "org:sev"),
        ("Sylvain Mallette", date(2016, 10, 4), "org:fae"),
        ("Blaine Higgs", date(2021, 10, 5), "group:new-brunswick-government"),
        ("Ken Lewenza", date(2010, 10, 5), "org:canadian-auto-workers"),
        ("Zéphirin Diabré", date(2018, 10, 9), "org:upc-bfa"),
        ("Joseph Dion Ngute", date(2021, 10, 5), "country:CMR"),
        ("Miloudi Moukharik", date(2016, 10, 4), "org:umt"),
        ("Fofi Gennimata", date(2019, 5, 7), "org:pasok"),
        ("Clayton Yeutter", date(1987, 5, 5), "country:USA"),
        ("Willy De Clercq", date(1987, 5, 5), "org:eu"),
        ("Franz Steinkuehler", date(1988, 5, 3), "org:ig-metall"),
        ("Gustavo Petricioli", date(1987, 5, 5), "country:MEX"),
        ("Wellington Koo", date(2025, 5, 6), "country:TWN"),
        ("Mohagher Iqbal", date(2012, 5, 8), "org:milf"),
        ("Feleti Teo", date(2024, 5, 7), "country:TUV"),
        ("Molly Phee", date(2022, 5, 3), "country:USA"),
        ("Jutta Urpilainen", date(2022, 5, 3), "org:eu"),
    ],
)
def test_who_is_named_by_name_alone_stands_for_the_body_of_the_day(name: str, day: date, body: str) -> None:
    assert stands_for(name, day) == {body}


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Laurent Marcangeli", ("org:horizons", date(2023, 5, 2)), ("country:FRA", date(2025, 3, 4))),
        ("Alain Griset", ("org:u2p", date(2019, 5, 7)), ("country:FRA", date(2021, 3, 2))),
        ("Zakia Khattabi", ("org:ecolo", date(2017, 5, 2)), ("country:BEL", date(2022, 3, 1))),
        ("Saleh Kebzabo", ("org:undr", date(2019, 5, 7)), ("country:TCD", date(2023, 3, 7))),
    ],
)
def test_who_changes_office_stands_for_one_body_at_a_time(
    name: str, before: tuple[str, date], after: tuple[str, date]
) -> None:
    for body, day in (before, after):
        assert stands_for(name, day) == {body}


def test_who_has_left_office_stands_for_nobody() -> None:
    assert stands_for("Sylvain Mallette", date(2024, 10, 1)) == set()


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("Le ministre Serge Lavrov", "RUS"),
        ("Le conseiller Iouri Ouchakov", "RUS"),
        ("Le gouverneur Robert Lavrov", None),
        ("Le porte-parole Armand Peskov", None),
        ("Le député Henri Tsipras", None),
    ],
)
def test_another_first_name_behind_an_office_is_somebody_else(who: str, party: str | None) -> None:
    initiators = [parties for act, _, parties in told(f"{who} a rejeté l'offre du Pérou.", "fr") if act == "reject"]
    assert initiators == ([f"{party} > PER"] if party else [])
