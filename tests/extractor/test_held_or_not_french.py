"""Whether talks were held: since when, for what, by whom alone, and what nobody denied. Sentences are invented."""

import pytest

from tests.extractor.test_extract import parties, read

STATUSES = [
    ("Depuis le sommet entre la Norvège et le Pérou en juin à Accra, les relations patinent.", "occurred"),
    ("Depuis la rencontre entre la Norvège et le Pérou en juin, la situation se poursuit.", "occurred"),
    ("Les négociations entre la Norvège et le Pérou se poursuivent.", "ongoing"),
    ("La Norvège et le Pérou ont eu de nombreux entretiens pour parler de la pêche.", "occurred"),
    ("La Norvège et le Pérou doivent tenir des entretiens pour discuter de la pêche.", "scheduled"),
    ("La Norvège n'est pas la seule à mener des pourparlers avec le Pérou.", "occurred"),
    ("La Norvège avait bien des difficultés à engager le dialogue avec le Pérou.", "proposed"),
]


@pytest.mark.parametrize(("sentence", "status"), STATUSES)
def test_how_real_talks_are(sentence: str, status: str) -> None:
    (event,) = read(sentence, "fr")
    assert (event.act, event.status, parties(event)) == ("talks", status, "NOR PER")


def test_who_will_not_deny_talks_denies_none() -> None:
    refused = "La Norvège refuse de démentir les informations sur des pourparlers avec le Pérou."
    assert all(event.status != "denied" for event in read(refused, "fr"))
    assert read("Peru refused to deny reports that it had held talks with Norway.", "en")[0].status == "occurred"
    denied = read("Peru denied reports that it had held talks with Norway.", "en")
    assert "denied" in [event.status for event in denied if event.act == "talks"]


def test_without_however_excluding_something_nothing_is_refused() -> None:
    text = "La Norvège préfère le dialogue avec le Pérou, sans toutefois exclure une rupture des négociations."
    assert "reject" not in [event.act for event in read(text, "fr")]
