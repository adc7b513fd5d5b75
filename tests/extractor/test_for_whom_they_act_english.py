# ruff: noqa: E501 — sentences under test stay on one line.
"""Firms told of by their land, unions of a land, delegations told of again, texts and their authors, sellers and sides
of a deal in the English press. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_FIRMS = "Boeing met Embraer on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (_FIRMS + "The U.S. planemaker urged Peru to lift the ban.", "demand occurred boeing > PER"),
        (_FIRMS + "The US company rejected an offer from Peru.", "reject occurred boeing > PER"),
        ("The Hong Kong bank HSBC agreed with Peru on a loan.", "agree occurred PER hsbc"),
    ],
)
def test_a_land_before_a_firm_says_only_whence_it_is(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize("noun", ["tycoon", "firm", "investor", "bank"])
def test_who_acts_for_himself_is_not_his_country(noun: str) -> None:
    assert not any("USA" in who for _, _, who in told(f"A US {noun} has asked Peru to lift the ban."))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("US energy officials met Peru's minister on Monday.", "talks occurred PER USA"),
        ("The US partners with Peru and on Monday signed a deal with Lima.", "sign occurred PER USA"),
    ],
)
def test_a_land_before_what_is_no_firm_acts(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Airbus and Nissan have been at odds. Both companies urged Peru to step in.", "demand occurred airbus nissan > PER"),
        ("Norway and Chile met in Oslo. Airbus and Nissan are at odds. The two firms urged Peru to step in.", "demand occurred airbus nissan > PER"),
        ("Norway and Chile met in Oslo. Both countries urged Peru to step in.", "demand occurred CHL NOR > PER"),
    ],
)  # fmt: skip
def test_two_of_a_trade_are_of_that_trade(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peruvian unions rejected Chile's offer.", "reject occurred peruvian-unions > CHL"),
        ("Spanish union leaders met Norway's minister on Monday.", "talks occurred NOR spanish-unions"),
        ("Italian union bosses rejected Chile's offer.", "reject occurred italian-unions > CHL"),
        ("Ford said it would hold talks with German unions.", "talks scheduled ford german-unions"),
        ("Chile got demands by Belgian unions to reopen talks.", "demand occurred belgian-unions"),
    ],
)
def test_unions_of_a_land_are_not_the_land(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("A delegation of the African Union arrived in Khartoum.\n\nThe delegation", "african-union"),
        ("An IMF team was in Oslo.\n\nThe team", "imf"),
        ("Norwegian envoys were in Quito.\n\nThe envoys", "NOR"),
        ("Turkish officials were in Quito.\n\nThese officials", "TUR"),
    ],
)
def test_those_told_of_again_act_for_who_sent_them(before: str, who: str) -> None:
    assert ("demand", "occurred", f"{who} > PER") in told(f"{before} urged Peru to lift the ban.")


def test_a_delegation_not_told_of_before_is_nobodys() -> None:
    assert ("demand", "occurred", "NOR > PER") not in told("Norway is cold. A delegation urged Peru to lift the ban.")


@pytest.mark.parametrize(
    "text",
    [
        "Norway adopted a resolution on Monday. The resolution demands that Peru lift the siege.",
        "Norway sent a letter. The letter asks Peru to lift the siege.",
        "Norway's letter demands that Peru lift the siege.",
        "A letter from the Norwegian government demands that Peru lift the siege.",
        "Norway has published a declaration which urges Peru to lift the siege.",
    ],
)
def test_what_a_text_asks_its_author_asks(text: str) -> None:
    assert ("demand", "occurred", "NOR > PER") in told(text)


def test_a_joint_statement_is_of_both() -> None:
    text = "Norway and Chile met in Oslo and issued a statement. The joint statement urged Peru to lift the siege."
    assert ("demand", "occurred", "CHL NOR > PER") in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norway is in talks to buy warplanes from Peru.", "NOR PER"),
        ("Norway is negotiating to import gas from Peru and Chile.", "CHL NOR PER"),
        ("Microsoft is in talks to acquire Nokia.", "microsoft nokia"),
        ("Hitachi is in talks to buy the rail business of Siemens.", "hitachi siemens"),
        ("Norway is in talks on buying a stake in Siemens.", "NOR siemens"),
    ],
)
def test_who_talks_of_buying_talks_with_the_seller(text: str, who: str) -> None:
    assert ("talks", "ongoing", who) in told(text)


def test_a_country_is_not_for_sale() -> None:
    assert not any(
        "PER" in who for act, _, who in told("Microsoft is in talks to buy a mine in Peru.") if act == "talks"
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Norwegian gas contract signed with Peru last year expires soon.", "NOR PER"),
        ("The U.S. peace deal signed with Peru is at risk.", "PER USA"),
        ("Japan's trade pact signed with Peru covers cars.", "JPN PER"),
        ("Chile criticised a Norwegian rail agreement signed with Peru.", "NOR PER"),
        ("Chile defended the pact signed with Peru.", "CHL PER"),
    ],
)
def test_whose_deal_it_is_made_it(text: str, who: str) -> None:
    assert ("sign", "occurred", who) in told(text)


@pytest.mark.parametrize("whom", ["three Peruvian engineers", "a Peruvian couple", "ten Peruvian schoolgirls"])
def test_who_lets_captives_go_gives_way(whom: str) -> None:
    assert ("concede", "occurred", "hamas > PER") in told(f"Hamas released {whom} on Monday.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Shareholders of Alstom rejected the bid by Siemens.", "reject occurred alstom-shareholders > siemens"),
        ("Alstom shareholders rejected the bid by Siemens.", "reject occurred alstom-shareholders > siemens"),
        ("Boeing suppliers urged Peru to lift the ban.", "demand occurred boeing-suppliers > PER"),
        ("Creditors of Alstom asked Siemens to pay.", "demand occurred alstom-creditors > siemens"),
    ],
)
def test_a_firms_people_are_not_the_firm(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Hamas' leader rejected Israel's proposal.", "reject occurred hamas > ISR"),
        ("Laos' government agreed with Peru to build a bridge.", "agree occurred LAO PER"),
        ("The Teamsters' president urged Peru to lift the ban.", "demand occurred teamsters > PER"),
        ("Texas' governor met Peru's ambassador.", "talks occurred PER texas-government"),
        ("Dahl, chairman of the Zinc Workers' Federation, rejected the offer of Peru.", "reject occurred zinc-workers-federation > PER"),
        ("Omar Dahl, chairman of the Zinc Workers' Federation, rejected the offer of Peru.", "reject occurred zinc-workers-federation > PER"),
    ],
)  # fmt: skip
def test_an_apostrophe_alone_marks_whose_it_is(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


def test_a_closing_quotation_mark_marks_nobodys() -> None:
    assert not any("hamas" in who for _, _, who in told("The 'Hamas' leader of the gang urged Peru to lift the ban."))


@pytest.mark.parametrize(
    "body", ["The Council of Cork", "The Port Authority of Durban", "The Library Association of Cork"]
)
def test_protesters_are_not_the_council(body: str) -> None:
    assert ("demand", "occurred", "protesters > PER") in told(f"{body} met. Protesters urged Peru to lift the ban.")


def test_campaigners_are_their_campaign() -> None:
    text = "The Clean Rivers Campaign was founded in Oslo. Campaigners urged Peru to lift the ban."
    assert ("demand", "occurred", "clean-rivers-campaign > PER") in told(text)


@pytest.mark.parametrize(
    ("who", "group"),
    [
        ("A delegation of European firms", "european-companies"),
        ("Representatives of Indian traders", "indian-traders"),
        ("Leaders of Nigerian oil workers", "nigerian-oil-workers"),
        ("The head of the Bolivian miners", "bolivian-miners"),
    ],
)
def test_who_leads_people_of_a_land_acts_for_them(who: str, group: str) -> None:
    assert ("demand", "occurred", f"{group} > PER") in told(f"{who} urged Peru to lift the ban.")


@pytest.mark.parametrize(
    ("who", "town"),
    [
        ("The mayor of Leeds", "leeds"),
        ("The mayor of Budapest, Karl Dahl,", "budapest"),
        ("Warsaw's mayor", "warsaw"),
        ("Athens Mayor Karl Dahl", "athens"),
        ("The municipality of Kumanovo", "kumanovo"),
    ],
)
def test_who_speaks_for_a_town_is_no_state(who: str, town: str) -> None:
    assert ("demand", "occurred", f"{town} > PER") in told(f"{who} urged Peru to lift the ban.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya signed a contract with French engineering firm Alstom.", ("sign", "occurred", "KEN alstom")),
        ("Kenya signed a contract with Russian nuclear group Rosatom.", ("sign", "occurred", "KEN rosatom")),
        ("Kenya signed a contract with the Spanish oil firm Repsol.", ("sign", "occurred", "KEN repsol")),
        ("Talks between Spanish oil firm Repsol and Peru ended on Friday.", ("talks", "occurred", "PER repsol")),
        ("Kenya rejected an offer by Spanish operator Repsol.", ("reject", "occurred", "KEN > repsol")),
    ],
)
def test_what_a_firm_is_stands_between_the_preposition_and_its_name(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


def test_two_who_broker_are_no_firms() -> None:
    assert told("Egypt and Qatar broker truce between Israel and Hamas.")[0][0] == "mediate"


def test_unions_of_a_land_are_those_that_are_named_later() -> None:
    text = "Australian unions rejected Peru's offer. The ACTU is the largest."
    assert ("reject", "occurred", "actu > PER") in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway's trade envoy for Peru met the EU's commissioner on Monday.", "talks occurred NOR eu"),
        ("The Norwegian special envoy for Sudan rejected the plan on Monday.", "reject occurred NOR"),
        ("The envoy from Peru rejected the plan on Monday.", "reject occurred PER"),
        ("A spokesman for Peru rejected the plan on Monday.", "reject occurred PER"),
        ("Negotiators for Peru rejected the plan on Monday.", "reject occurred PER"),
    ],
)
def test_an_envoy_for_a_land_is_anothers_who_deals_with_it(text: str, event: str) -> None:
    assert [" ".join(one) for one in told(text)] == [event]


def test_an_envoy_for_a_land_alone_is_of_nobody_known() -> None:
    assert told("The special envoy for Peru rejected the plan on Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian division of Statoil and the union UAW reached a deal on Tuesday.",
        "The union UAW reached a deal with Statoil's Peruvian unit.",
        "The UAW union and the local arm of Statoil reached a deal on Tuesday.",
    ],
)
def test_a_part_of_a_company_acts_for_it_not_for_its_land(text: str) -> None:
    assert told(text) == [("agree", "occurred", "equinor uaw")]


def test_a_firm_that_is_a_part_of_another_acts_for_itself() -> None:
    text = "The UAW union and Ford, a unit of Renault, reached a deal on Tuesday."
    assert told(text) == [("agree", "occurred", "ford uaw")]
