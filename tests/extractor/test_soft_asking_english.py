"""What English asks, refuses and grants by words that are no verb of it: hopes, predicates, passives, requests complied
with, wishes to join, gifts. All sentences are invented."""

import pytest

from tests.extractor.test_extract import read, told

_HOPES = [
    ("Indonesia hopes Japan will finish the railway soon.", "demand occurred IDN > JPN"),
    ("Norway's premier said she hoped Russia would free the anglers.", "demand occurred NOR > RUS"),
    ("Peru hopes that Chile lifts the levy, its trade ministry said.", "demand occurred PER > CHL"),
    ('"We hope Hungary will ratify it," said the Finnish foreign minister.', "demand occurred FIN > HUN"),
    ("Japan voiced hope that Peru would return the vases.", "demand occurred JPN > PER"),
]
_REFUSALS = [
    ("A partial thaw would be unacceptable to Iran.", "reject occurred IRN"),
    ("The Saudi plan is not acceptable to Iran.", "reject occurred IRN"),
    ("Such a clause is out of the question for Poland.", "reject occurred POL"),
    ("Norway said the Danish concessions were not enough.", "reject occurred NOR"),
]
_PASSIVES = [
    ("Myanmar was asked to allow observers.", "demand occurred  > MMR"),
    ("Pakistan has been urged to reopen the crossing.", "demand occurred  > PAK"),
    ("Belarus was told to free the singers.", "demand occurred  > BLR"),
]
_COMPLIANCE = [
    ("At the request of Kenya, Somalia reopened the border.", "demand occurred KEN > SOM"),
    ("Peru lifted the ban at the request of Chile's president.", "demand occurred CHL > PER"),
]
_JOINING = [
    ("Bolivia has applied to join BRICS.", "demand occurred BOL > brics"),
    ("Georgia applied for membership of the European Union.", "demand occurred GEO > eu"),
    ("Zambia announced its bid to join BRICS.", "demand occurred ZMB > brics"),
]
_GIFTS = [
    ("The World Bank agreed to lend Senegal 80 million dollars.", "agree occurred world-bank > SEN"),
    ("France agreed to provide Chad with ten trucks.", "agree occurred FRA > TCD"),
    ("Turkey agreed to supply gas to Hungary.", "agree occurred TUR > HUN"),
    ("Egypt agreed to buy wheat from Chile.", "agree occurred EGY > CHL"),
]
_DEBTORS = [
    ("Venezuela denounced the Caracas Pact in March.", "suspend occurred VEN"),
    ("Zambia suspended repayments to its bondholders.", "suspend occurred ZMB"),
    ("Ghana's central bank rejected the IMF's proposal.", "reject occurred GHA > imf"),
]
_PEOPLE = [
    ("Angry farmers demanded compensation from Norway.", "demand occurred farmers > NOR"),
    ("The jailed activists called on Belarus to free all singers.", "demand occurred activists > BLR"),
    ("Shops closed as truckers rejected Chile's offer.", "reject occurred truckers > CHL"),
]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [*_HOPES, *_REFUSALS, *_PASSIVES, *_COMPLIANCE, *_JOINING, *_GIFTS, *_DEBTORS, *_PEOPLE],
)
def test_is_told(sentence: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(sentence)}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The coach hopes Argentina will win the final.", "demand"),
        ("Peru hopes to sign the treaty in May.", "demand"),
        ("Peru hopes Chile is pleased.", "demand"),
        ("Denmark was asked about its position.", "demand"),
        ("Ukraine wants to join the talks.", "demand"),
        ("Iran agreed to return to the talks.", "demand"),
        ("Norway declared a moratorium on whaling.", "suspend"),
        ("Chile sells trout, as some farmers demanded.", "demand"),
    ],
)
def test_is_not_told(sentence: str, act: str) -> None:
    assert not [event for event in read(sentence) if event.act == act]


def test_who_agrees_to_return_gives_nothing() -> None:
    assert ("agree", "occurred", "TUR") in told("Turkey agreed to return to Norway.")


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Norway said the Danish concessions were not enough.", "the Danish concessions"),
        ('Norway said the Danish concessions were "unacceptable".', "the Danish concessions"),
        ("Norway said the Danish demands were unacceptable.", "the Danish demands"),
        ("Pakistan has been urged to reopen the crossing.", "reopen the crossing"),
    ],
)
def test_what_is_refused_or_asked(sentence: str, item: str) -> None:
    assert [one.text for event in read(sentence) for one in event.items] == [item]


def test_hope_is_asked_in_french_too() -> None:
    assert ("demand", "occurred", "ITA > EGY") in told("L'Italie espère que l'Égypte libérera l'étudiant.", "fr")
