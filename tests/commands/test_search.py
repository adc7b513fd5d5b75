"""`pourparler search`, as a user meets it."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.commands.stored import BAD_FILES, bad_file, fill, pourparler
from tests.events import event, span


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    return fill(tmp_path / "file.sqlite", [event(1), event(2, act="sign", evidence=[span("Le traité est signé.")])])


def test_a_found_event_is_a_readable_line(stored: Path) -> None:
    result = pourparler(stored, "search", "négociation", "--act", "talks")
    assert result.exit_code == 0
    for part in ("2026-02-20", "talks", "Norway", "Peru", "in Geneva", "Oslo et Lima", "La Dépêche"):
        assert part in result.stdout


def test_json_lines_are_whole_records(stored: Path) -> None:
    result = pourparler(stored, "search", "--json", "--party", "norway")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert {record["schema"] for record in records} == {"negotiation-event/1.1"}
    assert {record["act"] for record in records} == {"talks", "sign"}


@pytest.mark.parametrize("words", ["zeppelin", "🤝", "!!!", '"', "\udcff"])
def test_nothing_found_is_said_and_is_exit_code_1(stored: Path, words: str) -> None:
    result = pourparler(stored, "search", words)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "nothing found\n")


def test_more_than_the_limit_is_said(stored: Path) -> None:
    result = pourparler(stored, "search", "--limit", 1)
    assert "1 of 2" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--act", "parley"], "there are: talks, mediate"),
        (["--from", "2026-02-02", "--to", "2026-02-01"], "before it starts"),
        (["--from", "yesterday"], "yesterday"),
        (["--party", "\udcff"], "not text in UTF-8"),
        (["--place", "\udcff"], "not text in UTF-8"),
    ],
)
def test_a_question_that_makes_no_sense_is_told(stored: Path, arguments: list[str], told: str) -> None:
    result = pourparler(stored, "search", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_file_that_cannot_be_searched_is_told_and_left_alone(tmp_path: Path, kind: str) -> None:
    path = bad_file(kind, tmp_path / "file.sqlite")
    before = path.read_bytes() if path.is_file() else None
    result = pourparler(path, "search", "x")
    assert result.exit_code == 2
    assert BAD_FILES[kind] in result.stderr
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_search_does_not_wait_for_who_writes(stored: Path) -> None:
    writer = sqlite3.connect(stored, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert pourparler(stored, "search", "traité").exit_code == 0
    writer.close()


def test_an_event_that_cannot_be_read_back_is_told(stored: Path) -> None:
    connection = sqlite3.connect(stored)
    with connection:
        connection.execute("UPDATE events SET record = ?", (b"{broken",))
    connection.close()
    result = pourparler(stored, "search")
    assert result.exit_code == 2
    assert "holds an event that cannot be read" in result.stderr


def test_an_article_cannot_command_the_terminal(tmp_path: Path) -> None:
    path = fill(tmp_path / "file.sqlite", [event(1, evidence=[span("Talks \x1b]0;owned\x07\x1b[2J \u202eresumed.")])])
    assert not {"\x1b", "\x07", "\u202e"} & set(pourparler(path, "search").stdout)
