"""`pourparler dead-letters`: what could not be digested."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from services.commands.options import database_option, told

if TYPE_CHECKING:
    from schemas.dead_letter import DeadLetter
    from services.dead_letters import DeadLetters, Filter

T = TypeVar("T")


@click.group(name="dead-letters")
def command() -> None:
    """What could not be digested, and its replay.

    \b
    Examples:
      pourparler dead-letters list --reason extraction-timeout
      pourparler dead-letters show 3f1c
      pourparler dead-letters replay --reason handler-failed
    """


def _with_letters(database: Path, work: "Callable[[DeadLetters], Awaitable[T]]") -> T:
    async def opened() -> T:
        from services.database import open_database
        from services.dead_letters import TABLES, DeadLetters

        with open_database(database, TABLES, create=False) as file:
            return await work(DeadLetters(file))

    return asyncio.run(opened())


def _filter(reason: str | None, service: str | None) -> "Filter":
    from services.dead_letters import Filter

    return Filter(reason=reason, service=service)


_reason = click.option("--reason", help="Only those rejected for this reason.")
_service = click.option("--service", help="Only those of this service.")


@command.command(name="list")
@_reason
@_service
@click.option("--json", "as_json", is_flag=True, help="JSON Lines of dead-letter/1.0.")
@database_option
@told
def list_letters(reason: str | None, service: str | None, as_json: bool, database: Path) -> None:
    """List dead letters, oldest first.

    \b
    Example:
      pourparler dead-letters list --service extractor
    """
    from services.commands.lines import harmless

    for letter in _with_letters(database, lambda letters: letters.find(_filter(reason, service))):
        when = letter.produced_at.isoformat(timespec="seconds")
        error = harmless(" ".join(letter.error.split()))
        click.echo(
            letter.model_dump_json(by_alias=True)
            if as_json
            else f"{letter.id[:12]}  {when}  {letter.service}  {letter.reason}  {error}"
        )


@command.command()
@click.argument("id")
@database_option
@told
def show(id: str, database: Path) -> None:
    """Show a dead letter with the record it holds; the beginning of its id will do.

    \b
    Example:
      pourparler dead-letters show 3f1c
    """
    from services.commands.lines import harmless

    letter = _found(_with_letters(database, lambda letters: letters.find()), id)
    for name in ("id", "service", "topic", "offset", "key", "reason", "error", "produced_at"):
        click.echo(f"{name:<12}{harmless(str(getattr(letter, name)))}")
    click.echo(harmless(letter.raw.decode(errors="replace")))


@command.command()
@click.argument("ids", nargs=-1)
@_reason
@_service
@database_option
@told
def replay(ids: tuple[str, ...], reason: str | None, service: str | None, database: Path) -> None:
    """Ask for a replay: the running pipeline, or the next run, puts the records back on their topics.

    \b
    Examples:
      pourparler dead-letters replay 3f1c
      pourparler dead-letters replay --reason handler-failed
    """
    from services.dead_letters import Filter

    if not (ids or reason or service):
        raise click.UsageError("name letters, or choose them with --reason or --service")

    async def work(letters: "DeadLetters") -> int:
        every = await letters.find()
        whole = tuple(_found(every, one).id for one in ids)
        return await letters.mark(Filter(whole, reason, service))

    click.echo(f"{_with_letters(database, work)} to be replayed by `pourparler run`")


def _found(letters: "list[DeadLetter]", beginning: str) -> "DeadLetter":
    fitting = [letter for letter in letters if letter.id.startswith(beginning)]
    if len(fitting) != 1:
        many = f"{len(fitting)} dead letters begin" if fitting else "no dead letter begins"
        raise click.ClickException(f"{many} with {beginning!r}; see `pourparler dead-letters list`")
    return fitting[0]
