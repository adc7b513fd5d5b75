"""`pourparler store`: the search store of the deployment."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

import click

from services.commands.options import told

if TYPE_CHECKING:
    from services.indexer.opensearch_store import OpenSearchStore

T = TypeVar("T")


@click.group(name="store")
def command() -> None:
    """The search store of the deployment, OpenSearch. The file of `pourparler run` needs no setting up.

    \b
    Examples:
      OPENSEARCH_URL=https://search:9200 pourparler store init
      pourparler store describe --json
    """


_url = click.option("--url", help="Address of OpenSearch.  [env: OPENSEARCH_URL; default: http://127.0.0.1:9200]")
_as_json = click.option("--json", "as_json", is_flag=True, help="As one JSON object.")


def _with_store(url: str | None, work: "Callable[[OpenSearchStore], Awaitable[T]]") -> T:
    async def opened() -> T:
        from services.indexer.opensearch_store import OpenSearchStore
        from services.indexer.settings import StoreSettings

        async with OpenSearchStore(StoreSettings(url=url) if url else StoreSettings()) as store:
            return await work(store)

    return asyncio.run(opened())


@command.command()
@_url
@_as_json
@told
def init(url: str | None, as_json: bool) -> None:
    """Make or renew the index template with its mapping and alias. Indices that are there stay as they are.

    \b
    Example:
      pourparler store init --url http://127.0.0.1:9200
    """

    async def work(store: "OpenSearchStore") -> list[str]:
        before = await store.differences()
        await store.set_up()
        return before

    before = _with_store(url, work)
    word = "as it was" if not before else "created" if before == ["missing"] else "renewed"
    click.echo(json.dumps({"template": word, "differences": before}) if as_json else f"index template {word}")


@command.command()
@_url
@_as_json
@told
def describe(url: str | None, as_json: bool) -> None:
    """Say how the store stands against the contract. Exit code 1 where it is not set up or differs.

    \b
    Example:
      pourparler store describe
    """

    async def work(store: "OpenSearchStore") -> tuple[list[str], int]:
        differences = await store.differences()
        return differences, 0 if differences == ["missing"] else await store.count()

    differences, count = _with_store(url, work)
    if as_json:
        click.echo(json.dumps({"differences": differences, "events": count}))
    elif differences == ["missing"]:
        click.echo("not set up; run `pourparler store init`")
    else:
        click.echo(f"{count} events; the index template {'differs' if differences else 'is as it should be'}")
        for difference in differences:
            click.echo(f"  {difference}")
    if differences:
        sys.exit(1)
