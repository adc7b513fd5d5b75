# ruff: noqa: E501 — sentences under test stay on one line.
"""English words of acts that stand in another field, or tell what was not done, each beside one that does. All invented."""

import pytest

from tests.extractor.test_extract import told

PAIRS = [
    ("Kenya accepted the proposal of Tanzania.", "Kenya accepted the resignation of the ambassador to Tanzania."),
    ("Chile promised Bolivia a road.", "Chile promised residents of Bolivia a road."),
    ("Chile and Bolivia meet on Saturday in Quito.", "Chile and Bolivia meet on Saturday in the quarter-finals."),
    ("Peru offered Norway a truce.", "Peru offered Norway its condolences."),
    ("Norway conceded the island to Peru.", "Norway conceded a penalty against Peru."),
    ("Iceland rejected Norway's plan.", "Iceland rejected Norway's plan in a referendum."),
    ("Peru has quit the coalition with Norway.", "Peru has stopped short of quitting the coalition with Norway."),
    ("Peru rejected the plan of Norway.", "Peru stopped short of rejecting the plan of Norway."),
    (
        "Peru held a meeting with Norway.",
        "Peru held an emergency meeting of its security cabinet on the plan of Norway.",
    ),
    ("Peru and Norway held a joint cabinet meeting.", "Peru held a cabinet meeting on Norway."),
    ("Peru held a meeting with Norway in Oslo.", "Peru held a board meeting in Oslo."),
    ("Peru is to sign a deal with Norway.", "Peru is too weak to sign a deal with Norway."),
    ("Norway said it was ready to talk to Peru.", "Norway said it was too early to talk to Peru."),
    ("Peru released three Norwegian prisoners.", "Peru released photos of three Norwegian prisoners."),
    ("Peru asked the Norwegian envoy for a ship.", "Peru asked the Norwegian envoy a question about ships."),
    ("Norway asked Peru to raise its fees.", "Norway does not anticipate asking Peru to raise its fees."),
]


@pytest.mark.parametrize(("here", "elsewhere"), PAIRS)
def test_what_is_of_another_field_is_no_negotiation(here: str, elsewhere: str) -> None:
    assert len(told(here, "en")) == 1
    assert told(elsewhere, "en") == []
