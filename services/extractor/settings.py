"""Settings of the extractor, from the environment: `POURPARLER_EXTRACTOR_<NAME>`."""

import os

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

MIB = 1024 * 1024


class ExtractorSettings(BaseSettings):
    """How much of the machine the extraction takes."""

    model_config = SettingsConfigDict(env_prefix="POURPARLER_EXTRACTOR_", frozen=True)

    workers: int = Field(
        default_factory=lambda: max(1, min(os.cpu_count() or 1, 8)),
        ge=1,
        le=256,
        description="Processes that read",
    )
    time_limit: float = Field(
        default=30.0, gt=0, description="Seconds an article may take, after which its process is replaced"
    )
    start_limit: float = Field(default=60.0, gt=0, description="Seconds a new process may take to get ready")
    memory_limit: int = Field(
        default=1536 * MIB, gt=0, description="Bytes of data a process may take, after which its article is given up"
    )
