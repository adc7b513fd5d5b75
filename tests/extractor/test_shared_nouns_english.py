"""Two sides with one noun between them, and people of a group told of by its noun, in English. All are invented."""

import pytest

from tests.extractor.test_extract import told

_OFFER = ["Rebel leaders", "The rebel leaders", "The rebel delegation", "Muslim rebel negotiators", "The rebel side",
          "Southern rebel commanders", "A rebel spokesman", "Tamil rebel peace negotiators",
          "The main Maoist rebel group",
          "Rebel leader Omar Belisk", "The rebel leader, Omar Belisk,", "Rebel spokesman Omar Belisk",
          "Peruvian rebel leader Omar Belisk", "Muslim rebels"]  # fmt: skip


@pytest.mark.parametrize("who", _OFFER)
def test_people_of_a_group_are_it(who: str) -> None:
    assert told(f"{who} rejected Peru's offer.") == [("reject", "occurred", "rebels > PER")]


@pytest.mark.parametrize(
    ("who", "group"),
    [
        ("Guerrilla negotiators", "guerrillas"),
        ("Separatist leaders", "separatists"),
        ("Insurgent commanders", "insurgents"),
        ("Militia chiefs", "militias"),
        ("Peruvian rebel groups", "peruvian-rebels"),
        ("Separatist leader Omar Belisk", "separatists"),
    ],
)
def test_each_group_by_its_noun(who: str, group: str) -> None:
    assert told(f"{who} rejected Norway's offer.") == [("reject", "occurred", f"{group} > NOR")]


@pytest.mark.parametrize(
    "later", ["Muslim rebel negotiators", "The rebel delegation", "Rebel leader Omar Belisk", "The rebel spokesman"]
)
def test_of_a_group_that_the_article_names_they_are(later: str) -> None:
    text = f"The Ruhali Liberation Front (RLF) has its camps in Peru. {later} rejected Peru's offer."
    assert ("reject", "occurred", "rlf > PER") in told(text)


@pytest.mark.parametrize(
    ("sides", "parties"),
    [
        ("Norwegian and Muslim rebel negotiators", "NOR rebels"),
        ("Norwegian and rebel leaders", "NOR rebels"),
        ("The Peruvian and EU delegations", "PER eu"),
        ("Peruvian and World Bank officials", "PER world-bank"),
        ("Senior Peruvian and IMF officials", "PER imf"),
        ("Norwegian and NATO commanders", "NOR nato"),
        ("Norwegian and Peruvian officials", "NOR PER"),
    ],
)
def test_an_adjective_shares_the_noun_of_the_side_behind_it(sides: str, parties: str) -> None:
    assert told(f"{sides} met in Quito on Monday.") == [("talks", "occurred", parties)]


def test_so_it_does_behind_between() -> None:
    found = told("Talks between Norwegian and Muslim rebel negotiators opened in Quito on Monday.")
    assert found == [("talks", "occurred", "NOR rebels")]


@pytest.mark.parametrize(
    ("sides", "parties"),
    [
        ("North and South Korean officials", "KOR PRK"),
        ("The Greek and Turkish Cypriot envoys", "CYP turkish-cypriots"),
        ("The Greek and Turkish Cypriot leaders", "CYP turkish-cypriots"),
        ("Norway and South Korea", "KOR NOR"),
        ("The Norwegian and North Korean leaders", "NOR PRK"),
    ],
)
def test_a_name_shares_the_end_of_the_name_behind_it(sides: str, parties: str) -> None:
    assert [(act, status, sorted(who.split())) for act, status, who in told(f"{sides} met in Quito on Monday.")] == [
        ("talks", "occurred", sorted(parties.split()))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled rebel leaders near the Peruvian border.",
        "Peru buried three rebel commanders on Monday.",
        "The Peruvian and NATO flags met the eye in Quito on Monday.",
    ],
)
def test_who_is_only_spoken_of_does_nothing(text: str) -> None:
    assert told(text) == []
