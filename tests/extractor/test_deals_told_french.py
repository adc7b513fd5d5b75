"""Deals, promises and demands that a noun tells in French, and whose they are. All are invented."""

import pytest

from tests.extractor.test_extract import told

Event = tuple[str, str, str]
TALKS = "La Norvège et le Pérou négociaient depuis lundi."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Un accord a été trouvé pour garantir l'accès au port.", "occurred"),
        ("Aucun accord n'a été trouvé sur la pêche.", "denied"),
        ("Le cessez-le-feu est entré en vigueur samedi.", "occurred"),
        ("Un accord doit être trouvé avant juin.", "scheduled"),
    ],
)
def test_a_deal_of_nobody_named_is_that_of_those_who_talk(text: str, status: str) -> None:
    assert ("agree", status, "NOR PER") in told(f"{TALKS} {text}", "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Un accord avec des pêcheurs étrangers a été trouvé.",
        "Un accord a été trouvé par des joueurs de football.",
        "Le cessez-le-feu a été annoncé.",
    ],
)
def test_a_deal_with_others_or_taken_up_is_not_theirs(text: str) -> None:
    assert "agree" not in {act for act, _, _ in told(f"{TALKS} {text}", "fr")}


@pytest.mark.parametrize(
    "text",
    [
        "L'annonce par la Maison Blanche d'un accord entre la Norvège et le Pérou a surpris.",
        "Après l'annonce du Kremlin d'un accord entre la Norvège et le Pérou, le port a rouvert.",
        "L'Élysée a fait état d'un accord entre la Norvège et le Pérou.",
        "Le ministre chilien a confirmé l'existence d'un accord entre la Norvège et le Pérou.",
        "Le président chilien a annoncé une trêve entre la Norvège et le Pérou.",
    ],
)
def test_who_only_tells_of_a_deal_has_no_part_in_it(text: str) -> None:
    assert ("agree", "occurred", "NOR PER") in told(text, "fr")


def test_who_brings_others_to_a_deal_mediates() -> None:
    """He has no part in it himself."""
    found = told("Le Chili a arraché une trêve entre la Norvège et le Pérou.", "fr")
    assert not any(act == "agree" and "CHL" in parties.partition("|")[0].split()[:2] for act, _, parties in found)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La promesse faite lundi par la Norvège de rouvrir le port n'a pas suffi.", ("promise", "occurred", "NOR")),
        ("L'engagement pris par la Norvège de rouvrir le port est salué.", ("promise", "occurred", "NOR")),
        ("Les revendications portées par les infirmières n'ont pas été entendues.", ("demand", "occurred", "nurses")),
    ],
)
def test_what_was_promised_or_asked_may_stand_behind_by_whom(text: str, event: Event) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La Norvège a mis en garde Lima contre toute escalade.", ("threaten", "occurred", "NOR > PER")),
        ("La CGT a mis en cause Renault dans l'échec des négociations.", ("accuse", "occurred", "cgt > renault")),
    ],
)
def test_the_object_of_an_idiom_follows_its_noun(text: str, event: Event) -> None:
    assert event in told(text, "fr")


def test_social_partners_talk_with_each_other() -> None:
    """They are both sides."""
    assert ("talks", "occurred", "social-partners") in told("Les partenaires sociaux ont négocié lundi à Berne.", "fr")


@pytest.mark.parametrize(
    "deed", ["s'est alliée au Pérou", "s'est alliée avec le Pérou", "s'allie au Pérou", "s'est associée avec le Pérou"]
)
def test_who_joins_forces_with_another_makes_a_deal_of_both(deed: str) -> None:
    assert ("agree", "occurred", "NOR PER") in told(f"La Norvège {deed} pour protéger la pêche.", "fr")
