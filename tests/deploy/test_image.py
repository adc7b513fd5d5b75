"""The image: small, and built again it holds the same files to the byte."""

import hashlib
import os
import subprocess
import tarfile

import pytest

from tests.deploy.stack import build, docker
from tests.images.stand_ins import PYTHON_IMAGE

pytestmark = [
    pytest.mark.skipif(
        os.environ.get("POURPARLER_TEST_SERVERS") != "containers",
        reason="THE IMAGE IS NOT TESTED: it needs the container tier (make test-containers)",
    ),
    pytest.mark.timeout(480),
]

_MOST = 175
"""Megabytes besides the base; told in deploy/README.md."""
_OF_THE_ENGINE = ("dev/", "proc/", "sys/", ".dockerenv", "etc/hostname", "etc/hosts", "etc/resolv.conf", "etc/mtab")


def files(image: str) -> dict[str, tuple[int, int, int, str]]:
    """Path → mode, owner, group and digest of all that an image holds; times apart."""
    container = docker("create", image).strip()
    found = {}
    try:
        with (
            subprocess.Popen(["docker", "export", container], stdout=subprocess.PIPE) as exported,
            tarfile.open(fileobj=exported.stdout, mode="r|") as archive,
        ):
            for one in archive:
                content = archive.extractfile(one) if one.isfile() else None
                told = content.read() if content is not None else one.linkname.encode()
                found[one.name] = (one.mode, one.uid, one.gid, hashlib.sha256(told).hexdigest())
    finally:
        docker("rm", container)
    return {path: what for path, what in found.items() if not path.startswith(_OF_THE_ENGINE)}


def test_building_again_gives_the_same_files() -> None:
    first, again = files(build("image-1")), files(build("image-1", anew=True))
    assert len(first) > 5000
    different = {path for path in first.keys() | again.keys() if first.get(path) != again.get(path)}
    assert different == set()


def test_the_image_is_small() -> None:
    size = {name: int(docker("image", "inspect", "-f", "{{.Size}}", name)) for name in (build("image-1"), PYTHON_IMAGE)}
    assert size["pourparler:image-1"] - size[PYTHON_IMAGE] < _MOST * 1_000_000
