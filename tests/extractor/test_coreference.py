# ruff: noqa: E501 — sentences under test stay on one line.
"""One event once: which tellings of an article are of one event, and which are not. All sentences are invented."""

from datetime import date

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import parties, read, told

ONE = [
    # The same deal, told of both, of one of them, and by a noun that points back.
    (
        "Norway and Peru reached a fishing agreement on Monday. The agreement was struck by the Peruvian minister after a long night. Both sides announced a deal on quotas, too.",
        "agree",
    ),
    ("Norway and Peru signed a treaty in Geneva. The treaty was signed by the Norwegian minister.", "sign"),
    (
        "La Norvège et le Pérou ont conclu lundi un accord de pêche. Oslo et Lima ont trouvé un compromis sur les quotas.",
        "agree",
    ),
    # The same demand or refusal in much the same words.
    (
        "Kenya demanded that Uganda release all Kenyan fishermen. Uganda did not answer. Kenya demands the release of all the fishermen from Uganda.",
        "demand",
    ),
    (
        "Le Kenya a exclu de participer à cette réunion. L'Ouganda le regrette. Le Kenya a par ailleurs exclu de participer à la réunion de Kampala.",
        "reject",
    ),
    # A noun with its owner takes up what was offered or demanded, whatever more it says of it.
    (
        "Peru offered Norway to open two ports to its trawlers. Fishermen are sceptical. Peru's proposal on licences and patrols does not go far enough, a captain said.",
        "propose",
    ),
    (
        "Le syndicat CGT a réclamé à la SNCF une hausse de six pour cent. Les trains roulent. Les revendications de la CGT portent aussi sur le travail de nuit et la cantine.",
        "demand",
    ),
    # No word gives the deal told behind another day.
    (
        "Norway and Peru reached a deal on 2 February. Ministers met on Tuesday to review it. The Norwegian and Peruvian governments agreed to cut quotas.",
        "agree",
    ),
    # A definite noun takes up talks that lie ahead.
    (
        "Norwegian and Peruvian envoys will meet in Oslo on Friday. Norway and Peru said that the talks would not avert new tariffs.",
        "talks",
    ),
    # What something came before is the meeting told elsewhere, held or to come.
    ("Norway recalled its envoy ahead of the meeting with Peru. Norway met Peru in Lima on Monday.", "talks"),
    ("Norway will meet Peru in Lima on Friday. Ahead of Norway's meeting with Peru, boats were freed.", "talks"),
    # Who is to meet is told once with a rank, once without.
    (
        "Norway and Peru will hold talks on quotas. The foreign ministers of Norway and Peru will meet, an official said.",
        "talks",
    ),
]


@pytest.mark.parametrize(("text", "act"), ONE)
def test_one_event_once(text: str, act: str) -> None:
    language: Language = "fr" if " le " in text.lower() else "en"
    assert len([event for event in read(text, language) if event.act == act]) == 1


LISTED = [
    (
        'Kenya urged Uganda to release the fishermen. Uganda did not answer. "Uganda must lower its tariffs on fish," the Kenyan minister said.',
        ["release the fishermen", "lower its tariffs on fish"],
    ),
    (
        "La CGT réclame à la SNCF une hausse de six pour cent. Les trains roulent. « La SNCF doit embaucher des conducteurs », affirme la CGT.",
        ["une hausse de six pour cent", "embaucher des conducteurs"],
    ),
    # What is only said again is no point more.
    (
        'Kenya urged Uganda to lower its tariffs on fish. Uganda did not answer. "Uganda must lower its tariffs on all fish," the Kenyan minister said.',
        ["lower its tariffs on fish"],
    ),
]


@pytest.mark.parametrize(("text", "items"), LISTED)
def test_what_only_must_tells_of_the_same_parties_is_the_next_point(text: str, items: list[str]) -> None:
    language: Language = "fr" if " la " in text.lower() else "en"
    (event,) = [event for event in read(text, language) if event.act == "demand"]
    assert [item.text for item in event.items] == items


