"""`pourparler dead-letters`: what could not be digested."""

import asyncio
import functools
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from services.commands.deployed import Place, place_options, reaching
from services.commands.options import told

if TYPE_CHECKING:
    from schemas.dead_letter import DeadLetter
    from services.dead_letters import DeadLetters, Filter
    from services.kafka.dead_letters import KafkaDeadLetters

    Letters = DeadLetters | KafkaDeadLetters

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])
_MOMENT = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"])


@click.group(name="dead-letters")
def command() -> None:
    """What could not be digested, and its replay.

    \b
    Examples:
      pourparler dead-letters list --reason extraction-timeout
      pourparler dead-letters show 3f1c
      pourparler dead-letters replay --reason handler-failed
    """


def _with_letters(place: Place, work: "Callable[[Letters], Awaitable[T]]") -> T:
    async def opened() -> T:
        from services.database import open_database
        from services.dead_letters import TABLES, DeadLetters

        assert place.database is not None
        with open_database(place.database, TABLES, create=False) as file:
            return await work(DeadLetters(file))

    async def on_kafka() -> T:
        from services.kafka.dead_letters import KafkaDeadLetters

        return await work(KafkaDeadLetters(place.kafka()))

    found: T = reaching(on_kafka()) if place.database is None else asyncio.run(opened())
    return found


class _Chosen(NamedTuple):
    """What the options choose."""

    reason: str | None
    service: str | None
    since: datetime | None
    until: datetime | None

    def filter(self, ids: tuple[str, ...] = ()) -> "Filter":
        from services.dead_letters import Filter

        return Filter(ids, self.reason, self.service, self.since, self.until)


def _choosing(function: F) -> F:
    """Options that choose letters; the command gets them as one `chosen`."""

    @functools.wraps(function)
    def wrapper(
        *args: Any,
        reason: str | None,
        service: str | None,
        since: datetime | None,
        until: datetime | None,
        **kwargs: Any,
    ) -> Any:
        moments = (moment and moment.astimezone() for moment in (since, until))
        return function(*args, chosen=_Chosen(reason, service, *moments), **kwargs)

    wrapped: Any = wrapper
    for option in (
        click.option("--until", type=_MOMENT, help="Only those rejected before."),
        click.option("--since", type=_MOMENT, help="Only those rejected then or later, such as 2026-03-01T12:00."),
        click.option("--service", help="Only those of this service."),
        click.option("--reason", help="Only those rejected for this reason."),
    ):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


@command.command(name="list")
@_choosing
@click.option("--json", "as_json", is_flag=True, help="JSON Lines of dead-letter/1.0.")
@place_options
@told
def list_letters(chosen: _Chosen, as_json: bool, place: Place) -> None:
    """List dead letters, oldest first.

    \b
    Examples:
      pourparler dead-letters list --service extractor
      pourparler dead-letters list --transport kafka --since 2026-03-01 --json | jq -r .reason | sort | uniq -c
    """
    from services.commands.lines import harmless

    for letter in _with_letters(place, lambda letters: letters.find(chosen.filter())):
        when = letter.produced_at.isoformat(timespec="seconds")
        error = harmless(" ".join(letter.error.split()))
        click.echo(
            letter.model_dump_json(by_alias=True)
            if as_json
            else f"{letter.id[:12]}  {when}  {letter.service}  {letter.reason}  {error}"
        )


@command.command()
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="As dead-letter/1.0.")
@place_options
@told
def show(id: str, as_json: bool, place: Place) -> None:
    """Show a dead letter with the record it holds; the beginning of its id will do.

    \b
    Example:
      pourparler dead-letters show 3f1c
    """
    from services.commands.lines import harmless

    letter = _found(_with_letters(place, lambda letters: letters.find()), id)
    if as_json:
        click.echo(letter.model_dump_json(by_alias=True))
        return
    for name in ("id", "service", "topic", "partition", "offset", "key", "reason", "error", "produced_at"):
        click.echo(f"{name:<12}{harmless(str(getattr(letter, name)))}")
    click.echo(harmless(letter.raw.decode(errors="replace")))


@command.command()
@click.argument("ids", nargs=-1)
@_choosing
@place_options
@told
def replay(ids: tuple[str, ...], chosen: _Chosen, place: Place) -> None:
    """Put the records of letters back on their topics.

    On Kafka at once; with the local file by the running pipeline, or the next run.

    \b
    Examples:
      pourparler dead-letters replay 3f1c
      pourparler dead-letters replay --reason handler-failed --since 2026-03-01
    """
    count = _with_letters(place, lambda letters: _on_chosen(letters, letters.replay, ids, chosen))
    click.echo(f"{count} replayed" if place.database is None else f"{count} to be replayed by `pourparler run`")


@command.command()
@click.argument("ids", nargs=-1)
@_choosing
@place_options
@told
def purge(ids: tuple[str, ...], chosen: _Chosen, place: Place) -> None:
    """Forget letters for good.

    \b
    Examples:
      pourparler dead-letters purge 3f1c
      pourparler dead-letters purge --until 2026-01-01
    """
    click.echo(f"{_with_letters(place, lambda letters: _on_chosen(letters, letters.purge, ids, chosen))} forgotten")


async def _on_chosen(
    letters: "Letters", work: "Callable[[Filter], Awaitable[int]]", ids: tuple[str, ...], chosen: _Chosen
) -> int:
    if not (ids or any(chosen)):
        raise click.UsageError("name letters, or choose them with --reason, --service, --since or --until")
    every = await letters.find() if ids else []
    return await work(chosen.filter(tuple(_found(every, one).id for one in ids)))


def _found(letters: "list[DeadLetter]", beginning: str) -> "DeadLetter":
    fitting = [letter for letter in letters if letter.id.startswith(beginning)]
    if len(fitting) != 1:
        many = f"{len(fitting)} dead letters begin" if fitting else "no dead letter begins"
        raise click.ClickException(f"{many} with {beginning!r}; see `pourparler dead-letters list`")
    return fitting[0]
