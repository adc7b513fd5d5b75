"""`pourparler extract`: files, pages, batches, and inputs that are none."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from schemas.negotiation import NegotiationEvent
from services.commands.extract import command

TEXT = (
    "Envoys speak about fish\n\n"
    "The foreign ministers of France and Germany met in Vienna on Tuesday. Germany demanded that France open its ports."
)
TEXTE = (
    "Les ministres français et allemand des Affaires étrangères se sont rencontrés mardi à Vienne.L’Allemagne a exigé "
    "que la France ouvre ses ports."
)
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Envoys speak about fish</title>"
    "<meta property='article:published_time' content='2024-03-05T18:00:00Z'></head><body><nav>Menu</nav><article>"
    "<h1>Envoys speak about fish</h1><p>The foreign ministers of France and Germany met in Vienna on Tuesday.</p>"
    "<p>Germany demanded that France open its ports, an official of the ministry said after the session.</p>"
    "</article></body></html>"
)


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], input=stdin)


def events(result: Result) -> list[NegotiationEvent]:
    assert result.exit_code == 0, result.output
    return [NegotiationEvent.model_validate_json(line) for line in result.stdout.splitlines()]


def talks(found: list[NegotiationEvent]) -> NegotiationEvent:
    return next(event for event in found if event.act == "talks")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    return tmp_path / "articles.jsonl"


def write(path: Path, *lines: dict[str, Any] | str) -> Path:
    written = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text("\n".join(written) + "\n", encoding="utf-8")
    return path


def test_a_text_gives_events_as_json_lines(text: Path) -> None:
    result = run(text, "--published", "2024-03-06")
    found = talks(events(result))
    assert {party.id for party in found.parties} == {"country:FRA", "country:DEU"}
    assert found.time is not None
    assert str(found.time.start) == "2024-03-05"
    assert result.stderr == ""
    for span in found.evidence:
        assert TEXT[span.start : span.end] == span.text


def test_standard_input_gives_the_same_events_as_the_file(text: Path) -> None:
    same = [(event.id, event.act, event.evidence) for event in events(run(text, "--published", "2024-03-06"))]
    read = events(run("-", "--published", "2024-03-06", stdin=TEXT))
    assert [(event.id, event.act, event.evidence) for event in read] == same


def test_offsets_refer_to_the_text_as_received(tmp_path: Path) -> None:
    path = tmp_path / "texte.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXTE.encode())
    found = events(run(path, "--published", "2024-03-06"))
    assert {event.act for event in found} >= {"talks", "demand"}
    for event in found:
        for span in event.evidence:
            assert TEXTE[span.start : span.end] == span.text


@pytest.mark.parametrize("name", ["page.html", "page", "page.txt"])
def test_a_page_is_known_by_what_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PAGE, encoding="utf-8")
    found = talks(events(run(path)))
    assert found.article.title == "Envoys speak about fish"
    assert str(found.article.published_at).startswith("2024-03-05")


def test_a_page_in_an_old_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    content = PAGE.replace("utf-8", "iso-8859-1").replace("<p>The", "<p>Amélie Noël said so. The")
    path.write_bytes(content.encode("iso-8859-1"))
    assert "Amélie Noël" in run(path, "--pretty").stdout


def test_pretty_shows_fields_and_marks_the_quote(text: Path) -> None:
    result = run(text, "--published", "2024-03-06", "--pretty")
    assert result.exit_code == 0
    for expected in ("talks · occurred", "France", "Germany", "Vienna, AUT", "2024-03-05 (day)"):
        assert expected in result.stdout
    assert "⟦The foreign ministers of France and Germany met in Vienna on Tuesday.⟧" in result.stdout
    assert "\x1b" not in result.stdout


def test_pretty_says_that_there_is_nothing() -> None:
    result = run("-", "--pretty", stdin="The harvest of plums in the valley was good this year, farmers said.")
    assert (result.exit_code, result.stdout) == (0, "no negotiation event\n")


def test_without_a_day_of_publication_events_come_with_a_warning(text: Path) -> None:
    result = run(text)
    assert talks(events(result)).time is None
    assert "--published" in result.stderr
    assert str(text) in result.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "binary"),
        (b"%PDF-1.7 some text of a file", "no text"),
        ("Les députés".encode("latin-1"), "convert it to UTF-8"),
        (b"<html><meta charset='x-none'><p>A text", "unknown encoding 'x-none'"),
        ("Die Gesandten trafen sich am Dienstag in Quito zu langen Gesprächen.".encode(), "'de'"),
        (b"<html><body></body></html>", "no running text"),
    ],
)
def test_what_is_no_article_is_told_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "input"
    path.write_bytes(content)
    result = run(path)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    assert str(path) in line
    assert message in line


def test_a_missing_file_or_a_directory_is_told_in_one_line(tmp_path: Path) -> None:
    for path, message in ((tmp_path / "none", "does not exist"), (tmp_path, "is a directory")):
        for arguments in ([path], ["--jsonl", path]):
            result = run(*arguments)
            assert (result.exit_code, result.stdout) == (2, "")
            assert message in result.stderr
            assert str(path) in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.txt", "--jsonl", "b.jsonl"],
        ["--jsonl", "b.jsonl", "--title", "T"],
        ["a.txt", "--published", "12/3/2024"],
    ],
)
def test_unclear_wishes_are_told(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_day_to_come_is_no_day_of_publication(text: Path) -> None:
    result = run(text, "--published", "2999-01-01")
    assert result.exit_code == 2
    assert "future" in result.stderr


def test_a_batch_keeps_ids_and_order(batch: Path) -> None:
    lines = [
        {
            "id": f"n{number}",
            "language": "en",
            "published": "2024-03-06",
            "title": "Envoys speak about fish",
            "text": TEXT,
        }
        for number in range(12)
    ]
    write(batch, *lines, {"id": "page", "html": PAGE, "url": "https://example.org/a"})
    result = run("--jsonl", batch, "--jobs", "2")
    found = events(result)
    identities = list(dict.fromkeys(event.article.id for event in found))
    assert identities == [f"n{number}" for number in range(12)] + ["page"]
    assert found[-1].article.url == "https://example.org/a"
    # A busy machine may tell meanwhile how far it is.
    assert [line for line in result.stderr.splitlines() if "articles read" not in line] == []


def test_broken_lines_are_told_and_the_others_go_on(batch: Path) -> None:
    good = {"id": "good", "published": "2024-03-06", "text": TEXT}
    write(
        batch, '{"id": 1', "", "[]", {"id": "x"}, {"id": "x", "text": TEXT, "published": "soon"},
        {"id": "x", "text": " "}, "[" * 100_000, good, '{"id": "x", "text": "A \\ud800"}',
    )  # fmt: skip
    result = run("--jsonl", batch)
    assert result.exit_code == 1
    assert {json.loads(line)["article"]["id"] for line in result.stdout.splitlines()} == {"good"}
    told = result.stderr.splitlines()
    assert [line.split(":")[0].rsplit(" ", 1)[1] for line in told[:-1]] == ["1", "3", "4", "5", "6", "7", "9"]
    assert "published" in told[3]
    assert told[-1] == "7 of 8 articles could not be read"


def test_a_batch_of_broken_bytes_loses_no_neighbour(batch: Path) -> None:
    good = json.dumps({"id": "good", "published": "2024-03-06", "text": TEXT}).encode()
    batch.write_bytes(b"\xff\xfe\x00\n" + good + b"\r\n" + b"\0" * 100 + b"\n" + good)
    result = run("--jsonl", batch)
    assert result.exit_code == 1
    assert len({line for line in result.stdout.splitlines() if '"talks"' in line}) >= 1
    assert "line 1" in result.stderr
    assert "line 3" in result.stderr


def test_a_batch_may_come_from_standard_input() -> None:
    line = json.dumps({"id": 7, "published": "2024-03-06", "text": TEXT})
    assert {event.article.id for event in events(run("--jsonl", "-", stdin=line))} == {"7"}


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on this machine, which the client may visit."""
    monkeypatch.setenv("POURPARLER_FETCHER_ALLOW_PRIVATE_ADDRESSES", "true")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kinds = {"/2024/03/05/talks": "text/html; charset=utf-8", "/report": "application/pdf"}
        self.send_response(200 if self.path in kinds else 404)
        self.send_header("Content-Type", kinds.get(self.path, "text/html"))
        self.end_headers()
        self.wfile.write(PAGE.replace("article:published_time", "none").encode())

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""