SEVERAL = [
    # What must be done by another is another demand.
    (
        "Kenya urged Uganda to release the fishermen. Tanzania must lower its tariffs on fish, the Kenyan minister said.",
        "demand",
    ),
    # Ministers and heads of state who are to meet, meet apart.
    (
        "The foreign ministers of Norway and Peru will meet in May. The presidents of Norway and Peru will meet later.",
        "talks",
    ),
    # Two demands, two days, two kinds of consent.
    ("Kenya demanded that Uganda release the fishermen. Kenya demanded that Uganda lower its tariffs.", "demand"),
    ("Norway and Peru reached a deal on 2 March. Norway and Peru reached a deal on 10 February.", "agree"),
    ("Norway and Peru reached a deal on fishing. Norway also agreed to withdraw its patrol boats.", "agree"),
    # The same two agree on one thing after the other, each told by a verb of its own.
    (
        "Norway and Peru agreed to open the harbours. The two countries also agreed to share their radar pictures.",
        "agree",
    ),
    # An offer that is made again is another.
    (
        "Peru offered Norway to open two ports. Peru made Norway a second offer on licences and patrols.",
        "propose",
    ),
    # Who met and is to meet on the same day meets twice.
    (
        "Norwegian and Peruvian ministers met in Oslo this morning. Norway and Peru will meet again on 5 March to draft a text.",
        "talks",
    ),
    # What is only possible may be another meeting where it is told without a rank.
    (
        "The president of Norway is ready to meet the president of Peru if it helps. Norway and Peru could meet after a reply.",
        "talks",
    ),
    # What took place is told by its verb, though its noun is definite.
    ("Norway and Peru will meet in Oslo on Friday. The talks took place in Geneva on Monday.", "talks"),
]


@pytest.mark.parametrize(("text", "act"), SEVERAL)
def test_what_differs_stays_two(text: str, act: str) -> None:
    assert len([event for event in read(text) if event.act == act]) == 2


@pytest.mark.parametrize(
    "headline",
    [
        "Statement on Foreign Minister Ana Solvang's Meeting with Luc Quispe of Peru",
        "Norway's Solvang in Lima for Quispe talks",
    ],
)
def test_a_headline_that_names_one_of_those_who_meet_tells_no_other_meeting(headline: str) -> None:
    text = f"{headline}\n\nNorwegian Foreign Minister Ana Solvang met Peru's Luc Quispe in Lima on Tuesday.\n\nFog delayed them."
    assert [one for one in told(text) if one[0] == "talks"] == [("talks", "occurred", "NOR PER")]


@pytest.mark.parametrize(
    ("told_so", "status"),
    [
        ("The minister of Norway may meet Peru's minister on Friday, an aide said.", "conditional"),
        ("Norway is to hold talks with Peru in Geneva on Friday.", "scheduled"),
        ("Norway proposed talks with Peru.", "proposed"),
    ],
)
def test_a_headline_in_the_present_tells_the_meeting_of_the_text(told_so: str, status: str) -> None:
    text = f"Norway and Peru meet over quotas\n\n{told_so} Shops stayed open."
    assert told(text) == [("talks", status, "NOR PER")]


def test_what_is_told_once_as_the_deal_of_both_has_participants_only() -> None:
    text = "Norway reached a fishing deal on Monday. Norway and Peru reached the deal in Geneva."
    (deal,) = [event for event in read(text) if event.act == "agree"]
    assert parties(deal) == "NOR PER"


