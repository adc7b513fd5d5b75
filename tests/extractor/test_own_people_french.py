"""A government among its own people, or on its way at home, meets no other side. Sentences are invented."""

import pytest

from tests.extractor.test_extract import parties, read

BEFORE = "Le gouvernement norvégien négocie avec le syndicat Unafor. "
TWO = "La Norvège et le Pérou négocient. "

AMONG_THEMSELVES = [
    "La première ministre a réuni certains membres de son gouvernement lundi soir.",
    "La première ministre déjeunera avec le ministre des Finances.",
    "La première ministre s'est entretenue avec ses conseillers.",
    "La première ministre a rencontré mardi le ministre norvégien des Finances.",
    "La première ministre s'est rendue devant la tombe d'un marin.",
    "La première ministre se rendra dans une douzaine de villages.",
]


@pytest.mark.parametrize("sentence", AMONG_THEMSELVES)
def test_a_government_among_itself_does_not_meet_the_other_side(sentence: str) -> None:
    assert [event.status for event in read(BEFORE + sentence, "fr")] == ["ongoing"]


def test_only_the_state_of_two_who_talk_has_ministers() -> None:
    *_, deal = read(BEFORE + "Les ministres ont convenu mardi d'une aide de trois millions.", "fr")
    assert (deal.act, [one.id for one in deal.parties if one.role == "initiator"]) == ("agree", ["country:NOR"])


def test_whom_another_government_sends_is_met() -> None:
    *_, met = read(TWO + "Le président péruvien a reçu le ministre norvégien de la Pêche.", "fr")
    assert (met.act, met.status, parties(met)) == ("talks", "occurred", "NOR PER")
    *_, met = read(TWO + "Les ministres se sont rencontrés mardi à Accra.", "fr")
    assert (met.act, met.status, parties(met)) == ("talks", "occurred", "NOR PER")
