"""More turns of phrase of the French press, with words inside, pronouns and passives. All sentences are invented."""

import pytest

from tests.extractor.test_extract import read, told

_TURNS = [
    ("Dublin et Londres ont eu une franche explication vendredi.", "talks occurred GBR IRL"),
    ("Le président vénézuélien a déroulé le tapis rouge à son homologue guyanien mardi.", "talks occurred GUY VEN"),
    ("Le président vénézuélien a accordé une audience à l'ambassadeur du Guyana.", "talks occurred GUY VEN"),
    ("Le Mali et le Tchad ont harmonisé leurs violons lundi.", "talks occurred MLI TCD"),
    ("Le MR a rendu sa copie mardi : une taxe sur les comptes-titres.", "propose occurred mr"),
    ("Le Kenya a dégainé un plan de sortie de crise.", "propose occurred KEN"),
    ("Lisbonne laisse dix jours à Madrid pour rouvrir la frontière.", "demand occurred PRT > ESP"),
    ("Lisbonne en fait une ligne rouge.", "demand occurred PRT"),
    ("Lisbonne en fait un casus belli.", "demand occurred PRT"),
    ("Lisbonne a mis un coup de pression à Madrid.", "demand occurred PRT > ESP"),
    ("« Nous tiendrons nos engagements », a assuré mardi le ministre italien.", "promise occurred ITA"),
    ("Unifor et Bombardier en sont venus à une entente mardi.", "agree occurred bombardier unifor"),
    ("Tbilissi et Moscou ont dénoué la crise mardi.", "agree occurred GEO RUS"),
    ("Tbilissi et Moscou ont fini par s'arranger.", "agree occurred GEO RUS"),
    ("Tbilissi et Moscou ont trouvé la clé mardi.", "agree occurred GEO RUS"),
    ("Tbilissi et Moscou ont soldé leur querelle.", "agree occurred GEO RUS"),
    ("Tbilissi et Moscou ont mis un terme à leur bras de fer.", "agree occurred GEO RUS"),
    ("Tbilissi et Moscou se sont serré la main sur un accord gazier.", "agree occurred GEO RUS"),
    ("Le Danemark fait peu de cas du plan américain.", "reject occurred DNK > USA"),
    ("Le Danemark fait échec au plan américain.", "reject occurred DNK > USA"),
    ("Le Danemark a fait obstruction au plan américain.", "reject occurred DNK > USA"),
    ("Un retrait n'est pas à l'ordre du jour, a dit le ministre danois.", "reject occurred DNK"),
    ("Un retrait n'est pas sur la table, a dit le ministre danois.", "reject occurred DNK"),
    ("Il ne saurait être question de vendre, a dit le ministre danois.", "reject occurred DNK"),
    ("« C'est une ligne rouge », a dit le ministre danois.", "reject occurred DNK"),
    ("Le Danemark a esquivé la demande américaine.", "reject occurred DNK > USA"),
    ("Le Danemark a dit « non merci ».", "reject occurred DNK"),
    ("Le Danemark a mis en échec le plan américain.", "reject occurred DNK > USA"),
    ("Le Danemark pose son veto.", "reject occurred DNK"),
    ("La Bolivie a desserré la vis.", "concede occurred BOL"),
    ("La Bolivie a mis les pouces.", "concede occurred BOL"),
    ("La Bolivie a flanché sur les tarifs.", "concede occurred BOL"),
    ("La Bolivie est revenue à de meilleurs sentiments.", "concede occurred BOL"),
    ("La Bolivie a rengainé ses menaces.", "concede occurred BOL"),
    ("La Bolivie a remisé ses exigences.", "concede occurred BOL"),
    ("La Bolivie a infléchi sa ligne.", "concede occurred BOL"),
    ("La Bolivie a assoupli sa ligne.", "concede occurred BOL"),
    ("La Bolivie a donné du mou sur les tarifs.", "concede occurred BOL"),
    ("La Bolivie a consenti un effort sur les tarifs.", "concede occurred BOL"),
    ("La Bolivie a mis de côté ses exigences.", "concede occurred BOL"),
    ("La CGT a obtenu gain de cause face à Renault.", "concede occurred renault > cgt"),
    ("La CGT a fait plier la direction de Renault.", "concede occurred renault > cgt"),
    ("La CGT a fait reculer la direction de Renault.", "concede occurred renault > cgt"),
    ("La Suède a déserté la table des négociations.", "suspend occurred SWE"),
    ("La Suède a retiré ses billes.", "suspend occurred SWE"),
    ("La Suède a repris ses billes.", "suspend occurred SWE"),
    ("La délégation suédoise a pris ses cliques et ses claques.", "suspend occurred SWE"),
    ("La Suède a renié sa parole.", "suspend occurred SWE"),
    ("La Suède a renié sa signature.", "suspend occurred SWE"),
    ("La Suède est revenue sur sa parole.", "suspend occurred SWE"),
    ("La Suède s'est dédite.", "suspend occurred SWE"),
    ("Les négociations entre Stockholm et Oslo ont déraillé.", "suspend occurred NOR SWE"),
    ("Les négociations entre Stockholm et Oslo ont fini dans le mur.", "suspend occurred NOR SWE"),
    ("La rue a fait reculer le gouvernement français.", "concede occurred FRA"),
    ("Les gilets jaunes ont fait plier le gouvernement français.", "concede occurred FRA > yellow-vests"),
    ("La grève a fait céder Lima.", "concede occurred PER"),
    ("La délégation soudanaise a aussitôt plié bagage.", "suspend occurred SDN"),
    ("Furieuse, la délégation soudanaise vient de plier bagage.", "suspend occurred SDN"),
    ("La délégation soudanaise a décidé de plier bagage.", "suspend occurred SDN"),
    ("Le Soudan, qui avait plié bagage en mars, boude le dialogue.", "suspend occurred SDN"),
    ("Pliant bagage, le Soudan a accusé le Tchad.", "suspend occurred SDN > TCD"),
    ("C'est le Soudan qui a plié bagage le premier.", "suspend occurred SDN"),
    ("La proposition ougandaise, Nairobi l'a mise au panier.", "reject occurred KEN > UGA"),
    ("La proposition ougandaise a été purement et simplement mise au panier par Nairobi.", "reject occurred KEN > UGA"),
    ("La proposition que Nairobi a jetée à la poubelle prévoyait un partage.", "reject occurred KEN"),
    ("Nairobi vient de renvoyer sèchement la proposition ougandaise à l'expéditeur.", "reject occurred KEN > UGA"),
    ("Nairobi a sèchement renvoyé à l'expéditeur l'offre ougandaise.", "reject occurred KEN > UGA"),
    ("Nairobi, lui, n'en démord pas.", "reject occurred KEN"),
    ("Le président kényan, pour sa part, n'en démord pas.", "reject occurred KEN"),
    ("À Nairobi, on n'en démord pas.", "reject occurred KEN"),
    ("Du côté de la CGT, on ne veut rien entendre.", "reject occurred cgt"),
    ("Les syndicats CGT et FO n'en démordent pas.", "reject occurred cgt fo"),
    ("La CGT, elle, juge que le compte n'y est pas.", "reject occurred cgt"),
    ("La CGT estime que « le compte n'y est toujours pas ».", "reject occurred cgt"),
    ("Le compte n'y est pas, tonne la CGT.", "reject occurred cgt"),
    ("La Suisse et l'Union européenne ont enfin mis l'accord sous toit.", "agree occurred CHE eu"),
    ("La Suisse et l'Union européenne sont parvenues à mettre l'accord sous toit.", "agree occurred CHE eu"),
    ("L'accord a enfin été mis sous toit par la Suisse et l'Union européenne.", "agree occurred CHE eu"),
    ("La Serbie et le Kosovo se sont, à la surprise générale, tapé dans la main.", "agree occurred SRB XKX"),
    ("Au bout de la nuit, la Serbie et le Kosovo accouchent d'un compromis.", "agree occurred SRB XKX"),
    ("Abuja met enfin un peu d'eau dans son vin.", "concede occurred NGA"),
    ("Le gouvernement belge remet sa réforme au frigo.", "concede occurred BEL"),
    ("La réforme des pensions est mise au frigo par le gouvernement belge.", "concede occurred BEL"),
    ("Le gouvernement belge a dû ranger au placard sa réforme des pensions.", "concede occurred BEL"),
    ("Les gilets jaunes ont réussi à faire plier le gouvernement français.", "concede occurred FRA > yellow-vests"),
    ("Washington met le couteau sous la gorge du Mexique : payer ou partir.", "demand occurred USA > MEX"),
    ("Les États-Unis viennent de mettre le Mexique au pied du mur.", "demand occurred USA > MEX"),
    ("Il appartient à Mexico de revoir sa copie, a dit lundi la Maison Blanche.", "demand occurred USA > MEX"),
    ("Tunis et Tripoli vont remettre l'ouvrage sur le métier dès lundi.", "talks scheduled LBY TUN"),
    ("Tunis et Tripoli pourraient remettre l'ouvrage sur le métier.", "talks conditional LBY TUN"),
]


