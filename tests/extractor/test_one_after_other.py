"""Several partners of one word, each with an event of his own; several agreements of the same two. All are invented."""

import pytest

from tests.extractor.test_extract import read, told


@pytest.mark.parametrize(
    ("text", "act", "pairs"),
    [
        ("Norway signed fisheries agreements with Peru and Chile on Tuesday.", "sign", ["NOR PER", "CHL NOR"]),
        (
            "Kenya has signed trade deals with Egypt, Ghana and Morocco.",
            "sign",
            ["EGY KEN", "GHA KEN", "KEN MAR"],
        ),
        ("Canada signed agreements on nuclear safety with Romania and Poland.", "sign", ["CAN ROU", "CAN POL"]),
        ("Fiji signed memoranda of understanding with Kenya and Ghana.", "sign", ["FJI KEN", "FJI GHA"]),
        ("Sweden concluded bilateral agreements with Denmark and Norway.", "agree", ["DNK SWE", "NOR SWE"]),
        ("Canada is negotiating trade agreements with Peru and India.", "talks", ["CAN PER", "CAN IND"]),
        ("Peru held bilateral meetings with Ghana and Togo on Friday.", "talks", ["GHA PER", "PER TGO"]),
    ],
)
def test_deals_and_meetings_in_the_plural_are_with_each_of_those_named(text: str, act: str, pairs: list[str]) -> None:
    assert [who for done, _, who in told(text) if done == act] == pairs


@pytest.mark.parametrize(
    ("text", "act", "together"),
    [
        ("Norway signed a trilateral agreement with Peru and Chile on Tuesday.", "sign", "CHL NOR PER"),
        ("Norway signed trilateral agreements with Peru and Chile on Tuesday.", "sign", "CHL NOR PER"),
        ("Norway signed a pact with Peru and Chile on Tuesday.", "sign", "CHL NOR PER"),
        ("Norway, Peru and Chile signed agreements on fishing on Tuesday.", "sign", "CHL NOR PER"),
        ("Norway held talks with Peru and Chile on Tuesday.", "talks", "CHL NOR PER"),
        ("Norway is negotiating trade deals with many states, including Peru and Chile.", "talks", "CHL NOR PER"),
    ],
)
def test_what_all_do_together_is_one_event(text: str, act: str, together: str) -> None:
    assert [who for done, _, who in told(text) if done == act] == [together]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Peru's president will visit Brazil, Chile and Argentina next month.", ["BRA PER", "CHL PER", "ARG PER"]),
        ("The Norwegian minister is on a visit to Jordan and Egypt this week.", ["JOR NOR", "EGY NOR"]),
        ("The Peruvian president will travel to Poland and Estonia in June.", ["PER POL", "EST PER"]),
    ],
)
def test_countries_of_a_journey_are_visited_one_after_the_other(text: str, pairs: list[str]) -> None:
    assert [who for _, _, who in told(text)] == pairs


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The Turkish minister will meet the Peruvian president on Monday and the Chilean president on Friday.",
            ["2026-03-09", "2026-03-06"],
        ),
        ("Indonesia signed defence pacts with Japan in 2021 and with France in 2023.", ["2021-01-01", "2023-01-01"]),
        ("Australia concluded a deal with Nauru in March and with Fiji in January.", ["2026-03-01", "2026-01-01"]),
        (
            "On Tuesday the Danish prime minister met the president of Peru and on Friday the president of Chile.",
            ["2026-03-03", "2026-02-27"],
        ),
    ],
)
def test_each_has_the_day_that_is_told_of_him(text: str, days: list[str]) -> None:
    assert [str(one.time and one.time.start) for one in read(text)] == days


def test_the_day_behind_all_is_that_of_each() -> None:
    events = read("Norway signed pacts with Peru, Togo and Chile on Tuesday.")
    assert [str(one.time and one.time.start) for one in events] == ["2026-03-03"] * 3


def test_each_stop_of_a_journey_is_the_place_of_its_visit() -> None:
    events = read("The Peruvian president will visit Poland and Estonia in June.")
    assert [one.place and one.place.name for one in events] == ["Poland", "Estonia"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru agreed on Monday to lift the tariffs on salmon. They also agreed to reopen the consulate.",
        "Kenya and Uganda signed a memorandum on rail links on Friday. They also signed an agreement on power lines.",
        "La Norvège et le Pérou sont convenus de lever les droits. Ils ont aussi convenu de rouvrir le consulat.",
    ],
)
def test_what_else_two_agree_on_is_another_agreement(text: str) -> None:
    events = read(text, "fr" if text.startswith("La") else "en")
    assert len([one for one in events if one.act in ("agree", "sign")]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda signed an accord on rail links on Friday. The agreement was signed by the two ministers.",
        "Kenya and Uganda agreed on Friday to build a pipeline. They agreed to build the pipeline by 2026.",
        "Ghana and Togo agreed to exchange prisoners. Ghana and Togo agreed to the exchange after a call.",
        "Norway and Peru reached a deal on cod on Friday. The two countries agreed on quotas.",
    ],
)
def test_an_agreement_that_is_told_again_is_one(text: str) -> None:
    assert len([one for one in read(text) if one.act in ("agree", "sign")]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Wang Yi met the Chilean minister in Lima. Xi Jinping met the president of Chile, too.",
        "Espen Barth Eide met the Peruvian president in Lima. Jonas Gahr Støre phoned the Peruvian president.",
    ],
)
def test_somebody_else_of_a_state_meets_in_a_meeting_of_his_own(text: str) -> None:
    assert len([one for one in read(text) if one.act == "talks"]) == 2


def test_who_speaks_at_a_meeting_holds_no_other() -> None:
    text = "Wang Yi held talks with Chile. During the talks, China offered loans, Xi Jinping said."
    assert len([one for one in read(text) if one.act == "talks"]) == 1
