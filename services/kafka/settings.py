"""Settings of the connection to Kafka, from the environment: `POURPARLER_KAFKA_<NAME>`."""

import ssl
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_SHARE_OF_SESSION = 5
"""Heartbeats in a session: Kafka's documentation asks for at least three."""


class KafkaSettings(BaseSettings):
    """Where the brokers are, who we are to them, and how patient both are."""

    model_config = SettingsConfigDict(env_prefix="POURPARLER_KAFKA_", frozen=True, populate_by_name=True)

    bootstrap_servers: str = Field(
        default="127.0.0.1:9092",
        validation_alias=AliasChoices("POURPARLER_KAFKA_BOOTSTRAP_SERVERS", "KAFKA_BOOTSTRAP_SERVERS"),
        description="Addresses of brokers, separated by commas",
    )
    group_prefix: str = Field(
        default="pourparler", description="Beginning of the names of consumer groups and transactions"
    )
    topic_prefix: str = Field(
        default="",
        pattern=r"^[a-zA-Z0-9._-]*$",
        description="Put before every topic's name on the brokers, where several deployments share them",
    )
    instance: str | None = Field(
        default=None,
        description="Name of this replica that stays over restarts, such as the pod's: its partitions wait for it;"
        " two that share one both do the same work",
    )
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "SCRAM-SHA-512"
    username: str | None = None
    password: SecretStr | None = None
    ca_file: Path | None = Field(default=None, description="Certificates that are trusted; the system's where none")
    certificate_file: Path | None = Field(default=None, description="Our certificate, where the brokers ask for one")
    key_file: Path | None = None
    session_time: float = Field(default=45.0, gt=0, description="Seconds without a sign after which we count as gone")
    handover_time: float = Field(
        default=60.0, gt=0, description="Seconds the work in hand may take when partitions move to another replica"
    )
    metadata_age: float = Field(
        default=15.0,
        gt=0,
        description="Seconds after which we ask anew which broker leads which partition; so long may a client that"
        " missed a move believe in a broker that is gone",
    )
    linger: float = Field(default=0.2, ge=0, description="Seconds to wait for a batch to fill after its first record")

    @model_validator(mode="after")
    def _with_addresses(self) -> Self:
        if not all(map(_is_address, self.bootstrap_servers.strip(" ,").split(","))):
            raise ValueError(
                f"KAFKA_BOOTSTRAP_SERVERS or --bootstrap-servers: {self.bootstrap_servers!r} is no address such as"
                " kafka.example:9092, or several with commas"
            )
        return self

    @model_validator(mode="after")
    def _with_what_it_needs(self) -> Self:
        if self.security_protocol.startswith("SASL") and not (self.username and self.password):
            raise ValueError(f"{self.security_protocol} needs POURPARLER_KAFKA_USERNAME and POURPARLER_KAFKA_PASSWORD")
        if self.security_protocol.endswith("SSL"):
            try:
                self._ssl()
            except OSError as error:
                raise ValueError(
                    f"the certificates cannot be used ({error.strerror or error}); see POURPARLER_KAFKA_CA_FILE,"
                    " POURPARLER_KAFKA_CERTIFICATE_FILE and POURPARLER_KAFKA_KEY_FILE"
                ) from None
        return self

    def group(self, service: str) -> str:
        """The name of a service's consumer group."""
        return f"{self.group_prefix}-{service}"

    def on_brokers(self, topic: str) -> str:
        """What a topic of the table is called on the brokers."""
        return f"{self.topic_prefix}{topic}"

    def in_table(self, topic: str) -> str:
        """What a topic on the brokers is called in the table."""
        return topic.removeprefix(self.topic_prefix)

    def connection(self) -> dict[str, Any]:
        """What every client of the brokers is told."""
        told: dict[str, Any] = {
            "metadata_max_age_ms": int(self.metadata_age * 1000),
            "bootstrap_servers": self.bootstrap_servers,
            "client_id": self.instance or "pourparler",
            "security_protocol": self.security_protocol,
        }
        if self.security_protocol.endswith("SSL"):
            told["ssl_context"] = self._ssl()
        if self.security_protocol.startswith("SASL"):
            assert self.password is not None
            told |= {
                "sasl_mechanism": self.sasl_mechanism,
                "sasl_plain_username": self.username,
                "sasl_plain_password": self.password.get_secret_value(),
            }
        return told

    def membership(self, service: str) -> dict[str, Any]:
        """What a member of a consumer group is told besides."""
        return {
            "group_id": self.group(service),
            "group_instance_id": f"{self.group(service)}-{self.instance}" if self.instance else None,
            "session_timeout_ms": int(self.session_time * 1000),
            "heartbeat_interval_ms": int(self.session_time * 1000 / _SHARE_OF_SESSION),
            "rebalance_timeout_ms": int(self.handover_time * 1000),
        }

    def _ssl(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=str(self.ca_file) if self.ca_file else None)
        if self.certificate_file is not None:
            context.load_cert_chain(self.certificate_file, self.key_file)
        return context


def _is_address(text: str) -> bool:
    """Whether it is a host, and a port where one is given; the client would end in a traceback over others."""
    try:
        parts = urlsplit(f"//{text.strip()}")
        return bool(parts.hostname) and not parts.path and parts.port != 0
    except ValueError:
        return False
