"""The base of every record that travels on a topic: closed to write, open to read."""

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment


Moment = Annotated[datetime, AfterValidator(_aware)]
"""A point in time with its zone; written as ISO 8601."""


class Part(BaseModel):
    """A piece of a record. Frozen, and closed: a misspelt field is an error where it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Record(Part):
    """What travels on a topic. Says in its first field, `schema`, what it is and in which version.

    A subclass sets `subject` and `version` and declares `schema_` with its own literal, so that a record cannot
    be built, read or published under another name.
    """

    subject: ClassVar[str]
    version: ClassVar[tuple[int, int]]

    @classmethod
    def schema_id(cls) -> str:
        """`<subject>/<major>.<minor>`, the value of the `schema` field and the `$id` of the JSON Schema."""
        return f"{cls.subject}/{cls.version[0]}.{cls.version[1]}"
