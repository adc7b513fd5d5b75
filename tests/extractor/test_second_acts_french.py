"""Second acts of a French sentence: what a gerund, a participle or a noun tells beside its verb. All are invented."""

import pytest

from tests.extractor.test_extract import read, told

_BESIDE = [
    (
        "Lima a rejeté l'offre norvégienne, tout en continuant à réclamer le retrait des navires.",
        "demand occurred PER > NOR",
    ),
    ("Le Pérou a accepté le plan de la Norvège, tout en refusant de libérer les marins.", "reject occurred PER > NOR"),
    ("La Norvège propose une trêve, tout en rejetant les conditions du Pérou.", "reject occurred NOR > PER"),
    ("La CGT a salué le geste de Renault tout en demandant des garanties.", "demand occurred cgt"),
    ("Le Pérou a rejeté l'ultimatum d'Oslo, exigeant la levée du blocus.", "demand occurred PER > NOR"),
    ("La Norvège a demandé une trêve, que le Pérou a acceptée.", "agree occurred PER > NOR"),
    ("La Norvège a demandé une trêve, demande que le Pérou a rejetée.", "reject occurred PER > NOR"),
    ("Oslo lèvera le blocus, tout en appelant Lima à retirer ses navires.", "demand occurred NOR > PER"),
]

_JUDGED = [
    ("La Norvège a présenté une offre jugée insuffisante par le Pérou.", "reject occurred PER > NOR"),
    ("Renault a proposé une hausse de 2 %, jugée trop faible par la CGT.", "reject occurred cgt > renault"),
    ("Les gestes de la Norvège, qualifiés d'insuffisants par Lima, portent sur la pêche.", "reject occurred PER > NOR"),
    ("Les exigences norvégiennes, considérées comme excessives par Lima, demeurent.", "reject occurred PER > NOR"),
    ("La proposition de Renault n'a pas été jugée acceptable par la CGT.", "reject occurred cgt > renault"),
    ("La CGT ne juge pas acceptable la proposition de Renault.", "reject occurred cgt > renault"),
    ("L'indemnité exigée par le Pérou est jugée excessive par la Norvège.", "reject occurred NOR > PER"),
    ("L'offre norvégienne s'est heurtée au refus de Lima.", "reject occurred PER > NOR"),
    ("La demande norvégienne a essuyé un refus de Lima.", "reject occurred PER > NOR"),
]


@pytest.mark.parametrize(("text", "event"), _BESIDE)
def test_what_a_gerund_tells_beside_its_verb_is_told_too(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]


@pytest.mark.parametrize(("text", "event"), _JUDGED)
def test_who_judges_an_offer_too_low_refuses_it(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]


@pytest.mark.parametrize(
    "text",
    [
        "La CGT juge acceptable la proposition de Renault.",
        "Le Pérou est considéré comme un partenaire majeur par la Norvège.",
        "La Norvège, tenue pour un exemple par le Pérou, exporte du pétrole.",
    ],
)
def test_other_judgements_refuse_nothing(text: str) -> None:
    assert not any(one.act == "reject" for one in read(text, "fr"))


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Lima a accepté une trêve, tout en refusant de payer.", "une trêve"),
        ("L'offre péruvienne d'une trêve s'est heurtée au refus d'Oslo.", "péruvienne d'une trêve"),
        ("La Norvège a proposé un plan, rejeté par le Pérou.", "un plan"),
        ("La Norvège a demandé une trêve, que le Pérou a acceptée.", "une trêve"),
        ("La Norvège a demandé, lundi, que le Pérou retire ses navires.", "le Pérou retire ses navires"),
    ],
)
def test_an_item_ends_where_the_next_act_begins(text: str, item: str) -> None:
    assert item in [one.text for event in read(text, "fr") for one in event.items]


_NOUNS = [
    ("Le Ghana a multiplié les appels à des pourparlers entre Lima et Oslo.", "demand occurred GHA"),
    ("Le Ghana a multiplié les appels à des pourparlers entre Lima et Oslo.", "talks proposed NOR PER"),
    ("Le ministre péruvien a plaidé pour une reprise rapide des pourparlers avec Oslo.", "talks proposed NOR PER"),
    ("L'accord auquel sont parvenus lundi la Norvège et le Pérou prévoit un retrait.", "agree occurred NOR PER"),
    ("La trêve à laquelle Lima et Oslo sont parvenus tient.", "agree occurred NOR PER"),
    ("Le projet d'accord ficelé mardi entre la Norvège et le Pérou déplaît.", "agree occurred NOR PER"),
    ("Le Pérou et la Norvège se sont fixé l'objectif d'un accord d'ici un an.", "agree occurred NOR PER"),
    ("Lima et Oslo se sont donné trois mois pour parvenir à un accord.", "agree occurred NOR PER"),
    ("Lima et Oslo ont décidé d'une trêve.", "agree occurred NOR PER"),
    ("Le Pérou a décrété un cessez-le-feu unilatéral.", "concede occurred PER"),
    ("Lima a annoncé une trêve unilatérale.", "concede occurred PER"),
    ("« Nous veillerons à ce que la trêve tienne », a dit le ministre péruvien.", "promise occurred PER"),
    ("« Nous ferons en sorte que les marins rentrent », a dit le ministre péruvien.", "promise occurred PER"),
    ("L'offre d'achat lancée par Renault sur Michelin surprend.", "propose occurred renault > michelin"),
]


@pytest.mark.parametrize(("text", "event"), _NOUNS)
def test_what_nouns_and_longer_phrases_tell(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Le Pérou a décrété le couvre-feu à Lima.", "concede"),
        ("Le Pérou a décidé d'une nouvelle taxe.", "agree"),
        ("Le Pérou s'est fixé l'objectif de réduire ses émissions.", "agree"),
        ("Le ministre péruvien a veillé sur les marins.", "promise"),
    ],
)
def test_what_such_phrases_do_not_tell(text: str, act: str) -> None:
    assert not any(one.act == act for one in read(text, "fr"))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Le Ghana s'est proposé comme médiateur entre Lima et Oslo.", [("mediate", "proposed", "NOR PER")]),
        ("Le Ghana multiplie les efforts pour relancer les négociations entre Lima et Oslo.",
         [("mediate", "occurred", "NOR PER")]),
        ("La Norvège et le Pérou ont signé une trêve, a annoncé le Ghana.", [("sign", "occurred", "NOR PER")]),
    ],
)  # fmt: skip
def test_who_brings_others_together_and_who_only_tells_of_it(text: str, events: list[tuple[str, str, str]]) -> None:
    assert told(text, "fr") == events
