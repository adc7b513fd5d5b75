"""What is asked, offered, agreed or refused, in the shortest words that say it. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_event_dates import events
from tests.extractor.test_extract import read

_ENGLISH = [
    ("Peru accepted Tuesday the Norwegian plan.", "agree", ["the Norwegian plan"]),
    ("Peru rejected on Monday a Norwegian proposal to share the catch.", "reject",
     ["a Norwegian proposal to share the catch"]),
    ("Peru signed Friday in Lima an agreement with Norway on cod.", "sign", ["an agreement with Norway on cod"]),
    ("Peru and Norway signed a treaty in Lima on Friday.", "sign", ["a treaty"]),
    ("Peru and Norway signed a treaty on Aug. 28, 2023.", "sign", ["a treaty"]),
    ("Peru accepted in principle the Norwegian offer.", "agree", ["the Norwegian offer"]),
    ("Peru refuses, for now, to leave the islands.", "reject", ["leave the islands"]),
    ("Peru pledged in Lima in April 2009 to free the Norwegian crews.", "promise", ["free the Norwegian crews"]),
    ("Peru urged Norway and Iceland in a joint statement to open the ports.", "demand", ["open the ports"]),
    ("Peru demanded, as the price for staying, that Norway open the ports.", "demand", ["Norway open the ports"]),
    ("Peru has asked Norway on several occasions to open the port.", "demand", ["open the port"]),
    ("Peru demanded from Norway the release of two ships.", "demand", ["the release of two ships"]),
    ("Peru warned Norway it might close the border.", "threaten", ["it might close the border"]),
    ("Peru presented Norway on Wednesday with a final plan for the islands.", "propose",
     ["a final plan for the islands"]),
    ("Peru agreed with Norway on joint patrols.", "agree", ["joint patrols"]),
    ("Peru agreed to lower tariffs on half of its fish.", "agree", ["lower tariffs on half of its fish"]),
    ("Peru called for urgent and extended pauses in the fighting.", "demand",
     ["urgent and extended pauses in the fighting"]),
    ("Peru insists on keeping the islands, even an island that Norway has never left.", "demand",
     ["keeping the islands, even an island that Norway has never left"]),
    ("Norway was asked by Peru to stop the patrols.", "demand", ["stop the patrols"]),
    ("Norway must free the crew, Peru said.", "demand", ["free the crew"]),
    ("Peru will give up its last base in Norway.", "promise", ["give up its last base in Norway"]),
    ("Peru will pay Norway 3 million dollars.", "promise", ["pay Norway 3 million dollars"]),
    ("Peru made Norway an offer of joint patrols on Friday.", "propose", ["joint patrols"]),
    ("The Blue SHELF Treaty, brokered by Iceland, was signed in Oslo by Peru and Norway.", "sign",
     ["The Blue SHELF Treaty"]),
    ("Peru said the Norwegian quotas were unacceptable.", "reject", ["the Norwegian quotas"]),
    ('Peru said the Norwegian demands were "unacceptable".', "reject", ["the Norwegian demands"]),
    ("Peru handed in a proposal to Norway after talks in Lima.", "propose", []),
    ("Peru demands a delay, Norway refuses to give way.", "demand", ["a delay"]),
    ("Peru will not free the crew, it said, and its ships.", "reject", ["free the crew"]),
    ("A 2010 trade deal between Peru and Norway included a cut of tariffs.", "agree", []),
    ("Peru rejected the Norwegian offer, a spokesman said on Tuesday.", "reject", ["the Norwegian offer"]),
    ("Peru has asked Norway to open the port, diplomats told reporters.", "demand", ["open the port"]),
    ("Peru rejected the Norwegian offer, according to a text seen by the Star.", "reject", ["the Norwegian offer"]),
    ("Peru demands a port, which, according to Lima, it needs.", "demand", ["a port"]),
    ("Peru has asked Norway to open the port,", "demand", ["open the port"]),
]  # fmt: skip
_FRENCH = [
    ("Le Pérou demande le retrait des navires, la Norvège refuse de céder.", "demand", ["le retrait des navires"]),
    ("Mais si Lima ne rejette pas le traité, elle s'oppose au plan de la Norvège.", "reject", ["plan de la Norvège"]),
    ("Le Pérou exige que la Norvège paie, que le Chili se retire et que Cuba cède.", "demand",
     ["la Norvège paie", "le Chili se retire", "Cuba cède"]),
    ("Le décret ne sera pas retiré, a répondu le Pérou à la Norvège.", "reject", ["Le décret"]),
    ("Le Pérou et la Norvège sont convenus d'ouvrir les ports.", "agree", ["ouvrir les ports"]),
    ("Le Pérou a rejeté lundi la demande de la Norvège.", "reject", ["la demande de la Norvège"]),
    ("Le Pérou a accepté mardi soir à Lima la proposition norvégienne.", "agree", ["la proposition norvégienne"]),
    ("Le Pérou et la Norvège ont signé en 2003 à Lima un traité sur la pêche.", "sign", ["un traité sur la pêche"]),
    ("Le Pérou et la Norvège ont signé vendredi un accord à Lima.", "sign", ["un accord"]),
    ("Le Pérou a demandé à la Norvège, vendredi, de libérer les marins.", "demand", ["libérer les marins"]),
    ("Le Pérou refuse pour l'instant de quitter les îles.", "reject", ["quitter les îles"]),
    ("Le Pérou a promis hier à la Norvège une réponse rapide.", "promise", ["une réponse rapide"]),
    ("Le Pérou ne signera pas le pacte avec la Norvège.", "reject", ["le pacte avec la Norvège"]),
    ("La Norvège doit libérer les marins, a dit le Pérou.", "demand", ["libérer les marins"]),
    ("La Norvège a été priée lundi par le Pérou d'ouvrir la frontière.", "demand", ["ouvrir la frontière"]),
    ("« Le retrait des navires d'abord », réclame le Pérou.", "demand", ["Le retrait des navires d'abord"]),
    ("Il n'y aura pas de blocus des îles, promet le Pérou.", "promise", ["Il n'y aura pas de blocus des îles"]),
    ("Le Pérou a parlé mardi. L'État financera les lignes, promet-il.", "promise", ["L'État financera les lignes"]),
    ("Le Pérou et la Norvège ont convenu hier à Lima, en présence de l'ONU, d'une trêve.", "agree", ["une trêve"]),
    ("Le Pérou et la Norvège se sont entendus après dix heures de discussions à Lima sur le partage de la pêche.",
     "agree", ["le partage de la pêche"]),
    ("Le Pérou s'est engagé lors de la réunion de Lima à libérer les marins norvégiens.", "promise",
     ["libérer les marins norvégiens"]),
    ("Le Pérou exige depuis lundi que la Norvège libère les marins et qu'elle paie une amende.", "demand",
     ["la Norvège libère les marins", "elle paie une amende"]),
    ("Le refus des autorités péruviennes a surpris la Norvège.", "reject", []),
    ("L'accord avec la Norvège intervient après des mois de négociations au Pérou.", "agree", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "items"), _ENGLISH)
def test_items_in_english(text: str, act: str, items: list[str]) -> None:
    assert _items(text, act, "en") == items


@pytest.mark.parametrize(("text", "act", "items"), _FRENCH)
def test_items_in_french(text: str, act: str, items: list[str]) -> None:
    assert _items(text, act, "fr") == items


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Norway must use its influence to free the crew, Peru said.", "use its influence to free the crew"),
        ('"We have called upon Norway to leave the islands," the Peruvian ministry said.', "leave the islands"),
        ("Peru will not budge on quotas, Lima told Norway.", "quotas"),
    ],
)
def test_who_said_it_is_no_part_of_an_item(text: str, item: str) -> None:
    assert [one.text for event in events(text, "en") for one in event.items] == [item]


def _items(text: str, act: str, language: Language) -> list[str]:
    found = [event for event in events(text, language) if event.act == act]
    assert len(found) == 1, [event.act for event in events(text, language)]
    return [item.text for item in found[0].items]


@pytest.mark.parametrize(
    "text",
    [
        "Quand la Norvège a exigé du Pérou un report, le Chili a hésité.",
        "Si la Norvège a exigé du Pérou un report, le Chili hésite.",
    ],
)
def test_an_item_ends_with_the_clause_that_opens_a_sentence(text: str) -> None:
    (demand,) = [event for event in events(text, "fr") if event.act == "demand"]
    assert [item.text for item in demand.items] == ["un report"]


@pytest.mark.parametrize(
    ("text", "language", "acts"),
    [
        ("Le Pérou réclame une enquête, la Norvège rejette cette demande.", "fr", ["demand", "reject"]),
        ("La Norvège refuse de payer, le Pérou menace de saisir la justice.", "fr", ["reject", "threaten"]),
        ("Peru offered a truce, Norway demanded guarantees.", "en", ["propose", "demand"]),
    ],
)
def test_what_another_does_behind_a_comma_is_an_act_of_his_own(text: str, language: Language, acts: list[str]) -> None:
    assert [event.act for event in events(text, language)] == acts


@pytest.mark.parametrize(
    ("text", "act", "items"),
    [
        ("Le Pérou a promis de rouvrir le port dès que la Norvège aura payé.", "promise", ["rouvrir le port"]),
        ("Le Pérou menace de quitter la table tant que la Norvège n'aura pas payé.", "threaten", ["quitter la table"]),
        ("Le Pérou a demandé un vote pour que la Norvège paie.", "demand", ["la Norvège paie"]),
    ],
)
def test_conjunctions_of_several_words_open_no_content(text: str, act: str, items: list[str]) -> None:
    assert _items(text, act, "fr") == items


def test_where_a_truce_was_struck_is_not_what_was_agreed_on() -> None:
    found = events("La Norvège et le Pérou ont conclu une trêve à Nairobi.", "fr")
    assert [item.text for event in found for item in event.items] == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Les revendications minimales de la Norvège semblent connues.", []),
        ("Le refus catégorique de la Norvège de négocier a surpris.", ["négocier"]),
        ("La Norvège a lancé un appel solennel à la libération des marins.", ["la libération des marins"]),
    ],
)
def test_an_adjective_of_the_noun_is_no_content(sentence: str, content: list[str]) -> None:
    (event,) = read(sentence, "fr")
    assert [item.text for item in event.items] == content
