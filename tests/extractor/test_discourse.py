"""What only the whole article tells: whether it is about a dispute at all, and whose politics at home it tells."""

from tests.extractor.test_extract import parties, read, told

_WEATHER = " ".join(
    f"Le {day} mars, la pluie est tombée sur la vallée et les récoltes ont souffert." for day in range(3, 15)
)


def test_an_article_of_ultimatums_is_about_a_dispute() -> None:
    text = f"La Norvège a sommé le Pérou de libérer les marins. {_WEATHER} Lima a rejeté l'ultimatum d'Oslo."
    assert ("demand", "occurred", "NOR > PER") in told(text, "fr")
    assert ("reject", "occurred", "PER > NOR") in told(text, "fr")


def test_what_one_wants_of_nobody_makes_no_dispute() -> None:
    text = f"La Norvège réclame du soleil. {_WEATHER} Le Pérou a promis une prime."
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
