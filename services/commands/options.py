"""Options and errors that several commands share."""

import errno
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import platformdirs

_OF_PORTS = frozenset({errno.EADDRINUSE, errno.EADDRNOTAVAIL})
F = TypeVar("F", bound=Callable[..., Any])
_OF_SERVICES = frozenset({"aiokafka", "faust", "opensearchpy"})
"""What the optional extra `services` brings."""


class UnusableError(click.ClickException):
    """Something outside the command cannot be used: one line, exit code 2."""

    exit_code = 2


def default_database() -> Path:
    """Where the embedded default keeps its file for this user."""
    return Path(platformdirs.user_data_dir("pourparler")) / "pourparler.sqlite"


database_option = click.option(
    "--database",
    type=click.Path(path_type=Path, dir_okay=True),
    envvar="POURPARLER_DATABASE",
    default=default_database,
    show_default="pourparler.sqlite in the user's data folder",
    help="The SQLite file of feeds, events and dead letters.",
)


def told(command: F) -> F:
    """Turn the errors a user can mend into one line and exit code 2."""

    @functools.wraps(command)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        from services.database import DatabaseError
        from services.indexer.store import StoreError
        from services.stage import TooManyRejectionsError

        try:
            return command(*args, **kwargs)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in _OF_SERVICES:
                raise
            raise UnusableError(f"{error.name} is not installed; run: pip install 'pourparler[services]'") from None
        except (DatabaseError, StoreError, TooManyRejectionsError) as error:
            raise UnusableError(str(error)) from None
        except OSError as error:
            if error.errno not in _OF_PORTS:
                raise
            # The text of whoever wanted the port names it.
            raise UnusableError(
                f"{error.strerror}; end what uses it, or give another (--metrics-port, --health-port,"
                " POURPARLER_FETCHER_WEBSUB_PORT)"
            ) from None

    return wrapper  # type: ignore[return-value]
