"""Idioms and short verdicts by which the French press tells a refusal. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_REFUSALS = [
    ("Lima a renvoyé la proposition chilienne à l'expéditeur.", "reject occurred PER > CHL"),
    ("Le Pérou a renvoyé à l'expéditeur le plan du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou n'en démord pas : aucun bateau ne sera retiré.", "reject occurred PER"),
    ("Le Pérou a botté en touche mardi face aux demandes du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a mis au panier la proposition du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a jeté aux orties la proposition du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a jeté à la poubelle la proposition du Chili.", "reject occurred PER > CHL"),
    ("La CGT ne trouve pas son compte dans l'offre de Renault.", "reject occurred cgt > renault"),
    ("Pour la CGT, le compte n'y est pas.", "reject occurred cgt"),
    ("« Le compte n'y est pas », a réagi la CGT mardi.", "reject occurred cgt"),
    ("Le compte n'y est pas, selon la CGT.", "reject occurred cgt"),
    ("La CGT a dit stop aux suppressions de postes.", "reject occurred cgt"),
    ("Pour la CGT, ce sera non.", "reject occurred cgt"),
    ("Pour la CGT, c'est non.", "reject occurred cgt"),
    ("« C'est non », a tranché le président péruvien lundi.", "reject occurred PER"),
    ("Non merci, répond Lima.", "reject occurred PER"),
    ("La CGT renâcle à accepter l'offre de Renault.", "reject occurred cgt > renault"),
    ("La CGT s'est cabrée devant l'offre de Renault.", "reject occurred cgt > renault"),
    ("Le Pérou rue dans les brancards : le traité ne sera pas révisé.", "reject occurred PER"),
    ("Le Pérou traîne les pieds.", "reject occurred PER"),
    ("La CGT fait la fine bouche devant l'offre de Renault.", "reject occurred cgt > renault"),
    ("Lima a envoyé Santiago sur les roses.", "reject occurred PER > CHL"),
    ("Lima a envoyé balader Santiago.", "reject occurred PER > CHL"),
    ("Le Chili a essuyé une rebuffade de Lima mardi.", "reject occurred PER > CHL"),
    ("Le Chili a essuyé un camouflet de la part de Lima mardi.", "reject occurred PER > CHL"),
    ("Lima a infligé un camouflet au Chili en refusant son plan.", "reject occurred PER > CHL"),
    ("Le Pérou reste de marbre face aux demandes du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou ne veut rien entendre.", "reject occurred PER"),
    ("Le Pérou ne veut rien savoir.", "reject occurred PER"),
    ("Lima ne l'entend pas de cette oreille.", "reject occurred PER"),
    ("Le Pérou a mis son holà au plan du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a mis le holà au plan du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou freine des quatre fers sur le plan du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou voit d'un mauvais œil le plan du Chili.", "reject occurred PER > CHL"),
    (
        "Le Conseil fédéral suisse n'est pas entré en matière sur la demande de l'Allemagne.",
        "reject occurred CHE > DEU",
    ),
    ("Berne n'entend pas entrer en matière.", "reject occurred CHE"),
    ("Le Pérou ne se laissera pas dicter sa conduite, a dit lundi son président.", "reject occurred PER"),
    ("Le Pérou ne se laissera pas intimider, a dit lundi son président.", "reject occurred PER"),
    ("Le Pérou n'est pas preneur de la proposition chilienne.", "reject occurred PER > CHL"),
    ("Le Pérou a fait fi des demandes du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a coupé court aux demandes du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a donné un coup d'arrêt au plan du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a recalé le plan du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a sabordé le plan du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou a envoyé le plan du Chili aux oubliettes.", "reject occurred PER > CHL"),
    ("Le plan chilien a été renvoyé à l'expéditeur par Lima.", "reject occurred PER > CHL"),
    ("Lima n'a pas mordu à l'hameçon.", "reject occurred PER"),
    ("Le Pérou a passé outre les demandes du Chili.", "reject occurred PER > CHL"),
    ("Le Pérou s'accroche à ses positions.", "reject occurred PER"),
    ("Le Pérou n'a pas cillé face aux demandes du Chili.", "reject occurred PER > CHL"),
    ("Le compte n'y est pas pour la CGT.", "reject occurred cgt"),
    ("Aux yeux de la CFDT, le compte n'y est toujours pas.", "reject occurred cfdt"),
    ("Aux yeux de Lima, le plan chilien est inacceptable.", "reject occurred PER"),
    ("« Ce sera non », a prévenu lundi le ministre péruvien des Finances.", "reject occurred PER"),
    ("La CFDT l'a dit sans détour : ce sera non.", "reject occurred cfdt"),
    ("Le Kenya a retourné le texte à l'expéditeur.", "reject occurred KEN"),
    ("Nairobi a mis la proposition ougandaise à la poubelle.", "reject occurred KEN > UGA"),
    ("Nairobi a jeté le compromis ougandais aux orties.", "reject occurred KEN > UGA"),
    ("Le compromis ougandais a été jeté aux oubliettes par Nairobi.", "reject occurred KEN > UGA"),
    ("Le Sénat kényan a recalé l'accord de pêche.", "reject occurred KEN"),
    ("FO n'en démord pas : la prime doit être versée en mars.", "reject occurred fo"),
    ("« Nous n'en démordrons pas », a prévenu FO jeudi.", "reject occurred fo"),
    ("FO ne démord pas de ses 10 %.", "reject occurred fo"),
    ("Israël n'en démord toujours pas.", "reject occurred ISR"),
    ("Bruxelles n'a pas démordu de sa position, a dit la Commission européenne.", "reject occurred eu"),
    ("Maurice ne trouve pas son compte dans le projet d'accord.", "reject occurred MUS"),
    ("Berne n'est pas entrée en matière sur la demande de l'Union européenne.", "reject occurred CHE > eu"),
    ("Le Conseil fédéral suisse ne veut pas entrer en matière.", "reject occurred CHE"),
    ("La Turquie ne veut rien entendre.", "reject occurred TUR"),
    ("La Turquie ne voulait rien savoir d'un retrait.", "reject occurred TUR"),
    ("Ankara ne l'entend pas de cette oreille.", "reject occurred TUR"),
    ("« Nous ne nous laisserons pas intimider », a lancé jeudi le président turc.", "reject occurred TUR"),
    ("La Turquie ne se laissera pas dicter sa conduite par l'Union européenne.", "reject occurred TUR > eu"),
    ("Ankara n'a pas bougé d'un millimètre.", "reject occurred TUR"),
    ("Ankara n'a pas varié d'un iota.", "reject occurred TUR"),
    ("La CGT dit stop à la réforme.", "reject occurred cgt"),
    ("La Pologne a mis le holà au projet de directive.", "reject occurred POL"),
    ("La Pologne a donné un coup d'arrêt au projet de directive.", "reject occurred POL"),
    ("Varsovie a fait fi des demandes de l'Union européenne.", "reject occurred POL > eu"),
    ("La Pologne a passé outre la demande de l'Union européenne.", "reject occurred POL > eu"),
    ("Varsovie a botté en touche face aux exigences de Bruxelles.", "reject occurred POL > eu"),
    ("Varsovie rue dans les brancards.", "reject occurred POL"),
    ("La Hongrie freine des quatre fers.", "reject occurred HUN"),
    ("Budapest traîne les pieds sur les sanctions.", "reject occurred HUN"),
    ("Budapest renâcle à signer le communiqué.", "reject occurred HUN"),
    ("Budapest s'est cabrée face aux exigences de l'Union européenne.", "reject occurred HUN > eu"),
    ("Budapest est restée de marbre face aux appels de la Commission européenne.", "reject occurred HUN > eu"),
    ("La Hongrie s'accroche à son refus.", "reject occurred HUN"),
    ("La Hongrie se mure dans son refus.", "reject occurred HUN"),
    ("Moscou a envoyé Kiev sur les roses.", "reject occurred RUS > UKR"),
    ("Moscou a renvoyé Kiev dans ses buts.", "reject occurred RUS > UKR"),
    ("Kiev a essuyé une rebuffade de Moscou.", "reject occurred RUS > UKR"),
    ("Moscou a infligé un camouflet à Kiev.", "reject occurred RUS > UKR"),
]


@pytest.mark.parametrize(("sentence", "event"), _REFUSALS)
def test_an_idiom_refuses(sentence: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(sentence, "fr")]


@pytest.mark.parametrize(
    "said",
    [
        "Toute atteinte à nos frontières est inacceptable",
        "Ces violences sont inadmissibles",
        "Le comportement du Chili est inacceptable",
        "Nous avons vu des choses impensables",
    ],
)
def test_what_was_done_is_blamed_not_refused(said: str) -> None:
    acts = {act for act, *_ in told(f"« {said} », a déclaré le président péruvien mardi.", "fr")}
    assert "accuse" in acts
    assert "reject" not in acts


@pytest.mark.parametrize("said", ["L'offre du Chili est inacceptable", "Ce plan et ces violences sont inacceptables"])
def test_an_offer_is_refused(said: str) -> None:
    assert "reject" in {act for act, *_ in told(f"« {said} », a déclaré le président péruvien mardi.", "fr")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Renault propose une hausse de 2 %. « C'est insuffisant », a réagi la CGT.", "reject occurred cgt > renault"),
        ("Pour la CGT, la proposition de Renault est insuffisante.", "reject occurred cgt > renault"),
        ("« Les effectifs sont insuffisants », a dit la CGT.", "assess occurred cgt"),
        ("« L'accord est insuffisant », a dit la CGT.", "assess occurred cgt"),
    ],
)
def test_an_offer_that_falls_short_is_refused_and_other_things_are_judged(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]
