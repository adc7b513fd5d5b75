# ruff: noqa: E501 — sentences under test stay on one line.
"""Who acts in the English press at home: unions, firms and who speaks for them, lawmakers, the opposition, federations.
All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_DISPUTE = "A strike by members of the Pilots' Federation at Northwind Airlines entered its second week on Monday. "


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("On Tuesday teachers rejected Peru's offer.", "reject occurred teachers > PER"),
        ("Last week farmers called on Peru to resign.", "demand occurred farmers > PER"),
        ("In March nurses accepted Peru's proposal.", "agree occurred nurses > PER"),
        ("In 1998 miners signed an agreement with Peru.", "sign occurred PER miners"),
        ("The ministry said on Tuesday farmers had rejected Peru's offer.", "reject occurred farmers > PER"),
        ("On Tuesday the nurses' union rejected Peru's offer.", "reject occurred nurses > PER"),
    ],
)
def test_a_day_may_open_the_clause_before_who_acts(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


def test_behind_a_day_people_who_do_nothing_do_not_act() -> None:
    assert told("Police fired on Tuesday farmers in Peru.") == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("MPs urged Norway to drop the plan.", "demand occurred mps > NOR"),
        ("Several lawmakers demanded that Norway drop the plan.", "demand occurred lawmakers > NOR"),
        ("Peruvian lawmakers rejected Norway's offer.", "reject occurred peruvian-lawmakers > NOR"),
        ("The US Congress met on Monday. Lawmakers rejected Norway's request.", "reject occurred us-congress > NOR"),
        ("Local councils have rejected Norway's offer.", "reject occurred local-councils > NOR"),
        ("State premiers rejected Norway's offer.", "reject occurred state-premiers > NOR"),
        ("Irrigators urged Norway to cut the tax.", "demand occurred irrigators > NOR"),
        ("Liquidators of Northwind Airlines accepted Norway's offer.", "agree occurred northwind-airlines-liquidators > NOR"),
        ("Union leaders urged Norway to cut the tax.", "demand occurred unions > NOR"),
    ],
)  # fmt: skip
def test_people_in_posts_and_trades_act(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    "who",
    [
        "The Shadow Health Minister, Karen Doyle,",
        "Shadow home secretary Karen Doyle",
        "The opposition health spokesman, Mark Lisle,",
        "Opposition transport spokeswoman Karen Doyle",
        "The Opposition's Karen Doyle",
        "The federal Opposition",
    ],
)
def test_a_shadow_office_is_the_oppositions(who: str) -> None:
    text = f"{who} urged the Norwegian government to apologise."
    assert "demand occurred norwegian-opposition > NOR" in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    "opening", ["Norway fears for Australian farmers.", "Farmers in Adelaide sell to Norway and to Peru."]
)
def test_the_federal_government_is_a_federations(opening: str) -> None:
    text = f"{opening} The Federal Government rejected an offer from Norway."
    assert "reject occurred AUS > NOR" in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("The SNP's transport spokeswoman, Karen Doyle,", "snp"),
        ("The National Farmers' Federation's water spokesman, Mark Lisle,", "national-farmers-federation"),
        ("Mark Lisle, from the National Farmers' Federation,", "national-farmers-federation"),
        ("The National Farmers' Federation's Mark Lisle", "national-farmers-federation"),
        ("Northwind Airlines human resources director Mark Lisle", "northwind-airlines"),
    ],
)
def test_what_ties_somebody_to_his_body(who: str, body: str) -> None:
    text = f"{who} urged the Norwegian government to apologise."
    assert f"demand occurred {body} > NOR" in [" ".join(one) for one in told(text)]


def test_who_is_unknown_is_not_whom_he_urges() -> None:
    assert told("The bishop, Mark Lisle, urged the Norwegian government to apologise.") == [
        ("demand", "occurred", " > NOR")
    ]


@pytest.mark.parametrize(
    ("who", "event"),
    [
        ("A company spokesman", "reject occurred northwind-airlines > pilots-federation"),
        ("An airline spokesman", "reject occurred northwind-airlines > pilots-federation"),
        ("Company president Paul Roe", "reject occurred northwind-airlines > pilots-federation"),
        ("The carrier", "reject occurred northwind-airlines > pilots-federation"),
    ],
)
def test_the_noun_of_a_body_before_an_office_is_the_one_told_of(who: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(f"{_DISPUTE}{who} rejected the union's offer.")]


@pytest.mark.parametrize(
    "who", ["A union official", "On Tuesday union leaders", "The union's Ann Ray", "A union spokesman"]
)
def test_who_speaks_for_the_union(who: str) -> None:
    text = f"{_DISPUTE}{who} rejected the airline's offer."
    assert "reject occurred pilots-federation > northwind-airlines" in [" ".join(one) for one in told(text)]


def test_a_central_bank_governor_is_of_no_bank() -> None:
    text = "Norlund Bank met Peru on Monday. Deputy Central Bank Governor Luis Roa urged Chile to pay."
    assert not any(act == "demand" and "norlund" in who for act, _, who in told(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway has knocked back a request from farmers to lift the ban.", "reject occurred NOR > farmers"),
        ("Norway rejected farmers' demands.", "reject occurred NOR > farmers"),
        ("Norway accepted residents' latest offer.", "agree occurred NOR > residents"),
        ("Norway turned down an offer from creditors.", "reject occurred NOR > creditors"),
    ],
)
def test_people_are_told_of_by_what_they_ask_or_offer(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize("text", ["Teachers' pay rose in Norway.", "Norway has news from farmers."])
def test_what_else_they_have_makes_nobody_of_them(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway says an agreement has been reached with Peru.", "agree occurred NOR PER"),
        ("A deal was struck with Peru on Monday, Norway said.", "agree occurred NOR PER"),
        ("An agreement was reached by Peru and Chile.", "agree occurred CHL PER"),
        ("A compromise was found by Peru and Chile.", "agree occurred CHL PER"),
        ("Norway said an agreement had been reached between Peru and Chile.", "agree occurred CHL PER"),
    ],
)
def test_whose_deal_it_is(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


def test_an_offer_of_a_truce_is_no_truce() -> None:
    assert "agree" not in [act for act, _, _ in told("The conditional truce offer was made by Peru and Chile.")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru's union is seeking a 6 per cent pay rise from Northwind Airlines.", "demand occurred PER > northwind-airlines"),
        ("Peru is lobbying Norway for a ban.", "demand occurred PER > NOR"),
        ("Peru is pushing Norway for a new treaty.", "demand occurred PER > NOR"),
        ("Northwind Airlines has a 4 per cent pay offer on the table.", "propose occurred northwind-airlines"),
    ],
)  # fmt: skip
def test_of_whom_it_is_asked_and_what_lies_on_the_table(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]