def test_a_page_is_fetched_by_its_address(site: str) -> None:
    found = talks(events(run(f"http://reader:secret@{site}/2024/03/05/talks")))
    assert found.article.url == f"http://{site}/2024/03/05/talks"
    assert str(found.article.published_at).startswith("2024-03-05")


@pytest.mark.parametrize(("path", "message"), [("/none", "404"), ("/report", "application/pdf")])
def test_an_address_without_a_page_is_told_in_one_line(site: str, path: str, message: str) -> None:
    result = run(f"http://reader:secret@{site}{path}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert f"{site}{path}" in result.stderr
    assert "secret" not in result.stderr


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://[::1/a", "https://", "http://reader:secret@/"])
def test_an_address_that_is_none_or_forbidden_is_told_in_one_line(address: str) -> None:
    result = run(address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "secret" not in result.stderr


def test_a_reader_that_stops_reading_gets_no_traceback(batch: Path) -> None:
    write(batch, *({"id": str(number), "published": "2024-03-06", "text": TEXT} for number in range(150)))
    program = "from services.commands.extract import command; command()"
    arguments = [sys.executable, "-c", program, "--jsonl", str(batch)]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(Path.cwd())}
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"schema":"negotiation-event/1.1"')
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_line_may_say_its_day_as_records_do(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    write(batch, {"id": "a", "published_at": "2024-03-06T08:00:00Z", "text": TEXT})
    assert {event.article.published_at for event in events(run("--jsonl", batch))} == {
        datetime(2024, 3, 6, 8, tzinfo=UTC)
    }
