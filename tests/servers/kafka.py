"""A real Kafka (KRaft) on loopback, of one node or several, without containers.

Sources: Kafka's documentation, "KRaft" and "Broker Configs".
"""

import base64
import json
import shutil
import signal
import subprocess
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import trustme
from cryptography.hazmat.primitives import serialization

from tests.servers import java

VERSION = "4.4.0"
_ARTIFACTS = (f"org.apache.kafka:kafka_2.13:{VERSION}", "org.apache.logging.log4j:log4j-slf4j-impl:2.25.5")
_CLUSTER = "AAAAAAAAAAAAAAAAAAAAAQ"
_LOGGING = """status=error
appender.c.type=Console
appender.c.name=c
appender.c.layout.type=PatternLayout
appender.c.layout.pattern=%d{ISO8601} %p %c{1} %m%n
rootLogger.level=warn
rootLogger.appenderRef.c.ref=c
logger.up.name=kafka.server.KafkaRaftServer
logger.up.level=info
"""
_SETTINGS = """process.roles=broker,controller
node.id={node}
controller.quorum.voters={voters}
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://{advertised}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
log.dirs={data}
auto.create.topics.enable=false
default.replication.factor={copies}
min.insync.replicas={in_sync}
offsets.topic.replication.factor={copies}
offsets.topic.num.partitions=4
transaction.state.log.replication.factor={copies}
transaction.state.log.min.isr={in_sync}
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor={copies}
share.coordinator.state.topic.min.isr={in_sync}
share.coordinator.state.topic.num.partitions=4
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
num.network.threads=2
num.io.threads=4
log.cleaner.dedupe.buffer.size=4194304
"""


_SECURED = """listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller},SECURED://127.0.0.1:{secured}
advertised.listeners=PLAINTEXT://127.0.0.1:{port},SECURED://127.0.0.1:{secured}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL
sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.secured.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
listener.name.secured.ssl.keystore.type=PEM
listener.name.secured.ssl.keystore.location={own}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
"""


