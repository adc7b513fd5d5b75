"""`pourparler search`: questions to the store."""

import asyncio
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from services.commands.deployed import Stored, store_options
from services.commands.options import told

if TYPE_CHECKING:
    from services.indexer.query import Page, Query


@click.command(name="search")
@click.argument("words", nargs=-1)
@click.option("--act", "acts", multiple=True, help="Such as talks, demand, reject; may be given several times.")
@click.option("--party", "parties", multiple=True, help="An id or a name; of several all must take part.")
@click.option("--status", "statuses", multiple=True, help="Such as occurred, scheduled, conditional.")
@click.option("--topic", "topics", multiple=True, help="Such as ceasefire, trade, labour.")
@click.option("--level", "levels", multiple=True, help="Such as minister, envoy.")
@click.option("--from", "start", type=click.DateTime(["%Y-%m-%d"]), help="First day.")
@click.option("--to", "end", type=click.DateTime(["%Y-%m-%d"]), help="Last day.")
@click.option("--place", help="A city or country.")
@click.option("--language", type=click.Choice(["fr", "en"]), help="Language of the article.")
@click.option("--publisher", help="Who published the article.")
@click.option("--confidence", type=click.FloatRange(0, 1), default=0.0, help="At least this sure.")
@click.option("--article", "articles", multiple=True, help="Id of an article.")
@click.option(
    "--order",
    type=click.Choice(["best", "latest", "earliest"]),
    default="best",
    show_default=True,
    help="By how well it matches the words, or by day.",
)
@click.option("--offset", type=click.IntRange(0), default=0, help="So many of the answer are passed over.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines of negotiation-event/1.1.")
@store_options
@told
def command(words: tuple[str, ...], stored: Stored, as_json: bool, **options: object) -> None:
    """Search the stored events. Exit code 1 where nothing is found.

    \b
    Examples:
      pourparler search cessez-le-feu --party Ukraine --from 2025-01-01
      pourparler search --act demand --party org:nato --json | jq '.items[].text'
    """
    query = _query(" ".join(words), options)
    page = asyncio.run(_search(stored, query))
    _print(page, as_json)
    if not page.events:
        click.echo("nothing found", err=True)
        sys.exit(1)


def _query(text: str, options: dict[str, object]) -> "Query":
    from services.indexer.query import Query, QueryError

    for name in ("start", "end"):
        moment = options[name]
        options[name] = moment.date() if isinstance(moment, datetime) else None
    try:
        return Query(text=text, **options)  # type: ignore[arg-type]
    except QueryError as error:
        raise click.UsageError(str(error)) from None


async def _search(stored: Stored, query: "Query") -> "Page":
    from services.indexer.app import store

    async with store(stored.settings(), stored.database, create=False) as opened:
        return await opened.search(query)


def _print(page: "Page", as_json: bool) -> None:
    from services.commands.lines import line

    for event in page.events:
        click.echo(event.model_dump_json(by_alias=True) if as_json else line(event))
    if not as_json and page.total > len(page.events):
        click.echo(f"{len(page.events)} of {page.total}; --limit and --offset show others", err=True)
