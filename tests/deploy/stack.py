"""The compose file as it is, brought up under a name and on ports of a test's own."""

import asyncio
import json
import os
import subprocess
import urllib.request
import uuid
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.images.compose import builder, compose
from tests.images.stand_ins import PYTHON_IMAGE, image
from tests.servers.containers import KAFKA_IMAGE, OPENSEARCH_IMAGE
from tests.servers.java import free_ports

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


def docker(*arguments: str) -> str:
    """What the engine's client prints. Raises `CalledProcessError`."""
    return subprocess.run(["docker", *arguments], capture_output=True, text=True, check=True, timeout=90).stdout


def build(version: str, anew: bool = False) -> str:
    """Build the image as a release would; its name. What only the version tells apart is built once, unless `anew`."""
    image(PYTHON_IMAGE)
    name = f"pourparler:{version}"
    command = [builder(), "build", "-q", "--network", "host", "-f", "deploy/Dockerfile", "-t", name]
    command += ["--no-cache"] if anew else []
    subprocess.run(
        [*command, "--build-arg", f"VERSION={version}", "."],
        cwd=ROOT,
        env=os.environ | {"DOCKER_BUILDKIT": "1"},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return name


@dataclass
class Stack:
    """A project of compose and what it is told; `version` is the image's."""

    version: str
    settings: dict[str, str]
    name: str = field(default_factory=lambda: f"stack-{uuid.uuid4().hex[:8]}")

    def __post_init__(self) -> None:
        self.kafka_port, self.store_port = free_ports(2)

    @property
    def kafka(self) -> str:
        """Where the brokers answer outside of the project."""
        return f"127.0.0.1:{self.kafka_port}"

    @property
    def store(self) -> str:
        """Where OpenSearch answers outside of the project."""
        return f"http://127.0.0.1:{self.store_port}"

    def run(self, *arguments: str, limit: float = 240) -> str:
        """What compose prints. Raises `AssertionError` with all it says where it fails."""
        files = ["-p", self.name, "-f", str(DEPLOY / "compose.yaml"), "--env-file", str(DEPLOY / "demo.env")]
        told = {
            "KAFKA_PORT": str(self.kafka_port),
            "OPENSEARCH_PORT": str(self.store_port),
            "POURPARLER_VERSION": self.version,
        }
        done = subprocess.run(
            [*compose(), *files, *arguments],
            env=os.environ | told | self.settings,
            capture_output=True,
            text=True,
            check=False,
            timeout=limit,
        )
        assert done.returncode == 0, f"compose {' '.join(arguments)}: {done.stderr}\n{done.stdout}"
        return done.stdout

    def containers(self, service: str) -> list[dict[str, Any]]:
        """What the engine knows of a service's containers, the oldest first; those that ended too."""
        ids = self.run("ps", "-a", "-q", service).split()
        told = docker("inspect", *ids) if ids else "[]"
        found: list[dict[str, Any]] = json.loads(told)
        return sorted(found, key=lambda one: str(one["Created"]))

    def kill(self, service: str) -> None:
        """SIGKILL to the program itself, as when memory runs out: nobody asked the engine to stop it."""
        code = (
            "import os, signal, pathlib\n"
            "for path in sorted(pathlib.Path('/proc').glob('[0-9]*'), key=lambda one: int(one.name)):\n"
            "    words = (path / 'cmdline').read_bytes().split(b'\\0')\n"
            f"    if b'{service}' in words and b'--' not in words:\n"
            "        os.kill(int(path.name), signal.SIGKILL)\n"
        )
        subprocess.run(
            ["docker", "exec", self.containers(service)[0]["Id"], "python3", "-c", code],
            check=True,
            capture_output=True,
        )

    def ask(self, path: str) -> Any:
        """An answer of OpenSearch."""
        with urllib.request.urlopen(self.store + path, timeout=20) as answer:
            return json.load(answer)


@contextmanager
def running(stack: Stack) -> Iterator[Stack]:
    """Bring the stack up; at the end nothing of it stays. What its services said is printed where the test fails."""
    for name in (KAFKA_IMAGE, OPENSEARCH_IMAGE):
        image(name)
    try:
        stack.run("up", "-d", "--no-build")
        yield stack
    except BaseException:
        print(stack.run("ps", "-a"))
        print(stack.run("logs", "--tail", "25"))
        raise
    finally:
        stack.run("down", "-v", "--timeout", "5")


async def until(holds: Callable[[], Awaitable[bool]], what: str, limit: float = 90.0) -> None:
    """Wait until something holds. Raises `AssertionError` that says what did not."""
    try:
        async with asyncio.timeout(limit):
            while not await holds():  # noqa: ASYNC110 - nobody here could set an event
                await asyncio.sleep(0.25)
    except TimeoutError:
        raise AssertionError(f"not within {limit:.0f} s: {what}") from None
