"""`pourparler extract`: the negotiation events of a file, a page or many articles."""

import asyncio
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, aclosing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from schemas.article import Article
    from services.extractor.batch import Entry, Failure, Reading
    from services.fetcher.http import Result

_EVERY = 10.0
"""Seconds between two lines of progress where there is no terminal to draw a bar on."""


class InputError(click.ClickException):
    """An input that cannot be read: one line, exit code 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options say of the article and of the output."""

    published: datetime | None
    language: str | None
    title: str | None
    pretty: bool
    explain: bool
    page: Path | None
    jobs: int


@click.command(name="extract")
@click.argument("source", required=False, metavar="[FILE|URL|-]")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of publication; relative dates need it.",
)
@click.option("--language", type=click.Choice(["fr", "en"]), help="Used when the text does not tell clearly.")
@click.option("--title", help="The headline, when it is not in the text.")
@click.option("--pretty", is_flag=True, help="For people: fields and marked quotes instead of JSON.")
@click.option("--explain", is_flag=True, help="For people: which words gave which field, and how surely.")
@click.option(
    "--explain-html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="PAGE",
    help="Write a page with the article, its events marked in it. The events are printed as without it.",
)
@click.option("--jsonl", metavar="FILE", help="Many articles, one JSON object a line ('-' for standard input).")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes to work in.")
def command(source: str | None, jsonl: str | None, **options: object) -> None:
    """Print the negotiation events of an article, HTML or plain text, as JSON Lines.

    With --jsonl each line has text or html, and may have id, url, title, language and published (YYYY-MM-DD).
    Lines that cannot be read are reported, the others go on; the exit code is then 1.

    \b
    Examples:
      pourparler extract --published 2024-03-05 --pretty article.txt
      pourparler extract https://example.org/news/talks.html
      pourparler extract --explain article.txt
      pourparler extract --explain-html page.html article.txt > events.jsonl
      pourparler extract --jsonl articles.jsonl --jobs 2 > events.jsonl
    """
    wishes = Wishes(**options)  # type: ignore[arg-type]
    if (source is None) == (jsonl is None):
        raise click.UsageError("Give one article (FILE, URL or -) or --jsonl FILE.")
    if jsonl is not None and (wishes.published or wishes.language or wishes.title):
        raise click.UsageError("With --jsonl the day, language and title stand in each line.")
    if jsonl is not None and wishes.page:
        raise click.UsageError("--explain-html writes the page of one article; with --jsonl give --explain.")
    if wishes.pretty and wishes.explain:
        raise click.UsageError("Give --pretty or --explain, not both.")
    if wishes.published and wishes.published.date() > datetime.now(UTC).date():
        raise InputError(f"--published {wishes.published:%Y-%m-%d} lies in the future")
    if source is not None:
        _one(source, wishes)
    elif jsonl is not None:
        _many(jsonl, wishes)


def _one(source: str, wishes: Wishes) -> None:
    from services.extractor.batch import Entry, Failure

    article = _article(source, wishes)

    def show(_: "Entry", result: "Reading | Failure") -> None:
        if isinstance(result, Failure):
            raise InputError(f"{called(source)}: {result.error}")
        if wishes.page is not None:
            _write_page(wishes.page, result)
        _print(result, wishes)
        _warn_of_lacking_date(source, result)

    _work(iter([Entry(1, article)]), wishes, show)


def _print(result: "Reading", wishes: Wishes) -> None:
    for text in _shown(result, wishes):
        # click takes the colours off where the output is no terminal.
        click.echo(text, color=False if "NO_COLOR" in os.environ else None)
    if (wishes.pretty or wishes.explain) and not result.events:
        click.echo("no negotiation event")


def _shown(result: "Reading", wishes: Wishes) -> "Iterator[str]":
    from services.extractor.display import display
    from services.extractor.explain.terminal import lines

    if wishes.explain and result.explanation is not None:
        for number, explained in enumerate(result.explanation.events, start=1):
            yield lines(number, explained, result.text)
        return
    for number, event in enumerate(result.events, start=1):
        yield display(number, event, result.text) if wishes.pretty else event.model_dump_json(by_alias=True)


def _write_page(path: Path, result: "Reading") -> None:
    from services.extractor.explain.html import page

    assert result.explanation is not None
    try:
        path.write_text(page(result.explanation), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}; check the folder and its rights") from None
    click.echo(f"{path}: {len(result.events)} events explained", err=True)


def _warn_of_lacking_date(source: str, result: "Reading") -> None:
    if result.events and result.events[0].article.published_at is None:
        hint = "relative dates stay unresolved; give --published YYYY-MM-DD"
        click.echo(f"warning: {called(source)}: the day of publication is not known: {hint}", err=True)


def called(source: str) -> str:
    """What to call an input: an address without the credentials in it."""
    if source.startswith(("http://", "https://")):
        from services.telemetry import without_credentials

        return without_credentials(source)
    return "standard input" if source == "-" else source


