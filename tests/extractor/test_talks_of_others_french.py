"""Who gets the talks of others going again mediates between them. Sentences are invented."""

import pytest

from tests.extractor.test_extract import parties, read

SENTENCES = [
    ("La Norvège a tenté de relancer les négociations entre le Pérou et le Ghana.", "mediate", "occurred"),
    (
        "La Norvège est intervenue mardi pour débloquer les pourparlers entre le Pérou et le Ghana.",
        "mediate",
        "occurred",
    ),
    ("La Norvège s'active pour sauver le dialogue entre le Pérou et le Ghana.", "mediate", "occurred"),
    ("La Norvège espère réamorcer les discussions entre le Pérou et le Ghana.", "mediate", "proposed"),
    ("La Norvège joue la carte de la médiation entre le Pérou et le Ghana.", "mediate", "occurred"),
    ("La réunion vise à relancer les négociations entre le Pérou et le Ghana.", "talks", "scheduled"),
]


@pytest.mark.parametrize(("sentence", "act", "status"), SENTENCES)
def test_who_revives_the_talks_of_others_mediates(sentence: str, act: str, status: str) -> None:
    (event,) = read(sentence, "fr")
    assert (event.act, event.status, parties(event)) == (act, status, "GHA PER")
    assert [one.id for one in event.parties if one.role == "mediator"] == ["country:NOR"] * (act == "mediate")


def test_who_revives_his_own_talks_takes_part() -> None:
    (event,) = read("La Norvège veut relancer les négociations avec le Pérou.", "fr")
    assert (event.act, event.status, parties(event)) == ("talks", "proposed", "NOR PER")
