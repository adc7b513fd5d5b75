"""A real OpenSearch of one node on loopback, from its class path: no distribution, no container. Needs Java 21."""

import contextlib
import json
import shutil
import signal
import urllib.request
from pathlib import Path
from typing import Self

from tests.servers import java

VERSION = "3.8.0"
_PARTS = ("transport-netty4-client", "analysis-common", "reindex-client", "mapper-extras-client", "lang-painless")
ARTIFACTS = (
    f"org.opensearch:opensearch:{VERSION}",
    "org.apache.logging.log4j:log4j-core:2.25.4",
    *(f"org.opensearch.plugin:{part}:{VERSION}" for part in _PARTS),
)
_SOURCE = Path(__file__).with_name("OpenSearchNode.java")
_LOGGING = """status=error
appender.c.type=Console
appender.c.name=c
appender.c.layout.type=PatternLayout
appender.c.layout.pattern=%d{ISO8601} %p %c{1.} %m%n
rootLogger.level=warn
rootLogger.appenderRef.c.ref=c
"""


class OpenSearch:
    """A node in a folder, which keeps its data and port between a stop and the next start."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self._settings = {name.replace("__", "."): value for name, value in settings.items()}
        self._process: java.Process | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self._ports()[0]}"

    def start(self) -> Self:
        """Start it where it does not run, and wait until it is ready."""
        if self._process is None or not self._process.is_alive():
            for name in ("config", "data", "logs"):
                (self.folder / name).mkdir(parents=True, exist_ok=True)
            settings = [f"{name}={value}" for name, value in (self._fixed() | self._settings).items()]
            arguments = [*self._command(), "OpenSearchNode", *settings]
            self._process = java.Process.start(arguments, self.folder / "log", lambda _: _answers(self.url))
        return self

    def kill(self) -> None:
        """End it without warning."""
        assert self._process is not None
        self._process.end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in peace; data and port stay."""
        if self._process is not None:
            self._process.end()

    def wipe(self) -> None:
        """End it at once and forget its data."""
        if self._process is not None:
            self._process.end(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def pids(self) -> list[int]:
        """Its process."""
        return [self._process.pid] if self._process is not None else []

    def _fixed(self) -> dict[str, str]:
        port, transport = self._ports()
        return {
            "path.home": str(self.folder),
            "path.data": str(self.folder / "data"),
            "cluster.name": "tests",
            "node.name": "one",
            "discovery.type": "single-node",
            "http.host": "127.0.0.1",
            "http.port": str(port),
            "http.type": "netty4",
            "transport.host": "127.0.0.1",
            "transport.port": str(transport),
            "transport.type": "netty4",
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }

    def _ports(self) -> tuple[int, int]:
        file = self.folder / "ports.json"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(java.free_ports(2)))
        port, transport = json.loads(file.read_text())
        return port, transport

    def _command(self) -> list[str]:
        path = java.find_java(21)
        libraries = java.jars("opensearch", ARTIFACTS)
        logging = java.CACHE / "opensearch-log4j2.properties"
        if not logging.exists() or logging.read_text() != _LOGGING:
            logging.write_text(_LOGGING)
        options = ("-Xms512m", "--enable-native-access=ALL-UNNAMED", f"-Dlog4j2.configurationFile={logging}")
        return java.command(path, [launcher(path, libraries), *libraries], "512m", *options)


def launcher(path: Path, libraries: list[Path]) -> Path:
    """The compiled launcher."""
    return java.compiled("opensearch-node", _SOURCE, path, libraries, 21)


def _answers(url: str) -> bool:
    with contextlib.suppress(OSError):
        asked = f"{url}/_cluster/health?wait_for_status=yellow&timeout=1s"
        with urllib.request.urlopen(asked, timeout=5) as answer:
            return bool(answer.status == 200)
    return False
