"""Where a list begins behind what opens the sentence, and whose an office is. Sentences are invented."""

import pytest

from tests.extractor.test_extract import parties, read

OPENINGS = [
    "À l'appel du secrétaire général de l'ONU, la Norvège et le Pérou ont accepté une trêve.",
    "Selon le porte-parole du Ghana, la Norvège et le Pérou ont accepté une trêve.",
    "Mardi à Genève, après un appel de l'ONU, la Norvège et le Pérou ont accepté une trêve.",
    "Pressés par le Ghana, la Norvège et le Pérou ont accepté une trêve.",
]


@pytest.mark.parametrize("sentence", OPENINGS)
def test_a_list_begins_behind_what_opens_the_sentence(sentence: str) -> None:
    (deal,) = [event for event in read(sentence, "fr") if event.act == "agree"]
    assert parties(deal) == "NOR PER"


OFFICES = [
    ("Les ministres du Ghana, de la Norvège et du Pérou se sont rencontrés.", "GHA NOR PER"),
    ("Le ministre du Ghana et la Norvège se sont rencontrés.", "GHA NOR"),
    ("Le texte a été proposé par le Ghana, la Norvège et le Pérou.", "GHA NOR PER"),
]


@pytest.mark.parametrize(("sentence", "who"), OFFICES)
def test_those_who_are_named_together_stay_together(sentence: str, who: str) -> None:
    (event,) = read(sentence, "fr")
    assert parties(event) == who
