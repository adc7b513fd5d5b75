"""An engine that answers: the one there is, or Debian's, installed and started here."""

import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil

from tests.servers.containers import docker_answers
from tests.servers.java import CACHE

_PACKAGES = ("docker.io", "runc", "containerd", "iptables", "debootstrap")
_DRIVERS = ("overlay2", "vfs")
"""Of storage, the better first; not every file system carries it."""
_LIMIT = 30.0
"""Seconds until a started engine answers."""


class EngineError(Exception):
    """No engine can be had; the message says why."""


def engine() -> str:
    """Make sure that an engine answers; in words, which. Raises `EngineError`."""
    if docker_answers():
        return "engine: the one that answers"
    install("dockerd", _PACKAGES)
    for driver in _DRIVERS:
        if _started(driver):
            return f"engine: started ({driver}), its log is {_log()}"
    raise EngineError(f"dockerd does not come up; the end of its log:\n{_last_lines()}")


def end() -> str:
    """End the engine that was started here, if there is one."""
    if not _pid().exists():
        return "engine: none of ours"
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(int(_pid().read_text()))
        if process.name() == "dockerd":
            process.terminate()
            process.wait(_LIMIT)
    _pid().unlink()
    return "engine: ended"


def install(command: str, packages: tuple[str, ...]) -> None:
    """Install Debian's packages where a command is missing. Raises `EngineError`."""
    if shutil.which(command):
        return
    if shutil.which("apt-get") is None:
        raise EngineError(f"no {command}, and no apt-get to install it with")
    try:
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)
    except subprocess.CalledProcessError as error:
        raise EngineError(f"{' '.join(packages)} cannot be installed: {error}") from error


def _run(*command: str) -> None:
    environment = {"DEBIAN_FRONTEND": "noninteractive", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=sys.stderr)


def _started(driver: str) -> bool:
    folder = CACHE / "engine"
    folder.mkdir(parents=True, exist_ok=True)
    data, running = folder / f"data-{driver}", folder / "exec"
    command = ["dockerd", f"--data-root={data}", f"--exec-root={running}", f"--storage-driver={driver}"]
    with _log().open("ab") as log:
        # It stays when we end: the tests come after us.
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    _pid().write_text(str(process.pid))
    until = time.monotonic() + _LIMIT
    while time.monotonic() < until and process.poll() is None:
        if docker_answers():
            return True
        time.sleep(0.2)
    process.terminate()
    process.wait()
    return False


def _log() -> Path:
    return CACHE / "engine" / "log"


def _pid() -> Path:
    return CACHE / "engine" / "pid"


def _last_lines() -> str:
    return "\n".join(_log().read_text(errors="replace").splitlines()[-15:])
