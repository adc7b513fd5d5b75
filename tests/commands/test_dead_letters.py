"""`pourparler dead-letters`, as a user meets it."""

import json
import sqlite3
from pathlib import Path

import pytest

from schemas.topics import ARTICLES
from services.database import open_database
from services.dead_letters import TABLES, DeadLetters, Filter
from services.outcome import Rejected
from services.stage import dead_letter
from services.transport import Message
from tests.commands.stored import BAD_FILES, bad_file, fill, pourparler
from tests.events import MOMENT


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    return fill(tmp_path / "file.sqlite", raws=[b"{one", b"{two \x1b]0;owned\x07"])


def ids(path: Path) -> list[str]:
    lines = pourparler(path, "dead-letters", "list", "--json").output.splitlines()
    return [json.loads(line)["id"] for line in lines]


def test_letters_are_listed_once_however_often_they_come(stored: Path) -> None:
    fill(stored, raws=[b"{one"])
    assert len(ids(stored)) == 2
    assert "broken-json" in pourparler(stored, "dead-letters", "list", "--service", "extractor").output
    assert pourparler(stored, "dead-letters", "list", "--reason", "not-one").output == ""


def test_a_letter_is_shown_by_the_beginning_of_its_id_and_cannot_command_the_terminal(stored: Path) -> None:
    shown = [pourparler(stored, "dead-letters", "show", one[:12]).output for one in ids(stored)]
    assert any("{one" in text for text in shown)
    assert not any("\x1b" in text for text in shown)


@pytest.mark.parametrize(("beginning", "told"), [("zz", "no dead letter begins"), ("", "2 dead letters begin")])
def test_an_id_that_names_none_or_several_is_told(stored: Path, beginning: str, told: str) -> None:
    result = pourparler(stored, "dead-letters", "show", beginning)
    assert result.exit_code == 1
    assert told in result.output


async def test_a_letter_rejected_anew_stays_and_one_dealt_with_goes(tmp_path: Path) -> None:
    message = Message(ARTICLES.name, 0, None, b"{one")
    letter = dead_letter("extractor", message, Rejected("broken-json", "not JSON"), MOMENT)
    with open_database(tmp_path / "file.sqlite", TABLES) as database:
        letters = DeadLetters(database)
        await letters([letter])
        await letters.replay(Filter())
        await letters([letter])
        await letters.take(letter)
        assert [one.id for one in await letters.find()] == [letter.id]
        await letters.replay(Filter())
        await letters.take(letter)
        assert await letters.find() == []


def test_a_replay_names_its_letters(stored: Path) -> None:
    one = ids(stored)[0]
    assert pourparler(stored, "dead-letters", "replay", one).output.startswith("1 to be replayed")
    assert pourparler(stored, "dead-letters", "replay", "--reason", "broken-json").output.startswith("2 to be")
    nothing = pourparler(stored, "dead-letters", "replay")
    assert nothing.exit_code == 2
    assert "name letters" in nothing.output


def test_a_locked_file_is_told(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.database._BUSY_SECONDS", 0.05)
    writer = sqlite3.connect(stored, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    result = pourparler(stored, "dead-letters", "replay", "--service", "extractor")
    writer.close()
    assert result.exit_code == 2
    assert "is locked by another process" in result.output


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, kind: str) -> None:
    result = pourparler(bad_file(kind, tmp_path / "file.sqlite"), "dead-letters", "list")
    assert result.exit_code == 2
    assert BAD_FILES[kind] in result.output
