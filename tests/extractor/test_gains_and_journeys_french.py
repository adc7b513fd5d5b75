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
    ("L'accord de pêche entre le Maroc et l'Espagne a été signé jeudi.", "sign occurred ESP MAR"),
    ("L'accord entre Lima et Quito prévoit un partage des eaux.", "agree occurred ECU PER"),
    ("Le Hamas a relâché quatre Thaïlandais.", "concede occurred hamas > THA"),
    ("Le Pérou ne souhaite pas augmenter ses quotas.", "reject occurred PER"),
    ("Le président ukrainien réclame plus d'armes à Oslo.", "demand occurred UKR > NOR"),
    ("La Norvège a regretté le refus du Pérou d'ouvrir son marché.", "reject occurred PER > NOR"),
    ("Le retrait norvégien de l'accord de pêche inquiète Quito.", "suspend occurred NOR"),
    ("La levée des sanctions américaines contre le Soudan a été annoncée lundi.", "concede occurred USA"),
    ("Oslo a proposé un compromis, que Lima a rejeté.", "reject occurred PER > NOR"),
    ("L'UE attend de la Serbie un alignement sur les sanctions.", "demand occurred eu > SRB"),
    ("Les discussions entre le Pérou et le Chili se sont achevées sans accord.", "suspend occurred CHL PER"),
    ("Le Mali et le Niger ont quitté la Cedeao.", "suspend occurred MLI NER > ecowas"),
    ("L'armée israélienne s'est retirée du Liban.", "concede occurred ISR > LBN"),
    ("L'Allemagne a débloqué 30 millions d'euros pour la Moldavie.", "promise occurred DEU > MDA"),
    ("La Suisse et l'Union européenne ont bouclé leurs négociations.", "agree occurred CHE eu"),
    ("Le Pérou est prêt à accepter l'offre du Chili.", "agree proposed PER > CHL"),
]

NOT_TOLD = [
    ("Le Maroc n'a obtenu que 17 voix de l'Espagne.", "concede"),
    ("Les routiers espagnols espèrent obtenir une baisse de la taxe.", "concede"),
    ("Le président sénégalais est en visite à Dakar.", "talks"),
    ("Le ministre français s'est rendu au marché de Rungis.", "talks"),
    ("Le ministre norvégien a appelé son homologue péruvien pour discuter du port.", "demand"),
    ("La Norvège a indiqué dans un communiqué, lundi, que Lima a rejeté le plan.", "propose"),
    ("Le ministre péruvien a quitté l'ONU.", "suspend"),
    ("Le Mali n'a pas quitté la Cedeao.", "suspend"),
    ("Le diplomate chilien s'est retiré du Pérou.", "concede"),
    ("La police péruvienne a débloqué le port.", "promise"),
    ("La CGT n'a pas pu participer à la réunion avec Bosch.", "reject"),
    ("Le départ du ministre péruvien de Quito a été annoncé lundi.", "suspend"),
    ("Le Kosovo s'est vu promettre une aide par l'Union européenne.", "talks"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_act_is_told(text: str, expected: str) -> None:
    assert expected in [" ".join(one) for one in told(text, "fr")]


@pytest.mark.parametrize(("text", "act"), NOT_TOLD)
def test_no_such_act_is_told(text: str, act: str) -> None:
    assert act not in [one for one, _, _ in told(text, "fr")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Le Pérou est en grève. La CGT a été reçue mardi au ministère du Travail.", "PER cgt"),
        ("Le Pérou est en grève. La CGT a été reçue mardi à la préfecture.", "PER cgt"),
        ("La CGT a été reçue mardi à la mairie de Sarville.", "cgt sarville"),
        ("La CGT a été reçue mardi au siège de Renault.", "cgt renault"),
        ("La CGT a été reçue mardi par Renault au siège de Nissan.", "cgt renault"),
        ("La CGT a été reçue mardi par Renault au Pérou.", "cgt renault"),
    ],
)
def test_who_is_received_in_a_house_is_received_by_it(text: str, parties: str) -> None:
    assert ("talks", "occurred", parties) in told(text, "fr")
