"""A real schema registry on loopback: Apicurio's, which keeps everything in memory. Needs Java 21."""

import contextlib
import json
import shutil
import signal
import subprocess
import sys
import tarfile
import urllib.request
from pathlib import Path
from typing import Self

from tests.servers import java

VERSION = "3.3.3"
_ARTIFACT = f"io.apicurio:apicurio-registry-app:{VERSION}:tar.gz:all"
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"


class Apicurio:
    """One that starts empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process: java.Process | None = None
        self._port, self._management = java.free_ports(2)

    @property
    def url(self) -> str:
        """Where it speaks Confluent's API."""
        return f"http://127.0.0.1:{self._port}/apis/ccompat/v7"

    def start(self) -> Self:
        """Start it and wait until it answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        settings = {
            "quarkus.http.host": "127.0.0.1",
            "quarkus.http.port": self._port,
            "quarkus.management.host": "127.0.0.1",
            "quarkus.management.port": self._management,
        }
        options = [f"-D{name}={value}" for name, value in settings.items()]
        command = java.command(java.find_java(21), [_program()], "384m", *options)
        # It is started by its file, which names its class path by itself.
        arguments = [*command[:-2], "-jar", command[-1]]
        self._process = java.Process.start(arguments, self.folder / "log", lambda _: _answers(self.url))
        return self

    def wipe(self) -> None:
        """End it; it forgets everything."""
        if self._process is not None:
            self._process.end(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)


def _program() -> Path:
    folder = java.CACHE / f"apicurio-{VERSION}"
    with java.alone("apicurio"):
        if not (folder / "quarkus-run.jar").exists():
            if shutil.which("mvn") is None:
                raise java.NoServersError("no Maven to fetch Apicurio with: install Maven")
            folder.mkdir(parents=True, exist_ok=True)
            told = [f"-Dartifact={_ARTIFACT}", f"-DoutputDirectory={folder}", "-Dmdep.useBaseVersion=true"]
            subprocess.run(["mvn", "-B", "-ntp", "-q", _COPY, *told], cwd=folder, check=True, stdout=sys.stderr)
            (archive,) = folder.glob("*.tar.gz")
            with tarfile.open(archive) as packed:
                packed.extractall(folder, filter="data")
            archive.unlink()
    return folder / "quarkus-run.jar"


def _answers(url: str) -> bool:
    with contextlib.suppress(OSError, ValueError), urllib.request.urlopen(f"{url}/subjects", timeout=5) as answer:
        return isinstance(json.load(answer), list)
    return False
