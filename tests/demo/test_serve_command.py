"""`pourparler demo --serve`: the press alone, for whoever wants to read it with another program."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from services.commands.demo import command

CODE = "from services.commands.demo import command; command()"


@pytest.fixture
def press() -> Iterator[subprocess.Popen[str]]:
    arguments = [sys.executable, "-c", CODE, "--serve", "--articles", "200"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_feeds_are_printed_and_served_until_interrupted(press: subprocess.Popen[str]) -> None:
    assert press.stdout is not None
    feeds = [press.stdout.readline().strip() for _ in range(6)]
    entries = 0
    for feed in feeds:
        with urlopen(feed, timeout=10) as answer:
            body = answer.read()
        entries += body.count(b"</item>") + body.count(b":entry>") // 2 + body.count(b"</rss:item>")
    assert entries >= 200
    press.send_signal(signal.SIGINT)
    assert press.wait(timeout=10) == 0


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = CliRunner().invoke(command, ["--serve", "--port", port])
    assert refused.exit_code == 1
    assert f"port {port} of 127.0.0.1 cannot be used" in refused.output
    assert "--port" in refused.output
