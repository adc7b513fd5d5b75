"""Which real servers the tests use, decided once a run and told in its header; never none in silence.

The order: addresses given (`KAFKA_BOOTSTRAP_SERVERS`, `OPENSEARCH_URL`), containers where a Docker engine answers,
plain JVMs. `POURPARLER_TEST_SERVERS` names one of `given`, `containers`, `jvms` to have no choice. Servers start when a
test first asks; all workers of a run share them.
"""

import fcntl
import json
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.servers import containers, java
from tests.servers.kafka import Kafka
from tests.servers.opensearch import OpenSearch

_FOLDER = "POURPARLER_TEST_SERVERS_FOLDER"
_CHOICE = "POURPARLER_TEST_SERVERS"
_TIERS = ("given", "containers", "jvms")
_stack = ExitStack()


def tier() -> str:
    """Where servers come from in this run."""
    chosen = os.environ.get(_CHOICE)
    if chosen:
        if chosen not in _TIERS:
            raise pytest.UsageError(f"{_CHOICE}={chosen}: there are {', '.join(_TIERS)}")
        return chosen
    if os.environ.get("KAFKA_BOOTSTRAP_SERVERS") and os.environ.get("OPENSEARCH_URL"):
        return "given"
    return "containers" if containers.docker_answers() else "jvms"


def pytest_configure(config: pytest.Config) -> None:
    """Decide, and make the folder by which the workers of this run find each other's servers."""
    if not _is_worker(config):
        os.environ[_CHOICE] = tier()
        os.environ[_FOLDER] = tempfile.mkdtemp(prefix="pourparler-servers-")


def pytest_report_header() -> str:
    """Tell which."""
    return f"real servers: {os.environ[_CHOICE]}"


def pytest_unconfigure(config: pytest.Config) -> None:
    """End what the run has started."""
    # Without a folder the run ended before it began: its choice was refused.
    if _is_worker(config) or _FOLDER not in os.environ:
        return
    folder = Path(os.environ.pop(_FOLDER))
    os.environ.pop(_CHOICE)
    for file in folder.glob("*.pids"):
        for pid in json.loads(file.read_text()):
            java.Process(pid, file).end(signal.SIGKILL)
    for file in folder.glob("*.container"):
        containers.remove(file.read_text())
    shutil.rmtree(folder, ignore_errors=True)


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@contextmanager
def _alone(folder: Path, name: str) -> Iterator[None]:
    with (folder / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _shared(name: str, given: str, contained: Callable[[], tuple[str, str]], jvm: Callable[[Path], Any]) -> str:
    """The address of a server, started by whoever asks first."""
    if os.environ[_CHOICE] == "given":
        return os.environ[given]
    folder = Path(os.environ[_FOLDER])
    with _alone(folder, name):
        address = folder / f"{name}.address"
        if not address.exists():
            if os.environ[_CHOICE] == "containers":
                told, identity = contained()
                (folder / f"{name}.container").write_text(identity)
            else:
                server = jvm(folder / name).start()
                told = server.bootstrap_servers if isinstance(server, Kafka) else server.url
                (folder / f"{name}.pids").write_text(json.dumps(server.pids))
            address.write_text(told)
        return address.read_text()


@pytest.fixture(scope="session")
def kafka_servers() -> str:
    """Addresses of real Kafka brokers. Tests keep to topics and groups of their own."""
    return _shared("kafka", "KAFKA_BOOTSTRAP_SERVERS", containers.kafka, Kafka)


@pytest.fixture(scope="session")
def opensearch_url() -> str:
    """Address of a real OpenSearch."""
    return _shared("opensearch", "OPENSEARCH_URL", containers.opensearch, OpenSearch)
