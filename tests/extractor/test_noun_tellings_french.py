"""Acts that French nouns tell, offers to talk, deals others broker, promises in a quotation. All are invented."""

import pytest

from tests.extractor.test_extract import read, told

_NOUNS = [
    ("La signature par Lima d'un traité avec la Norvège a surpris.", ("sign", "occurred", "NOR PER")),
    ("La signature d'un traité entre le Pérou et la Norvège a été saluée.", ("sign", "occurred", "NOR PER")),
    ("L'acceptation par Lima du plan de la Norvège a surpris.", ("agree", "occurred", "PER > NOR")),
    ("Le dépôt par Renault d'une offre de rachat a été confirmé.", ("propose", "occurred", "renault")),
    ("L'entrée en vigueur de l'accord entre le Pérou et la Norvège traîne.", ("agree", "occurred", "NOR PER")),
    ("L'opposition du Pérou à un gel des prix est connue.", ("reject", "occurred", "PER")),
    ("L'opposition de Lima au plafonnement des prix est connue.", ("reject", "occurred", "PER")),
    ("L'engagement de Lima envers la Norvège à libérer les marins tient.", ("promise", "occurred", "PER > NOR")),
]

_OFFERS = [
    "Le Pérou a proposé à la Norvège des discussions directes.",
    "Le Pérou propose une rencontre à la Norvège.",
    "Le Pérou a offert à la Norvège un dialogue sans condition.",
    "Le Pérou a invité la Norvège à des pourparlers.",
]


@pytest.mark.parametrize(("text", "event"), _NOUNS)
def test_nouns(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize("text", _OFFERS)
def test_an_offer_to_talk_is_talks_proposed(text: str) -> None:
    assert told(text, "fr") == [("talks", "proposed", "NOR PER")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le Pérou invite le Chili à un dialogue avec la Norvège.", ("demand", "occurred", "PER > CHL")),
        ("Le Pérou invite la Norvège au dialogue.", ("demand", "occurred", "PER > NOR")),
        ("Le Pérou a proposé à la Norvège un calendrier.", ("propose", "occurred", "PER > NOR")),
        ("Le Pérou a proposé à la Norvège une trêve.", ("propose", "occurred", "PER > NOR")),
        ("Le Pérou a proposé à la Norvège un échange de prisonniers.", ("propose", "occurred", "PER > NOR")),
    ],
)
def test_what_is_no_offer_to_talk(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


def test_who_brokers_a_deal_between_others_mediates() -> None:
    assert told("Oman a parrainé un accord entre le Pérou et la Norvège.", "fr")[0][0] == "mediate"
    [event] = read("Oman a négocié une trêve entre le Pérou et la Norvège.", "fr")
    assert event.act == "agree"
    assert [one.id for one in event.parties if one.role == "mediator"] == ["country:OMN"]


def test_talks_since_a_day_go_on_whoever_they_are_with() -> None:
    assert told("Le Pérou négocie avec la Norvège depuis janvier.", "fr") == [("talks", "ongoing", "NOR PER")]


@pytest.mark.parametrize("verb", ["paierons", "rembourserons", "maintiendrons"])
def test_we_is_who_promises_and_no_object(verb: str) -> None:
    assert ("promise", "occurred", "PER") in told(f"« Nous {verb} notre part », a déclaré le président péruvien.", "fr")


@pytest.mark.parametrize(
    "text",
    [
        "L'opposition du Pérou demande des élections.",
        "La signature du romancier au Pérou est prévue samedi.",
        "Le dépôt de bilan de Renault est annoncé.",
    ],
)
def test_other_senses_of_these_nouns(text: str) -> None:
    assert {event[2] for event in told(text, "fr")}.isdisjoint({"PER", "renault"})


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La volonté du Pérou de négocier avec la Norvège est réelle.", ("talks", "proposed", "NOR PER")),
        ("L'intention de Lima de rouvrir les négociations avec Oslo surprend.", ("talks", "scheduled", "NOR PER")),
        (
            "La décision de Lima de rompre les négociations avec Oslo surprend.",
            ("suspend", "occurred", "PER > NOR"),
        ),
        ("L'offre de Lima d'ouvrir des pourparlers avec la Norvège est connue.", ("talks", "proposed", "NOR PER")),
        ("La proposition du Pérou de rencontrer la Norvège a été bien reçue.", ("talks", "proposed", "NOR PER")),
        ("Oslo salue la volonté de Lima de reprendre le dialogue.", ("support", "occurred", "NOR > PER")),
    ],
)
def test_whose_a_decision_is_does_what_it_is_for(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Le refus du Pérou de signer l'accord avec la Norvège a surpris.",
        "Le refus catégorique de Lima de recevoir le ministre norvégien a surpris.",
        "Le Pérou maintient son refus de signer l'accord avec la Norvège.",
    ],
)
def test_what_somebody_will_not_do_is_told_once_as_a_refusal(text: str) -> None:
    assert told(text, "fr") == [("reject", "occurred", "PER > NOR")]


def test_what_others_are_called_to_do_is_not_his_who_calls() -> None:
    text = "L'appel du Ghana à reprendre les négociations avec la Norvège a surpris."
    assert ("talks", "proposed", "GHA NOR") not in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Ce gel suit la rupture d'un pacte douanier entre la Norvège et le Pérou.",
            [("suspend", "occurred", "NOR PER")],
        ),
        ("Le Pérou a annoncé son retrait de l'accord de pêche.", [("suspend", "occurred", "PER")]),
        (
            "La rupture des négociations entre la Norvège et le Pérou a été annoncée lundi.",
            [("suspend", "occurred", "NOR PER")],
        ),
        ("Lima a annoncé la rupture des négociations avec Oslo.", [("suspend", "occurred", "PER > NOR")]),
        ("L'absence d'un accord entre la Norvège et le Pérou pèse sur les pêcheurs.", []),
        ("Un récent accord entre la Norvège et le Pérou profite aux pêcheurs.", [("agree", "occurred", "NOR PER")]),
    ],
)
def test_a_deal_that_ends_or_is_wanting_is_not_made(text: str, events: list[tuple[str, str, str]]) -> None:
    assert told(text, "fr") == events
