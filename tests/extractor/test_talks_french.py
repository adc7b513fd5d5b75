"""Talks in French: who speaks to whom, whose talks are told of, what only looks like it. All are invented."""

import pytest

from tests.extractor.test_extract import told

_CALLS = [
    ("Le président péruvien a parlé mardi à Jonas Gahr Støre.", ("talks", "occurred", "NOR PER")),
    ("Le ministre péruvien a parlé du port avec son homologue chilien.", ("talks", "occurred", "CHL PER")),
    ("Le président péruvien parlera demain à son homologue norvégien.", ("talks", "scheduled", "NOR PER")),
    ("Le ministre péruvien a conduit une délégation à Oslo.", ("talks", "occurred", "NOR PER")),
    ("La ministre chilienne mènera une forte délégation en Norvège.", ("talks", "scheduled", "CHL NOR")),
]


@pytest.mark.parametrize(("text", "event"), _CALLS)
def test_who_in_office_speaks_to_another_or_leads_a_delegation_to_him_talks(
    text: str, event: tuple[str, str, str]
) -> None:
    assert told(text, "fr") == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Le président péruvien a parlé aux Péruviens.",
        "Le ministre péruvien a parlé à la presse norvégienne.",
        "Le ministre péruvien a parlé avec conviction de la Norvège.",
        "Le maire de Sarville a conduit une délégation à Oslo.",
    ],
)
def test_who_speaks_to_a_crowd_meets_nobody(text: str) -> None:
    assert "talks" not in [act for act, _, _ in told(text, "fr")]


@pytest.mark.parametrize(
    "text",
    [
        "Des discussions sont en cours avec le Pérou et le Chili, a indiqué le ministre norvégien de la Pêche.",
        "Des discussions sont en cours avec le Pérou et le Chili, selon le gouvernement norvégien.",
        "« Des contacts sont en cours avec le Pérou et le Chili », a dit le ministre norvégien.",
    ],
)
def test_who_tells_of_talks_with_others_holds_them(text: str) -> None:
    assert ("talks", "ongoing", "CHL NOR PER") in told(text, "fr")


@pytest.mark.parametrize("text", ["Le sommet historique Chili-Pérou", "La rencontre bilatérale Chili-Pérou"])
def test_an_adjective_may_part_talks_from_the_two_whom_a_hyphen_joins(text: str) -> None:
    assert ("talks", "scheduled", "CHL PER") in told(f"{text} aura lieu lundi.", "fr")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Le gouvernement péruvien propose six mois de discussions.", "PER"),
        ("Le Pérou a proposé la tenue d'un sommet.", "PER"),
        ("La Norvège souhaite un dialogue constructif.", "NOR"),
    ],
)
def test_who_offers_or_wishes_talks_to_nobody_named_proposes_to_talk(text: str, whose: str) -> None:
    assert told(text, "fr") == [("talks", "proposed", whose)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le Pérou a proposé une trêve après des discussions.", ("propose", "occurred", "PER")),
        ("Le Pérou souhaite que la négociation cesse.", ("demand", "occurred", "PER")),
    ],
)
def test_talks_that_are_not_what_is_offered_are_not_proposed(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")
    assert ("talks", "proposed", "PER") not in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "En cas d'échec des négociations entre le Pérou et le Chili, le port fermera.",
        "En cas de rencontre entre le Pérou et le Chili, Oslo se taira.",
        "Le boycott de la réunion par le Chili et le Pérou a surpris.",
        "Le bloc, réunissant sociaux-démocrates et conservateurs norvégiens, est fragile.",
        "La ministre norvégienne a retiré sa candidature.",
    ],
)
def test_what_only_looks_like_talks_or_their_end(text: str) -> None:
    assert {act for act, _, _ in told(text, "fr")}.isdisjoint({"talks", "suspend", "mediate"})


@pytest.mark.parametrize(
    "who",
    ["ministres africains des Finances", "chefs d'Etat d'Afrique de l'Ouest", "ministres arabes", "dirigeants baltes"],
)
def test_people_in_office_of_a_region_meet(who: str) -> None:
    assert [(act, status) for act, status, _ in told(f"Les {who} se sont réunis lundi à Oslo.", "fr")] == [
        ("talks", "occurred")
    ]
