"""What is in the image is listed, licensed as the project can use it, and pinned; what builds it is as safe as said."""

import json
import re
import subprocess
import sys

import pytest
import yaml

from tests.deploy.stack import DEPLOY, ROOT

BILL = json.loads((DEPLOY / "sbom.cdx.json").read_text(encoding="utf-8"))

_USABLE = {
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD-3-Clause-Modification", "CC-BY-4.0", "CC-BY-SA-3.0", "CC0-1.0",
    "CNRI-Python", "MIT", "MIT-0", "MPL-1.1", "MPL-2.0", "PSF-2.0",
}  # fmt: skip
"""Permissive, or copyleft of single files or of data."""


def usable(expression: str) -> bool:
    """Whether an SPDX expression of AND and OR can be met with usable licences; AND binds closer."""
    return any(all(one.strip("() ") in _USABLE for one in way.split(" AND ")) for way in expression.split(" OR "))


def test_everything_in_the_image_may_be_used() -> None:
    told = {one["name"]: one["licenses"][0]["expression"] for one in BILL["components"]}
    assert {name: terms for name, terms in told.items() if not usable(terms)} == {}


@pytest.mark.parametrize(
    ("expression", "may"),
    [("MIT", True), ("GPL-3.0-only", False), ("MIT AND GPL-3.0-only", False), ("MPL-1.1 OR GPL-2.0-only", True)],
)
def test_a_surprise_would_be_one(expression: str, may: bool) -> None:
    assert usable(expression) is may


@pytest.mark.skipif(
    sys.version_info[:2] != (3, 11),
    reason="THE BILL OF MATERIALS IS NOT COMPARED: it is that of the image's Python, 3.11",
)
def test_the_bill_is_that_of_the_pinned_requirements() -> None:
    told = subprocess.run([sys.executable, DEPLOY / "bill.py", "--check"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr


def test_models_and_tables_are_in_the_bill() -> None:
    assert {one["name"] for one in BILL["components"] if one["type"] == "data"} >= {"lid.176.ftz", "places"}


def test_every_requirement_is_pinned_by_hash() -> None:
    for name in ("run", "services", "build", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
        for line in text.splitlines():
            if re.match(r"[a-zA-Z0-9]", line):
                assert "==" in line and "--hash=sha256:" in line, line[:80]


def test_images_are_named_with_their_version() -> None:
    compose = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    images = re.findall(r"^\s+image: \$\{\w+:-([^}]+)\}$", compose, re.MULTILINE)
    assert len(images) == 5
    assert all(re.search(r":v?\d+\.\d+\.\d+$", one) for one in images)


def test_updates_are_looked_for_wherever_something_is_pinned() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    watched = {(one["package-ecosystem"], one["directory"]) for one in updates}
    assert watched == {
        ("pip", "/"),
        ("docker", "/deploy"),
        ("docker-compose", "/deploy"),
        ("npm", "/docs/examples/javascript"),
        ("maven", "/docs/examples/java"),
        ("github-actions", "/"),
    }
    assert all((ROOT / directory.strip("/")).is_dir() for _, directory in watched)


def test_what_a_release_runs_is_pinned_by_its_commit() -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", one)] == []


def test_a_release_is_tested_audited_and_attested_before_it_is_published() -> None:
    release = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
    assert release["permissions"] == {"contents": "read"}
    jobs = release["jobs"]
    assert jobs["image"]["needs"] == ["test"]
    commands = " ".join(step.get("run", "") for step in jobs["test"]["steps"])
    assert ".ci/run" in commands and "make audit" in commands and "bill.py --check" in commands
    (build,) = (step["with"] for step in jobs["image"]["steps"] if "build-push" in step.get("uses", ""))
    assert build["sbom"] is True and build["provenance"] == "mode=max"
    assert "PYTHON_IMAGE=" in build["build-args"] and "SOURCE_DATE_EPOCH=" in build["build-args"]
