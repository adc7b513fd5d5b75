"""The base of every record that travels on a topic: closed to write, open to read."""

from enum import Enum
from typing import Annotated, Any, ClassVar

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

Moment = Annotated[
    AwareDatetime,
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": r"([Zz]|[+-]\d{2}:\d{2})$"}),
]
"""A point in time with its zone; written as ISO 8601. The pattern holds where formats are not checked."""


class Reading(Enum):
    """Validation context: how a record is read."""

    OPEN = "open"
    """Off the wire: a newer minor is read as the one this program knows."""


class Part(BaseModel):
    """A piece of a record. Frozen, and closed: a misspelt field is an error where it is written.

    Infinity and NaN are refused, for JSON has no word for them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)


class Record(Part):
    """What travels on a topic. Says in its first field, `schema`, what it is and in which version.

    A subclass sets `subject` and `version` and declares `schema_` with its own literal, so that a record
    cannot be built, read or published under another name.
    """

    subject: ClassVar[str]
    version: ClassVar[tuple[int, int]]

    @classmethod
    def schema_id(cls) -> str:
        """`<subject>/<major>.<minor>`, the value of the `schema` field and the `$id` of the JSON Schema."""
        return f"{cls.subject}/{cls.version[0]}.{cls.version[1]}"

    @classmethod
    def reads(cls, schema_id: str) -> bool:
        """Can this class read what was written under `schema_id`? Any minor of its own subject and major."""
        family, dot, minor = schema_id.rpartition(".")
        return bool(dot) and minor.isdecimal() and family == f"{cls.subject}/{cls.version[0]}"

    @field_validator("schema_", mode="before", check_fields=False)
    @classmethod
    def _as_known_here(cls, value: Any, info: ValidationInfo) -> Any:
        readable = info.context is Reading.OPEN and isinstance(value, str) and cls.reads(value)
        return cls.schema_id() if readable else value
