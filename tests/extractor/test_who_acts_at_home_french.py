"""Who acts in the politics at home of the French press: opponents, those who were overthrown, parts of a state, texts
that ask for something. All sentences are invented."""

import pytest

from tests.extractor.test_extract import parties, read, told

_OPPOSITION = [
    ("L'opposant togolais Kossi Adan a exigé de Lomé le report du scrutin.", "togolese-opposition > TGO"),
    ("Le principal opposant, Kossi Adan, a exigé du gouvernement togolais le report.", "togolese-opposition > TGO"),
    ("Le candidat de l'opposition togolaise a exigé de Lomé le report du scrutin.", "togolese-opposition > TGO"),
    ("Une figure de l'opposition togolaise, Kossi Adan, a exigé de Lomé le report.", "togolese-opposition > TGO"),
    ("Le chef de la rébellion a exigé de Lomé le report du scrutin.", "rebels > TGO"),
    ("Le chef de la guérilla a exigé de Lomé le report du scrutin.", "rebels > TGO"),
]


@pytest.mark.parametrize(("text", "who"), _OPPOSITION)
def test_who_leads_opponents_acts_for_them(text: str, who: str) -> None:
    assert ("demand", "occurred", who) in told(text, "fr")


_OVERTHROWN = [
    "Le président déchu Kossi Adan a exigé de Lomé sa libération.",
    "Le président renversé du Togo, Kossi Adan, a exigé de Lomé sa libération.",
    "L'ex-président togolais Kossi Adan vit à Lagos. L'ex-président a exigé de Lomé sa libération.",
    "Le président déchu Kossi Adan vit à Lagos. Le président déchu a exigé de Lomé sa libération.",
    "Le premier ministre destitué, Kossi Adan, vit à Lagos. M. Adan a exigé de Lomé sa libération.",
]


@pytest.mark.parametrize("text", _OVERTHROWN)
def test_who_was_overthrown_acts_for_himself(text: str) -> None:
    assert ("demand", "occurred", "kossi-adan > TGO") in told(text, "fr")


def test_who_was_overthrown_in_the_year_of_his_end_acts_for_himself() -> None:
    text = "Le président renversé, Mohamed Bazoum, a exigé de la junte sa libération."
    assert "person:mohamed-bazoum" in {one.id for event in read(text, "fr") for one in event.parties}


def test_the_overthrown_president_tells_of_which_country_the_article_is() -> None:
    text = (
        "Quito veut accueillir le président déchu du Togo. Quito a appelé Quito. Le gouvernement putschiste a refusé."
    )
    assert ("reject", "occurred", "TGO > ECU") in told(text, "fr")


_PARTS = [
    ("Le Conseil fédéral a exigé des cantons une économie.", "CHE > cantons"),
    ("Les communes exigent du gouvernement wallon un report.", "municipalities > walloon-government"),
    ("Les provinces canadiennes exigent d'Ottawa une hausse.", "canadian-provinces > CAN"),
    ("Les Premières Nations exigent d'Ottawa une hausse.", "first-nations > CAN"),
    ("Le camp présidentiel exige de l'opposition togolaise un report.", "ruling-majority > togolese-opposition"),
    ("Le comité d'entreprise exige de la direction un report.", "works-council > management"),
]


@pytest.mark.parametrize(("text", "who"), _PARTS)
def test_parts_of_a_state_and_of_a_firm_act(text: str, who: str) -> None:
    assert ("demand", "occurred", who) in told(text, "fr")


_TEXTS = [
    ("Le Pérou et le Chili se sont réunis à Quito. La déclaration commune exhorte Oslo à céder.", "CHL PER > NOR"),
    ("La BCE a publié un communiqué. Le communiqué exhorte Oslo à céder.", "ecb > NOR"),
    ("La BCE a publié un communiqué. Le texte demande à Oslo de céder.", "ecb > NOR"),
    ("La BCE a publié mardi un communiqué qui exhorte Oslo à céder.", "ecb > NOR"),
    ("La BCE a voté une motion qui exige d'Oslo une baisse.", "ecb > NOR"),
]


@pytest.mark.parametrize(("text", "who"), _TEXTS)
def test_a_text_asks_for_those_whose_it_is(text: str, who: str) -> None:
    assert ("demand", "occurred", who) in told(text, "fr")


def test_one_union_is_not_the_unions() -> None:
    text = "La CGT défilait à Lyon. Les syndicats ont exigé de la France un report."
    assert ("demand", "occurred", "unions-fra > FRA") in told(text, "fr")


def test_unions_are_those_named_before() -> None:
    text = "La CGT et la CFDT défilaient à Lyon. Les syndicats ont exigé de la France un report."
    assert ("demand", "occurred", "cfdt cgt > FRA") in told(text, "fr")


def test_the_unions_are_not_all_of_a_long_list() -> None:
    text = "Les syndicats ont exigé de la France un report. La CGT, la CFDT, FO, la CFTC et l'Unsa défilaient à Lyon."
    assert [parties(one) for one in read(text, "fr") if one.act == "demand"] == ["unions-fra > FRA"]


_AMERICAN = [
    ("Démocrates et républicains ont conclu un accord sur le budget des États-Unis.", "us-democrats us-republicans"),
    ("Aux États-Unis, les républicains ont conclu un accord avec les démocrates.", "us-democrats us-republicans"),
]


@pytest.mark.parametrize(("text", "who"), _AMERICAN)
def test_american_parties_are_told_in_small_letters(text: str, who: str) -> None:
    assert ("agree", "occurred", who) in told(text, "fr")


_SIGNED = [
    ("La Norvège et le Pérou espèrent signer un traité de pêche.", "NOR PER"),
    ("La Norvège veut signer un accord de pêche avec le Pérou.", "NOR PER"),
    ("Lima souhaite signer un accord de pêche avec Oslo.", "NOR PER"),
]


@pytest.mark.parametrize(("text", "who"), _SIGNED)
def test_who_wishes_to_sign_with_another_offers_to(text: str, who: str) -> None:
    assert ("sign", "proposed", who) in told(text, "fr")


def test_who_says_to_be_ready_to_meet_meets_others_than_himself() -> None:
    text = "Le gouvernement norvégien s'est dit prêt à rencontrer les pêcheurs."
    assert ("talks", "proposed", "NOR fishermen") in told(text, "fr")


def test_who_confirms_a_deal_has_made_it() -> None:
    text = "Le gouvernement suisse a confirmé la conclusion d'un accord avec Lima."
    assert ("agree", "occurred", "CHE PER") in told(text, "fr")
