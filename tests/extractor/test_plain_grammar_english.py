"""What English grammar leaves out, doubles or makes of two kinds of words, and who does what then. All is invented."""

import pytest

from tests.extractor.test_extract import read, told


def _told(sentence: str) -> list[str]:
    return [" ".join(one) for one in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Norway offered to pay a fine to Peru.", ["propose occurred NOR > PER"]),
        ("Norway offered to support Peru on security issues.", ["propose occurred NOR > PER"]),
        ("Norway asked to share the catch.", ["demand occurred NOR"]),
        ("Peru rejected the claim and offered to release the crew.", ["deny occurred PER", "propose occurred PER"]),
    ],
)
def test_an_infinitive_that_may_be_a_noun_is_what_somebody_offers(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("The plan was rejected by both Norway and Peru.", ["reject occurred NOR PER"]),
        ("Kenya held talks with both Norway and Peru on Monday.", ["talks occurred KEN NOR PER"]),
        ("The treaty was signed by both Norway and Peru.", ["sign occurred NOR PER"]),
        ("Kenya's offer to mediate was accepted by both Norway and Peru.", ["agree occurred NOR PER"]),
    ],
)
def test_both_parts_no_names_from_their_preposition(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


def test_a_name_behind_that_has_its_own_verb() -> None:
    assert _told("Norway has long recommended that Peru support the plan.") == ["demand occurred NOR > PER"]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("In a letter to Peru, Norway demanded payment for the damage.", ["demand occurred NOR > PER"]),
        ("Norway rejected the demand in a letter to the Dockers' Union.", ["reject occurred NOR > dockers-union"]),
        ("In a message to Peru, Norway offered to share its data.", ["propose occurred NOR > PER"]),
    ],
)
def test_who_gets_a_letter_is_addressed(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Tensions rose, with Norway due to host talks with Peru on Friday.", ["talks scheduled NOR PER"]),
        ("The visit comes with Norway and Peru scheduled to sign a treaty on Friday.", ["sign scheduled NOR PER"]),
        ("Prices fell, with Norway expected to reject the plan.", ["reject scheduled NOR"]),
        ("Norway due to sign deal with Peru on Friday", ["sign scheduled NOR PER"]),
        ("The row between Norway and Peru likely to grow was over fish.", []),
    ],
)
def test_an_adjective_of_plan_needs_no_be_in_headlines_and_behind_with(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Buses left the town as part of an accord between Norway and Peru.", ["agree occurred NOR PER"]),
        ("Under a pact between Norway and Peru, both sides share the catch.", ["agree occurred NOR PER"]),
        ("A July deal between Norway and Peru opened the border.", ["agree occurred NOR PER"]),
        ("Statement on the Tentative Agreement Between Norway and Peru", ["agree occurred NOR PER"]),
        ("Under any agreement between Norway and Peru, both sides would share the catch.", []),
        ("Under a proposed pact between Norway and Peru, the border would open.", []),
        ("Hopes faded of a deal between Norway and Peru.", []),
    ],
)
def test_a_deal_under_which_something_is_done_was_made(sentence: str, events: list[str]) -> None:
    assert [one for one in _told(sentence) if not one.startswith("suspend")] == events


