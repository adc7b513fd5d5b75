"""`pourparler dates`: the time expressions of texts, by themselves."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from services.commands.extract import called, opened

if TYPE_CHECKING:
    from services.extractor.dates.timex import Timex


@click.command(name="dates")
@click.option("--jsonl", required=True, metavar="FILE", help="Texts, one JSON object a line ('-' for standard input).")
@click.option(
    "--language",
    type=click.Choice(["fr", "en"]),
    default=None,
    help="For lines that do not say it; else it is guessed.",
)
def command(jsonl: str, language: str | None) -> None:
    """Print the time expressions of articles or sentences, with the days that they mean, as JSON Lines.

    Each line has text (or sentence) and published (YYYY-MM-DD), and may have id and language. A line comes out for
    each: {"id", "timex": [{"start", "end", "type", "value", "first_day", "last_day", "granularity"}]}. Offsets count
    code points of the text, type and value are those of TIMEX3; the days are null where an expression names none.
    Lines that cannot be read are reported, the others go on; the exit code is then 1.

    \b
    Examples:
      pourparler dates --jsonl articles.jsonl > dates.jsonl
      echo '{"text": "They meet on Friday.", "published": "2026-03-05"}' | pourparler dates --jsonl -
    """
    broken = 0
    with opened(jsonl) as file:
        for number, line in _lines(file):
            try:
                click.echo(json.dumps(_read(line, number, language), ensure_ascii=False))
            except ValueError as error:
                broken += 1
                click.echo(f"{called(jsonl)}, line {number}: {error}", err=True)
    if broken:
        click.echo(f"{broken} lines could not be read", err=True)
        click.get_current_context().exit(1)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(file, start=1) if line.strip())


def _read(line: bytes, number: int, language: str | None) -> dict[str, Any]:
    """What is said of one line. Raises `ValueError` with what is wrong and what to do."""
    from services.extractor.dates.timex import timexes
    from services.extractor.page.language import language as spoken
    from services.extractor.page.unreadable import Unreadable

    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"no JSON object: {error}") from None
    if not isinstance(given, dict):
        raise ValueError("no JSON object: each line holds one text")
    text = given.get("text", given.get("sentence"))
    if not isinstance(text, str):
        raise ValueError("no text: give 'text' or 'sentence'")
    told = given.get("language") or language
    if told not in ("fr", "en"):
        try:
            told = spoken(text, told)
        except Unreadable as error:
            raise ValueError(f"{error.error}; say which with 'language': fr or en") from None
    found = timexes(text, _published(given.get("published", given.get("dct"))), told)
    return {"id": given.get("id", str(number)), "timex": [_told(one) for one in found]}


def _published(given: object) -> date:
    try:
        return datetime.fromisoformat(str(given)).date() if given else datetime.now(UTC).date()
    except ValueError:
        raise ValueError(f"published: {given!r} is no day; write YYYY-MM-DD") from None


def _told(one: "Timex") -> dict[str, Any]:
    days = one.days
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "type": one.type,
        "value": one.value,
        "first_day": days.start.isoformat() if days else None,
        "last_day": days.end.isoformat() if days else None,
        "granularity": days.granularity if days else None,
    }
