"""People without a name of their own who act together in the French press. All sentences are invented."""

import pytest

from tests.extractor.test_extract import read, told

_DEMANDS = [
    ("Les forains exigent du gouvernement péruvien le retrait du décret.", "fairground-workers > PER"),
    ("Les orthophonistes réclament à Lima une revalorisation.", "speech-therapists > PER"),
    ("Des centaines d'étudiants ont défilé pour exiger de Lima le retrait du décret.", "students > PER"),
    ("Mardi, une vingtaine de mineurs ont exigé de Lima une hausse.", "miners > PER"),
    ("Un collectif de locataires exige de Lima un moratoire.", "tenants > PER"),
    ("Quelque 300 mineurs ont exigé mardi de Lima une hausse.", "miners > PER"),
    ("Près de 300 mineurs ont exigé mardi de Lima une hausse.", "miners > PER"),
    ("La grève des mineurs, qui exigent de Lima une hausse, se poursuit.", "miners > PER"),
    ("La grève des mineurs pour obtenir de Lima une hausse se poursuit.", "miners > PER"),
    ("Les participants à la marche ont exigé de Lima le retrait du décret.", "protesters > PER"),
    ("« Nous exigeons de Lima une hausse », ont déclaré les mineurs.", "miners > PER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), _DEMANDS)
def test_what_they_demand(text: str, parties: str) -> None:
    assert ("demand", "occurred", parties) in told(text, "fr")


def test_a_delegation_of_theirs_is_received() -> None:
    text = "Une délégation d'éleveurs a rencontré mardi le ministre péruvien de l'Agriculture."
    assert ("talks", "occurred", "PER livestock-farmers") in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Les opticiens demandent une ordonnance.",
        "Les vétérinaires recommandent de vacciner les chats.",
        "Les retraités demandent conseil à leur banque.",
        "Une délégation d'étudiants a visité le musée de Lima.",
        "Quelque 300 mineurs travaillaient ici.",
        "La marche des étudiants pour la paix a réuni 200 personnes.",
    ],
)
def test_what_tells_of_no_dispute(text: str) -> None:
    assert [event for event in read(text, "fr") if event.confidence.overall >= 0.35] == []
