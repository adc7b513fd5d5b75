"""The shipped newspapers: enough to read, the same every day, and as many editions as are asked for."""

import re
from datetime import datetime

import pytest

from services.demo.press import Press, shipped


@pytest.fixture(scope="module")
def press() -> Press:
    return shipped()


def test_there_are_thirty_stories_in_two_languages_and_three_formats(press: Press) -> None:
    assert len(press.stories) == 30
    assert {outlet.language for outlet in press.outlets} == {"en", "fr"}
    assert {outlet.format for outlet in press.outlets} == {"rss", "atom", "rdf"}
    assert all(press.entries(outlet) for outlet in press.outlets)


def test_a_story_is_as_long_as_a_short_newspaper_article(press: Press) -> None:
    lengths = {story.slug: len(story.body.split()) for story in press.stories}
    assert {slug: words for slug, words in lengths.items() if not 110 <= words <= 350} == {}


def test_the_days_are_fixed_and_their_zones_told(press: Press) -> None:
    moments = [story.published for story in press.stories if story.published]
    assert all(moment.tzinfo for moment in moments)
    assert {moment.year for moment in moments} == {2026}
    assert moments == sorted(moments, reverse=True)


def test_the_story_with_the_traps_has_them_all(press: Press) -> None:
    (trap,) = (story for story in press.stories if story.published is None)
    assert re.search(r"[a-zé]\.[A-Z«]", trap.body), "no space after a full stop"
    assert re.search(r"[a-zé][A-Z][a-z]+ ", trap.body), "a heading glued to the next sentence"
    assert re.search(r"a déclaré ce vendredi \w+ \w+, ministre", trap.body), "the speaker after the verb"
    assert "son homologue" in trap.body
    assert {"«", "»", "’"} <= set(trap.body)
    assert re.match(r"[A-ZÈ]+, 20 mars – ", trap.body), "the date in the dateline"
    assert "/2026/03/20/" in trap.path


@pytest.mark.parametrize("number", [0, 1, 29, 30, 31, 250])
def test_as_many_stories_as_asked_for_each_with_an_address_and_title_of_its_own(number: int) -> None:
    stories = shipped(number).stories
    assert len(stories) == number
    assert len({story.path for story in stories}) == number
    assert len({(story.outlet, story.title) for story in stories}) == number


def test_an_earlier_edition_keeps_its_weekday_and_carries_its_date_in_the_address() -> None:
    stories = shipped(60).stories
    days = {story.slug: story.published for story in stories}
    edition = next(story for story in stories if story.slug == "ferry-talks-valletta-1")
    assert edition.published == datetime.fromisoformat("2026-03-03T07:45:00+01:00")
    assert edition.path == "/harbour-times/2026/03/03/ferry-talks-valletta-1.html"
    assert edition.published.weekday() == days["ferry-talks-valletta"].weekday()  # type: ignore[union-attr]


def test_the_entries_that_lead_nowhere_are_of_every_kind(press: Press) -> None:
    assert {oddity.kind for oddity in press.oddities} == {"document", "login", "missing", "loop"}
