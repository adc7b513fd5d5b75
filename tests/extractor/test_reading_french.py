"""What French sentences say beyond their words: who is meant, what is not said, what is only supposed. All invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "La Norvège et le Pérou sont parvenus dans la nuit de lundi à mardi à Oslo à un accord.",
            ("agree", "occurred", "NOR PER"),
        ),
        ("Le groupe minier norvégien Bertoli a rejeté l'offre du Pérou.", ("reject", "occurred", "bertoli > PER")),
        ("La Norvège n'a pas accepté la proposition du Pérou.", ("reject", "occurred", "NOR > PER")),
        (
            "Reçu mardi au Kremlin, le ministre péruvien des Affaires étrangères a plaidé pour une trêve.",
            ("talks", "occurred", "PER RUS"),
        ),
        (
            "Les deux ministres se sont eux-mêmes rencontrés. La Norvège s'est elle-même entretenue avec le Pérou.",
            ("talks", "occurred", "NOR PER"),
        ),
        ("La Norvège s'est dite prête à rencontrer le Pérou.", ("talks", "proposed", "NOR PER")),
    ],
)
def test_an_act_is_read(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("La Norvège et le Pérou négocient. Si le Pérou renonce à ses îles, tout changera.", "concede"),
        ("Le ministre norvégien se rendra à Lima, au Pérou.", "promise"),
        ("La Norvège n'a pas accusé le Pérou.", "accuse"),
        ("La Norvège assure que le Pérou a négocié.", "promise"),
        ("La Norvège ne répondra donc pas au Pérou.", "promise"),
    ],
)
def test_what_is_supposed_or_not_said_is_no_act(text: str, act: str) -> None:
    assert act not in {found for found, _, _ in told(text, "fr")}
