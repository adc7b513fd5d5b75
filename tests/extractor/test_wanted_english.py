"""What English says that others are to do, and of whom it says so. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

TOLD = [
    # The subject of a clause in its plain form, with "that" or without.
    ("Kenya has demanded Somalia hand over the two suspects.", ["demand occurred KEN > SOM"]),
    ("Japan requested China lift its ban on seafood.", ["demand occurred JPN > CHN"]),
    ("Norway's president proposed Chile pull back its patrols.", ["propose occurred NOR > CHL"]),
    ("The UN envoy recommended Sudan open the crossing to aid trucks.", ["demand occurred un > SDN"]),
    ("Norway suggested that Hamas free ten hostages.", ["propose occurred NOR > hamas"]),
    ("Norway proposed Peru and Chile hold talks in Oman.", ["propose occurred NOR > CHL PER"]),
    ("France wants to see Iran accept stricter inspections.", ["demand occurred FRA > IRN"]),
    # Of whom a noun says that something is wanted.
    ("Peru's call for Chile to free the fishermen was ignored.", ["demand occurred PER > CHL"]),
    ("Norway's insistence that Peru extradite the men delayed the vote.", ["demand occurred NOR > PER"]),
    ("A demand from Poland that Germany pay damages has soured ties.", ["demand occurred POL > DEU"]),
    # Whose turn it is said to be.
    ("It is up to Serbia to reopen the border, the Norwegian envoy said.", ["demand occurred NOR > SRB"]),
    # Of whom and by whom a refusal is.
    ("The rejection by Chile of Peru's offer on Tuesday surprised diplomats.", ["reject occurred CHL > PER"]),
    ("The refusal of Serbia to recognise the vote angered diplomats.", ["reject occurred SRB"]),
    ("Norway's refusal to meet Peru's envoy prolonged the row.", ["reject occurred NOR > PER"]),
    # Who speaks is who demands.
    ('"We call on Rwanda to withdraw its troops," Norway\'s spokesman said.', ["demand occurred NOR > RWA"]),
    # A clause that "with" opens.
    ("With Peru refusing to withdraw, Norway left the hall.", ["reject occurred PER > NOR", "suspend occurred NOR"]),
    ("The day ended with Brazil and India agreeing to cut tariffs on steel.", ["agree occurred BRA IND"]),
    ("The plan put forward by Peru on Monday sets quotas.", ["propose occurred PER"]),
]
NOT_TOLD = [
    "All it would take to end the row is an offer by Norway.",
    "A rejection by Norway of the treaty would surprise diplomats.",
    "Diplomats expected Norway to accept the proposal.",
    "Rejecting the offer was a mistake, a Norwegian lawmaker said.",
    "Had Norway accepted the deal, the ban would have been lifted.",
    "Whether Norway will accept the plan remains to be seen.",
    "Few believe that Norway will lift the ban on Peru.",
    "There is speculation that Norway will make an offer.",
    "The idea that Norway would sign a truce this week is fanciful.",
]


@pytest.mark.parametrize(("sentence", "events"), TOLD)
def test_of_whom_something_is_wanted(sentence: str, events: list[str]) -> None:
    core = [" ".join(one) for one in told(sentence, "en") if one[0] not in ("assess", "accuse", "deny", "support")]
    assert [one for one in core if not one.startswith("talks")] == events


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_what_is_only_imagined_or_expected_is_not_told(sentence: str) -> None:
    assert [one for one in told(sentence, "en") if one[0] not in ("assess", "accuse", "deny", "support")] == []


OFFICES = [
    "The US envoy Ana Silva met Serbian President Luka Petrovic in Belgrade.",
    "US Secretary of State Ana Silva met Serbian President Luka Petrovic in Belgrade.",
    "The US attorney general met the Serbian president in Belgrade.",
    "A meeting of the US secretary of state with the Serbian president took place in Belgrade.",
]


@pytest.mark.parametrize("sentence", OFFICES)
def test_an_office_behind_a_state_is_of_that_state(sentence: str) -> None:
    assert told(sentence, "en") == [("talks", "occurred", "SRB USA")]
