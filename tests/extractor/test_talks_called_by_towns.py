"""Talks, rounds and deals that are called by a town: the town says where, or when they were begun. All are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told
from tests.extractor.test_places_elsewhere import wheres


def events(text: str, language: Language = "en") -> set[str]:
    return {" ".join(one) for one in told(text, language)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Oslo talks between Peru and Ghana collapsed on Tuesday.", "suspend occurred GHA PER"),
        ("Lima talks between Norway and Ghana stalled on Tuesday.", "suspend occurred GHA NOR"),
        ("Norway said on Tuesday that the Lima fisheries talks with Ghana had ended.", "talks occurred GHA NOR"),
        ("Ghana walked out of the Lima global climate talks on Tuesday.", "suspend occurred GHA"),
        ("Norway rejected the collapse of the Doha round talks on Tuesday.", "reject occurred NOR"),
        ("Ghana refused on Tuesday to join the Lima summit.", "reject occurred GHA"),
        ("Ghana agreed to attend the Lima meeting.", "agree occurred GHA"),
        ("Ghana refused to attend the Lima EU meeting.", "reject occurred GHA > eu"),
        ("The EU summit will provide a forum for the plan.", "talks scheduled eu"),
    ],
)
def test_a_town_by_which_talks_are_called_takes_no_part(text: str, event: str) -> None:
    assert events(text) == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Lima's talks with Norway collapsed on Tuesday.", "suspend occurred NOR PER"),
        ("Lima offered talks on Tuesday to Norway.", "talks proposed NOR PER"),
        ("Lima-Oslo talks began on Tuesday.", "talks occurred NOR PER"),
    ],
)
def test_a_capital_whose_talks_they_are_does(text: str, event: str) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Norway and Peru resumed the Doha round on Tuesday.", None),
        ("en", "Norway and Peru resumed the Doha trade round on Tuesday.", None),
        ("en", "The Lima process talks between Norway and Ghana went on in Oslo on Tuesday.", "Oslo"),
        ("en", "Norway and Peru resumed the Doha round of talks on Tuesday.", "Doha"),
        ("en", "The Doha talks between Norway and Peru resumed on Tuesday.", "Doha"),
        ("fr", "La Norvège et le Pérou ont repris mardi le cycle de Doha.", None),
        ("fr", "Les pourparlers de Doha entre la Norvège et le Pérou ont repris mardi.", "Doha"),
    ],
)
def test_a_round_called_by_the_town_where_it_was_opened_goes_on_anywhere(
    language: Language, text: str, place: str | None
) -> None:
    assert wheres(text, language, "talks") == {place}
