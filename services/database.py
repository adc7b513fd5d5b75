"""The one SQLite file of the embedded default: opening it, or saying clearly why not."""

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar

import structlog

T = TypeVar("T")
_log = structlog.get_logger()

APPLICATION_ID = 0x706F7572
"""Marks the file as ours ("pour" in ASCII); see `PRAGMA application_id`."""

FORMAT = 1
"""Version of the tables; a newer one is refused."""

_BUSY_SECONDS = 5.0
_LONGEST_PAUSE = 30.0


class DatabaseError(Exception):
    """The file cannot be used; the message names it and the remedy."""


class DatabaseAwayError(DatabaseError):
    """The file cannot be used for now: what was asked may succeed later."""


class DatabaseLockedError(DatabaseAwayError):
    """Another process holds the file."""


class DatabaseFullError(DatabaseAwayError):
    """There is no room for it."""


class Database:
    """A SQLite file with one thread that writes and one that reads, so that neither waits on the event loop."""

    def __init__(self, path: Path, writer: sqlite3.Connection, reader: sqlite3.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="database-writer")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="database-reader")

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do work inside one transaction: all of it is kept, or none. Raises `DatabaseError`."""
        return await asyncio.get_running_loop().run_in_executor(self._writing, self._transaction, work)

    async def insist(
        self, work: Callable[[sqlite3.Connection], T], sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> T:
        """`run`, again and again while another process holds the file or the disk is full: for what nobody would ask
        for a second time."""
        pause = 0.1
        while True:
            try:
                return await self.run(work)
            except DatabaseAwayError as error:
                _log.warning("tried again", error=str(error), pause=pause)
                await sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Query on a connection of its own, beside what is being written. Raises `DatabaseError`."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, self._query, work)

    def close(self) -> None:
        """End both threads and connections."""
        self._writing.shutdown()
        self._reading.shutdown()
        self._writer.close()
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _transaction(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                result = work(self._writer)
                self._writer.execute("COMMIT")
            except BaseException:
                # After some errors, such as a full disk, SQLite has rolled back by itself.
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
        except (sqlite3.Error, UnicodeEncodeError) as error:
            raise told(error, self.path) from error
        return result

    def _query(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            return work(self._reader)
        except (sqlite3.Error, UnicodeEncodeError) as error:
            raise told(error, self.path) from error


def open_database(path: Path, tables: Sequence[str], create: bool = True) -> Database:
    """Open the file and make the tables that are missing; `tables` are `CREATE ... IF NOT EXISTS` statements.

    With `create` false a file that is not there is an error, and nothing is made. Raises `DatabaseError`.
    """
    _check_place(path, create)
    with contextlib.ExitStack() as opened:
        try:
            writer = opened.enter_context(contextlib.closing(_connect(path)))
            _prepare(writer, path, tables)
            reader = _connect(path)
        except sqlite3.Error as error:
            raise told(error, path) from error
        opened.pop_all()
        return Database(path, writer, reader)


def _prepare(writer: sqlite3.Connection, path: Path, tables: Sequence[str]) -> None:
    if _is_ours(writer, path):
        # Outside a transaction a table that is there costs no lock: a search needs not wait for who writes.
        for statement in tables:
            writer.execute(statement)
        return
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("BEGIN IMMEDIATE")
    for statement in tables:
        writer.execute(statement)
    writer.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    writer.execute(f"PRAGMA user_version = {FORMAT}")
    writer.execute("COMMIT")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    # With a write-ahead log, NORMAL survives a killed process; only a power cut may take the last transactions.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _check_place(path: Path, create: bool) -> None:
    if path.is_dir():
        raise DatabaseError(f"{path} is a directory; name a file with --database")
    if not path.exists() or not path.stat().st_size:
        if not create:
            raise DatabaseError(f"{path} is not there yet; `pourparler run` makes it, or name another with --database")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseError(
                f"{path.parent} cannot be made ({error.strerror}); name another place with --database"
            ) from error
    target = path if path.exists() else path.parent
    if not os.access(target, os.W_OK):
        raise DatabaseError(
            f"{target} cannot be written to; change its permissions or name another file with --database"
        )


def _is_ours(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is ours already; false for an empty one. Raises `DatabaseError` for any other."""
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    filled = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or filled):
        raise DatabaseError(f"{path} is the database of another program; name another file with --database")
    if version > FORMAT:
        raise DatabaseError(
            f"{path} was written by a newer version of pourparler (format {version}); upgrade, or name another file"
        )
    return bool(owner == APPLICATION_ID)


def told(error: sqlite3.Error | UnicodeEncodeError, path: Path) -> DatabaseError:
    """What SQLite said, in words that name the file and the remedy."""
    if isinstance(error, UnicodeEncodeError):
        return DatabaseError(f"{error.object[:80]!a} is not text in UTF-8; type it anew")
    text = str(error)
    if "locked" in text or "busy" in text:
        return DatabaseLockedError(f"{path} is locked by another process; wait for it or stop it")
    if "not a database" in text or "malformed" in text:
        return DatabaseError(f"{path} is not a database, or is damaged; name another file with --database")
    if "readonly" in text or "read-only" in text:
        return DatabaseError(f"{path} is read-only; change its permissions or name another file with --database")
    if "disk" in text and "full" in text:
        return DatabaseFullError(f"there is no room left for {path}; free some space")
    return DatabaseError(f"{path}: {text}")


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the file for one running pipeline. Raises `DatabaseError` where another one holds it."""
    import fcntl

    # A link to the file is the file.
    place = path.resolve()
    lock = place.with_name(place.name + ".lock")
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("w")
    except OSError as error:
        raise DatabaseError(f"{lock} cannot be made ({error.strerror}); name another place with --database") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DatabaseError(
                f"another `pourparler run` works on {path}; stop it or name another file with --database"
            ) from None
        yield
