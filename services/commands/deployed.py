"""What the commands of the separate services share: options, and how each is started and told to stop."""

import asyncio
import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from services.commands.options import UnusableError, database_option

if TYPE_CHECKING:
    from services.indexer.settings import StoreSettings
    from services.kafka.settings import KafkaSettings
    from services.process import Running

F = TypeVar("F", bound=Callable[..., Any])


def kafka_options(command: F) -> F:
    """Where the brokers are; what is not said comes from the environment."""
    return click.option(
        "--bootstrap-servers",
        help="Addresses of brokers, separated by commas.  [env: KAFKA_BOOTSTRAP_SERVERS; default: 127.0.0.1:9092]",
    )(command)


@dataclass(frozen=True, slots=True)
class Place:
    """Where feeds and dead letters are: a SQLite file, or the brokers where there is none."""

    transport: str
    file: Path
    bootstrap_servers: str | None = None

    @property
    def database(self) -> Path | None:
        """The file that feeds and dead letters are in; None where the brokers have them."""
        return None if self.transport == "kafka" else self.file

    def kafka(self) -> "KafkaSettings":
        """The settings of the brokers."""
        return kafka_settings(self.bootstrap_servers)


def place_options(command: F) -> F:
    """The file of the embedded default, or Kafka; the command gets one `place`."""

    @functools.wraps(command)
    def wrapper(*args: Any, transport: str, database: Path, bootstrap_servers: str | None, **kwargs: Any) -> Any:
        return command(*args, place=Place(transport, database, bootstrap_servers), **kwargs)

    choice = click.option(
        "--transport",
        type=click.Choice(["local", "kafka"]),
        envvar="POURPARLER_TRANSPORT",
        default="local",
        show_default=True,
        help="The file of `pourparler run`, or the topics of the separate services.",
    )
    return choice(database_option(kafka_options(wrapper)))  # type: ignore[return-value]


def store_options(command: F) -> F:
    """Which store; the command gets one `place` of the store: its settings and the file of the embedded one."""

    @functools.wraps(command)
    def wrapper(*args: Any, store: str | None, database: Path, **kwargs: Any) -> Any:
        return command(*args, stored=Stored(store, database), **kwargs)

    choice = click.option(
        "--store",
        type=click.Choice(["sqlite", "opensearch"]),
        help="The file of `pourparler run`, or OpenSearch.  [env: POURPARLER_STORE; default: sqlite]",
    )
    return choice(database_option(wrapper))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Stored:
    """Where events are stored; None leaves it to the environment."""

    kind: str | None
    database: Path

    def settings(self) -> "StoreSettings":
        """The settings of the store, the option before the environment."""
        from services.commands.settings import made
        from services.indexer.settings import StoreSettings

        return made(StoreSettings, **({"kind": self.kind} if self.kind else {}))


def service_options(command: F) -> F:
    """The brokers, and how the process can be watched."""
    for option in (
        click.option("--instance", help="A name of this replica that stays over restarts: its partitions wait for it."),
        click.option(
            "--health-port", type=click.IntRange(0, 65535), help="Answer /healthz, /readyz and /metrics; 0: any port."
        ),
    ):
        command = option(command)
    return kafka_options(command)


def kafka_settings(bootstrap_servers: str | None, instance: str | None = None) -> "KafkaSettings":
    """The settings, options before the environment. Raises `UnusableError`."""
    from services.commands.settings import made
    from services.kafka.settings import KafkaSettings

    given = {"bootstrap_servers": bootstrap_servers, "instance": instance}
    return made(KafkaSettings, **{name: value for name, value in given.items() if value is not None})


def serve(
    name: str,
    work: "Callable[[Running], Awaitable[None]]",
    bootstrap_servers: str | None,
    instance: str | None,
    health_port: int | None,
) -> None:
    """Run a service until SIGTERM or Ctrl-C. Exit code 2 where it cannot begin, 1 where it had to give up."""
    from services.commands.run import stopping
    from services.commands.settings import made
    from services.process import ProcessSettings, Running
    from services.spans import TracingSettings, spans
    from services.telemetry import Metrics, set_up_logs
    from services.watchdog import StuckError, tell_when_asked

    set_up_logs()
    settings = made(ProcessSettings, **({} if health_port is None else {"health_port": health_port}))
    kafka = kafka_settings(bootstrap_servers, instance)
    traces = made(TracingSettings)

    async def run() -> None:
        tell_when_asked()
        metrics, stop = Metrics(), stopping()
        async with spans(name, metrics, traces) as tracing:
            await work(Running(name, settings, kafka, metrics, stop, tracing))

    try:
        reaching(run())
    except StuckError as error:
        raise click.ClickException(f"{name} gives up, so that another replica takes over: {error}") from None


def reaching(work: "Awaitable[Any]") -> Any:
    """Do work that needs the brokers; one line and exit code 2 where they, or their topics, are not there."""
    from aiokafka.errors import KafkaError

    from services.kafka.producer import TopicsMissingError, TopicsUnfitError

    async def run() -> Any:
        return await work

    try:
        return asyncio.run(run())
    except (TopicsMissingError, TopicsUnfitError) as error:
        raise UnusableError(str(error)) from None
    except KafkaError as error:
        raise UnusableError(f"the brokers cannot be used: {error}; see --bootstrap-servers") from None
