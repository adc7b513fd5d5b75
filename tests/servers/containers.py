"""The same servers as containers, through testcontainers."""

import os
import socket
import struct
import time
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.servers import java

if TYPE_CHECKING:
    from testcontainers.core.container import DockerContainer

KAFKA_IMAGE = "apache/kafka:4.1.0"
OPENSEARCH_IMAGE = "opensearchproject/opensearch:3.8.0"
_LIMIT = 120.0
"""Seconds until a container is ready."""


def docker_answers() -> bool:
    """Whether there is a container engine to talk to."""
    parts = urlsplit(os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock"))
    local = parts.scheme == "unix"
    address = parts.path if local else (parts.hostname or "", parts.port or 2375)
    with socket.socket(socket.AF_UNIX if local else socket.AF_INET) as one, suppress(OSError):
        one.settimeout(5)
        one.connect(address)
        one.sendall(b"GET /_ping HTTP/1.0\r\n\r\n")
        return b" 200 " in one.recv(100)
    return False


def kafka() -> tuple[str, str]:
    """Start a broker in KRaft mode: its address and the container's id.

    A broker tells clients its own address, so its port is chosen before it starts.
    """
    (port,) = java.free_ports(1)
    settings = {
        "KAFKA_NODE_ID": "1",
        "KAFKA_PROCESS_ROLES": "broker,controller",
        "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
        "KAFKA_LISTENERS": f"PLAINTEXT://:{port},CONTROLLER://:9093",
        "KAFKA_ADVERTISED_LISTENERS": f"PLAINTEXT://127.0.0.1:{port}",
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
        "KAFKA_AUTO_CREATE_TOPICS_ENABLE": "false",
        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
        "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR": "1",
        "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR": "1",
        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS": "0",
        "KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS": "1000",
    }
    container = _started(KAFKA_IMAGE, settings, {port: port})
    _wait(lambda: b"Kafka Server started" in b"".join(container.get_logs()) and _is_broker(port), KAFKA_IMAGE)
    return f"127.0.0.1:{port}", _identity(container)


def opensearch() -> tuple[str, str]:
    """Start a node without the security plugin: its address and the container's id."""
    settings = {
        "discovery.type": "single-node",
        "DISABLE_SECURITY_PLUGIN": "true",
        "DISABLE_INSTALL_DEMO_CONFIG": "true",
        "OPENSEARCH_JAVA_OPTS": "-Xms512m -Xmx512m",
    }
    (port,) = java.free_ports(1)
    container = _started(OPENSEARCH_IMAGE, settings, {9200: port})
    url = f"http://127.0.0.1:{port}"
    _wait(lambda: _answers(url), OPENSEARCH_IMAGE)
    return url, _identity(container)


def remove(identity: str) -> None:
    """End a container for good."""
    import docker

    docker.from_env().containers.get(identity).remove(force=True, v=True)


def _started(image: str, settings: Mapping[str, str], ports: Mapping[int, int]) -> "DockerContainer":
    from testcontainers.core.container import DockerContainer

    container = DockerContainer(image)
    for inner, outer in ports.items():
        container = container.with_bind_ports(inner, outer)
    for name, value in settings.items():
        container = container.with_env(name, value)
    return container.start()


def _identity(container: "DockerContainer") -> str:
    return str(container.get_wrapped_container().id)


def _is_broker(port: int) -> bool:
    """Whether a request is answered: what forwards a port to a container takes connections that lead nowhere yet.

    Source: Kafka's protocol guide, request 18 "ApiVersions", here version 0, number 1, of a client without a name.
    """
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as one:
        one.sendall(struct.pack(">ihhih", 10, 18, 0, 1, -1))
        return len(one.recv(4)) == 4
    return False


def _answers(url: str) -> bool:
    with suppress(OSError), urllib.request.urlopen(f"{url}/_cluster/health", timeout=5) as answer:
        return bool(answer.status == 200)
    return False


def _wait(is_ready: Callable[[], bool], image: str) -> None:
    until = time.monotonic() + _LIMIT
    while not is_ready():
        if time.monotonic() > until:
            raise java.NoServersError(f"{image} is not ready after {_LIMIT:g} s")
        time.sleep(0.1)


# The reaper is one more image to have; what a test run leaves behind it ends itself.
os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")
