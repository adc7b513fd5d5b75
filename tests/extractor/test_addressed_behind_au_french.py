# ruff: noqa: E501 — texts under test stay on one line.
"""Whom "au" before a description addresses, and what participles behind "mais" and infinitives tell. Texts are invented."""

import pytest

from tests.extractor.test_extract import read, told

OFFER = "La CFDT a rejeté mercredi l'offre de Renault. "

ADDRESSED = [
    (OFFER + "Renault a promis au syndicat de revoir ses calculs.", "promise occurred renault > cfdt", "revoir ses calculs"),
    (OFFER + "Renault a proposé au syndicat une prime.", "propose occurred renault > cfdt", "une prime"),
    (OFFER + "Elle a demandé au constructeur de revoir ses calculs.", "demand occurred cfdt > renault", "revoir ses calculs"),
    (OFFER + "Elle a demandé au groupe de revoir ses calculs.", "demand occurred cfdt > renault", "revoir ses calculs"),
    ("La Colombie et l'ELN négocient. Le gouvernement a demandé au groupe armé de libérer ses otages.", "demand occurred COL > eln", "libérer ses otages"),
    ("La Colombie et l'ELN négocient. Le gouvernement a demandé au mouvement de libérer ses otages.", "demand occurred COL > eln", "libérer ses otages"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "item"), ADDRESSED)
def test_au_before_a_description_says_whom_something_is_asked_or_offered(text: str, event: str, item: str) -> None:
    assert event in {" ".join(one) for one in told(text, "fr")}
    assert item in {one.text for event_read in read(text, "fr") for one in event_read.items}


GOES_ON = [
    ("Le Ghana a promis une aide à la Hongrie mais refusé de signer un accord.", "reject occurred GHA > HUN"),
    ("Le Ghana a rejeté l'offre de la Hongrie, mais promis de libérer les pêcheurs.", "promise occurred GHA > HUN"),
    ("La CFDT a salué l'offre de Renault, mais demandé de nouvelles négociations.", "demand occurred cfdt > renault"),
    ("Oslo a appelé Lima à libérer les marins et promis une aide.", "promise occurred NOR > PER"),
    ("Oslo a accusé Lima de violer la trêve et menacé de fermer ses ports.", "threaten occurred NOR > PER"),
    ("La CFDT a demandé à Renault d'ouvrir des discussions et menacé de faire grève.", "threaten occurred cfdt > renault"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), GOES_ON)
def test_a_participle_behind_mais_or_an_infinitive_goes_on_the_perfect_before(text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text, "fr")}


def test_a_participle_without_an_object_behind_an_infinitive_is_an_adjective() -> None:
    text = "Oslo a appelé Lima à former un gouvernement uni et respecté par tous."
    assert {act for act, _, _ in told(text, "fr")} == {"demand"}


def test_a_bare_name_whose_offer_a_union_refuses_is_a_company() -> None:
    text = "La CFDT a rejeté lundi l'offre salariale de Morvelle. Morvelle emploie 900 personnes."
    assert "reject occurred cfdt > morvelle" in {" ".join(one) for one in told(text, "fr")}
