# ruff: noqa: E501 — sentences under test stay on one line.
"""Whom "they" and "the company" mean in the English press, whose offer "which" takes up, and people whose capital is that
of their sentence. All are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("MPs said on Tuesday they had urged Peru to drop the plan.", "demand occurred mps > PER"),
        ("The Dockers' Union said they had rejected Peru's offer.", "reject occurred dockers-union > PER"),
        ("The Teamsters said they had reached a deal with Peru.", "agree occurred PER teamsters"),
        ("Karvel Steel cut jobs in May. The company confirmed they would reject Peru's offer.", "reject occurred karvel-steel > PER"),
    ],
)  # fmt: skip
def test_they_are_the_body_told_of(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]


def test_they_are_no_state() -> None:
    assert not any("NOR" in who for _, _, who in told("Norway said they had rejected Peru's offer."))


@pytest.mark.parametrize(
    "text",
    [
        "Ferropal Mining cut jobs in May. Creditors met on Monday. The company rejected Peru's offer.",
        "Ferropal Mining cut jobs in May. Creditors said the company had rejected Peru's offer.",
        "Boeing is watching. Ferropal Mining cut jobs. Ferropal Mining shut a plant. The company rejected Peru's offer.",
    ],
)
def test_the_company_is_none_of_its_creditors_nor_one_told_of_by_the_way(text: str) -> None:
    assert "reject occurred ferropal-mining > PER" in [" ".join(one) for one in told(text)]


def test_a_bare_name_is_that_of_the_company_told_of() -> None:
    text = (
        "Ferropal has agreed not to shut its mills.\n\nAfter a strike, Ferropal agreed to a delay.\n\n"
        "The company wants them open.\n\nFarmers rejected Ferropal's offer on Tuesday."
    )
    assert "reject occurred farmers > ferropal" in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Karvel Steel has offered 3 per cent, which the Dockers' Union has rejected.",
        "Karvel Steel has offered a new contract, which the Dockers' Union has rejected.",
    ],
)
def test_which_takes_up_an_offer(text: str) -> None:
    assert "reject occurred dockers-union > karvel-steel" in [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Creditors and Karvel Airlines have reached a deal.", "agree occurred creditors karvel-airlines"),
        ("Farmers and Norlund Bank have reached a deal.", "agree occurred farmers norlund-bank"),
        ("Peru must drop the plan, according to farmers.", "demand occurred farmers > PER"),
        ("The letter from creditors urges Peru to pay.", "demand occurred creditors > PER"),
        ("Norway has put a new plan to Peru.", "propose occurred NOR > PER"),
    ],
)
def test_people_beside_names_and_behind_accounts(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text)]
