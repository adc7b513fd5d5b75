"""`pourparler dates`: time expressions with their days, line by line, and lines that hold none."""

import json
from typing import Any

from click.testing import CliRunner, Result

from services.commands.dates import command


def run(*lines: str, options: tuple[str, ...] = ()) -> Result:
    return CliRunner().invoke(command, ["--jsonl", "-", *options], input="\n".join(lines))


def found(text: str, **given: str) -> list[dict[str, Any]]:
    result = run(json.dumps({"text": text, "published": "2026-03-05"} | given))
    assert result.exit_code == 0, result.output
    timex: list[dict[str, Any]] = json.loads(result.stdout)["timex"]
    return timex


def days(text: str, language: str = "en") -> list[tuple[str | None, str | None]]:
    return [(one["first_day"], one["last_day"]) for one in found(text, language=language)]


def test_an_expression_has_its_place_its_notation_and_its_days() -> None:
    text = "The ministers will meet on Friday."
    (one,) = found(text, language="en")
    assert text[one["start"] : one["end"]] == one["text"]
    assert (one["type"], one["value"]) == ("DATE", "2026-03-06")
    assert (one["first_day"], one["last_day"], one["granularity"]) == ("2026-03-06", "2026-03-06", "day")


def test_the_tense_tells_which_day_is_meant() -> None:
    assert days("The ministers met on Friday.") == [("2026-02-27", "2026-02-27")]
    assert days("The ministers will meet on Friday.") == [("2026-03-06", "2026-03-06")]
    assert days("Les ministres se sont rencontrés vendredi.", "fr") == [("2026-02-27", "2026-02-27")]
    assert days("Les ministres se rencontreront vendredi.", "fr") == [("2026-03-06", "2026-03-06")]


def test_what_surrounds_a_date_counts_for_the_days_and_not_for_the_notation() -> None:
    (since,) = found("Three rounds have been held since January 10.", language="en")
    assert (since["text"], since["value"]) == ("January 10", "2026-01-10")
    assert (since["first_day"], since["last_day"]) == ("2026-01-10", "2026-03-05")


def test_durations_and_recurring_times_are_no_days() -> None:
    told = found("The talks lasted fifteen minutes; the forum is annual, and was founded in the 1960s.", language="en")
    assert [(one["type"], one["value"]) for one in told] == [("DURATION", "PT15M"), ("SET", "P1Y"), ("DATE", "196X")]
    assert {one["first_day"] for one in told} == {None}


def test_the_language_is_guessed_and_ids_are_kept_or_counted() -> None:
    lines = [
        json.dumps(
            {"id": "a", "sentence": "Les deux ministres se sont rencontrés hier à Quito.", "published": "2026-03-05"}
        ),
        json.dumps({"text": "The two ministers met in Quito yesterday, officials said.", "published": "2026-03-05"}),
    ]
    told = [json.loads(line) for line in run(*lines).stdout.splitlines()]
    assert [one["id"] for one in told] == ["a", "2"]
    assert [one["timex"][0]["first_day"] for one in told] == ["2026-03-04", "2026-03-04"]


def test_lines_that_cannot_be_read_are_told_and_the_others_go_on() -> None:
    result = run(
        "{", '{"published": "2026-03-05"}', '{"text": "On Monday.", "published": "soon"}', "[]", '{"text": "x"}'
    )
    told = result.stderr
    for what in (
        "line 1: no JSON object",
        "line 2: no text: give 'text'",
        "line 3: published: 'soon'",
        "line 4: no JSON",
    ):
        assert what in told
    assert result.exit_code == 1


def test_a_file_that_is_not_there_is_named() -> None:
    result = CliRunner().invoke(command, ["--jsonl", "nowhere.jsonl"])
    assert result.exit_code == 2
    assert "nowhere.jsonl does not exist" in result.output
