"""Positions that the French press tells without a plain verb of wanting or refusing. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_POSITIONS = [
    ("Le Pérou insiste sur le maintien des quotas.", ("demand", "occurred", "PER")),
    ("Le Pérou défend depuis mardi une baisse des droits de douane.", ("demand", "occurred", "PER")),
    ("Le Pérou appelle de ses vœux une réforme du traité.", ("demand", "occurred", "PER")),
    ("Le Pérou tient à la présence d'observateurs.", ("demand", "occurred", "PER")),
    ("La CGT tient à ce que l'accord soit révisé.", ("demand", "occurred", "cgt")),
    ("Le Pérou ne veut pas d'une base norvégienne.", ("reject", "occurred", "PER > NOR")),
    ("Le Pérou ne veut plus de navires sur ses côtes.", ("reject", "occurred", "PER")),
    ("La CGT ne fera aucune concession sur les salaires.", ("reject", "occurred", "cgt")),
    ("Le Pérou campe sur son refus de libérer les marins.", ("reject", "occurred", "PER")),
    ("Le Pérou ne compte pas verser l'indemnité.", ("reject", "occurred", "PER")),
    ("Lima n'a pas l'intention de rouvrir ses ports.", ("reject", "occurred", "PER")),
    ("La CGT n'a pas souhaité s'associer à la déclaration de FO.", ("reject", "occurred", "cgt > fo")),
    ("Le projet suscite l'opposition du Pérou et de la Norvège.", ("reject", "occurred", "NOR PER")),
    ("Le texte se heurte à l'opposition de la CGT.", ("reject", "occurred", "cgt")),
    ("La Norvège pousse pour un report du sommet.", ("demand", "occurred", "NOR")),
    ("Le gouvernement péruvien a appelé à ne pas manifester.", ("demand", "occurred", "PER")),
    ("Le Pérou s'est rallié à la proposition de la Norvège.", ("agree", "occurred", "PER > NOR")),
    ("Le Pérou s'est dit prêt à partager ses quotas.", ("propose", "occurred", "PER")),
    ("Une prime de 300 euros a été annoncée par le ministre péruvien.", ("promise", "occurred", "PER")),
    ("Le Pérou a donné mardi des gages à la Norvège.", ("promise", "occurred", "PER > NOR")),
    ("Le Pérou n'exclut pas une rencontre avec la Norvège.", ("talks", "conditional", "NOR PER")),
    ("Le Pérou n'a pas exclu de négocier avec la Norvège.", ("talks", "conditional", "NOR PER")),
    ("Le Pérou laisse la porte ouverte à des négociations avec la Norvège.", ("talks", "proposed", "NOR PER")),
]


@pytest.mark.parametrize(("text", "event"), _POSITIONS)
def test_positions(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou défend son titre mondial.",
        "Le Pérou a tenu à remercier les pompiers.",
        "Le Pérou insiste sur la défense.",
        "Le Pérou ne veut pas perdre la finale.",
        "Le ministre péruvien ne compte pas ses heures.",
        "La CGT a appelé à manifester.",
    ],
)
def test_what_only_sounds_like_a_position(text: str) -> None:
    assert told(text, "fr") == []
