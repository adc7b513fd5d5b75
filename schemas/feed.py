"""`feed` and `feed-state`: what to poll, and what each feed looked like when it was polled last."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_serializer

from schemas.record import Moment, Part, Record

FailureClass = Literal["hard", "soft", "temporary"]
"""hard: gone or not a feed; soft: the server is there but refuses; temporary: the network."""


class Feed(Record):
    """A feed to poll (command → fetcher)."""

    subject: ClassVar[str] = "feed"
    version: ClassVar[tuple[int, int]] = (1, 0)

    schema_: Literal["feed/1.0"] = Field(default="feed/1.0", alias="schema")
    url: str = Field(min_length=1)
    title: str | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    tags: tuple[str, ...] = ()


class Failure(Part):
    """Why the polls of a feed fail, since when and how often in a row."""

    kind: FailureClass
    reason: str
    since: Moment
    count: int = Field(ge=1)


class FeedState(Record):
    """What the fetcher knows of a feed after its last poll (fetcher → fetcher).

    `etag` and `last_modified` are the server's own characters, sent back unchanged. `seen` maps the key of an
    entry to the moment it was last met in the feed; it holds only entries whose articles are stored.
    """

    subject: ClassVar[str] = "feed-state"
    version: ClassVar[tuple[int, int]] = (1, 0)

    schema_: Literal["feed-state/1.0"] = Field(default="feed-state/1.0", alias="schema")
    url: str = Field(min_length=1)
    etag: str | None = None
    last_modified: str | None = None
    body_digest: str | None = None
    interval_seconds: float = Field(gt=0)
    polled_at: Moment
    next_poll_at: Moment
    succeeded_at: Moment | None = None
    changed_at: Moment | None = None
    failure: Failure | None = None
    seen: dict[str, Moment] = Field(default_factory=dict)

    @field_serializer("seen")
    def _seen_in_order(self, seen: dict[str, Moment]) -> dict[str, Moment]:
        """Equal states are equal bytes, in whatever order their entries were met."""
        return dict(sorted(seen.items()))
