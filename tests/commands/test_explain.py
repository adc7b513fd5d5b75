"""`pourparler extract --explain` and `--explain-html`: which words gave which field."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html
from lxml.html import HtmlElement

from services.commands.extract import command

TEXT = (
    "Envoys speak about fish\n\n"
    "Norwegian Foreign Minister Kari Vold met her Peruvian counterpart in Vienna on Tuesday. Peru demanded that Norway "
    "release the trawlers by Friday. Norway is ready to meet Peru in Geneva if the ports stay closed."
)
HOSTILE = (
    "Envoys <script>alert(1)</script> speak\n\n"
    "Norway and Peru met in Vienna on Tuesday. \u202ePeru demanded that Norway release <img src=x onerror=alert(2)> "
    '"the" trawlers\' nets & ropes</section>\u200b by Friday.\x07'
)
OUTSIDE = {"script", "img", "link", "iframe", "object", "embed", "base", "form", "video", "audio", "svg"}


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    given = [*map(str, arguments), "--published", "2026-03-05"]
    return CliRunner().invoke(command, given, input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def page_of(text: str, folder: Path) -> HtmlElement:
    source, page = folder / "source.txt", folder / "page.html"
    source.write_text(text, encoding="utf-8")
    result = run(source, "--explain-html", page)
    assert result.exit_code == 0, result.output
    return html.document_fromstring(page.read_text(encoding="utf-8"))


def words(page: HtmlElement, event: int, field: str) -> list[str]:
    """What the page quotes for a field of an event."""
    fields = page.xpath(f'//article[@id="e{event}"]//div[dt="{field}"]')
    return [str(quote.text_content()) for one in fields for quote in one.iter("q")]


def marked(page: HtmlElement, href: str) -> str:
    """The text that lights up where a link of a field leads."""
    key = href.removeprefix("#").removesuffix("-words")
    assert page.xpath(f'//span[@id="{key}-words"]'), href
    return "".join(one.text_content() for one in page.xpath(f'//mark[contains(concat(@class, " "), " in-{key} ")]'))


def test_each_field_is_told_with_its_words_and_how_surely(article: Path) -> None:
    result = run(article, "--explain")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    for beginning, ending in [
        (r"act 0\.\d\d talks", f"⟦met⟧ {TEXT.index('met')}:"),
        (r"status 0\.\d\d conditional", f"⟦if the ports stay closed⟧ {TEXT.index('if the')}:"),
        (r"place 0\.\d\d Vienna, AUT", "⟦Vienna⟧"),
        (r"time 0\.\d\d 2026-03-03 \(day\)", "⟦Tuesday⟧"),
        (r"time 0\.\d\d 2026-03-03 \(day\)", "from what was told before"),
        (r"due 2026-03-05 to 2026-03-06", "⟦by Friday⟧"),
    ]:
        assert any(re.match(beginning, line) and ending in line for line in lines), (beginning, result.stdout)
    for found in re.finditer(r"⟦([^⟧]*)⟧ (\d+):(\d+)", result.stdout):
        assert " ".join(TEXT[int(found[2]) : int(found[3])].split()) == found[1]


def test_a_day_that_the_text_does_not_tell_is_that_of_publication(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Peru demanded that Norway release the trawlers.", encoding="utf-8")
    lines = [" ".join(line.split()) for line in run(article, "--explain").stdout.splitlines()]
    told = r"time 0\.\d\d 2026-03-05 \(day, day of publication\) from the day of publication"
    assert any(re.match(told, line) for line in lines)


def test_who_was_named_earlier_is_told_by_those_words(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Norway and Peru held talks in Oslo on Monday. The two sides will meet again next week.")
    later = run(path, "--explain").stdout.partition("talks · scheduled")[2]
    assert re.search(r"participant\s+0\.\d\d\s+Norway\s+⟦", later), later


def test_colours_are_for_terminals_only(article: Path) -> None:
    assert "\x1b[" not in run(article, "--explain").stdout
    assert "\x1b[" in on_terminal(article)
    assert "\x1b[" not in on_terminal(article, NO_COLOR="1")


def on_terminal(article: Path, **environment: str) -> str:
    ours, theirs = pty.openpty()
    code = "from services.commands.extract import command; command()"
    known = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [sys.executable, "-c", code, "--explain", "--published", "2026-03-05", str(article)],
        stdout=theirs, stdin=subprocess.DEVNULL, env={**known, "PYTHONPATH": str(Path.cwd()), **environment},
    ) as process:  # fmt: skip
        os.close(theirs)
        shown = b""
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            try:
                while piece := terminal.read(4096):
                    shown += piece
            except OSError:  # the other side of a terminal is gone: its end
                pass
    assert process.returncode == 0
    return shown.decode()


def test_the_page_leads_from_each_field_to_its_words(tmp_path: Path) -> None:
    page = page_of(TEXT, tmp_path)
    assert words(page, 1, "act") == ["met"]
    assert words(page, 1, "place") == ["Vienna"]
    assert words(page, 2, "item") == ["Norway release the trawlers by Friday"]
    assert words(page, 2, "due") == ["by Friday"]
    links = page.xpath('//section[@id="events"]//dd//a')
    assert links
    for link in links:
        quoted = "".join(str(quote.text_content()) for quote in link.iter("q"))
        assert " ".join(marked(page, link.get("href")).split()) == quoted
    for link in page.xpath('//section[@id="text"]//a'):
        assert page.get_element_by_id(link.get("href")[1:]).tag == "article"
    meters = page.xpath('//article[@id="e1"]//meter')
    assert all(0 <= float(meter.get("value")) <= 1 for meter in meters)
    assert len(meters) >= 5


def test_nothing_in_an_article_becomes_part_of_the_page(tmp_path: Path) -> None:
    page = page_of(HOSTILE, tmp_path)
    assert not {element.tag for element in page.iter() if isinstance(element.tag, str)} & OUTSIDE
    assert not [
        name for element in page.iter() for name, value in element.items()
        if name.startswith("on") or (name in ("href", "src") and not value.startswith("#"))
    ]  # fmt: skip
    assert len(page.xpath("//section")) == 2
    assert "@import" not in page.findtext(".//style")
    assert "url(" not in page.findtext(".//style")
    shown = text_of(page)
    assert "<img src=x onerror=alert(2)>" in shown
    assert "U+202E" in shown
    assert not set(page.text_content()) & set("\u202e\u200b\x07")


def text_of(page: HtmlElement) -> str:
    """The article as the page shows it, without the numbers of events."""
    section = page.get_element_by_id("text")
    for number in section.xpath('.//a[@class="number"]'):
        number.drop_tree()
    return str(section.text_content())


def test_without_events_the_page_shows_the_article(tmp_path: Path) -> None:
    text = "The weather stays mild all week, and the old bakery in the village opens again after the summer holidays."
    page = page_of(text, tmp_path)
    assert text_of(page) == text
    assert "No negotiation event" in page.text_content()


def test_the_page_comes_beside_what_is_printed(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run(article, "--explain-html", page)
    assert result.stdout.startswith('{"schema":"negotiation-event/1.1"')
    assert result.stderr == f"{page}: {len(result.stdout.splitlines())} events explained\n"


def test_a_page_that_cannot_be_written_is_told_in_one_line(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "nowhere" / "page.html"
    result = run(article, "--explain-html", page)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert str(page) in result.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [(["--jsonl", "-", "--explain-html", "page.html"], "--explain-html"), (["-", "--pretty", "--explain"], "--pretty")],
)
def test_options_that_do_not_go_together(options: list[str], message: str) -> None:
    result = CliRunner().invoke(command, options, input=TEXT)
    assert result.exit_code == 2
    assert message in result.stderr


def test_many_articles_are_explained_in_turn(tmp_path: Path) -> None:
    line = '{"published": "2026-03-05", "text": "Norway and Peru met in Vienna on Tuesday."}\n'
    result = CliRunner().invoke(command, ["--jsonl", "-", "--explain"], input=line * 2)
    assert result.exit_code == 0
    assert result.stdout.count("⟦Vienna⟧") == 2
