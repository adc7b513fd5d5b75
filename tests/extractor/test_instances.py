"""Of many without a name those are meant who are named of them. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Plusieurs pays, dont la Norvège et la Suède, ont rejeté le plan du Pérou.", "NOR SWE > PER"),
        ("Plusieurs pays, dont la Norvège, la Suède et Malte, ont rejeté le plan du Pérou.", "MLT NOR SWE > PER"),
        ("Le plan du Pérou a été rejeté par plusieurs pays, notamment la Norvège.", "NOR > PER"),
        ("Une poignée d'États, en particulier la Norvège, ont rejeté le plan du Pérou.", "NOR > PER"),
        ("Certains pays comme la Norvège ou la Suède ont rejeté le plan du Pérou.", "NOR SWE > PER"),
        ("Le plan se heurte à l'opposition de plusieurs pays, dont la Norvège.", "NOR"),
        ("Certaines ONG, notamment Greenpeace, ont rejeté le plan du Pérou.", "greenpeace > PER"),
    ],
)
def test_those_named_of_many_are_meant(text: str, parties: str) -> None:
    assert ("reject", "occurred", parties) in told(text, "fr")


def test_all_of_a_group_of_which_one_is_named_act_together() -> None:
    text = "Les pays européens, dont la Norvège, ont rejeté le plan du Pérou."
    assert ("reject", "occurred", "european-countries > PER") in told(text, "fr")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Deux syndicats, dont la CGT, ont rejeté l'offre de la SNCF.", "cgt > sncf"),
        ("Le projet a été repoussé par certains pays, dont la Norvège.", "NOR"),
        ("Cinq des sept syndicats ont rejeté l'offre de la SNCF.", "unions > sncf"),
        ("Plusieurs des syndicats ont rejeté l'offre de la SNCF.", "unions > sncf"),
    ],
)
def test_some_of_many_who_are_counted(sentence: str, who: str) -> None:
    assert told(sentence, "fr") == [("reject", "occurred", who)]
