"""What is put in between an auxiliary and its participle parts them not. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La Norvège s'est de son côté engagée auprès du Pérou à payer.", "promise occurred NOR > PER"),
        ("La Norvège s'est, dans un communiqué, engagée auprès du Pérou à payer.", "promise occurred NOR > PER"),
        ("La Norvège s'est jeudi soir mise d'accord avec le Pérou sur les quotas.", "agree occurred NOR PER"),
        ("La Norvège s'est le 3 mars mise d'accord avec le Pérou sur les quotas.", "agree occurred NOR PER"),
        ("La Norvège s'est clairement et fermement opposée au plan du Pérou.", "reject occurred NOR > PER"),
        ("La Norvège a, sans surprise, refusé de négocier avec le Pérou.", "reject occurred NOR > PER"),
        ("La Norvège a dès mardi refusé de négocier avec le Pérou.", "reject occurred NOR > PER"),
        (
            "La Norvège a, par la voix de son ambassadeur, refusé de négocier avec le Pérou.",
            "reject occurred NOR > PER",
        ),
    ],
)
def test_an_insertion_parts_no_participle_from_its_auxiliary(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]


@pytest.mark.parametrize("day", ["jeudi", "jeudi soir", "dimanche"])
def test_a_day_parts_no_infinitive_from_what_plans_it(day: str) -> None:
    text = f"Le ministre norvégien a prévu {day} de voir le président péruvien."
    assert ("talks", "scheduled", "NOR PER") in told(text, "fr")


def test_an_insertion_may_stand_in_an_english_perfect() -> None:
    assert ("agree", "occurred", "NOR PER") in told("Norway and Peru have this week reached a deal on fishing.", "en")


def test_who_is_set_apart_between_auxiliary_and_participle_is_nobody_asked() -> None:
    text = "Le Chili négocie avec la Bolivie. La Bolivie a salué l'offre du Chili. Le Pérou a, lui, réclamé une trêve."
    assert ("demand", "occurred", "PER") in told(text, "fr")
