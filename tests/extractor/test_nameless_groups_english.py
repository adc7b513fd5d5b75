"""People without a name of their own who act together in the English press, and whose they are. All are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The teaching staff demand from Peru the pay agreed.", ("demand", "occurred", "teaching-staff > PER")),
        ("Staff at Karvel rejected the offer of Peru.", ("reject", "occurred", "karvel-staff > PER")),
        ("Workers at the Karvel mill rejected Peru's offer.", ("reject", "occurred", "karvel-workers > PER")),
        ("Employees of Karvel have asked Peru to step in.", ("demand", "occurred", "karvel-employees > PER")),
        ("Talks between airlines and crews were held on Monday.", ("talks", "occurred", "airlines crews")),
        ("Oil industry employees rejected Peru's offer.", ("reject", "occurred", "employees > PER")),
        ("The small rice growers rejected Peru's offer.", ("reject", "occurred", "growers > PER")),
        ("Public transport workers rejected Peru's offer.", ("reject", "occurred", "workers > PER")),
        ("Rival Peruvian factions met in Quito on Monday.", ("talks", "occurred", "peruvian-factions")),
        ("European airlines asked Peru to lift the ban.", ("demand", "occurred", "european-airlines > PER")),
        ("American farmers asked Peru to lift the ban.", ("demand", "occurred", "us-farmers > PER")),
    ],
)  # fmt: skip
def test_who_they_are(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Workers at the Karvel mill make doors.",
        "Karvel hired staff and crews in Peru.",
        "Peru pays public transport workers well.",
        "Residents of Peru like the staff of Karvel.",
    ],
)
def test_who_only_works_somewhere_does_nothing_else(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "who",
    [
        "The miners' union",
        "The miners' association",
        "The miners' leaders",
        "The miners' negotiators",
        "The miners' spokesman, Luc Barral,",
        "The miners' federation",
    ],
)
def test_those_who_act_for_people_are_they(who: str) -> None:
    assert told(f"{who} rejected Peru's offer.") == [("reject", "occurred", "miners > PER")]


def test_what_people_have_besides_does_not_act() -> None:
    assert "miners" not in " ".join(parties for _, _, parties in told("The miners' bank rejected Peru's offer."))


_COUNCIL = "Delegates of the International Coffee Organization gathered in London. "


@pytest.mark.parametrize(
    ("before", "parties"),
    [
        (_COUNCIL, "coffee-consumers coffee-producers"),
        (_COUNCIL + "The International Cocoa Organization sent an observer. ", "consumers producers"),
        ("", "consumers producers"),
    ],
)
def test_traders_are_those_of_the_commodity_that_the_article_is_about(before: str, parties: str) -> None:
    assert ("talks", "occurred", parties) in told(before + "Talks between producers and consumers were held on Monday.")


@pytest.mark.parametrize(
    "text",
    [
        "Chad's internationally recognised government rejected Peru's offer.",
        "Chad's newly elected government rejected Peru's offer.",
        "Chad's Egyptian-backed government rejected Peru's offer.",
        "Chad's cash-strapped government rejected Peru's offer.",
    ],
)
def test_a_government_is_that_of_its_country_whatever_is_said_of_it(text: str) -> None:
    assert ("reject", "occurred", "TCD > PER") in told(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The West German government rejected Peru's offer.", "DEU > PER"),
        ("The West rejected Peru's offer.", "western-countries > PER"),
    ],
)
def test_the_west_of_a_longer_name_is_no_party(text: str, party: str) -> None:
    assert ("reject", "occurred", party) in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The US sells jets to Oman.\n\nCongress rejected Oman's plea.", ("reject", "occurred", "us-congress > OMN")),
        ("The US sells jets to Oman.\n\nThe Senate rejected Oman's plea.", ("reject", "occurred", "us-senate > OMN")),
        ("The US president warned Congress against tariffs.", ("demand", "occurred", "USA > us-congress")),
        ("Japan met US envoys.\n\nJapan waits. Congress urged it to act.", ("demand", "occurred", "us-congress > JPN")),
        ("India waits.\n\nCongress told Oman to act.", ("demand", "occurred", "indian-national-congress > OMN")),
        ("The US Senate will sit.\n\nThe Senate urged Oman to act.", ("demand", "occurred", "us-senate > OMN")),
    ],
)  # fmt: skip
def test_a_chamber_is_that_of_the_country_told_of(text: str, event: tuple[str, str, str]) -> None:
    assert told(text)[-1] == event


@pytest.mark.parametrize("where", ["in Congress", "in the Senate", "in the House and Senate"])
def test_a_chamber_in_which_somebody_sits_does_nothing(where: str) -> None:
    assert told(f"US officials {where} urged Oman to act.") == [("demand", "occurred", "USA > OMN")]


@pytest.mark.parametrize(
    ("who", "parties"),
    [
        ("Forty countries", "forty-countries > PER"),
        ("More than 30 nations", "30-nations > PER"),
        ("Dozens of countries", "dozens-of-countries > PER"),
        ("Several countries, including Chile and Cuba,", "CHL CUB > PER"),
    ],
)
def test_states_of_which_the_number_is_told(who: str, parties: str) -> None:
    assert told(f"{who} urged Peru to lift the ban.") == [("demand", "occurred", parties)]
