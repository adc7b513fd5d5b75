"""Phrases of disputes and what only looks so: apologies, calls to strike, arbitrators. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

SENTENCES = [
    # Who apologises to another gives way to him; to nobody known, it is no matter between sides.
    ("La Norvège a présenté ses excuses au Pérou.", ["concede occurred NOR > PER"]),
    ("Le chanteur a présenté ses excuses à son public.", []),
    ("La Norvège a exigé que le Pérou présente ses excuses.", ["demand occurred NOR > PER"]),
    ("La CGT a décidé de recourir à la grève.", ["threaten occurred cgt"]),
    ("La Norvège et le Pérou ont confronté leurs propositions mardi.", ["talks occurred NOR PER"]),
    # Who puts a demand before another offers him nothing.
    ("La Norvège a transmis sa demande au Pérou.", ["demand occurred NOR > PER"]),
    ("La Norvège a formulé plusieurs exigences.", ["demand occurred NOR"]),
    ("La Norvège a avancé de nouvelles conditions.", ["demand occurred NOR"]),
    ("La Norvège a transmis sa proposition au Pérou.", ["propose occurred NOR > PER"]),
    # Bodies that judge mediate nothing; what it would be right to do is agreed on by nobody.
    ("Un groupe d'arbitrage de l'OMC a donné raison mardi à la Norvège.", []),
    ("Le Pérou examine de quelle façon il conviendra de mener les négociations.", []),
]


@pytest.mark.parametrize(("sentence", "events"), SENTENCES)
def test_phrases_of_disputes(sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, "fr")) == sorted(events)


@pytest.mark.parametrize(
    "office", ["chargé des négociations", "responsable des discussions", "en charge des pourparlers"]
)
def test_what_an_office_is_for_tells_no_talks(office: str) -> None:
    assert told(f"Le ministre norvégien {office} avec le Pérou a démissionné.", "fr") == []
