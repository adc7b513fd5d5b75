"""The shipped examples say what the contract means; both readers of the contract must agree with them."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

import schemas
from schemas import RECORDS, Record, decode, encode
from schemas.publish import FOLDER

EXAMPLES = Path(schemas.__file__).parent / "examples"
PASSING = sorted(EXAMPLES.glob("*/*.pass.json"))
FAILING = sorted(EXAMPLES.glob("*/*.fail.json"))
BY_SUBJECT = {record.subject: record for record in RECORDS}


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name.removesuffix('.json')}"


def record_of(path: Path) -> type[Record]:
    return BY_SUBJECT[path.parent.name]


def published(path: Path) -> Draft202012Validator:
    major, minor, *_ = path.name.split(".")
    schema = json.loads((FOLDER / path.parent.name / f"{major}.{minor}.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


def newest(path: Path) -> Draft202012Validator:
    major, minor = record_of(path).version
    schema = json.loads((FOLDER / path.parent.name / f"{major}.{minor}.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


def content(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PASSING, ids=named)
def test_a_passing_example_is_good_for_both_readers(path: Path) -> None:
    published(path).validate(content(path))
    decode(path.read_bytes(), record_of(path))


@pytest.mark.parametrize("path", PASSING, ids=named)
def test_a_passing_example_survives_the_codec_and_stays_valid(path: Path) -> None:
    record = decode(path.read_bytes(), record_of(path))
    assert decode(encode(record), record_of(path)) == record
    # One of an older minor is written again as the newest.
    newest(path).validate(json.loads(encode(record)))


@pytest.mark.parametrize("path", FAILING, ids=named)
def test_a_failing_example_is_bad_for_both_readers(path: Path) -> None:
    assert not published(path).is_valid(content(path))
    record = record_of(path)
    written = content(path)
    if record.reads(written.get("schema", "")):
        # What an older minor refused, the newest refuses too.
        written["schema"] = record.schema_id()
    with pytest.raises(ValidationError):
        record.model_validate_json(json.dumps(written), strict=True)


def test_every_record_has_examples_of_both_kinds() -> None:
    subjects = set(BY_SUBJECT)
    assert {path.parent.name for path in PASSING} == subjects
    assert {path.parent.name for path in FAILING} == subjects


def test_no_example_is_without_a_published_schema() -> None:
    stray = [path for path in EXAMPLES.rglob("*") if path.is_file() and path not in {*PASSING, *FAILING}]
    assert stray == []
    assert all(published(path) for path in (*PASSING, *FAILING))


def test_the_published_schemas_are_schemas_themselves() -> None:
    for path in FOLDER.glob("*/*.json"):
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
