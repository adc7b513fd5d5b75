"""`pourparler store`: the search store of the deployment."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

import click

from services.commands.options import told

if TYPE_CHECKING:
    from services.indexer.opensearch_index import Standing
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
        from services.commands.settings import made
        from services.indexer.opensearch_store import OpenSearchStore
        from services.indexer.settings import StoreSettings

        async with OpenSearchStore(made(StoreSettings, **({"url": url} if url else {}))) as store:
            return await work(store)

    return asyncio.run(opened())


@command.command()
@_url
@_as_json
@told
def init(url: str | None, as_json: bool) -> None:
    """Make the index template, the index and its aliases; what is there is renewed where that can be done in place.

    Exit code 1 where something differs that cannot.

    \b
    Examples:
      pourparler store init --url http://127.0.0.1:9200
      OPENSEARCH_URL=https://search:9200 pourparler store init --json
    """

    async def work(store: "OpenSearchStore") -> "tuple[list[str], Standing]":
        return await store.set_up(), await store.standing()

    done, standing = _with_store(url, work)
    if as_json:
        click.echo(json.dumps({"done": done, **_as_object(standing)}))
    else:
        for one in done:
            click.echo(f"made: {one}")
        if not done:
            click.echo("nothing to make")
        _tell_differences(standing)
    _end(standing)


@command.command()
@_url
@_as_json
@told
def describe(url: str | None, as_json: bool) -> None:
    """Say what is on the store, and where it differs from what this version needs. Exit code 1 where it does.

    \b
    Example:
      pourparler store describe --json | jq '.differences'
    """

    async def work(store: "OpenSearchStore") -> "Standing":
        return await store.standing()

    standing = _with_store(url, work)
    if as_json:
        click.echo(json.dumps(_as_object(standing)))
    else:
        for name, count in standing.indices.items():
            click.echo(f"index {name}: {count} events, with those retracted")
        click.echo("differs; see `pourparler store init`" if standing.differences else "as it should be")
        _tell_differences(standing)
    _end(standing)


def _as_object(standing: "Standing") -> dict[str, object]:
    return {"indices": standing.indices, "differences": [asdict(one) for one in standing.differences]}


def _tell_differences(standing: "Standing") -> None:
    for difference in standing.differences:
        click.echo(f"  {difference}", err=True)


def _end(standing: "Standing") -> None:
    if standing.differences:
        sys.exit(1)
