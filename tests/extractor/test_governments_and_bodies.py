"""Whose government, office, union or town it is that acts, told by where it sits or who leads it. All are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_who_takes_part import parts

_REFUSED = {
    "en": "{} rejected a proposal from Norway on Monday.",
    "fr": "{} a rejeté lundi une proposition de la Norvège.",
}


def refuser(who: str, language: Language) -> set[str]:
    """Who rejects a proposal, by ids without their kinds."""
    [acted] = parts(_REFUSED[language].format(who), language, "reject")
    return {one.removesuffix(" initiator") for one in acted if one.endswith(" initiator")}


@pytest.mark.parametrize(
    ("language", "who", "state"),
    [
        ("en", "The government in Lima", "PER"),
        ("en", "The transitional government in Nairobi", "KEN"),
        ("en", "The foreign ministry in Lima", "PER"),
        ("en", "The Peruvian coalition government", "PER"),
        ("fr", "Le gouvernement à Lima", "PER"),
        ("fr", "Le gouvernement de transition à Nairobi", "KEN"),
        ("fr", "Le gouvernement militaire de Lima", "PER"),
    ],
)
def test_a_government_is_that_of_the_capital_where_it_sits(language: Language, who: str, state: str) -> None:
    assert refuser(who, language) == {state}


@pytest.mark.parametrize("who", ["Prime Minister Narendra Modi's government", "President Lula's administration"])
def test_the_government_of_a_leader_is_the_state(who: str) -> None:
    assert refuser(who, "en") in ({"IND"}, {"BRA"})


def test_the_party_of_a_leader_is_not_the_state() -> None:
    assert parts(_REFUSED["en"].format("President Lula's party"), "en", "reject") == []


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("The mayor of Lyon", "lyon"),
        ("The city of Lyon", "lyon"),
        ("The city council of Lyon", "city-council-of-lyon"),
    ],
)
def test_who_speaks_for_a_town_is_the_town(who: str, body: str) -> None:
    assert refuser(who, "en") == {body}


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("The country's largest miners' union", "miners"),
        ("Peru's main miners' union", "peruvian-miners"),
        ("Boeing's machinists' union", "boeing-machinists"),
    ],
)
def test_a_union_of_those_of_whom_it_is_said_where_they_are(who: str, body: str) -> None:
    assert refuser(who, "en") == {body}


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("The Karvel Labour Party", "karvel-labour-party"),
        ("Former Karvel Steel chief Ana Quispe", "karvel-steel"),
        ("Current Karvel Steel chief Ana Quispe", "karvel-steel"),
    ],
)
def test_a_name_begins_and_ends_where_the_body_does(who: str, body: str) -> None:
    assert refuser(who, "en") == {body}


@pytest.mark.parametrize(
    ("language", "who"),
    [("en", "Peru, present in the region,"), ("fr", "Le Pérou, présent dans la région,")],
)
def test_an_adjective_beside_a_name_is_no_deed_of_its(language: Language, who: str) -> None:
    assert refuser(who, language) == {"PER"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway's prime minister arrived in the Kenyan city of Mombasa on Monday.",
        "Norway promised Peru to leave the city of Arequipa.",
    ],
)
def test_a_town_where_somebody_is_or_that_he_leaves_takes_no_part(text: str) -> None:
    ids = {one for act in ("talks", "promise") for told in parts(text, "en", act) for one in told}
    assert not {one for one in ids if "mombasa" in one or "arequipa" in one}


@pytest.mark.parametrize(
    ("language", "who"),
    [("en", "The Saudi-led coalition"), ("fr", "La coalition menée par l'Arabie saoudite")],
)
def test_a_coalition_is_not_the_state_that_leads_it(language: Language, who: str) -> None:
    assert refuser(who, language) == {"saudi-led-coalition"}


def test_ministers_of_whom_nothing_is_said_are_not_of_the_land_that_they_ask() -> None:
    [told] = parts("Regional ministers urged Peru and Kenya to stop the talks.", "en", "demand")
    assert told == {"PER counterpart", "KEN counterpart"}
