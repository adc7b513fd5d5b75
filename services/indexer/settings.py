"""Settings of the indexer, from the environment: `POURPARLER_INDEXER_<NAME>`."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class IndexerSettings(BaseSettings):
    """How events are written."""

    model_config = SettingsConfigDict(env_prefix="POURPARLER_INDEXER_", frozen=True)

    batch: int = Field(default=200, ge=1, le=10_000, description="Most events in one transaction")