def _article(source: str, wishes: Wishes) -> "Article":
    from services.extractor.source import Given, identity, is_html
    from services.fetcher.urls import article_id

    url = source if source.startswith(("http://", "https://")) else None
    content = _fetched(source) if url else _file_text(source)
    if not content.strip():
        raise InputError(f"{called(source)} is empty; give a text or a page with an article")
    looks_like_page = is_html(content) or Path(source).suffix.lower() in (".html", ".htm", ".xhtml")
    given = Given(
        id=article_id(url) if url else identity(content),
        url=called(source) if url else None,
        language=wishes.language,
        title=wishes.title,
        published=wishes.published,
        html=content if looks_like_page else None,
        text=None if looks_like_page else content,
    )
    return given.article(datetime.now(UTC))


def _file_text(source: str) -> str:
    from services.extractor.source import SourceError, decode

    try:
        return decode(_content(source))
    except SourceError as error:
        raise InputError(f"{called(source)} {error}") from None


def _content(source: str) -> bytes:
    from services.extractor.source import LARGEST

    with opened(source) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InputError(f"{called(source)} is larger than {LARGEST // 1_000_000} MB; give a single article")
    return content


def opened(source: str) -> AbstractContextManager[BinaryIO]:
    if source == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        if Path(source).is_dir():
            raise InputError(f"{source} is a directory; give a file in it, or --jsonl FILE for many articles")
        return Path(source).open("rb")
    except FileNotFoundError:
        raise InputError(f"{source} does not exist; check the path, or give - for standard input") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{source} cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _fetched(url: str) -> str:
    from services.fetcher.charsets import decoded
    from services.fetcher.http import Failed, Fetched
    from services.fetcher.urls import canonical

    try:
        canonical(url)
    except ValueError:
        raise InputError("the address is no http or https address; check it") from None
    result = asyncio.run(_get(url))
    if isinstance(result, Fetched):
        return decoded(result.body, result.headers.content_type)
    detail = result.detail if isinstance(result, Failed) else "the server sent no page"
    raise InputError(
        f"{called(url)} cannot be fetched: {detail}; check the address, or save the page and give its file"
    )


async def _get(url: str) -> "Result":
    from services.commands.settings import made
    from services.fetcher.http import Client
    from services.fetcher.politeness import Politeness
    from services.fetcher.settings import FetcherSettings

    # One page that somebody asks for by name; robots.txt is for those who fetch many by themselves.
    settings = made(FetcherSettings, robots=False)
    politeness = Politeness(settings.per_host, settings.host_delay, time.monotonic, asyncio.sleep)
    async with Client(settings, politeness) as client:
        return await client.get(url, "page")


def _many(jsonl: str, wishes: Wishes) -> None:
    from services.extractor.batch import Failure, entries

    def show(entry: "Entry", result: "Reading | Failure") -> None:
        if isinstance(result, Failure):
            progress.complain(f"{called(jsonl)}, line {entry.number}: {result.error}")
        else:
            _print(result, wishes)
        progress.advance(entry.size)

    with opened(jsonl) as file, _progress(jsonl) as progress:
        _work(entries(file, datetime.now(UTC)), wishes, show)
    if progress.broken:
        click.echo(f"{progress.broken} of {progress.done} articles could not be read", err=True)
        click.get_current_context().exit(1)


@dataclass(slots=True)
class _Progress:
    """How far a batch is, on standard error: a bar on a terminal, else a line now and then."""

    draw: Callable[[int], None]
    """Takes the bytes done since the last call."""
    say: Callable[[str], None]
    done: int = 0
    broken: int = 0

    def advance(self, size: int) -> None:
        self.done += 1
        self.draw(size)

    def complain(self, message: str) -> None:
        self.broken += 1
        self.say(message)


@contextmanager
def _progress(jsonl: str) -> Iterator[_Progress]:
    size = 0 if jsonl == "-" else Path(jsonl).stat().st_size
    if not (size and sys.stderr.isatty()):
        yield _Lines().progress
        return
    with click.progressbar(length=size, label="reading", file=sys.stderr) as bar:
        # The line of the bar is left to it: what is said goes on a line of its own.
        yield _Progress(bar.update, lambda message: click.echo(f"\r\033[K{message}", err=True))


class _Lines:
    """Progress as lines: for logs."""

    def __init__(self) -> None:
        self.progress = _Progress(self._draw, lambda message: click.echo(message, err=True))
        self._started = self._said = time.monotonic()

    def _draw(self, _: int) -> None:
        now = time.monotonic()
        if now - self._said >= _EVERY:
            self._said = now
            rate = self.progress.done / (now - self._started)
            click.echo(f"{self.progress.done} articles read, {rate:.0f} a second", err=True)


def _work(entries: "Iterator[Entry]", wishes: Wishes, show: "Callable[[Entry, Reading | Failure], None]") -> None:
    asyncio.run(_read(entries, wishes, show))


async def _read(entries: "Iterator[Entry]", wishes: Wishes, show: "Callable[[Entry, Reading | Failure], None]") -> None:
    from services.commands.settings import made
    from services.extractor.batch import explaining, reading, readings
    from services.extractor.settings import ExtractorSettings
    from services.extractor.workers import Limits, Workers

    settings = made(ExtractorSettings)
    limits = Limits(settings.time_limit, settings.start_limit, settings.memory_limit)
    async with (
        Workers(explaining if wishes.explain or wishes.page else reading, wishes.jobs, limits) as workers,
        aclosing(readings(entries, workers, wishes.jobs)) as results,
    ):
        async for entry, result in results:
            show(entry, result)
