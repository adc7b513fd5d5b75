"""`pourparler trace`: where an article is, and what became of it."""

import asyncio
import json
import sys
from typing import TYPE_CHECKING

import click

from services.commands.deployed import Place, Stored, place_options, reaching
from services.commands.options import told

if TYPE_CHECKING:
    from schemas.dead_letter import DeadLetter
    from schemas.negotiation import NegotiationEvent
    from services.whereabouts import Whereabouts


@click.command(name="trace")
@click.argument("article")
@click.option(
    "--store",
    type=click.Choice(["sqlite", "opensearch"]),
    help="Where the events are.  [default: opensearch with --transport kafka, else sqlite]",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@place_options
@told
def command(article: str, store: str | None, as_json: bool, place: Place) -> None:
    """Tell where an article is, by its address or its id. Exit code 1 where nothing is known of it.

    \b
    Examples:
      pourparler trace https://www.example.org/2026/03/talks --transport kafka
      pourparler trace 5f0c9a61 --json | jq -r .verdict
    """
    identity = _identity(article)
    found = _locally(place, identity, store) if place.database else _on_kafka(place, identity, store)
    click.echo(json.dumps(_record(found)) if as_json else _text(found))
    if not found.is_known:
        sys.exit(1)


def _identity(article: str) -> str:
    from services.fetcher.urls import article_id

    try:
        return article_id(article) if "://" in article else article
    except ValueError:
        raise click.UsageError(f"{article} is no address; give an address with its scheme, or an id") from None


def _locally(place: Place, article: str, store: str | None) -> "Whereabouts":
    from services.whereabouts import Whereabouts

    assert place.database is not None
    stored = Stored(store, place.database)

    async def work() -> Whereabouts:
        return Whereabouts(article, letters=await _letters(place, article), events=await _events(stored, article))

    return asyncio.run(work())


async def _letters(place: Place, article: str) -> "list[DeadLetter]":
    from services.database import open_database
    from services.dead_letters import TABLES, DeadLetters
    from services.whereabouts import concerns

    assert place.database is not None
    with open_database(place.database, TABLES, create=False) as file:
        return [letter for letter in await DeadLetters(file).find() if concerns(letter, article)]


def _on_kafka(place: Place, article: str, store: str | None) -> "Whereabouts":
    from services.kafka import whereabouts
    from services.whereabouts import Whereabouts

    stored = Stored(store or "opensearch", place.file)

    async def work() -> Whereabouts:
        settings = place.kafka()
        # Asked before the store: what was written by then is found there.
        seen = await whereabouts.sightings(settings, article)
        behind = await whereabouts.behind(settings, seen)
        letters = await whereabouts.letters(settings, article)
        return Whereabouts(article, seen, behind, letters, await _events(stored, article))

    found: Whereabouts = reaching(work())
    return found


async def _events(stored: Stored, article: str) -> "list[NegotiationEvent]":
    from services.indexer.app import store
    from services.indexer.query import MOST, Query

    async with store(stored.settings(), stored.database, create=False) as opened:
        return list((await opened.search(Query(articles=(article,), order="earliest", limit=MOST))).events)


def _record(found: "Whereabouts") -> dict[str, object]:
    return {
        "article": found.article,
        "trace": found.trace,
        "verdict": found.verdict,
        "sightings": [
            {
                "topic": one.topic,
                "partition": one.partition,
                "offset": one.offset,
                "revision": one.revision,
                "produced_at": one.produced_at.isoformat(),
                "url": one.url,
                "feed": one.feed,
            }
            for one in found.sightings
        ],
        "behind": None if found.behind is None else dict(found.behind),
        "dead_letters": [
            {"id": letter.id, "service": letter.service, "reason": letter.reason, "error": letter.error}
            for letter in found.letters
        ],
        "events": [event.id for event in found.events],
    }


def _text(found: "Whereabouts") -> str:
    from services.commands.lines import harmless, line

    told = [f"article   {found.article}", f"trace     {found.trace}"]
    for one in found.sightings:
        when = one.produced_at.isoformat(timespec="seconds")
        told.append(f"fetched   {when}, revision {one.revision}: {one.topic} {one.partition}/{one.offset}")
        told += [f"          {one.url or 'no address'}", f"          from {one.feed or 'no feed'}"]
    for letter in found.letters:
        told.append(f"rejected  {letter.service}: {letter.reason}, {letter.error} (dead letter {letter.id[:12]})")
    return "\n".join([click.style(found.verdict, bold=True), *map(harmless, told), *map(line, found.events)])
