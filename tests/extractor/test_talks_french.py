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


@pytest.mark.parametrize("when", ["lundi", "depuis lundi", "hier"])
def test_who_is_received_by_another_met_him_whenever_it_was(when: str) -> None:
    assert ("talks", "occurred", "NOR cgt") in told(f"La CGT, reçue {when} par le ministre norvégien, attend.", "fr")


def test_people_are_received_by_the_minister_told_of_before() -> None:
    text = "La Première ministre norvégienne consulte. {}"
    assert told(text.format("La CGT sera reçue jeudi."), "fr") == [("talks", "scheduled", "NOR cgt")]
    assert told(text.format("Jeudi sera reçue la CGT."), "fr") == [("talks", "scheduled", "NOR cgt")]
    assert told(text.format("Son plan a été bien reçu."), "fr") == []


def test_who_are_received_one_after_the_other_are_met_each() -> None:
    text = "La Première ministre norvégienne consulte. Jeudi seront reçues successivement la CGT et la CFDT."
    assert told(text, "fr") == [("talks", "scheduled", "NOR cgt"), ("talks", "scheduled", "NOR cfdt")]


def test_who_is_present_meets_but_signs_nothing() -> None:
    present = "en présence du ministre chilien"
    assert told(f"Le Pérou et la Norvège se sont réunis mardi {present}.", "fr")[0][2] == "CHL NOR PER"
    assert told(f"Une réunion s'est tenue mardi entre le Pérou et la Norvège {present}.", "fr")[0][2] == "CHL NOR PER"
    assert told(f"Le Pérou et la Norvège ont signé un accord {present}.", "fr")[0][2] == "NOR PER"


@pytest.mark.parametrize("to", ["à venir discuter", "à Lima pour échanger", "à Lima pour négocier"])
def test_who_invites_another_to_come_and_talk_proposes_to_talk(to: str) -> None:
    assert told(f"Le ministre péruvien a invité la CGT {to}.", "fr") == [("talks", "proposed", "PER cgt")]


@pytest.mark.parametrize("to", ["à négocier", "à venir voter", "à revoir son offre pour négocier"])
def test_who_invites_another_to_something_else_proposes_no_talks(to: str) -> None:
    assert "talks" not in [act for act, _, _ in told(f"Le ministre péruvien a invité la CGT {to}.", "fr")]


def test_many_states_talk_with_each_other() -> None:
    assert [one[:2] for one in told("Les pays arabes tiendront lundi des consultations à Oslo.", "fr")] == [
        ("talks", "scheduled")
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Après une rencontre avec la CGT, Renault a demandé le report de la séance suivante.", "occurred"),
        ("La CGT demande le report de la réunion avec Renault.", "scheduled"),
        ("La CGT souhaite annuler la réunion avec Renault.", "scheduled"),
        ("La CGT a annulé la réunion avec Renault.", "cancelled"),
        ("Après l'annulation de la réunion avec Renault, la CGT attend.", "cancelled"),
    ],
)
def test_talks_are_called_off_where_they_are_what_is_and_it_was_done(text: str, status: str) -> None:
    assert next(one[1] for one in told(text, "fr") if one[0] == "talks") == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le ministre norvégien s'entretiendra jeudi avec la CGT, puis vendredi avec la CFDT.", "scheduled"),
        ("Le ministre norvégien s'est entretenu avec la CGT mardi et avec la CFDT mercredi.", "occurred"),
        ("Le ministre norvégien a rencontré la CGT à Oslo, puis mardi la CFDT.", "occurred"),
    ],
)
def test_whom_one_meets_in_turn_he_meets_in_talks_of_their_own(text: str, status: str) -> None:
    assert told(text, "fr") == [("talks", status, "NOR cgt"), ("talks", status, "NOR cfdt")]


def test_what_is_done_after_a_meeting_parts_no_talks() -> None:
    text = "Le ministre norvégien a rencontré la CGT et la CFDT, puis est reparti."
    assert told(text, "fr") == [("talks", "occurred", "NOR cfdt cgt")]


@pytest.mark.parametrize(
    "text", ["Le comité mixte Pérou-UE s'est réuni.", "Le sommet Pérou-UE a réuni vingt ministres."]
)
def test_talks_that_meet_are_one_event(text: str) -> None:
    assert told(text, "fr") == [("talks", "occurred", "PER eu")]


def test_who_finds_his_counterpart_again_meets_him() -> None:
    assert told("Le roi norvégien a retrouvé mardi son homologue suédois.", "fr") == [("talks", "occurred", "NOR SWE")]
    assert told("Le ministre norvégien a retrouvé son calme.", "fr") == []
