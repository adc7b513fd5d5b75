"""Who is blamed for what was done to others: who did it, behind "par". Sentences are invented."""

import pytest

from schemas.negotiation import NegotiationEvent
from tests.extractor.test_extract import read

DEEDS = [
    "Le Pérou a dénoncé l'arrestation de marins ghanéens par la Norvège.",
    "Le Pérou a condamné le bombardement de la ville par l'armée norvégienne.",
    "Le Parlement péruvien condamne le traitement des pêcheurs ghanéens par la Norvège et exige leur libération.",
]


def counterparts(event: NegotiationEvent) -> list[str]:
    return [one.id for one in event.parties if one.role == "counterpart"]


@pytest.mark.parametrize("sentence", DEEDS)
def test_who_did_it_is_blamed_not_whose_people_suffered(sentence: str) -> None:
    found = read(sentence, "fr")
    assert [counterparts(event) for event in found] == [["country:NOR"]] * len(found)
    assert found[0].act == "accuse"


def test_whose_offer_is_refused_is_told_as_before() -> None:
    (event,) = read("Le Pérou a rejeté l'offre du Ghana par la voix de son ministre.", "fr")
    assert (event.act, counterparts(event)) == ("reject", ["country:GHA"])
