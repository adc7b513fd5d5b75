"""Who only brings about the deal or the talks of others, in English. All are invented."""

import pytest

from tests.extractor.test_extract import read


def _mediators(text: str) -> set[str]:
    return {one.id.partition(":")[2] for event in read(text, "en") for one in event.parties if one.role == "mediator"}


def _sides(text: str) -> set[str]:
    return {one.id.partition(":")[2] for event in read(text, "en") for one in event.parties if one.role != "mediator"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway brokered a truce on Monday.",
        "Norwegian mediators brokered a deal for the hostages' release on Monday.",
        "Norway brokered a deal to free the hostages held by Ghana.",
    ],
)
def test_who_brokers_a_deal_is_none_of_its_sides(text: str) -> None:
    assert _mediators(text) == {"NOR"}
    assert not _sides(text)


@pytest.mark.parametrize("verb", ["began", "launched", "started"])
def test_who_begins_a_mediation_mediates(verb: str) -> None:
    text = f"Norway {verb} a mediation between Peru and Ghana on Monday."
    assert _mediators(text) == {"NOR"}
    assert _sides(text) == {"PER", "GHA"}


def test_who_talks_under_a_mediation_does_not() -> None:
    text = "Talks between Peru and Ghana resumed on Monday under UN mediation."
    assert _mediators(text) == {"un"}
    assert _sides(text) == {"PER", "GHA"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru agreed on Monday to speed up work on the railway link through Ghana.",
        "Norway and Peru agreed to build a pipeline through Ghana.",
        "Norway and Peru signed two accords on Monday during a visit by Ghanaian President Kwame Boateng.",
    ],
)
def test_who_lies_on_the_way_or_comes_on_a_visit_mediates_nothing(text: str) -> None:
    assert not _mediators(text)


def test_a_deal_through_somebody_is_brokered_by_him() -> None:
    assert _mediators("Norway and Peru agreed through Ghana to exchange prisoners.") == {"GHA"}


@pytest.mark.parametrize(
    "deed",
    [
        "Norway negotiated the deal",
        "Norway helped negotiate a truce",
        "Norway was instrumental in securing the truce",
        "Norway played a part in negotiating an accord",
        "Norway and Peru are helping to negotiate a ceasefire",
    ],
)
def test_who_negotiates_what_is_between_others_mediates(deed: str) -> None:
    text = f"{deed} between Ghana and Togo."
    assert _mediators(text) - {"PER"} == {"NOR"}
    assert _sides(text) == {"GHA", "TGO"}


def test_who_negotiates_a_deal_of_its_own_does_not() -> None:
    text = "Norway negotiated a deal with Ghana on trade between Ghana and Togo."
    assert not _mediators(text)
