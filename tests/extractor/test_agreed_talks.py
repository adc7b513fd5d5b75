"""Who agrees to meet will meet: that is talks, and no deal besides. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

TOLD: list[tuple[Language, str, list[str]]] = [
    ("en", "Norway and Peru agreed on Monday to meet in May.", ["talks scheduled NOR PER"]),
    ("en", "Norway and Peru have agreed to hold another round of talks.", ["talks scheduled NOR PER"]),
    ("en", "Norway and Peru agreed to resume talks.", ["talks scheduled NOR PER"]),
    ("en", "Norway and Peru agreed to continue discussions on fishing.", ["talks scheduled NOR PER"]),
    ("en", "Norway and Peru have agreed to keep talking about quotas.", ["talks scheduled NOR PER"]),
    ("fr", "La Norvège et le Pérou ont convenu lundi de reprendre les pourparlers.", ["talks scheduled NOR PER"]),
    # Something else is agreed on beside it, or another thing.
    (
        "en",
        "Norway and Peru agreed to cut tariffs and to meet in May.",
        ["agree occurred NOR PER", "talks scheduled NOR PER"],
    ),
    (
        "en",
        "Norway and Peru agreed to hold talks in May and to lift the ban.",
        ["agree occurred NOR PER", "talks scheduled NOR PER"],
    ),
    ("en", "Norway agreed on Monday to meet the demands of Peru.", ["agree occurred NOR > PER"]),
    # Talks to which somebody agrees lie ahead; a deal that is agreed is made.
    ("en", "Norway agreed to talks with Peru.", ["talks scheduled NOR PER"]),
    ("fr", "Lima a accepté mardi le principe de négociations avec Oslo.", ["talks proposed NOR PER"]),
    ("fr", "Lima a accepté l'ouverture de pourparlers avec Oslo.", ["talks scheduled NOR PER"]),
    ("fr", "Lima et Oslo se sont entendus sur la reprise des pourparlers.", ["talks scheduled NOR PER"]),
    ("fr", "Lima a approuvé l'ouverture de négociations avec Oslo.", ["talks scheduled NOR PER"]),
    ("fr", "Lima et Oslo sont convenus d'un accord de paix.", ["agree occurred NOR PER"]),
    ("fr", "Lima a accepté le principe d'une trêve avec Oslo.", ["agree occurred NOR PER"]),
    ("en", "Norway agreed to a truce with Peru.", ["agree occurred NOR PER"]),
]


@pytest.mark.parametrize(("language", "text", "events"), TOLD)
def test_who_agrees_to_meet_will_meet(language: Language, text: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(text, language)] == events
