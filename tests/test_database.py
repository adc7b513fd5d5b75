"""The SQLite file: what a user is told when it cannot be used."""

import sqlite3
from pathlib import Path

import pytest

from services.database import DatabaseError, DatabaseFullError, DatabaseLockedError, only_one, open_database, told

TABLES = ("CREATE TABLE IF NOT EXISTS things (name TEXT PRIMARY KEY) STRICT",)


async def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_database(tmp_path / "file.sqlite", TABLES) as database:

        def half(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT INTO things VALUES ('one')")
            raise RuntimeError("in between")

        with pytest.raises(RuntimeError):
            await database.run(half)
        assert await database.read(lambda c: c.execute("SELECT count(*) FROM things").fetchone()[0]) == 0


async def test_what_was_written_is_there_after_closing(tmp_path: Path) -> None:
    with open_database(tmp_path / "file.sqlite", TABLES) as database:
        await database.run(lambda c: c.execute("INSERT INTO things VALUES ('one')"))
    with open_database(tmp_path / "file.sqlite", TABLES) as database:
        assert await database.read(lambda c: c.execute("SELECT name FROM things").fetchone()[0]) == "one"


def test_a_text_file_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and more than sixteen bytes of them.\n" * 40)
    with pytest.raises(DatabaseError, match=r"notes.txt is not a database"):
        open_database(path, TABLES)
    assert path.read_text().startswith("These are my notes")


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(DatabaseError, match="another program"):
        open_database(path, TABLES)


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.sqlite"
    open_database(path, TABLES).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(DatabaseError, match="newer version"):
        open_database(path, TABLES)


def test_a_directory_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="is a directory"):
        open_database(tmp_path, TABLES)
    with pytest.raises(DatabaseError, match="not there yet"):
        open_database(tmp_path / "missing.sqlite", TABLES, create=False)
    assert not (tmp_path / "missing.sqlite").exists()


def test_a_read_only_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file.sqlite"
    open_database(path, TABLES).close()
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError) as raised:
        connection.execute("INSERT INTO things VALUES ('one')")
    connection.close()
    assert "file.sqlite is read-only; change its permissions" in str(told(raised.value, path))


async def test_a_locked_file_is_a_passing_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.database._BUSY_SECONDS", 0.05)
    path = tmp_path / "file.sqlite"
    with open_database(path, TABLES) as database:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLockedError, match="locked by another process"):
            await database.run(lambda c: c.execute("INSERT INTO things VALUES ('one')"))
        other.execute("ROLLBACK")
        other.close()
        await database.run(lambda c: c.execute("INSERT INTO things VALUES ('one')"))


def test_two_pipelines_cannot_hold_one_file(tmp_path: Path) -> None:
    with (
        only_one(tmp_path / "file.sqlite"),
        pytest.raises(DatabaseError, match="another `pourparler run`"),
        only_one(tmp_path / "file.sqlite"),
    ):
        pass
    with only_one(tmp_path / "file.sqlite"):
        pass


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "link.sqlite").symlink_to(tmp_path / "file.sqlite")
    with (
        only_one(tmp_path / "file.sqlite"),
        pytest.raises(DatabaseError, match="another `pourparler run`"),
        only_one(tmp_path / "link.sqlite"),
    ):
        pass


async def test_what_must_not_be_lost_waits_until_the_lock_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.database._BUSY_SECONDS", 0.01)
    path = tmp_path / "file.sqlite"
    other = sqlite3.connect(path, isolation_level=None)
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            other.execute("ROLLBACK")

    with open_database(path, TABLES) as database:
        other.execute("BEGIN IMMEDIATE")
        await database.insist(lambda c: c.execute("INSERT INTO things VALUES ('one')"), sleep)
        assert await database.read(lambda c: c.execute("SELECT name FROM things").fetchone()[0]) == "one"
    other.close()
    assert pauses == [0.1, 0.2, 0.4]


async def test_a_transaction_that_sqlite_ended_itself_does_not_hide_why(tmp_path: Path) -> None:
    with open_database(tmp_path / "file.sqlite", TABLES) as database:
        await database.run(lambda c: c.execute("INSERT INTO things VALUES ('one')"))
        with pytest.raises(DatabaseError, match="UNIQUE"):
            await database.run(lambda c: c.execute("INSERT OR ROLLBACK INTO things VALUES ('one')"))
        await database.run(lambda c: c.execute("INSERT INTO things VALUES ('two')"))


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file.sqlite.lock").mkdir()
    with pytest.raises(DatabaseError, match="cannot be made"), only_one(tmp_path / "file.sqlite"):
        pass


async def test_a_full_disk_is_a_passing_trouble(tmp_path: Path) -> None:
    with open_database(tmp_path / "file.sqlite", TABLES) as database:
        await database.run(lambda c: c.execute("PRAGMA max_page_count = 1").fetchall())

        async def room(_: float) -> None:
            await database.run(lambda c: c.execute("PRAGMA max_page_count = 1000").fetchall())

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT INTO things VALUES (?)", ("x" * 100_000,))

        with pytest.raises(DatabaseFullError, match=r"no room left for .*file\.sqlite; free some space"):
            await database.run(write)
        await database.insist(write, room)
        assert await database.read(lambda c: c.execute("SELECT count(*) FROM things").fetchone()[0]) == 1
