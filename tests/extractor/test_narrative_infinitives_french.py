"""Infinitives that tell what somebody then did: "Et la CGT de réclamer". Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

SENTENCES = [
    ("Et la CGT de réclamer une hausse des salaires.", ["demand occurred cgt"]),
    ("Et le ministre norvégien d'appeler le Pérou à reprendre les négociations.", ["demand occurred NOR > PER"]),
    ("Et la Norvège de menacer le Pérou de sanctions.", ["threaten occurred NOR > PER"]),
    # An infinitive that belongs to a noun tells nothing of the kind.
    ("Et le droit de refuser l'offre de la Norvège est garanti au Pérou.", []),
    ("Et la Norvège a décidé de rejeter l'offre du Pérou.", ["reject occurred NOR > PER"]),
]


@pytest.mark.parametrize(("sentence", "events"), SENTENCES)
def test_an_infinitive_behind_and_tells_what_was_done(sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, "fr")) == sorted(events)
