"""The published files: the shipped ones are whole, and every way to spoil them is noticed."""

import shutil
from pathlib import Path
from typing import ClassVar, Literal

import pytest
from click.testing import CliRunner
from pydantic import Field

from schemas import Record
from schemas.publish import DIGESTS, FOLDER, AlreadyPublishedError, check, write
from services.commands.schemas import command


class First(Record):
    subject: ClassVar[str] = "note"
    version: ClassVar[tuple[int, int]] = (1, 0)
    schema_: Literal["note/1.0"] = Field(default="note/1.0", alias="schema")
    text: str


class Reworked(First):
    author: str | None = None


class Second(Reworked):
    version: ClassVar[tuple[int, int]] = (1, 1)
    schema_: Literal["note/1.1"] = Field(default="note/1.1", alias="schema")  # type: ignore[assignment]


class Illegal(First):
    version: ClassVar[tuple[int, int]] = (1, 1)
    schema_: Literal["note/1.1"] = Field(default="note/1.1", alias="schema")  # type: ignore[assignment]
    author: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, [First])
    return tmp_path


def test_the_shipped_files_are_what_the_records_say() -> None:
    assert check() == []


def test_what_was_just_written_is_whole_and_needs_no_second_writing(folder: Path) -> None:
    assert check(folder, [First]) == []
    assert write(folder, [First]) == []


def test_a_new_minor_is_written_beside_the_old_one(folder: Path) -> None:
    before = (folder / "note/1.0.json").read_bytes()
    assert write(folder, [Second]) == [folder / "note/1.1.json"]
    assert (folder / "note/1.0.json").read_bytes() == before
    assert check(folder, [Second]) == []


def test_a_record_changed_under_its_old_version_is_neither_good_nor_written(folder: Path) -> None:
    before = (folder / "note/1.0.json").read_bytes()
    assert "give it a new version" in "".join(check(folder, [Reworked]))
    with pytest.raises(AlreadyPublishedError, match="give it a new version"):
        write(folder, [Reworked])
    assert (folder / "note/1.0.json").read_bytes() == before


def test_an_unused_version_can_be_replaced_on_demand(folder: Path) -> None:
    write(folder, [Reworked], replace=True)
    assert check(folder, [Reworked]) == []


def test_an_unpublished_version_is_missing(folder: Path) -> None:
    assert "note/1.1.json: missing" in "".join(check(folder, [Second]))


def test_an_illegal_next_minor_is_told(folder: Path) -> None:
    write(folder, [Illegal])
    assert check(folder, [Illegal]) == ["note/1.1: /author: is required now; that needs a new major"]


def test_an_altered_old_version_is_noticed_by_its_digest(folder: Path) -> None:
    write(folder, [Second])
    old = folder / "note/1.0.json"
    old.write_text(old.read_text().replace("text", "words"))
    assert f"note/1.0.json: not as in {DIGESTS}" in "".join(check(folder, [Second]))


def test_a_vanished_old_version_is_noticed(folder: Path) -> None:
    write(folder, [Second])
    (folder / "note/1.0.json").unlink()
    told = "\n".join(check(folder, [Second]))
    assert "listed in digests.txt but gone" in told
    assert "leave one out" in told


@pytest.mark.parametrize("content", ["", "no digest at all\n"])
def test_a_spoilt_list_of_digests_is_noticed(folder: Path, content: str) -> None:
    (folder / DIGESTS).write_text(content)
    assert "note/1.0.json: not as in" in "".join(check(folder, [First]))


def test_files_that_belong_to_no_record_are_noticed(folder: Path) -> None:
    write(folder, [Second])
    assert "newer than the record itself" in "".join(check(folder, [First]))
    assert "no record is called note" in "".join(check(folder, []))


def published(folder: Path, *but: str) -> None:
    """What is published, without some of it."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    for name in but:
        (folder / name).unlink()


def test_the_command_writes_then_checks(tmp_path: Path) -> None:
    runner, where = CliRunner(), ["--folder", str(tmp_path)]
    published(tmp_path, "feed/1.1.json", "article/1.1.json")
    assert runner.invoke(command, ["check", *where]).exit_code == 1
    assert "written" in runner.invoke(command, ["write", *where]).output
    assert "nothing to write" in runner.invoke(command, ["write", *where]).output
    assert runner.invoke(command, ["check", *where]).output == "the published schemas are whole\n"


def test_the_command_says_what_to_do_about_a_changed_record(tmp_path: Path) -> None:
    runner, where = CliRunner(), ["--folder", str(tmp_path)]
    published(tmp_path)
    (tmp_path / "feed/1.1.json").write_text("{}")
    refused = runner.invoke(command, ["write", *where])
    assert (refused.exit_code, "give it a new version" in refused.output) == (1, True)
    assert runner.invoke(command, ["write", "--replace", *where]).exit_code == 0


def test_the_command_names_a_folder_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "feed").write_text("a file where a folder should be")
    refused = CliRunner().invoke(command, ["write", "--folder", str(tmp_path)])
    assert refused.exit_code == 1
    assert "cannot write" in refused.output
