"""The published form of the records: one immutable JSON Schema file a version, and a digest of each.

The digests make a change of a published file visible without the history of the repository.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from schemas import RECORDS
from schemas.compatibility import Schema, breaks
from schemas.record import Record

FOLDER = Path(__file__).parent / "jsonschema"
DIGESTS = "digests.txt"
VERSIONS = "[0-9]*.[0-9]*.json"


class AlreadyPublishedError(ValueError):
    """A published file would have to change; the message says what to do instead."""


class _Untitled(GenerateJsonSchema):
    """Automatic titles repeat the names of fields and classes."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        return {key: value for key, value in super().model_schema(schema).items() if key != "title"}


def json_schema(record: type[Record]) -> Schema:
    """The JSON Schema (2020-12) of what is written under the record's name and version."""
    schema = record.model_json_schema(by_alias=True, schema_generator=_Untitled)
    # In the program the field has a default; on the wire it is what tells the reader what the rest is.
    schema["required"] = sorted({"schema", *schema.get("required", ())})
    return schema | {"$schema": GenerateJsonSchema.schema_dialect, "$id": record.schema_id()}


def rendered(record: type[Record]) -> str:
    """The text of the record's file: the same for the same model on every machine."""
    return json.dumps(json_schema(record), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def write(folder: Path = FOLDER, records: Iterable[type[Record]] = RECORDS, replace: bool = False) -> list[Path]:
    """Write the files of versions that are not published yet, and the digests; tell which files were written.

    `replace` rewrites the current version of a record that changed: only for a version nobody has used yet.
    Raises `AlreadyPublishedError` where a record changed under its old version and `replace` is not given;
    then nothing is written.
    """
    due = {_file(folder, record): rendered(record) for record in records}
    changed = {path: text for path, text in due.items() if _text(path) != text}
    published = [path for path in changed if path.exists()]
    if published and not replace:
        raise AlreadyPublishedError("; ".join(_changed(path, folder) for path in published))
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / DIGESTS).write_text(_digest_lines(folder), encoding="utf-8")
    return list(changed)


def check(folder: Path = FOLDER, records: Iterable[type[Record]] = RECORDS) -> list[str]:
    """What is wrong with the published files, one sentence each; empty when all is well."""
    current = tuple(records)
    return [
        *_stale(folder, current),
        *_orphans(folder, current),
        *_tampered(folder),
        *(problem for record in current for problem in _lineage(folder / record.subject, record.version)),
    ]


def _stale(folder: Path, records: Iterable[type[Record]]) -> Iterator[str]:
    for record in records:
        path = _file(folder, record)
        if not path.exists():
            yield f"{_name(path, folder)}: missing; run `pourparler schemas write`"
        elif _text(path) != rendered(record):
            yield _changed(path, folder)


def _orphans(folder: Path, records: Iterable[type[Record]]) -> Iterator[str]:
    newest = {record.subject: record.version for record in records}
    for path in _files(folder):
        if path.parent.name not in newest:
            yield f"{_name(path, folder)}: no record is called {path.parent.name}"
        elif _version(path) > newest[path.parent.name]:
            yield f"{_name(path, folder)}: newer than the record itself"


def _tampered(folder: Path) -> Iterator[str]:
    if _text(folder / DIGESTS) == _digest_lines(folder):
        return
    lines = (line.partition("  ") for line in (_text(folder / DIGESTS) or "").splitlines())
    listed = {name: digest for digest, _, name in lines}
    actual = {_name(path, folder): _digest(path) for path in _files(folder)}
    for name in sorted(listed.keys() | actual.keys()):
        if name not in actual:
            yield f"{name}: listed in {DIGESTS} but gone; published versions stay"
        elif listed.get(name) != actual[name]:
            yield f"{name}: not as in {DIGESTS}; published versions never change"


def _lineage(folder: Path, newest: tuple[int, int]) -> Iterator[str]:
    """Within each major: no minor left out, each a legal successor of the one before."""
    files = {_version(path): path for path in folder.glob(VERSIONS)}
    for major in range(1, newest[0] + 1):
        minors = sorted(minor for of, minor in files if of == major)
        if minors != list(range(len(minors))) or not minors:
            yield f"{folder.name}/{major}: minors {minors} leave one out; every version stays published"
        for before, after in pairwise(minors):
            found = breaks(_load(files[major, before]), _load(files[major, after]))
            yield from (f"{folder.name}/{major}.{after}: {told}; that needs a new major" for told in found)


def _changed(path: Path, folder: Path) -> str:
    return (
        f"{_name(path, folder)}: the record changed under a published version; give it a new version "
        "(`version` and `schema_` of the class), then run `pourparler schemas write`"
    )


def _file(folder: Path, record: type[Record]) -> Path:
    return folder / f"{record.schema_id()}.json"


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*/{VERSIONS}"))


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _version(path: Path) -> tuple[int, int]:
    major, minor = path.stem.split(".")
    return int(major), int(minor)


def _load(path: Path) -> Schema:
    loaded: Schema = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest_lines(folder: Path) -> str:
    """As `sha256sum -c` reads them."""
    return "".join(f"{_digest(path)}  {_name(path, folder)}\n" for path in _files(folder))
