"""The structure that ARCHITECTURE.md promises: who may import whom, and what a command may cost to start."""

import ast
import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from services.__main__ import cli

ROOT = Path(__file__).parents[1]
SERVICES = ("fetcher", "extractor", "indexer")


def parsed(path: Path) -> ast.Module:
    # Whatever Python the collector runs meanwhile, such as the last words of another test's future, is counted as depth
    # of the tree: CPython's issue 106905.
    gc.disable()
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    finally:
        gc.enable()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("service", SERVICES)
def test_no_service_knows_another(service: str) -> None:
    others = tuple(f"services.{other}" for other in SERVICES if other != service)
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules(f"services/{service}")
        for name in imports(path)
        if name.startswith((*others, "services.commands", "services.pipeline", "services.demo"))
    }
    assert strangers == set()


def test_the_contract_knows_no_service() -> None:
    assert not [name for path in modules("schemas") for name in imports(path) if name.startswith("services")]


def test_the_shared_modules_know_no_service() -> None:
    shared = [
        path
        for path in (ROOT / "services").glob("*.py")
        if path.name not in ("__main__.py", "pipeline.py", "process.py")
    ]
    known = tuple(f"services.{service}" for service in SERVICES)
    assert not [(path.name, name) for path in shared for name in imports(path) if name.startswith(known)]


@pytest.mark.parametrize("service", SERVICES)
def test_handlers_know_no_client_library(service: str) -> None:
    libraries = ("aiohttp", "sqlite3", "aiokafka", "faust", "opensearchpy")
    assert not [name for name in imports(ROOT / "services" / service / "handler.py") if name.startswith(libraries)]


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_has_the_same_files(service: str) -> None:
    assert {"app.py", "handler.py", "settings.py"} <= {path.name for path in (ROOT / "services" / service).glob("*.py")}


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, services.__main__; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"pydantic", "aiohttp", "trafilatura", "feedparser", "yaml", "structlog"} & set(loaded) == set()


def commands() -> list[list[str]]:
    context = cli.make_context("pourparler", [], resilient_parsing=True)
    found = []
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        found.append([name])
        found += [[name, inner] for inner in getattr(command, "commands", {})]
    return found


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(words: list[str]) -> None:
    result = CliRunner().invoke(cli, [*words, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"pourparler {' '.join(words)}" in result.output or len(words) == 1
