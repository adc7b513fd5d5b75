"""What one gets from another, and whom one visits, as French-language agencies tell it. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

TOLD = [
    ("Le Maroc a obtenu de l'Espagne qu'elle rouvre le port.", "concede occurred ESP > MAR"),
    ("La CGT a obtenu de la direction de Bosch une prime de 500 euros.", "concede occurred bosch > cgt"),
    ("Les routiers ont arraché au gouvernement espagnol une baisse de la taxe.", "concede occurred ESP > truckers"),
    ("Le Pakistan s'est vu refuser un nouveau prêt par le FMI.", "reject occurred imf > PAK"),
    ("L'Ukraine s'est vu opposer une fin de non-recevoir par Berlin.", "reject occurred DEU > UKR"),
    ("Le Kosovo s'est vu promettre une aide par l'Union européenne.", "promise occurred eu > XKX"),
    ("La CGT s'est heurtée au refus de la direction de Bosch.", "reject occurred bosch > cgt"),
    ("Le Premier ministre indien effectue une visite officielle de deux jours en Indonésie.", "talks occurred IDN IND"),
    ("En visite à Varsovie, le ministre suédois de la Défense a salué un accord.", "talks occurred POL SWE"),
    ("La Première ministre danoise s'est rendue à Kiev vendredi.", "talks occurred DNK UKR"),
    ("Le Maroc et l'Espagne ont pris langue au sujet des îles.", "talks occurred ESP MAR"),
]

NOT_TOLD = [
    ("Le Maroc n'a obtenu que 17 voix de l'Espagne.", "concede"),
    ("Les routiers espagnols espèrent obtenir une baisse de la taxe.", "concede"),
    ("Le pape a évoqué une visite au Pérou et au Chili.", "talks"),
    ("Le président sénégalais est en visite à Dakar.", "talks"),
    ("Le ministre français s'est rendu au marché de Rungis.", "talks"),
    ("Le Kosovo s'est vu promettre une aide par l'Union européenne.", "talks"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_act_is_told(text: str, expected: str) -> None:
    assert expected in [" ".join(one) for one in told(text, "fr")]


@pytest.mark.parametrize(("text", "act"), NOT_TOLD)
def test_no_such_act_is_told(text: str, act: str) -> None:
    assert act not in [one for one, _, _ in told(text, "fr")]
