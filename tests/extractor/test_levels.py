# ruff: noqa: E501 — sentences under test stay on one line.
"""How high those stand who act, and in which form they talk, by each wording of the two languages. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read

HEAD, MINISTER, DEPUTY = "head-of-state-or-government", "minister", "deputy-minister"


def levels(text: str, language: Language = "en") -> dict[str, str | None]:
    """Act → level, of the last event of the act."""
    return {event.act: event.level for event in read(text, language)}


@pytest.mark.parametrize(
    ("text", "act", "level"),
    [
        ("The Norwegian foreign minister met the Peruvian president in Vienna.", "talks", HEAD),
        ("Commanders from both sides will meet within a week. Norway and Peru said so.", "talks", None),
        (
            "Norway and Peru fought for a year. Officials from Norway and Peru reached an agreement in March.",
            "agree",
            "official",
        ),
        ("Envoys of Norway and Peru met in Vienna.", "talks", "envoy"),
        ("Norway and Peru will hold technical discussions next week.", "talks", "technical"),
        ("Norwegian and Peruvian officials will hold technical talks next week.", "talks", "technical"),
        ("ECOWAS will hold an extraordinary summit on Thursday.", "talks", HEAD),
        ("The accord with Peru was signed by the chief negotiators of Norway.", "sign", "envoy"),
        ("Oslo rejects the plan of Peru, Norwegian Prime Minister Liv Dahl said.", "reject", HEAD),
        ("Norway and Peru held talks. A meeting between the two presidents is planned for May.", "talks", HEAD),
        ("The president of the UAW rejected the offer of Ford.", "reject", "official"),
        ('Norway rejected the plan of Peru. "Never," said Norwegian foreign minister Liv Dahl.', "reject", MINISTER),
        (
            "Norway, whose foreign minister Liv Dahl was in Lima on Monday, backed the plan of Peru.",
            "support",
            MINISTER,
        ),
        (
            "Norwegian foreign minister Liv Dahl met Peruvian foreign minister Jorge Salas in Doha. Norway and Peru signed a treaty.",
            "sign",
            MINISTER,
        ),
        ("Norway rejected the plan of Peru.", "reject", None),
    ],
)
def test_english_levels(text: str, act: str, level: str | None) -> None:
    assert levels(text).get(act) == level


@pytest.mark.parametrize(
    ("text", "act", "level"),
    [
        ("Les dirigeants norvégien et péruvien se sont rencontrés à Vienne.", "talks", HEAD),
        ("Les vice-ministres norvégien et péruvien se sont rencontrés à Vienne.", "talks", DEPUTY),
        ("La Norvège et le Pérou tiendront des discussions techniques la semaine prochaine.", "talks", "technical"),
        ("L'accord avec le Pérou a été signé par les chefs négociateurs de la Norvège.", "sign", "envoy"),
        ("La Cédéao tiendra un sommet extraordinaire jeudi à Abuja.", "talks", HEAD),
        (
            "Lima rejette cette mesure de la Norvège, a fait savoir le ministre péruvien Jorge Salas.",
            "reject",
            MINISTER,
        ),
        (
            "La Norvège pourrait suspendre l'aide au Pérou, a prévenu la Première ministre norvégienne Liv Dahl.",
            "threaten",
            HEAD,
        ),
        (
            "La Norvège a refusé le plan du Pérou. « Jamais », a répété la ministre norvégienne des Affaires étrangères, Liv Dahl.",
            "reject",
            MINISTER,
        ),
        ("La Norvège a refusé le plan du Pérou.", "reject", None),
    ],
)
def test_french_levels(text: str, act: str, level: str | None) -> None:
    assert levels(text, "fr").get(act) == level


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("en", "ECOWAS will hold an extraordinary summit on Thursday.", "summit"),
        ("en", "Norway and Peru held a fourth round of talks in Vienna.", "round"),
        ("en", "The ministers of Norway and Peru met by video link on Monday.", "call"),
        ("en", "Norway and Peru held face-to-face talks on Monday.", "meeting"),
        ("en", "Norway met Peru on the sidelines of the NATO summit.", "meeting"),
        ("en", "After the summit Norway met Peru.", "meeting"),
        ("fr", "La Norvège et le Pérou ont tenu une cinquième session de pourparlers.", "round"),
        ("fr", "Les ministres norvégien et péruvien se sont réunis lundi en visioconférence.", "call"),
        ("fr", "La Norvège a rencontré le Pérou en marge du sommet de l'Otan.", "meeting"),
    ],
)
def test_forms_of_talks(language: Language, text: str, form: str) -> None:
    assert {event.form for event in read(text, language) if event.act == "talks"} == {form}
