"""Bytes to record and back: the only place where JSON on the wire is read or written."""

from typing import ClassVar, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from schemas.record import Reading, Record

R = TypeVar("R", bound=Record)

ERRORS_SHOWN = 5
"""Of a thoroughly broken record the first few errors say enough."""


class CodecError(ValueError):
    """Bytes that are not the expected record. The message names fields and never repeats content."""

    reason: ClassVar[str]
    """One word for metrics, logs and dead letters."""


class BrokenJson(CodecError):  # noqa: N818
    """The bytes are not JSON in UTF-8."""

    reason = "broken-json"


class UnknownSchema(CodecError):  # noqa: N818
    """The record is of another subject or major version, or does not say what it is."""

    reason = "unknown-schema"


class InvalidRecord(CodecError):  # noqa: N818
    """The record is of the expected schema and breaks it."""

    reason = "invalid-record"


def encode(record: Record) -> bytes:
    """The record as compact JSON in UTF-8, `schema` first. The same content gives the same bytes."""
    return record.model_dump_json(by_alias=True).encode()


def decode(raw: bytes, expected: type[R]) -> R:
    """The record in `raw`, read openly: unknown fields are passed over, any minor of the major is accepted.

    Types are held to strictly, as the published JSON Schema does: `"1"` is not a number.

    Raises `BrokenJson`, `UnknownSchema` or `InvalidRecord`.
    """
    try:
        record = expected.model_validate_json(
            raw, strict=True, extra="ignore", by_alias=True, by_name=False, context=Reading.OPEN
        )
    except ValidationError as error:
        # The cause is cut off: its message quotes the input.
        raise _told(error, expected) from None
    if "schema_" not in record.model_fields_set:
        raise UnknownSchema(f"the record does not say its schema; expected {expected.schema_id()}")
    return record


def _told(error: ValidationError, expected: type[Record]) -> CodecError:
    details = error.errors(include_input=False, include_url=False)
    if details[0]["type"] == "json_invalid":
        return BrokenJson(f"not a JSON record: {details[0]['msg']}")
    if any(detail["loc"] == ("schema",) for detail in details):
        return UnknownSchema(f"not a record of schema {expected.schema_id()} or a newer minor of it")
    told = "; ".join(f"{_path(detail)}: {detail['msg']}" for detail in details[:ERRORS_SHOWN])
    more = len(details) - ERRORS_SHOWN
    return InvalidRecord(f"{expected.schema_id()}: {told}" + (f"; and {more} more" if more > 0 else ""))


def _path(detail: ErrorDetails) -> str:
    """Where the error is. The keys of a mapping are content, not field names, and stay out."""
    parts = [part if isinstance(part, int) or part.isidentifier() else "*" for part in detail["loc"]]
    return ".".join(map(str, parts)) or "record"
