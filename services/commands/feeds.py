"""`pourparler feeds`: the list of feeds to watch."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar
from urllib.parse import urlsplit

import click

from services.commands.options import database_option, told

if TYPE_CHECKING:
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


def _with_book(database: Path, work: "Callable[[FeedBook], Awaitable[T]]", create: bool = True) -> T:
    async def opened() -> T:
        from services.database import open_database
        from services.fetcher.state import TABLES, FeedBook

        with open_database(database, TABLES, create) as file:
            return await work(FeedBook(file))

    return asyncio.run(opened())


@command.command()
@click.argument("url")
@click.option("--language", help="ISO 639-1, such as fr.")
@click.option("--title", help="What to call it.")
@click.option("--tag", "tags", multiple=True, help="May be given several times.")
@database_option
@told
def add(url: str, language: str | None, title: str | None, tags: tuple[str, ...], database: Path) -> None:
    """Add a feed, or describe one that is there anew.

    \b
    Example:
      pourparler feeds add https://example.org/rss --language fr --tag labour
    """
    from pydantic import ValidationError

    from schemas.feed import Feed

    if not _is_address(url):
        raise click.UsageError(f"{url!r} is no http or https address")
    try:
        feed = Feed(url=url, title=title, language=language, tags=tags)
    except ValidationError as error:
        raise click.UsageError(f"--language {language!r}: two small letters, such as fr") from error
    new = _with_book(database, lambda book: book.add([feed]))
    click.echo("added" if new else "described anew")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return url.isprintable() and parts.scheme in ("http", "https") and bool(parts.hostname)


@command.command()
@click.argument("url")
@database_option
@told
def remove(url: str, database: Path) -> None:
    """Forget a feed.

    \b
    Example:
      pourparler feeds remove https://example.org/rss
    """
    if not _with_book(database, lambda book: book.remove(url), create=False):
        raise click.ClickException(f"{url} is not among the feeds; see `pourparler feeds list`")
    click.echo("removed")


@command.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines of feed/1.0.")
@database_option
@told
def list_feeds(as_json: bool, database: Path) -> None:
    """List the feeds.

    \b
    Example:
      pourparler feeds list --json | jq -r .url
    """
    from services.commands.lines import harmless

    for feed in _with_book(database, lambda book: book.feeds(), create=False):
        tags = f"  ({', '.join(feed.tags)})" if feed.tags else ""
        click.echo(
            feed.model_dump_json(by_alias=True)
            if as_json
            else harmless(f"{feed.language or '--'}  {feed.url}  {feed.title or ''}{tags}")
        )


@command.command(name="import")
@click.argument("file", type=click.File("rb"))
@database_option
@told
def import_opml(file: BinaryIO, database: Path) -> None:
    """Add the feeds of an OPML file; "-" reads standard input.

    \b
    Example:
      pourparler feeds import subscriptions.opml
    """
    from services.fetcher.opml import OpmlError, read

    try:
        feeds = read(file.read())
    except OpmlError as error:
        raise click.UsageError(f"{getattr(file, 'name', 'standard input')}: {error}") from None
    new = _with_book(database, lambda book: book.add(feeds))
    click.echo(f"{new} new of {len(feeds)} feeds")


@command.command()
@click.argument("file", type=click.File("wb"), default="-")
@database_option
@told
def export(file: BinaryIO, database: Path) -> None:
    """Write the feeds as OPML.

    \b
    Example:
      pourparler feeds export my-feeds.opml
    """
    from services.fetcher.opml import write

    file.write(write(_with_book(database, lambda book: book.feeds(), create=False)))
