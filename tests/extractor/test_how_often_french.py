"""How often something was done is not what was opposed or asked for, nor is a town. Sentences are invented."""

from tests.extractor.test_extract import read


def test_who_clashed_twice_refused_nothing() -> None:
    assert read("La Norvège et le Pérou s'étaient opposés à deux reprises en 1996 pour cette zone.", "fr") == []


def test_what_is_opposed_is_told_behind_how_often() -> None:
    (event,) = read("La Norvège s'est opposée à deux reprises à la proposition du Pérou.", "fr")
    assert (event.act, event.items[0].text) == ("reject", "la proposition du Pérou")


def test_who_is_invited_to_a_town_is_asked_for_nothing_else() -> None:
    found = read("La Norvège a invité le président péruvien à Oslo en 2007.", "fr")
    assert "demand" not in [event.act for event in found]
    (asked,) = read("La Norvège a invité le Pérou à la retenue.", "fr")
    assert asked.act == "demand"
