"""The three services as processes, under names of their own, to be killed and replaced."""

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from services.indexer.settings import StoreSettings
from services.kafka.settings import KafkaSettings

SERVICES = ("fetcher", "extractor", "indexer")
_FAREWELL = 30.0
"""Seconds after which a service that was told to end counts as stuck."""


@dataclass(slots=True)
class Service:
    """A place for one replica; whoever fills it changes."""

    name: str
    number: int
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def is_up(self) -> bool:
        """Whether a process runs here."""
        return self.process is not None and self.process.poll() is None


@dataclass(slots=True)
class Line:
    """Services on topics and an index of their own. `pace` is the seconds between two requests to a host."""

    brokers: str
    store: str
    folder: Path
    replicas: dict[str, int]
    pace: float = 0.0
    command: Sequence[str] = (sys.executable, "-m", "services")
    name: str = field(default_factory=lambda: f"f{uuid.uuid4().hex[:10]}")
    services: list[Service] = field(default_factory=list)
    exits: list[tuple[str, int, float]] = field(default_factory=list)
    """Service, exit code and seconds of each that was told to end and heard it."""

    given_up: list[tuple[str, int]] = field(default_factory=list)
    """Service and exit code of each that ended by itself: 2 where it could not begin, 1 where it was stuck."""

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.services = [Service(name, number) for name in SERVICES for number in range(self.replicas.get(name, 1))]

    @property
    def kafka(self) -> KafkaSettings:
        """How the services see the brokers."""
        return KafkaSettings(bootstrap_servers=self.brokers, group_prefix=self.name, topic_prefix=f"{self.name}.")

    @property
    def stored(self) -> StoreSettings:
        """How they see the store."""
        return StoreSettings(kind="opensearch", url=self.store, index=self.name, replicas=0)

    def start(self) -> None:
        """Start every service that does not run, as a supervisor does."""
        for service in self.services:
            if service.process is not None and not service.is_up:
                self.given_up.append((service.name, service.process.returncode))
            if not service.is_up:
                self.fill(service)

    def fill(self, service: Service) -> None:
        """Put a new process in a service's place."""
        options = {
            "fetcher": ["--allow-private-addresses"],
            "extractor": ["--jobs", "1"],
            "indexer": ["--store", "opensearch"],
        }[service.name]
        # One replica alone keeps its name, as in a stateful set; of several each is new to the group, as pods are.
        named = [] if self.replicas.get(service.name, 1) > 1 else ["--instance", f"{service.name}-{service.number}"]
        log = (self.folder / f"{service.name}-{service.number}.log").open("ab")
        with log:
            service.process = subprocess.Popen(
                [*self.command, service.name, *options, *named],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | self._environment(),
            )

    def _environment(self) -> dict[str, str]:
        return {
            "KAFKA_BOOTSTRAP_SERVERS": self.brokers,
            "OPENSEARCH_URL": self.store,
            "POURPARLER_KAFKA_GROUP_PREFIX": self.name,
            "POURPARLER_KAFKA_TOPIC_PREFIX": f"{self.name}.",
            "POURPARLER_KAFKA_SESSION_TIME": "6",
            "POURPARLER_KAFKA_HANDOVER_TIME": "20",
            "POURPARLER_STORE_INDEX": self.name,
            "POURPARLER_STORE_REPLICAS": "0",
            "POURPARLER_FETCHER_HOST_DELAY": str(self.pace),
            "POURPARLER_FETCHER_PER_HOST": "4",
            "POURPARLER_FETCHER_SHORTEST_INTERVAL": "PT2S",
            "POURPARLER_FETCHER_DEFAULT_INTERVAL": "PT5S",
            # Its news is of the day it was invented; which of two alike comes first is chance.
            "POURPARLER_FETCHER_OLDEST": "P36500D",
            "POURPARLER_FETCHER_NEAR_DUPLICATES": "false",
        }

    def end(self, service: Service, number: signal.Signals) -> None:
        """Send a signal to a service's process, and wait for its end."""
        process = service.process
        if process is None or process.poll() is not None:
            return
        began, is_heard = time.monotonic(), _hears(process.pid, number)
        process.send_signal(number)
        try:
            process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if number is signal.SIGTERM and (is_heard or process.returncode != -number):
            self.exits.append((service.name, process.returncode, time.monotonic() - began))

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """End all services."""
        for service in self.services:
            self.end(service, number)

    def log(self, name: str) -> str:
        """What the replicas of a service have said."""
        return "".join(path.read_text(errors="replace") for path in sorted(self.folder.glob(f"{name}-*.log")))


def _hears(pid: int, number: signal.Signals) -> bool:
    """Whether a process hears a signal already: one that comes while it is still loading ends it as the system does."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught, 16) >> (number - 1) & 1)
