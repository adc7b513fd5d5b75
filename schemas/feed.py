"""`feed` and `feed-state`: what to poll, and what each feed looked like when it was polled last."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, field_serializer

from schemas.record import Moment, Part, Record

FailureClass = Literal["hard", "soft", "temporary"]
"""hard: gone or not a feed; soft: the server is there but refuses; temporary: the network."""


class Feed(Record):
    """A feed to poll (command → fetcher)."""

    subject: ClassVar[str] = "feed"
    version: ClassVar[tuple[int, int]] = (1, 1)

    schema_: Literal["feed/1.1"] = Field(default="feed/1.1", alias="schema")
    url: str = Field(min_length=1)
    title: str | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    tags: tuple[str, ...] = ()
    added_at: Moment | None = Field(
        default=None, description="When somebody asked for it last: a feed that was gone before is polled again"
    )


class Failure(Part):
    """Why the polls of a feed fail, since when and how often in a row."""

    kind: FailureClass
    reason: str
    since: Moment
    count: int = Field(ge=1)


class Moving(Part):
    """A permanent redirect that is not yet believed: where to, since when, and at how many polls in a row."""

    to: str
    since: Moment
    count: int = Field(ge=1)


class FeedRhythm(Part):
    """Articles an hour in each hour of the UTC day, and how many hours of watching that comes from."""

    rates: tuple[float, ...] = Field(min_length=24, max_length=24)
    watched_hours: float = Field(ge=0)


class FeedHints(Part):
    """What the feed says of itself; hours and days (Monday is 0) are UTC."""

    ttl_minutes: int | None = Field(default=None, ge=0)
    period_seconds: float | None = Field(default=None, gt=0)
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()


class Edition(Part):
    """What an entry looked like when its article was published last, and as which revision."""

    mark: str
    revision: int = Field(ge=1)


class Subscription(Part):
    """What was agreed with a WebSub hub that tells of a feed's news: https://www.w3.org/TR/websub/.

    `token` is the part of our address that only the hub knows, `secret` what it signs with; neither is ever logged.
    """

    hub: str
    topic: str
    callback: str = Field(description="Our address, up to the token")
    token: str = Field(repr=False)
    secret: str = Field(repr=False)
    asked_at: Moment
    tries: int = Field(default=1, ge=1, description="Times the hub was asked since it last agreed")
    lease_until: Moment | None = Field(default=None, description="How long the hub tells; None before it agreed")
    missed: bool = Field(default=False, description="A poll found news that the hub had not told of")


class FeedState(Record):
    """What the fetcher knows of a feed after its last poll (fetcher → fetcher).

    `etag` and `last_modified` are the server's own characters, sent back unchanged. `seen` maps the key of an
    entry to the moment it was last met in the feed; it holds only entries whose articles are stored.
    """

    subject: ClassVar[str] = "feed-state"
    version: ClassVar[tuple[int, int]] = (1, 2)

    schema_: Literal["feed-state/1.2"] = Field(default="feed-state/1.2", alias="schema")
    url: str = Field(min_length=1)
    etag: str | None = None
    last_modified: str | None = None
    body_digest: str | None = None
    interval_seconds: float = Field(gt=0)
    polled_at: Moment
    next_poll_at: Moment = Field(description="Without meaning where the feed is gone")
    why: str | None = Field(default=None, description="Why the next poll is when it is, in words for people")
    succeeded_at: Moment | None = None
    changed_at: Moment | None = None
    fetched_at: Moment | None = Field(default=None, description="When the feed last came whole")
    failure: Failure | None = None
    address: str | None = Field(default=None, description="Where the feed has moved for good; it is polled there")
    moving: Moving | None = None
    gone_at: Moment | None = Field(default=None, description="Since when the feed is gone and not polled any more")
    rhythm: FeedRhythm | None = None
    hints: FeedHints | None = None
    seen: dict[str, Moment] = Field(default_factory=dict)
    editions: dict[str, Edition] = Field(
        default_factory=dict, description="Key of an entry → how it looked when its article was published last"
    )
    parts: dict[str, str] = Field(
        default_factory=dict, description="Of a sitemap index: address of a part → how it was marked when it was read"
    )

    subscription: Subscription | None = None

    @field_serializer("seen", "editions", "parts")
    def _in_order(self, by_key: dict[str, Any]) -> dict[str, Any]:
        """Equal states are equal bytes, in whatever order their entries were met."""
        return dict(sorted(by_key.items()))