class Kafka:
    """Nodes in a folder; the folder keeps their data and ports between a stop and the next start."""

    def __init__(self, folder: Path, nodes: int = 1, advertised: str | None = None) -> None:
        self.folder = folder
        self._nodes = nodes
        self._advertised = advertised
        """Where clients are sent instead of the node itself: to a proxy before it."""
        self._processes: dict[int, java.Process] = {}

    @property
    def bootstrap_servers(self) -> str:
        """Addresses of the nodes, separated by commas."""
        return ",".join(f"127.0.0.1:{port}" for port in self._ports()[: self._nodes])

    def start(self) -> Self:
        """Start the nodes that do not run, and wait until they are ready."""
        for node in range(1, self._nodes + 1):
            self._prepare(node)
        begun = [node for node in range(1, self._nodes + 1) if not self._is_alive(node)]
        for node in begun:
            arguments = [*self._command(), "kafka.Kafka", str(self._file(node))]
            self._processes[node] = java.Process.begin(arguments, self.folder / f"node{node}.log")
        # Of several nodes the first is ready once it has found others: all begin before any is waited for.
        for node in begun:
            self._processes[node].wait(_is_up)
        return self

    def kill(self, node: int = 1) -> None:
        """End a node without warning."""
        self._processes[node].end(signal.SIGKILL)

    def stop(self) -> None:
        """End all nodes in peace; data and ports stay."""
        for process in self._processes.values():
            process.end()

    def wipe(self) -> None:
        """End all nodes at once and forget their data."""
        for process in self._processes.values():
            process.end(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _is_alive(self, node: int) -> bool:
        return node in self._processes and self._processes[node].is_alive()

    def _more(self) -> str:
        """Further settings; they go before those of all."""
        return ""

    @property
    def pids(self) -> list[int]:
        """The processes of the nodes."""
        return [process.pid for process in self._processes.values()]

    def _ports(self) -> list[int]:
        """For each node one for clients, then for each one for the others."""
        file = self.folder / "ports.json"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(java.free_ports(2 * self._nodes)))
        ports: list[int] = json.loads(file.read_text())
        return ports

    def _file(self, node: int) -> Path:
        return self.folder / f"node{node}.properties"

    def _prepare(self, node: int) -> None:
        ports = self._ports()
        controllers = ports[self._nodes :]
        data = self.folder / f"data{node}"
        told = {
            "node": node,
            "voters": ",".join(f"{number}@127.0.0.1:{port}" for number, port in enumerate(controllers, 1)),
            "port": ports[node - 1],
            "controller": controllers[node - 1],
            "advertised": self._advertised or f"127.0.0.1:{ports[node - 1]}",
            "data": data,
            "copies": min(3, self._nodes),
            "in_sync": 2 if self._nodes > 2 else 1,
        }
        self._file(node).write_text(_SETTINGS.format(**told) + self._more())
        if not data.exists():
            shutil.copytree(self._formatted(node), data)
            directory = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
            lines = ("version=1", f"cluster.id={_CLUSTER}", f"node.id={node}", f"directory.id={directory}")
            (data / "meta.properties").write_text("\n".join(lines) + "\n")

    def _formatted(self, node: int) -> Path:
        """An empty storage as Kafka's own tool makes it, made once: but for names it is the same for every node."""
        folder = java.CACHE / f"kafka-storage-{VERSION}"
        with java.alone("kafka-storage"):
            if not (folder / "meta.properties").exists():
                settings = self.folder / "format.properties"
                settings.write_text(self._file(node).read_text().replace(str(self.folder / f"data{node}"), str(folder)))
                tool = ["kafka.tools.StorageTool", "format", "--ignore-formatted", "-t", _CLUSTER, "-c", str(settings)]
                subprocess.run([*self._command(), *tool], check=True, capture_output=True)
        return folder

    def _command(self) -> list[str]:
        libraries = java.jars("kafka", _ARTIFACTS)
        logging = java.CACHE / "kafka-log4j2.properties"
        if not logging.exists() or logging.read_text() != _LOGGING:
            logging.write_text(_LOGGING)
        return java.command(java.find_java(17), libraries, "512m", f"-Dlog4j2.configurationFile={logging}")


class SecuredKafka(Kafka):
    """One node that besides asks who one is, by TLS and SCRAM, and lets nobody do what no rule allows.

    At the address without passwords one may do everything.
    """

    def __init__(self, folder: Path, users: Mapping[str, str]) -> None:
        super().__init__(folder)
        self._users = users
        (self._port,) = java.free_ports(1)

    @property
    def secured(self) -> str:
        """Where names and passwords are asked for."""
        return f"127.0.0.1:{self._port}"

    @property
    def ca_file(self) -> Path:
        """The certificate of who vouches for it."""
        return self.folder / "ca.pem"

    def _more(self) -> str:
        port, controller = self._ports()
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.ca_file))
        own = self.folder / "own.pem"
        issued = authority.issue_cert("127.0.0.1")
        # Java knows keys in PKCS #8 only.
        key = serialization.load_pem_private_key(issued.private_key_pem.bytes(), password=None)
        form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        chain = b"".join(pem.bytes() for pem in issued.cert_chain_pems)
        own.write_bytes(key.private_bytes(*form) + chain)
        return _SECURED.format(port=port, controller=controller, secured=self._port, own=own)

    def _formatted(self, node: int) -> Path:
        folder = self.folder / "formatted"
        settings = self.folder / "format.properties"
        settings.write_text(self._file(node).read_text().replace(str(self.folder / f"data{node}"), str(folder)))
        tool = ["kafka.tools.StorageTool", "format", "--ignore-formatted", "-t", _CLUSTER, "-c", str(settings)]
        for name, password in self._users.items():
            tool += ["--add-scram", f"SCRAM-SHA-512=[name={name},password={password}]"]
        subprocess.run([*self._command(), *tool], check=True, capture_output=True)
        return folder


def _is_up(printed: str) -> bool:
    return "Kafka Server started" in printed
