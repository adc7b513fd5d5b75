"""What only the whole article tells: whether it is about a dispute at all, and whose politics at home it tells."""

import pytest

from tests.extractor.test_extract import parties, read, told

_WEATHER = " ".join(
    f"Le {day} mars, la pluie est tombée sur la vallée et les récoltes ont souffert." for day in range(3, 15)
)


def test_an_article_of_ultimatums_is_about_a_dispute() -> None:
    text = f"La Norvège a sommé le Pérou de libérer les marins. {_WEATHER} Lima a rejeté l'ultimatum d'Oslo."
    assert ("demand", "occurred", "NOR > PER") in told(text, "fr")
    assert ("reject", "occurred", "PER > NOR") in told(text, "fr")


_ABOUT_THE_ISLANDS = (
    "The harvest was good this year. Rain fell in the hills for a week. Children went to school by boat. Prices of "
    "fish rose a little. A new bridge opened in the north. Tourists came in large numbers. "
)


def test_several_acts_of_two_make_an_article_about_them_whatever_else_it_tells() -> None:
    text = (
        f"{_ABOUT_THE_ISLANDS}Norway's government refused to lower the tax on salt.\n\n"
        f"The fishermen's union NKF, whose members buy most of it, was angry.\n\n{_ABOUT_THE_ISLANDS}"
        "Norway promised help to small ports.\n\nThe NKF demanded a lower tax.\n\n"
        f"Norway's prime minister rejected the demand.\n\n{_ABOUT_THE_ISLANDS}"
    )
    assert {"demand", "promise", "reject"} <= {event.act for event in read(text, "en")}


def test_what_one_wants_of_nobody_makes_no_dispute() -> None:
    text = f"La Norvège réclame du soleil. {_WEATHER} Le Pérou a promis une prime."
    assert told(text, "fr") == []


def test_what_a_statesman_refuses_or_promises_counts_in_any_article() -> None:
    refusal = "Le président péruvien, Pedro Rojas, a exclu une hausse des salaires."
    promise = "La ministre norvégienne, Liv Dahl, s'est engagée à financer un pont."
    assert told(f"{refusal} {_WEATHER} {promise}", "fr") == [
        ("reject", "occurred", "PER"),
        ("promise", "occurred", "NOR"),
    ]


def test_what_another_known_person_promises_does_not() -> None:
    text = f"Le patron du groupe norvégien Boreal, Lars Moe, a promis une prime. {_WEATHER}"
    assert told(text, "fr") == []


def test_the_government_is_that_of_the_opposition_told_of() -> None:
    text = (
        "Le gouvernement et l'opposition au Pérou ont signé un accord, a annoncé la Norvège. La Norvège, dont la "
        "ministre norvégienne a salué le texte, avait accueilli les Norvégiens et les autres à Oslo."
    )
    assert ("sign", "occurred", "PER peruvian-opposition") in told(text, "fr")


def test_talks_of_one_side_are_with_whom_the_article_has_it_facing() -> None:
    text = "Norway urged Peru to free the crew. Peru's talks on the fishing grounds resume in Quito on Friday."
    assert ("talks", "scheduled", "NOR PER") in told(text, "en")


def test_talks_of_one_side_in_an_article_about_it_alone_are_none() -> None:
    assert told("Peru's talks on the fishing grounds resume in Quito on Friday.", "en") == []


def test_an_act_may_be_for_a_side_that_is_told_to_do_nothing() -> None:
    facing = "Le Pérou et la Norvège s'opposent sur la pêche."
    assert told(f"{facing} Lima exige la restitution de deux chalutiers.", "fr") == [
        ("demand", "occurred", "PER > NOR")
    ]
    assert told(f"{facing} Lima promet une hausse des retraites.", "fr") == [("promise", "occurred", "PER")]


def test_a_meeting_told_of_first_is_of_those_whom_the_article_has_talking() -> None:
    opening = "Monday's session in Quito lasted six hours."
    met = "Norway's foreign minister met his Peruvian counterpart in Lima in May."
    found = read(f"{opening} Norway and Peru are divided over quotas. {met}", "en")
    assert [(one.act, parties(one), one.place and one.place.name) for one in found] == [
        ("talks", "NOR PER", "Quito"),
        ("talks", "NOR PER", "Lima"),
    ]
    assert told(f"{opening} Norway is divided over quotas.", "en") == []


_WARDS = (
    "The Estonian parliament debated wages for two days. Doctors are leaving the country, a member said. "
    "Nurses are leaving too. Hospitals closed three wards in May."
)
_DEMAND = "Estonia demanded an end to the closures on Tuesday. The wards stay shut."
_ON_WATER = (
    "Peru and Chile opened talks on the river in Lima on Monday. Peru urged Chile to share it. Chile rejected this "
    "demand of Peru. Peru accused Chile of delay. Chile and Peru agreed on a mediator. Peru will meet Chile in June."
)
_SELDOM = "Finland pays more. Finland has hired 200 of them. Finland is far richer."
_OFTEN = f"{_SELDOM} Many move to Finland. Finland has room for more."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{_WARDS} {_SELDOM} {_DEMAND}", "EST", id="named in three sentences"),
        pytest.param(f"{_WARDS} {_OFTEN} {_DEMAND}", "EST > FIN", id="named in five"),
        pytest.param(f"{_ON_WATER} {_OFTEN} Estonia demanded fewer dams on Tuesday.", "EST", id="two others more"),
        pytest.param(
            f"{_WARDS} Finland and Latvia pay more. Finland has hired 200. Finland is richer, but Estonia demanded an "
            "end to hiring on Tuesday.",
            "EST > FIN",
            id="of whom the passage speaks",
        ),
        pytest.param(
            f"{_WARDS} Nokia makes telephones. Nokia has 200 workers. Nokia is rich. The union AKT demanded "
            "a raise on Tuesday.",
            "akt > nokia",
            id="a union of the company",
        ),
    ],
)
def test_an_addressee_is_told_where_enough_speaks_for_it(text: str, expected: str) -> None:
    doer = expected.split()[0]
    assert [who for act, _, who in told(text, "en") if act == "demand" and who.startswith(doer)] == [expected]
