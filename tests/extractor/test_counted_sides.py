# ruff: noqa: E501 — sentences under test stay on one line.
"""Those who are meant by how many they are: "the three countries", "all three", tripartite talks; "all sides"; the people
of the two sides. Texts are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

COUNTED = [
    ("en", "Peru, Chile and Norway share a lake. The three countries signed a treaty in Lima on Monday.", "sign occurred CHL NOR PER"),
    ("en", "Peru, Chile and Norway want a railway. All three signed the memorandum on Wednesday.", "sign occurred CHL NOR PER"),
    ("en", "Peru, Chile and Norway want a railway. The trio agreed on the route on Wednesday.", "agree occurred CHL NOR PER"),
    ("en", "Peru, Chile and Norway share a lake. Foreign ministers of the three nations met in Lima on Monday.", "talks occurred CHL NOR PER"),
    ("en", "Kenya brought together Peru, Chile and Norway. Kenya urged the three countries to reopen the road.", "demand occurred KEN > CHL NOR PER"),
    ("fr", "Le Pérou, le Chili et la Norvège se disputent un lac. Les trois pays ont signé un accord lundi à Lima.", "sign occurred CHL NOR PER"),
    ("fr", "Le Pérou, le Chili et la Norvège se disputent un lac. Les ministres des trois pays se sont rencontrés lundi à Lima.", "talks occurred CHL NOR PER"),
    # An adjective of the talks counts those who have them; a capital says where.
    ("en", "Peru, Chile and Norway share a lake. A trilateral summit will be held in Lima on 2 May.", "talks scheduled CHL NOR PER"),
    ("en", "Peru, Chile and Norway share a lake. The three-way talks in Tunis failed in April.", "talks occurred CHL NOR PER"),
    ("fr", "Le Pérou, le Chili et la Norvège se disputent un lac. Les discussions tripartites de Tunis ont échoué.", "talks occurred CHL NOR PER"),
]  # fmt: skip
PEOPLE = [
    ("en", "Peru and Norway share a lake. Foreign ministers of the two nations met in Lima on Monday.", "talks occurred NOR PER"),
    ("en", "Peru and Norway share a lake. Delegations of both sides met in Lima on Monday.", "talks occurred NOR PER"),
    ("en", "Peru and Norway share a lake. Experts from both countries met in Lima on Monday.", "talks occurred NOR PER"),
    ("fr", "Le Pérou et la Norvège se disputent un lac. Les ministres des deux pays se sont rencontrés lundi à Lima.", "talks occurred NOR PER"),
]  # fmt: skip
UNIONS = [
    # So many unions as the article names, or as it listed.
    ("La CSC, la FGTB et la CGSLB ont quitté la salle. Les trois syndicats réclament une prime.", "CGSLB CSC FGTB"),
    ("La CGT, FO, la CFDT et l'Unsa sont là. La CGT et FO ont protesté. Les deux syndicats réclament une prime.", "CGT FO"),
    ("Quatre syndicats réclament une prime. La CSN, la FTQ, la CSQ et la FIQ ont été ignorées.", "CSN CSQ FIQ FTQ"),
    # Else they are none of those.
    ("La CSC et la FGTB ont manifesté. Quatre syndicats réclament une prime.", "UNIONS"),
    ("La CSC a manifesté. Plusieurs syndicats réclament une prime.", "UNIONS"),
    ("Les cinq fédérations réclament une prime. La CSC et la FGTB ont manifesté.", "UNIONS"),
]  # fmt: skip
PAIR = "Peru and Norway began talks in Lima on Monday. Peru wants quotas; Norway refuses. "


@pytest.mark.parametrize(("language", "text", "event"), COUNTED)
def test_as_many_as_were_named_together(language: Language, text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text, language)}


@pytest.mark.parametrize(("language", "text", "event"), PEOPLE)
def test_people_of_the_two_sides_act_for_both(language: Language, text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text, language)}


def test_so_many_other_things_are_nobody() -> None:
    text = "Peru, Chile and Norway share a lake. All three trawlers signed up on Wednesday."
    assert not any("PER" in parties for _, _, parties in told(text))


def test_all_sides_are_the_two_who_talk() -> None:
    assert ("demand", "occurred", "KEN > NOR PER") in told(f"{PAIR}Kenya called on all sides to calm down.")


def test_all_sides_are_nobody_known_where_others_are_told_of_as_often() -> None:
    text = f"{PAIR}Chile waits. Chile votes. Chile has no fleet. Kenya called on all sides to calm down."
    assert ("demand", "occurred", "KEN > NOR PER") not in told(text)


@pytest.mark.parametrize(("text", "unions"), UNIONS)
def test_unions_are_those_named_where_these_are_so_many(text: str, unions: str) -> None:
    doers = {parties.partition(" > ")[0].upper() for act, _, parties in told(text, "fr") if act == "demand"}
    assert doers == {unions}
