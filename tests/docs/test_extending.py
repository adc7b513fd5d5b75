"""docs/extending.md: each row it adds makes of each sentence what it shows; what it says of languages is so."""

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.test_structure import parsed

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
DATA = "services/extractor/data"

_EXAMPLE = re.compile(
    r"```add (?P<table>\S+)(?: under (?P<key>\S+))?(?: then (?P<module>\S+))?\n(?P<row>.*?)```"
    r"\n\n```console\n\$ echo (?P<command>[^\n]*)\n(?P<output>.*?)```",
    re.DOTALL,
)


@dataclass(frozen=True)
class Example:
    """A row to add to a table, a command, and what it prints then."""

    table: str
    key: str | None
    module: str | None
    row: str
    command: str
    output: str


EXAMPLES = [Example(**found.groupdict()) for found in _EXAMPLE.finditer(TEXT)]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program in a folder of its own, where tables may be changed."""
    for name in ("services", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(folder: Path, *arguments: str, text: str = "") -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, env=environment, input=text, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown(folder: Path, command: str) -> str:
    """What `echo TEXT | pourparler ...` prints."""
    text, _, rest = command.partition("| pourparler ")
    return run(folder, "services", *shlex.split(rest), text=shlex.split(text)[0] + "\n")


def add(folder: Path, example: Example) -> None:
    path = folder / example.table
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = lines.index(f"{example.key}\n") + 1 if example.key else len(lines)
    path.write_text("".join([*lines[:at], example.row, *lines[at:]]), encoding="utf-8")
    if example.module:
        run(folder, example.module)


def test_there_is_an_example_for_each_kind_of_knowledge() -> None:
    tables = [Path(example.table).name for example in EXAMPLES]
    assert {"frames.yaml", "organisations.tsv", "people-europe.tsv", "places-extra.tsv"} <= set(tables)
    assert len(EXAMPLES) == TEXT.count("```add") == TEXT.count("```console")


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{at}-{Path(one.table).name}" for at, one in enumerate(EXAMPLES)])
def test_a_row_makes_of_its_sentence_what_is_shown(example: Example, copy: Path) -> None:
    before = shown(copy, example.command)
    add(copy, example)
    after = shown(copy, example.command)
    assert without_confidence(after) == without_confidence(example.output)
    assert before != after


def without_confidence(output: str) -> list[str]:
    return [re.sub(r"^( +\d+\. .*?) +\d\.\d\d$", r"\1", line.rstrip()) for line in output.splitlines()]


def languages() -> list[Path]:
    return sorted(path for path in (ROOT / DATA).iterdir() if path.is_dir() and (path / "frames.yaml").exists())


def test_the_tables_of_a_language_are_those_listed() -> None:
    listed = set(re.findall(r"`([a-z]+\.yaml)`", TEXT.partition("## A language")[2]))
    for folder in languages():
        assert {path.name for path in folder.glob("*.yaml")} == listed


@pytest.mark.parametrize(
    "name", ["verbs", "frames", "status", "dates", "sentences", "topics", "evaluations", "answers", "elsewhere"]
)
def test_a_table_has_the_same_keys_in_each_language(name: str) -> None:
    keys = [set(yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))) for folder in languages()]
    assert len(keys) >= 2
    assert all(one == keys[0] for one in keys)


def test_the_classes_of_objects_are_those_the_frames_of_the_language_name() -> None:
    for folder in languages():
        classes = set(yaml.safe_load((folder / "objects.yaml").read_text(encoding="utf-8")))
        frames = yaml.safe_load((folder / "frames.yaml").read_text(encoding="utf-8"))
        named = {
            one
            for groups in frames.values()
            for group in groups
            if isinstance(group, dict)
            for one in group.get("objects", ())
        }
        assert named == classes


def test_code_that_decides_by_language_is_listed() -> None:
    codes = {folder.name for folder in languages()}
    deciding = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "services").rglob("*.py")
        if "demo" not in path.parts
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and node.value in codes
    }
    assert set(re.findall(r"`(services/[\w/]+\.py)`", TEXT.partition("no data")[2])) == deciding
