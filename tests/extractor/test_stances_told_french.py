"""More ways of backing, blaming, threatening and judging in French. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

SENTENCES = [
    # Backing: what one is in favour of, unless it is talks, for which one is ready.
    ("La Norvège et le Ghana maintiennent leur soutien au Pérou.", ["support occurred GHA NOR > PER"]),
    ("La Norvège est favorable à la levée des sanctions.", ["support occurred NOR"]),
    ("La Norvège s'est déclarée favorable au plan du Pérou.", ["support occurred NOR > PER"]),
    ("La Norvège s'aligne sur la position du Pérou.", ["support occurred NOR > PER"]),
    ("La Norvège s'est dite favorable à une reprise des négociations avec le Pérou.", ["talks proposed NOR PER"]),
    ("Le vent est favorable aux navires du Pérou.", []),
    # Blaming: of somebody who is named.
    ("La Norvège a exprimé son mécontentement au Pérou.", ["accuse occurred NOR > PER"]),
    ("La Norvège s'est dite déçue par la réponse du Pérou.", ["accuse occurred NOR > PER"]),
    ("Les habitants ont exprimé leur colère.", []),
    # Threatening: with what is not ruled out against another.
    ("La Norvège n'exclut pas de nouvelles sanctions contre le Pérou.", ["threaten occurred NOR > PER"]),
    ("La Norvège prépare des mesures de rétorsion contre le Pérou.", ["threaten occurred NOR > PER"]),
    ("La Norvège n'exclut pas des poursuites.", []),
    # Refusing, demanding, visiting.
    ("La CGT reste vent debout contre la réforme.", ["reject occurred cgt"]),
    ("La Norvège juge l'offre du Pérou insatisfaisante.", ["reject occurred NOR > PER"]),
    ("La Norvège a multiplié les appels au calme.", ["demand occurred NOR"]),
    ("Le ministre norvégien a rendu visite au président péruvien.", ["talks occurred NOR PER"]),
    ("Le président péruvien a rendu visite aux soldats sur le front.", []),
    # Judging: by phrases, where talks or a deal are named.
    ("« L'accord est à portée de main », a déclaré le négociateur norvégien.", ["assess occurred NOR"]),
    ("« Ce dialogue n'est pas une tâche facile », a reconnu le ministre norvégien.", ["assess occurred NOR"]),
    ("« Les pourparlers se sont bien passés », a dit le ministre péruvien.", ["assess occurred PER"]),
    ("« C'est une bonne nouvelle pour l'économie », a déclaré le ministre norvégien.", []),
]


@pytest.mark.parametrize(("sentence", "events"), SENTENCES)
def test_stances_are_told(sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, "fr")) == sorted(events)
