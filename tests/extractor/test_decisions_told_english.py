"""Deeds told by a noun of deciding and its infinitive, or by a gerund beside a verb, and whose they are, in the English
press. All are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway's decision to withdraw from the pact with Peru angered Chile.", "suspend occurred NOR > PER"),
        ("Norway's decision to accept Peru's offer was welcomed.", "agree occurred NOR > PER"),
        ("The decision by Norway to accept Peru's offer was welcomed.", "agree occurred NOR > PER"),
        ("A decision by Norway to reject Peru's offer angered Chile.", "reject occurred NOR > PER"),
        ("Chile is angry at Norway's decision to reject Peru's offer.", "reject occurred NOR > PER"),
        ("Chile criticised a decision by Norway to reject Peru's offer.", "reject occurred NOR > PER"),
        ("Norway's move to reject Peru's offer angered Chile.", "reject occurred NOR > PER"),
        ("Norway's threat to leave the pact with Peru angered Chile.", "suspend scheduled NOR > PER"),
        ("Norway's decision not to sign the pact with Peru angered Chile.", "sign scheduled NOR PER"),
    ],
)
def test_who_decides_does_it(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    "text", ["Norway's chance to reject Peru's offer is gone.", "Norway's call to reject Peru's offer angered Chile."]
)
def test_a_chance_or_call_is_no_decision(text: str) -> None:
    assert ("reject", "occurred", "NOR > PER") not in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway stunned markets by rejecting Peru's offer.", "reject occurred NOR > PER"),
        ("Norway angered farmers by rejecting Peru's offer.", "reject occurred NOR > PER"),
        ("Norway ended the row by accepting Peru's offer.", "agree occurred NOR > PER"),
    ],
)
def test_a_gerund_beside_a_verb_is_its_subjects(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A federal judge handed Karvel Steel a victory by declining to block its merger with Norlund Bank.",
        "A strike gave Karvel Steel a scare before rejecting the offer.",
    ],
)
def test_to_whom_somebody_unknown_gives_something_does_not_do_it(text: str) -> None:
    assert not any(act == "reject" for act, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Workers at Karvel Steel rejected Peru's offer.", "reject occurred karvel-steel-workers > PER"),
        ("Workers of Karvel Steel met Peru on Monday.", "talks occurred PER karvel-steel-workers"),
    ],
)
def test_workers_at_the_head_of_a_sentence_begin_no_name(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway and Peru have decided to set up a joint commission on fisheries.", "agree occurred NOR PER"),
        ("Karvel Steel and Norlund Bank decided to merge.", "agree occurred karvel-steel norlund-bank"),
        ("Norway and Peru met in Oslo. They decided to open their ports to each other.", "agree occurred NOR PER"),
        ("Norway and Peru decided to suspend the treaty.", "suspend occurred NOR PER"),
        ("Norway and Peru decided to meet again in Lima.", "talks scheduled NOR PER"),
    ],
)
def test_what_two_decide_they_agree_on(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway decided to raise its taxes on Monday.",
        "Norway and Peru decided to suspend the treaty.",
        "Norway and Peru decided to continue the negotiations.",
        "Norway and Peru decided not to lower the quotas.",
        "Norway and Peru will decide next month whether to lower the quotas.",
    ],
)
def test_one_who_decides_or_two_who_decide_to_talk_agree_on_nothing(text: str) -> None:
    assert not any(act == "agree" for act, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Norway and Peru signed a fisheries deal, promising to cut quotas.", ["sign occurred NOR PER"]),
        ("Norway and Peru agreed on a ceasefire, pledging to avoid attacks.", ["agree occurred NOR PER"]),
        (
            "Norway signed a deal with Peru, pledging to pay $3 million.",
            ["promise occurred NOR > PER", "sign occurred NOR PER"],
        ),
        ("Norway and Peru issued a statement pledging to cut quotas.", ["promise occurred NOR PER"]),
    ],
)
def test_what_both_pledge_beside_their_deal_is_what_it_holds(text: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(text)) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Norway and Peru agreed to suspend the talks.", ["suspend occurred NOR PER"]),
        ("Norway agreed to break off negotiations with Peru.", ["suspend occurred NOR > PER"]),
        ("Norway and Peru agreed to postpone talks until May.", ["talks cancelled NOR PER"]),
        ("Norway and Peru agreed to postpone the vote.", ["agree occurred NOR PER"]),
        ("Norway and Peru agreed to drop tariffs after talks.", ["agree occurred NOR PER", "talks occurred NOR PER"]),
    ],
)
def test_who_agrees_to_end_talks_or_put_them_off_does_so(text: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(text)) == events
