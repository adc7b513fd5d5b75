"""How often something was done is not what was opposed or asked for, nor is a town. Sentences are invented."""

from tests.extractor.test_extract import read


def test_who_clashed_twice_refused_nothing() -> None:
    assert read("La Norvège et le Pérou s'étaient opposés à trois reprises, en 1981, pour ces îles.", "fr") == []


def test_what_is_opposed_is_told_behind_how_often() -> None:
    (event,) = read("La Norvège s'est opposée à deux reprises à la proposition du Pérou.", "fr")
    assert (event.act, event.items[0].text) == ("reject", "la proposition du Pérou")
