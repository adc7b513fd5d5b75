"""Overlays rendered as a cluster would get them."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.deploy.stack import DEPLOY
from tests.servers.java import CACHE, alone

_VERSION = "v5.7.1"

Resource = dict[str, Any]


@cache
def rendered(overlay: str) -> tuple[Resource, ...]:
    """The resources of an overlay."""
    command = [*_kustomize(), str(DEPLOY / "kubernetes" / "overlays" / overlay)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return tuple(yaml.safe_load_all(told.stdout))


def _kustomize() -> list[str]:
    """The one on the path, kubectl's, or one that Go makes, kept beside the other things that tests use."""
    if found := shutil.which("kustomize"):
        return [found, "build"]
    if found := shutil.which("kubectl"):
        return [found, "kustomize"]
    folder = CACHE / f"kustomize-{_VERSION}"
    with alone("kustomize"):
        if not (folder / "kustomize").exists():
            _make(folder)
    return [str(folder / "kustomize"), "build"]


def _make(folder: Path) -> None:
    go = shutil.which("go")
    told = "no kustomize, kubectl or Go"
    if go is not None:
        command = [go, "install", f"sigs.k8s.io/kustomize/kustomize/v5@{_VERSION}"]
        made = subprocess.run(
            command, env=os.environ | {"GOBIN": str(folder)}, capture_output=True, text=True, check=False
        )
        if made.returncode == 0:
            return
        told = f"no kustomize or kubectl, and Go cannot make it: {made.stderr[-500:]}"
    missing = f"THE MANIFESTS ARE NOT TESTED: {told}"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
