"""`pourparler feeds`: the list of feeds to watch."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import click

from services.commands.deployed import Place, place_options, reaching
from services.commands.feed_health import VERDICTS, check, find, told_status
from services.commands.options import told

if TYPE_CHECKING:
    from services.fetcher.kafka_registry import KafkaRegistry
    from services.fetcher.state import FeedBook

T = TypeVar("T")


@click.group(name="feeds")
def command() -> None:
    """The list of feeds to watch.

    \b
    Examples:
      pourparler feeds add https://example.org/rss --language fr
      pourparler feeds list
      pourparler feeds export my-feeds.opml
    """


command.add_command(check)
command.add_command(find)


def _with_book(place: Place, work: "Callable[[FeedBook | KafkaRegistry], Awaitable[T]]", create: bool = True) -> T:
    async def opened() -> T:
        from services.database import open_database
        from services.fetcher.state import TABLES, FeedBook

        assert place.database is not None
        with open_database(place.database, TABLES, create) as file:
            return await work(FeedBook(file))

    async def on_kafka() -> T:
        from services.fetcher.kafka_registry import KafkaRegistry

        return await work(KafkaRegistry(place.kafka()))

    found: T = reaching(on_kafka()) if place.database is None else asyncio.run(opened())
    return found


@command.command()
@click.argument("url")
@click.option("--language", help="ISO 639-1, such as fr.")
@click.option("--title", help="What to call it.")
@click.option("--tag", "tags", multiple=True, help="May be given several times.")
@place_options
@told
def add(url: str, language: str | None, title: str | None, tags: tuple[str, ...], place: Place) -> None:
    """Add a feed, or describe one that is there anew.

    \b
    Example:
      pourparler feeds add https://example.org/rss --language fr --tag labour
    """
    from pydantic import ValidationError

    from schemas.feed import Feed
    from services.fetcher.entry import title as bearable
    from services.fetcher.urls import is_address
    from services.telemetry import without_credentials

    if not is_address(url):
        raise click.UsageError(f"{without_credentials(url)!r} is no http or https address")
    try:
        feed = Feed(url=url, title=bearable(title), language=language, tags=tags, added_at=datetime.now(UTC))
    except ValidationError as error:
        raise click.UsageError(f"--language {language!r}: two small letters, such as fr") from error
    new = _with_book(place, lambda book: book.add([feed]))
    click.echo("added" if new else "described anew")


@command.command()
@click.argument("url")
@place_options
@told
def remove(url: str, place: Place) -> None:
    """Forget a feed.

    \b
    Example:
      pourparler feeds remove https://example.org/rss
    """
    from services.telemetry import without_credentials

    if not _with_book(place, lambda book: book.remove(url), create=False):
        raise click.ClickException(f"{without_credentials(url)} is not among the feeds; see `pourparler feeds list`")
    click.echo("removed")


@command.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines of feed/1.1.")
@place_options
@told
def list_feeds(as_json: bool, place: Place) -> None:
    """List the feeds.

    \b
    Example:
      pourparler feeds list --json | jq -r .url
    """
    from services.commands.lines import harmless

    for feed in _with_book(place, lambda book: book.feeds(), create=False):
        tags = f"  ({', '.join(feed.tags)})" if feed.tags else ""
        click.echo(
            feed.model_dump_json(by_alias=True)
            if as_json
            else harmless(f"{feed.language or '--'}  {feed.url}  {feed.title or ''}{tags}")
        )


@command.command()
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@click.option(
    "--verdict",
    "verdicts",
    multiple=True,
    type=click.Choice(VERDICTS),
    help="Only feeds that are so; may be given several times.",
)
@place_options
@told
def status(as_json: bool, verdicts: tuple[str, ...], place: Place) -> None:
    """Tell how each feed is, when it is polled next, and why then.

    \b
    Example:
      pourparler feeds status
      pourparler feeds status --verdict failing --verdict gone --json
    """
    from services.fetcher.status import FeedStatus
    from services.fetcher.status import status as status_of

    async def statuses(book: "FeedBook | KafkaRegistry") -> list[FeedStatus]:
        states, now = await book.states(), datetime.now(UTC)
        found = [status_of(feed, states.get(feed.url), now) for feed in await book.feeds()]
        return [one for one in found if not verdicts or one.verdict in verdicts]

    told_status(_with_book(place, statuses, create=False), as_json, verdicts)


@command.command(name="import")
@click.argument("file", type=click.File("rb"))
@place_options
@told
def import_opml(file: BinaryIO, place: Place) -> None:
    """Add the feeds of an OPML file; "-" reads standard input.

    \b
    Example:
      pourparler feeds import subscriptions.opml
    """
    from services.fetcher.opml import OpmlError, read

    name = getattr(file, "name", "standard input")
    try:
        feeds = read(file.read(), lambda url: told_of(name, url))
    except OpmlError as error:
        raise click.UsageError(f"{name}: {error}") from None
    new = _with_book(place, lambda book: book.add(feeds))
    click.echo(f"{new} new of {len(feeds)} feeds")


def told_of(name: object, url: str) -> None:
    """Say that a list names a feed by what is no address."""
    from services.telemetry import without_credentials

    click.echo(
        f"{name}: passed over {without_credentials(url)!r}: no http or https address; mend or remove it", err=True
    )


@command.command()
@click.argument("file", type=click.File("wb"), default="-")
@place_options
@told
def export(file: BinaryIO, place: Place) -> None:
    """Write the feeds as OPML.

    \b
    Example:
      pourparler feeds export my-feeds.opml
    """
    from services.fetcher.opml import write

    file.write(write(_with_book(place, lambda book: book.feeds(), create=False)))
