"""search, feeds and dead-letters as a user calls them, on real files."""

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from schemas.article import Article
from schemas.codec import encode
from services.__main__ import cli
from services.database import open_database
from services.dead_letters import DeadLetters
from services.indexer.sqlite_store import SqliteStore
from services.outcome import Rejected
from services.pipeline import TABLES
from services.stage import dead_letter
from services.transport import Message
from tests.events import MOMENT, event


def call(*words: str, database: Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [*words, "--database", str(database)], input=stdin)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "p.sqlite"

    async def fill() -> None:
        with open_database(path, TABLES) as opened:
            await SqliteStore(opened).upsert([event(1), event(2, act="reject", time=None)])
            article = Article(id="7", produced_at=MOMENT, text="Lost and found.")
            message = Message("articles.v1", 3, "7", encode(article))
            await DeadLetters(opened)([dead_letter("extractor", message, Rejected("worker-died", "it ended"), MOMENT)])

    asyncio.run(fill())
    return path


def test_search_finds_and_prints(database: Path) -> None:
    result = call("search", "négociations", "--party", "norway", "--act", "talks", database=database)
    assert result.exit_code == 0
    assert "Norway (Liv Dahl) – Peru in Geneva" in result.output
    assert "Les négociations entre Oslo et Lima" in result.output


def test_search_as_json_is_the_contract(database: Path) -> None:
    result = call("search", "--json", database=database)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert {record["schema"] for record in records} == {"negotiation-event/1.1"}
    assert len(records) == 2


def test_search_without_a_find_ends_with_one(database: Path) -> None:
    result = call("search", "chalutiers", database=database)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing found" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--act", "parley"], "there is no act 'parley'; there are: talks"),
        (["--from", "2026-02-02", "--to", "2026-01-01"], "ends (2026-01-01) before it starts"),
        (["--from", "yesterday"], "'yesterday' does not match the format '%Y-%m-%d'"),
    ],
)
def test_search_tells_what_it_cannot_answer(database: Path, words: list[str], told: str) -> None:
    result = call("search", *words, database=database)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_files_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.sqlite"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()
    text = tmp_path / "notes.txt"
    text.write_text("nothing but words " * 100)
    for path in (foreign, text, tmp_path, tmp_path / "missing.sqlite"):
        result = call("search", database=path)
        assert result.exit_code == 2
        assert str(path) in result.stderr
        assert "Traceback" not in result.stderr
    assert not (tmp_path / "missing.sqlite").exists()


def test_feeds_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    assert (
        call("feeds", "add", "https://e.org/rss", "--language", "fr", "--tag", "news", database=path).output
        == "added\n"
    )
    assert call("feeds", "add", "https://e.org/rss", database=path).output == "described anew\n"
    call("feeds", "add", "https://e.org/atom", "--title", "A & B", database=path)
    exported = call("feeds", "export", database=path).stdout_bytes
    call("feeds", "remove", "https://e.org/atom", database=path)
    assert "https://e.org/atom" not in call("feeds", "list", database=path).output
    assert call("feeds", "import", "-", database=path, stdin=exported).output == "1 new of 2 feeds\n"
    listed = [json.loads(line) for line in call("feeds", "list", "--json", database=path).output.splitlines()]
    assert [(feed["url"], feed["title"]) for feed in listed if feed["url"].endswith("atom")] == [
        ("https://e.org/atom", "A & B")
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["add", "example.org/rss"], "no http or https address"),
        (["add", "https://e.org/rss", "--language", "french"], "two small letters"),
        (["import", "-"], "not OPML"),
    ],
)
def test_feeds_tells_what_it_cannot_take(tmp_path: Path, words: list[str], told: str) -> None:
    result = call("feeds", *words, database=tmp_path / "p.sqlite", stdin="<html>")
    assert result.exit_code == 2
    assert told in result.stderr


def test_dead_letters_are_listed_shown_and_replayed(database: Path) -> None:
    listed = call("dead-letters", "list", database=database).output
    assert "extractor  worker-died  it ended" in listed
    beginning = listed.split()[0]
    assert '"text":"Lost and found."' in call("dead-letters", "show", beginning, database=database).output
    assert call("dead-letters", "list", "--reason", "broken-json", database=database).output == ""
    assert call("dead-letters", "replay", beginning, database=database).output.startswith("1 to be replayed")
    assert call("dead-letters", "show", "ffff", database=database).exit_code == 1
    assert call("dead-letters", "replay", database=database).exit_code == 2