@pytest.mark.parametrize(("sentence", "event"), _TURNS)
def test_a_turn_of_phrase_tells_its_act(sentence: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(sentence, "fr")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le Pérou veut faire plier le Chili.",
        "La CGT n'a pas réussi à faire plier la direction de Renault.",
        "La défense de Lyon a fait plier Marseille.",
        "À Lima, on mange du poisson et on refuse l'alcool.",
        "Le joueur péruvien a retiré ses billes du sac.",
        "La Norvège a fait plier la Suède en finale du championnat du monde.",
        "Le plombier belge a desserré la vis.",
        "L'armée péruvienne a fait reculer les Chiliens.",
        "Le train Oslo-Bergen a déraillé mardi.",
        "Le restaurant de Lima a mis la soupe au frigo.",
    ],
)
def test_what_only_looks_like_a_turn_of_phrase(sentence: str) -> None:
    assert not told(sentence, "fr")


def test_what_denies_a_verb_is_no_item() -> None:
    assert [event.items for event in read("Le Pérou n'en démord pas.", "fr")] == [()]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("À Lima, on exige de la Norvège un retrait des troupes.", "demand occurred PER > NOR"),
        ("À la CGT, on rejette l'offre de Renault.", "reject occurred cgt > renault"),
        ("À Oslo, on se dit prêt à négocier avec Lima.", "talks proposed NOR PER"),
    ],
)
def test_who_goes_by_on_is_named_by_where_they_are(sentence: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(sentence, "fr")]
