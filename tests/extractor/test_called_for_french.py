"""What unions, parties and associations say is needed is a demand of theirs. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_NEEDED = [
    "« Il faut revoir la grille des prix », plaide Claire Monet, présidente de la CGT.",
    "« Il faut une aide d'urgence », martèle la CGT.",
    "Pour la CGT, il faut suspendre les contrôles.",
    "Selon la CGT, il faudrait un moratoire sur les licenciements.",
    "« Avant toute réforme, il faudra indemniser les dockers », prévient la CGT.",
    "« Il faut que les aides soient versées avant l'été », insiste la CGT.",
    "« Il faut commencer par faire un geste », a renchéri la CGT.",
    "« Il est temps d'augmenter les salaires », a lancé la CGT.",
]


@pytest.mark.parametrize("sentence", _NEEDED)
def test_what_a_union_calls_for_is_its_demand(sentence: str) -> None:
    text = f"La CGT et le gouvernement norvégien négocient depuis lundi à Bergen. Il pleut. {sentence}"
    assert ("demand", "occurred", "cgt > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    "sentence",
    [
        "« Il faut du temps », reconnaît la CGT.",
        "« Il faut attendre », reconnaît la CGT.",
        "« Il faut manifester samedi », a lancé la CGT.",
        "« Il faut être prudent », a dit la CGT.",
        "« S'il faut bloquer le port, nous le ferons », a dit la CGT.",
        "« Nous savons ce qu'il faut faire », a dit la CGT.",
        "« Il ne faut pas fermer le port », a dit la CGT.",
        "« Il faut que nous restions unis », a lancé la CGT.",
        "« Il est temps de se mobiliser », a lancé la CGT.",
        "Il fallait trouver une issue, a reconnu la CGT.",
        "« Il faut baisser les taxes », a dit le ministre norvégien des Finances.",
    ],
)
def test_what_is_called_for_by_nobody_or_of_nobody(sentence: str) -> None:
    text = f"La CGT et le gouvernement norvégien négocient depuis lundi à Bergen. Il pleut. {sentence}"
    assert not [one for one in told(text, "fr") if one[0] == "demand"]
