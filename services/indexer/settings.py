"""Settings of the indexer, from the environment: `POURPARLER_INDEXER_<NAME>`."""

import ssl
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class IndexerSettings(BaseSettings):
    """How events are written."""

    model_config = SettingsConfigDict(env_prefix="POURPARLER_INDEXER_", frozen=True)

    batch: int = Field(default=200, ge=1, le=10_000, description="Most events in one transaction")


class StoreSettings(BaseSettings):
    """Which store, and how it is reached, from the environment: `POURPARLER_STORE_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="POURPARLER_STORE_", frozen=True, populate_by_name=True)

    kind: Literal["sqlite", "opensearch"] = Field(
        default="sqlite", validation_alias=AliasChoices("POURPARLER_STORE", "POURPARLER_STORE_KIND")
    )
    url: str = Field(
        default="http://127.0.0.1:9200",
        validation_alias=AliasChoices("POURPARLER_STORE_URL", "OPENSEARCH_URL"),
        description="Address of OpenSearch; several, separated by commas",
        # It may hold a password.
        repr=False,
    )
    username: str | None = None
    password: SecretStr | None = None
    ca_file: Path | None = Field(default=None, description="Certificates that are trusted; the system's where none")
    index: str = Field(
        default="pourparler-events",
        pattern=r"^[a-z][a-z0-9-]*$",
        description="What is searched on OpenSearch, and the beginning of its indices' names",
    )
    shards: int = Field(default=1, ge=1, description="Primary shards of an index")
    replicas: int = Field(default=1, ge=0, description="Copies of each shard; more nodes than that are needed")
    bulk_bytes: int = Field(default=5 * 1024 * 1024, gt=0, description="Bytes of one bulk request")
    compress: bool = Field(default=False, description="Send less over a slow network, for more work")
    window: int = Field(default=10_000, ge=1, description="index.max_result_window: events looked at in one answer")
    request_time: float = Field(default=30.0, gt=0, description="Seconds a request may take")

    @model_validator(mode="after")
    def _with_addresses(self) -> Self:
        if not all(map(_is_address, self.url.split(","))):
            # Not told: it may hold a password.
            raise ValueError("OPENSEARCH_URL is no address such as https://search.example:9200, or several with commas")
        return self

    @model_validator(mode="after")
    def _with_certificates(self) -> Self:
        try:
            self._ssl()
        except OSError as error:
            why = error.strerror or error
            raise ValueError(f"POURPARLER_STORE_CA_FILE: {self.ca_file} cannot be used ({why})") from None
        return self

    def connection(self) -> dict[str, Any]:
        """What the client is told; certificates are always verified."""
        told: dict[str, Any] = {
            "hosts": [address.strip() for address in self.url.split(",")],
            "timeout": self.request_time,
            # Trying again is ours: the client would do so for requests whose items it has not looked at.
            "max_retries": 0,
            "retry_on_timeout": False,
            "http_compress": self.compress,
        }
        if self.username is not None and self.password is not None:
            told["http_auth"] = (self.username, self.password.get_secret_value())
        if (context := self._ssl()) is not None:
            told["ssl_context"] = context
        return told

    def _ssl(self) -> ssl.SSLContext | None:
        if urlsplit(self.url).scheme != "https":
            return None
        return ssl.create_default_context(cafile=str(self.ca_file) if self.ca_file else None)


def _is_address(text: str) -> bool:
    """Whether a host can be found in it, and a port where one is given."""
    try:
        parts = urlsplit(text.strip() if "://" in text else f"http://{text.strip()}")
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
