"""Who says what he means to do: a promise, unless it is to meet or to refuse. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

SENTENCES = [
    ("Le Pérou a exprimé la volonté de stabiliser la région.", ["promise occurred PER"]),
    ("Le Pérou a confirmé son intention de retirer ses troupes.", ["promise occurred PER"]),
    ("Le Pérou a réaffirmé sa détermination à respecter la trêve.", ["promise occurred PER"]),
    ("Le Pérou a fait part de sa volonté d'appliquer l'accord.", ["promise occurred PER"]),
    ("Le Pérou a promis de ne pas rejeter la demande de la Norvège.", ["promise occurred PER"]),
    # To mean to meet is talks, and to mean to refuse is to refuse; neither is a promise besides.
    ("Le Pérou a réaffirmé sa volonté de poursuivre le dialogue avec la Norvège.", ["talks proposed NOR PER"]),
    ("La Norvège s'est engagée à reprendre les négociations avec le Pérou.", ["talks scheduled NOR PER"]),
    ("Le Pérou a confirmé son intention de rejeter l'offre de la Norvège.", ["reject occurred PER > NOR"]),
    ("Le Pérou a exprimé sa volonté de ne pas céder.", ["reject occurred PER"]),
    # Nobody has said so, or it is no matter between sides.
    ("Le Pérou n'a jamais exprimé la volonté de retirer ses troupes.", []),
    ("Liv Dahl a confirmé son intention de briguer un second mandat.", []),
]


@pytest.mark.parametrize(("sentence", "events"), SENTENCES)
def test_an_intention_is_a_promise_or_what_it_is_to_do(sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, "fr")) == sorted(events)
