"""Positions that the French press tells without a plain verb of wanting or refusing. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_POSITIONS = [
    ("Le Pérou insiste sur le maintien des quotas.", ("demand", "occurred", "PER")),
    ("Le Pérou défend depuis mardi une baisse des droits de douane.", ("demand", "occurred", "PER")),
    ("Le Pérou appelle de ses vœux une réforme du traité.", ("demand", "occurred", "PER")),
    ("Le Pérou tient à la présence d'observateurs.", ("demand", "occurred", "PER")),
    ("Le Pérou redemande une baisse des droits de douane.", ("demand", "occurred", "PER")),
    ("La CGT tient à ce que l'accord soit révisé.", ("demand", "occurred", "cgt")),
    ("Le Pérou ne peut pas soutenir le plan de la Norvège.", ("reject", "occurred", "PER > NOR")),
    ("La CGT a indiqué qu'elle ne pouvait approuver l'accord.", ("reject", "occurred", "cgt")),
    ("La Norvège a un plan. Le Pérou ne peut l'appuyer.", ("reject", "occurred", "PER > NOR")),
    ("Le Pérou n'appuie pas le traité.", ("reject", "occurred", "PER")),
    ("« Il est exclu que nous signions », a dit le ministre péruvien.", ("reject", "occurred", "PER")),
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
    ("Le ministre péruvien a dit que Lima était prête à partager ses quotas.", ("propose", "occurred", "PER")),
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
        "Le Pérou était prêt à jouer la finale.",
        "Le Pérou insiste sur la défense.",
        "Le Pérou ne veut pas perdre la finale.",
        "Le ministre péruvien ne compte pas ses heures.",
        "La CGT a appelé à manifester.",
        "« Il n'est pas exclu que nous gagnions », a dit le ministre péruvien.",
    ],
)
def test_what_only_sounds_like_a_position(text: str) -> None:
    assert told(text, "fr") == []


@pytest.mark.parametrize(
    "saying", ["s'indigne", "fulmine", "a fait valoir", "fait remarquer", "complète", "a argumenté"]
)
def test_whatever_verb_stands_behind_a_quotation_tells_who_says_it(saying: str) -> None:
    text = f"« La Norvège doit rouvrir ses ports », {saying} le ministre péruvien."
    assert ("demand", "occurred", "PER > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    "sentence",
    [
        "« Nous ne reviendrons pas sur le décret », a dit le ministre péruvien.",
        "« On ne reviendra pas sur le décret », a dit le ministre péruvien.",
        "« Je ne retirerai pas le décret », a dit le ministre péruvien.",
        "« Nous ne toucherons pas au décret », a dit le ministre péruvien.",
        "Le ministre péruvien a dit que son pays ne reviendrait pas sur le décret.",
        "Le décret ne sera pas retiré, a dit le ministre péruvien.",
        "Les quotas ne seront pas remis en cause, a martelé le ministre péruvien.",
        "Le ministre péruvien a réaffirmé que le calendrier ne serait pas modifié.",
    ],
)
def test_what_a_speaker_will_not_do_or_have_done_he_refuses(sentence: str) -> None:
    text = f"La Norvège et le Pérou négocient depuis lundi à Bergen. Il pleut. {sentence}"
    assert ("reject", "occurred", "PER > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    "sentence",
    [
        "« Nous ne reviendrons pas à Bergen », a dit le ministre péruvien.",
        "Le décret ne sera pas publié avant mai, a dit le ministre péruvien.",
        "Le décret ne sera pas retiré.",
        "« Nous ne serons pas prêts avant mai », a dit le ministre péruvien.",
    ],
)
def test_what_is_not_to_be_is_not_always_refused(sentence: str) -> None:
    text = f"La Norvège et le Pérou négocient depuis lundi à Bergen. Il pleut. {sentence}"
    assert not [one for one in told(text, "fr") if one[0] == "reject"]


@pytest.mark.parametrize("verb", ["exige", "réclame", "refuse"])
def test_on_is_who_is_quoted(verb: str) -> None:
    text = f"« On {verb} une trêve », a dit le ministre péruvien à propos de la Norvège."
    assert [one for one in told(text, "fr") if one[0] in ("demand", "reject") and one[2].startswith("PER")]


@pytest.mark.parametrize(
    ("said", "event"),
    [
        ("Nous sommes disposés à négocier avec la Norvège", ("talks", "proposed", "NOR PER")),
        ("Nous sommes tout à fait prêts à négocier avec la Norvège", ("talks", "proposed", "NOR PER")),
        ("Nous sommes aujourd'hui prêts à négocier avec la Norvège", ("talks", "proposed", "NOR PER")),
        ("Nous sommes disposés à signer un accord avec la Norvège", ("sign", "proposed", "NOR PER")),
        ("Nous sommes contraints de rejeter l'offre de la Norvège", ("reject", "occurred", "PER > NOR")),
    ],
)
def test_we_before_to_be_is_a_subject_and_makes_no_reflexive(said: str, event: tuple[str, str, str]) -> None:
    assert told(f"« {said} », a affirmé mardi le président du Pérou.", "fr") == [event]
