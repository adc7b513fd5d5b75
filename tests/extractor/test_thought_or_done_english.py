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
    ("Norway believes Peru will not open the border.", []),
    ("Norway believes Peru will not give up its claims.", []),
    ("Norway is confident that Peru will not open the border.", ["assess occurred NOR"]),
    ("Norway was quite sure Peru would return the trawlers.", []),
    ("Norway thinks Peru will send two boats.", []),
    ("Norway is confident that it will not open the border.", ["assess occurred NOR", "reject occurred NOR"]),
    # What should have been done, or what another should be able to do, is not asked.
    ("Norway said Peru should have answered sooner.", []),
    ("Norway said Peru must have sold the trawlers.", []),
    ("Norway said Peru should be able to sell the cod.", []),
    ("Norway said Peru must have the courage to pay.", ["demand occurred NOR > PER"]),
    # Who is asked by the press to speak is asked for nothing.
    ("Norway's spokesman, asked to comment on the quarrel with Peru, smiled.", []),
    # One's own country is no other side.
    ("Norway's trade minister advised Norway to watch its cod.", []),
    ("Norway's trade minister advised Peru to watch its cod.", ["demand occurred NOR > PER"]),
    # Who fails to come to a deal denies none.
    ("Talks between Norway and Peru failed to settle the dispute.", ["talks occurred NOR PER", "agree denied NOR PER"]),
    ("Norway and Peru failed to resolve their dispute.", ["agree denied NOR PER"]),
    ("Norway and Peru resolved their dispute.", ["agree occurred NOR PER"]),
    # Who suspends what it gives takes something; who fights or hopes asks nothing of anybody.
    ("Norway has suspended its exports of cod to Peru.", []),
    ("Norway has suspended flights to Peru.", []),
    ("Norway has suspended its tariffs on cod from Peru.", ["concede occurred NOR"]),
    ("Norway fought for its country, Peru said.", []),
    ("Norway and Peru are still looking for a deal.", []),
    # What somebody was made to do he has done; what he may be made to, or others strive for, he has not.
    ("The raid forced Norway to suspend talks with Peru.", ["suspend occurred NOR > PER"]),
    ("The raid led Norway to break off talks with Peru.", ["suspend occurred NOR > PER"]),
    ("The strike prompted Norway to withdraw its bill.", ["concede occurred NOR"]),
    ("The strike led to calls to withdraw the bill of Norway.", []),
    # A noun of calling that asks, and one of a call that was held.
    ("The EU's call for member states to pay was ignored in Peru.", ["demand occurred eu"]),
    ("Norway and Peru discussed Chile in a call meant to calm the markets.", ["talks occurred NOR PER"]),
    ("Norway used the Tuesday call to urge Peru to pay.", ["talks occurred NOR PER", "demand occurred NOR > PER"]),
    # Who speaks out talks with nobody.
    ("Norway and Peru want to speak out on the quarrel.", []),
    # Words of negotiating among the capitals of a body's name.
    ("Norway and Peru are talking. The Pacific Dialogue Group in Fiji wants to protect islanders.", ["talks ongoing NOR PER"]),
    ("Norway and Peru held talks in Oslo. The Lima Talks Institute said it would close.", ["talks occurred NOR PER"]),
    ("Norway and Peru are talking. The Lima Talks closed on Monday.", ["talks ongoing NOR PER"]),
    ("Peru praised the Clean Seas Initiative by Norway.", ["assess occurred PER"]),
    # Others meet than the two in mind, where a noun says who.
    ("Norway and Peru met on Monday. The city council will meet on Thursday.", ["talks occurred NOR PER"]),
    ("Norway and Peru met on Monday. A local firm is to hold talks on Thursday.", ["talks occurred NOR PER"]),
    ("Norway and Peru met on Monday. The lawyers will meet on Thursday.", ["talks occurred NOR PER", "talks scheduled NOR PER"]),
    # Who will not take part in talks refuses them; "they" are who tells, not who is told.
    ("Norway said it would not take part in talks with Peru.", ["reject occurred NOR > PER"]),
    ("The rebels told Norway they would not attend talks with Peru.", ["reject occurred rebels > PER"]),
    ("The unions told Renault they rejected the plan.", ["reject occurred unions"]),
    ("Officials told Norway they would reject the plan.", []),
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
