"""Settings of the fetcher, from the environment: `POURPARLER_FETCHER_<NAME>`."""

from datetime import timedelta
from pathlib import Path
from typing import Self

from pydantic import Field, IPvAnyNetwork, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

MIB = 1024 * 1024


class FetcherSettings(BaseSettings):
    """How the fetcher behaves towards others."""

    model_config = SettingsConfigDict(env_prefix="POURPARLER_FETCHER_", frozen=True, env_parse_none_str="")

    contact: str = Field(
        default="https://pypi.org/project/pourparler",
        # It is a part of a header.
        pattern=r"^[^\x00-\x1f\x7f]+$",
        description="Where a webmaster can complain",
    )
    polls_at_once: int = Field(default=16, ge=1, description="Feeds under way at the same time")
    pages_at_once: int = Field(default=4, ge=1, description="Pages of one feed under way at the same time")
    per_host: int = Field(default=2, ge=1, description="Requests to one site at the same time")
    host_delay: float = Field(default=1.0, ge=0, description="Seconds between the starts of requests to one site")
    request_time: float = Field(default=30.0, gt=0, description="Seconds a whole request may take, redirects included")
    feed_bytes: int = Field(default=10 * MIB, gt=0, description="Most bytes of a feed, decompressed")
    page_bytes: int = Field(default=5 * MIB, gt=0, description="Most bytes of a page, decompressed")
    redirects: int = Field(default=5, ge=0)
    items: int = Field(default=500, ge=1, description="Most entries of a feed that are looked at")
    page_tries: int = Field(default=3, ge=1, description="Polls at which a page that fails for a while is tried")
    allow_private_addresses: bool = Field(default=False, description="For tests and intranets only")
    allow_networks: tuple[IPvAnyNetwork, ...] = Field(
        default=(), description='Networks that may be connected to though they are not public: ["10.1.2.0/24"]'
    )
    robots: bool = Field(default=True, description="Whether robots.txt is heeded for article pages")
    poll_time: float = Field(default=900.0, gt=0, description="Seconds of a poll after which pages wait for the next")
    oldest: timedelta | None = Field(
        default=timedelta(days=30), description="Age of an entry from which it is passed over; empty for none"
    )
    foreign_links: bool = Field(
        default=False,
        description="Whether the few entries that lead to another publisher than a feed's others are taken",
    )
    near_duplicates: bool = Field(default=True, description="Whether nearly equal texts are read for events only once")
    archive: Path | None = Field(default=None, description="Folder for WARC files of what was fetched")
    feed_metrics: bool = Field(default=True, description="Whether metrics tell of each feed; without, of all together")
    websub_address: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s?#]+$",
        description="Where hubs on the internet reach this process, as it looks from there; none: no WebSub",
    )
    websub_host: str = Field(default="127.0.0.1", description="Where this process listens for hubs")
    websub_port: int = Field(default=9480, ge=0, le=65535)
    websub_connections: int = Field(default=100, ge=1, description="Connections of hubs at the same time")
    websub_lease: timedelta = Field(
        default=timedelta(days=10), gt=timedelta(0), description="How long hubs are asked to tell"
    )
    websub_fallback: timedelta = Field(
        default=timedelta(hours=6),
        gt=timedelta(0),
        description="Between two polls of a feed whose hub tells of its news",
    )
    websub_pause: timedelta = Field(
        default=timedelta(minutes=1), description="Least time between two polls of a feed, however often its hub tells"
    )
    default_interval: timedelta = Field(default=timedelta(hours=1), gt=timedelta(0))
    shortest_interval: timedelta = Field(default=timedelta(minutes=5), gt=timedelta(0))
    longest_interval: timedelta = Field(default=timedelta(hours=24), gt=timedelta(0))

    @model_validator(mode="after")
    def _with_bounds_in_order(self) -> Self:
        if self.shortest_interval > self.longest_interval:
            raise ValueError(
                f"POURPARLER_FETCHER_SHORTEST_INTERVAL ({self.shortest_interval}) is longer than"
                f" POURPARLER_FETCHER_LONGEST_INTERVAL ({self.longest_interval})"
            )
        return self
