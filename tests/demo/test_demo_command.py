"""`pourparler demo`: from feeds to a search result, as a newcomer sees it."""

import re
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from schemas import Article, NegotiationEvent
from services.commands.demo import demonstrate
from services.demo.pages import article_page
from services.demo.press import Press, shipped
from services.extractor.handler import events

DEMO = [sys.executable, "-m", "services", "demo"]


@pytest.fixture(scope="module")
def press() -> Press:
    return shipped()


@pytest.fixture(scope="module")
def demo() -> subprocess.CompletedProcess[str]:
    # The promise to newcomers is half a minute for the whole.
    return subprocess.run(DEMO, capture_output=True, text=True, timeout=30, check=False)


def test_events_are_printed_and_found_again(demo: subprocess.CompletedProcess[str]) -> None:
    assert demo.returncode == 0
    printed, _, found = demo.stdout.partition("pourparler search talks --status scheduled")
    assert printed.count("[Le Courrier du Lac : International]") >= 5
    assert re.search(r"^2026\S+ talks .*Malta.* – Tunisia", printed, re.MULTILINE)
    assert "in Tunis" in found


def test_every_page_and_article_is_counted_with_what_became_of_it(demo: subprocess.CompletedProcess[str]) -> None:
    told = demo.stderr
    assert "pages: 30 fetched, " in told
    assert all(f"1 {outcome}" in told for outcome in ("wrong-type", "not-found", "redirect-loop", "login"))
    assert "Traceback" not in told
    assert "rejected" not in told


async def test_where_there_is_nothing_to_find_it_says_so(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    quiet = tuple(story for story in press.stories if story.slug in ("storm-closes-ports", "marche-livres-anciens"))
    assert not await demonstrate(replace(press, stories=quiet))
    told = capsys.readouterr()
    assert "0 of 0 events" in told.out
    assert "2 no-event" in told.err


async def test_more_articles_make_more_events(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    assert await demonstrate(shipped(60))
    assert "60 fetched" in capsys.readouterr().err


def test_it_can_be_stopped_at_any_moment_without_a_cry() -> None:
    with subprocess.Popen([*DEMO, "--articles", "5000"], stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "failed" not in told
    assert "Traceback" not in told


def test_a_reader_who_leaves_early_ends_it_and_makes_no_event_a_failure() -> None:
    with subprocess.Popen([*DEMO, "--articles", "3000"], stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        process.wait(timeout=20)
    assert "pages: 3001 fetched" not in told, "it went on for nobody"
    assert "failed" not in told
    assert "Traceback" not in told
    assert "BrokenPipe" not in told


def read(press: Press) -> list[NegotiationEvent]:
    (trap,) = (story for story in press.stories if story.published is None)
    page = article_page(press, trap)
    address = f"http://127.0.0.1{trap.path}"
    return events(Article(id="trap", url=address, title=trap.title, html=page, produced_at=datetime.now(UTC)))


def test_the_meetings_of_the_story_with_the_traps_are_read_with_place_and_day(press: Press) -> None:
    meetings = {
        (event.place.name, event.time.start)
        for event in read(press)
        if event.act == "talks" and event.status == "occurred" and event.place and event.time
    }
    assert ("Geneva", date(2026, 3, 20)) in meetings
    assert ("Istanbul", date(2026, 2, 9)) in meetings


def test_a_heading_glued_to_a_sentence_does_not_spoil_it(press: Press) -> None:
    quotes = [event.evidence[0].text for event in read(press)]
    assert any(quote.startswith("En janvier 2026, Ankara") for quote in quotes)
    assert not any("turquesEn" in quote or "excluePour" in quote for quote in quotes)
