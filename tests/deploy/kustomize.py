"""Overlays rendered as a cluster would get them."""

import shutil
import subprocess
from functools import cache
from typing import Any

import yaml

from tests.deploy.programs import made_by_go
from tests.deploy.stack import DEPLOY

Resource = dict[str, Any]


@cache
def text(overlay: str) -> str:
    """The resources of an overlay as YAML."""
    command = [*_kustomize(), str(DEPLOY / "kubernetes" / "overlays" / overlay)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return told.stdout


@cache
def rendered(overlay: str) -> tuple[Resource, ...]:
    """The resources of an overlay."""
    return tuple(yaml.safe_load_all(text(overlay)))


def _kustomize() -> list[str]:
    """The one on the path, kubectl's, or one that Go makes."""
    if found := shutil.which("kustomize"):
        return [found, "build"]
    if found := shutil.which("kubectl"):
        return [found, "kustomize"]
    return [str(made_by_go("kustomize", "sigs.k8s.io/kustomize/kustomize/v5", "v5.7.1")), "build"]
