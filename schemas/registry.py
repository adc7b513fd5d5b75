"""The published JSON Schemas in a schema registry, for tools that look them up there.

Speaks what Confluent's registry, Karapace and Apicurio (at `/apis/ccompat/v7`) share. A topic's records are the subject
`<topic>-value`; its versions are the minors of the record's major, the oldest first. Messages carry no number of the
registry before their JSON: the header `ce_dataschema` says which schema is theirs.

Source: Confluent's documentation, "Schema Registry API Reference".
"""

import base64
import json
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from schemas.publish import FOLDER, VERSIONS
from schemas.topics import TOPICS, Topic

_CONTENT = "application/vnd.schemaregistry.v1+json"
_NONE = "NONE"
"""Whether a version may follow another is decided by `compatibility.py` before it is published. Registries decide by
rules of their own, and those that know no JSON Schema 2020-12 refuse every second version."""
_NOT_FOUND = {40401, 40402, 40403}
"""Subject, version, schema: what a registry says of what it does not have."""

State = Literal["registered", "is there", "missing"]


class RegistryError(Exception):
    """The registry cannot be used, or refuses; the message says what it said and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A published schema in the registry; `number` is the registry's, None where it is missing there."""

    subject: str
    schema: str
    state: State
    number: int | None = None


class RegistrySettings(BaseSettings):
    """Who we are to the registry, from the environment: `POURPARLER_REGISTRY_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="POURPARLER_REGISTRY_", frozen=True)

    username: str | None = None
    password: SecretStr | None = None
    ca_file: Path | None = None
    request_time: float = Field(default=30.0, gt=0, description="Seconds a request may take")


class _Here(HTTPRedirectHandler):
    """Goes nowhere else: who we are is meant for this address alone."""

    def redirect_request(self, *_: Any) -> None:
        """Refuse; the answer is an error then."""


@dataclass(frozen=True, slots=True)
class Registry:
    """A registry at an address."""

    url: str
    settings: RegistrySettings

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any] | None:
        """The answer; None where what is asked for is not there. Raises `RegistryError`."""
        _assert_address(self.url)
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.url.rstrip("/") + path, data, self._headers(), method=method)
        cafile = str(self.settings.ca_file) if self.settings.ca_file else None
        opener = build_opener(HTTPSHandler(context=ssl.create_default_context(cafile=cafile)), _Here())
        try:
            with opener.open(request, timeout=self.settings.request_time) as answer:
                told = json.loads(answer.read())
        except HTTPError as error:
            with error:
                return self._missing(error.code, error.read(65_536), error.reason)
        except (URLError, OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise RegistryError(f"the registry at {self.url} does not answer: {reason}") from None
        except ValueError:
            raise RegistryError(f"{self.url} is no schema registry: its answer is not JSON") from None
        if not isinstance(told, dict):
            raise RegistryError(f"{self.url} is no schema registry: its answer is no object")
        return told

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": f"{_CONTENT}, application/json", "Content-Type": _CONTENT}
        username, password = self.settings.username, self.settings.password
        if username is not None and password is not None:
            known = f"{username}:{password.get_secret_value()}".encode()
            headers["Authorization"] = f"Basic {base64.b64encode(known).decode()}"
        return headers

    def _missing(self, status: int, body: bytes, reason: str) -> dict[str, Any] | None:
        """None where it says that it does not have what was asked for. Raises `RegistryError` for anything else."""
        try:
            told = json.loads(body)
            code, message = told.get("error_code"), str(told.get("message", ""))[:300]
        except (ValueError, AttributeError):
            code, message = None, body[:300].decode(errors="replace")
        if status == 404 and code in _NOT_FOUND:
            return None
        remedy = {
            401: "; POURPARLER_REGISTRY_USERNAME and POURPARLER_REGISTRY_PASSWORD say who we are",
            403: "; this user may not do that",
            404: "; is this the address of its API? Apicurio's ends with /apis/ccompat/v7",
            409: f"; set the subject's compatibility to {_NONE}: this project checks it by itself",
        }.get(status, "")
        raise RegistryError(f"the registry at {self.url} refuses ({status}): {message or reason}{remedy}")


def publish(registry: Registry, topics: Iterable[Topic] = TOPICS, folder: Path = FOLDER) -> Iterator[Entry]:
    """Register what is missing, a topic after the other; what is there already stays. Raises `RegistryError`."""
    for topic in topics:
        entries = list(standing(registry, (topic,), folder))
        known = any(entry.state == "is there" for entry in entries)
        for entry in entries:
            yield entry if entry.state == "is there" else _register(registry, entry, folder, known)
            known = True


def _register(registry: Registry, entry: Entry, folder: Path, known: bool) -> Entry:
    subject = quote(entry.subject, safe="")
    config = ("PUT", f"/config/{subject}", {"compatibility": _NONE})
    # Apicurio knows no settings of a subject that has no version yet; whichever comes first is not checked.
    if known:
        registry.call(*config)
    told = registry.call("POST", f"/subjects/{subject}/versions", _schema(folder, entry.schema)) or {}
    if not known:
        registry.call(*config)
    return Entry(entry.subject, entry.schema, "registered", told.get("id"))


def standing(registry: Registry, topics: Iterable[Topic] = TOPICS, folder: Path = FOLDER) -> Iterator[Entry]:
    """Which schemas the registry has. Raises `RegistryError`."""
    for topic in topics:
        subject = subject_of(topic)
        for schema in _published(topic, folder):
            told = registry.call("POST", f"/subjects/{quote(subject, safe='')}", _schema(folder, schema))
            found = told is not None
            yield Entry(subject, schema, "is there" if found else "missing", told.get("id") if told else None)


def _assert_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise RegistryError(f"{url}: the address of a registry begins with http:// or https://")
    if "@" in parts.netloc:
        raise RegistryError(
            "no name and password in the address of the registry, please:"
            " POURPARLER_REGISTRY_USERNAME and POURPARLER_REGISTRY_PASSWORD are for them"
        )


def subject_of(topic: Topic) -> str:
    """What a topic's schemas are called in a registry: by the name of the topic, as serializers do by default."""
    return f"{topic.name}-value"


def _published(topic: Topic, folder: Path) -> list[str]:
    """The schemas of the topic's record and major, the oldest first."""
    major = topic.record.version[0]
    files = (folder / topic.record.subject).glob(VERSIONS)
    minors = sorted(int(minor) for of, _, minor in (path.stem.partition(".") for path in files) if int(of) == major)
    return [f"{topic.record.subject}/{major}.{minor}" for minor in minors]


def _schema(folder: Path, schema: str) -> dict[str, Any]:
    return {"schemaType": "JSON", "schema": (folder / f"{schema}.json").read_text(encoding="utf-8")}
