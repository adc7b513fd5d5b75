# ruff: noqa: E501 — sentences under test stay on one line.
"""Constructions in which the press tells of negotiations: each with all the events that it tells. Sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

ENGLISH = [
    ("Talks between Norway and Peru were suspended on Wednesday.", ["suspend occurred NOR PER"]),
    ("Talks between Norway and Peru ended without agreement on Friday.", ["suspend occurred NOR PER"]),
    ("Talks between Norway and Peru, which began on Monday, collapsed on Friday.", ["suspend occurred NOR PER"]),
    ("Norway and Peru failed to reach an agreement on quotas.", ["suspend occurred NOR PER"]),
    ("Norway failed to sign the treaty with Peru.", ["sign denied NOR PER"]),
    ("Norway denied that it had held secret talks with Peru.", ["deny occurred NOR > PER", "talks denied NOR PER"]),
    ("Peru signalled its willingness to resume negotiations with Norway.", ["talks proposed NOR PER"]),
    ("Norway is prepared to sit down with Peru, its president said.", ["talks proposed NOR PER"]),
    ("Ministers from Norway and Peru gathered in Quito on Monday to discuss fishing.", ["talks occurred NOR PER"]),
    ("The accord, signed in Quito in 2016 by Norway and Peru, ended the war.", ["sign occurred NOR PER"]),
    ("The ELN rebels and the Colombian government resumed peace talks in Mexico City.", ["talks occurred COL eln"]),
    ("The UAW said talks with General Motors had broken down.", ["suspend occurred general-motors uaw"]),
    ("Norway threatened to leave the agreement unless Peru changed course.", ["threaten occurred NOR > PER"]),
    ("Israel rejected a Hamas proposal for a five-day truce.", ["reject occurred ISR > hamas"]),
    ("Hungary vetoed the EU aid package for Ukraine.", ["reject occurred HUN > eu"]),
    ("Colombia suspended peace talks with the ELN after an attack.", ["suspend occurred COL > eln"]),
    ("Norway said no talks with Peru were planned.", ["talks denied NOR PER"]),
    (
        "Norway confirmed that its prime minister would meet the Peruvian president in Bali.",
        ["talks scheduled NOR PER"],
    ),
    ("Norway met Peru on the sidelines of the NATO summit.", ["talks occurred NOR PER"]),
    ("Negotiators for Norway and Peru are due back in Lima on Saturday.", []),
    ("Norway did not accept the offer of Peru.", ["reject occurred NOR > PER"]),
    ("Norway has not signed the treaty with Peru.", ["sign denied NOR PER"]),
    ("Norway will not meet Peru in Quito.", ["talks denied NOR PER"]),
    ("Norway would not hear of a truce.", ["reject occurred NOR"]),
    ("Norway has promised not to invade Peru.", ["promise occurred NOR > PER"]),
    ("Norway's offer of talks was rejected by Peru on Monday.", ["reject occurred PER > NOR"]),
    ("Norway is mediating between Peru and Chile.", ["mediate ongoing CHL PER"]),
    ("Norway demanded on Monday that Peru free the crew.", ["demand occurred NOR > PER"]),
    ("Norway, Peru foreign ministers meet in Quito", ["talks occurred NOR PER"]),
    ("Norway and Peru met after the Luanda talks.", ["talks occurred NOR PER"]),
    ("Norway and Peru upgraded their ties to a strategic partnership.", ["agree occurred NOR PER"]),
    ("The two sides praised a visit to Oslo by Peruvian President Dina Boluarte.", ["talks occurred NOR PER"]),
    ("Norway is ready to continue trade talks with Peru.", ["talks proposed NOR PER"]),
    ("Norway said it would seek talks with Peru.", ["demand occurred NOR > PER", "talks proposed NOR PER"]),
    ("Norway returned on the same train as Peru's leaders.", []),
    ("Norwegian Foreign Minister Espen Barth Eide set out conditions for Peru.", ["demand occurred NOR > PER"]),
    ("Norway met Nordskip, the state shipping company, on Monday.", ["talks occurred NOR nordskip"]),
    ("Negotiators for General Motors Corp and the UAW resumed talks.", ["talks occurred general-motors uaw"]),
    ("A recent agreement between Norway and Peru on fishing has angered Chile.", ["agree occurred NOR PER"]),
    (
        "Norway condemned Chile, rejected Peru's offer and called for a truce.",
        ["accuse occurred NOR > CHL", "reject occurred NOR > PER", "demand occurred NOR"],
    ),
    ("The breakdown of talks between Norway and Peru cost thousands of jobs.", ["suspend occurred NOR PER"]),
    ("The Norwegian negotiators call on Peru to free the crew.", ["demand occurred NOR > PER"]),
    (
        "The Norwegian and Peruvian presidents will meet in Quito for their first encounter.",
        ["talks scheduled NOR PER"],
    ),
    ("Norway refused to condemn the raid on Peru.", []),
    ("Norway is offering Peru shelter from the storm.", []),
    ("Norway offered Peru a pay rise.", ["propose occurred NOR > PER"]),
    ("Norway and Peru discussed next steps on bilateral cooperation.", ["talks occurred NOR PER"]),
]
FRENCH = [
    ("Les discussions entre la Norvège et le Pérou ont été suspendues mercredi.", ["suspend occurred NOR PER"]),
    ("La Norvège et le Pérou n'ont pas réussi à s'entendre sur les quotas.", ["agree denied NOR PER"]),
    ("Un accord a été trouvé entre la Norvège et le Pérou.", ["agree occurred NOR PER"]),
    ("La Norvège a engagé des discussions exclusives avec le Pérou.", ["talks occurred NOR PER"]),
    ("L'accord, signé en 2016 à Quito par la Norvège et le Pérou, prévoit une trêve.", ["sign occurred NOR PER"]),
    ("La rencontre prévue lundi entre la Norvège et le Pérou a été reportée.", ["talks cancelled NOR PER"]),
    (
        "La Norvège a démenti avoir mené des négociations avec le Pérou.",
        ["deny occurred NOR > PER", "talks denied NOR PER"],
    ),
    ("Lima réclame à Oslo des garanties sur le gaz.", ["demand occurred PER > NOR"]),
    ("Le Qatar a admis mardi que les discussions étaient dans l'impasse.", ["assess occurred QAT"]),
    ("Le patronat refuse toute hausse du salaire minimum.", ["reject occurred patronat"]),
    ("La Norvège et le Pérou ont rejeté l'offre du nouveau gouvernement chilien.", ["reject occurred NOR PER > CHL"]),
    ("L'Union européenne et le Mercosur ont conclu un accord.", ["agree occurred eu mercosur"]),
    ("La Hongrie a mis son veto à l'aide européenne à l'Ukraine.", ["reject occurred HUN > eu"]),
    ("La direction d'Air France a proposé une hausse de 2 % à la CGT.", ["propose occurred air-france > cgt"]),
    ("La Norvège et le Pérou n'ont pas trouvé d'accord à Quito.", ["agree denied NOR PER"]),
    ("Les Verts ont exclu toute alliance avec La France insoumise.", ["reject occurred eelv > lfi"]),
    ("La Russie et l'Ukraine ont échangé deux cents prisonniers dimanche.", ["concede occurred RUS UKR"]),
    (
        "Le président congolais a rencontré son homologue rwandais en marge du sommet de l'Union africaine.",
        ["talks occurred COD RWA"],
    ),
    ("La Norvège n'accepte pas l'offre du Pérou.", ["reject occurred NOR > PER"]),
    ("Le Pérou a accepté de ne pas bombarder les ports.", ["agree occurred PER"]),
    (
        "Le médiateur de la Cédéao a rencontré mardi à Bamako le chef de la junte malienne.",
        ["talks occurred MLI ecowas"],
    ),
    ("Emmanuel Macron s'est entretenu avec l'un des représentants de la CGT.", ["talks occurred FRA cgt"]),
    ("Le Venezuela a libéré dix détenus américains.", ["concede occurred VEN > USA"]),
    ("L'Inde et le Pakistan ont procédé à un échange de prisonniers.", ["concede occurred IND PAK"]),
    ("L'ARS a rejeté la proposition de la CGT.", ["reject occurred ars > cgt"]),
    ("Le PIB a rejeté toute prévision.", []),
    ("Le Burkina Faso et le Niger ont annoncé leur retrait de la Cédéao.", ["suspend occurred BFA NER > ecowas"]),
    ("La Cédéao a donné une semaine au Niger pour libérer le président.", ["demand occurred ecowas > NER"]),
    ("Le cessez-le-feu entre Israël et le Hezbollah est entré en vigueur mercredi.", ["agree occurred ISR hezbollah"]),
    (
        "Les syndicats de la SNCF ont été reçus lundi par le ministre français des Transports.",
        ["talks occurred FRA unions"],
    ),
    ("Le gouvernement français a promis aux enseignants une prime.", ["promise occurred FRA > enseignants"]),
]


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [("en", *case) for case in ENGLISH] + [("fr", *case) for case in FRENCH],
)
def test_a_construction_tells_these_events_and_no_other(language: Language, text: str, events: list[str]) -> None:
    assert [" ".join(event) for event in told(text, language)] == events
