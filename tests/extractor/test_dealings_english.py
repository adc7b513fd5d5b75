# ruff: noqa: E501 — sentences under test stay on one line.
"""Reports of takeovers, pay deals and truces: companies by bare names, who goes on with a gerund, agents that are named
behind a comma. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway said the talks had failed, urging Peru to return.", "demand occurred NOR > PER"),
        ("Norway's minister said negotiations with Peru had stalled, accusing Lima of bad faith.", "accuse occurred NOR > PER"),
        ("Peru told reporters that the deal was dead, blaming Chile for its collapse.", "accuse occurred PER > CHL"),
        ("Chile walked out after talks had stalled, blaming Peru.", "accuse occurred CHL > PER"),
    ],
)  # fmt: skip
def test_behind_a_clause_that_nobody_does_a_gerund_is_of_who_tells_it(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway would not budge; the shipowners' lobby dug in, urging Peru to return.",
        "Norway left a meeting that was called off, urging Peru to return.",
    ],
)
def test_a_gerund_is_not_of_who_acts_in_another_clause(text: str) -> None:
    assert ("demand", "occurred", "NOR > PER") not in told(text, "en")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Teamsters have reached an agreement with Harvane Trucks.", "agree occurred harvane-trucks teamsters"),
        ("The pilots' union broke off negotiations with Velair on Monday.", "suspend occurred pilots > velair"),
        ("Norvik turned down Brandel's improved takeover offer. Brandel raised its bid for Norvik.", "reject occurred norvik > brandel"),
        ("Trusk rejected a takeover approach from its German rival Karlsen. Karlsen met Trusk on Monday.", "reject occurred trusk > karlsen"),
    ],
)  # fmt: skip
def test_a_bare_name_with_which_is_dealt_is_that_of_a_company(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "en")]


def test_an_agreement_makes_no_company_of_a_name_where_no_union_deals() -> None:
    found = read("Norway reached an agreement with Harvane on Monday.", "en")
    assert not any(party.id == "org:harvane" for event in found for party in event.parties)


@pytest.mark.parametrize(
    "text",
    [
        "The truce between Norway and Peru was brokered by the Gulf state, Qatar, on Monday.",
        "Norway and Peru signed a truce brokered by their rich neighbour, Qatar.",
    ],
)
def test_a_mediator_may_be_named_behind_what_he_is(text: str) -> None:
    assert any(
        party.id == "country:QAT" and party.role == "mediator" for event in read(text, "en") for party in event.parties
    )


def test_who_does_what_a_passive_tells_may_be_named_behind_what_he_is() -> None:
    found = told("The plan of Peru was rejected by the main oil exporter, Norway.", "en")
    assert ("reject", "occurred", "NOR > PER") in found


@pytest.mark.parametrize("verb", ["will not go on strike", "will not strike", "would not walk off the job"])
def test_who_will_not_strike_threatens_nobody(verb: str) -> None:
    assert not any(act == "threaten" for act, *_ in told(f"Nurses in Lima {verb}, their union said.", "en"))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway's minister met counterparts from Peru, Chile and Bolivia on Monday.", "talks occurred BOL CHL NOR PER"),
        ("Norway's minister urged his colleagues from Peru and Chile to sign the pact.", "demand occurred NOR > CHL PER"),
    ],
)  # fmt: skip
def test_counterparts_are_from_where_it_is_told(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "en")]


@pytest.mark.parametrize("name", ["the rebel forces", "rebel fighters", "rebel factions"])
def test_rebels_are_so_called_by_many_names(name: str) -> None:
    assert told(f"Peru's government and {name} signed a truce.", "en") == [("sign", "occurred", "PER rebels")]


@pytest.mark.parametrize("matter", ["sea disputes", "fishing disputes", "border disputes"])
def test_what_a_preposition_brings_is_no_verb(matter: str) -> None:
    assert [act for act, *_ in told(f"Norway, Peru to hold talks over {matter}", "en")] == ["talks"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peruvian officials said they would not sign the pact.", "reject occurred PER"),
        ("Norwegian diplomats said they had rejected the Peruvian offer.", "reject occurred NOR > PER"),
        ("Norwegian officials, who met Peru's envoys on Monday, said they would release the sailors.", "promise occurred NOR > PER"),
    ],
)  # fmt: skip
def test_officials_of_one_land_are_they(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "en")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway said it will not sign the pact."),
        ("en", "Norway would not ratify the pact, its minister said."),
        ("fr", "La Norvège a déclaré qu'elle ne ratifierait pas le pacte."),
    ],
)
def test_who_says_not_to_be_going_to_sign_refuses(language: Language, text: str) -> None:
    assert told(text, language) == [("reject", "occurred", "NOR")]


@pytest.mark.parametrize("town", ["Quito, Ecuador", "Guayaquil, Ecuador"])
def test_the_land_behind_its_town_takes_no_part(town: str) -> None:
    assert told(f"Norway's minister met his Peruvian counterpart in {town}, on Monday.", "en") == [
        ("talks", "occurred", "NOR PER")
    ]


def test_lands_of_a_list_act_though_a_town_stands_before_them() -> None:
    assert ("talks", "occurred", "DNK NOR SWE") in told("In Bergen, Norway, Sweden and Denmark met.", "en")


@pytest.mark.parametrize("visit", ["a visit", "a state visit", "an official three-day visit"])
def test_a_visit_that_will_be_paid_is_no_promise(visit: str) -> None:
    assert [act for act, *_ in told(f"Norway's president will pay {visit} to Peru next week.", "en")] == ["talks"]


@pytest.mark.parametrize(
    "opening",
    ["On leaving the meeting with Peru's president, ", "Leaving the meeting with Peru's president, ", "When leaving talks with Peru, "],
)  # fmt: skip
def test_who_speaks_when_leaving_a_meeting_breaks_nothing_off(opening: str) -> None:
    assert not any(act == "suspend" for act, *_ in told(f"{opening}Norway's minister said a deal was near.", "en"))


def test_a_visit_at_an_invitation_took_place() -> None:
    text = "Norway's prime minister went to Lima last Monday (8 June) for an official visit to Peru at the invitation of its president."
    assert [one[:2] for one in told(text, "en")] == [("talks", "occurred")]


def test_a_union_of_states_meets_without_facing_a_member() -> None:
    text = "EU farm ministers began a fourth day of talks on Thursday. The Spanish farm minister, Ana Ruiz, blamed the Commission."
    assert ("talks", "occurred", "eu") in told(text, "en")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway and Peru said they had proposed a plan.", "propose occurred NOR PER"),
        ("On Monday Norway, Chile and Peru announced that they had suspended the talks.", "suspend occurred CHL NOR PER"),
    ],
)  # fmt: skip
def test_they_are_those_of_the_list_with_which_a_sentence_opens(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "en")]


def test_they_are_not_those_of_the_list_where_others_are_named_behind_it() -> None:
    found = told(
        "Norway and Peru met the Teamsters' leaders and Chilean officials, who said they would reject the offer.", "en"
    )
    assert ("reject", "occurred", "NOR PER") not in found
