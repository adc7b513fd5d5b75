"""What a side gives back or holds to, told in French: ships, works of art, a truce. All are invented."""

import pytest

from tests.extractor.test_extract import read, told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le Pérou a rendu à la Norvège deux navires saisis.", "concede occurred PER > NOR"),
        ("Le Pérou a rendu deux chalutiers à la Norvège.", "concede occurred PER > NOR"),
        ("La Norvège a rendu au Ghana vingt tableaux.", "concede occurred NOR > GHA"),
        ("La Norvège a observé une trêve de trois heures avec le Pérou.", "concede occurred NOR > PER"),
        ("Le Pérou a observé un cessez-le-feu de deux jours.", "concede occurred PER"),
    ],
)
def test_what_is_given_back_or_held_to(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]


@pytest.mark.parametrize(
    "text",
    [
        "Le chalutier péruvien a rendu l'âme.",
        "Le ministre norvégien a observé une minute de silence à Lima.",
        "Le Pérou observe les navires de la Norvège.",
    ],
)
def test_what_such_verbs_do_not_tell(text: str) -> None:
    assert not any(one.act == "concede" for one in read(text, "fr"))
