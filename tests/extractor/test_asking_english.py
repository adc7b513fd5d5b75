"""Attempts to persuade, warnings against something, wishes to join and deadlines in English. All are invented."""

import pytest

from tests.extractor.test_extract import read, told

_AROUND = "Bolivia and Paraguay opened talks on fishing in Vienna. "


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway struggled to convince Peru to back its plan.", ("demand", "occurred", "NOR > PER")),
        ("Norway is seeking to convince Peru to sign the treaty.", ("demand", "occurred", "NOR > PER")),
        ("Norway was unsuccessful in persuading Peru to sign.", ("demand", "occurred", "NOR > PER")),
        ("Norway tried to persuade Peru to lift the ban.", ("demand", "occurred", "NOR > PER")),
        ("Norway warned Peru not to arm the rebels.", ("demand", "occurred", "NOR > PER")),
        ("Norway warned Peru against arming the rebels.", ("demand", "occurred", "NOR > PER")),
        ("Norway cautioned Peru against retaliation.", ("demand", "occurred", "NOR > PER")),
        ("Peru has expressed interest in joining the African Union.", ("demand", "occurred", "PER > african-union")),
        ("Kazakhstan declared its intention to apply to the EU.", ("demand", "occurred", "KAZ > eu")),
        ("Moldova is interested in joining the EU.", ("demand", "occurred", "MDA > eu")),
        ("Norway put a deadline on the talks with Peru.", ("demand", "occurred", "NOR > PER")),
        ("Norway said that Peru must first lift the ban.", ("demand", "occurred", "NOR > PER")),
    ],
)
def test_who_tries_to_persuade_warns_against_or_wishes_to_join_asks(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(_AROUND + text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway convinced nobody in Peru.",
        "Peru applied itself to the work.",
        "Norway warned that Peru was in trouble.",
        "Norway is interested in the weather of Peru.",
        "The runner from Norway missed a deadline in Peru.",
    ],
)
def test_what_only_looks_like_asking_asks_nothing(text: str) -> None:
    assert "demand" not in [act for act, _, _ in told(_AROUND + text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru will do its best to speed up the project, its minister told Norway.",
        "The Peruvian government will do everything in its power to reopen the port.",
        "Peru will spare no effort to reopen the port.",
    ],
)
def test_who_will_do_his_best_promises_to(text: str) -> None:
    assert "promise" in [act for act, _, who in told(_AROUND + text) if who.startswith("PER")]


def test_who_speaks_with_the_leaders_of_others_judges_nothing() -> None:
    events = told(_AROUND + "President Ruto of Kenya spoke with the leaders of Uganda and Tanzania.")
    assert ("talks", "occurred", "KEN TZA UGA") in events
    assert "assess" not in [act for act, _, _ in events]


@pytest.mark.parametrize(
    "text",
    [
        "Two hundred beekeeping clubs have called on Peru to ban the spray.",
        "A retired judge urged the Peruvian government to reopen the port.",
        "Market women in Puno asked Peru to lower the tax.",
        "A report has repeatedly called upon Peru to reopen the port.",
    ],
)
def test_somebody_of_whom_nothing_is_known_asks_who_is_named(text: str) -> None:
    assert ("demand", "occurred", " > PER") in told(_AROUND + text)


def test_who_will_be_asked_is_asked_in_time_to_come() -> None:
    assert ("demand", "scheduled", " > PER") in told(_AROUND + "Peru will be asked on Friday to reopen the port.")


@pytest.mark.parametrize(
    "text",
    [
        "The frost pushed Peru to raise its prices.",
        "The lights told Peru to wait.",
        "The storm called for the patience of Peru.",
        "A retired judge could urge Peru to reopen the port.",
        "Observers on Monday urged Peru to reopen the port.",
        "A report asked that Peru reopen the port.",
    ],
)
def test_what_moves_somebody_asks_nothing(text: str) -> None:
    assert "demand" not in [act for act, _, _ in told(_AROUND + text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway expects Peru to release the trawlers.", ("demand", "occurred", "NOR > PER")),
        ("Norway's minister said she expected Peru to respect the truce.", ("demand", "occurred", "NOR > PER")),
        ("Norway expects Peru to lay down conditions no more.", ("demand", "occurred", "NOR > PER")),
    ],
)
def test_who_expects_of_another_what_he_owes_demands_it(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(_AROUND + text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway expects Peru to win the vote.",
        "Norway expects Peru to reject the offer.",
        "Peru is expected to pay its debts to Norway.",
        "Norway expects prices to fall in Peru.",
    ],
)
def test_a_forecast_demands_nothing(text: str) -> None:
    assert "demand" not in [act for act, _, _ in told(_AROUND + text)]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Norway and Peru met on Monday. Norway said the embargo must be lifted.", True),
        ("Norway and Peru met on Monday. Norway said the embargo had to be lifted.", True),
        ("Norway and Peru met on Monday. Norway said the ship must be repaired.", False),
        ("Norway and Peru met on Monday. Norway said the accord must be approved by its parliament.", False),
    ],
)
def test_what_a_speaker_says_must_be_done_he_asks_of_the_other_side(text: str, asks: bool) -> None:
    assert (("demand", "occurred", "NOR > PER") in told(text)) == asks


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Norway's minister said the ban must be lifted.", ["demand occurred NOR"]),
        ('"The hostages must be released," Norway\'s minister said.', ["demand occurred NOR"]),
        ("Norway's minister stressed that the blockade must end.", ["demand occurred NOR"]),
        ("Norway told Peru that the ban must be lifted.", ["demand occurred NOR > PER"]),
        ("Norway's minister said the trophy must be returned.", []),
        ("Norway's minister said the game must end.", []),
        ("Norway's minister said the ban must have been lifted.", []),
    ],
)
def test_what_must_be_lifted_or_freed_or_end_is_asked_of_whoever_it_is(text: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(text)] == events


def test_what_is_asked_begins_behind_whom_it_is_said_to() -> None:
    items = [item.text for event in read("Norway told Peru that the ban must be lifted.") for item in event.items]
    assert items == ["the ban"]