def test_adjectives_that_a_hyphen_joins_say_whose_treaty_was_signed() -> None:
    assert _told("The Norwegian-Peruvian fisheries treaty was ratified on Friday.") == ["sign occurred NOR PER"]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Norway has signed 12 free trade agreements with Peru.", ["sign occurred NOR PER"]),
        ("Norway is working on new free trade agreements with Peru.", ["talks ongoing NOR PER"]),
    ],
)
def test_a_verb_between_a_number_or_adjective_and_a_noun_is_none(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Norway said it would work with the new government of Peru.", ["promise occurred NOR > PER"]),
        ("Norway will remain engaged in Peru.", ["promise occurred NOR"]),
        ("Norway would not cooperate with Peru on the inquiry, its envoy said.", ["reject occurred NOR > PER"]),
        ("Norway works with Peru on fishing.", []),
    ],
)
def test_to_work_with_somebody_is_promised_where_it_lies_ahead(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Norway pressed Peru on human rights.", ["demand occurred NOR > PER"]),
        ("Norway will press Peru over the border, officials said.", ["demand scheduled NOR > PER"]),
        ("Norway exerted pressure on Peru.", []),
    ],
)
def test_who_presses_another_on_something_demands(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        (
            "EU leaders meeting in Lima on Friday urged Peru to stop drilling.",
            ["talks occurred eu", "demand occurred eu > PER"],
        ),
        ("EU leaders, meeting in Lima on Friday, rejected the plan.", ["talks occurred eu", "reject occurred eu"]),
        (
            "Norwegian and Peruvian officials meeting in Oslo agreed on a quota.",
            ["talks occurred NOR PER", "agree occurred NOR PER"],
        ),
        ("A NATO ministers meeting in Oslo looked at the plan of Peru.", ["talks occurred nato"]),
    ],
)
def test_people_without_an_article_may_be_meeting_somewhere(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Foreign ministers Liv Dahl of Norway and Jorge Salas of Peru met in Oslo.", ["talks occurred NOR PER"]),
        ("Presidents Ana Quispe of Peru and Juan Soto of Chile signed the treaty.", ["sign occurred CHL PER"]),
        (
            "Trade ministers Liv Dahl of Norway, Jorge Salas of Peru and Ana Lopez of Chile met on Monday.",
            ["talks occurred CHL NOR PER"],
        ),
    ],
)
def test_those_who_bear_one_office_are_each_of_a_country(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Hezbollah declared an end to its campaign against Peru.", ["concede occurred hezbollah > PER"]),
        ("Kenya played a role in bringing Norway and Peru together.", ["mediate occurred NOR PER"]),
    ],
)
def test_what_somebody_gives_up_or_brings_about(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Chad is the only African state that has rejected Peru's plea.", "reject occurred TCD > PER"),
        ("Chad and Togo were among those that rejected the plea of Peru.", "reject occurred TCD TGO > PER"),
        ("Chad was among the countries that rejected the plea of Peru.", "reject occurred TCD > PER"),
        ("Chad is one of four states which have urged Peru to act.", "demand occurred TCD > PER"),
        ("The CGT was the only union that rejected the plea of Peru.", "reject occurred cgt > PER"),
        ("The rebels that rejected Peru's plea are few.", "reject occurred rebels > PER"),
        ("It was Chad that rejected Peru's plea.", "reject occurred TCD > PER"),
    ],
)
def test_who_is_said_to_be_one_that_does_it_does_it(sentence: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(sentence)}


def test_a_participle_behind_a_complementizer_is_no_verb() -> None:
    assert told("Chad said that rejected pleas were bad.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Qatar's role in brokering the truce between Chad and Togo was hailed.",
        "Peru hailed Qatar's success in mediating between Chad and Togo.",
        "Qatar has played a leading role in brokering a truce between Chad and Togo.",
        "Qatar was praised for brokering the truce between Chad and Togo.",
    ],
)
def test_whose_part_a_noun_tells_does_what_the_gerund_behind_says(sentence: str) -> None:
    (event,) = (one for one in read(sentence) if one.act == "mediate")
    assert [party.id for party in event.parties if party.role == "mediator"] == ["country:QAT"]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Norway raised objections to Peru's proposal.", ["reject occurred NOR > PER"]),
        ("Norway cannot live with Peru's plan.", ["reject occurred NOR > PER"]),
        ("Norway is piling pressure on Peru to release the sailors.", ["demand occurred NOR > PER"]),
        ("Peru signed up to Norway's pact on fishing.", ["agree occurred PER > NOR"]),
        ("Norway had all along refused to free the prisoners.", ["reject occurred NOR"]),
        ("Peru dropped its demand for a fishing zone off Norway.", ["concede occurred PER"]),
        ("The talks between Norway and Peru have not even taken place.", ["talks denied NOR PER"]),
    ],
)
def test_usual_phrases_of_yielding_and_refusing_are_told(sentence: str, events: list[str]) -> None:
    assert _told(sentence) == events
