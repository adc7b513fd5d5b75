"""`pourparler feeds status`, `check` and `find`: how feeds are, what one offers, where they are."""

import asyncio
import dataclasses
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from services.commands.options import told

if TYPE_CHECKING:
    from services.fetcher.http import Client
    from services.fetcher.settings import FetcherSettings
    from services.fetcher.status import FeedStatus

T = TypeVar("T")
VERDICTS = ("gone", "blocked", "failing", "quiet", "moved", "new", "healthy")
"""What is told of feeds, the worst first."""

_COLOURS = {"healthy": "green", "moved": "green", "quiet": "yellow", "new": "cyan"}


def told_status(statuses: "Sequence[FeedStatus]", as_json: bool, verdicts: Sequence[str]) -> None:
    """Print them, the worst first; `verdicts` are those that were asked for, none where it was all."""
    for one in sorted(statuses, key=lambda status: (VERDICTS.index(status.verdict), status.url)):
        click.echo(json.dumps(_plain(one)) if as_json else _line(one))
    if not as_json:
        counts = {verdict: sum(one.verdict == verdict for one in statuses) for verdict in VERDICTS}
        nothing = f"no feed is {' or '.join(verdicts)}" if verdicts else "no feeds"
        click.echo(", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count) or nothing)


def _plain(one: "FeedStatus") -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in dataclasses.asdict(one).items()
    }


def _line(one: "FeedStatus") -> str:
    from services.commands.lines import harmless

    verdict = click.style(f"{one.verdict:8}", fg=_COLOURS.get(one.verdict, "red"))
    last = f"; last answer {one.succeeded_at:%Y-%m-%d %H:%M}" if one.succeeded_at else ""
    new = f"; last news {one.changed_at:%Y-%m-%d %H:%M}" if one.changed_at else ""
    after = f"; next poll {one.next_poll_at:%Y-%m-%d %H:%M}: {one.why}" if one.next_poll_at and one.why else ""
    return f"{verdict} {harmless(one.url)}\n         {harmless(f'{one.told}{last}{new}{after}')}"


@click.command()
@click.argument("url")
@click.option("--allow-private-addresses", is_flag=True, help="For feeds of an intranet.")
@told
def check(url: str, allow_private_addresses: bool) -> None:
    """Explain a feed: what it offers, how often, what of its wishes is honoured. Exit code 1 where it is none.

    \b
    Example:
      pourparler feeds check https://example.org/rss
    """
    from services.commands.lines import harmless
    from services.fetcher.check import explain

    found = _with_client(allow_private_addresses, lambda client, settings: explain(client, settings, url, _now()))
    for line in found.lines:
        click.echo(harmless(line))
    for other in found.others:
        click.echo(f"leads to {harmless(other)}")
    if not found.is_feed:
        click.get_current_context().exit(1)


@click.command()
@click.argument("url")
@click.option("--allow-private-addresses", is_flag=True, help="For sites of an intranet.")
@told
def find(url: str, allow_private_addresses: bool) -> None:
    """Find the feeds of a home page: those it names, or those where feeds mostly are. Exit code 1 where there are none.

    \b
    Example:
      pourparler feeds find https://example.org
      pourparler feeds find https://example.org | head -1 | cut -f1 | xargs pourparler feeds add
    """
    from services.commands.lines import harmless
    from services.fetcher.discovery import discover
    from services.fetcher.http import Failed
    from services.telemetry import without_credentials

    found = _with_client(allow_private_addresses, lambda client, settings: discover(client, settings, url, _now()))
    if isinstance(found, Failed):
        raise click.ClickException(f"{without_credentials(url)} cannot be fetched: {found.detail}; check the address")
    for one in found:
        count = f"{len(one.feed.parts)} parts" if one.feed.parts else f"{len(one.feed.entries)} entries"
        click.echo("\t".join(harmless(text) for text in (one.url, one.feed.kind, one.feed.title or "", count)))
    if not found:
        click.get_current_context().exit(1)


def _with_client(private: bool, work: "Callable[[Client, FetcherSettings], Awaitable[T]]") -> T:
    from services.commands.settings import made
    from services.commands.settings import private as allowed
    from services.fetcher.http import Client
    from services.fetcher.politeness import Politeness
    from services.fetcher.settings import FetcherSettings

    settings = made(FetcherSettings, **allowed(private))

    async def opened() -> T:
        clock = asyncio.get_running_loop().time
        politeness = Politeness(settings.per_host, settings.host_delay, clock, asyncio.sleep)
        async with Client(settings, politeness) as client:
            return await work(client, settings)

    return asyncio.run(opened())


def _now() -> datetime:
    return datetime.now(UTC)
