"""What infinitives and gerunds tell in English, by what they hang on. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

TOLD = [
    # A plain form behind "and" goes on the infinitive before it.
    ("Norway gave Peru 48 hours to free the sailors and lift the blockade.", ["demand occurred NOR > PER"]),
    ("Norway must free the sailors and lift the blockade of Peru.", []),
    ("Norway refused to free the Peruvian sailors or lift the blockade.", ["reject occurred NOR"]),
    ("Peru asked Norway to meet its envoys and reject the Chilean plan.", ["demand occurred PER > NOR"]),
    ("Norway will pay the crew and withdraw its ships, Peru said.", ["promise occurred NOR"]),
    (
        "The unions want to meet the minister and reject the offer of Kenya.",
        ["talks proposed KEN unions", "reject occurred unions > KEN"],
    ),
    # What another is helped to do.
    ("Kenya helped Norway and Peru reach a deal.", ["agree occurred NOR PER"]),
    ("Kenya wants to help Norway and Peru reach a deal.", []),
    (
        "Kenya asked Norway to help broker a deal between Peru and Chile.",
        ["demand occurred KEN > NOR", "mediate proposed CHL PER"],
    ),
    ("Kenya offered to mediate between Peru and Chile.", ["mediate proposed CHL PER"]),
    # What was done instead.
    ("Norway went to court instead of holding talks with Peru.", ["talks denied NOR PER"]),
    ("Norway imposed a tax rather than sign the treaty with Peru.", ["sign denied NOR PER"]),
    # What a noun is for, and what somebody is thanked for.
    ("Norway praised Peru for releasing the sailors.", ["concede occurred PER"]),
    ("Ministers of Norway and Peru will meet in May to try to reach a deal on fishing.", ["talks scheduled NOR PER"]),
    # Headlines announce by an infinitive and leave out "was" before a participle.
    ("Norway, Peru to sign treaty in Lima", ["sign scheduled NOR PER"]),
    ("Peru urged to free sailors", []),
    ("Asked on Friday to comment on the Norwegian plan, Peru's president shrugged.", []),
    ("Asked on Friday to comment on the Norwegian plan, Peru's president called it a trick.", ["reject occurred PER"]),
    # Who is invited to talk.
    ("Norway invited Peru to talks in Oslo.", ["talks proposed NOR PER"]),
    ("Norway has invited Peru and Chile to discuss the border.", ["talks proposed CHL NOR PER"]),
    ("Norway invited Peru to sign the treaty.", ["demand occurred NOR > PER"]),
    # A clause of the same time tells an act of its own.
    (
        "Norway agreed to free the crew as Peru rejected the plan of Chile.",
        ["agree occurred NOR", "reject occurred PER > CHL"],
    ),
]


@pytest.mark.parametrize(("sentence", "events"), TOLD)
def test_what_an_infinitive_hangs_on_says_what_it_tells(sentence: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(sentence)] == events
