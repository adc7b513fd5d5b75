"""What is printed goes where it can: pipes that close early, disks that are full, terminals without colour."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from services.__main__ import cli
from tests.commands.stored import fill, pourparler
from tests.events import event


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return fill(tmp_path / "file.sqlite", [event(number) for number in range(1, 101)])


def words(database: Path) -> list[str]:
    return [sys.executable, "-m", "services", "search", "--json", "--limit", "100", "--database", str(database)]


def test_a_reader_that_has_seen_enough_is_no_error(database: Path) -> None:
    with subprocess.Popen(words(database), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        # More comes than a pipe holds, so that the command meets its end.
        assert process.stdout.readline().startswith(b'{"schema":"negotiation-event/')
        process.stdout.close()
        told = process.stderr.read()
        assert (process.wait(), told) == (0, b"")


def test_a_full_disk_behind_the_output_is_told_in_one_line(database: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(words(database), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "Error: what is printed cannot be written: No space left on device\n"


@pytest.mark.parametrize(("wish", "coloured"), [("", True), ("1", False)])
def test_who_wants_no_colour_gets_none(database: Path, wish: str, coloured: bool) -> None:
    arguments = ["search", "--limit", "1", "--database", str(database)]
    result = CliRunner().invoke(cli, arguments, color=True, env={"NO_COLOR": wish}, catch_exceptions=False)
    assert ("\x1b[" in result.stdout) == coloured


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    (tmp_path / "none.opml").write_text("<opml><body/></opml>")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        once = ("run", "--once", "--feeds", tmp_path / "none.opml")
        result = pourparler(tmp_path / "file.sqlite", *once, "--metrics-port", port)
    assert result.exit_code == 2
    assert f"port {port} of 127.0.0.1 cannot be used" in result.stderr
