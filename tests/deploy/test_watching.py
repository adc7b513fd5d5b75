"""Rules and dashboards: they ask for what the services export, the rules fire, and each alert has its page."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from services import telemetry
from tests.deploy.stack import DEPLOY, ROOT
from tests.servers.java import CACHE, alone

RULES = DEPLOY / "prometheus" / "alerts.yml"
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
_SELECTOR = re.compile(r"\b(pourparler_\w+|up)\b(?:\{([^}]*)\})?")
_LABEL = re.compile(r"(\w+)\s*(?:=~|!~|!=|=)")
_BY = re.compile(r"\bby \(([^)]*)\)")


def rules() -> list[dict[str, Any]]:
    return [rule for group in yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"] for rule in group["rules"]]


def dashboards() -> list[Path]:
    return sorted((DEPLOY / "grafana" / "dashboards").glob("*.json"))


def expressions() -> Iterator[tuple[str, str]]:
    for rule in rules():
        yield rule["alert"], rule["expr"]
    for path in dashboards():
        for panel in json.loads(path.read_text(encoding="utf-8"))["panels"]:
            yield from ((f"{path.stem}: {panel['title']}", one["expr"]) for one in panel["targets"])


def exported() -> dict[str, set[str]]:
    """Name of a series → its labels."""
    found: dict[str, set[str]] = {"up": {"job", "instance"}}
    tables: list[Any] = [telemetry._COUNTERS, telemetry._GAUGES, telemetry._HISTOGRAMS]
    labels = {name: set(row[1]) for table in tables for name, row in table.items()}
    for metric in telemetry.Metrics().registry.collect():
        # A counter's name is told without what all counters end in.
        name = f"{metric.name}_total" if metric.type == "counter" else metric.name
        found[f"{name}_bucket" if metric.type == "histogram" else name] = labels[name.removeprefix("pourparler_")]
    return found


@pytest.mark.parametrize(("where", "expression"), list(expressions()))
def test_what_is_asked_for_is_exported(where: str, expression: str) -> None:
    series = exported()
    asked = _SELECTOR.findall(expression)
    assert asked, f"{where} asks for nothing"
    labels: set[str] = {"le"}
    for name, matchers in asked:
        assert name in series, f"{where}: no service exports {name}"
        assert set(_LABEL.findall(matchers)) <= series[name] | {"le"}, f"{where}: {name} has no such label"
        labels |= series[name]
    for grouping in _BY.findall(expression):
        assert {one.strip() for one in grouping.split(",")} <= labels, f"{where}: by ({grouping})"


def test_each_alert_has_its_page() -> None:
    headings = {heading.lower() for heading in re.findall(r"^### (\w+)$", OPERATIONS, re.MULTILINE)}
    for rule in rules():
        assert rule["annotations"]["runbook"] == f"docs/operations.md#{rule['alert'].lower()}"
    assert headings == {rule["alert"].lower() for rule in rules()}


def test_the_rules_fire_when_they_should_and_only_then(tmp_path: Path) -> None:
    shutil.copy(RULES, tmp_path)
    shutil.copy(Path(__file__).parent / "alerts.test.yml", tmp_path)
    told = subprocess.run(
        [promtool(), "test", "rules", "alerts.test.yml"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_configuration_of_prometheus_is_one(tmp_path: Path) -> None:
    shutil.copy(RULES, tmp_path)
    configuration = (RULES.parent / "prometheus.yml").read_text(encoding="utf-8")
    # Where compose puts the rules.
    (file := tmp_path / "prometheus.yml").write_text(configuration.replace("/etc/prometheus/", f"{tmp_path}/"))
    told = subprocess.run([promtool(), "check", "config", file], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert f"{len(rules())} rules found" in told.stdout


def test_the_dashboards_show_each_of_the_five_things_to_watch() -> None:
    """Flow, fetcher, quality of the extraction, lag, delay."""
    shown = " ".join(text for where, text in expressions() if where.startswith("pourparler-"))
    for series in (
        "records_total",
        "polls_total",
        "feed_changed",
        "confidence_bucket",
        "consumer_lag",
        "delay_seconds",
    ):
        assert f"pourparler_{series}" in shown


def test_every_alert_is_tried() -> None:
    tried = (Path(__file__).parent / "alerts.test.yml").read_text(encoding="utf-8")
    for rule in rules():
        assert f"alertname: {rule['alert']}," in tried, "is it quiet when all is well?"
        assert f'alertname="{rule["alert"]}"' in tried, "does it fire?"


def promtool() -> str:
    """The one on the path, or Debian's, unpacked beside the other things that tests use."""
    if found := shutil.which("promtool"):
        return found
    folder = CACHE / "prometheus"
    program = folder / "usr" / "bin" / "promtool"
    with alone("prometheus"):
        if not program.exists():
            try:
                _unpack(folder)
            except (FileNotFoundError, subprocess.CalledProcessError) as error:
                missing = f"THE ALERT RULES ARE NOT TESTED: no promtool, and Debian's package cannot be had: {error}"
                if os.environ.get("CI"):
                    pytest.fail(missing)
                pytest.skip(missing)
    return str(program)


def _unpack(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if subprocess.run(["apt-get", "download", "prometheus"], cwd=folder, capture_output=True, check=False).returncode:
        subprocess.run(["apt-get", "update", "-qq"], check=True, capture_output=True)
        subprocess.run(["apt-get", "download", "prometheus"], cwd=folder, check=True, capture_output=True)
    (package,) = folder.glob("prometheus_*.deb")
    subprocess.run(["dpkg", "-x", package, folder], check=True, capture_output=True)
    package.unlink()
