# ruff: noqa: E501 — sentences under test stay on one line.
"""Who no table knows: bodies that French names in small letters, bare names, groups without one. Texts are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told

FRENCH = [
    ("Le Syndicat national des gardiens de phare (SNGP) a rejeté l'offre de la Norvège.", ["reject occurred sngp > NOR"]),
    ("L'Alliance citoyenne exige un vote.", ["demand occurred alliance-citoyenne"]),
    ("Les Forces de libération du Kandar ont signé une trêve avec le Pérou.", ["sign occurred PER forces-de-liberation-du-kandar"]),
    ("Le président du Mouvement des forces vives, Alioune Kane, a rejeté l'offre du Pérou.", ["reject occurred mouvement-des-forces-vives > PER"]),
    ("Fatou Sarr, secrétaire générale de la CGT, a rejeté l'offre.", ["reject occurred cgt"]),
    ("Modibo Diallo, président du SNGP, a exigé une réponse du Pérou.", ["demand occurred sngp > PER"]),
    ("Le Pérou a accusé les rebelles de violer la trêve.", ["accuse occurred PER > rebels"]),
    ("Les cheminots ont rejeté l'offre du Pérou.", ["reject occurred railway-workers > PER"]),
    ("La direction de Ferropal a proposé une prime. Ferropal promet de ne pas licencier.", ["propose occurred ferropal", "promise occurred ferropal"]),
    ("Le Snapap a rejeté l'offre. La Norvège et le Snapap se sont rencontrés lundi.", ["reject occurred snapap > NOR", "talks occurred NOR snapap"]),
    # Where something is in it, it is a place; who has a longer name is somebody.
    ("La Norvège et le Pérou se sont rencontrés à Sarville. Les salariés de Sarville ont accepté.", ["talks occurred NOR PER", "agree occurred employees"]),
]  # fmt: skip
ENGLISH = [
    ("Ferropal's management offered a bonus. Ferropal pledged not to cut jobs.", ["propose occurred ferropal", "promise occurred ferropal"]),
    ("Norway met the rebels in Lima.", ["talks occurred NOR rebels"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [("fr", *row) for row in FRENCH] + [("en", *row) for row in ENGLISH],
)
def test_bodies_that_only_the_text_knows(language: Language, text: str, events: list[str]) -> None:
    assert sorted(" ".join(event) for event in told(text, language)) == sorted(events)


AS_WRITTEN = [
    ("en", "The Lamplighters' Alliance rejected Norway's offer.", "org:lamplighters-alliance", "Lamplighters' Alliance"),
    ("en", "The Ferrymen's  Guild of Nova-Kalvik rejected the offer.", "org:ferrymens-guild-of-nova-kalvik", "Ferrymen's Guild of Nova-Kalvik"),
    ("fr", "Le Syndicat de l'éclairage public (SEPU) a rejeté l'offre.", "org:sepu", "Syndicat de l'éclairage public"),
    ("fr", "Le syndicat Karvel d'Ostrel a rejeté l'offre de la Norvège.", "org:karvel-d-ostrel", "Karvel d'Ostrel"),
    ("fr", "Le groupe norvégien Karvel-Zinc a rejeté l'offre.", "org:karvel-zinc", "Karvel-Zinc"),
    ("fr", "Les Amis de l'Ostrel (ADO) ont rejeté l'offre de la Norvège.", "org:ado", "Amis de l'Ostrel"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "identity", "name"), AS_WRITTEN)
def test_a_body_is_shown_as_the_text_writes_it(language: Language, text: str, identity: str, name: str) -> None:
    shown = {party.id: party.name for event in read(text, language) for party in event.parties}
    assert shown[identity] == name
