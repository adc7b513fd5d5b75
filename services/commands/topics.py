"""`pourparler topics`: the topics on the brokers."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from services.commands.deployed import kafka_options, kafka_settings, reaching
from services.commands.options import told

if TYPE_CHECKING:
    from datetime import datetime

    from services.kafka.topics import Standing


@click.group(name="topics")
def command() -> None:
    """The topics on the brokers, made from the one table.

    \b
    Examples:
      pourparler topics create --bootstrap-servers kafka:9092
      pourparler topics describe --json
    """


_as_json = click.option("--json", "as_json", is_flag=True, help="A JSON line a topic.")


@command.command()
@click.option("--replication", type=click.IntRange(1, 32), help="Copies of each; if not said, one a broker, up to 3.")
@_as_json
@kafka_options
@told
def create(replication: int | None, as_json: bool, bootstrap_servers: str | None) -> None:
    """Make the topics that are missing; those that are there stay as they are. Exit code 1 where one differs.

    \b
    Example:
      pourparler topics create --replication 3
    """
    from schemas.topics import TOPICS
    from services.kafka.topics import create as created

    _print(reaching(created(kafka_settings(bootstrap_servers), TOPICS, replication)), as_json)


@command.command()
@_as_json
@kafka_options
@told
def describe(as_json: bool, bootstrap_servers: str | None) -> None:
    """Say how each topic stands against the table. Exit code 1 where one is missing or differs.

    \b
    Example:
      pourparler topics describe
    """
    from schemas.topics import TOPICS
    from services.kafka.topics import describe as described

    _print(reaching(described(kafka_settings(bootstrap_servers), TOPICS)), as_json)


@command.command()
@click.argument("folder", type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.option("--cluster", default="pourparler", show_default=True, help="Name of the Kafka resource.")
@told
def manifests(folder: Path, cluster: str) -> None:
    """Write topics and users, with what each may do, as resources of Strimzi: topics.yaml, users.yaml.

    \b
    Example:
      pourparler topics manifests deploy/kubernetes/base/kafka
    """
    from schemas.topics import TOPICS
    from services.kafka.strimzi import write

    written = write(folder, TOPICS, cluster)
    for path in written:
        click.echo(f"written {path}")
    if not written:
        click.echo("nothing to write: both are as the table says")


@command.command()
@click.argument("service", type=click.Choice(["extractor", "indexer"]))
@click.option("--since", type=click.DateTime(), help="From this moment on, UTC; else all that the topic keeps.")
@click.option("--dry-run", is_flag=True, help="Only say what would be read again.")
@kafka_options
@told
def replay(service: str, since: "datetime | None", dry_run: bool, bootstrap_servers: str | None) -> None:
    """Let a service read again what its topic keeps: articles for a new extractor, events for a new store.

    End all its replicas first, start them afterwards. What comes out has the ids it had; the store takes each once.

    \b
    Example:
      pourparler topics replay extractor --since 2026-03-01
    """
    from datetime import UTC

    from schemas.topics import ARTICLES, NEGOTIATION_EVENTS
    from services.kafka.replay import BusyError, set_back

    topic = {"extractor": ARTICLES, "indexer": NEGOTIATION_EVENTS}[service]
    moment = since.replace(tzinfo=UTC) if since is not None else None
    try:
        found = reaching(set_back(kafka_settings(bootstrap_servers), service, topic, moment, dry_run))
    except BusyError as error:
        raise click.ClickException(str(error)) from None
    for one in found:
        click.echo(f"{topic.name} {one.partition:>3}: {_or_nothing(one.before)} -> {one.after}, of {one.end}")
    again = sum(one.end - one.after for one in found)
    click.echo(f"{again} messages {'would be' if dry_run else 'will be'} read, at most")


def _or_nothing(number: int | None) -> str:
    return "nothing" if number is None else str(number)


def _print(standings: "list[Standing]", as_json: bool) -> None:
    for one in standings:
        if as_json:
            click.echo(json.dumps(asdict(one)))
            continue
        click.echo(f"{one.topic:<40}{one.partitions:>3} partitions  {one.state}")
        for difference in one.differences:
            click.echo(f"{'':<44}{difference.name}: {difference.has or 'nothing'}, should be {difference.wanted}")
    if any(one.state in ("missing", "differs") for one in standings):
        sys.exit(1)
