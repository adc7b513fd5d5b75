"""Turns of phrase by which the French press tells of negotiating. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_WORDS = [
    ("Le Pérou s'est attablé mardi avec la Norvège.", ("talks", "occurred", "NOR PER")),
    ("Le Pérou et la Norvège planchent sur un compromis.", ("talks", "occurred", "NOR PER")),
    ("Le Pérou et la Norvège ont confronté mardi leurs points de vue.", ("talks", "occurred", "NOR PER")),
    ("Le Pérou a rouvert mardi les discussions avec la Norvège.", ("talks", "occurred", "NOR PER")),
    ("Le Pérou a lancé mardi un ballon d'essai à la Norvège.", ("propose", "occurred", "PER > NOR")),
    ("Le Pérou a soumis mardi à la Norvège une plateforme de sortie de crise.", ("propose", "occurred", "PER > NOR")),
    ("Le Pérou s'est dit ouvert mardi à une trêve avec la Norvège.", ("propose", "occurred", "PER > NOR")),
    ("Le Pérou a porté mardi ses doléances devant la Norvège.", ("demand", "occurred", "PER > NOR")),
    ("Le Pérou exige de la Norvège des garanties écrites.", ("demand", "occurred", "PER > NOR")),
    ("Le Pérou a sollicité mardi de la Norvège un délai.", ("demand", "occurred", "PER > NOR")),
    ("Le Pérou est intervenu mardi auprès de la Norvège pour obtenir un délai.", ("demand", "occurred", "PER > NOR")),
    ("Le Pérou a garanti mardi à la Norvège le maintien des emplois.", ("promise", "occurred", "PER > NOR")),
    ("Le Pérou a pris mardi l'engagement devant la Norvège de payer.", ("promise", "occurred", "PER > NOR")),
    ("Le Pérou s'est rangé mardi à la proposition de la Norvège.", ("agree", "occurred", "PER > NOR")),
    ("Le Pérou et la Norvège ont trouvé mardi un modus vivendi.", ("agree", "occurred", "NOR PER")),
    ("Le Pérou et la Norvège ont couché sur le papier mardi un accord.", ("sign", "occurred", "NOR PER")),
    ("Le Pérou a barré mardi la route au projet de la Norvège.", ("reject", "occurred", "PER > NOR")),
    ("Le Pérou est vent debout contre le projet de la Norvège.", ("reject", "occurred", "PER > NOR")),
    ("Le Pérou ne veut rien lâcher face à la Norvège.", ("reject", "occurred", "PER > NOR")),
    ("Le Pérou reste inflexible face à la Norvège.", ("reject", "occurred", "PER > NOR")),
    ("Le Pérou a baissé pavillon mardi devant la Norvège.", ("concede", "occurred", "PER > NOR")),
    ("Le Pérou a donné mardi gain de cause à la Norvège.", ("concede", "occurred", "PER > NOR")),
    ("Le Pérou a plié mardi devant la Norvège.", ("concede", "occurred", "PER > NOR")),
    ("Le Pérou et la Norvège se sont séparés mardi sur un constat d'échec.", ("suspend", "occurred", "NOR PER")),
    ("La promesse de Lima de livrer deux navires a surpris.", ("promise", "occurred", "PER")),
    ("La signature d'un accord entre le Pérou et la Norvège est prévue lundi.", ("sign", "scheduled", "NOR PER")),
    ("La CGT n'a pas signé l'accord sur les retraites.", ("reject", "occurred", "cgt")),
    ("« Nous ne signerons pas ce texte », a dit mardi la CGT.", ("reject", "occurred", "cgt")),
    ("Le port est rouvert, comme le demandait Lima.", ("demand", "occurred", "PER")),
    ("Pas question pour le Pérou d'accepter l'offre de la Norvège.", ("reject", "occurred", "PER")),
    ("Hors de question, pour le Pérou, de signer ce texte.", ("reject", "occurred", "PER")),
    ("Aux yeux de Lima, la Norvège doit libérer les deux marins.", ("demand", "occurred", "PER > NOR")),
    ("Pour la CGT, la Norvège doit retirer son projet.", ("demand", "occurred", "cgt > NOR")),
    ("« Nous refusons l'offre de la Norvège », a prévenu le président péruvien.", ("reject", "occurred", "PER > NOR")),
    ("Le dialogue est rompu depuis mardi entre le Pérou et la Norvège.", ("suspend", "ongoing", "NOR PER")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), _WORDS)
def test_turns_of_phrase(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Les pourparlers entre le Pérou et la Norvège ont débouché mardi sur une trêve.",
        "Les négociations entre le Pérou et la Norvège ont abouti mardi à un accord.",
        "La réunion entre le Pérou et la Norvège s'est terminée mardi par un accord.",
    ],
)
def test_talks_that_end_in_a_deal_tell_both(text: str) -> None:
    assert [event for event in told(text, "fr") if event[0] == "agree"] == [("agree", "occurred", "NOR PER")]
    assert any(event[0] == "talks" for event in told(text, "fr"))


@pytest.mark.parametrize(
    "text",
    [
        "Pas question pour le Pérou d'accepter l'offre de la Norvège.",
        "La CGT menace de rejeter l'offre de la Norvège.",
        "L'engagement humanitaire de la CGT est connu.",
        "Près de l'Alberta et de l'Ontario, le Pérou pêche.",
    ],
)
def test_what_is_ruled_out_or_threatened_is_not_done(text: str) -> None:
    acts = {(event[0], event[2][:3]) for event in told(text, "fr")}
    assert acts.isdisjoint(
        {("agree", "PER"), ("reject", "cgt"), ("agree", "NOR"), ("demand", "alb"), ("promise", "cgt")}
    )
