"""`dead-letter`: what a service could not digest, whole, so that it can be replayed (service → operator)."""

from typing import ClassVar, Literal

from pydantic import ConfigDict, Field

from schemas.record import Moment, Record


class DeadLetter(Record):
    """The raw bytes of a rejected record, where they came from and why they were rejected."""

    # Base64 on the wire in the alphabet of addresses; either alphabet is read.
    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    subject: ClassVar[str] = "dead-letter"
    version: ClassVar[tuple[int, int]] = (1, 0)

    schema_: Literal["dead-letter/1.0"] = Field(default="dead-letter/1.0", alias="schema")
    id: str = Field(min_length=1, description="Digest of service, topic and raw bytes: a repeat is the same letter")
    service: str = Field(description="Who rejected it")
    topic: str = Field(description="The topic it was read from, where a replay puts it back")
    partition: int = Field(default=0, ge=0)
    offset: int = Field(ge=0)
    key: str | None = None
    reason: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$", description="One word for counting")
    error: str = Field(max_length=1000, description="What was wrong, for people; never the content")
    attempts: int = Field(default=1, ge=1)
    produced_at: Moment
    raw: bytes
