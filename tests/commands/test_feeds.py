"""`pourparler feeds`, as a user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from services.__main__ import cli
from tests.commands.stored import BAD_FILES, bad_file, pourparler

URL = "https://press.example/rss"


def test_a_feed_is_added_described_anew_listed_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.sqlite"
    assert pourparler(path, "feeds", "add", URL).output == "added\n"
    again = pourparler(path, "feeds", "add", URL, "--language", "fr", "--title", "La Gazette", "--tag", "labour")
    assert again.output == "described anew\n"
    assert pourparler(path, "feeds", "list").output == f"fr  {URL}  La Gazette  (labour)\n"
    assert json.loads(pourparler(path, "feeds", "list", "--json").output)["language"] == "fr"
    assert pourparler(path, "feeds", "remove", URL).exit_code == 0
    gone = pourparler(path, "feeds", "remove", URL)
    assert gone.exit_code == 1
    assert "not among the feeds" in gone.output


def test_feeds_of_one_verdict_are_told_and_a_verdict_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.sqlite"
    pourparler(path, "feeds", "add", URL)
    assert pourparler(path, "feeds", "status", "--verdict", "new").output.endswith("1 new\n")
    assert pourparler(path, "feeds", "status", "--verdict", "failing").output == "no feed is failing\n"
    wrong = pourparler(path, "feeds", "status", "--verdict", "fialing")
    assert wrong.exit_code == 2
    assert "'failing'" in wrong.output


def test_a_title_that_nobody_could_read_is_shortened(tmp_path: Path) -> None:
    """Every article of the feed bears it as its publisher."""
    path, file, other = tmp_path / "file.sqlite", tmp_path / "feeds.opml", "https://press.example/atom"
    pourparler(path, "feeds", "add", URL, "--title", "Gazette " * 15_000)
    file.write_text(f"<opml><body><outline xmlUrl='{other}' title='{'Gazette ' * 15_000}'/></body></opml>")
    pourparler(path, "feeds", "import", file)
    listed = [json.loads(line) for line in pourparler(path, "feeds", "list", "--json").output.splitlines()]
    assert [len(feed["title"]) for feed in listed] == [500, 500]


def test_what_is_exported_can_be_imported(tmp_path: Path) -> None:
    one, other, file = tmp_path / "one.sqlite", tmp_path / "other.sqlite", tmp_path / "feeds.opml"
    pourparler(one, "feeds", "add", URL, "--language", "en", "--title", "Gazette", "--tag", "labour")
    assert pourparler(one, "feeds", "export", file).exit_code == 0
    assert pourparler(other, "feeds", "import", file).output == "1 new of 1 feeds\n"
    assert pourparler(other, "feeds", "import", "-", stdin=file.read_bytes()).output == "0 new of 1 feeds\n"
    listed = [json.loads(pourparler(path, "feeds", "list", "--json").output) for path in (one, other)]
    # When somebody asked for it is not what readers exchange.
    assert [{**feed, "added_at": None} for feed in listed] == [listed[1]] * 2


@pytest.mark.parametrize("url", ["ftp://press.example/", "http://", "https://[::1", "rss", "https://a.example/\udcff"])
def test_an_address_that_is_none_is_refused_and_nothing_made(tmp_path: Path, url: str) -> None:
    result = pourparler(tmp_path / "file.sqlite", "feeds", "add", url)
    assert result.exit_code == 2
    assert "no http or https address" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_language_that_is_none_is_told(tmp_path: Path) -> None:
    result = pourparler(tmp_path / "file.sqlite", "feeds", "add", URL, "--language", "French")
    assert result.exit_code == 2
    assert "two small letters" in result.output


@pytest.mark.parametrize("content", [b"", b"<rss/>", b"not xml", b"\xff\x00"])
def test_a_file_that_is_no_opml_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.opml").write_bytes(content)
    result = pourparler(tmp_path / "file.sqlite", "feeds", "import", tmp_path / "list.opml")
    assert result.exit_code == 2
    assert "list.opml: not OPML" in result.output


@pytest.mark.parametrize("kind", BAD_FILES)
def test_reading_a_file_that_is_not_ours_is_told_and_makes_nothing(tmp_path: Path, kind: str) -> None:
    path = bad_file(kind, tmp_path / "file.sqlite")
    result = pourparler(path, "feeds", "list")
    assert result.exit_code == 2
    assert BAD_FILES[kind] in result.output
    assert path.exists() is (kind != "missing")


def test_a_list_with_what_is_no_address_is_imported_without_it(tmp_path: Path) -> None:
    path, file = tmp_path / "file.sqlite", tmp_path / "feeds.opml"
    wrong = "http://reader:hunter2@[press.example/rss"
    file.write_text(f"<opml><body><outline xmlUrl='{wrong}'/><outline xmlUrl='{URL}'/></body></opml>")
    result = pourparler(path, "feeds", "import", file)
    assert (result.exit_code, result.stdout) == (0, "1 new of 1 feeds\n")
    assert "feeds.opml: passed over 'http://[press.example/rss'" in result.stderr
    assert pourparler(path, "feeds", "status").exit_code == 0


@pytest.mark.parametrize("words", [("add", "ftp"), ("remove", "https"), ("find", "ftp")])
def test_an_error_tells_no_password(tmp_path: Path, words: tuple[str, str]) -> None:
    path = tmp_path / "file.sqlite"
    pourparler(path, "feeds", "add", URL)
    command, scheme = words
    url = f"{scheme}://reader:hunt@er2@press.example/rss"
    arguments = ["feeds", command, url] + (["--database", str(path)] if command != "find" else [])
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    assert result.exit_code in (1, 2)
    assert "press.example" in result.output
    assert "er2" not in result.output