def test_a_headline_joins_the_deal_and_not_the_consent_told_later() -> None:
    text = "Norway, Peru seal fishing deal\n\nNorway and Peru reached an agreement on fishing on Monday in Geneva, officials said.\n\nNorway finally accepted that quotas be cut by a quarter, the ministry said."
    agreed = [one for one in told(text) if one[0] == "agree"]
    assert agreed == [("agree", "occurred", "NOR PER"), ("agree", "occurred", "NOR > PER")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # Who is meant.
        ("Norway, Peru agree on fishing truce", "en", "agree occurred NOR PER"),
        (
            "Norway and Peru met on Monday. The heads of state reaffirmed their commitment to a truce.",
            "en",
            "promise occurred NOR PER",
        ),
        (
            "La Norvège et le Pérou se sont rencontrés lundi. Les chefs d'État ont promis une trêve.",
            "fr",
            "promise occurred NOR PER",
        ),
        (
            "Norwegian envoys were in Lima when Peru announced on Monday that it was pulling out of the talks.",
            "en",
            "suspend occurred PER",
        ),
        (
            "President Ana Quispe of Peru said she had cancelled a meeting with Norway's prime minister.",
            "en",
            "talks cancelled NOR PER",
        ),
        # At whom a demand is aimed.
        ("Chile called for Peru to release the trawlers.", "en", "demand occurred CHL > PER"),
        # A deal that a participle says to be made.
        ("Norway defended the memorandum signed on 16 February with Peru.", "en", "sign occurred NOR PER"),
        ("La Norvège a défendu le mémorandum signé le 16 février avec le Pérou.", "fr", "sign occurred NOR PER"),
    ],
)
def test_who_is_meant_and_at_whom(text: str, language: Language, expected: str) -> None:
    assert expected in [" ".join(one) for one in told(text, language)]


def test_the_item_of_a_deal_that_a_participle_tells_is_the_deal() -> None:
    (sign,) = [
        one for one in read("Norway defended the memorandum signed on 16 February with Peru.") if one.act == "sign"
    ]
    assert [item.text for item in sign.items] == ["the memorandum"]


DAYS = [
    ("Norway and Peru held talks in 2019 and again in 2022.", "talks", ["2019", "2022"]),
    (
        "Norwegian and Peruvian envoys will meet on 3 June, 5 August and 2 October.",
        "talks",
        ["-06-03", "-08-05", "-10-02"],
    ),
    ("La Norvège et le Pérou ont signé des accords en 2012, en 2015 et en 2019.", "sign", ["2012", "2015", "2019"]),
    ("Le Kenya et l'Ouganda se sont rencontrés le 3 janvier puis le 12 février.", "talks", ["-01-03", "-02-12"]),
    # Days that follow each other, a period, and the date of something else are no list.
    ("Norwegian and Peruvian envoys met on 3 and 4 February.", "talks", ["-02-03"]),
    ("Norway and Peru held talks from 2019 to 2022.", "talks", ["2019"]),
    ("Norwegian and Peruvian envoys will meet on Friday, five days before a strike.", "talks", ["-03-06"]),
    ("Norway and Peru met in 2019 and the accord was due in 2022.", "talks", ["2019"]),
]


@pytest.mark.parametrize(("text", "act", "days"), DAYS)
def test_each_date_of_a_list_is_an_event(text: str, act: str, days: list[str]) -> None:
    language: Language = "fr" if text.startswith(("La ", "Le ")) else "en"
    found = [event.time.start for event in read(text, language) if event.act == act and event.time is not None]
    assert len(found) == len(days)
    assert all(day in start.isoformat() for day, start in zip(days, found, strict=True) if start is not None)


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        # Of a week told whole and a day in it, the day.
        ("Norway's president will visit Peru this week. She will visit Peru on Friday, officials said.", "talks", 6),
        # What a word dates, rather than what only the story does.
        (
            "The pope prayed on Tuesday. Norway has reached a fishing deal with Peru. The agreement, reached by Norway and Peru on Wednesday, sets quotas.",
            "agree",
            4,
        ),
    ],
)
def test_the_closer_day_is_that_of_the_event(text: str, act: str, day: int) -> None:
    (event,) = [one for one in read(text) if one.act == act]
    assert event.time is not None
    assert (event.time.start, event.time.end) == (date(2026, 3, day), date(2026, 3, day))
