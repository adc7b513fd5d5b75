# ruff: noqa: E501 — sentences under test stay on one line.
"""What another is only thought to do, what asks or promises nothing, and who "they" are. Sentences are invented."""

import pytest

from tests.extractor.test_event_dates import events
from tests.extractor.test_extract import told

TOLD = [
    # The clause of what somebody thinks, hopes or fears of another tells nothing that was said.
    ("Norway had always thought Peru would offer a settlement.", []),
    ("Norway expected that Peru would propose a compromise.", []),
    ("Diplomats predict Norway would veto the plan.", []),
    ("Analysts believe Norway will reject the plan of Peru.", []),
    ("Norway believes it will reject the offer of Peru.", ["reject scheduled NOR > PER"]),
    ("Norway expects the proposal of Peru to be ready by June.", []),
    ("Norway expects Peru's proposal to be ready by June.", ["propose scheduled PER"]),
    # Support that is offered is no offer.
    ("Norway offered its full support to Peru's plan.", ["support occurred NOR > PER"]),
    # An assurance of what has been binds to nothing.
    ("Norway assured Peru that the crates had been checked.", []),
    ("Norway assured Peru that the crates would be checked.", ["promise occurred NOR > PER"]),
    # Who moves towards a deal has none; who pushes ahead asks nothing.
    ("Norway made progress toward an agreement with Peru on cod.", ["assess occurred NOR"]),
    ("Norway pushed ahead with its quotas for Peru.", []),
    # A call with somebody asks nothing.
    ("Statement on Norway's call with the harbour masters.", []),
    ("Norway renewed its call on Peru to free the crew.", ["demand occurred NOR > PER"]),
    # A quoted adjective makes no verb of the noun behind it.
    ('Editors have called Norway a "grave" challenge to free trade.', []),
    # A body among the words that set an aside off does not meet.
    ("Norway met Peru on Monday. Their meeting, at the annual Arctic Council forum, was short.", ["talks occurred NOR PER"]),
    # A visit elsewhere by nobody named is not of those who talk.
    ("Norway and Peru are talking in Lima. It follows an expected visit to Chile.", ["talks ongoing NOR PER"]),
    # Talks that broke down are of those between whom they were, whatever adjective stands behind.
    ("Talks between the Rail Union and Ferrobank in the Danish ports collapsed.", ["suspend occurred ferrobank rail-union"]),
    ("Norway will close the port after the weekend breakdown of talks with Peru.", ["suspend occurred NOR PER"]),
    # Whom those who meet only speak of is not at the table.
    ("Norwegian President Ana Solvang met Peru's President Luc Quispe to discuss the war with Chile.", ["talks occurred NOR PER"]),
    ("Norway and Peru discussed relations with Chile.", ["talks occurred NOR PER"]),
    ("Norway discussed the border dispute with Chile.", ["talks occurred CHL NOR"]),
    ("Norway and Peru held talks with Chile.", ["talks occurred CHL NOR PER"]),
    # For what somebody is received is the meeting that the verb tells.
    ("Norway spoke to Chile. Norway's premier hosted Peru's President Luc Quispe for a bilateral meeting.",
     ["talks occurred CHL NOR", "talks occurred NOR PER"]),
    # "They" at the head of a sentence are more than the one person spoken of.
    ("Norway and Peru are talking. President Ana Solvang of Norway is ill, officials said. They spoke on Monday and urged Peru to pay.",
     ["talks ongoing NOR PER", "demand occurred NOR > PER"]),
    ("Norwegian President Ana Solvang met Peru's President Luc Quispe. They agreed to open the ports.",
     ["talks occurred NOR PER", "agree occurred NOR PER"]),
]  # fmt: skip

ITEMS = [
    ("Norway offered Peru 10 million euros for the new port.", "propose", ["10 million euros for the new port"]),
    ("Norway promised Peru a quick reply to its letter.", "promise", ["a quick reply to its letter"]),
    ("Norway pledged Peru and Chile more boats.", "promise", ["more boats"]),
]


FORMAL = [
    ("Vice President Kamala D. Harris spoke with Norway's premier.", "talks occurred NOR USA"),
    ("President Emmanuel J. Macron spoke today with King Harald V of Norway.", "talks occurred FRA NOR"),
    ("President Manuel J. Macron spoke today with King Harald V of Norway.", "talks occurred FRA NOR"),
]


@pytest.mark.parametrize(("text", "event"), FORMAL)
def test_an_initial_makes_nobody_else_of_who_bears_an_office(text: str, event: str) -> None:
    assert [" ".join(each) for each in told(text, "en")] == [event]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told(text: str, expected: list[str]) -> None:
    assert [" ".join(each) for each in told(text, "en")] == expected


@pytest.mark.parametrize(("text", "act", "expected"), ITEMS)
def test_what_is_given_begins_behind_whom_it_is_given(text: str, act: str, expected: list[str]) -> None:
    given = [event for event in events(text, "en") if event.act == act]
    assert [item.text for event in given for item in event.items] == expected
